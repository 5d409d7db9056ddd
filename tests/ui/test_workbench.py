"""The instructor's threads: one for her files, one that looks; none before they are asked, and both end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem, refusal
from kursapp.ui.workbench import Workbench
from tests.ui.conftest import LONG, sweep


class Subject:
    """What a thread works on, and alone may touch."""

    def __init__(self) -> None:
        self.thread = threading.current_thread()
        self.closed = False

    def close(self) -> None:
        """Be left."""
        assert threading.current_thread() is self.thread
        self.closed = True


@pytest.fixture
def subjects() -> list[Subject]:
    """What has been made so far."""
    return []


@pytest.fixture
def bench(subjects: list[Subject]) -> Iterator[Workbench]:
    """Make a workbench of nothing much."""

    def make() -> Subject:
        subjects.append(Subject())
        return subjects[-1]

    made = Workbench(make, make)
    yield made
    made.close(10)
    made.deleteLater()
    sweep()


def test_no_thread_is_started_before_it_is_asked(bench: Workbench, subjects: list[Subject]) -> None:
    """A participant never has the instructor's threads."""
    assert not subjects
    assert bench.close(1)


def test_files_and_looking_are_two_threads(bench: Workbench, subjects: list[Subject], qtbot: QtBot) -> None:
    """A save never waits for a preview: the one is done while the other is under way."""
    gate = threading.Event()
    done: list[str] = []
    bench.look(lambda _subject: gate.wait(20), lambda _found: done.append("look"))
    bench.ask(lambda _subject: None, lambda _found: done.append("ask"))
    qtbot.waitUntil(lambda: done == ["ask"], timeout=LONG)
    gate.set()
    qtbot.waitUntil(lambda: done == ["ask", "look"], timeout=LONG)
    assert subjects[0].thread is not subjects[1].thread


def test_what_nobody_hears_is_told_as_trouble(bench: Workbench, qtbot: QtBot) -> None:
    """A problem goes to who asked; where nobody listens, to the window."""
    troubles: list[Problem] = []
    heard: list[Problem] = []
    bench.trouble.connect(troubles.append)
    bench.ask(_refuse, failed=heard.append)
    bench.ask(_refuse)
    qtbot.waitUntil(lambda: bool(troubles), timeout=LONG)
    assert [found.code for found in heard] == ["disk-full"]
    assert [found.code for found in troubles] == ["disk-full"]


def _refuse(_subject: object) -> None:
    raise refusal("disk-full", folder="x")


def test_closing_finishes_what_is_to_be_written(bench: Workbench, subjects: list[Subject]) -> None:
    """What was sent to the files is done; what was only to be looked at is left; both threads end."""
    gate = threading.Event()
    written: list[int] = []
    looked: list[int] = []
    bench.ask(lambda _subject: gate.wait(20))
    for number in range(3):
        bench.ask(lambda _subject, number=number: written.append(number))
    bench.look(lambda _subject: gate.wait(20))
    bench.look(lambda _subject: looked.append(1))
    gate.set()
    assert bench.close(20)
    assert written == [0, 1, 2]
    assert all(subject.closed for subject in subjects)


def test_waiting_ends_when_it_takes_too_long(bench: Workbench) -> None:
    """A disk that does not answer keeps no window from closing for ever."""
    gate = threading.Event()
    bench.ask(lambda _subject: gate.wait(20))
    assert not bench.wait_until_written(0.01)
    gate.set()
    assert bench.wait_until_written(20)


def test_quitting_stops_what_is_long(bench: Workbench) -> None:
    """A long job looks at its watch, and is told to stop."""
    watch = bench.watch()
    assert not watch.cancelled()
    bench.close(1)
    assert watch.cancelled()
