"""All that one participant can do, behind one open profile file: what the window's profile thread holds."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kursapp.domain.backup import Occasion
from kursapp.domain.case import Case
from kursapp.domain.course import Checklist, Course, EvaluationType, Page, PageKind, Session
from kursapp.domain.page_items import blocks_of, questions_of
from kursapp.domain.problem import KursappError
from kursapp.domain.question import Question, Reflection, Workbook
from kursapp.domain.record import Enrolment, Position, ReadingPlace
from kursapp.services.annotate import Annotate
from kursapp.services.changed_questions import ChangedQuestion, CourseNow, changed_questions
from kursapp.services.clock import Clock
from kursapp.services.correct_answers import CorrectAnswers, CorrectedCourse
from kursapp.services.course_certificate import CourseCertificate
from kursapp.services.evaluate import Evaluate, EvaluationState
from kursapp.services.fill_in import FillIn, WorkbookState
from kursapp.services.hand_in import HandIn, HandInState
from kursapp.services.history import History
from kursapp.services.join_cohort import JoinCohort
from kursapp.services.own_plan import OwnPlan, ReadPlan
from kursapp.services.own_search import OwnSearch
from kursapp.services.plan import Plan
from kursapp.services.play_case import CaseState, PlayCase
from kursapp.services.portfolio import Portfolio
from kursapp.services.quiz_state import QuizOverview
from kursapp.services.review import Review
from kursapp.services.take_course import QuestionState, TakeCourse
from kursapp.services.take_quiz import TakeQuiz
from kursapp.services.tell_progress import TellProgress
from kursapp.services.today import Today
from kursapp.storage.participant.profile_file import ProfileFile


class TakenCourse(Protocol):
    """A course that has been read (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course:
        """The cover and the outline."""
        ...

    @property
    def root(self) -> Path:
        """The folder it was read from."""
        ...

    def bank(self, bank: str) -> Sequence[Question]:
        """Return the questions that say ``bank: NAME``."""
        ...

    def session(self, session_id: str) -> Session:
        """Return a session as it is read; KeyError where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything a page needs to show itself as the participant left it; items by id, those inside cases too.

    ``plan`` is set on the form of a follow-up only, where it stands beside the questions.
    """

    page_id: str
    read: bool
    position: Position
    questions: Mapping[str, QuestionState]
    drafts: Mapping[str, str]
    reflections: Mapping[str, str]
    workbooks: Mapping[str, WorkbookState]
    ticks: Mapping[str, frozenset[str]]
    cases: Mapping[str, CaseState]
    quiz: QuizOverview | None = None
    evaluation: EvaluationState | None = None
    hand_in: HandInState | None = None
    plan: OwnPlan | None = None


@dataclass(frozen=True, slots=True)
class CourseDesk:
    """What one participant can do in one course."""

    take: TakeCourse
    quiz: TakeQuiz
    case: PlayCase
    fill: FillIn
    evaluate: Evaluate
    hand_in: HandIn
    tell_progress: TellProgress
    certificate: CourseCertificate
    plan: ReadPlan

    def page_state(self, page: Page) -> PageState:
        """Return everything a page needs, in one call."""
        blocks = list(blocks_of(page))
        practice = () if page.kind is PageKind.QUIZ else questions_of(page)
        return PageState(
            page.id,
            self.take.is_read(page.id),
            self.take.position_on(page.id),
            self.take.question_states(practice),
            self.take.drafts(practice),
            self.fill.reflections(block for block in blocks if isinstance(block, Reflection)),
            self.fill.states(block for block in blocks if isinstance(block, Workbook)),
            self.fill.ticks(block for block in blocks if isinstance(block, Checklist)),
            {block.id: self.case.state(block) for block in blocks if isinstance(block, Case)},
            self.quiz.overview(page) if page.kind is PageKind.QUIZ else None,
            self.evaluate.state(page) if page.kind is PageKind.EVALUATION else None,
            self.hand_in.state(page) if page.kind is PageKind.EVALUATION else None,
            self.plan.read() if page.evaluation and page.evaluation.type is EvaluationType.FOLLOW_UP else None,
        )


@dataclass(frozen=True, slots=True)
class CourseTaken:
    """A course the participant has begun, and where she last was in it (None: never on a page)."""

    enrolment: Enrolment
    place: ReadingPlace | None


class Participant:
    """One participant's own file and what can be done with it. Everything runs on the thread that opened the file."""

    def __init__(self, profile: ProfileFile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock
        self.cohorts = JoinCohort(profile, clock)
        self.search = OwnSearch(profile)
        self.notes = Annotate(profile, clock)
        self.plan = Plan(profile, clock)
        self.portfolio = Portfolio(profile)
        self.review = Review(profile, clock)
        self.today = Today(profile, clock, self.plan, self.review)
        if not profile.read_only:
            # A full disk may keep what is over for a while longer; it must not keep anyone from her work.
            with contextlib.suppress(KursappError):
                self.cohorts.forget_over()

    def on(self, course: TakenCourse) -> CourseDesk:
        """Return what can be done in one course."""
        profile, clock = self._profile, self._clock
        take = TakeCourse(profile, course.course, course.root, clock)
        quiz = TakeQuiz(profile, course.course, course.bank, clock)
        return CourseDesk(
            take,
            quiz,
            PlayCase(profile, course.course, clock),
            FillIn(profile, course.course, clock),
            Evaluate(profile, course.course, take, clock),
            HandIn(profile, course.course, course.bank, self.cohorts, quiz, clock),
            TellProgress(course.course, take, self.cohorts, clock),
            CourseCertificate(profile, course.course, take, self.cohorts, clock),
            ReadPlan(profile, course.course, course.session, self.plan, clock),
        )

    def correct(self, course: CorrectedCourse) -> CorrectAnswers:
        """Return what a version of a course corrects of the answers given to earlier ones."""
        return CorrectAnswers(self._profile, course)

    def changed_questions(self, course: CourseNow) -> tuple[ChangedQuestion, ...]:
        """Return the questions of a course that are others than when they were answered."""
        return changed_questions(self._profile, course)

    def courses(self) -> tuple[CourseTaken, ...]:
        """Return the courses begun, the one opened last first."""
        return tuple(
            CourseTaken(enrolment, self._profile.places.last(enrolment.course_id))
            for enrolment in self._profile.enrolments.all()
        )

    def history(self, course_id: str) -> History:
        """Return the earlier versions of what was written in a course, also of one that is gone."""
        return History(self._profile, course_id, self._clock)

    @property
    def now(self) -> datetime:
        """The present moment, by this participant's clock."""
        return self._clock.now()

    @property
    def profile(self) -> ProfileFile:
        """The open file itself, for its backups and its state."""
        return self._profile

    def back_up_before(self, occasion: Occasion) -> Path | None:
        """Make a backup before much is changed at once. Raises KursappError as ``ProfileFile.back_up_before``."""
        return self._profile.back_up_before(occasion, self._clock.now())

    def close(self) -> None:
        """Close the file."""
        self._profile.close()
