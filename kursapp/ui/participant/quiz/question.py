"""One question of an attempt at a time, with the way to the others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.question import OrderQuestion
from kursapp.domain.response import Certainty, Response, taken_back
from kursapp.services.quiz_state import AttemptQuestion, AttemptState, QuizAnswer
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz.clock_label import ClockLabel
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.participant.step_bar import Step, StepBar
from kursapp.ui.widgets.autosave import QUIET_MILLISECONDS, Autosave
from kursapp.ui.widgets.buttons import button, left
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label, set_role


class QuestionStage(Stage):
    """The question asked now. Nothing is kept here longer than the quiet second after a key.

    ``answered`` carries what is to be saved; ``drafted`` what has been begun where each answer is given for good.
    """

    answered = Signal(str, object, object)
    drafted = Signal(str, str)
    flagged = Signal(str, bool)
    step_wanted = Signal(int)
    review_wanted = Signal()

    def __init__(self, ground: PageGround, attempt: AttemptState, index: int, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._index, self._count = index, len(attempt.questions)
        self._immediate = attempt.immediate
        one = attempt.questions[index]
        self._last = one.response
        self._waiting: tuple[str, Response, Certainty | None] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.flush)
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self.drafted)
        self.time = ClockLabel(ground.theme)
        steps = [Step(each.is_answered, each.flagged) for each in attempt.questions]
        self.steps = StepBar(steps, index, ground.theme)
        self.add(self._header())
        self.view = self._make_view(one)
        self.add(self.view)
        self._add_foot(one)

    # What others do with it

    def first_focus(self) -> QWidget | None:
        """Return where answering begins, or the way on where the question has been answered for good."""
        if self.is_settled:
            return self.next_button
        self.view.focus_first()
        return self.view.focusWidget()

    def spoken(self) -> str:
        """Say which question it is."""
        return f"{self._where()}. {self.view.question.title}"

    @property
    def is_settled(self) -> bool:
        """Say whether the question has been answered for good."""
        return self._immediate and self.view.main_button.isHidden()

    @Slot()
    def flush(self) -> None:
        """Send what is typed and still waiting for its quiet second."""
        self._autosave.flush()
        if self._waiting is not None:
            self._quiet.stop()
            waiting, self._waiting = self._waiting, None
            self.answered.emit(*waiting)
            self.ground.tasks.release(self)

    def show_answer(self, answer: QuizAnswer) -> None:
        """Show what an answer was worth, where the quiz says it at once."""
        if answer.score is None or answer.question_id != self.view.question.id:
            return
        self.view.show_score(answer.score, answer.feedback, 0)
        self.view.say_result()
        self._dress_next()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Go to the next question, or from the last one to the look over all."""
        self.flush()
        if self._index + 1 < self._count:
            self.step_wanted.emit(self._index + 1)
        else:
            self.review_wanted.emit()

    # Building

    def _where(self) -> str:
        return _("Spørsmål {number} av {count}").format(number=self._index + 1, count=self._count)

    def _header(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(16)
        row.addWidget(label(self._where(), "strong"), 1)
        row.addWidget(self.time)
        column.addWidget(self.steps)
        return holder

    def _make_view(self, one: AttemptQuestion) -> QuestionView:
        mode = Mode.ONCE if self._immediate else Mode.GRADED
        view = QuestionView(one.question, self.ground.theme, self.ground.pictures, mode=mode, order=one.order)
        if one.response is not None:
            view.set_response(one.response, one.certainty)
        elif one.draft:
            view.set_draft(one.draft)
        if one.score is not None:
            view.show_score(one.score, one.feedback, 0)
        view.answered.connect(self._on_answered)
        view.drafted.connect(self._autosave.touch)
        view.submitted.connect(self.go_on)
        view.link_activated.connect(self.link_activated)
        return view

    def _add_foot(self, one: AttemptQuestion) -> None:
        self.keep_button = button(_("Rekkefølgen er riktig slik"), "secondary")
        self.keep_button.clicked.connect(self._on_kept)
        self.flag = QCheckBox(_("Merk for å se på igjen"))
        self.flag.setChecked(one.flagged)
        self.flag.toggled.connect(self._on_flagged)
        last = self._index + 1 == self._count
        self.next_button = button(_("Se over svarene") if last else _("Neste spørsmål"), "primary", main=True)
        self.next_button.clicked.connect(self.go_on)
        self.previous_button = button(_("Forrige"), "secondary", main=True)
        self.previous_button.clicked.connect(self._on_previous)
        self.review_button = button(_("Se over svarene"), "tertiary", main=True)
        self.review_button.clicked.connect(self._on_review)
        self._keeping = ButtonRow(self.keep_button)
        self.add(self._keeping)
        self._keeping.setVisible(self._may_keep(one))
        self.add(left(self.flag))
        self.add(ButtonRow(self.next_button, self.previous_button, self.review_button))
        # Only now, for a button that is not in the window yet would open one of its own.
        self.previous_button.setVisible(self._index > 0)
        self.review_button.setVisible(not last)
        self._dress_next()

    def _may_keep(self, one: AttemptQuestion) -> bool:
        """An order one has not touched is no answer yet, but may be the one that is meant."""
        return not self._immediate and isinstance(one.question, OrderQuestion) and not one.is_answered

    def _dress_next(self) -> None:
        """Let answering be the main step until it is done, where the question has a button for it."""
        waits = self._immediate and not self.is_settled
        set_role(self.next_button, "role", "secondary" if waits else "primary")

    # What happens

    @Slot(str, object, object)
    def _on_answered(self, question_id: str, response: Response | None, certainty: Certainty | None) -> None:
        if response is None:
            if self._last is None:
                return
            response = taken_back(self._last)
        self._last = response
        self._keeping.hide()
        self._show_step()
        if self._immediate or not self.view.field.is_typed:
            self.flush()
            self.answered.emit(question_id, response, certainty)
            return
        self._waiting = (question_id, response, certainty)
        self.ground.tasks.hold(self)
        self._quiet.start()

    @Slot()
    def _on_kept(self) -> None:
        self._on_answered(self.view.question.id, self.view.response(), self.view.certainty())
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_step(self) -> None:
        self.steps.show_here(replace(self.steps.step(), done=self.view.response() is not None))

    @Slot(bool)
    def _on_flagged(self, on: bool) -> None:
        self.steps.show_here(replace(self.steps.step(), flagged=on))
        self.flagged.emit(self.view.question.id, on)

    @Slot()
    def _on_previous(self) -> None:
        self.flush()
        self.step_wanted.emit(self._index - 1)

    @Slot()
    def _on_review(self) -> None:
        self.flush()
        self.review_wanted.emit()
