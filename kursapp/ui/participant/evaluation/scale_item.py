"""Statements on a scale, once each, or twice for "before the course" and "now"."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.evaluation import EvaluationItem, Statement
from kursapp.domain.evaluation_answer import APART, Apart, Rated, RatedTwice, Stand
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.item_view import Answers, ItemView
from kursapp.ui.theme.scale import S16
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.scale_row import APART as APART_STEP
from kursapp.ui.widgets.scale_row import ScaleRow
from kursapp.ui.widgets.text import label


class StatementsItem(ItemView):
    """Statements with steps under each, so that nothing has to be read across a wide table."""

    def _statement(self, statement: Statement) -> RichLabel:
        words = RichLabel(statement.text, self.theme, self.pictures, weight=600)
        words.link_activated.connect(self.link_activated)
        if statement is not self.item.statements[0]:
            words.setContentsMargins(0, S16, 0, 0)
        return words


class ScaleItem(StatementsItem):
    """A row of steps under each statement."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        self.rows: dict[str, ScaleRow] = {}
        for statement in item.statements:
            if statement.text.plain != item.title:
                self.add_words(self._statement(statement))
            row = _scale_row(item, statement.text, theme)
            row.setProperty("answer", statement.id)
            row.changed.connect(self._on_changed)
            self.rows[statement.id] = row
            self.add(row)
        self.add_clearing()

    def show_answers(self, answers: Answers) -> None:
        for answer_id, row in self.rows.items():
            answer = answers.get(answer_id)
            row.set_value(_step(answer.step) if isinstance(answer, Rated) else None)
        self.offer_clearing()

    def has_answer(self) -> bool:
        return any(row.value() is not None for row in self.rows.values())

    @Slot(object)
    def _on_changed(self, step: int) -> None:
        self.answered.emit(self.sender().property("answer"), Rated(_stand(step)))
        self.offer_clearing()


class BeforeNowItem(StatementsItem):
    """Two rows of steps under each statement: before the course, and now."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        self.pairs: dict[str, tuple[ScaleRow, ScaleRow]] = {}
        for statement in item.statements:
            self.add_words(self._statement(statement))
            before, now = (self._half(statement, when) for when in (_("Før kurset"), _("Nå")))
            self.pairs[statement.id] = (before, now)
        self.add_clearing()

    def show_answers(self, answers: Answers) -> None:
        for answer_id, (before, now) in self.pairs.items():
            answer = answers.get(answer_id)
            twice = answer if isinstance(answer, RatedTwice) else RatedTwice()
            before.set_value(_step(twice.before))
            now.set_value(_step(twice.now))
        self.offer_clearing()

    def has_answer(self) -> bool:
        return any(row.value() is not None for pair in self.pairs.values() for row in pair)

    def _half(self, statement: Statement, when: str) -> ScaleRow:
        title: QLabel = label(when, "meta")
        self.add_words(title)
        row = _scale_row(self.item, Rich(plain=f"{statement.text.plain} ({when})"), self.theme)
        row.setProperty("answer", statement.id)
        row.changed.connect(self._on_changed)
        self.add(row)
        return row

    @Slot(object)
    def _on_changed(self, _step_now: int) -> None:
        answer_id = self.sender().property("answer")
        before, now = (row.value() for row in self.pairs[answer_id])
        self.answered.emit(
            answer_id,
            RatedTwice(None if before is None else _stand(before), None if now is None else _stand(now)),
        )
        self.offer_clearing()


def _scale_row(item: EvaluationItem, name: Rich, theme: Theme) -> ScaleRow:
    return ScaleRow(item.steps, theme, name=name.plain, apart=item.apart)


def _stand(step: int) -> Stand:
    return APART if step == APART_STEP else step


def _step(stand: Stand | None) -> int | None:
    return APART_STEP if isinstance(stand, Apart) else stand
