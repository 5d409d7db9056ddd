"""What stands in the window where the data folder cannot be used: why not, and the ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.problem import Problem, refusal
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

WIDTH = 600


class PlaceScreen(Screen):
    """Stands alone in the window. ``left`` says that she would rather close it."""

    left = Signal()

    def __init__(self, theme: Theme, title: str, found: Problem, about: str, *ways: QPushButton) -> None:
        super().__init__()
        self._title, self._ways = title, ways
        scroll = Column(theme, WIDTH, self)
        column = scroll.column
        column.addStretch(1)
        column.addWidget(label(title, "h1"))
        self.lead = label(sentence(found), "lead")
        column.addWidget(self.lead)
        column.addWidget(label(about, "muted"))
        column.addSpacing(scale.S16)
        self.leave_button = button(_("Avslutt"), main=True)
        self.leave_button.clicked.connect(self.left)
        add_button_row(column, *ways, self.leave_button)
        column.addStretch(2)
        scroll.fill(self)

    def title(self) -> str:
        return self._title

    def first_focus(self) -> QWidget | None:
        return self._ways[0]

    def say(self, found: Problem) -> None:
        """Say what came in the way of what she chose."""
        self.lead.setText(sentence(found))
        announce(self, self.lead.text())


class NetworkScreen(PlaceScreen):
    """The folder is on a network drive. ``local_chosen`` says yes to the one on the machine."""

    local_chosen = Signal()

    def __init__(self, theme: Theme, folder: Path, local: Path) -> None:
        found = refusal("network-folder-offer", folder=folder, local=local).problem
        about = _("Ligger det en profil i mappa fra før, blir den ikke rørt. Den som drifter maskinen, kan flytte den.")
        self.local = button(_("Bruk mappa på denne maskinen"), "primary", main=True)
        super().__init__(theme, _("Mappa ligger på en nettverksdisk"), found, about, self.local)
        self.local.clicked.connect(self.local_chosen)


class AwayScreen(PlaceScreen):
    """The folder is not there, nor the one it should be in: a stick that is not put in, more likely than a new place.

    ``again`` asks to look once more, ``make`` to begin with an empty one.
    """

    again = Signal()
    make = Signal()

    def __init__(self, theme: Theme, folder: Path) -> None:
        found = refusal("data-folder-away", folder=folder).problem
        about = _("Er det første gang du bruker mappa, kan Kursapp lage den. Da begynner du med en tom mappe.")
        self.try_again = button(_("Prøv igjen"), "primary", main=True)
        self.make_button = button(_("Lag mappa"), main=True)
        super().__init__(theme, _("Mappa er ikke her nå"), found, about, self.try_again, self.make_button)
        self.try_again.clicked.connect(self.again)
        self.make_button.clicked.connect(self.make)
