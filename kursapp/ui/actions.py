"""Everything one can do by keyboard: made in one place, so that Hurtigtaster and Ctrl+K can list it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Keys = str | QKeySequence.StandardKey
GROUP = "group"
_SHOWN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}


class Actions(QObject):
    """Makes actions and knows those that still exist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[QWidget, QAction]] = []

    def add(
        self,
        owner: QWidget,
        name: str,
        text: str,
        keys: Keys | tuple[Keys, ...],
        slot: Callable[[], object],
        group: str,
        *,
        everywhere: bool = False,
    ) -> QAction:
        """Make an action on ``owner``: its keys work while the keyboard is in it, or ``everywhere`` in the window.

        ``keys`` is a portable text (``"Ctrl+K"``), a standard key, several of them, or empty; ``group`` is the heading
        it stands under on the Hurtigtaster page. Ctrl+K offers it while ``owner`` is on screen.
        """
        action = QAction(text, owner)
        action.setObjectName(name)
        action.setProperty(GROUP, group)
        action.setShortcuts(_sequences(keys))
        in_window, in_owner = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(in_window if everywhere else in_owner)
        action.triggered.connect(slot)
        owner.addAction(action)
        self._all.append((owner, action))
        return action

    def remove(self, action: QAction) -> None:
        """Take an action away, with its keys."""
        self._all = [(owner, each) for owner, each in self._all if each is not action]
        action.setShortcuts([])
        action.setEnabled(False)
        action.deleteLater()

    def every(self) -> tuple[QAction, ...]:
        """Return all actions of what has been opened, in the order they were made."""
        self._all = [(owner, action) for owner, action in self._all if isValid(owner) and isValid(action)]
        return tuple(action for _owner, action in self._all)

    def allow_only(self, names: frozenset[str] | None) -> None:
        """Let only actions of these names work; None lets all work again."""
        for action in self.every():
            action.setEnabled(names is None or action.objectName() in names)

    def at_hand(self) -> tuple[QAction, ...]:
        """Return the actions whose owner is on screen now."""
        self.every()
        return tuple(action for owner, action in self._all if owner.isVisible() and action.isEnabled())


def keys_of(action: QAction) -> str:
    """Return an action's keys as they are written on the keyboard; the first of several."""
    sequences = action.shortcuts()
    return shown_key(sequences[0]) if sequences else ""


def shown_key(sequence: QKeySequence) -> str:
    """Return a key in the machine's own way of writing it, with arrows as arrows."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_SHOWN.get(key, key) for key in text.split("+"))


def _sequences(keys: Keys | tuple[Keys, ...]) -> list[QKeySequence]:
    several = keys if isinstance(keys, tuple) else (keys,)
    return [QKeySequence(each) for each in several if each != ""]
