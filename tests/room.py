"""The other side of handing in: a cohort for a course, the file its participants open, the key that opens theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kursapp.delivery.answer_file import Opened, open_answers
from kursapp.delivery.cohort_file import write
from kursapp.delivery.kullmerke import words
from kursapp.delivery.progress_file import open_progress
from kursapp.domain.attendance import Attendance
from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.course import Course, Page
from kursapp.services.course_forms import Bank, form_on
from tests.delivery.small_cohort import Keys, cohort_form, make_cohort, make_keys


@dataclass(frozen=True)
class Room:
    """A coordinator with a cohort."""

    cohort: Cohort
    keys: Keys

    @property
    def data(self) -> bytes:
        """Return the cohort file's bytes."""
        return write(self.cohort)

    @property
    def mark(self) -> tuple[str, ...]:
        """Return the four words."""
        return words(self.data)

    def put_file(self, folder: Path, name: str = "kull.kull") -> Path:
        """Write the cohort file into a folder."""
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_bytes(self.data)
        return path

    def with_rules(self, **changes: object) -> Room:
        """Return a room whose cohort promises otherwise."""
        return replace(self, cohort=replace(self.cohort, rules=replace(self.cohort.rules, **changes)))

    def with_cohort(self, **changes: object) -> Room:
        """Return a room whose cohort is otherwise."""
        return replace(self, cohort=replace(self.cohort, **changes))

    def open(self, path: Path) -> Opened:
        """Open an answer file with the coordinator's key."""
        return open_answers(path.read_bytes(), self.cohort, self.keys.coordinator.private)

    def open_progress(self, path: Path) -> Attendance:
        """Open a progress file with the coordinator's key."""
        return open_progress(path.read_bytes(), self.cohort, self.keys.coordinator.private)


def room_for(course: Course, pages: Sequence[Page], bank: Bank, **changes: object) -> Room:
    """Return a room whose cohort asks for the forms and quizzes of these pages."""
    keys = make_keys()
    forms = tuple(cohort_form(form) for form in (form_on(page, course, bank) for page in pages) if form is not None)
    cohort = replace(
        make_cohort(keys, Rules(date(2026, 12, 31))),
        course_id=course.id,
        course_version=course.version,
        course_title=course.title,
        forms=forms,
    )
    return Room(replace(cohort, **changes), keys)
