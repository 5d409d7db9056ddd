"""What was packed of a course before, and what the next version may be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kursapp.domain.course_changes import CourseChanges, course_changes, marks_changed
from kursapp.domain.versions import order_of


@dataclass(frozen=True, slots=True)
class CourseMarks:
    """A course as it was packed, as marks that are equal as long as what they stand for is.

    ``pages`` by page id; ``drawn`` are the questions of banks and ``terms`` the glossary's. ``keys`` are the marks of
    every question's key alone, by the question's id.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackedBefore:
    """A package that was made. ``corrections`` are the questions whose key it corrected, by id."""

    version: str
    at: datetime
    note: str = ""
    corrections: tuple[str, ...] = ()
    marks: CourseMarks = CourseMarks()


def changes_between(before: CourseMarks, now: CourseMarks) -> CourseChanges:
    """Return what differs between a course as it was packed and as it is now."""
    pages = course_changes(before.pages, now.pages)
    return CourseChanges(
        pages.changed,
        pages.removed,
        pages.added,
        drawn=marks_changed(before.drawn, now.drawn),
        terms=marks_changed(before.terms, now.terms),
    )


def rekeyed(before: CourseMarks, now: CourseMarks) -> tuple[str, ...]:
    """Return the questions that were there and have another key now, in the order of the course."""
    return tuple(name for name, mark in now.keys.items() if before.keys.get(name, mark) != mark)


def suggested_version(present: str, packed: str, changes: CourseChanges, *, keys_changed: bool) -> str:
    """Return the version to pack next: ``present`` where it is newer than what was ``packed`` last.

    Otherwise one more: in the last place where only words differ, in the middle one where pages have come or gone or a
    key is another. Nothing changed: what was packed. Empty versions count as none.
    """
    if not packed or order_of(present) > order_of(packed):
        return present or "1.0.0"
    if not changes and not keys_changed:
        return packed
    major, minor, patch = (*order_of(packed), 0, 0, 0)[:3]
    if changes.added or changes.removed or keys_changed:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"
