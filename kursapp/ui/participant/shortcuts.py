"""Hurtigtaster: a list made from the actions themselves, so that it is never wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kursapp.ui.actions import GROUP, Actions, keys_of, shown_key
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

SHORTCUTS_WIDTH = 680


class ShortcutsScreen(Screen):
    """Every key there is, by what it is for."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._actions = actions
        self._scroll = Column(theme, SHORTCUTS_WIDTH, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(_("Hurtigtaster"))
        self._groups = QVBoxLayout()
        self._groups.setSpacing(scale.S12)
        self._scroll.column.addWidget(label(_("Hurtigtaster"), "h1"))
        self._scroll.column.addWidget(label(_("Alt i Kursapp kan gjøres uten mus."), "muted"))
        self._scroll.column.addLayout(self._groups)
        self._scroll.column.addStretch(1)
        self._scroll.fill(self)

    def title(self) -> str:
        return _("Hurtigtaster")

    def first_focus(self) -> QWidget | None:
        return self._scroll

    def enter(self, location: Location) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for heading, rows in self._rows().items():
            self._groups.addWidget(label(heading, "h3"))
            self._groups.addWidget(_table(rows))

    def texts(self) -> dict[str, str]:
        """Return what is listed: the action's words and its keys."""
        return {text: keys for rows in self._rows().values() for text, keys in rows}

    def _rows(self) -> dict[str, list[tuple[str, str]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for action in self._actions.every():
            row = (action.text(), keys_of(action))
            group = groups.setdefault(str(action.property(GROUP)), [])
            if row[1] and row not in group:
                group.append(row)
        return groups | {_("Svare på spørsmål"): self._at_questions()}

    def _at_questions(self) -> list[tuple[str, str]]:
        """Name the keys that questions understand themselves: a digit there is no command of the window."""
        enter = shown_key(QKeySequence(Qt.Key.Key_Return))
        return [(_("Velg svar nummer 1–9"), "1–9"), (_("Svar"), enter)]


def _table(rows: list[tuple[str, str]]) -> Card:
    card = Card()
    grid = QGridLayout()
    card.body.addLayout(grid)
    grid.setHorizontalSpacing(scale.S24)
    grid.setVerticalSpacing(scale.S8)
    grid.setColumnStretch(0, 1)
    for number, (text, keys) in enumerate(rows):
        words: QLabel = label(text)
        key = label(keys, "key", wrap=False)
        key.setAccessibleName(f"{text}: {keys}")
        grid.addWidget(words, number, 0)
        grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight)
    return card
