"""The list of findings and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem, Severity, problem
from kursapp.texts.why import why
from kursapp.ui.author.finding_rows import Heading
from kursapp.ui.author.findings_panel import FindingsPanel
from kursapp.ui.theme.theme import Theme

NO_KEY = problem("no-key", "dag-1/a.md", 4, title="Hva nå?")
ODD = problem("odd-option", "dag-1/a.md", 9, fixable=True, written="[]", right="- [ ]")
ODD_TOO = problem("odd-option", "dag-1/a.md", 11, fixable=True, written="[ x ]", right="- [x]")
TERM = problem("term-never-used", "begreper.md", 3, severity=Severity.WARNING, term="ROS")
FOUND = (NO_KEY, ODD, ODD_TOO, TERM)

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def panel(theme: Theme, show: Show) -> FindingsPanel:
    """Show the panel with four findings."""
    made = FindingsPanel(theme)
    show(made)
    made.set_findings(FOUND)
    return made


def test_each_finding_is_a_row(panel: FindingsPanel) -> None:
    """A row says the sentence, and aloud also how much it matters, where it is, and whether it can be mended."""
    model = panel.list.findings
    rows = [model.index(row) for row in range(model.rowCount())]
    assert model.data(rows[0]) == "«Hva nå?» har ingen fasit."
    assert model.data(rows[0], Qt.ItemDataRole.AccessibleTextRole) == "Feil, linje 4: «Hva nå?» har ingen fasit."
    assert model.data(rows[1], Qt.ItemDataRole.AccessibleTextRole).endswith("Kan rettes i ett steg.")
    assert model.data(rows[3], Qt.ItemDataRole.AccessibleTextRole).startswith("Advarsel, linje 3: ")
    assert panel.counts.text() == "3 feil, 1 advarsel"


def test_the_chosen_one_is_shown_in_full(panel: FindingsPanel) -> None:
    """Sentence, remedy, place, and why it matters."""
    panel.choose(NO_KEY)
    detail = panel.detail
    assert detail.message.text() == "«Hva nå?» har ingen fasit."
    assert detail.remedy.text().startswith("Sett [x]")
    assert detail.place.text() == "Feil · dag-1/a.md, linje 4"
    assert detail.why.text() == why("no-key")
    assert not detail.repair.isVisible()
    assert not detail.repair_alike.isVisible()


def test_what_can_be_mended_has_its_buttons(panel: FindingsPanel, qtbot: QtBot) -> None:
    """One step mends this one, or all of its kind; each asks with the finding."""
    panel.choose(ODD)
    assert panel.detail.repair_alike.text() == "Rett opp alle 2 like"
    asked: list[tuple[str, Problem]] = []
    panel.repair_wanted.connect(lambda found: asked.append(("one", found)))
    panel.repair_alike_wanted.connect(lambda found: asked.append(("all", found)))
    panel.line_wanted.connect(lambda found: asked.append(("line", found)))
    for each in (panel.detail.repair, panel.detail.repair_alike, panel.detail.go):
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert asked == [("one", ODD), ("all", ODD), ("line", ODD)]


def test_the_keyboard_goes_to_the_line(panel: FindingsPanel, qtbot: QtBot) -> None:
    """Arrows choose, Enter goes there."""
    panel.list.setFocus()
    panel.choose(NO_KEY)
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert chosen.args == [ODD]
    with qtbot.waitSignal(panel.line_wanted) as wanted:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == [ODD]


def test_the_choice_survives_the_next_check(panel: FindingsPanel) -> None:
    """A line written above moves the finding; it stays the one looked at."""
    panel.choose(ODD_TOO)
    moved = problem("odd-option", "dag-1/a.md", 12, fixable=True, written="[ x ]", right="- [x]")
    panel.set_findings((NO_KEY, moved))
    assert panel.list.current() == moved
    assert panel.detail.found == moved
    panel.set_findings((NO_KEY,))
    assert panel.list.current() is None
    assert not panel.detail.isVisible()


def test_no_findings_are_said_in_words(panel: FindingsPanel) -> None:
    """An empty list says so."""
    panel.set_findings(())
    assert panel.counts.text() == "Ingen funn"
    assert not panel.list.isVisible()


def test_headings_cannot_be_chosen(panel: FindingsPanel, qtbot: QtBot) -> None:
    """Arrows pass over the words between findings; the finding after them says them aloud."""
    panel.set_findings((NO_KEY, TERM), (Heading("dag-1/a.md"), NO_KEY, Heading("begreper.md"), TERM))
    panel.choose(NO_KEY)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.current() == TERM
    aloud = panel.list.findings.data(panel.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("begreper.md. Advarsel, linje 3: ")


def test_narrow_puts_the_finding_under_the_list(panel: FindingsPanel, qtbot: QtBot) -> None:
    """There is not always room beside it."""
    panel.choose(NO_KEY)
    panel.resize(500, 600)
    qtbot.waitUntil(lambda: panel.detail.mapTo(panel, panel.detail.pos()).y() > panel.list.geometry().bottom())
    panel.resize(1200, 600)
    qtbot.waitUntil(lambda: panel.detail.mapTo(panel, panel.detail.pos()).x() > panel.list.geometry().right() - 2)


def test_little_room_leaves_the_remedy_and_the_buttons(panel: FindingsPanel, qtbot: QtBot) -> None:
    """The list says the sentence already; what can be done about it is still there, and the row in view."""
    panel.choose(TERM)
    panel.resize(480, 190)
    qtbot.waitUntil(lambda: not panel.detail.message.isVisible())
    assert panel.detail.remedy.isVisible()
    assert panel.detail.go.isVisible()
    assert not panel.detail.why.isVisible()
    qtbot.mouseClick(panel.detail.ask_why, Qt.MouseButton.LeftButton)
    assert panel.detail.why.isVisible()
    row = panel.list.currentIndex()
    qtbot.waitUntil(lambda: panel.list.viewport().rect().contains(panel.list.visualRect(row).center()))
    panel.resize(1000, 600)
    qtbot.waitUntil(panel.detail.place.isVisible)
    assert panel.detail.why.isVisible()
    assert not panel.detail.ask_why.isVisible()


def test_the_keyboard_goes_on_to_the_next_finding_when_one_is_put_right(panel: FindingsPanel) -> None:
    """The one after it is shown in full; where she is elsewhere, none is chosen for her."""
    panel.choose(ODD)
    panel.window().activateWindow()
    panel.detail.repair.setFocus()
    panel.set_findings((NO_KEY, TERM))
    assert panel.list.current() == TERM
    assert panel.list.hasFocus()
    assert panel.detail.isVisible()
    panel.list.clearFocus()
    panel.set_findings((NO_KEY,))
    assert panel.list.current() is None
