"""What every item of a form has in common on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.item_card import ItemCard, error_label
from kursapp.ui.widgets.pictures import Pictures

Answers = Mapping[str, EvaluationAnswer]


class ItemView(ItemCard):
    """An item as a card. ``answered`` tells of whole answers, ``typed`` of every key in a text."""

    answered = Signal(str, object)
    typed = Signal(str, str)

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, pictures, parent)
        self.item = item
        kicker = _("Må fylles ut") if item.required else _("Valgfritt")
        self.add_head(kicker, item.heading or Rich(plain=item.title), item.stem)
        self._error: QLabel | None = None

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before, without telling anyone."""
        raise TypeError(type(self).__name__)

    def set_error(self, text: str) -> None:
        """Say at the item itself what is missing or wrong; an empty text takes it away."""
        if self._error is None:
            self._error = error_label("")
            self.add_words(self._error)
        self._error.setText(text)
        self._error.setVisible(bool(text))
