"""What differs between two versions of a course."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.course_changes import CourseChanges, course_changes, marks_changed

marks = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"))


def test_pages_are_told_apart_by_their_ids() -> None:
    """Another mark is a changed page, another id another page; each in the order of its course."""
    before = {"a": "1", "b": "1", "c": "1"}
    after = {"d": "1", "c": "2", "a": "1"}
    assert course_changes(before, after) == CourseChanges(("c",), ("b",), ("d",))
    assert not course_changes(before, dict(reversed(before.items())))


@given(marks, marks)
def test_there_and_back(before: dict[str, str], after: dict[str, str]) -> None:
    """Going back changes the same pages, and takes away what was new; every page is counted once."""
    there, back = course_changes(before, after), course_changes(after, before)
    assert set(there.changed) == set(back.changed)
    assert (set(there.added), set(there.removed)) == (set(back.removed), set(back.added))
    same = {page for page, mark in after.items() if before.get(page) == mark}
    assert len(same) + len(there.changed) + len(there.added) == len(after)
    assert bool(there) == (before != after)


def test_what_stands_on_no_page_is_counted() -> None:
    """Changed, gone and new alike; what is the same is not."""
    assert marks_changed({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == 3
    assert CourseChanges(drawn=1)
    assert CourseChanges(terms=1)
