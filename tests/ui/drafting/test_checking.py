"""One course and one page are asked for at a time; what is wanted meanwhile is asked for next, and old answers fall."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.domain.draft import FileText
from kursapp.domain.problem import Problem, refusal
from kursapp.ui.drafting.buffers import Buffers
from kursapp.ui.drafting.checking import Checking
from kursapp.ui.workbench import Workbench
from tests.ui.conftest import LONG, sweep

FOLDER = Path("kurs")


class Course:
    """A course as it was read of some texts."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.closed = False

    def close(self) -> None:
        """Be let go."""
        self.closed = True


class Looking:
    """Reads when it is let."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.may.set()
        self.asked: list[tuple[str, object]] = []
        self.courses: list[Course] = []
        self.broken = False

    def course(self, _folder: Path, texts: dict[str, str]) -> Course:
        """Read the whole."""
        self.may.wait(20)
        self.asked.append(("course", dict(texts)))
        if self.broken:
            raise refusal("not-a-course", folder="kurs")
        self.courses.append(Course(dict(texts)))
        return self.courses[-1]

    def page(self, _folder: Path, _texts: dict[str, str], _file: str, line: int) -> int:
        """Read a page."""
        self.may.wait(20)
        self.asked.append(("page", line))
        return line

    def close(self) -> None:
        """Be left."""


@pytest.fixture
def looking() -> Looking:
    """What the thread that looks works on."""
    return Looking()


@pytest.fixture
def checking(looking: Looking, qtbot: QtBot) -> Iterator[tuple[Checking, Buffers]]:
    """Check a course of one file."""
    bench, buffers = Workbench(lambda: looking, lambda: looking), Buffers()
    made = Checking(bench, buffers, bench)
    made.work_on(FOLDER)
    buffers.add(FileText("a.md", "først", "d0"))
    yield made, buffers
    looking.may.set()
    bench.close(10)
    bench.deleteLater()
    sweep()


def test_what_is_typed_while_reading_is_read_next(
    checking: tuple[Checking, Buffers], looking: Looking, qtbot: QtBot
) -> None:
    """Three wishes while the course is being read are one reading more, of the newest text."""
    made, buffers = checking
    looking.may.clear()
    made.read_now()
    for words in ("en", "to", "tre"):
        buffers.get("a.md").put(words)
        made.touched()
        made.read_now()
    looking.may.set()
    qtbot.waitUntil(lambda: made.is_fresh, timeout=LONG)
    assert looking.asked == [("course", {}), ("course", {"a.md": "tre"})]
    assert made.texts == {"a.md": "tre"}


def test_pages_passed_by_are_not_read(checking: tuple[Checking, Buffers], looking: Looking, qtbot: QtBot) -> None:
    """Only the page one stops at is shown."""
    made, _buffers = checking
    looking.may.clear()
    shown: list[object] = []
    for line in (1, 2, 3, 4):
        made.page("a.md", line, shown.append)
    looking.may.set()
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert shown == [4]
    assert [line for _kind, line in looking.asked] == [1, 4]


def test_another_draft_gets_no_answer_of_this_one(
    checking: tuple[Checking, Buffers], looking: Looking, qtbot: QtBot
) -> None:
    """A course that comes after one has left it is let go, and no page of it is shown."""
    made, _buffers = checking
    looking.may.clear()
    shown: list[object] = []
    read: list[int] = []
    made.read.connect(lambda: read.append(1))
    made.read_now()
    made.page("a.md", 1, shown.append)
    made.work_on(None)
    looking.may.set()
    qtbot.waitUntil(lambda: bool(looking.courses) and looking.courses[0].closed, timeout=LONG)
    qtbot.waitUntil(lambda: len(looking.asked) == 2, timeout=LONG)
    assert not shown
    assert not read
    assert made.course is None


def test_courses_are_let_go_when_nothing_shows_them(
    checking: tuple[Checking, Buffers], looking: Looking, qtbot: QtBot
) -> None:
    """The one before may still be seen in the preview; the one before that is closed."""
    made, _buffers = checking
    for number in range(1, 4):
        made.read_now()
        qtbot.waitUntil(lambda number=number: len(looking.courses) == number and not made._is_reading, timeout=LONG)
    assert [course.closed for course in looking.courses] == [True, False, False]
    made.work_on(None)
    assert all(course.closed for course in looking.courses)


def test_why_there_is_no_course_is_told(checking: tuple[Checking, Buffers], looking: Looking, qtbot: QtBot) -> None:
    """A folder that is no course any more."""
    made, _buffers = checking
    told: list[Problem] = []
    made.refused.connect(told.append)
    looking.broken = True
    made.read_now()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].code == "not-a-course"
    assert made.is_fresh
