"""Slips with codes to print, cut out and draw: shown once, for only their digests are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from kursapp.services.cohort_cards import CohortCard
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator

LINES_SEEN = 220


class CodesCard(Card):
    """As many slips as there are participants, to be copied into a document and printed."""

    def __init__(self, desk: Desk, messages: Messages) -> None:
        super().__init__()
        self._desk, self._messages = desk, messages
        self._card: CohortCard | None = None
        self.body.addWidget(label(_("Koder på papir"), "h3"))
        text = _(
            "Lag lapper, skriv dem ut, klipp dem fra hverandre og la deltakerne trekke hver sin. Hver lapp har en kode "
            "for hvert skjema. Kodene vises bare denne ene gangen."
        )
        self.body.addWidget(label(text))
        self.codes = QPlainTextEdit()
        self.codes.setReadOnly(True)
        self.codes.setTabChangesFocus(True)
        self.codes.setAccessibleName(_("Koder på papir"))
        self.codes.setFixedHeight(LINES_SEEN)
        self.codes.hide()
        self.body.addWidget(self.codes)
        self.make = button(_("Lag lapper med koder"))
        self.copy = button(_("Kopier lappene"), "primary")
        self.copy.hide()
        self.make.clicked.connect(self._on_make)
        self.copy.clicked.connect(self._on_copy)
        add_button_row(self.body, self.copy, self.make)

    def show_cohort(self, card: CohortCard) -> None:
        """Be about a cohort."""
        if self._card is None or self._card.id != card.id:
            self.forget()
        self._card = card

    def forget(self) -> None:
        """Show no codes."""
        self.codes.clear()
        self.codes.hide()
        self.copy.hide()

    @Slot()
    def _on_make(self) -> None:
        assert self._card is not None
        self._desk.ask(partial(_draw, self._card.id, self._card.invited), self._show)

    def _show(self, codes: tuple[str, ...]) -> None:
        self.codes.setPlainText("\n".join(codes))
        self.codes.show()
        self.copy.show()
        self.make.setText(_("Lag flere lapper"))
        self.codes.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.codes.toPlainText())
        self._messages.tell(_("Lappene er kopiert. Lim dem inn i et dokument, og skriv det ut."))


def _draw(cohort_id: str, count: int, coordinator: Coordinator) -> tuple[str, ...]:
    return coordinator.draw_codes(cohort_id, count)
