"""Taking a course: enrolling, reading on, practice questions, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from kursapp.domain.attempt import attempt_seed, shown_order
from kursapp.domain.course import Course, ItemKind, Rich
from kursapp.domain.days import local_day
from kursapp.domain.opening import waiting
from kursapp.domain.problem import refusal
from kursapp.domain.progress import Done, Progress, Target, continue_at, progress
from kursapp.domain.question import Question
from kursapp.domain.record import Answer, Draft, Enrolment, Position, ReadingPlace
from kursapp.domain.response import Certainty, Response, is_blank
from kursapp.domain.scoring import Score, feedback_for
from kursapp.services.answering import answer_to, kept_certainty, kept_score
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """``first``: the course was begun just now. ``earlier_version``: the one it was last opened with, if another."""

    first: bool
    earlier_version: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Answered:
    """What a practice answer is met with. ``tries_left`` None means any number."""

    question_id: str
    score: Score
    feedback: tuple[Rich, ...]
    tries: int
    tries_left: int | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class QuestionState:
    """A practice question as it is met again: how it is shown, and the last answer to it.

    ``order`` are the ids of its parts as shown (empty: as written). ``asked`` is the question as it stood when it was
    answered, set only where it has changed since; the answer, score and feedback belong to that one.
    """

    order: tuple[str, ...] = ()
    response: Response | None = None
    certainty: Certainty | None = None
    score: Score | None = None
    feedback: tuple[Rich, ...] = ()
    tries: int = 0
    tries_left: int | None = None
    asked: Question | None = None


class TakeCourse:
    """One participant's way through one course."""

    def __init__(self, profile: ProfileFile, course: Course, folder: Path, clock: Clock) -> None:
        self._profile = profile
        self._course = course
        self._folder = folder
        self._clock = clock

    def enrol(self) -> Enrolled:
        """Remember that the course is taken, in which version and from which folder. Enrolling again changes those."""
        before = self._profile.enrolments.get(self._course.id)
        now = self._clock.now()
        self._profile.enrolments.save(
            Enrolment(
                self._course.id,
                self._course.version,
                self._course.title,
                str(self._folder),
                before.enrolled_at if before else now,
                now,
            )
        )
        earlier = before.version if before and before.version != self._course.version else ""
        return Enrolled(before is None, earlier, Changes.of(Change.ENROLMENT, ids=[self._course.id]))

    def open_page(self, session_id: str, page_id: str, position: Position | None = None) -> Changes:
        """Note a visit to a page, and that this is where one is; None keeps where one last stood on it."""
        with self._profile.transaction():
            self._profile.pages.seen(self._course.id, page_id, self._clock.now())
            self._save_place(session_id, page_id, self.position_on(page_id) if position is None else position)
        return Changes.of(Change.PLACE, ids=[page_id])

    def remember_place(self, session_id: str, page_id: str, position: Position) -> Changes:
        """Keep the exact place on a page."""
        self._save_place(session_id, page_id, position)
        return Changes.of(Change.PLACE, ids=[page_id])

    def place(self) -> ReadingPlace | None:
        """Return where one last was in the course."""
        return self._profile.places.last(self._course.id)

    def position_on(self, page_id: str) -> Position:
        """Return where one last stood on a page; its top where one has not been."""
        place = self._profile.places.on_page(self._course.id, page_id)
        return place.position if place else Position()

    def read_page(self, page_id: str) -> Changes:
        """Note that a page has been read to its end."""
        newly = self._profile.pages.done(self._course.id, page_id, self._clock.now())
        return Changes.of(Change.PROGRESS, ids=[page_id]) if newly else NOTHING

    def is_read(self, page_id: str) -> bool:
        """Say whether a page has been read to its end."""
        page = self._profile.pages.of_course(self._course.id).get(page_id)
        return page is not None and page.done_at is not None

    def answer(self, question: Question, response: Response, certainty: Certainty | None = None) -> Answered:
        """Answer a question outside a quiz: score it and keep it together with the question as it stood.

        Raises KursappError ``no-tries-left`` (title) where the question sets a number of tries and they are used.
        """
        if is_blank(response):
            raise ValueError(f"nothing is answered to {question.id}")
        made = answer_to(self._course, question, response, self._clock.now(), certainty=certainty)
        with self._profile.transaction():
            asked = self._profile.asked.keep(question)
            tries = self._tries(question.id, asked)
            if question.settings.tries is not None and tries >= question.settings.tries:
                raise refusal("no-tries-left", title=question.title)
            self._profile.answers.save(replace(made, asked=asked))
            self._profile.drafts.remove(self._course.id, question.id)
        return Answered(
            question.id,
            kept_score(question, made),
            feedback_for(question, response),
            tries + 1,
            _left(question, tries + 1),
            Changes.of(Change.ANSWERS, Change.PROGRESS, ids=[question.id]),
        )

    def draft(self, question_id: str, value: str) -> Changes:
        """Keep what stands in an answer that is not given yet; an empty text is not kept."""
        if value:
            self._profile.drafts.save(Draft(self._course.id, question_id, value, self._clock.now()))
        else:
            self._profile.drafts.remove(self._course.id, question_id)
        return Changes.of(Change.DRAFTS, ids=[question_id])

    def drafts(self, questions: Iterable[Question]) -> dict[str, str]:
        """Return the drafts of some questions, by id."""
        kept = self._profile.drafts.of_course(self._course.id)
        return {question.id: kept[question.id] for question in questions if question.id in kept}

    def question_states(self, questions: Iterable[Question]) -> dict[str, QuestionState]:
        """Return how each practice question is met now, by id."""
        questions = tuple(questions)
        last = self._profile.answers.last(self._course.id, [question.id for question in questions])
        earlier = self._profile.asked.many({answer.asked for answer in last.values()})
        states = {}
        for question in questions:
            answer = last.get(question.id)
            asked = earlier.get(answer.asked) if answer else None
            states[question.id] = self._state(question, answer, asked if isinstance(asked, Question) else None)
        return states

    def scores(self, questions: Iterable[Question]) -> dict[str, Score]:
        """Return the scores of the last practice answers, by question id; questions not answered are left out."""
        states = self.question_states(questions)
        return {question_id: state.score for question_id, state in states.items() if state.score is not None}

    def progress(self) -> Progress:
        """Return how far one is: pages, sessions, days, the course and the certificate."""
        return progress(self._course, self.done())

    def continue_at(self) -> Target | None:
        """Return where "Fortsett" leads; None in a course without pages."""
        place = self.place()
        last = Target(place.session_id, place.page_id) if place else None
        return continue_at(self._course, self.done(), last, self.waiting().keys())

    def waiting(self) -> dict[str, date | None]:
        """Return the modules that are not open yet, by id, and the day each opens where that is known."""
        return waiting(self._course, self.read_days(), local_day(self._clock.now()))

    def read_days(self) -> dict[str, date]:
        """Return the day each page was first read to its end, where the person was."""
        pages = self._profile.pages.of_course(self._course.id)
        return {page_id: local_day(page.done_at) for page_id, page in pages.items() if page.done_at is not None}

    def _save_place(self, session_id: str, page_id: str, position: Position) -> None:
        last = self.place()
        now = self._clock.now()
        # A clock that was set back must not leave an older place the newest.
        at = max(now, last.at + MOMENT) if last else now
        self._profile.places.save(ReadingPlace(self._course.id, session_id, page_id, at, position))

    def _state(self, question: Question, answer: Answer | None, asked: Question | None) -> QuestionState:
        order = shown_order(question, attempt_seed(self._course.id, question.id))
        if answer is None or asked is None:
            return QuestionState(order, tries_left=_left(question, 0))
        mark = fingerprint(question)
        tries = self._tries(question.id, mark)
        return QuestionState(
            order,
            answer.response,
            kept_certainty(answer),
            kept_score(asked, answer),
            feedback_for(asked, answer.response),
            tries,
            _left(question, tries),
            None if answer.asked == mark else asked,
        )

    def _tries(self, question_id: str, mark: str) -> int:
        """Count the practice answers to the question as it stands: a changed one is a new one."""
        return self._profile.answers.tries(self._course.id, question_id, mark)

    def done(self) -> Done:
        """Return what one has done in the course, as ids."""
        course_id = self._course.id
        attempts = self._profile.attempts.of_course(course_id)
        submitted = [attempt for attempt in attempts if attempt.submitted_at is not None]
        running = [attempt for attempt in attempts if attempt.submitted_at is None]
        pages = self._profile.pages.of_course(course_id)
        return Done(
            read=frozenset(page_id for page_id, page in pages.items() if page.done_at is not None),
            items=self._items_done(),
            submitted=frozenset(attempt.page_id for attempt in submitted),
            passed=frozenset(attempt.page_id for attempt in submitted if attempt.passed),
            finished=frozenset(self._profile.evaluations.finished(course_id)),
            begun=self._profile.evaluations.begun(course_id) | {attempt.page_id for attempt in running},
        )

    def _items_done(self) -> frozenset[str]:
        course_id = self._course.id
        reflections = self._ids_of(ItemKind.REFLECTION)
        written = (field for field in self._profile.fields.of_course(course_id) if field.value.strip())
        return (
            self._profile.answers.answered(course_id)
            | {field.item_id for field in written if field.item_id in reflections}
            | frozenset(self._profile.products.finished(course_id))
            | {run.case_id for run in self._profile.cases.of_course(course_id) if run.finished_at is not None}
        )

    def _ids_of(self, kind: ItemKind) -> frozenset[str]:
        return frozenset(
            item.id
            for head in self._course.sessions()
            for page in head.pages
            for item in page.items
            if item.kind is kind
        )


def _left(question: Question, tries: int) -> int | None:
    limit = question.settings.tries
    return None if limit is None else max(limit - tries, 0)
