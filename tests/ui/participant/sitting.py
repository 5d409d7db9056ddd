"""One sitting of a participant: the real window over a real profile file and a real course, until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QTextEdit, QWidget

from kursapp import paths
from kursapp.demo.waiting import is_soon, wait_until
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.settings import Settings
from kursapp.storage.participant.profile_file import open_profile
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.main_window import MainWindow
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Navigator, home, page
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.settings_screen import People
from kursapp.ui.participant.wing import screens
from kursapp.ui.parts import Parts
from kursapp.ui.preferences import Preferences
from kursapp.ui.steering import Steering
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.workbench import Workbench
from kursapp.ui.workspaces import workspace
from kursapp.worker.worker import Worker
from tests.ui.conftest import no_author, no_door, no_preview

W = TypeVar("W", bound=QWidget)


@dataclass
class HandClock:
    """A clock that goes only when a test moves it."""

    time: datetime = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the time it shows."""
        return self.time

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)


@dataclass
class Sitting:
    """The window, open on a profile. Closing it and sitting down again with the same files is a restart."""

    profile: Path
    courses: Path
    clock: HandClock
    theme: Theme
    size: tuple[int, int] = (1366, 768)
    cache: Path | None = None
    course: str = ""
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._closed = False
        self.messages = Messages()
        self.messages.shown.connect(self._on_message)
        self.tasks = Tasks(self._open_profile, self._open_reader)
        self.shelf = Courses(self.tasks, (self.courses,))
        self.navigator = Navigator(home())
        self.window = MainWindow(self.theme, workspace("participant"))
        self.window.resize(*self.size)
        self.window.show()
        self.window.activateWindow()
        preferences = Preferences(Settings(workspace="participant"), _forget, self.messages)
        workbench = Workbench(no_author, no_author)
        parts = Parts(
            self.tasks,
            self.shelf,
            self.navigator,
            self.theme,
            self.messages,
            Actions(),
            preferences,
            Desk(no_door),
            no_preview,
            no_preview,
            workbench,
            OpenDraft(workbench),
        )
        # Nothing is carried to another machine here.
        makers = screens(parts, _nobody(), None, None, None)  # type: ignore[arg-type]
        others = ("library", "cohort", "share-quiz", "progress-file", "practice", "notes", "glossary", "search")
        own = {name: makers[name] for name in others}
        self.steering = Steering(self.window, parts, {"page": lambda: _page_screen(parts), **own})
        first = HomeScreen(self.theme, None)
        self.window.stack.addWidget(first)
        self.steering.take_over("home", first)
        self.tasks.start()
        self.shelf.load()
        self.navigator.moved.connect(self.steering.show_location)
        self.wait_for(lambda: self.shelf.is_loaded, "the course")

    def _open_profile(self) -> Participant:
        return Participant(open_profile(self.profile, create=not self.profile.exists()), self.clock)

    def _open_reader(self) -> CourseReader:
        return CourseReader(Worker(), self.cache or paths.cache_folder())

    def _on_message(self, message: Any) -> None:
        self.heard.append(message.text)

    # Where one is

    def opened(self) -> OpenedCourse:
        """Return the course that is taken: the one on the shelf where none is named."""
        return next(one for one in self.shelf.shelf() if self.course in ("", one.course.id))

    def go(self, session: str, page_id: str = "", target: str = "") -> PageBody:
        """Go to a page by the window's own navigation, and return its body when it is there."""
        self.navigator.go(page(self.opened().course.id, session, page_id, target))
        self.settle()
        self.wait_for(lambda: self.page_view() is not None and self._is_at(session, page_id), f"{session} {page_id}")
        self.settle()
        return self.view().body

    def _is_at(self, session: str, page_id: str) -> bool:
        ground = self.view().ground
        return ground.session.id == session and page_id in ("", ground.page.id)

    def page_view(self) -> PageView | None:
        """Return the page shown now, None where no page is."""
        screen = self.steering.screen
        return screen.view() if isinstance(screen, PageScreen) else None

    def view(self) -> PageView:
        """Return the page shown now."""
        shown = self.page_view()
        assert shown is not None
        return shown

    # Doing

    def click(self, widget: QWidget) -> None:
        """Click the middle of something, where a person could, and wait for what it leads to."""
        assert widget.isVisible(), f"{widget.accessibleName()} is hidden"
        self.view().ensureWidgetVisible(widget)
        where = QPoint(10, widget.height() // 2) if isinstance(widget, QCheckBox | QRadioButton) else QPoint()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def press(self, words: str) -> None:
        """Click the one visible button whose words begin like this."""
        self.click(self.button(words))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is, and wait for what it leads to."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is; what is typed is not waited for."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused

    def settle(self) -> None:
        """Wait until both threads have done all that was asked, and the window has shown it."""
        for _round in range(4):
            back: list[object] = []
            self.tasks.profile(_nothing, back.append, back.append)
            self.tasks.reading(_nothing, back.append, back.append)
            self.wait_for(partial(_has_two, back), "the threads")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        self.wait_for(lambda: not any(map(is_soon, self.window.findChildren(QTimer))), "what is put off for a moment")
        strays = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        assert not strays, f"windows of their own: {strays}"

    def wait_for(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds."""
        wait_until(holds, what)

    # Seeing

    def all(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        """Return everything of a kind that is shown, in the order it was made."""
        return [one for one in (within or self.view()).findChildren(kind) if one.isVisible()]

    def button(self, words: str) -> QPushButton:
        """Return the one visible button whose words begin like this."""
        found = [one for one in self.all(QPushButton) if _said(one).startswith(words)]
        assert len(found) == 1, f"{words}: {[_said(one) for one in found or self.all(QPushButton)]}"
        return found[0]

    def words(self, within: QWidget | None = None) -> str:
        """Return all the words shown, a label or button a line."""
        shown = [one for one in (within or self.view()).findChildren(QWidget) if one.isVisible()]
        return "\n".join(text for text in (_words_of(one) for one in shown) if text)

    def nameless(self) -> list[QWidget]:
        """Return what takes the keyboard on the page and has nothing to say to a screen reader."""
        stops = [one for one in self.all(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [one for one in stops if not (one.accessibleName() or getattr(one, "text", str)())]

    def profile_asks(self, fn: Callable[[Participant], Any]) -> Any:
        """Ask the profile's own thread something."""
        got: list[Any] = []
        self.tasks.profile(fn, got.append)
        self.wait_for(lambda: bool(got), "the answer")
        return got[0]

    def close(self) -> None:
        """Close the window as its own close button does; once it is closed, nothing happens."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        assert self.tasks.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_theme(look: Look) -> Theme:
    """Dress the application."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyle("fusion")
    theme = Theme(application, paths.assets(), look)
    theme.dress_application()
    theme.wake()
    return theme


def write_course(folder: Path, sessions: Iterable[tuple[str, str]]) -> Path:
    """Write a small course: ``sessions`` are pairs of file name and Markdown. Return the folder it stands in."""
    course = folder / "lite"
    course.mkdir(parents=True)
    pairs = list(sessions)
    links = "\n".join(f"{number}. [Økt {number}]({name})" for number, (name, _text) in enumerate(pairs, start=1))
    front = "---\nid: lite\nversjon: 1.0.0\nspråk: nb\n---\n"
    cover = f"{front}# Lite kurs\n\nTil øving.\n\n## Dag 1: Prøve\nEn dag.\n\n{links}\n"
    (course / "kurs.md").write_text(cover, encoding="utf-8")
    for name, text in pairs:
        (course / name).write_text(text, encoding="utf-8")
    return folder


def _nobody() -> People:
    return People(str, str, list, _forget_name, list)


def _forget_name(_name: str) -> None:
    """Switch to nobody."""


def _page_screen(parts: Parts) -> PageScreen:
    return PageScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)


def _said(one: QPushButton) -> str:
    return one.accessibleName() or one.text()


def _words_of(one: QWidget) -> str:
    if isinstance(one, QLabel):
        return one.text() or one.accessibleName()
    if isinstance(one, QTextEdit):
        return one.toPlainText()
    return one.text() if isinstance(one, QPushButton) else ""


def _has_two(back: list[object]) -> bool:
    return len(back) == 2


def _nothing(_subject: object) -> None:
    """Be waited for."""


def _forget(_settings: Settings) -> None:
    """Keep no settings."""
