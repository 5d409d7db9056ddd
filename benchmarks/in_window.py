"""The whole program in one process, driven from within: what the window benchmarks run as programs of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from kursapp.ui.plain_imports import import_plainly

# As the front door does, before the window is imported.
import_plainly()

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from kursapp.app.program import Program  # noqa: E402
from kursapp.app.start import STYLE  # noqa: E402

# Nothing more of the program is imported here: that it comes after the first paint is part of what is measured.
if TYPE_CHECKING:
    from kursapp.app.rest import Rest
    from kursapp.services.open_course import OpenedCourse
    from kursapp.ui.navigation import Navigator
    from kursapp.ui.participant.home import HomeScreen
    from kursapp.ui.participant.page import PageScreen
    from kursapp.ui.participant.page_view import PageView

LONGEST_WAIT = 60.0
TICK = 5
"""Milliseconds between two beats of the pulse."""
NAP = 0.0005
"""Seconds between two looks for events: with none the program sleeps, and leaves the interpreter to other threads."""


class Driven:
    """The program, opened as it opens for a participant, and driven by the hand of a benchmark."""

    def __init__(self) -> None:
        self.application = QApplication(["kursapp", *STYLE])
        self.application.setQuitOnLastWindowClosed(False)
        self.program = Program(self.application)
        self.program.open_window()

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        """Let the program work until the condition holds. TimeoutError after a minute."""
        start = time.perf_counter()
        while not condition():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            # Outside of the program's own loop Qt leaves what is to be deleted: every page ever shown would live on.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if time.perf_counter() - start > LONGEST_WAIT:
                raise TimeoutError(what)
            time.sleep(NAP)

    def work_for(self, seconds: float) -> None:
        """Let the program do what it does by itself for a while."""
        end = time.perf_counter() + seconds
        self.wait_for(lambda: time.perf_counter() >= end, "nothing")

    def course(self, course_id: str) -> OpenedCourse:
        """Wait until a course is on the shelf and return it."""
        self.wait_for(lambda: self.program.rest and self.rest.courses.get(course_id), f"{course_id} on the shelf")
        opened = self.rest.courses.get(course_id)
        assert opened is not None
        return opened

    @property
    def rest(self) -> Rest:
        """What is built after the first paint; AssertionError before that."""
        assert self.program.rest is not None
        return self.program.rest

    @property
    def navigator(self) -> Navigator:
        """Where one is, and the way elsewhere."""
        return self.rest.navigator

    @property
    def first_home(self) -> HomeScreen:
        """Hjem as it is painted first, before there is anything behind it."""
        return cast("HomeScreen", self.program.first_screen)

    @property
    def home_screen(self) -> HomeScreen:
        """Hjem, where it is the screen shown now."""
        return cast("HomeScreen", self.rest.steering.screen)

    @property
    def page_screen(self) -> PageScreen:
        """The Side screen, where it is the screen shown now."""
        return cast("PageScreen", self.rest.steering.screen)

    def view_of(self, page_id: str) -> PageView | None:
        """Return the view of a page where it is the one shown now."""
        if self.navigator.here.screen != "page":
            return None
        view = self.page_screen.view()
        return view if view is not None and view.ground.page.id == page_id else None

    def close(self) -> None:
        """Close the window and let the program end."""
        self.program.window.close()
        self.wait_for(lambda: not self.program.window.isVisible(), "the window to close")
        self.work_for(0.05)


class Paint(QObject):
    """Knows whether a widget has been painted since it was asked for. Asked for late, the widget is painted again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.seen = False
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


class Pulse(QObject):
    """Ticks on the screen's thread; a tick that comes late tells how long the thread did something else.

    ``gaps`` are seconds beyond a tick, each with when it ended since the first one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[tuple[float, float]] = []
        self._begun = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to count."""
        self._begun = self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Stop, with what the thread is doing now counted."""
        self._tick()
        self._timer.stop()

    def longest(self) -> float:
        """Return the longest that a tick was late, in milliseconds."""
        return max((gap for gap, _ in self.gaps), default=0.0) * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last - TICK / 1000, now - self._begun))
        self._last = now
