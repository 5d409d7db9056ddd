"""Earlier texts of the open draft: what is shown is what was kept, and bringing one back can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kursapp.domain.draft import SnapshotReason
from kursapp.services.draft import Draft
from kursapp.ui.author.snapshots_panel import SnapshotsPanel
from kursapp.ui.messages import Message, Messages
from kursapp.ui.theme.theme import Theme
from tests.ui.author.conftest import LONG, Desk

FILE = "dag-1/quiz.md"

Show = Callable[[QWidget], QWidget]


class Opened:
    """The panel at a draft in which one file was changed, and what was said."""

    def __init__(self, desk: Desk, theme: Theme, show: Show) -> None:
        self.desk = desk
        self.draft = desk.open()
        self.said: list[Message] = []
        messages = Messages()
        messages.shown.connect(self.said.append)
        self.panel = SnapshotsPanel(self.draft, theme, messages)
        show(self.panel)
        self.first = desk.text_of(FILE)
        self.draft.edit(FILE, self.first + "Ny linje.\n")

    def show(self, file: str) -> None:
        """Show a file's earlier texts, and wait for the comparison."""
        self.panel.show_file(file)
        for _ in range(3):
            self.desk.settle()

    def restore(self) -> None:
        """Ask for the one chosen, and wait until it is there."""
        self.desk.qtbot.mouseClick(self.panel.pane.restore, Qt.MouseButton.LeftButton)
        for _ in range(4):
            self.desk.settle()

    def reasons(self, file: str = FILE) -> list[SnapshotReason]:
        """Return why each snapshot of a file was taken, the latest first."""
        found: list[list[SnapshotReason]] = []
        self.draft.ask(lambda draft: [head.reason for head in draft.snapshots(file)], found.append)
        self.desk.settle()
        return found[0]


@pytest.fixture
def opened(desk: Desk, theme: Theme, show: Show) -> Opened:
    """Change a file of the draft."""
    return Opened(desk, theme, show)


def test_a_files_earlier_texts_are_compared_with_what_is_written(opened: Opened) -> None:
    """What she has typed this second is part of it."""
    opened.show(FILE)
    pane = opened.panel.pane
    assert opened.panel.file == FILE
    assert pane.difference.counts.text().startswith("+ 1 linje er kommet til")
    pane.whole.setChecked(True)
    assert pane.text.toPlainText() == opened.first


def test_one_is_brought_back_and_that_can_be_undone(opened: Opened) -> None:
    """In the editor and on the disk; what stood before is a snapshot of its own."""
    opened.show(FILE)
    restored: list[str] = []
    opened.panel.restored.connect(restored.append)
    opened.restore()
    assert opened.desk.text_of(FILE) == opened.first
    assert restored == [FILE]
    assert SnapshotReason.RESTORE in opened.reasons()
    opened.draft.flush()
    opened.desk.settle()
    assert opened.desk.on_disk(FILE) == opened.first
    undo = opened.said[-1].act
    assert undo is not None
    undo()
    opened.draft.flush()
    opened.desk.settle()
    assert opened.desk.on_disk(FILE) == opened.first + "Ny linje.\n"


def test_a_file_that_is_gone_comes_back(opened: Opened) -> None:
    """To the course, the editor and the disk."""
    opened.draft.flush()
    opened.desk.settle()
    opened.draft.ask(_keep_all)
    opened.desk.settle()
    (opened.desk.folder / FILE).unlink()
    opened.draft.look_outside()
    opened.desk.qtbot.waitUntil(lambda: FILE not in opened.draft.files, timeout=LONG)
    opened.show(FILE)
    assert opened.panel.pane.restore.text() == "Hent tilbake fila"
    opened.restore()
    opened.desk.qtbot.waitUntil(lambda: FILE in opened.draft.files, timeout=LONG)
    assert opened.desk.on_disk(FILE) == opened.first + "Ny linje.\n"
    assert opened.said[-1].text == f"«{FILE}» er tilbake i kurset."


def test_without_a_name_it_is_the_file_kept_last(opened: Opened) -> None:
    """And where nothing was kept, it says so."""
    opened.show("")
    assert opened.panel.file == FILE
    opened.show("begreper.md")
    assert opened.panel.pane.empty.isVisible()


def test_a_damaged_text_is_told_in_its_place(opened: Opened) -> None:
    """The panel goes on."""
    opened.show(FILE)
    home: list[Draft] = []
    opened.draft.ask(lambda draft: home.append(draft))
    opened.desk.settle()
    for piece in (home[0].home / "snapshots" / "chunks").iterdir():
        piece.write_bytes(b"?")
    opened.show(FILE)
    assert opened.panel.pane.trouble.text().startswith("Den tidligere teksten er skadet")
    assert not opened.panel.pane.restore.isVisible()


def _keep_all(draft: Draft) -> None:
    draft.snapshot_files(draft.files())
