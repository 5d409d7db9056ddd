"""The courses on the shelf, opened one after another on the reading thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kursapp.domain.problem import Problem
from kursapp.services.shelf import course_folders
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.open_course import CourseReader, OpenedCourse

Then = Callable[["OpenedCourse"], object]


class Courses(QObject):
    """Knows the courses that could be opened, and those that could not."""

    changed = Signal()

    def __init__(self, tasks: Tasks, roots: Iterable[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._roots = tuple(roots)
        self._opened: dict[str, OpenedCourse] = {}
        self._refused: dict[Path, Problem] = {}
        self._wanted: dict[str, list[Then]] = {}
        self._to_come = 0
        self._loaded = False
        self._asked = False

    @property
    def is_loaded(self) -> bool:
        """Say whether every course on the shelf has been tried."""
        return self._loaded

    def load(self) -> None:
        """Open what is on the shelf, once; ``changed`` tells after each."""
        if self._asked:
            return
        self._asked = True
        self._tasks.reading(self._find, self._open_all)

    def shelf(self) -> tuple[OpenedCourse, ...]:
        """Return the opened courses, the longest first."""
        return tuple(sorted(self._opened.values(), key=_place_on_shelf))

    def refused(self) -> tuple[tuple[Path, Problem], ...]:
        """Return the folders that could not be opened, and why."""
        return tuple(self._refused.items())

    def get(self, course_id: str) -> OpenedCourse | None:
        """Return a course that is open already."""
        return self._opened.get(course_id)

    def open(self, course_id: str, then: Then) -> None:
        """Call ``then`` with the course: at once when it is open, otherwise as soon as it is.

        A course that is not on the shelf is never given; the caller shows what it has until then.
        """
        opened = self._opened.get(course_id)
        if opened is not None:
            then(opened)
        else:
            self._wanted.setdefault(course_id, []).append(then)

    def close(self) -> None:
        """Let go of what the opened courses hold."""
        for opened in self._opened.values():
            opened.close()

    def _find(self, _reader: CourseReader) -> tuple[Path, ...]:
        return course_folders(self._roots)

    def _open_all(self, folders: tuple[Path, ...]) -> None:
        self._to_come = len(folders)
        self._loaded = not folders
        for folder in folders:
            _Opening(self, folder).send(self._tasks)
        if not folders:
            self.changed.emit()

    def take_in(self, opened: OpenedCourse) -> None:
        """Put an opened course on the shelf and give it to those who wait for it."""
        self._opened[opened.course.id] = opened
        self._one_less()
        for then in self._wanted.pop(opened.course.id, ()):
            then(opened)

    def refuse(self, folder: Path, found: Problem) -> None:
        """Remember why a folder could not be opened."""
        self._refused[folder] = found
        self._one_less()

    def try_again(self) -> None:
        """Try once more to open what could not be opened."""
        folders = tuple(self._refused)
        self._refused.clear()
        self._open_all(folders)
        self.changed.emit()

    def _one_less(self) -> None:
        self._to_come -= 1
        self._loaded = self._to_come <= 0
        self.changed.emit()


class _Opening:
    """One folder on its way to the shelf."""

    def __init__(self, courses: Courses, folder: Path) -> None:
        self._courses = courses
        self._folder = folder

    def send(self, tasks: Tasks) -> None:
        tasks.reading(self._open, self._courses.take_in, self._refuse)

    def _open(self, reader: CourseReader) -> OpenedCourse:
        return reader.open(self._folder)

    def _refuse(self, found: Problem) -> None:
        self._courses.refuse(self._folder, found)


def _place_on_shelf(opened: OpenedCourse) -> tuple[float, str]:
    return -opened.course.hours, opened.course.title
