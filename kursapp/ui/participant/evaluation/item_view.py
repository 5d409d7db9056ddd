"""What every item of a form has in common on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.ui.i18n import _
from kursapp.ui.regions import first_stop
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label

Answers = Mapping[str, EvaluationAnswer]


class ItemView(ItemCard):
    """An item as a card.

    ``answered`` tells of whole answers (None: taken back), ``typed`` of every key in a text, ``left`` that the keyboard
    has left one. Everything one answers by choosing can be taken back with a button, for nothing need be answered.
    """

    answered = Signal(str, object)
    typed = Signal(str, str)
    left = Signal()

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, pictures, parent)
        self.item = item
        kicker = _("Må fylles ut") if item.required else _("Valgfritt")
        self.add_head(kicker, item.heading or Rich(plain=item.title), item.stem)
        self._error: QLabel | None = None
        several = len(item.answer_ids()) > 1
        self.clear_button = button(_("Fjern svarene") if several else _("Fjern svaret"), "tertiary")
        self.clear_button.clicked.connect(self.clear)

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered before, without telling anyone."""
        raise NotImplementedError

    def has_answer(self) -> bool:
        """Say whether anything has been chosen."""
        return False

    @Slot()
    def clear(self) -> None:
        """Take the answers back."""
        for answer_id in self.item.answer_ids():
            self.answered.emit(answer_id, None)
        self.show_answers({})
        focus = first_stop(self)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_clearing(self) -> None:
        """Put the button that takes the answer back at the bottom; it is shown while there is something to take."""
        self.add(left(self.clear_button), Reach.BOX)
        self.offer_clearing()

    def offer_clearing(self) -> None:
        """Show the button, or hide it."""
        self.clear_button.setVisible(self.has_answer())

    def show_room(self, left: int) -> None:
        """Say how much room there is for words; only those that are being written in have something to say."""

    def set_error(self, text: str) -> None:
        """Say at the item itself what is missing or wrong; an empty text takes it away."""
        if self._error is None:
            self._error = label("", "error")
            self.add(self._error, Reach.WORDS)
        self._error.setText(text)
        self._error.setVisible(bool(text))
