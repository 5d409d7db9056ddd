"""A number: steps to choose from where the range is short, otherwise a field."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import Written, fits
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.item_view import Answers, ItemView
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.scale_row import ScaleRow
from kursapp.ui.widgets.text import label

MOST_STEPS = 11


class NumberItem(ItemView):
    """A whole number of at most eleven is chosen, any other is written."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        self.row: ScaleRow | None = None
        self.field: QLineEdit | None = None
        if item.low is not None and item.high is not None and item.high - item.low < MOST_STEPS:
            self._add_steps(item, item.low, item.high)
            self.add_clearing()
        else:
            self._add_field(item)

    def show_answers(self, answers: Answers) -> None:
        answer = answers.get(self.item.id)
        text = answer.text if isinstance(answer, Written) else ""
        if self.field is not None:
            self.field.setText(text)
        if self.row is not None and self.item.low is not None:
            self.row.set_value(int(text) - self.item.low + 1 if text else None)
            self.offer_clearing()

    def has_answer(self) -> bool:
        return self.row is not None and self.row.value() is not None

    def _add_steps(self, item: EvaluationItem, low: int, high: int) -> None:
        numbers = [str(number) for number in range(low, high + 1)]
        self.row = ScaleRow(numbers, self.theme, name=item.title)
        self.row.changed.connect(self._on_step)
        self.add(self.row)
        if item.low_label or item.high_label:
            self.add_words(self._ends(item))

    def _ends(self, item: EvaluationItem) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(f"{item.low}: {item.low_label}", "meta"))
        row.addStretch(1)
        row.addWidget(label(f"{item.high}: {item.high_label}", "meta"))
        return holder

    def _add_field(self, item: EvaluationItem) -> None:
        self.field = QLineEdit()
        self.field.setAccessibleName(item.title)
        self.field.setMaximumWidth(self.theme.px(240))
        self.field.textEdited.connect(self._on_edited)
        self.add_words(self.field)

    @Slot(object)
    def _on_step(self, step: int) -> None:
        if self.item.low is not None:
            self.answered.emit(self.item.id, Written(str(self.item.low + step - 1)))
            self.offer_clearing()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if fits(self.item, Written(text)):
            self.set_error("")
            self.typed.emit(self.item.id, text)
        else:
            self.set_error(self._bounds())

    def _bounds(self) -> str:
        if self.item.low is None or self.item.high is None:
            return _("Skriv et tall.")
        return _("Skriv et tall fra {low} til {high}.").format(low=self.item.low, high=self.item.high)
