"""What the next version is called, and what is other since the last was packed."""

from __future__ import annotations

import pytest

from kursapp.domain.course_changes import CourseChanges
from kursapp.domain.packing import CourseMarks, changes_between, rekeyed, suggested_version

WORDS, PAGES, NONE = CourseChanges(changed=("a",)), CourseChanges(added=("a",)), CourseChanges()


@pytest.mark.parametrize(
    ("present", "packed", "changes", "keys", "suggested"),
    [
        ("1.0.0", "", NONE, False, "1.0.0"),
        ("", "", NONE, False, "1.0.0"),
        ("2.0", "1.4.2", WORDS, False, "2.0"),
        ("1.4.2", "1.4.2", NONE, False, "1.4.2"),
        ("1.4.2", "1.4.2", WORDS, False, "1.4.3"),
        ("1.4.2", "1.4.2", PAGES, False, "1.5.0"),
        ("1.4.2", "1.4.2", CourseChanges(removed=("a",)), False, "1.5.0"),
        ("1.4.2", "1.4.2", WORDS, True, "1.5.0"),
        ("1", "1", WORDS, False, "1.0.1"),
        ("1.3", "1.4", WORDS, False, "1.4.1"),
        ("1.4", "1.4", CourseChanges(drawn=2), False, "1.4.1"),
        ("1.4.9.7", "1.4.9.7", CourseChanges(terms=1), False, "1.4.10"),
    ],
)
def test_the_next_version(present: str, packed: str, changes: CourseChanges, keys: bool, suggested: str) -> None:
    """One the instructor has set is kept; otherwise words count in the last place, pages and keys in the middle."""
    assert suggested_version(present, packed, changes, keys_changed=keys) == suggested


def test_what_is_other_since_the_last_package() -> None:
    """Pages by id, what stands on no page by number, and only the keys of questions that were there."""
    before = CourseMarks({"a": "1", "b": "1"}, {"q": "1"}, {"ord": "1"}, {"q": "1", "r": "1", "borte": "1"})
    now = CourseMarks({"a": "2", "c": "1"}, {"q": "2"}, {"ord": "1"}, {"q": "2", "r": "1", "ny": "1"})
    assert changes_between(before, now) == CourseChanges(("a",), ("b",), ("c",), drawn=1)
    assert rekeyed(before, now) == ("q",)
