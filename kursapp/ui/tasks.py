"""Owns the threads: sends work to the open files and brings results back to the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem, refusal
from kursapp.services.changes import Changes
from kursapp.ui.lane import READ_ONLY, UNEXPECTED, Job, Lane, Subject, hand_over
from kursapp.ui.saving import SavingState
from kursapp.ui.tidying import Tidying
from kursapp.ui.watch import Watch

if TYPE_CHECKING:
    from kursapp.services.open_course import CourseReader
    from kursapp.services.participant import Participant
    from kursapp.services.search import CourseSearch

R = TypeVar("R")
Then = Callable[[R], object] | None
Failed = Callable[[Problem], object] | None

LET_GO = "profile-let-go"
CLOSING_SECONDS = 10.0
"""How long quitting waits for a file that is being written."""

TRY_AGAIN_SECONDS = 10
"""How often what could not be saved is tried again by itself: the stick is back, or there is room on the disk."""


class Tasks(QObject):
    """A lane each for the profile's file, for reading courses, for searching them, and for making files to take away.

    ``fn`` runs on the lane's thread; ``then(result)`` or ``failed(problem)`` on the screen's thread afterwards, unless
    they are methods of a widget that is gone by then. A problem nobody asked for is emitted as ``trouble``.
    """

    changed = Signal(object)
    state_changed = Signal(object)
    trouble = Signal(object)
    unsaved = Signal(object)
    profile_ready = Signal()
    profile_broken = Signal(object)
    reader_broken = Signal(object)

    def __init__(
        self,
        open_profile: Callable[[], Subject],
        open_reader: Callable[[], Subject],
        parent: QObject | None = None,
        *,
        open_search: Callable[[], Subject] | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = Lane("profile", open_profile, self, comes_back=True)
        self._reader = Lane("reading", open_reader, self)
        self._search = Lane("searching", open_search or _open_search_in_memory, self)
        self._maker = Lane("making", _Bench, self)
        self._tidying = Tidying(self)
        self._in_line = 0
        self._held: set[object] = set()
        self._kept: Problem | None = None
        self._told: Problem | None = None
        self._trying = QTimer(self)
        self._trying.setInterval(TRY_AGAIN_SECONDS * 1000)
        self._trying.timeout.connect(self._on_trying)
        self._is_read_only = False
        self._is_closed = False
        self._state = SavingState.SAVED
        for lane in (self._profile, self._reader, self._search, self._maker):
            lane.finished.connect(self._on_finished)
        self._profile.stuck.connect(self._on_stuck)
        self._profile.ready.connect(self.profile_ready)
        self._profile.broken.connect(self.profile_broken)
        self._reader.broken.connect(self.reader_broken)

    def start(self) -> None:
        """Open the files, each on its own thread. Once they are open, nothing happens."""
        self._tidying.start()
        self._profile.start()
        self._reader.start()

    def start_profile(self) -> None:
        """Open the profile's file alone: there is nothing to be read, and somebody else tidies."""
        self._profile.start()

    @property
    def state(self) -> SavingState:
        """Whether everything typed is on the disk."""
        return self._state

    def profile(self, fn: Callable[[Participant], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Ask the profile for something."""
        self._profile.put(Job(fn, then, failed))

    def save(self, fn: Callable[[Participant], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Write to the profile; ``changed`` tells what it changed, after ``then``.

        What cannot be written for a reason one can remedy (a full disk) is kept and tried again, in order.
        """
        self._in_line += 1
        self._tell_state()
        self._profile.put(Job(fn, then, failed, saves=True))

    def reading(self, fn: Callable[[CourseReader], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Ask the reader of courses for something."""
        self._reader.put(Job(fn, then, failed))

    def searching(self, fn: Callable[[CourseSearch], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Ask the index of the courses for something. Its file is opened when it is first asked."""
        self._search.put(Job(fn, then, failed))
        if not self._is_closed:
            self._search.start()

    def making(self, fn: Callable[[], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Make a file of what is at hand, which may take seconds: neither saving nor reading waits for it."""
        # The thread begins with the first file: most days nobody makes one.
        self._maker.start()
        self._maker.put(Job(lambda _bench: fn(), then, failed))

    def watch(self) -> Watch:
        """Return what a long job reports to, and is stopped by; quitting stops it. Delete it when the job is done."""
        return Watch(self)

    def hold(self, source: object) -> None:
        """Say that ``source`` has something typed that is not sent to be saved yet."""
        self._held.add(source)
        self._tell_state()

    def release(self, source: object) -> None:
        """Say that ``source`` has sent everything it had."""
        self._held.discard(source)
        self._tell_state()

    @Slot()
    def try_again(self) -> None:
        """Try to write what could not be written, and tell it if it still cannot."""
        self._told = None
        self._profile.try_again()

    @Slot()
    def open_profile_again(self) -> None:
        """Try to open the profile once more, after its trouble has been seen to."""
        self._profile.open_again()

    def let_go_of_profile(self, seconds: float = CLOSING_SECONDS) -> bool:
        """Close the profile's file until ``open_profile_again``; False when that takes too long."""
        self._profile.let_go(refusal(LET_GO).problem)
        return self._profile.wait_until_idle(seconds)

    def flush(self, seconds: float = CLOSING_SECONDS) -> bool:
        """Wait until everything sent has been tried; True when all of it is on the disk."""
        in_time = self._profile.wait_until_idle(seconds)
        return in_time and not self._profile.has_unsaved

    def close(self, seconds: float = CLOSING_SECONDS) -> bool:
        """Finish what is to be saved, leave what was to be read, and close the files; False when it took too long."""
        self._is_closed = True
        self._trying.stop()
        for each in self.findChildren(Watch):
            each.cancel()
        kept = self._profile.close(seconds)
        left = [lane.close(seconds, finish=False) for lane in (self._reader, self._search, self._maker)]
        self._tidying.stop()
        return kept and all(left)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if job.saves:
            self._in_line -= 1
            if not self._profile.has_unsaved:
                self._kept = self._told = None
                self._trying.stop()
            elif job.found is not None and job.found.code == UNEXPECTED:
                self._kept = job.found
        if job.found is not None:
            self._tell_problem(job)
        elif job.then is not None:
            hand_over(job.then, job.result)
        changes = _changes_in(job.result)
        if changes:
            self.changed.emit(changes)
        self._tell_state()

    @Slot(object)
    def _on_stuck(self, found: Problem) -> None:
        self._kept = found
        self._tell_state()
        if not self._is_closed and not self._trying.isActive():
            self._trying.start()
        if found != self._told:
            # Said once, and again when somebody asks: not each time it is tried.
            self._told = found
            self.unsaved.emit(found)

    @Slot()
    def _on_trying(self) -> None:
        self._profile.try_again()

    def _tell_problem(self, job: Job) -> None:
        assert job.found is not None
        if job.found.code == READ_ONLY:
            # Nothing will be saved until the program is started with access, and the status line says so from now on.
            self._is_read_only = True
        if job.failed is not None:
            hand_over(job.failed, job.found)
        elif not job.shut:
            # That the file cannot be opened has been told once, with a way out.
            self.trouble.emit(job.found)

    def _tell_state(self) -> None:
        if self._kept is not None or self._is_read_only:
            state = SavingState.FAILED
        elif self._in_line or self._held:
            state = SavingState.SAVING
        else:
            state = SavingState.SAVED
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


class _Bench:
    """What files are made on: nothing that is kept open."""

    def close(self) -> None:
        pass


def _changes_in(result: object) -> Changes | None:
    """Find the changes a service reports: the result itself, its ``changes``, or the last of a pair."""
    if isinstance(result, tuple) and result:
        result = result[-1]
    found = getattr(result, "changes", result)
    return found if isinstance(found, Changes) else None


def _open_search_in_memory() -> CourseSearch:
    from kursapp.services.search import CourseSearch

    return CourseSearch(None)
