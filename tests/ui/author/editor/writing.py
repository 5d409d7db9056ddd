"""An editor with its aids around a real draft on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.services.spelling import Speller
from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.aids import EditingAids
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Message, Messages
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.services.small_dictionary import write_dictionary
from tests.small_package import write_course
from tests.ui.conftest import sweep

LONG = 30_000
FILE = "dag-1/svaret.md"


class Writing:
    """An author at her editor, with one file of a small course open."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path, worker: Worker, *, dictionary: bool = True) -> None:
        self.qtbot, self.place, self.folder = qtbot, place, write_course(place / "kurs")
        author = Author(place / "data", SystemClock(), worker)
        card = author.add(self.folder)
        words = [write_dictionary(place / "ordbok")] if dictionary else []
        self.workbench = Workbench(
            lambda: author,
            lambda: Looking(place / "cache", worker),
            make_speller=lambda: Speller(words, place / "data" / "author" / "words.txt", worker),
        )
        self.draft, self.messages = OpenDraft(self.workbench), Messages()
        self.said: list[Message] = []
        self.messages.shown.connect(self.said.append)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.editor = MarkdownEditor(theme, Actions())
        column.addWidget(self.editor)
        self.aids = EditingAids(self.editor, self.draft, self.workbench, theme, Actions(), self.messages)
        column.insertWidget(0, self.aids.insert_button)
        self.editor.edited.connect(self._on_edited)
        self.draft.file_changed.connect(self._follow)
        self.draft.problems_changed.connect(self._show_findings)
        self.window.resize(960, 600)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=LONG)
        self.draft.enter(card.id, lambda: None, lambda: pytest.fail("no draft"))
        self.until(lambda: self.draft.course is not None)
        self.until(lambda: bool(getattr(self.editor.names(), "files", ())))
        self.draft.text_of(FILE, self._open)
        self.until(lambda: self.editor.file() == FILE)

    @property
    def code(self) -> QWidget:
        """The text one types in."""
        return self.editor.code

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(holds, timeout=LONG)

    def settle(self) -> None:
        """Wait until everything asked for has been answered."""
        for _round in range(3):
            done: list[object] = []
            self.workbench.ask(lambda _author: None, done.append)
            self.workbench.look(lambda _looking: None, done.append)
            self.workbench.spell(lambda _speller: None, done.append)
            self.until(lambda done=done: len(done) == 3)

    def write(self, text: str) -> None:
        """Put a text in the file, with the cursor where ``▮`` stands."""
        self.editor.replace_text(text.replace("▮", ""))
        before = text.partition("▮")[0]
        self.editor.go_to(before.count("\n") + 1, len(before) - before.rfind("\n"))
        self.editor.code.setFocus()

    def type(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self.editor.code, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in what has the keyboard."""
        QTest.keyClick(self.window.focusWidget() or self.editor.code, key, modifier)

    def _open(self, text: str) -> None:
        self.editor.open(FILE, text)
        self.draft.lend(FILE, self.editor.text)
        self._show_findings()

    def _on_edited(self) -> None:
        if self.editor.file():
            self.draft.touch(self.editor.file())

    def _follow(self, file: str) -> None:
        self.draft.text_of(file, self.editor.replace_text)

    def _show_findings(self) -> None:
        self.editor.set_findings(found for found in self.draft.problems if found.file == self.editor.file())

    def close(self) -> None:
        """End the threads, and let the window go."""
        self.draft.close()
        self.workbench.close(10)
        self.window.close()
        self.window.deleteLater()
        sweep()
