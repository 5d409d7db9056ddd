"""Results lead from four numbers to a theme to a question, and nothing hidden is shown on the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kursapp import __version__
from kursapp.domain.results import Hidden, Table
from kursapp.ui.coordinator.results import THEME_PREFIX, ResultsScreen
from kursapp.ui.coordinator.results_front import FrontPage
from kursapp.ui.coordinator.results_item import ItemPage
from kursapp.ui.coordinator.results_quiz import QuizPage
from kursapp.ui.coordinator.results_theme import ThemePage
from kursapp.ui.navigation import collecting, comments, comparison, report, results, results_theme
from tests.ui.conftest import LONG
from tests.ui.coordinator.conftest import Office

Show = Callable[[QWidget], QWidget]
COHORT, FORM = "k11", "eval-etter"
HIDDEN = "Skjult for å verne deltakerne"


@pytest.fixture
def screen(office: Office, show: Show) -> ResultsScreen:
    """Show the results of the latest cohort."""
    return _shown(office, show)


def _shown(office: Office, show: Show) -> ResultsScreen:
    made = ResultsScreen(office.desk, office.navigator, office.theme, office.messages, office.actions)
    show(made)
    office.visit(made, results())
    return made


def _words(widget: QWidget | None) -> str:
    assert widget is not None
    labels = [each for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]
    return "\n".join(each.text() for each in labels)


def test_the_front_page_has_four_numbers_and_three_sentences(screen: ResultsScreen) -> None:
    """And a row for each theme, which says how many hidden questions it leaves out."""
    page = screen.page
    assert isinstance(page, FrontPage)
    assert page.tiles.tiles[0].figure.text() == "92\N{NO-BREAK SPACE}%"
    assert len(page.tiles.tiles) == 4
    assert len(page.sentences) == 3
    assert [link.accessibleName() for link in page.themes.links()] == ["Mandat og styring", "Kurset", "Veien videre"]
    assert "Ett skjult spørsmål er ikke med." in page.themes.links()[2].accessibleDescription()
    assert "oppdiktet" in _words(page)


def test_a_round_is_read_anew_once_one_stays_on_a_page(office: Office, screen: ResultsScreen) -> None:
    """What another coordinator let in is there a moment after one comes to the next page of the round."""
    office.coordinator.persons = 23
    office.navigator.go(results(COHORT, FORM, "a1"))
    assert screen.under.text().startswith("22 av 24")
    office.qtbot.waitUntil(lambda: screen.under.text().startswith("23 av 24"), timeout=LONG)
    assert isinstance(screen.page, ItemPage)


def test_one_goes_from_theme_to_question_and_back_by_keyboard(office: Office, screen: ResultsScreen) -> None:
    """Enter opens, the trail and Alt+Left lead back, Alt+Down goes to the next question."""
    assert isinstance(screen.page, FrontPage)
    office.qtbot.keyClick(screen.page.themes.links()[0], Qt.Key.Key_Return)
    office.settle()
    assert isinstance(screen.page, ThemePage)
    assert office.navigator.here == results_theme(COHORT, FORM, f"{THEME_PREFIX}Mandat og styring")
    first = screen.first_focus()
    assert first is screen.page.first_stop()
    assert first is not None
    office.qtbot.keyClick(first, Qt.Key.Key_Return)
    office.settle()
    assert isinstance(screen.page, ItemPage)
    assert screen.title() == "Jeg finner riktig frist"
    trail = screen.trail()
    assert [words for words, _place in trail] == ["Kull 12, 2026", "Mandat og styring"]
    screen.page.next.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    office.qtbot.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    office.settle()
    assert screen.title() == "Jeg vet når min myndighet slutter"
    for _step in range(3):
        office.navigator.back()
    office.settle()
    assert isinstance(screen.page, FrontPage)


@pytest.mark.parametrize("item", ["a1", "k1", "valg", "flervalg", "tall", "rang"])
def test_a_question_shows_its_numbers_in_picture_table_and_words(
    office: Office, screen: ResultsScreen, item: str
) -> None:
    """Every kind of question: a chart with words for the ear, and a table with every count of the shown unit."""
    office.visit(screen, results(COHORT, FORM, item))
    page = screen.page
    assert isinstance(page, ItemPage)
    figure = page.figures[0]
    assert figure.rows.accessibleDescription()
    figure.show_table.click()
    assert figure.table is not None
    cells = {
        figure.table.item(row, column).text()
        for row in range(figure.table.rowCount())
        for column in range(1, figure.table.columnCount())
    }
    published = office.coordinator.results(COHORT, FORM).published
    unit = published.table(item)
    assert isinstance(unit, Table)
    if item in ("k1", "valg", "flervalg", "tall"):
        assert {str(count) for step, count in unit.counts if step != "answered"} <= cells
    assert "svarte." in _words(page)


def test_copied_numbers_say_where_they_are_from(office: Office, screen: ResultsScreen) -> None:
    """Cohort, form, version, limit and that they are made up go along to the clipboard, as into every file."""
    office.visit(screen, results(COHORT, FORM, "k1"))
    assert isinstance(screen.page, ItemPage)
    screen.page.figures[0].copy.click()
    last = QGuiApplication.clipboard().text().split("\n")[-1]
    for words in (
        "Kull 12, 2026",
        "Etter kurset",
        "versjon 1.0",
        "fra 5 personer",
        "oppdiktet",
        f"Kursapp {__version__}",
    ):
        assert words in last


def test_before_and_now_say_who_moved(office: Office, screen: ResultsScreen) -> None:
    """Two distributions on one scale, and a bar of those who are lower, the same and higher now."""
    office.visit(screen, results(COHORT, FORM, "a1"))
    page = screen.page
    assert isinstance(page, ItemPage)
    both, moves = page.figures[:2]
    assert [row.words for row in both.picture.rows] == ["Før", "Nå"]
    assert len({row.aside.split("n\N{NO-BREAK SPACE}")[1] for row in both.picture.rows}) == 1
    assert moves.picture.legend == ("lavere nå", "likt", "høyere nå")
    assert "setter seg høyere nå" in _words(page)


def test_a_mean_never_stands_without_its_n(office: Office, screen: ResultsScreen) -> None:
    """G1: beside every bar with a mean stands how many it is of."""
    for theme in ("Mandat og styring", "Kurset"):
        office.visit(screen, results_theme(COHORT, FORM, THEME_PREFIX + theme))
        page = screen.page
        assert isinstance(page, ThemePage)
        asides = [row.aside for figure in page.figures for row in figure.picture.rows if "snitt " in row.aside]
        assert asides
        assert all(" · n\N{NO-BREAK SPACE}" in aside for aside in asides)


def test_a_hidden_question_says_so_and_why(office: Office, screen: ResultsScreen) -> None:
    """In its theme and on its own page: that it is hidden, and why; no number of it anywhere."""
    unit = office.coordinator.results(COHORT, FORM).published.table("sjelden")
    assert isinstance(unit, Hidden)
    office.visit(screen, results(COHORT, FORM, "sjelden"))
    assert isinstance(screen.page, ItemPage)
    assert screen.page.figures == []
    assert f"{HIDDEN}. Færre enn 5 har svart på dette." in _words(screen.page)
    office.visit(screen, results_theme(COHORT, FORM, f"{THEME_PREFIX}Veien videre"))
    assert isinstance(screen.page, ThemePage)
    rows = [row for figure in screen.page.figures for row in figure.picture.rows if row.key == "sjelden"]
    assert [row.bar for row in rows] == [None]
    assert rows[0].hidden.startswith(HIDDEN)


def test_a_breakdown_shows_every_group_or_says_why_not(
    office: Office, open_office: Callable[..., Office], show: Show
) -> None:
    """Two groups of eleven are shown; with nine persons one group is too small, and neither is."""
    screen = _shown(office, show)
    office.visit(screen, results(COHORT, FORM, "k1"))
    assert isinstance(screen.page, ItemPage)
    assert [row.words for row in screen.page.figures[1].picture.rows] == ["Under tre år", "Tre år eller mer"]
    small = open_office(9)
    other = _shown(small, show)
    small.visit(other, results(COHORT, FORM, "k1"))
    assert isinstance(other.page, ItemPage)
    assert len(other.page.figures) == 1
    assert "Delt inn etter «Hvor lenge har du vært leder?»" in _words(other.page)
    assert "Minst én av gruppene er for liten" in _words(other.page)


def test_four_persons_show_nothing(open_office: Callable[..., Office], show: Show) -> None:
    """Under the limit there is no number, no sentence about answers, and no bar."""
    office = open_office(4)
    screen = _shown(office, show)
    page = screen.page
    assert isinstance(page, FrontPage)
    assert [tile.figure.text() for tile in page.tiles.tiles] == ["–"] * 4
    assert [sentence.text() for sentence in page.sentences] == [
        "Ingen tall vises: Alt er skjult for å verne deltakerne."
    ]
    assert page.themes.bars() == ()


def test_comments_of_a_question_are_shown_from_ten_persons(
    office: Office, open_office: Callable[..., Office], show: Show
) -> None:
    """G5: with 22 persons they stand there by text, with nine it says why they do not."""
    screen = _shown(office, show)
    office.visit(screen, results(COHORT, FORM, "fritekst"))
    assert "Lokalet var kaldt." in _words(screen.page)
    small = open_office(9)
    other = _shown(small, show)
    small.visit(other, results(COHORT, FORM, "fritekst"))
    assert "Lokalet" not in _words(other.page)
    assert "minst 10" in _words(other.page)


def test_a_shared_quiz_says_how_good_its_questions_are(office: Office, screen: ResultsScreen) -> None:
    """The share of the points of each question, and on its own page what may be worth improving, by number and word."""
    office.visit(screen, results(COHORT, "quiz"))
    page = screen.page
    assert isinstance(page, QuizPage)
    assert len(page.rows.bars()) == 3
    assert "22 har delt svarene sine. Spørsmålene henger sammen med alfa" in _words(page)
    office.qtbot.keyClick(page.rows.links()[0], Qt.Key.Key_Return)
    office.settle()
    assert isinstance(screen.page, ItemPage)
    said = _words(screen.page)
    assert "I snitt fikk de" in said
    assert "Minst ett galt alternativ velges nesten aldri" in said
    assert "Svar A (riktig)" in said
    assert not screen.page.compare.isVisible()


def test_few_who_share_a_quiz_hide_it(open_office: Callable[..., Office], show: Show) -> None:
    """Under the limit no question shows anything."""
    office = open_office(4)
    screen = _shown(office, show)
    office.visit(screen, results(COHORT, "quiz"))
    assert isinstance(screen.page, QuizPage)
    assert screen.page.rows.bars() == ()
    assert "Så få har delt" in _words(screen.page)
    office.visit(screen, results(COHORT, "quiz", "q1"))
    assert HIDDEN in _words(screen.page)


def test_the_menus_stand_on_the_front_page_only(office: Office, screen: ResultsScreen) -> None:
    """On the page of a theme or a question the round is in the trail above; back on the front the menus are back."""
    assert screen.picker.isVisible()
    office.visit(screen, results(COHORT, FORM, "k1"))
    assert not screen.picker.isVisible()
    office.navigator.back()
    office.settle()
    assert screen.picker.isVisible()


def test_an_open_round_shows_nothing_of_itself(office: Office, screen: ResultsScreen) -> None:
    """No number, only the way to where it is closed."""
    office.visit(screen, results(COHORT, "eval-dag"))
    assert screen.page is None
    assert screen.nothing.accessibleName() == "Runden er åpen"
    screen.nothing.chosen.emit()
    assert office.navigator.here == collecting(COHORT)


def test_an_empty_state_is_seen_whole(office: Office, screen: ResultsScreen) -> None:
    """Its words and its one action stand in the page as they are high, not behind a scroll bar of their own."""
    office.visit(screen, results(COHORT, "eval-dag"))
    QApplication.processEvents()
    state = screen.nothing.state
    assert state is not None
    assert screen.nothing.rect().contains(state.geometry())
    for each in (*state.findChildren(QLabel), state.action):
        assert not each.visibleRegion().isEmpty(), each.text()
        assert each.visibleRegion().boundingRect() == each.rect(), each.text()


def test_a_question_left_for_another_round_keeps_its_trail_meanwhile(office: Office, screen: ResultsScreen) -> None:
    """The window asks for the trail as soon as one goes somewhere, and the other round is read a moment later."""
    office.visit(screen, results(COHORT, FORM, "a1"))
    trail = screen.trail()
    screen.enter(results("k03", FORM))
    assert screen.trail() == trail
    office.settle()
    assert screen.trail() == ()


def test_a_refusal_is_one_sentence(office: Office, screen: ResultsScreen) -> None:
    """What the collection refuses is said in the message bar, and no old page stays."""
    office.coordinator.refuse = "disk-full"
    office.visit(screen, results("k03", FORM))
    assert screen.page is None
    assert [message.about for message in office.told] == ["disk-full"]


def test_the_ways_on_lead_to_report_comparison_and_comments(office: Office, screen: ResultsScreen) -> None:
    """Each with the round one comes from."""
    screen.report.click()
    assert office.navigator.here == report(COHORT, FORM)
    screen.compare.click()
    assert office.navigator.here == comparison(FORM)
    office.visit(screen, results(COHORT, FORM, "fritekst"))
    assert isinstance(screen.page, ItemPage)
    screen.page.comments.click()
    assert office.navigator.here == comments(COHORT, FORM)
    office.visit(screen, results(COHORT, FORM, "k1"))
    assert isinstance(screen.page, ItemPage)
    screen.page.compare.click()
    assert office.navigator.here == comparison(FORM, "k1")


def test_the_cohort_chosen_is_the_one_other_screens_show(office: Office, screen: ResultsScreen) -> None:
    """Picked in the menu, it is kept on the desk, and the form is the same where the other cohort has it."""
    screen.picker.cohorts.set_value("k02")
    office.settle()
    assert office.navigator.here == results("k02", FORM)
    assert office.desk.chosen == "k02"


def test_what_changed_is_read_again(office: Office, screen: ResultsScreen) -> None:
    """Let in late answers elsewhere, and the numbers on the screen follow."""
    office.coordinator.persons = 23
    office.desk.tell_changed(COHORT)
    office.settle()
    assert isinstance(screen.page, FrontPage)
    assert screen.page.tiles.tiles[0].words.text().startswith("23 av 24")


@pytest.mark.parametrize(("width", "zoom"), [(896, 200), (896, 100), (1400, 100)])
def test_nothing_is_wider_than_the_window(office: Office, show: Show, width: int, zoom: int) -> None:
    """At 960×600 with text at 200 %, one scrolls down and never sideways."""
    office.theme.wear(office.theme.look._replace(zoom=zoom))
    screen = _shown(office, show)
    for place in (results(), results_theme(COHORT, FORM, f"{THEME_PREFIX}Kurset"), results(COHORT, FORM, "a1")):
        office.visit(screen, place)
        screen.resize(width, 560)
        QApplication.processEvents()
        inner = screen._scroll.widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= width
