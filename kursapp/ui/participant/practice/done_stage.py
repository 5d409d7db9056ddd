"""The end of a round: how it went, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.words import EXTRA, round_result
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class DoneStage(QWidget):
    """What a round came to; with nothing put it says that there was nothing left."""

    overview_wanted = Signal()
    more_wanted = Signal(int)

    def __init__(self, put: int, right: int, *, more: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        card.body.addWidget(label(_("Ferdig for i dag"), "h2"))
        self.words = label(round_result(put, right) if put else _("Det er ikke flere spørsmål i dag."))
        card.body.addWidget(self.words)
        if right < put:
            card.body.addWidget(label(_("Det du bommet på, kommer igjen i morgen."), "muted"))
        self.overview = button(_("Til øvingen"), "primary", main=True)
        self.more = button(_("Ta {n} til").format(n=EXTRA), "secondary", main=True)
        card.body.addWidget(ButtonRow(self.overview, self.more))
        self.more.setVisible(more)
        self.overview.clicked.connect(self.overview_wanted)
        self.more.clicked.connect(self._on_more)

    @Slot()
    def _on_more(self) -> None:
        self.more_wanted.emit(EXTRA)
