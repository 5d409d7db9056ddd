"""A report is read before it goes anywhere: shown whole, copied, saved; the dialog itself sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.report_dialog import ReportDialog, Say
from kursapp.ui.theme.theme import Theme

Show = Callable[[QWidget], QWidget]
TEXT = "Kursapp: rapport\nValueError\n  kursapp/x.py:3 f\n"


class Saved:
    """What was to be saved, and where."""

    def __init__(self) -> None:
        self.as_asked: list[tuple[Path, str]] = []

    def __call__(self, path: Path, text: str, say: Say) -> None:
        """Take note of it."""
        self.as_asked.append((path, text))
        say("Lagret.")


@pytest.fixture
def saved() -> Saved:
    """Save nothing in earnest."""
    return Saved()


@pytest.fixture
def dialog(theme: Theme, show: Show, saved: Saved) -> ReportDialog:
    """Show a report."""
    made = ReportDialog(theme, "Rapport om feilen", "Hva det er.", TEXT, "rapport.txt", saved)
    show(made)
    return made


def test_it_is_shown_whole_and_cannot_be_changed(dialog: ReportDialog, qtbot: QtBot) -> None:
    """The keyboard stands in it, Tab leads out of it, Esc puts it away."""
    assert dialog.text.hasFocus()
    qtbot.keyClicks(dialog.text, "x")
    assert dialog.text.toPlainText() == TEXT
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.copy_button.hasFocus()
    qtbot.keyClick(dialog.copy_button, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_is_copied(dialog: ReportDialog, qtbot: QtBot) -> None:
    """And that is said."""
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == TEXT
    assert dialog.said.text() == "Kopiert."


def test_it_is_saved_where_she_says(dialog: ReportDialog, saved: Saved, qtbot: QtBot, tmp_path: Path) -> None:
    """By the system's dialog; what came of it is said."""
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()]
    found[0].filesSelected.emit([str(tmp_path / "feil.txt")])
    found[0].reject()
    assert saved.as_asked == [(tmp_path / "feil.txt", TEXT)]
    assert dialog.said.text() == "Lagret."
