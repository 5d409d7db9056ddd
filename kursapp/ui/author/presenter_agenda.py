"""The agenda of the day: its sessions with the minutes they may take and those they have taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.agenda import AgendaItem
from kursapp.ui.i18n import _, minutes
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label


class AgendaRow(RowButton):
    """One session; it leads to its first page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, item: AgendaItem) -> None:
        super().__init__(theme, item.title)
        self.item = item
        self.clicked.connect(self._on_clicked)

    def show_used(self, used: float, *, here: bool) -> None:
        """Show how long the session has lasted, in seconds, and whether it is the one now."""
        planned = minutes(round(self.item.minutes))
        taken = round(used / 60)
        words = _("{used} av {planned}").format(used=minutes(taken), planned=planned) if taken else planned
        over = taken > self.item.minutes > 0
        icon, token = ("clock", "warning") if over else ("circle-dot", "primary") if here else ("circle", "muted")
        self.set_state(icon, token, words, strong=here)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.item.session_id)


class AgendaView(QWidget):
    """The sessions of a module, and what they come to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: tuple[AgendaRow, ...] = ()
        self._card = Card(margin=scale.S8)
        self.sum = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(label(_("Kjøreplan"), "h3"))
        column.addWidget(self._card)
        column.addWidget(self.sum)
        column.addStretch(1)

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show the sessions of a day."""
        for row in self.rows:
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(AgendaRow(self._theme, item) for item in items)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            self._card.body.addWidget(row)

    def show_used(self, used: Sequence[float], here: str) -> None:
        """Show how long each session has lasted, in seconds in the order of the rows; ``here`` is the one now."""
        for row, seconds in zip(self.rows, used, strict=True):
            row.show_used(seconds, here=row.item.session_id == here)
        planned = round(sum(row.item.minutes for row in self.rows))
        told = _("I alt {planned}. Brukt {used}.")
        self.sum.setText(told.format(planned=minutes(planned), used=minutes(round(sum(used) / 60))))
