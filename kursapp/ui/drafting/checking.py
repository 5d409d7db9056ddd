"""Reads the course as it stands in the editor: a page at once for the preview, the whole a moment later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.drafting.buffers import Buffers
from kursapp.ui.lane import hand_over
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.live_course import LiveCourse, LivePage, Looking

CHECK_AFTER = 500
"""Milliseconds of quiet before the whole course is read: the page one is on comes first."""

OnPage = Callable[["LivePage | None"], object]
OnProblem = Callable[[Problem], object]


class Wish:
    """A page somebody wants to see, and whom to tell."""

    def __init__(self, file: str, line: int, then: OnPage, failed: OnProblem | None) -> None:
        self.file, self.line, self.then, self.failed = file, line, then, failed


class Checking(QObject):
    """Asks for one course and one page at a time; what is wanted meanwhile is asked for when the answer is there.

    ``read`` tells that ``course`` is the whole course as ``texts`` stood when it was asked for (those of the files
    looked at; the rest as on the disk), and ``refused`` why there is none to show.
    """

    read = Signal()
    refused = Signal(object)

    def __init__(self, workbench: Workbench, buffers: Buffers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._buffers = workbench, buffers
        self._folder: Path | None = None
        self._sitting = 0
        self._turn_asked = 0
        self._turn_read = -1
        self._is_reading = self._once_more = False
        self._wish: Wish | None = None
        self._is_looking = False
        self.course: LiveCourse | None = None
        self.texts: dict[str, str] = {}
        self._before: LiveCourse | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER)
        self._soon.timeout.connect(self.read_now)
        self._turns = 0

    @property
    def is_fresh(self) -> bool:
        """Say whether the course is of the texts as they stand."""
        return self._turn_read == self._turns

    def work_on(self, folder: Path | None) -> None:
        """Read another course from now on."""
        self._soon.stop()
        self._sitting += 1
        self._folder = folder
        self._is_reading = self._is_looking = self._once_more = False
        self._wish = None
        self._turns, self._turn_read = 0, -1
        self._let_go(self.course, self._before)
        self.course = self._before = None

    def touched(self) -> None:
        """Take note that a text is another."""
        self._turns += 1
        self._soon.start()

    @Slot()
    def read_now(self) -> None:
        """Read the whole course; while it is being read, as soon as that is done."""
        self._soon.stop()
        if self._folder is None:
            return
        if self._is_reading:
            self._once_more = True
            return
        self._is_reading = True
        self._turn_asked = self._turns
        texts = {each.file: each.text() for each in self._buffers.every()}
        self._workbench.look(
            partial(_course, self._folder, dict(self._buffers.texts())),
            partial(self._on_course, self._sitting, texts),
            partial(self._on_refused, self._sitting),
        )

    def page(self, file: str, line: int, then: OnPage, failed: OnProblem | None = None) -> None:
        """Call ``then`` with the page at a line, None where none is there, unless another is asked for meanwhile."""
        self._wish = Wish(file, line, then, failed)
        self._look()

    def _look(self) -> None:
        if self._is_looking or self._wish is None or self._folder is None:
            return
        wish, self._wish, self._is_looking = self._wish, None, True
        self._workbench.look(
            partial(_page, self._folder, dict(self._buffers.texts()), wish.file, wish.line),
            partial(self._on_page, self._sitting, wish),
            partial(self._on_no_page, self._sitting, wish),
        )

    def _on_page(self, sitting: int, wish: Wish, found: LivePage | None) -> None:
        if sitting != self._sitting:
            return
        self._is_looking = False
        if self._wish is None:
            hand_over(wish.then, found)
        self._look()

    def _on_no_page(self, sitting: int, wish: Wish, found: Problem) -> None:
        if sitting != self._sitting:
            return
        self._is_looking = False
        if self._wish is None and wish.failed is not None:
            hand_over(wish.failed, found)
        self._look()

    def _on_course(self, sitting: int, texts: dict[str, str], found: LiveCourse) -> None:
        if sitting != self._sitting:
            found.close()
            return
        # The preview may still show pictures of the one before; of the one before that nothing is seen any more.
        self._let_go(self._before)
        self._before, self.course, self.texts = self.course, found, texts
        self._end_reading()
        self.read.emit()

    def _on_refused(self, sitting: int, found: Problem) -> None:
        if sitting != self._sitting:
            return
        self._end_reading()
        self.refused.emit(found)

    def _end_reading(self) -> None:
        self._is_reading = False
        self._turn_read = self._turn_asked
        if self._once_more:
            self._once_more = False
            self.read_now()

    def _let_go(self, *courses: LiveCourse | None) -> None:
        for each in courses:
            if each is not None:
                each.close()


# On the looking thread -----------------------------------------------------------------------------


def _course(folder: Path, texts: dict[str, str], looking: Looking) -> LiveCourse:
    return looking.course(folder, texts)


def _page(folder: Path, texts: dict[str, str], file: str, line: int, looking: Looking) -> LivePage | None:
    return looking.page(folder, texts, file, line)
