"""Practising the questions an attempt missed: one at a time, with feedback at once, changing no result."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.response import Certainty, Response
from kursapp.services.quiz_state import AttemptQuestion
from kursapp.services.take_course import Answered
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label


class MissedStage(Stage):
    """The missed questions in turn."""

    answered = Signal(object, object, object)
    step_wanted = Signal(int)
    done = Signal()
    link_activated = Signal(str)

    def __init__(
        self, ground: PageGround, questions: tuple[AttemptQuestion, ...], index: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self._questions = questions
        self._index = index
        one = questions[index]
        where = _("Øving {number} av {count}. Teller ikke på resultatet.")
        self.add(label(where.format(number=index + 1, count=len(questions)), "strong"))
        self.view = QuestionView(one.question, ground.theme, ground.pictures, mode=Mode.PRACTICE, order=one.order)
        self.view.answered.connect(self._on_answered)
        self.view.link_activated.connect(self.link_activated)
        self.add_wide(self.view)
        is_last = index + 1 == len(questions)
        self.next_button = button(_("Ferdig") if is_last else _("Neste"), "primary", main=True)
        self.next_button.clicked.connect(self._on_next)
        self.stop_button = button(_("Tilbake til resultatet"), "tertiary")
        self.stop_button.setVisible(not is_last)
        self.stop_button.clicked.connect(self.done)
        self.add(button_row(self.next_button, self.stop_button))

    def first_focus(self) -> QWidget | None:
        """Let the question say where answering begins."""
        self.view.focus_first()
        return None

    @Slot(object)
    def show_answered(self, got: Answered) -> None:
        """Show what an answer was worth."""
        if got.question_id == self.view.question.id:
            self.view.show_score(got.score, got.feedback, None)
            self.view.say_result()

    @Slot(str, object, object)
    def _on_answered(self, _question_id: str, response: Response, certainty: Certainty | None) -> None:
        self.answered.emit(self.view.question, response, certainty)

    @Slot()
    def _on_next(self) -> None:
        if self._index + 1 < len(self._questions):
            self.step_wanted.emit(self._index + 1)
        else:
            self.done.emit()
