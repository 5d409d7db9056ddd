"""The dialog after a fault is calm, says what is so, and leads on by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.crash_dialog import CrashDialog
from kursapp.ui.theme.theme import Look, Theme

Show = Callable[[QWidget], QWidget]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_go_on(theme: Theme, show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    """Neither closes the program."""
    dialog = CrashDialog(theme, is_kept=True)
    quits: list[bool] = []
    dialog.quit_asked.connect(lambda: quits.append(True))
    show(dialog)
    assert dialog.go_on.hasFocus()
    qtbot.keyClick(dialog.focusWidget(), key)
    assert not dialog.isVisible()
    assert quits == []


@pytest.mark.parametrize("kept", [True, False])
def test_it_says_what_is_so(theme: Theme, show: Show, kept: bool) -> None:
    """Saved only where it is; no blame, no exclamation marks; all its words are seen, and read aloud."""
    dialog = CrashDialog(theme, is_kept=kept)
    show(dialog)
    said = dialog.words.text()
    assert ("Alt du har skrevet, er lagret." in said) is kept
    assert "blir ikke sendt" in said
    assert "!" not in said
    area = dialog.words.parentWidget()
    assert area.height() >= dialog.words.heightForWidth(area.width())
    assert dialog.accessibleDescription() == said


def test_large_letters_on_a_small_screen_leave_the_buttons(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog is never higher than the screen: the words scroll instead."""
    theme.wear(Look("light", 200))
    monkeypatch.setattr(CrashDialog, "screen", lambda _self: SmallScreen())
    dialog = CrashDialog(theme, is_kept=False)
    show(dialog)
    assert dialog.height() <= SmallScreen().availableSize().height()
    assert dialog.width() <= SmallScreen().availableSize().width()
    area = dialog.words.parentWidget()
    assert dialog.words.height() > area.height() > 0
    assert dialog.report.isVisible()
    theme.wear(Look("light"))


class SmallScreen:
    """The smallest the program is made for."""

    def availableSize(self) -> QSize:
        """Return it."""
        return QSize(960, 480)


def test_quitting_and_the_report_are_asked_for(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """The report leaves the dialog standing; quitting puts it away first."""
    dialog = CrashDialog(theme, is_kept=True)
    show(dialog)
    with qtbot.waitSignal(dialog.report_asked):
        qtbot.mouseClick(dialog.report, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.quit_asked):
        qtbot.mouseClick(dialog.quit, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
