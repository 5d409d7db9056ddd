"""The courses on the shelf, opened one after another on the reading thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kursapp.domain.backup import Occasion
from kursapp.domain.problem import Problem
from kursapp.domain.versions import order_of
from kursapp.services.shelf import course_folders
from kursapp.ui.lane import hand_over
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.install_course import InstallCourse, Offer
    from kursapp.services.open_course import CourseReader, OpenedCourse
    from kursapp.services.participant import Participant

Then = Callable[["OpenedCourse"], object]
OnOffer = Callable[["Offer"], object]
Failed = Callable[[Problem], object]


class Courses(QObject):
    """Knows the courses that could be opened, and those that could not. Of each it has the newest version.

    ``installed`` is the folder of courses that came in packages, which are looked for before those of ``roots``.
    ``replaced`` carries the id of a course that from now on is another version than the screens may hold.
    """

    changed = Signal()
    replaced = Signal(str)

    def __init__(
        self, tasks: Tasks, roots: Iterable[Path], parent: QObject | None = None, *, installed: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._roots = tuple(roots)
        self._installed = installed
        self._offers: list[Offer] = []
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
        for offer in tuple(self._offers):
            self.put_away(offer)
        for opened in self._opened.values():
            opened.close()

    # Packages ----------------------------------------------------------------------------------

    def look_at(self, file: Path, then: OnOffer, failed: Failed) -> None:
        """Check a course package, and call ``then`` with what it is to somebody who has the courses of this shelf."""

        def look(reader: CourseReader) -> Offer:
            return self._installer().offer(file, reader, self.get)

        self._tasks.reading(look, _Offering(self, then).take, failed)

    def install(self, offer: Offer, then: Then, failed: Failed) -> None:
        """Put an offered course on the shelf, in the place of its earlier version if it has one.

        A newer version may score anew what was answered, so the profile is backed up first; without that it is not
        taken in.
        """
        if not offer.earlier:
            self._install(offer, then, failed)
            return
        self._tasks.profile(_back_up, partial(self._on_backed_up, offer, then, failed), failed)

    def _on_backed_up(self, offer: Offer, then: Then, failed: Failed, _made: object) -> None:
        self._install(offer, then, failed)

    def _install(self, offer: Offer, then: Then, failed: Failed) -> None:
        self._offers.remove(offer)

        def install(reader: CourseReader) -> OpenedCourse:
            return self._installer().take(offer, reader)

        self._tasks.reading(install, _Installing(self, then).take, failed)

    def keep_offer(self, offer: Offer) -> None:
        """Remember an offer until it is taken or put away."""
        self._offers.append(offer)

    def put_away(self, offer: Offer) -> None:
        """Forget an offer that is not taken, if it is not forgotten already."""
        if offer in self._offers:
            self._offers.remove(offer)
            self._installer().put_away(offer)

    def replace(self, opened: OpenedCourse) -> None:
        """Put a course that was installed just now on the shelf."""
        earlier = self._opened.get(opened.course.id)
        self._shelve(opened)
        self._refused = {folder: found for folder, found in self._refused.items() if folder != opened.root}
        if earlier is not None:
            self.replaced.emit(opened.course.id)
        self.changed.emit()

    def _installer(self) -> InstallCourse:
        from kursapp.services.install_course import InstallCourse

        assert self._installed is not None
        return InstallCourse(self._installed)

    # The shelf ---------------------------------------------------------------------------------

    def _find(self, _reader: CourseReader) -> tuple[Path, ...]:
        """Return the folders of the courses; what has been replaced is removed first, as nothing is shown yet."""
        if self._installed is None:
            return course_folders(self._roots)
        installer = self._installer()
        installer.tidy()
        return (*installer.folders(), *course_folders(self._roots))

    def _open_all(self, folders: tuple[Path, ...]) -> None:
        self._to_come = len(folders)
        self._loaded = not folders
        for folder in folders:
            _Opening(self, folder).send(self._tasks)
        if not folders:
            self.changed.emit()

    def take_in(self, opened: OpenedCourse) -> None:
        """Put an opened course on the shelf, unless it is there as new or newer, and give it to those who wait."""
        there = self._opened.get(opened.course.id)
        if there is not None and order_of(there.course.version) >= order_of(opened.course.version):
            opened.close()
            self._one_less()
            return
        self._shelve(opened)
        self._one_less()
        if there is not None:
            self.replaced.emit(opened.course.id)
        for then in self._wanted.pop(opened.course.id, ()):
            then(opened)

    def _shelve(self, opened: OpenedCourse) -> None:
        """Put a course on the shelf, and score by its keys what was answered to wrong ones.

        Another profile of this machine may have taken the version in, so it is asked of each profile.
        """
        self._opened[opened.course.id] = opened
        if opened.corrections:
            self._tasks.save(lambda participant: participant.correct(opened).apply())

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
        opened = reader.open(self._folder)
        # Read here: it is asked for when the course is put on the shelf, and that is on the screen's thread.
        _ = opened.corrections
        return opened

    def _refuse(self, found: Problem) -> None:
        self._courses.refuse(self._folder, found)


class _Offering:
    """A package on its way to whoever looks at it."""

    def __init__(self, courses: Courses, then: OnOffer) -> None:
        self._courses = courses
        self._then = then

    def take(self, offer: Offer) -> None:
        self._courses.keep_offer(offer)
        hand_over(self._then, offer)


class _Installing:
    """A course on its way from its package to the shelf."""

    def __init__(self, courses: Courses, then: Then) -> None:
        self._courses = courses
        self._then = then

    def take(self, opened: OpenedCourse) -> None:
        self._courses.replace(opened)
        hand_over(self._then, opened)


def _back_up(participant: Participant) -> object:
    return participant.back_up_before(Occasion.IMPORT)


def _place_on_shelf(opened: OpenedCourse) -> tuple[float, str]:
    return -opened.course.hours, opened.course.title
