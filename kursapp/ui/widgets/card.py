"""A surface with a thin edge that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kursapp.ui.theme import scale


class Card(QFrame):
    """A card; add to ``body``. ``look`` is card or well."""

    def __init__(self, parent: QWidget | None = None, *, look: str = "card", margin: int = scale.S24) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(scale.S8)
