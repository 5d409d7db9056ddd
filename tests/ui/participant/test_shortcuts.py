"""The list of keys is made from the actions, so it is never wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kursapp.ui.actions import Actions, shown_key
from kursapp.ui.navigation import shortcuts
from kursapp.ui.participant.shortcuts import ShortcutsScreen
from kursapp.ui.theme.theme import Theme


def test_every_action_with_keys_is_listed_by_its_group(theme: Theme, qtbot: QtBot) -> None:
    """What has no key is not a shortcut; two screens with one action list it once."""
    actions, owner, other = Actions(), QWidget(), QWidget()
    for widget in (owner, other):
        qtbot.addWidget(widget)
    actions.add(owner, "next", "Neste side", "Ctrl+Right", print, "Side")
    actions.add(other, "next", "Neste side", "Ctrl+Right", print, "Side")
    actions.add(owner, "x", "Uten tast", "", print, "Side")
    actions.add(owner, "larger", "Større tekst", (QKeySequence.StandardKey.ZoomIn, "Ctrl+="), print, "Tekst")
    screen = ShortcutsScreen(actions, theme)
    qtbot.addWidget(screen)
    screen.enter(shortcuts())
    listed = screen.texts()
    assert listed["Neste side"] == "Ctrl+→"
    assert listed["Større tekst"] == "Ctrl++"
    assert "Uten tast" not in listed
    assert listed["Velg svar nummer 1–9"] == "1–9"
    said = [each.text() for each in screen.findChildren(QLabel)]
    assert said.count("Neste side") == 1
    assert {"Side", "Tekst", "Svare på spørsmål"} <= set(said)


def test_the_list_is_made_anew_at_every_visit(theme: Theme, qtbot: QtBot) -> None:
    """A screen opened meanwhile has its keys there."""
    actions, owner = Actions(), QWidget()
    qtbot.addWidget(owner)
    screen = ShortcutsScreen(actions, theme)
    qtbot.addWidget(screen)
    screen.enter(shortcuts())
    actions.add(owner, "flag", "Merk spørsmålet", "Ctrl+M", print, "Quiz")
    screen.enter(shortcuts())
    assert screen.texts()["Merk spørsmålet"] == "Ctrl+M"


def test_keys_are_shown_as_they_stand_on_the_keyboard() -> None:
    """Arrows as arrows."""
    assert shown_key(QKeySequence("Alt+Left")) == "Alt+←"
    assert shown_key(QKeySequence(Qt.Key.Key_Return)) == "Enter"
    assert shown_key(QKeySequence("Ctrl+PgDown")) == "Ctrl+PgDown"
