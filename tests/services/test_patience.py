"""Questions to disks that may not answer."""

from __future__ import annotations

import threading

from kursapp.services.patience import within


def test_answers_that_come_in_time_are_given() -> None:
    """By their keys; one that comes too late is none, and holds nobody."""
    held = threading.Event()
    answers = within(2, {"a": lambda: 1, "b": lambda: held.wait(60) and 2, "c": lambda: 3})
    assert answers == {"a": 1, "c": 3}
    held.set()


def test_all_are_asked_at_once() -> None:
    """Each can wait for the other."""
    both = threading.Barrier(2, timeout=60)
    assert set(within(60, {"a": both.wait, "b": both.wait})) == {"a", "b"}


def test_nothing_asked_is_nothing_answered() -> None:
    """At once."""
    assert within(60, {}) == {}
