"""The body of a quiz page: which stage is shown, and what each of them asks the services for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.domain.question import Question
from kursapp.domain.response import Certainty, Response
from kursapp.services.participant import PageState
from kursapp.services.quiz_state import (
    AttemptQuestion,
    AttemptState,
    QuizAnswer,
    QuizOutcome,
    QuizOverview,
    QuizTime,
)
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.quiz.missed import MissedStage
from kursapp.ui.participant.quiz.outcome import OutcomeStage
from kursapp.ui.participant.quiz.question import QuestionStage
from kursapp.ui.participant.quiz.review import ReviewStage
from kursapp.ui.participant.quiz.start import StartStage
from kursapp.ui.participant.staged_body import StagedBody
from kursapp.ui.participant.unsaved import Unsaved

TICK_MILLISECONDS = 1000
NOTE_EVERY_TICKS = 15
"""How many ticks of the clock go by between the notes of the time left that a restart goes on from."""

Given = tuple[Response, Certainty | None]


class QuizBody(StagedBody):
    """A quiz page. Every answer is saved as it is given, and read back when its question is shown."""

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._overview: QuizOverview | None = None
        self._attempt: AttemptState | None = None
        self._answers: Unsaved[Given] = Unsaved()
        self._flags: Unsaved[bool] = Unsaved()
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

    def enter(self, target: str) -> None:
        """Show where the quiz stands; a ``target`` is of no use in a quiz."""
        if isinstance(self.stage, StartStage):
            self._ask_state()

    def item(self, item_id: str) -> QWidget | None:
        """Return the question asked now, so that the page can remember which it was."""
        stage = self.stage
        if isinstance(stage, QuestionStage) and stage.view.question.id == item_id:
            return stage.view
        return None

    def leave(self) -> None:
        """Send what is typed, and note the time."""
        super().leave()
        if self._attempt is not None and self._seconds_left is not None:
            self._note_time()

    # Before

    def _ask_state(self) -> None:
        page = self.ground.page
        self.ask(lambda desk: desk.page_state(page), self._on_state)

    @Slot(object)
    def _on_state(self, state: PageState) -> None:
        # The page may have been made ready long before it is shown.
        if isinstance(self.stage, StartStage) and state.quiz is not None and state.quiz != self._overview:
            self.state = state
            self._show_start(state.quiz)

    def _show_start(self, overview: QuizOverview) -> None:
        self._overview = overview
        stage = StartStage(self.ground, self.state, overview)
        stage.start_wanted.connect(self._on_start)
        stage.outcome_wanted.connect(self._ask_outcome)
        stage.missed_wanted.connect(self._ask_missed)
        done = overview.running is None and (overview.passed or overview.attempts_left == 0)
        self.show_stage(stage, NavLook.NEXT if done else NavLook.QUIET)

    @Slot()
    def _on_start(self) -> None:
        page = self.ground.page
        self.save(lambda desk: desk.quiz.start(page), self._on_started)

    @Slot(object)
    def _on_started(self, attempt: AttemptState) -> None:
        if attempt.submitted:
            self._ask_outcome(attempt.attempt_id)
            return
        self._take(attempt)
        self._show_part(self._where_to_begin(attempt))
        self._clock.start()

    def _where_to_begin(self, attempt: AttemptState) -> int | None:
        """Return the question one was in the middle of, else the first open one; None where all are answered."""
        asked = [one.question.id for one in attempt.questions]
        left = self.state.position.item
        if self._overview is not None and self._overview.running is not None and left in asked:
            return asked.index(left)
        return next((at for at, one in enumerate(attempt.questions) if not one.is_answered), None)

    # An attempt

    def _take(self, attempt: AttemptState) -> None:
        """Go by an attempt as it was read, with what is still on its way to the disk."""
        questions = tuple(self._with_unsaved(one) for one in attempt.questions)
        self._attempt = replace(attempt, questions=questions)
        self._set_time(attempt.seconds_left)

    def _with_unsaved(self, one: AttemptQuestion) -> AttemptQuestion:
        given = self._answers.get(one.question.id)
        flagged = self._flags.get(one.question.id)
        if given is not None:
            one = replace(one, response=given[0], certainty=given[1])
        return one if flagged is None else replace(one, flagged=flagged)

    def _show_part(self, index: int | None) -> None:
        """Show question ``index``, or the look over all."""
        attempt = self._attempt
        if attempt is None:
            return
        if index is None:
            review = ReviewStage(self.ground, attempt)
            review.step_wanted.connect(self._on_step)
            review.submit_wanted.connect(self._on_submit)
            self.show_stage(review, NavLook.HIDDEN)
        else:
            stage = QuestionStage(self.ground, attempt, index)
            stage.answered.connect(self._on_answered)
            stage.drafted.connect(self._on_drafted)
            stage.flagged.connect(self._on_flagged)
            stage.step_wanted.connect(self._on_step)
            stage.review_wanted.connect(self._on_review)
            self.show_stage(stage, NavLook.HIDDEN)
        self._show_time()

    @Slot(str, object, object)
    def _on_answered(self, question_id: str, response: Response, certainty: Certainty | None) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self._answers.send(question_id, (response, certainty))
            self.save(
                lambda desk: desk.quiz.answer(page, attempt.attempt_id, question_id, response, certainty),
                self._on_saved,
                self._on_not_saved,
            )

    @Slot(object)
    def _on_saved(self, answer: QuizAnswer) -> None:
        self._answers.settle()
        if self._attempt is None:
            return
        if answer.is_out:
            self._ask_outcome(self._attempt.attempt_id)
            return
        self._set_time(answer.seconds_left)
        if answer.score is None:
            self.say_saved()
        elif isinstance(self.stage, QuestionStage):
            self.stage.show_answer(answer)

    @Slot(object)
    def _on_not_saved(self, found: Problem) -> None:
        self._answers.settle()
        self.ground.messages.problem(found)

    @Slot(str, str)
    def _on_drafted(self, question_id: str, text: str) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.save(lambda desk: desk.quiz.draft(page, attempt.attempt_id, question_id, text))

    @Slot(str, bool)
    def _on_flagged(self, question_id: str, flagged: bool) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self._flags.send(question_id, flagged)
            self.save(
                lambda desk: desk.quiz.flag(page, attempt.attempt_id, question_id, flagged),
                self._on_flag_saved,
                self._on_flag_not_saved,
            )

    @Slot(object)
    def _on_flag_saved(self, _changes: object) -> None:
        self._flags.settle()

    @Slot(object)
    def _on_flag_not_saved(self, found: Problem) -> None:
        self._flags.settle()
        self.ground.messages.problem(found)

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
            self.ask(lambda desk: desk.quiz.state(page, attempt.attempt_id), self._on_attempt_read)

    @Slot(object)
    def _on_attempt_read(self, attempt: AttemptState) -> None:
        if self._attempt is None:
            return
        if attempt.submitted:
            self._ask_outcome(attempt.attempt_id)
            return
        self._take(attempt)
        self._show_part(self._wanted)

    @Slot()
    def _on_submit(self) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.save(
                lambda desk: desk.quiz.submit(page, attempt.attempt_id), self._show_outcome, self._on_not_submitted
            )

    @Slot(object)
    def _on_not_submitted(self, found: Problem) -> None:
        """Show how things stand: the attempt may have been handed in when its time ran out."""
        if found.code != "already-submitted":
            self.ground.messages.problem(found)
        self._read_attempt(None)

    # Results and practice

    @Slot(int)
    def _ask_outcome(self, attempt_id: int) -> None:
        page = self.ground.page
        self.ask(lambda desk: desk.quiz.outcome(page, attempt_id), self._show_outcome)

    @Slot(object)
    def _show_outcome(self, outcome: QuizOutcome) -> None:
        self._clock.stop()
        self._attempt = None
        self._seconds_left = None
        stage = OutcomeStage(self.ground, outcome)
        stage.again_wanted.connect(self._on_start)
        stage.missed_wanted.connect(self._ask_missed)
        self.show_stage(stage, NavLook.QUIET if stage.has_next_step else NavLook.NEXT)

    @Slot(int)
    def _ask_missed(self, attempt_id: int) -> None:
        page = self.ground.page
        self._missed_of = attempt_id
        self.ask(lambda desk: desk.quiz.missed(page, attempt_id), self._on_missed)

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
        self.show_stage(stage, NavLook.HIDDEN)

    @Slot(object, object, object)
    def _on_practised(self, question: Question, response: Response, certainty: Certainty | None) -> None:
        if isinstance(self.stage, MissedStage):
            self.save(lambda desk: desk.take.answer(question, response, certainty), self.stage.show_answered)

    @Slot()
    def _on_practice_done(self) -> None:
        self._ask_outcome(self._missed_of)

    # Time

    def _set_time(self, seconds: float | None) -> None:
        self._seconds_left = seconds
        self._since.restart()
        self._show_time()

    def _show_time(self) -> None:
        if isinstance(self.stage, QuestionStage | ReviewStage):
            self.stage.time.show_time(self._time_left())

    def _time_left(self) -> float | None:
        if self._seconds_left is None:
            return None
        return max(0.0, self._seconds_left - self._since.elapsed() / 1000)

    @Slot()
    def _on_tick(self) -> None:
        left = self._time_left()
        if left is None:
            return
        self._show_time()
        self._ticks += 1
        if left <= 0:
            # What is typed goes first and still counts; then the time is noted, which hands the attempt in.
            self._clock.stop()
            super().leave()
            self._note_time()
        elif self._ticks % NOTE_EVERY_TICKS == 0:
            self._note_time()

    def _note_time(self) -> None:
        attempt, page = self._attempt, self.ground.page
        if attempt is not None:
            self.save(lambda desk: desk.quiz.tick(page, attempt.attempt_id), self._on_time)

    @Slot(object)
    def _on_time(self, time: QuizTime) -> None:
        if self._attempt is None:
            return
        if time.is_out:
            self._ask_outcome(self._attempt.attempt_id)
            return
        self._set_time(time.seconds_left)
        self._clock.start()
