"""What is asked before something that cannot be undone, and how files and folders are chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.asking import Asking
from kursapp.ui.picking import Picker

Show = Callable[[QWidget], QWidget]


@pytest.mark.parametrize(("role", "done"), [("AcceptRole", ["yes"]), ("RejectRole", [])])
def test_only_yes_acts(show: Show, qtbot: QtBot, role: str, done: list[str]) -> None:
    """The way back does nothing, and nothing stands over the window afterwards."""
    owner = show(QWidget())
    asking = Asking(owner)
    heard: list[str] = []
    asking.ask("Lukke?", "Det kan ikke gjøres om.", "Lukk", lambda: heard.append("yes"))
    question = asking.question
    assert question is not None
    button = next(one for one in question.buttons() if question.buttonRole(one).name == role)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == done
    qtbot.waitUntil(lambda: asking.question is None)


def test_escape_and_enter_are_the_safe_answer(show: Show, qtbot: QtBot) -> None:
    """A key pressed too soon does nothing that cannot be undone."""
    asking = Asking(show(QWidget()))
    heard: list[str] = []
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        asking.ask("Lukke?", "", "Lukk", lambda: heard.append("yes"))
        question = asking.question
        assert isinstance(question, QMessageBox)
        qtbot.keyClick(question.defaultButton(), key)
        qtbot.waitUntil(lambda: asking.question is None)
    assert not heard


def test_a_folder_is_chosen_and_the_next_dialog_begins_there(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    """What was chosen is told once; putting the dialog away tells nothing."""
    picker = Picker(show(QWidget()))
    heard: list[Path] = []
    picker.folder("Velg mappe", heard.append)
    assert picker.dialog is not None
    picker.dialog.setDirectory(str(tmp_path))
    picker.dialog.filesSelected.emit([str(tmp_path)])
    picker.dialog.reject()
    assert heard == [tmp_path]
    picker.folder("Velg mappe", heard.append)
    assert Path(picker.dialog.directory().absolutePath()) == tmp_path
    picker.dialog.reject()
    assert heard == [tmp_path]


def test_a_file_to_write_gets_its_ending(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    """A name typed without the ending gets it, so that the file opens in the right program."""
    picker = Picker(show(QWidget()))
    heard: list[Path] = []
    picker.save("Lagre", "ark.pdf", "PDF (*.pdf)", heard.append)
    assert picker.dialog is not None
    assert picker.dialog.defaultSuffix() == "pdf"
    picker.dialog.setDirectory(str(tmp_path))
    picker.dialog.selectFile(str(tmp_path / "mitt"))
    picker.dialog.accept()
    assert heard == [tmp_path / "mitt.pdf"]
