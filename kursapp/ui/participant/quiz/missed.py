"""Practising the questions an attempt missed: one at a time, with feedback at once, changing no result."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.response import Certainty, Response
from kursapp.services.quiz_state import AttemptQuestion
from kursapp.services.take_course import Answered
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.participant.step_bar import Step, StepBar
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label, set_role


class MissedStage(Stage):
    """The missed questions in turn. Practice, so nothing is kept of an answer that is not given."""

    answered = Signal(object, object, object)
    step_wanted = Signal(int)
    done = Signal()

    def __init__(
        self, ground: PageGround, questions: tuple[AttemptQuestion, ...], index: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self._index, self._count = index, len(questions)
        one = questions[index]
        self.add(self._header())
        self.view = QuestionView(one.question, ground.theme, ground.pictures, mode=Mode.PRACTICE, order=one.order)
        self.view.answered.connect(self._on_answered)
        self.view.retried.connect(self._on_retried)
        self.view.link_activated.connect(self.link_activated)
        self.add(self.view)
        is_last = index + 1 == self._count
        self.next_button = button(_("Ferdig") if is_last else _("Neste"), "secondary", main=True)
        self.next_button.clicked.connect(self._on_next)
        self.stop_button = button(_("Tilbake til resultatet"), "tertiary", main=True)
        self.stop_button.clicked.connect(self.done)
        self.add(ButtonRow(self.next_button, self.stop_button))
        self.stop_button.setVisible(not is_last)

    def first_focus(self) -> QWidget | None:
        """Return where answering begins."""
        self.view.focus_first()
        return self.view.focusWidget()

    def spoken(self) -> str:
        """Say which question it is."""
        return f"{self._where()} {self.view.question.title}"

    @Slot(object)
    def show_answered(self, got: Answered) -> None:
        """Show what an answer was worth, and let going on be the main step where it was right."""
        if got.question_id != self.view.question.id:
            return
        self.view.show_score(got.score, got.feedback, got.tries_left)
        self.view.say_result()
        if got.score.right is not False or got.tries_left == 0:
            set_role(self.next_button, "role", "primary")
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _where(self) -> str:
        return _("Øving {number} av {count}.").format(number=self._index + 1, count=self._count)

    def _header(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_("{where} Teller ikke på resultatet.").format(where=self._where()), "strong"))
        steps = [Step(done=at < self._index) for at in range(self._count)]
        column.addWidget(StepBar(steps, self._index, self.ground.theme))
        return holder

    @Slot(str, object, object)
    def _on_answered(self, _question_id: str, response: Response, certainty: Certainty | None) -> None:
        self.answered.emit(self.view.question, response, certainty)

    @Slot(str)
    def _on_retried(self, _question_id: str) -> None:
        set_role(self.next_button, "role", "secondary")

    @Slot()
    def _on_next(self) -> None:
        if self._index + 1 < self._count:
            self.step_wanted.emit(self._index + 1)
        else:
            self.done.emit()
