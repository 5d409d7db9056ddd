"""Hent fra en annen maskin, for who has a profile here already."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.ui.carrying import Carrying
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, Navigator, settings
from kursapp.ui.participant.carry.move_in_pane import MoveInPane
from kursapp.ui.participant.carry.move_out_screen import CARRY_WIDTH
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.scroll import Column


class MoveInScreen(Screen):
    """A location's ``target`` is the file that was opened or dropped."""

    def __init__(self, carrying: Carrying, navigator: Navigator, theme: Theme) -> None:
        super().__init__()
        self._navigator = navigator
        self.pane = MoveInPane(carrying)
        self.pane.left.connect(self._on_left)
        scroll = Column(theme, CARRY_WIDTH, self)
        scroll.fill(self)
        scroll.column.addWidget(self.pane)
        scroll.column.addStretch(1)

    def title(self) -> str:
        return _("Hent fra en annen maskin")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Innstillinger"), settings()),)

    def first_focus(self) -> QWidget | None:
        return self.pane.first()

    def enter(self, location: Location) -> None:
        self.pane.show_file(location.target)

    @Slot()
    def _on_left(self) -> None:
        if self._navigator.can_go_back:
            self._navigator.back()
        else:
            self._navigator.go(settings())
