"""Actions are made in one place and known there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.ui.actions import Actions


def test_an_action_does_what_its_keys_ask(show: Callable[[QWidget], QWidget], qtbot) -> None:
    """The keys work while the keyboard is in the owner."""
    actions, done = Actions(), []
    owner = QWidget()
    actions.add(owner, "next", "Neste side", "Ctrl+Right", lambda: done.append(1), "Side")
    show(owner)
    owner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    owner.setFocus()
    qtbot.keyClick(owner, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_several_keys_and_none() -> None:
    """One action may have several keys, and a command needs none."""
    actions, owner = Actions(), QWidget()
    several = actions.add(owner, "larger", "Større", (QKeySequence.StandardKey.ZoomIn, "Ctrl+="), print, "Tekst")
    none = actions.add(owner, "x", "Uten", "", print, "Tekst")
    assert len(several.shortcuts()) == 2
    assert none.shortcuts() == []
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 52)


def test_only_what_is_on_screen_is_at_hand(show: Callable[[QWidget], QWidget]) -> None:
    """Ctrl+K offers the present screen's commands, the list of keys has all, and what is gone is forgotten."""
    import shiboken6

    actions = Actions()
    here, elsewhere = QWidget(), QWidget()
    actions.add(here, "a", "Her", "F2", print, "Gruppe")
    actions.add(elsewhere, "b", "Der", "F3", print, "Gruppe")
    show(here)
    assert [action.text() for action in actions.at_hand()] == ["Her"]
    assert [action.text() for action in actions.every()] == ["Her", "Der"]
    shiboken6.delete(elsewhere)
    assert [action.text() for action in actions.every()] == ["Her"]


def test_all_but_a_few_can_be_put_to_sleep_and_woken() -> None:
    """While a profile is locked only what says nothing about it works."""
    actions, owner = Actions(), QWidget()
    made = {name: actions.add(owner, name, name, "", print, "Tekst") for name in ("larger", "search", "clear")}
    actions.allow_only(frozenset({"larger"}))
    assert [name for name, action in made.items() if action.isEnabled()] == ["larger"]
    actions.allow_only(None)
    assert all(action.isEnabled() for action in made.values())
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 52)
