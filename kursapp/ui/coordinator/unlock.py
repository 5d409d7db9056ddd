"""The way in to the coordinator's safe: its passphrase, the choice of one the first time, the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.domain.problem import Problem
    from kursapp.services.cohort_cards import DoorState
    from kursapp.ui.coordinator.rescue_pane import RescuePane
    from kursapp.ui.coordinator.unlock_panes import Pane
    from kursapp.ui.desk import Desk
    from kursapp.ui.navigation import Location

UNLOCK_WIDTH = 640


class UnlockScreen(Screen):
    """Painted with its heading alone; what one can do comes when it is known whether there is a safe."""

    _desk: Desk

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.pane: Pane | RescuePane | None = None
        self._scrolled = Column(theme, UNLOCK_WIDTH, self)
        column = self._scrolled.column
        column.addWidget(label(_("Koordinator"), "h1"))
        lead = _("Her lager du kull, samler inn svarfiler og får en rapport der ingen kan kjenne igjen enkeltpersoner.")
        column.addWidget(label(lead, "lead"))
        self._room = QVBoxLayout()
        column.addLayout(self._room)
        self._room.setSpacing(scale.S16)
        column.addStretch(1)
        self._scrolled.fill(self)

    def work_with(self, desk: Desk) -> None:
        """Take the collaborator, which comes after the first paint."""
        self._desk = desk

    def title(self) -> str:
        return _("Koordinator")

    def first_focus(self) -> QWidget | None:
        return self.pane.first() if self.pane is not None else self

    def enter(self, location: Location) -> None:
        self._desk.state(self._show_state)

    def leave(self) -> None:
        if self.pane is not None and self._desk.is_open:
            self.pane.clear()

    def _show_state(self, state: DoorState) -> None:
        from kursapp.ui.coordinator.unlock_panes import NewPane, OpenPane

        if state.exists:
            opening = OpenPane(self._theme, self._desk)
            opening.recovery_asked.connect(self._on_recovery)
            opening.collection_lost.connect(self._on_lost)
            self._show(opening)
        else:
            fresh = NewPane(self._theme, self._desk, shared=state.shared)
            fresh.recovery_asked.connect(self._on_recovery)
            self._show(fresh)

    @Slot()
    def _on_recovery(self) -> None:
        from kursapp.ui.coordinator.unlock_panes import RecoverPane

        recovering = RecoverPane(self._theme, self._desk)
        recovering.back_asked.connect(self._on_back)
        self._show(recovering)

    @Slot(object)
    def _on_lost(self, found: Problem) -> None:
        """Show the way back where the collection is damaged or gone."""
        from kursapp.ui.coordinator.rescue_pane import RescuePane
        from kursapp.ui.coordinator.unlock_panes import OpenPane

        assert isinstance(self.pane, OpenPane)
        rescuing = RescuePane(self._desk, found, self.pane.passphrase.text())
        rescuing.back_asked.connect(self._on_back)
        self._show(rescuing)

    @Slot()
    def _on_back(self) -> None:
        self._desk.state(self._show_state)

    def _show(self, pane: Pane | RescuePane) -> None:
        if self.pane is not None:
            self._room.removeWidget(self.pane)
            self.pane.hide()
            self.pane.deleteLater()
        self.pane = pane
        self._room.addWidget(pane)
        pane.show()
        if self.isVisible():
            pane.first().setFocus()
