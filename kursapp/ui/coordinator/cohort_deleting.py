"""Deleting a cohort: asked about first, done at once, and followed by what only people can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from kursapp.services.cohort_cards import CohortCard, Deleted
from kursapp.texts.cohorts import by_hand
from kursapp.ui.asking import Asking
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _, language
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator


class DeleteCard(Card):
    """``deleted`` tells what was deleted and what is left to do by hand."""

    deleted = Signal(object)

    def __init__(self, desk: Desk, asking: Asking) -> None:
        super().__init__(look="well")
        self._desk, self._asking = desk, asking
        self._card: CohortCard | None = None
        self.body.addWidget(label(_("Slett kullet"), "h3"))
        text = _("Nøklene ødelegges, og alt programmet har om kullet, blir borte. Ta ut rapporten først.")
        self.body.addWidget(label(text))
        self.delete = button(_("Slett kullet for godt"))
        self.delete.clicked.connect(self._on_delete)
        add_button_row(self.body, self.delete)

    def show_cohort(self, card: CohortCard) -> None:
        """Be about another cohort."""
        self._card = card

    @Slot()
    def _on_delete(self) -> None:
        assert self._card is not None
        title = _("Vil du slette «{name}»?").format(name=self._card.cohort.name)
        text = _("Svar, resultater og nøkler blir borte. Ingen kan hente dem tilbake, heller ikke med arket.")
        self._asking.ask(title, text, _("Slett kullet"), self._delete)

    def _delete(self) -> None:
        assert self._card is not None
        self._desk.ask(partial(_delete, self._card.id), self.deleted.emit)


class DeletedCard(Card):
    """What was deleted, and the list of what people must delete themselves."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("", "h2")
        self.lines = label("")
        self.body.addWidget(self._heading)
        self.body.addWidget(label(_("Programmet kan ikke slette dette. Gjør det selv:"), "strong"))
        self.body.addWidget(self.lines)
        self.close_button = button(_("Til kullene"), "primary")
        self.close_button.clicked.connect(self.closed)
        add_button_row(self.body, self.close_button)

    def show_deleted(self, deleted: Deleted) -> None:
        """Say what is left to do."""
        self._heading.setText(_("«{name}» er slettet").format(name=deleted.name))
        self.lines.setText("\n".join(f"•  {by_hand(each, language())}" for each in deleted.by_hand))


def _delete(cohort_id: str, coordinator: Coordinator) -> Deleted:
    return coordinator.delete(cohort_id)
