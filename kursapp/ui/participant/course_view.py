"""What a participant's screens show of a course, read from the profile in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kursapp.domain.course import Course, Module, PageHead, SessionHead
    from kursapp.domain.progress import Progress, Target
    from kursapp.services.changed_questions import ChangedQuestion
    from kursapp.services.open_course import OpenedCourse
    from kursapp.services.participant import Participant


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course, how far one is in it, and where it goes on.

    ``begun`` is False before the first page is opened. ``waiting``: the modules that are not open yet, by id, and the
    day each opens where that is known. ``cohort`` is the name of the cohort one takes it with, or empty.
    ``changed`` are the questions that are others than when they were answered.
    """

    opened: OpenedCourse
    progress: Progress
    target: Target | None
    begun: bool
    waiting: Mapping[str, date | None] = field(default_factory=dict)
    cohort: str = ""
    changed: tuple[ChangedQuestion, ...] = ()

    @property
    def course(self) -> Course:
        """The outline."""
        return self.opened.course

    def next_session(self) -> SessionHead | None:
        """Return the session one goes on with."""
        return self.course.session_head(self.target.session_id) if self.target else None

    def next_page(self) -> PageHead | None:
        """Return the page one goes on with."""
        head = self.next_session()
        if head is None or self.target is None:
            return None
        return next((page for page in head.pages if page.id == self.target.page_id), None)

    def next_module(self) -> Module | None:
        """Return the module one goes on in."""
        head = self.next_session()
        modules = (module for module in self.course.modules if not module.bank and head in module.sessions)
        return next(modules, None)

    def days(self) -> tuple[float, ...]:
        """Return how much of each day is done."""
        return tuple(share.fill for share in self.progress.days)

    @property
    def is_done(self) -> bool:
        """Say whether everything in the course is done that can be done today."""
        here = self.target is None or self.progress.page(self.target.page_id).fill >= 1
        return self.progress.course.fill >= 1 and here


def read_view(opened: OpenedCourse, participant: Participant) -> CourseView:
    """Read a course's view on the profile's thread."""
    take = participant.on(opened).take
    begun = take.place() is not None
    mine = participant.cohorts.of_course(opened.course.id)
    cohort = "" if mine is None else mine.cohort.name
    changed = participant.changed_questions(opened)
    return CourseView(opened, take.progress(), take.continue_at(), begun, take.waiting(), cohort, changed)
