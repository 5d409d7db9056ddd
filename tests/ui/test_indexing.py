"""The indexes are made when the window rests, and hold nobody up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.services.clock import SystemClock
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.services.search import CourseSearch
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.courses import Courses
from kursapp.ui.indexing import Indexing
from kursapp.ui.tasks import Tasks
from tests.ui.conftest import LONG, OpenShelf


class Desk:
    """Tasks, courses, and an index in a file."""

    def __init__(self, place: Path, opened: OpenedCourse, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.place = place
        self.tasks = Tasks(self._open_profile, lambda: OpenShelf(opened), open_search=self._open_search)
        self.courses = Courses(self.tasks, (opened.root.parent,))
        self.searches = 0

    def _open_profile(self) -> Participant:
        return Participant(open_profile(self.place / "profil.db", create=True), SystemClock())

    def _open_search(self) -> CourseSearch:
        self.searches += 1
        return CourseSearch(self.place / "search.db")

    def begin(self) -> None:
        """Let the indexes be made; who makes them lives as long as the desk, as in the window."""
        self.indexing = Indexing(self.tasks, self.courses, self.tasks, rest=1)

    def ask(self, work: object) -> object:
        """Ask the index something and wait for the answer."""
        told: list[object] = []
        self.tasks.searching(work, told.append)
        self.qtbot.waitUntil(lambda: bool(told), timeout=LONG)
        return told[0]

    def is_whole(self) -> bool:
        """Say whether everything is indexed."""
        return not self.ask(lambda index: index.is_building)


@pytest.fixture
def desk(tmp_path: Path, opened: OpenedCourse, qtbot: QtBot) -> Iterator[Desk]:
    """Open a desk whose courses are not on the shelf yet."""
    made = Desk(tmp_path, opened, qtbot)
    made.tasks.start()
    yield made
    made.tasks.close()
    # What was on its way to the screen's thread comes before those it is for are gone.
    qtbot.wait(1)
    made.tasks.deleteLater()
    made.courses.deleteLater()
    qtbot.wait(1)


def test_the_courses_are_indexed_once_they_are_there(desk: Desk, opened: OpenedCourse) -> None:
    """Without anybody asking, a little at a time, to the end."""
    desk.begin()
    desk.courses.load()
    desk.qtbot.waitUntil(desk.is_whole, timeout=LONG)
    title = next(opened.course.sessions()).title
    assert desk.ask(lambda index: index.find(title).total)


def test_nothing_is_opened_before_the_shelf_is_known(desk: Desk) -> None:
    """The first paint and the first page come before it; the file of the index is opened by the first question."""
    desk.begin()
    desk.qtbot.wait(50)
    assert desk.searches == 0
    assert not (desk.place / "search.db").exists()


def test_words_written_before_are_indexed_too(desk: Desk) -> None:
    """Of a profile that has never been searched."""
    desk.tasks.save(lambda participant: participant.plan.add("kurs", _step()))
    desk.begin()
    desk.courses.load()

    def indexed() -> bool:
        told: list[int] = []
        desk.tasks.profile(lambda each: each.profile.own_index.find("vedtak", (), "", 5)[1], told.append)
        desk.qtbot.waitUntil(lambda: bool(told), timeout=LONG)
        return told[0] == 1

    desk.qtbot.waitUntil(indexed, timeout=LONG)


def test_trouble_is_nobodys_news(desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """What could not be indexed is not told: whoever searches finds out, and a file tells its own trouble."""
    told: list[object] = []
    desk.tasks.trouble.connect(told.append)
    tried: list[int] = []

    def broken(_index: CourseSearch, _courses: object) -> None:
        tried.append(1)
        raise RuntimeError

    monkeypatch.setattr(CourseSearch, "take_in", broken)
    desk.begin()
    desk.courses.load()
    desk.qtbot.waitUntil(lambda: bool(tried), timeout=LONG)
    assert not desk.is_whole()
    assert told == []
    caplog.clear()


def _step() -> object:
    from kursapp.domain.plan import NewStep

    return NewStep("Lese vedtaket")
