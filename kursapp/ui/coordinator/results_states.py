"""What the screens of results say where there is nothing to show yet, or nothing that may be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.services.cohort_cards import RoundCard
from kursapp.ui.i18n import _
from kursapp.ui.widgets.empty import EmptyState

Words = tuple[str, str, str]
"""A title, why, and one action (empty for none)."""


class Placeholder(QWidget):
    """Stands in a screen's column where there is nothing to show; ``chosen`` when its one action is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.state: EmptyState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)

    def show_words(self, title: str, text: str, action: str) -> None:
        """Say what goes here and why it is empty, in place of what was said before."""
        if self.state is not None:
            self._place.removeWidget(self.state)
            self.state.hide()
            self.state.deleteLater()
        self.state = EmptyState(title, text, action)
        self.state.chosen.connect(self.chosen)
        self._place.addWidget(self.state)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


def no_rounds() -> Words:
    """Return what to say before any cohort is published."""
    return (
        _("Ingen kull ennå"),
        _("Når et kull er laget og svarene er samlet inn og lukket, kommer resultatene her."),
        _("Gå til innsamlingen"),
    )


def round_open(card: RoundCard) -> Words:
    """Return what to say about a round that still takes answers."""
    text = _("{title} tar fortsatt imot svar. Resultatene kommer når runden er lukket. Da kan ingen lenger endre svar.")
    return _("Runden er åpen"), text.format(title=card.title), _("Gå til innsamlingen")
