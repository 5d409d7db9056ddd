"""Earlier texts on the screen: by day and time, compared with now, and brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.draft import SnapshotHead, SnapshotReason
from kursapp.domain.problem import refusal
from kursapp.services.compare_texts import line_diff
from kursapp.ui.author.snapshots import SnapshotsPane, change_words, day_words, reason_words
from kursapp.ui.theme.theme import Theme

FILE = "dag-1/økt.md"
NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
LAST = SnapshotHead("a-00000003", FILE, NOON, 10)
BIG = SnapshotHead("a-00000002", FILE, NOON - timedelta(minutes=5), 10, SnapshotReason.BEFORE)
OLD = SnapshotHead("a-00000001", FILE, NOON - timedelta(days=2), 10)

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def pane(theme: Theme, show: Show) -> SnapshotsPane:
    """Show three earlier texts of a file."""
    made = SnapshotsPane(theme)
    show(made)
    made.show_files([FILE, "kurs.md", "borte.md"], ["borte.md"])
    made.show_snapshots(FILE, [LAST, BIG, OLD])
    return made


def rows(pane: SnapshotsPane) -> list[str]:
    """Return what the rows say."""
    return [pane.list.item(at).text() for at in range(pane.list.count())]


def local(head: SnapshotHead) -> str:
    """Return a snapshot's time of day where the test runs."""
    return f"{head.when.astimezone():%H.%M}"


def test_texts_stand_under_their_days(pane: SnapshotsPane) -> None:
    """The latest first, with why they were kept; a day cannot be chosen."""
    assert rows(pane) == [
        "9. mars 2026",
        local(LAST),
        f"{local(BIG)}\nfør en større endring",
        "7. mars 2026",
        local(OLD),
    ]
    assert not pane.list.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    spoken = pane.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("9. mars 2026 kl. ")
    assert spoken.endswith(", før en større endring")


def test_today_and_yesterday_are_called_so() -> None:
    """Other days by their date."""
    today = date(2026, 3, 9)
    assert [day_words(today - timedelta(days=back), today) for back in range(3)] == ["I dag", "I går", "7. mars 2026"]


def test_every_reason_has_its_words() -> None:
    """But for the ordinary one, which needs none."""
    assert [reason for reason in SnapshotReason if not reason_words(reason)] == [SnapshotReason.WRITING]


def test_the_latest_is_picked_and_the_keyboard_goes_on(pane: SnapshotsPane, qtbot: QtBot) -> None:
    """Arrows pass over the days; each text chosen asks for its comparison."""
    picked: list[SnapshotHead] = []
    pane.picked.connect(picked.append)
    pane.show_snapshots("kurs.md", [replace(LAST, file="kurs.md")])
    assert picked == [replace(LAST, file="kurs.md")]
    pane.show_snapshots(FILE, [LAST, BIG, OLD])
    pane.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert picked[1:] == [LAST, BIG, OLD]
    assert pane.when.text().startswith("7. mars 2026")


def test_what_was_chosen_stays_chosen(pane: SnapshotsPane) -> None:
    """When another snapshot has come meanwhile, and when the look is another."""
    pane.list.setCurrentRow(2)
    pane.show_snapshots(FILE, [replace(LAST, id="a-00000004"), LAST, BIG, OLD])
    assert pane.list.current() == BIG
    pane.list._draw()
    assert pane.list.current() == BIG


def test_what_has_changed_since_is_shown_and_said(pane: SnapshotsPane) -> None:
    """With its numbers in words; the whole earlier text is there for whoever wants to read or copy it."""
    lines = line_diff("En\nTo\nTre", "En\nTre\nFire\nFem")
    pane.show_difference(LAST, lines)
    assert pane.difference.counts.text() == "+ 2 linjer er kommet til · − 1 linje er tatt bort"
    assert pane.difference.isVisible()
    assert not pane.text.isVisible()
    pane.whole.setChecked(True)
    assert pane.text.toPlainText() == "En\nTo\nTre"
    assert pane.text.isVisible()
    assert not pane.difference.isVisible()
    assert pane.text.isReadOnly()
    assert change_words(line_diff("a", "a")) == "Fila sier det samme nå."


def test_an_answer_that_comes_late_is_passed_over(pane: SnapshotsPane) -> None:
    """It is about another text than the one chosen by now."""
    pane.show_difference(LAST, line_diff("a", "b"))
    shown = pane.difference.counts.text()
    pane.show_difference(OLD, line_diff("a", "a"))
    assert pane.difference.counts.text() == shown


def test_a_text_that_cannot_be_shown_is_told(pane: SnapshotsPane) -> None:
    """In its place, and it cannot be brought back; the next one can."""
    pane.show_problem(refusal("snapshot-damaged", folder="x").problem)
    assert pane.trouble.text().startswith("Den tidligere teksten er skadet")
    assert pane.trouble.isVisible()
    assert not pane.restore.isVisible()
    assert not pane.difference.isVisible()
    pane.show_difference(LAST, line_diff("a", "b"))
    assert not pane.trouble.isVisible()
    assert pane.restore.isVisible()


def test_one_is_asked_back(pane: SnapshotsPane, qtbot: QtBot) -> None:
    """By a button that says what it does, also for a file that is gone."""
    asked: list[SnapshotHead] = []
    pane.restore_wanted.connect(asked.append)
    pane.show_difference(LAST, line_diff("a", "b"))
    assert pane.restore.text() == "Hent tilbake denne teksten"
    qtbot.mouseClick(pane.restore, Qt.MouseButton.LeftButton)
    assert asked == [LAST]
    pane.show_snapshots("borte.md", [replace(LAST, file="borte.md")])
    assert pane.restore.text() == "Hent tilbake fila"


def test_another_file_is_asked_for(pane: SnapshotsPane, qtbot: QtBot) -> None:
    """By name; those that are gone are told apart in words."""
    assert [pane.files.itemText(at) for at in range(1, 4)] == [FILE, "kurs.md", "borte.md (slettet)"]
    assert pane.files.value() == FILE
    with qtbot.waitSignal(pane.file_wanted) as wanted:
        pane.files.setCurrentIndex(3)
        pane.files.activated.emit(3)
    assert wanted.args == ["borte.md"]


def test_a_file_without_earlier_texts_says_why(pane: SnapshotsPane) -> None:
    """And has neither list nor buttons."""
    pane.show_snapshots("ny.md", [])
    assert pane.empty.isVisible()
    assert not pane.list.isVisible()
    assert not pane.restore.isVisible()


def test_in_a_narrow_window_the_list_stands_above(pane: SnapshotsPane) -> None:
    """Side by side where there is room."""
    assert pane._split.orientation() is Qt.Orientation.Horizontal
    pane.resize(500, 600)
    assert pane._split.orientation() is Qt.Orientation.Vertical
