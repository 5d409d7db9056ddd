"""What stands in the window where the data folder is on a network drive: why not, and the folder to use instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import refusal
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

WIDTH = 600


class NetworkScreen(Screen):
    """Stands alone in the window; nothing is opened behind it. ``local_chosen`` says yes to the local folder."""

    local_chosen = Signal()
    left = Signal()

    def __init__(self, theme: Theme, folder: Path, local: Path) -> None:
        super().__init__()
        scroll = Column(theme, WIDTH, self)
        column = scroll.column
        column.addStretch(1)
        column.addWidget(label(_("Mappa ligger på en nettverksdisk"), "h1"))
        found = refusal("network-folder-offer", folder=folder, local=local).problem
        column.addWidget(label(sentence(found), "lead"))
        about = _("Ligger det en profil i mappa fra før, blir den ikke rørt. Den som drifter maskinen, kan flytte den.")
        column.addWidget(label(about, "muted"))
        column.addSpacing(scale.S16)
        self.local = button(_("Bruk mappa på denne maskinen"), "primary", main=True)
        self.local.clicked.connect(self.local_chosen)
        self.leave_button = button(_("Avslutt"), main=True)
        self.leave_button.clicked.connect(self.left)
        add_button_row(column, self.local, self.leave_button)
        column.addStretch(2)
        scroll.fill(self)

    def title(self) -> str:
        return _("Mappa ligger på en nettverksdisk")

    def first_focus(self) -> QWidget | None:
        return self.local
