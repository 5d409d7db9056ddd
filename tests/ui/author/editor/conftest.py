"""An editor in a window of its own, and the hands that type in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.places import characters, units
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.editor.writing import Writing
from tests.ui.conftest import sweep

Hands = Callable[..., str]
"""``hands("a¦b", Key_Return, "xyz")``: put the text there, the cursor at ``¦``, type, and return the text with ``¦``.

Two ``¦`` choose what stands between them.
"""


@pytest.fixture
def actions() -> Actions:
    """Know what one can do."""
    return Actions()


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, actions: Actions) -> Iterator[MarkdownEditor]:
    """Show an editor that has the keyboard."""
    made = MarkdownEditor(theme, actions)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.close()
    made.deleteLater()
    sweep()


@pytest.fixture
def hands(editor: MarkdownEditor) -> Hands:
    """Type in the editor."""

    def do(text: str, *keys: object) -> str:
        put(editor, text)
        for key in keys:
            press(editor, key)
        cursor = editor.code.textCursor()
        now = editor.text()
        at = characters(now, cursor.position())
        return now[:at] + "¦" + now[at:]

    return do


def put(editor: MarkdownEditor, text: str) -> None:
    """Show a text with the cursor at its ``¦``; what stands between two is chosen."""
    first, last = text.index("¦"), text.rindex("¦")
    bare = text.replace("¦", "")
    editor.set_text(bare)
    cursor = editor.code.textCursor()
    cursor.setPosition(units(bare, first))
    cursor.setPosition(units(bare, max(first, last - 1)), cursor.MoveMode.KeepAnchor)
    editor.code.setTextCursor(cursor)


def press(editor: MarkdownEditor, key: object) -> None:
    """Press a key, a key with modifiers, or type letters."""
    if isinstance(key, str):
        for letter in key:
            # QTest knows the letters of Latin-1 only.
            pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor.code, pressed)
    elif isinstance(key, tuple):
        QTest.keyClick(editor.code, *key)
    else:
        assert isinstance(key, Qt.Key)
        QTest.keyClick(editor.code, key)


@pytest.fixture
def writing(qtbot: QtBot, theme: Theme, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Writing]:
    """Give an author at her editor with its aids, on a machine with a small dictionary."""
    made = Writing(qtbot, theme, tmp_path, kept_worker)
    yield made
    made.close()
