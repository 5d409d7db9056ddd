"""At most six options put in order of importance."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import Ranked
from kursapp.domain.question import OrderItem, OrderQuestion
from kursapp.domain.response import Ordered
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.item_view import Answers, ItemView
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.order_field import OrderField
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label


class RankingItem(ItemView):
    """The options in an order of one's own. The order shown counts as an answer only once one has said so."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        self._given = False
        items = tuple(OrderItem(option.id, option.text, rank) for rank, option in enumerate(item.options, start=1))
        self.field = OrderField(OrderQuestion(item.id, item.title, item.place, items), theme, pictures)
        self.field.changed.connect(self._on_changed)
        self.add(self.field)
        self.state = label("", "meta")
        self.add_words(self.state)
        self.keep_button = button(_("Rekkefølgen er riktig slik"), "tertiary")
        self.keep_button.clicked.connect(self._on_changed)
        self.add(left(self.keep_button))
        self.add_clearing()
        self._tell(given=False)

    def show_answers(self, answers: Answers) -> None:
        answer = answers.get(self.item.id)
        given = isinstance(answer, Ranked)
        self.field.show_response(Ordered(answer.options) if isinstance(answer, Ranked) else None)
        self._tell(given=given)

    def _tell(self, *, given: bool) -> None:
        self.state.setText(_("Rekkefølgen er lagret.") if given else _("Du har ikke rangert ennå. Viktigst øverst."))
        self.keep_button.setVisible(not given)
        self._given = given
        self.offer_clearing()

    def has_answer(self) -> bool:
        return self._given

    @Slot()
    def _on_changed(self) -> None:
        response = self.field.response()
        if isinstance(response, Ordered):
            self._tell(given=True)
            self.answered.emit(self.item.id, Ranked(response.items))
