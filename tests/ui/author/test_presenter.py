"""Vis i rommet: what the wall shows, what only the instructor sees, and the time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.live_course import Looking
from kursapp.services.trial import Trial
from kursapp.ui.actions import Actions
from kursapp.ui.author import presenter_times
from kursapp.ui.author.presenter import PresenterScreen
from kursapp.ui.courses import Courses
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import present
from kursapp.ui.participant.room_page import RoomPage
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.room import RoomTheme
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.kept_worker import KeptWorker
from tests.small_package import PAGES, write_course
from tests.ui.conftest import sweep

LONG = 30_000
NOTE = "Ikke si svaret ennå."
ROOM_PAGES = PAGES | {
    "side-a": PAGES["side-a"] + f"\n> [!KURSLEDER]\n> {NOTE}\n\n> [!GRUPPE]\n> tid: 10\n> Snakk sammen to og to.\n",
}


class Room:
    """An instructor before a room, with the small course as her draft."""

    def __init__(self, qtbot: QtBot, theme: Theme, place: Path, worker: Worker) -> None:
        self.qtbot, self.theme = qtbot, theme
        author = Author(place / "data", SystemClock(), worker)
        card = author.add(write_course(place / "kurs", pages=ROOM_PAGES))
        self.tasks = Tasks(lambda: pytest.fail("the participant's profile"), lambda: pytest.fail("a reader"))
        self.trial = Tasks(lambda: Trial(SystemClock()), lambda: pytest.fail("a reader"))
        self.trial.start_profile()
        self.workbench = Workbench(lambda: author, lambda: Looking(place / "cache", worker))
        self.draft = OpenDraft(self.workbench)
        self.messages = Messages()
        self.screen = PresenterScreen(
            self.workbench,
            self.draft,
            Shelf(self.tasks, ()),
            theme,
            self.messages,
            Actions(),
            lambda worn: RoomPage(self.trial, worn, self.messages),
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1100, 700)
        self.screen.show()
        self.screen.enter(present(card.id))
        qtbot.waitUntil(lambda: self.screen.notes.heading.text() != "", timeout=LONG)

    def show(self) -> None:
        """Open the window of the room."""
        self.screen.open_room.click()
        self.page("")

    def page(self, title: str) -> None:
        """Wait until the room sees a page."""
        pane = self.screen.room.pane
        self.qtbot.waitUntil(
            lambda: pane.view() is not None and (not title or pane.view().ground.page.title == title), timeout=LONG
        )

    def on(self, until: str) -> None:
        """Go on until a page is shown."""
        for _press in range(30):
            if self.screen.notes.heading.text() == until:
                self.page(until)
                return
            self.screen.on.click()
            self.settle()
        raise AssertionError(until)

    def settle(self) -> None:
        """Wait until the threads have answered all they were asked, and what that made the window ask."""
        for _round in range(4):
            done: list[object] = []
            self.workbench.ask(_nothing, done.append)
            self.workbench.look(_nothing, done.append)
            self.trial.profile(_nothing, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 3, timeout=LONG)

    def close(self) -> None:
        """End the threads."""
        self.screen.close_room()
        sweep()
        self.draft.close()
        self.workbench.close(10)
        self.trial.close(10)
        self.tasks.close(10)


def _nothing(_subject: object) -> None:
    """Be waited for."""


class Shelf(Courses):
    """A shelf without courses."""

    def load(self) -> None:
        pass


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[Room]:
    """Give an instructor at the first page of her day."""
    made = Room(qtbot, theme, tmp_path, kept_worker)
    yield made
    made.close()


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_what_is_for_her_stays_with_her(room: Room) -> None:
    """The note stands on her screen and not on the wall, where the page is in large type."""
    assert NOTE in room.screen.notes._inside[1].accessibleName() + words(room.screen.notes)
    assert "Neste: Hva du spør om" in words(room.screen)
    room.show()
    wall = room.screen.room
    view = wall.pane.view()
    assert view.title.accessibleName() or view.ground.page.title == "Hva du sier"
    assert not view.ground.for_author
    read = words(wall) + "".join(prose.toPlainText() for prose in wall.findChildren(ProseView))
    assert "Snakk sammen to og to." in read
    assert NOTE not in read
    assert view.ground.theme.px(100) == 180
    assert room.theme.px(100) == 100, "her own window is as it was"


def test_a_question_is_held_back_until_it_is_asked_for(room: Room) -> None:
    """First what is asked, then what can be answered, then the answer; then the next page."""
    room.show()
    room.on("Hva du spør om")
    pane = room.screen.room.pane
    view = pane.view().findChild(QuestionView)
    assert view.is_covered
    assert not view.field.isVisible()
    assert "2 ting på siden er dekket til." in words(room.screen)
    room.screen.on.click()
    room.qtbot.waitUntil(lambda: pane.held_back() == 1, timeout=LONG)
    assert view.field.isVisible()
    assert not view.is_scored
    room.screen.on.click()
    room.qtbot.waitUntil(lambda: pane.held_back() == 0, timeout=LONG)
    assert view.is_scored
    assert view.response().options == ("sp-forst-a",)
    room.on("Hva du tar med deg")


def test_the_next_room_begins_anew(room: Room) -> None:
    """What one room answered is not there when the page comes again."""
    room.show()
    room.on("Hva du spør om")
    pane = room.screen.room.pane
    while pane.reveal():
        pass
    room.screen.back.click()
    room.page("Hva du sier")
    room.on("Hva du spør om")
    assert pane.held_back() == 2


def test_the_keys_of_a_clicker(room: Room) -> None:
    """Page down goes on, B and a full stop make the wall blank and show it again, Esc ends it."""
    room.show()
    wall = room.screen.room
    wall.activateWindow()
    room.qtbot.waitUntil(wall.isActiveWindow, timeout=LONG)
    for key in (Qt.Key.Key_B, Qt.Key.Key_Period):
        QTest.keyClick(wall, key)
        assert wall.is_blank is (key is Qt.Key.Key_B)
    QTest.keyClick(wall, Qt.Key.Key_B)
    QTest.keyClick(wall, Qt.Key.Key_PageDown)
    assert not wall.is_blank, "going on shows the page again first"
    for _press in range(10):
        room.settle()
        if room.screen.notes.heading.text() == "Hva du spør om":
            break
        QTest.keyClick(wall, Qt.Key.Key_PageDown)
    assert room.screen.notes.heading.text() == "Hva du spør om"
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: room.screen.room is None, timeout=LONG)
    assert room.screen.open_room.text() == "Vis i rommet"


def test_time_of_a_session_and_of_group_work(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """The session's goes up while the wall is shown, the group's goes down on the wall, and says when it is out."""
    now = [1000.0]
    monkeypatch.setattr(presenter_times.time, "monotonic", lambda: now[0])
    room.show()
    assert room.screen.times.runs
    room.screen.notes.groups[0].button.click()
    now[0] += 60
    room.screen.times.ticked.emit()
    wall = room.screen.room.time_shown()
    assert (wall.isVisible(), wall.text()) == (True, "9:00")
    assert room.screen.clock.text().startswith("1:00")
    assert "Stopp gruppearbeidet" in room.screen.notes.groups[0].button.text()
    now[0] += 600
    room.screen.times.ticked.emit()
    assert wall.text() == "Tiden er ute"
    assert "11 min av 6 min" in words(room.screen.agenda)
    room.screen.toggle_group()
    assert not wall.isVisible()
    room.screen.close_room()
    now[0] += 600
    assert room.screen.times.used("svaret") == 660, "with the wall closed the time stands still"


def test_the_screen_of_one_alone_is_told(room: Room) -> None:
    """Without a second screen the wall is a window to be moved, and she is told how to fill a screen with it."""
    told: list[str] = []
    room.messages.shown.connect(lambda message: told.append(message.text))
    room.show()
    assert "Fant bare én skjerm" in told[0]
    room.screen.room.toggle_full()
    assert room.screen.room.isFullScreen()


def test_the_room_follows_the_colours_and_keeps_its_size(qtbot: QtBot, theme: Theme, qapp) -> None:
    """Dark when the window is, and never smaller or larger than a room has a use for."""
    made = RoomTheme(qapp, paths.assets(), theme, 180)
    wall = QWidget()
    qtbot.addWidget(wall)
    made.dress_room(wall)
    theme.wear(Look("dark", 150))
    assert (made.name, made.look.zoom) == ("dark", 180)
    assert made.tokens().colours["canvas"].lower() in wall.styleSheet().lower()
    made.zoom(1000)
    assert made.look.zoom == 320
    made.zoom(1)
    assert made.look.zoom == 100
    made.deleteLater()
