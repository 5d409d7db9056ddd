"""What the tests of the window stand on: a small course of six days, the parts of the window, and the whole program."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from gc import freeze
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kursapp import paths
from kursapp.app.authoring import Authoring
from kursapp.app.program import Program
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.settings import Settings
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Navigator, home
from kursapp.ui.parts import Parts
from kursapp.ui.preferences import Preferences
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.workbench import Workbench
from kursapp.worker import Worker
from tests.kept_worker import KeptWorker
from tests.ui.small_course import write_course

LONG = 30_000
"""Milliseconds to wait for something that takes a moment: generous, for the machine may be busy."""


@pytest.fixture(scope="session")
def course_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small course once."""
    return write_course(tmp_path_factory.mktemp("courses") / "lederkurs")


@pytest.fixture(scope="session")
def opened(course_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedCourse]:
    """Open the small course once, as the program does."""
    worker = Worker()
    course = CourseReader(worker, tmp_path_factory.mktemp("cache")).open(course_folder)
    yield course
    course.close()
    worker.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application in the light theme, with icons."""
    made = Theme(qapp, paths.assets(), Look("light"))
    made.dress_application()
    made.wake()
    yield made
    made.deleteLater()


class OpenShelf:
    """A reader whose one course is open already."""

    def __init__(self, opened: OpenedCourse) -> None:
        self._opened = opened

    def open(self, _folder: Path) -> OpenedCourse:
        """Return it."""
        return self._opened

    def close(self) -> None:
        """Leave it open: it belongs to all tests."""


def no_door() -> NoReturn:
    """Be the coordinator's door where nobody goes through it."""
    raise AssertionError("the coordinator's door was opened")


def no_author() -> NoReturn:
    """Be the instructor's files where nobody writes a course."""
    raise AssertionError("the instructor's files were opened")


def no_preview() -> NoReturn:
    """Be the maker of previews where nobody writes a course."""
    raise AssertionError("a preview was asked for")


class Room(NamedTuple):
    """The parts of a window around a real profile file, without the window."""

    parts: Parts
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything asked for has been answered on the screen's thread."""
        for _round in range(4):
            done: list[object] = []
            self.parts.tasks.reading(_nothing, done.append)
            self.parts.tasks.profile(_nothing, done.append)
            self.qtbot.waitUntil(lambda done=done: len(done) == 2, timeout=LONG)

    def do(self, work: Callable[[Participant], object]) -> None:
        """Do something in the profile, and wait until the window knows."""
        self.parts.tasks.save(work)
        self.settle()


def _nothing(_subject: object) -> None:
    """Be a job that does nothing."""


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tmp_path: Path, opened: OpenedCourse) -> Iterator[Room]:
    """Build the parts around a new profile and the small course."""

    def open_it() -> Participant:
        return Participant(open_profile(tmp_path / "profil.db", create=True), SystemClock())

    saved: list[Settings] = []
    messages = Messages()
    tasks = Tasks(open_it, lambda: OpenShelf(opened))
    courses = Courses(tasks, (opened.root.parent,))
    preferences = Preferences(Settings(workspace="participant", theme="light"), saved.append, messages)
    desk = Desk(no_door)
    workbench = Workbench(no_author, no_author)
    draft = OpenDraft(workbench)
    navigator = Navigator(home())
    parts = Parts(
        tasks,
        courses,
        navigator,
        theme,
        messages,
        Actions(),
        preferences,
        desk,
        no_preview,
        no_preview,
        workbench,
        draft,
    )
    tasks.start()
    made = Room(parts, qtbot)
    yield made
    tasks.close()


class Shown(NamedTuple):
    """Where a screen went, and what it said, while it was shown alone."""

    widget: QWidget


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Show a widget in a window of its own; it goes after the test."""
    shown: list[QWidget] = []

    def do(widget: QWidget) -> QWidget:
        widget.resize(1000, 760)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow, timeout=LONG)
        shown.append(widget)
        return widget

    yield do
    for widget in shown:
        widget.close()
        widget.deleteLater()
    sweep()


def sweep() -> None:
    """Let what was thrown away go now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


Start = Callable[..., Program]


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    own_data_folder: Path,
    course_folder: Path,
    kept_worker: KeptWorker,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Start the whole program on the small course; what is open at the end of the test is closed."""
    monkeypatch.setattr("kursapp.app.reading.Worker", lambda **_: kept_worker)
    monkeypatch.setattr(Authoring, "_worker", lambda _authoring: kept_worker)
    monkeypatch.setattr(paths, "bundled_courses", lambda: course_folder.parent)
    programs: list[Program] = []

    def do(*, name: str = "Kari", **settings: object) -> Program:
        own_data_folder.mkdir(parents=True, exist_ok=True)
        if name and not ProfileList(own_data_folder).all():
            ProfileList(own_data_folder).create(name, datetime.now(UTC))
        if name or settings:
            chosen = {"version": 1, "workspace": "participant" if name else "", "theme": "light", **settings}
            paths.settings_file().write_text(json.dumps(chosen), encoding="utf-8")
        program = Program(qapp)
        programs.append(program)
        program.open_window()
        return program

    yield do
    for program in programs:
        if isValid(program):
            stop(program)


def steered(qtbot: QtBot, program: Program) -> Program:
    """Wait until the program has taken the wheel and its courses are on the shelf."""
    qtbot.waitUntil(lambda: program.rest is not None, timeout=LONG)
    qtbot.waitUntil(lambda: program.rest.courses.is_loaded, timeout=LONG)
    return program


def stop(program: Program) -> None:
    """Close a program's window, and with it its threads and its worker."""
    window = program.window
    if window.isVisible():
        window.close()
    elif program.rest is not None:
        program.rest.close()
    window.deleteLater()
    program.theme.deleteLater()
    program.deleteLater()
    sweep()


def named(parent: QObject, name: str) -> QWidget:
    """Return the control of this accessible name; the test fails where there is none."""
    found = [widget for widget in parent.findChildren(QWidget) if widget.accessibleName() == name]
    assert found, f"no control called {name}"
    return found[0]


@pytest.fixture(scope="module", autouse=True)
def what_stays_is_not_looked_through() -> None:
    """Leave what all tests stand on (modules, the tests themselves) out of the tidying: most of its time went there."""
    gc.collect()
    freeze()


@pytest.fixture(autouse=True)
def tidy_on_the_screens_thread() -> Iterator[None]:
    """Collect cycles between tests only, on this thread, as the program does: a widget must never die on another."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
