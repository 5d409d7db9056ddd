"""Named progress: what a participant tells about how far she has come, in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.attendance import Attendance, DayDone
from kursapp.domain.course import Course, Module
from kursapp.domain.days import local_day
from kursapp.domain.problem import refusal
from kursapp.domain.progress import Progress, State
from kursapp.services.clock import Clock
from kursapp.services.join_cohort import JoinCohort, MyCohort
from kursapp.services.outgoing import Outgoing, put_out
from kursapp.services.take_course import TakeCourse


@dataclass(frozen=True, slots=True)
class Told:
    """A progress file that has been made, and all that it holds."""

    path: Path
    attendance: Attendance
    mine: MyCohort


class TellProgress:
    """What one participant can tell a coordinator about her way through one course."""

    def __init__(self, course: Course, take: TakeCourse, cohorts: JoinCohort, clock: Clock) -> None:
        self._course = course
        self._take = take
        self._cohorts = cohorts
        self._clock = clock

    def attendance(self, name: str, workplace: str = "") -> Attendance:
        """Return exactly what would be told now. Raises ``hand-in-no-cohort``, ``progress-not-asked`` (name)."""
        mine = self._mine()
        progress = self._take.progress()
        days = tuple(_day(module, progress) for module in self._course.modules if not module.bank)
        certificate = bool(progress.requirements) and all(lack.is_met for lack in progress.requirements)
        today = local_day(self._clock.now())
        return Attendance(mine.cohort.id, name.strip(), workplace.strip(), today, days, certificate)

    def send(self, name: str, workplace: str, folder: Path) -> Told:
        """Write the progress file into a folder.

        Raises KursappError as ``attendance`` and ``outgoing.put_out``, and ``progress-name-missing``.
        """
        from kursapp.delivery.progress_file import seal

        told = self.attendance(name, workplace)
        if not told.name:
            raise refusal("progress-name-missing")
        mine = self._mine()
        path = put_out(folder, seal(told, mine.cohort), Outgoing.PROGRESS, mine.cohort)
        return Told(path, told, mine)

    def _mine(self) -> MyCohort:
        mine = self._cohorts.of_course(self._course.id)
        if mine is None:
            raise refusal("hand-in-no-cohort", title=self._course.title)
        if mine.is_over:
            raise refusal("hand-in-over", title=self._course.title, name=mine.cohort.name)
        if not mine.cohort.wants_progress:
            raise refusal("progress-not-asked", name=mine.cohort.name)
        return mine


def _day(module: Module, progress: Progress) -> DayDone:
    pages = [page.id for session in module.sessions for page in session.pages]
    done = sum(progress.page(page_id).state is State.DONE for page_id in pages)
    return DayDone(module.id, module.title, done, len(pages))
