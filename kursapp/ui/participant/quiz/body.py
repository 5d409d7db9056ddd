"""The body of a quiz page: which stage is shown, and what each of them asks the services for."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.question import Question
from kursapp.domain.response import Certainty, Response
from kursapp.services.changes import Changes
from kursapp.services.participant import CourseDesk, PageState, Participant
from kursapp.services.quiz_state import (
    AttemptQuestion,
    AttemptState,
    QuizAnswer,
    QuizOutcome,
    QuizOverview,
    QuizTime,
)
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz.missed import MissedStage
from kursapp.ui.participant.quiz.outcome import OutcomeStage
from kursapp.ui.participant.quiz.question import QuestionStage
from kursapp.ui.participant.quiz.review import ReviewStage
from kursapp.ui.participant.quiz.start import StartStage
from kursapp.ui.participant.stage import Stage

TICK_MILLISECONDS = 1000
NOTE_EVERY_TICKS = 15
"""How many ticks of the clock go by between the notes of the time left that a restart goes on from."""


class QuizBody(PageBody):
    """A quiz page. Holds no answers: every one is saved as it is given, and read back when its question is shown."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._stage: Stage | None = None
        self._narrow = False
        self._attempt: AttemptState | None = None
        self._missed: tuple[AttemptQuestion, ...] = ()
        self._missed_of = 0
        self._wanted: int | None = None
        self._seconds_left: float | None = None
        self._since = QElapsedTimer()
        self._ticks = 0
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MILLISECONDS)
        self._clock.timeout.connect(self._on_tick)
        if state.quiz is not None:
            self._show_start(state.quiz)

    @property
    def stage(self) -> Stage | None:
        """The stage shown now."""
        return self._stage

    def enter(self, target: str) -> None:
        """Show where the quiz stands; a ``target`` is of no use in a quiz."""
        if self._attempt is None and not isinstance(self._stage, OutcomeStage | MissedStage):
            self._ask_overview()

    def leave(self) -> None:
        """Send what is typed, and note the time."""
        if self._stage is not None:
            self._stage.flush()
        if self._attempt is not None and self._seconds_left is not None:
            self._note_time()

    def refresh(self, changes: Changes) -> None:
        """Show nothing anew: the stages hear of their own changes from the services."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self._stage.first_focus() if self._stage is not None else None

    def set_narrow(self, narrow: bool) -> None:
        """Pass on how much room there is."""
        self._narrow = narrow
        if self._stage is not None:
            self._stage.set_narrow(narrow)

    # Stages

    def _show(self, stage: Stage, *, under_way: bool) -> None:
        old, self._stage = self._stage, stage
        had_focus = old is not None and old.isAncestorOf(self.window().focusWidget() or self)
        if old is not None:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        stage.set_narrow(self._narrow)
        self._column.addWidget(stage)
        self.nav_shown.emit(not under_way)
        if old is not None:
            self.shown_part.emit(stage)
            if had_focus:
                focus = stage.first_focus()
                if focus is not None:
                    focus.setFocus()

    def _show_start(self, overview: QuizOverview) -> None:
        stage = StartStage(self.ground, overview)
        stage.start_wanted.connect(self._on_start)
        stage.outcome_wanted.connect(self._ask_outcome)
        stage.missed_wanted.connect(self._ask_missed)
        self._show(stage, under_way=False)

    def _show_question(self, index: int) -> None:
        attempt = self._attempt
        if attempt is None:
            return
        stage = QuestionStage(
            self.ground, attempt.questions[index], index, len(attempt.questions), immediate=attempt.immediate
        )
        stage.answered.connect(self._on_answered)
        stage.flagged.connect(self._on_flagged)
        stage.step_wanted.connect(self._on_step)
        stage.review_wanted.connect(self._on_review)
        stage.link_activated.connect(self.link_activated)
        stage.show_time(self._time_left())
        self._show(stage, under_way=True)

    def _show_outcome(self, outcome: QuizOutcome) -> None:
        self._stop()
        stage = OutcomeStage(self.ground, outcome)
        stage.again_wanted.connect(self._on_start)
        stage.missed_wanted.connect(self._ask_missed)
        stage.link_activated.connect(self.link_activated)
        self._show(stage, under_way=False)

    # An attempt

    @Slot()
    def _on_start(self) -> None:
        page = self.ground.page
        self.ground.tasks.save(lambda services: self._desk(services).quiz.start(page), self._on_started)

    @Slot(object)
    def _on_started(self, attempt: AttemptState) -> None:
        if attempt.submitted:
            self._ask_outcome(attempt.attempt_id)
            return
        self._take(attempt)
        first_open = next((at for at, one in enumerate(attempt.questions) if not one.is_answered), None)
        if first_open is None:
            self._show_review(attempt)
        else:
            self._show_question(first_open)
        self._clock.start()

    def _take(self, attempt: AttemptState) -> None:
        self._attempt = attempt
        self._set_time(attempt.seconds_left)

    @Slot(str, object, object)
    def _on_answered(self, question_id: str, response: Response, certainty: Certainty | None) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.ground.tasks.save(
                lambda services: self._desk(services).quiz.answer(
                    page, attempt.attempt_id, question_id, response, certainty
                ),
                self._on_saved,
            )

    @Slot(object)
    def _on_saved(self, answer: QuizAnswer) -> None:
        if self._attempt is None:
            return
        if answer.is_out:
            self._ask_outcome(self._attempt.attempt_id)
            return
        self._set_time(answer.seconds_left)
        if isinstance(self._stage, QuestionStage):
            self._stage.show_answer(answer)

    @Slot(str, bool)
    def _on_flagged(self, question_id: str, flagged: bool) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.ground.tasks.save(
                lambda services: self._desk(services).quiz.flag(page, attempt.attempt_id, question_id, flagged)
            )

    @Slot(int)
    def _on_step(self, index: int) -> None:
        self._read_attempt(index)

    @Slot()
    def _on_review(self) -> None:
        self._read_attempt(None)

    def _read_attempt(self, wanted: int | None) -> None:
        """Read the attempt behind every answer already sent, then show question ``wanted``, or the look over all."""
        attempt, page = self._attempt, self.ground.page
        self._wanted = wanted
        if attempt is not None:
            self.ground.tasks.profile(
                lambda services: self._desk(services).quiz.state(page, attempt.attempt_id), self._on_attempt_read
            )

    @Slot(object)
    def _on_attempt_read(self, attempt: AttemptState) -> None:
        if attempt.submitted:
            self._ask_outcome(attempt.attempt_id)
            return
        self._take(attempt)
        if self._wanted is None:
            self._show_review(attempt)
        else:
            self._show_question(self._wanted)

    def _show_review(self, attempt: AttemptState) -> None:
        stage = ReviewStage(self.ground, attempt)
        stage.step_wanted.connect(self._on_step)
        stage.submit_wanted.connect(self._on_submit)
        self._show(stage, under_way=True)

    @Slot()
    def _on_submit(self) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.ground.tasks.save(
                lambda services: self._desk(services).quiz.submit(page, attempt.attempt_id), self._show_outcome
            )

    # Results and practice

    def _ask_overview(self) -> None:
        page = self.ground.page
        self.ground.tasks.profile(lambda services: self._desk(services).quiz.overview(page), self._on_overview)

    @Slot(object)
    def _on_overview(self, overview: QuizOverview) -> None:
        if self._attempt is None:
            self._show_start(overview)

    @Slot(int)
    def _ask_outcome(self, attempt_id: int) -> None:
        page = self.ground.page
        self.ground.tasks.profile(
            lambda services: self._desk(services).quiz.outcome(page, attempt_id), self._show_outcome
        )

    @Slot(int)
    def _ask_missed(self, attempt_id: int) -> None:
        page = self.ground.page
        self._missed_of = attempt_id
        self.ground.tasks.profile(lambda services: self._desk(services).quiz.missed(page, attempt_id), self._on_missed)

    @Slot(object)
    def _on_missed(self, questions: tuple[AttemptQuestion, ...]) -> None:
        self._missed = questions
        if questions:
            self._show_missed(0)

    @Slot(int)
    def _show_missed(self, index: int) -> None:
        stage = MissedStage(self.ground, self._missed, index)
        stage.answered.connect(self._on_practised)
        stage.step_wanted.connect(self._show_missed)
        stage.done.connect(self._on_practice_done)
        stage.link_activated.connect(self.link_activated)
        self._show(stage, under_way=False)

    @Slot(object, object, object)
    def _on_practised(self, question: Question, response: Response, certainty: Certainty | None) -> None:
        if isinstance(self._stage, MissedStage):
            self.ground.tasks.save(
                lambda services: self._desk(services).take.answer(question, response, certainty),
                self._stage.show_answered,
            )

    @Slot()
    def _on_practice_done(self) -> None:
        self._ask_outcome(self._missed_of)

    # Time

    def _set_time(self, seconds: float | None) -> None:
        self._seconds_left = seconds
        self._since.restart()
        if isinstance(self._stage, QuestionStage):
            self._stage.show_time(self._time_left())

    def _time_left(self) -> float | None:
        if self._seconds_left is None:
            return None
        return max(0.0, self._seconds_left - self._since.elapsed() / 1000)

    @Slot()
    def _on_tick(self) -> None:
        left = self._time_left()
        if left is None:
            return
        if isinstance(self._stage, QuestionStage):
            self._stage.show_time(left)
        self._ticks += 1
        if left <= 0:
            if self._stage is not None:
                self._stage.flush()
            self._note_time()
        elif self._ticks % NOTE_EVERY_TICKS == 0:
            self._note_time()

    def _note_time(self) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.ground.tasks.save(
                lambda services: self._desk(services).quiz.tick(page, attempt.attempt_id), self._on_time
            )

    @Slot(object)
    def _on_time(self, time: QuizTime) -> None:
        if self._attempt is None:
            return
        if time.is_out:
            self._ask_outcome(self._attempt.attempt_id)
        else:
            self._set_time(time.seconds_left)

    def _stop(self) -> None:
        self._clock.stop()
        self._attempt = None
        self._seconds_left = None

    def _desk(self, services: Participant) -> CourseDesk:
        return services.on(self.ground.opened)
