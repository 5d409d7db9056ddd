"""Taking a quiz: attempts with their draw, time, answers and flags, handing in, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kursapp.domain.attempt import (
    DrawnQuestion,
    Result,
    Timer,
    attempt_seed,
    band_for,
    draw,
    percent_of,
    result,
    shown_order,
)
from kursapp.domain.course import Course, Page, QuizSettings
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import refusal
from kursapp.domain.question import Question
from kursapp.domain.record import Attempt, Draft
from kursapp.domain.response import Certainty, Response, is_blank
from kursapp.domain.scoring import Score, feedback_for
from kursapp.services.answering import answer_to, kept_score
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.quiz_state import (
    AttemptQuestion,
    AttemptState,
    AttemptSummary,
    QuizAnswer,
    QuizOutcome,
    QuizOverview,
    QuizTime,
    attempt_questions,
)
from kursapp.storage.participant.profile_file import ProfileFile

Drawn = dict[str, DrawnQuestion]


class TakeQuiz:
    """One participant's attempts at the quizzes of one course. ``bank`` gives the questions that say ``bank: NAME``."""

    def __init__(
        self, profile: ProfileFile, course: Course, bank: Callable[[str], Sequence[Question]], clock: Clock
    ) -> None:
        self._profile = profile
        self._course = course
        self._bank = bank
        self._clock = clock

    def overview(self, page: Page) -> QuizOverview:
        """Return what there is to know of a quiz before it is begun or gone on with."""
        quiz = _settings(page)
        attempts = self._attempts(page)
        running = next((attempt for attempt in attempts if attempt.submitted_at is None), None)
        summaries = tuple(_summary(attempt) for attempt in attempts if attempt.submitted_at is not None)
        return QuizOverview(
            questions=len(self._draw(page, attempts)),
            pass_percent=quiz.pass_percent,
            minutes=quiz.minutes,
            immediate=quiz.immediate,
            attempts_used=len(attempts),
            attempts_left=_attempts_left(quiz, attempts),
            running=running.id if running else None,
            seconds_left=self._timer(running).seconds_left if running else None,
            best=max(summaries, key=lambda one: (one.passed, one.percent, one.number), default=None),
            attempts=summaries,
        )

    def start(self, page: Page) -> AttemptState:
        """Begin an attempt, or go on with the one under way; one whose time has run out is handed in.

        Raises KursappError ``no-attempts-left`` (title, attempts), ``quiz-empty`` (title).
        """
        running = self._running(page)
        if running is not None:
            return self._go_on(page, running)
        with self._profile.transaction():
            attempt = self._begin(page)
        return self._state(page, attempt, Changes.of(Change.QUIZ, Change.PROGRESS, ids=[page.id]))

    def resume(self, page: Page) -> AttemptState | None:
        """Go on with the attempt under way; None where there is none."""
        running = self._running(page)
        return self._go_on(page, running) if running else None

    def state(self, page: Page, attempt_id: int) -> AttemptState:
        """Return an attempt as it stands."""
        return self._state(page, self._attempt(page, attempt_id), NOTHING)

    def answer(
        self,
        page: Page,
        attempt_id: int,
        question_id: str,
        response: Response,
        certainty: Certainty | None = None,
    ) -> QuizAnswer:
        """Answer a question of an attempt; a blank response takes the answer back.

        Where feedback is immediate an answer stands. Raises KursappError ``quiz-already-submitted`` and
        ``quiz-already-answered`` (title).
        """
        attempt = self._open_attempt(page, attempt_id)
        now = self._clock.now()
        timer = Timer(attempt.seconds_left, attempt.seen_at)
        if not timer.still_takes(now):
            outcome = self._hand_in(page, attempt)
            return QuizAnswer(question_id, None, (), 0.0, True, outcome.changes)
        immediate = _settings(page).immediate
        question, _ = self._drawn(attempt)[question_id]
        if immediate:
            self._refuse_second(attempt, question, response)
        made = answer_to(self._course, question, response, now, certainty=certainty, attempt_id=attempt.id)
        left = timer.at(now).seconds_left
        with self._profile.transaction():
            self._profile.answers.save(made, question)
            self._profile.drafts.remove(self._course.id, _draft_key(attempt, question_id))
            self._profile.attempts.seen(attempt.id, now, left)
        return QuizAnswer(
            question_id,
            kept_score(question, made) if immediate else None,
            feedback_for(question, response) if immediate else (),
            left,
            False,
            Changes.of(Change.QUIZ, ids=[page.id]),
        )

    def flag(self, page: Page, attempt_id: int, question_id: str, flagged: bool) -> Changes:
        """Flag a question to come back to, or take the flag away."""
        attempt = self._open_attempt(page, attempt_id)
        if question_id not in {one.question_id for one in attempt.drawn}:
            raise KeyError(question_id)
        self._profile.attempts.flag(attempt.id, question_id, flagged)
        return Changes.of(Change.QUIZ, ids=[page.id])

    def draft(self, page: Page, attempt_id: int, question_id: str, text: str) -> Changes:
        """Keep what stands in an answer not given yet, where each is given for good; an empty text is not kept."""
        attempt = self._open_attempt(page, attempt_id)
        key = _draft_key(attempt, question_id)
        if text:
            self._profile.drafts.save(Draft(self._course.id, key, text, self._clock.now()))
        else:
            self._profile.drafts.remove(self._course.id, key)
        return Changes.of(Change.DRAFTS, ids=[question_id])

    def tick(self, page: Page, attempt_id: int) -> QuizTime:
        """Note that the attempt is still on the screen, and hand it in when its time has run out."""
        attempt = self._attempt(page, attempt_id)
        if attempt.submitted_at is not None:
            return QuizTime(attempt.seconds_left, True, NOTHING)
        timer = self._timer(attempt)
        if timer.is_out:
            return QuizTime(0.0, True, self._hand_in(page, attempt).changes)
        self._profile.attempts.seen(attempt.id, timer.seen_at, timer.seconds_left)
        return QuizTime(timer.seconds_left, False, NOTHING)

    def submit(self, page: Page, attempt_id: int) -> QuizOutcome:
        """Hand an attempt in and return what it came to. Raises KursappError ``quiz-already-submitted``."""
        return self._hand_in(page, self._open_attempt(page, attempt_id))

    def outcome(self, page: Page, attempt_id: int) -> QuizOutcome:
        """Return what an attempt that has been handed in came to. ValueError while it is under way."""
        attempt = self._attempt(page, attempt_id)
        if attempt.submitted_at is None:
            raise ValueError(f"attempt {attempt_id} is under way")
        return self._outcome(page, attempt, NOTHING)

    def missed(self, page: Page, attempt_id: int) -> tuple[AttemptQuestion, ...]:
        """Return the questions an attempt missed, afresh and in another order: "Prøv de du bommet på".

        They are answered as practice (``TakeCourse.answer``) and never change the attempt.
        """
        outcome = self.outcome(page, attempt_id)
        seed = attempt_seed(self._course.id, page.id, outcome.number, "missed")
        shuffle = _settings(page).shuffle
        return tuple(
            AttemptQuestion(one.question, shown_order(one.question, seed, shuffle=shuffle))
            for one in outcome.questions
            if one.question.id in outcome.result.missed
        )

    def _attempts(self, page: Page) -> tuple[Attempt, ...]:
        return self._profile.attempts.on_page(self._course.id, page.id)

    def _running(self, page: Page) -> Attempt | None:
        return self._profile.attempts.open_on(self._course.id, page.id)

    def _attempt(self, page: Page, attempt_id: int) -> Attempt:
        attempt = self._profile.attempts.get(attempt_id)
        if attempt is None or (attempt.course_id, attempt.page_id) != (self._course.id, page.id):
            raise KeyError(attempt_id)
        return attempt

    def _open_attempt(self, page: Page, attempt_id: int) -> Attempt:
        attempt = self._attempt(page, attempt_id)
        if attempt.submitted_at is not None:
            raise refusal("quiz-already-submitted", title=page.title)
        return attempt

    def _timer(self, attempt: Attempt) -> Timer:
        return Timer(attempt.seconds_left, attempt.seen_at).at(self._clock.now())

    def _draw(self, page: Page, attempts: Sequence[Attempt], *started: str) -> tuple[DrawnQuestion, ...]:
        quiz = _settings(page)
        number = len(attempts) + 1
        return draw(
            quiz,
            questions_of(page),
            {wanted.bank: self._bank(wanted.bank) for wanted in quiz.draws if wanted.bank},
            number=number,
            asked=[one.question_id for attempt in attempts for one in attempt.drawn],
            seed=attempt_seed(self._course.id, page.id, number, *started),
        )

    def _begin(self, page: Page) -> Attempt:
        quiz = _settings(page)
        attempts = self._attempts(page)
        if _attempts_left(quiz, attempts) == 0:
            raise refusal("no-attempts-left", title=page.title, attempts=quiz.attempts)
        now = self._clock.now()
        drawn = self._draw(page, attempts, now.isoformat())
        if not drawn:
            raise refusal("quiz-empty", title=page.title)
        forms = sorted({question.settings.form for question, _ in drawn} - {""})
        seconds = None if quiz.minutes is None else quiz.minutes * 60
        return self._profile.attempts.start(
            self._course.id, self._course.version, page.id, "+".join(forms), drawn, now, seconds
        )

    def _go_on(self, page: Page, attempt: Attempt) -> AttemptState:
        time = self.tick(page, attempt.id)
        return self._state(page, self._attempt(page, attempt.id), time.changes)

    def _refuse_second(self, attempt: Attempt, question: Question, response: Response) -> None:
        if is_blank(response):
            raise ValueError(f"nothing is answered to {question.id}")
        standing = self._profile.answers.in_attempt(attempt.id).get(question.id)
        if standing is not None and not is_blank(standing.response):
            raise refusal("quiz-already-answered", title=question.title)

    def _drawn(self, attempt: Attempt) -> Drawn:
        asked = self._profile.asked.many(one.asked for one in attempt.drawn)
        drawn: Drawn = {}
        for one in attempt.drawn:
            question = asked.get(one.asked)
            if isinstance(question, Question):
                drawn[one.question_id] = (question, one.order)
        return drawn

    def _state(self, page: Page, attempt: Attempt, changes: Changes) -> AttemptState:
        return AttemptState(
            attempt.id,
            attempt.number,
            _settings(page).immediate,
            attempt.seconds_left if attempt.submitted_at else self._timer(attempt).seconds_left,
            attempt.submitted_at is not None,
            self._questions(page, attempt),
            changes,
        )

    def _questions(self, page: Page, attempt: Attempt) -> tuple[AttemptQuestion, ...]:
        return attempt_questions(
            self._drawn(attempt),
            self._profile.answers.in_attempt(attempt.id),
            self._profile.attempts.flagged(attempt.id),
            self._drafts(attempt),
            submitted=attempt.submitted_at is not None,
            immediate=_settings(page).immediate,
        )

    def _drafts(self, attempt: Attempt) -> dict[str, str]:
        if attempt.submitted_at is not None:
            return {}
        start = _draft_key(attempt, "")
        kept = self._profile.drafts.of_course(self._course.id, start)
        return {key.removeprefix(start): text for key, text in kept.items()}

    def _hand_in(self, page: Page, attempt: Attempt) -> QuizOutcome:
        now = self._clock.now()
        with self._profile.transaction():
            left = self._timer(attempt).seconds_left
            self._profile.attempts.seen(attempt.id, now, left)
            for question_id in self._drafts(attempt):
                self._profile.drafts.remove(self._course.id, _draft_key(attempt, question_id))
            closing = replace(attempt, seconds_left=left, submitted_at=now)
            got = result(_settings(page), _scores(self._questions(page, closing)))
            closed = self._profile.attempts.submit(attempt.id, now, got.points, got.maximum, got.passed)
        return self._outcome(page, closed, Changes.of(Change.QUIZ, Change.PROGRESS, Change.ANSWERS, ids=[page.id]))

    def _outcome(self, page: Page, attempt: Attempt, changes: Changes) -> QuizOutcome:
        quiz = _settings(page)
        questions = self._questions(page, attempt)
        got = _standing(quiz, result(quiz, _scores(questions)), attempt)
        return QuizOutcome(
            attempt.id,
            attempt.number,
            attempt.seconds_left is not None and attempt.seconds_left <= 0,
            got,
            questions,
            _attempts_left(quiz, self._attempts(page)),
            changes,
        )


def _settings(page: Page) -> QuizSettings:
    if page.quiz is None:
        raise ValueError(f"{page.id} is no quiz")
    return page.quiz


def _draft_key(attempt: Attempt, question_id: str) -> str:
    return f"attempt-{attempt.id}:{question_id}"


def _attempts_left(quiz: QuizSettings, attempts: Sequence[Attempt]) -> int | None:
    return None if quiz.attempts is None else max(quiz.attempts - len(attempts), 0)


def _scores(questions: Sequence[AttemptQuestion]) -> list[tuple[str, Score]]:
    return [(one.question.id, one.score) for one in questions if one.score is not None]


def _standing(quiz: QuizSettings, got: Result, attempt: Attempt) -> Result:
    """Return the result an attempt keeps: no later version of the course, with another mark or key, lowers it."""
    kept = attempt.points or 0.0
    points = max(got.points, kept)
    percent = percent_of(points, got.maximum)
    return replace(got, points=points, percent=percent, passed=bool(attempt.passed), band=band_for(quiz, percent))


def _summary(attempt: Attempt) -> AttemptSummary:
    points, most = attempt.points or 0.0, attempt.maximum or 0.0
    return AttemptSummary(
        attempt.id,
        attempt.number,
        attempt.started_at,
        attempt.submitted_at or attempt.seen_at,
        points,
        most,
        percent_of(points, most),
        bool(attempt.passed),
    )
