"""The cases that come back: played anew on their own page, from the first scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.review import ReviewCard
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class CaseDue:
    """A case that comes back, and what it and its course are called."""

    card: ReviewCard
    title: str
    course: str


class CaseCard(Card):
    """One case."""

    open_wanted = Signal(object)
    later_wanted = Signal(object)

    def __init__(self, due: CaseDue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due = due
        self.open = button(_("Åpne caset"), "secondary")
        self.later = button(_("Ta det om en uke"), "tertiary")
        for one in (self.open, self.later):
            one.setAccessibleDescription(due.title)
        self.body.addWidget(label(due.title, "h3"))
        words = _("{course}. Spill caset på nytt til det tar slutt. Det tar noen minutter.")
        self.body.addWidget(label(words.format(course=due.course), "muted"))
        add_button_row(self.body, self.open, self.later)
        self.open.clicked.connect(self._on_open)
        self.later.clicked.connect(self._on_later)

    @Slot()
    def _on_open(self) -> None:
        self.open_wanted.emit(self._due.card)

    @Slot()
    def _on_later(self) -> None:
        self.later_wanted.emit(self._due.card)


class CaseRows(QWidget):
    """The cases of today. ``after`` is what Tab stops at before the first of them."""

    open_wanted = Signal(object)
    later_wanted = Signal(object)

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after = after
        self._shown: tuple[CaseDue, ...] = ()
        self.cards: list[CaseCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S8)

    def show_cases(self, cases: Sequence[CaseDue]) -> None:
        """Show these cases; nothing is built anew where they are the same."""
        if tuple(cases) == self._shown:
            return
        self._shown = tuple(cases)
        for old in self.cards:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.cards = [CaseCard(due) for due in self._shown]
        for card in self.cards:
            card.open_wanted.connect(self.open_wanted)
            card.later_wanted.connect(self.later_wanted)
            self._column.addWidget(card)
        self._lead_keyboard()

    def _lead_keyboard(self) -> None:
        """Let Tab come to the cases in their order: Qt puts what is made later last of all in the window."""
        before = self._after
        for card in self.cards:
            for each in (card.open, card.later):
                QWidget.setTabOrder(before, each)
                before = each
