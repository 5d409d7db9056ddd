"""What a use case has changed, as a value."""

from __future__ import annotations

from kursapp.services.changes import NOTHING, Change, Changes


def test_changes_know_their_kinds_and_ids() -> None:
    """A screen asks whether its kind of thing has changed, or its item."""
    changes = Changes.of(Change.ANSWERS, Change.PROGRESS, ids=["q1"])
    assert Change.ANSWERS in changes
    assert Change.PLACE not in changes
    assert changes.touch("q1")
    assert not changes.touch("q2")


def test_changes_add_up_and_nothing_is_nothing() -> None:
    """Two writes together have changed what each has."""
    both = Changes.of(Change.FIELDS, ids=["a"]) | Changes.of(Change.CASES, ids=["b"])
    assert both == Changes.of(Change.CASES, Change.FIELDS, ids=["b", "a"])
    assert both | NOTHING == both
    assert both
    assert not NOTHING
