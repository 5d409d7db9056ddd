"""A sound or film file: a card that opens the system's player after a question."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import MediaCard
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import IconLabel, label


class MediaCardView(Card):
    """``open_wanted`` gives the file's path in the course; whoever listens asks first, then opens it."""

    open_wanted = Signal(str)

    def __init__(self, media: MediaCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=16)
        self._source = media.source
        is_film = media.media == "film"
        self.play_button = button(_("Se filmen") if is_film else _("Hør på opptaket"), "secondary")
        self.play_button.setAccessibleName(f"{self.play_button.text()}: {media.title}")
        self.play_button.clicked.connect(self._on_play)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(16)
        row.addWidget(IconLabel(theme, "film" if is_film else "volume-2", "primary", 24))
        words = QVBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.play_button)
        words.setSpacing(0)
        words.addWidget(label(media.title, "strong"))
        kind = _("Film. Åpnes utenfor Kursapp.") if is_film else _("Lyd. Åpnes utenfor Kursapp.")
        words.addWidget(label(kind, "meta"))
        self.setAccessibleName(media.title)

    def focus_first(self) -> None:
        """Put the keyboard on the button."""
        self.play_button.setFocus()

    @Slot()
    def _on_play(self) -> None:
        self.open_wanted.emit(self._source)
