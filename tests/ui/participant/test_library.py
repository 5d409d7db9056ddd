"""The shelf shows every course there is, and why one is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kursapp.app.reading import Reading
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.courses import Courses
from kursapp.ui.navigation import Navigator, cover, home, library
from kursapp.ui.participant.library import LibraryScreen, RefusedCard
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from tests.ui.conftest import LONG, Room

Show = Callable[[QWidget], QWidget]


def at_library(room: Room, show: Show) -> LibraryScreen:
    """Show the shelf and wait until it is filled."""
    parts = room.parts
    screen = LibraryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)
    show(screen)
    screen.enter(library())
    parts.courses.load()
    room.settle()
    return screen


def test_a_course_is_a_card_that_leads_to_its_cover(room: Room, show: Show, qtbot: QtBot) -> None:
    """With its name, its facts and how far one is."""
    screen = at_library(room, show)
    card = screen.cards["lederkurs"]
    said = [each.text() for each in card.findChildren(QLabel)]
    assert {"God ledelse", "KS · 30 timer", "Ikke begynt"} <= set(said)
    assert screen.first_focus() is card.open
    qtbot.mouseClick(card.open, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == cover("lederkurs")


def test_a_card_shows_the_days_done(room: Room, show: Show, opened: OpenedCourse) -> None:
    """The dagsrad, in words too."""
    room.do(lambda me: me.on(opened).take.enrol())
    room.do(lambda me: me.on(opened).take.open_page("d1-1", "d1-1/start"))
    room.do(lambda me: me.on(opened).take.read_page("d1-1/start"))
    card = at_library(room, show).cards["lederkurs"]
    assert card.days.days()[0] > 0
    assert card.days.words() == "0 av 6 dager ferdig"


@pytest.fixture
def real_shelf(
    tmp_path: Path, course_folder: Path, theme: Theme, show: Show, qtbot: QtBot
) -> Iterator[Callable[[], LibraryScreen]]:
    """Return a way to show the courses of ``tmp_path / "shelf"``, read by a real worker."""
    made: list[Tasks] = []

    def open_it() -> Participant:
        return Participant(open_profile(tmp_path / "profil.db", create=True), SystemClock())

    def show_shelf() -> LibraryScreen:
        tasks = Tasks(open_it, lambda: Reading(tmp_path / "cache"))
        made.append(tasks)
        courses = Courses(tasks, (tmp_path / "shelf",))
        screen = LibraryScreen(tasks, courses, Navigator(home()), theme)
        show(screen)
        screen.enter(library())
        tasks.start()
        courses.load()
        qtbot.waitUntil(lambda: courses.is_loaded, timeout=LONG)
        return screen

    yield show_shelf
    for tasks in made:
        tasks.close()


def test_an_empty_shelf_says_why_and_what_to_do(real_shelf: Callable[[], LibraryScreen]) -> None:
    """What goes here, why it is empty, and the remedy."""
    said = [each.text() for each in real_shelf().findChildren(QLabel)]
    assert "Ingen kurs ennå" in said
    assert any("installere" in text for text in said)


def test_a_course_that_cannot_be_read_says_so_beside_the_others(
    real_shelf: Callable[[], LibraryScreen], tmp_path: Path, course_folder: Path, qtbot: QtBot
) -> None:
    """One bad cover hides no other course; after it is mended, it can be tried again."""
    shutil.copytree(course_folder, tmp_path / "shelf" / "god")
    bad = tmp_path / "shelf" / "svak"
    shutil.copytree(course_folder, bad)
    (bad / "kurs.md").write_bytes("---\nid: svak\n---\n# Svak\nbl\xe5b\xe6r".encode("latin-1"))
    screen = real_shelf()
    assert list(screen.cards) == ["lederkurs"]
    (refused,) = screen.findChildren(RefusedCard)
    said = " ".join(each.text() for each in refused.findChildren(QLabel))
    assert "svak" in said
    assert "UTF-8" in said
    mended = (course_folder / "kurs.md").read_text("utf-8").replace("id: lederkurs", "id: mendet")
    (bad / "kurs.md").write_text(mended, "utf-8")
    qtbot.mouseClick(refused.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(screen.cards) == {"lederkurs", "mendet"}, timeout=LONG)
