"""Reads the work of courses: the courses on the reading thread, what is written in them on the profile's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from kursapp.domain.course import Session
from kursapp.domain.days import local_day
from kursapp.domain.plan import PlanStep
from kursapp.domain.portfolio import CourseWork, WorkItem
from kursapp.domain.product import ProductVersion
from kursapp.domain.question import Reflection, Workbook
from kursapp.services.fill_in import WorkbookState
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.services.portfolio import Shelved, shelved
from kursapp.ui.courses import Courses
from kursapp.ui.lane import hand_over
from kursapp.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Desk:
    """All work there is, and the steps of all plans; ``today`` is the local day it was read on."""

    works: tuple[CourseWork, ...]
    steps: tuple[PlanStep, ...]
    today: date

    def work(self, course_id: str) -> CourseWork | None:
        """Return the work of one course, or None."""
        return next((work for work in self.works if work.course_id == course_id), None)

    def steps_of(self, course_id: str) -> tuple[PlanStep, ...]:
        """Return the steps of one plan."""
        return tuple(step for step in self.steps if step.course_id == course_id)


@dataclass(frozen=True, slots=True)
class Piece:
    """One item with everything it is shown with. ``opened`` and ``session`` are None where it is gone.

    ``versions`` are its earlier ones, ``today`` the local day it was read on.
    """

    work: CourseWork
    item: WorkItem
    versions: tuple[ProductVersion, ...]
    today: date
    opened: OpenedCourse | None = None
    session: Session | None = None
    state: WorkbookState | None = None


class WorkReader(QObject):
    """Reads for one screen."""

    def __init__(self, tasks: Tasks, courses: Courses, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._courses = tasks, courses

    def read(self, then: Callable[[Desk], object]) -> None:
        """Call ``then`` with all there is; while courses are still being opened, with that of the open ones."""
        opened = self._courses.shelf()
        waits = not self._courses.is_loaded

        def read_courses(_reader: CourseReader) -> tuple[Shelved, ...]:
            return tuple(shelved(each) for each in opened)

        self._tasks.reading(read_courses, _Then(self._tasks, opened, waits, then).take)

    def read_item(self, course_id: str, item_id: str, then: Callable[[Piece | None], object]) -> None:
        """Call ``then`` with one item; with None where nothing is known of it."""
        opened = self._courses.get(course_id)

        def read_course(_reader: CourseReader) -> Shelved | None:
            return None if opened is None else shelved(opened)

        self._tasks.reading(read_course, _ItemThen(self._tasks, opened, course_id, item_id, then).take)


class _Then:
    """The courses have been read; now the profile."""

    def __init__(
        self, tasks: Tasks, opened: tuple[OpenedCourse, ...], waits: bool, then: Callable[[Desk], object]
    ) -> None:
        self._tasks, self._opened, self._waits, self._then = tasks, opened, waits, then

    def take(self, shelf: tuple[Shelved, ...]) -> None:
        def read(participant: Participant) -> Desk:
            here = {opened.course.id: opened for opened in self._opened}
            works = [
                _open_now(participant, work, here.get(work.course_id)) for work in participant.portfolio.work(shelf)
            ]
            # A course that is still being opened must not look as if it were gone.
            shown = tuple(work for work in works if work.is_here or not self._waits)
            return Desk(shown, participant.plan.all(), local_day(participant.now))

        self._tasks.profile(read, self._hand_over)

    def _hand_over(self, desk: Desk) -> None:
        hand_over(self._then, desk)


class _ItemThen:
    """The course has been read; now what is written in one item of it."""

    def __init__(
        self,
        tasks: Tasks,
        opened: OpenedCourse | None,
        course_id: str,
        item_id: str,
        then: Callable[[Piece | None], object],
    ) -> None:
        self._tasks, self._opened, self._then = tasks, opened, then
        self._course_id, self._item_id = course_id, item_id

    def take(self, shelf: Shelved | None) -> None:
        def read(participant: Participant) -> Piece | None:
            return self._read(participant, shelf)

        self._tasks.profile(read, self._hand_over)

    def _read(self, participant: Participant, shelf: Shelved | None) -> Piece | None:
        works = participant.portfolio.work([] if shelf is None else [shelf])
        work = next((each for each in works if each.course_id == self._course_id), None)
        if work is None and shelf is not None:
            work = participant.portfolio.of_course(shelf)
        work = _open_now(participant, work, self._opened) if work is not None else None
        item = work.find(self._item_id) if work is not None else None
        if work is None or item is None:
            return None
        versions = participant.history(self._course_id).of_item(self._item_id)
        today = local_day(participant.now)
        if item.gone or self._opened is None:
            return Piece(work, item, versions, today)
        session = self._opened.session(item.placed.session_id)
        fill = participant.on(self._opened).fill
        state = fill.state(item.item) if isinstance(item.item, Workbook) else None
        return Piece(work, item, versions, today, self._opened, session, state)

    def _hand_over(self, piece: Piece | None) -> None:
        hand_over(self._then, piece)


def _open_now(participant: Participant, work: CourseWork, opened: OpenedCourse | None) -> CourseWork:
    """Return the work without what belongs to a part of the course that opens later."""
    return work if opened is None else work.without(participant.on(opened).take.waiting().keys())


def reflections_of(piece: Piece) -> dict[str, str]:
    """Return the words of the item where it is a reflection, as a page's state has them."""
    item = piece.item.item
    return {item.id: piece.item.parts.get("", "")} if isinstance(item, Reflection) else {}
