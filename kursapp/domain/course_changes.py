"""What differs between two versions of a course, page by page. A page is the same page by its id (course-format §6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseChanges:
    """The ids of pages whose content is another, that are gone, and that are new; in the order of their course.

    ``drawn`` counts the questions that are only drawn (a bank's), and ``terms`` the glossary's, that are other, gone or
    new: they stand on no page.
    """

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    drawn: int = 0
    terms: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed or self.added or self.drawn or self.terms)


def course_changes(before: Mapping[str, str], after: Mapping[str, str]) -> CourseChanges:
    """Compare two versions by their pages: id and a mark that is equal as long as the page is."""
    return CourseChanges(
        tuple(page for page, mark in after.items() if page in before and before[page] != mark),
        tuple(page for page in before if page not in after),
        tuple(page for page in after if page not in before),
    )


def marks_changed(before: Mapping[str, str], after: Mapping[str, str]) -> int:
    """Return how many things are other, gone or new, by id or name and a mark of what they hold."""
    return sum(before.get(name) != after.get(name) for name in before.keys() | after.keys())
