"""Twelve cohorts in three years stand side by side, and no line crosses a change of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kursapp.ui.coordinator import compare
from kursapp.ui.coordinator.compare import ComparisonScreen
from kursapp.ui.coordinator.compare_rows import Compared
from kursapp.ui.coordinator.results_words import hidden_words
from kursapp.ui.navigation import collecting, comparison
from kursapp.ui.widgets.charts_table import Numbers
from tests.ui.coordinator.conftest import Office

Show = Callable[[QWidget], QWidget]
FORM = "eval-etter"


@pytest.fixture
def screen(office: Office, show: Show) -> ComparisonScreen:
    """Show all cohorts."""
    return _shown(office, show, "a1")


def _shown(office: Office, show: Show, item: str) -> ComparisonScreen:
    made = ComparisonScreen(office.desk, office.navigator, office.theme, office.messages)
    show(made)
    office.visit(made, comparison(FORM, item))
    return made


def test_the_line_is_broken_where_the_words_changed(screen: ComparisonScreen) -> None:
    """Seven cohorts, then five: two lines, and the sentence compares only those that may be compared."""
    assert screen.page is not None
    assert screen.page.trend.lines() == (tuple(range(7)), tuple(range(7, 12)))
    assert screen.page.trend.breaks() == (7,)
    assert "Ny ordlyd fra dette kullet" in screen.page.trend.accessibleDescription()
    said = [widget.text() for widget in screen.page.findChildren(QWidget) if "Ordlyden ble endret" in _text(widget)]
    assert "Kull 8, 2025" in said[0]
    assert "i Kull 1, 2024," not in said[0]


def test_every_cohort_has_a_point_a_bar_and_a_row(office: Office, screen: ComparisonScreen) -> None:
    """The same twelve, the earliest first, in the trend, in the distributions and in the table with its intervals."""
    page = screen.page
    assert page is not None
    assert page.bars is not None
    assert len(page.bars.rows.bars()) == 12
    page.figure.show_table.click()
    table = page.figure.table
    assert table is not None
    assert table.rowCount() == 12
    assert table.item(0, 0).text() == "1. Kull 1, 2024"
    assert "\N{EN DASH}" in table.item(0, 4).text()


def test_another_question_and_measure_are_chosen_in_menus(office: Office, screen: ComparisonScreen) -> None:
    """The question is a place of its own; of a pair one follows before, now, or those who moved up."""
    labels = [screen.measures.itemText(index) for index in range(1, screen.measures.count())]
    assert labels == [
        "Andel som setter seg høyere nå enn før",
        "Andel på den positive siden, før kurset",
        "Andel på den positive siden, nå",
    ]
    screen.measures.set_value("1")
    assert screen.page is not None
    assert "før kurset" in screen.page.trend.accessibleName()
    screen.items.set_value("k1")
    office.settle()
    assert office.navigator.here == comparison(FORM, "k1")
    assert screen.page.trend.accessibleName().startswith("Innholdet var relevant")
    screen.next.click()
    office.settle()
    assert office.navigator.here == comparison(FORM, "k2")


def test_a_hidden_cohort_has_no_point_and_says_why(office: Office, show: Show) -> None:
    """A question that too few answered is hidden in every cohort: no line, no bar, the reason in words."""
    screen = _shown(office, show, "sjelden")
    assert screen.page is not None
    assert screen.page.trend.lines() == ()
    assert screen.page.bars is not None
    assert screen.page.bars.rows.bars() == ()
    why = hidden_words(office.coordinator.results("k00", FORM).published.table("sjelden").why, 5)
    assert {row.hidden for row in screen.page.bars.picture.rows} == {why}


def test_all_questions_stand_in_one_table(office: Office, screen: ComparisonScreen) -> None:
    """A row for each, a column for each cohort, a star where the words are new, and a word where a number is hidden."""
    assert screen.overview is not None
    screen.overview.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[1:] == [str(number) for number in range(1, 13)]
    cells = {line.split("\t")[0]: line.split("\t")[1:] for line in lines[1:]}
    stars = [cell.endswith("*") for cell in cells["Jeg finner riktig frist (høyere nå)"]]
    assert stars == [number == 7 for number in range(12)]
    assert cells["Noe få svarer på"] == ["skjult"] * 12
    assert len(cells["Hvordan var lengden? «Passe»"]) == 12
    assert "oppdiktet" in lines[-1]
    assert "vises fra 5 personer" in lines[-1]


def test_cohorts_can_be_left_out(office: Office, screen: ComparisonScreen) -> None:
    """Without a tick a cohort is not read; fewer than two are nothing to compare, and it says so."""
    for cohort_id in ("k00", "k01"):
        screen.cohorts.boxes[cohort_id].click()
        office.settle()
    assert screen.page is not None
    assert len(screen.page.trend.lines()[0]) == 5
    for box in list(screen.cohorts.boxes.values())[2:]:
        box.click()
    office.settle()
    assert any("minst to kull" in message.text for message in office.told)


def test_an_open_round_is_nothing_to_compare(office: Office, show: Show) -> None:
    """A form that no cohort has closed is not offered; where there is none at all, the way to collecting is."""
    screen = _shown(office, show, "")
    assert [screen.forms.itemData(index) for index in range(screen.forms.count())] == ["", FORM]
    open_ones = tuple(replace(card, closed=frozenset()) for card in office.coordinator.cohorts())
    office.coordinator.cohorts = lambda: open_ones  # type: ignore[method-assign]
    other = ComparisonScreen(office.desk, office.navigator, office.theme, office.messages)
    show(other)
    office.visit(other, comparison())
    assert other.nothing.isVisible()
    other.nothing.chosen.emit()
    assert office.navigator.here == collecting()


def _text(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def test_the_table_of_all_questions_is_made_when_it_is_asked_for(
    office: Office, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every question of twelve cohorts is much to work out for a table that stays closed."""
    made: list[object] = []
    numbers = compare.overview

    def counted(compared: Compared) -> Numbers:
        made.append(compared)
        return numbers(compared)

    monkeypatch.setattr(compare, "overview", counted)
    screen = _shown(office, show, "a1")
    assert made == []
    assert screen.overview is not None
    screen.overview.show_table.click()
    assert len(made) == 1
