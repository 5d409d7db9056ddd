"""Buttons in the three weights of the design, and buttons with an icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme


def button(text: str, role: str = "secondary", *, main: bool = False, parent: QWidget | None = None) -> QPushButton:
    """Make a ``primary``, ``secondary`` or ``tertiary`` button; ``main`` is a participant's main action, 48 px high."""
    # Made without words: for them Qt's Python side looks whether they are an icon, and loads all that icons are.
    made = QPushButton(parent)
    made.setText(text)
    made.setProperty("role", role)
    if main:
        made.setProperty("main", True)
    # Otherwise Enter does nothing on a button outside dialogs, except on some desktops.
    # Enter presses it, as Space does; Qt leaves that out on some systems.
    made.setAutoDefault(True)
    return made


def add_button_row(column: QBoxLayout, *buttons: QPushButton) -> None:
    """Put buttons at the bottom of a column, from the left, each as wide as its words, the most important first."""
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(scale.S12)
    for each in buttons:
        row.addWidget(each)
    row.addStretch(1)


def left(widget: QWidget) -> QWidget:
    """Let a part be no wider than it needs, so that a click far to its right is no click on it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


class IconButton(QToolButton):
    """A button that shows an icon only; its name is its tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None, colour: str = "text") -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self.setProperty("role", "icon")
        self.rename(name)
        theme.changed.connect(self._draw)
        self._draw()

    def rename(self, name: str) -> None:
        """Say something else about what the button does."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    @Slot()
    def _draw(self) -> None:
        side = self._theme.px(20)
        self.setIconSize(QSize(side, side))
        if self._theme.draws:
            self.setIcon(self._theme.icon(self._icon, self._colour))


def icon_button(theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> IconButton:
    """Make a button that shows an icon of ``assets/icons`` and is called ``name``."""
    return IconButton(theme, icon, name, parent)
