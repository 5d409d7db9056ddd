"""Courses from elsewhere on this laptop: each version in a folder of its own, the newest of a course is the one taken.

``DATA/courses/ID/VERSION``. A version appears by one rename, so there is the old or the new, never half of one. Older
versions stay until the program is started again: pages may still be shown from them.
"""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kursapp.content.change_note import read_change_note
from kursapp.content.package import Manifest, file_digests, keep_manifest
from kursapp.domain.course_changes import CourseChanges, course_changes, marks_changed
from kursapp.domain.problem import refusal
from kursapp.domain.versions import order_of
from kursapp.files.failure import write_failure
from kursapp.files.folders import make_staging, move_folder, remove_folder, sweep_folders
from kursapp.services.course_package import COURSE, open_package
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.pack_course import course_files
from kursapp.services.shelf import course_folders


class OfferKind(enum.Enum):
    """What a package is to somebody who may have the course: new, a newer version, or what she has already."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be installed. ``earlier`` is the version it takes the place of, ``changes`` what is other.

    The course is unpacked in the temporary folder ``place`` until the offer is taken or put away.
    """

    kind: OfferKind
    about: Manifest
    opened: OpenedCourse
    place: Path
    earlier: str = ""
    changes: CourseChanges = CourseChanges()

    @property
    def note(self) -> str:
        """Return what the instructor tells participants is new."""
        return read_change_note(self.about.note).words

    @property
    def corrects(self) -> bool:
        """Say whether it corrects the key of questions that may have been answered."""
        return bool(read_change_note(self.about.note).corrections)


Present = Callable[[str], OpenedCourse | None]
"""Finds the course of an id that is taken now."""


class InstallCourse:
    """Takes packages in, and keeps the folder of installed courses tidy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folders(self) -> tuple[Path, ...]:
        """Return the folder of each installed course's newest version, by the course's id."""
        return tuple(newest for versions in self._installed() for newest in versions[-1:])

    def tidy(self) -> None:
        """Remove versions that have been replaced, and what a killed program left. Nothing may be shown from them."""
        sweep_folders(self._folder)
        for versions in self._installed():
            for folder in versions[:-1]:
                remove_folder(folder)

    def offer(self, file: Path, reader: CourseReader, present: Present) -> Offer:
        """Check a package, and say what it is to somebody who has the course ``present`` finds, if any.

        Raises KursappError as ``course_package.open_package``; ``package-older`` and ``package-other-content`` where
        the course is there in a newer version, or in the same one with other content.
        """
        place = make_staging(self._folder)
        try:
            package = open_package(file, place, reader)
            keep_manifest(package.opened.root, package.about)
            there = present(package.about.id)
            self._refuse_older(package.about, there, file.name)
            return _compared(package.about, package.opened, place, there, file.name)
        except BaseException:
            remove_folder(place)
            raise

    def take(self, offer: Offer, reader: CourseReader) -> OpenedCourse:
        """Put an offered course in place, durably, and open it there. Raises KursappError as ``files.folders``."""
        target = self._folder / offer.about.id / offer.about.version
        offer.opened.close()
        try:
            if target.exists():
                # It is not on the shelf, so it could not be opened: what is damaged gives way.
                _rename(target, offer.place / "skadet")
            move_folder(offer.place / COURSE, target)
        finally:
            remove_folder(offer.place)
        return reader.open(target)

    def put_away(self, offer: Offer) -> None:
        """Forget an offer that is not taken."""
        offer.opened.close()
        remove_folder(offer.place)

    def _refuse_older(self, about: Manifest, present: OpenedCourse | None, file: str) -> None:
        """Refuse a version older than the one that is taken, or than one that is installed and cannot be opened."""
        held = [folder.name for folder in course_folders((self._folder / about.id,))]
        held += [present.course.version] if present is not None else []
        newest = max(held, key=order_of, default="")
        if order_of(newest) > order_of(about.version):
            raise refusal("package-older", file=file, title=about.title, version=about.version, present=newest)

    def _installed(self) -> tuple[tuple[Path, ...], ...]:
        """Return the folders of each course's versions, the newest last."""
        with contextlib.suppress(OSError):
            courses = sorted(each for each in self._folder.iterdir() if each.is_dir() and not each.name.startswith("."))
            found = (sorted(course_folders((course,)), key=lambda folder: order_of(folder.name)) for course in courses)
            return tuple(tuple(folder for folder in versions if order_of(folder.name)) for versions in found)
        return ()


def _compared(about: Manifest, opened: OpenedCourse, place: Path, present: OpenedCourse | None, file: str) -> Offer:
    if present is None:
        return Offer(OfferKind.NEW, about, opened, place)
    earlier = present.course.version
    if order_of(about.version) > order_of(earlier):
        changes = replace(
            course_changes(present.page_marks(), opened.page_marks()),
            drawn=marks_changed(present.bank_marks(), opened.bank_marks()),
            terms=marks_changed(present.term_marks(), opened.term_marks()),
        )
        return Offer(OfferKind.UPDATE, about, opened, place, earlier, changes)
    if file_digests(*course_files(present)) != about.files:
        raise refusal("package-other-content", file=file, title=present.course.title, version=about.version)
    return Offer(OfferKind.SAME, about, opened, place, earlier)


def _rename(folder: Path, to: Path) -> None:
    try:
        folder.rename(to)
    except OSError as error:
        raise write_failure(error, folder) from error
