"""One worker thread, and the one thing it alone may touch: an open file, a reader with its process."""

from __future__ import annotations

import enum
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from kursapp.domain.problem import KursappError, Problem, problem
from kursapp.trouble.traces import Code

log = logging.getLogger(__name__)

WORTH_ANOTHER_TRY = frozenset({"disk-full", "database-gone", "database-io-failed", "file-not-written"})
"""Refusals that a person can remedy: what could not be written is kept in memory and written when it can be."""

READ_ONLY = "profile-read-only"
LOST = frozenset({"database-gone", "database-io-failed", READ_ONLY})
"""Refusals after which an open file may never answer again, though the disk is well: it must be opened anew."""

AWAY = frozenset({"profile-missing", "folder-unwritable", "not-a-folder", "database-io-failed"})
"""What opening says of a file that is still not there."""

UNEXPECTED = "unexpected-error"
"""A fault in the program itself."""


class Subject(Protocol):
    """What a lane works on."""

    def close(self) -> None: ...


@dataclass(eq=False, slots=True)
class Job:
    """Something to do on a lane: ``work`` runs there, ``then`` or ``failed`` on the screen's thread afterwards.

    A job is ``shut`` out where there is nothing to work on; ``found`` is then why.
    """

    work: Callable[[Any], Any]
    then: Callable[[Any], object] | None = None
    failed: Callable[[Problem], object] | None = None
    saves: bool = False
    result: Any = None
    shut: bool = False
    found: Problem | None = None
    done: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class _LetGo:
    """The order to close what is worked on; ``why`` is what jobs are told until it is built again."""

    why: Problem


class _Order(enum.Enum):
    OPEN = "open"
    TRY = "try"
    STOP = "stop"


class Lane(QObject):
    """Runs jobs one after another on a thread of its own.

    ``make`` builds what the jobs work on, on that thread, before the first of them. A saving job that fails for a
    reason a person can remedy is kept, and everything saved after it waits behind it: a later text is never
    overwritten by an earlier one. With ``comes_back`` what the jobs work on is a file that may be lost while it is
    open, as with a stick that is pulled out: it is then built again before what is kept is tried again.
    """

    finished = Signal(object)
    stuck = Signal(object)
    ready = Signal()
    broken = Signal(object)

    def __init__(
        self, name: str, make: Callable[[], Subject], parent: QObject | None = None, *, comes_back: bool = False
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._comes_back = comes_back
        self._has_saved = False
        self._lost: Problem | None = None
        self._subject: Subject | None = None
        self._shut: Problem | None = None
        self._line: queue.SimpleQueue[Job | _LetGo | _Order] = queue.SimpleQueue()
        self._unsaved: list[Job] = []
        self._has_lost = False
        self._refused = ""
        self._abandoned = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Let the thread go to work; a second time nothing happens."""
        if not self._thread.is_alive():
            self._thread.start()

    @property
    def has_unsaved(self) -> bool:
        """Say whether something could not be saved: it waits, or a fault in the program has lost it.

        What is lost is not tried again: it may stand in the way of everything after it.
        """
        return bool(self._unsaved) or self._has_lost

    def put(self, job: Job) -> None:
        """Add a job to the end of the line."""
        self._line.put(job)

    def open_again(self) -> None:
        """Try once more to build what could not be built."""
        self._line.put(_Order.OPEN)

    def try_again(self) -> None:
        """Try once more to save what could not be saved, if there is anything."""
        self._line.put(_Order.TRY)

    def let_go(self, why: Problem) -> None:
        """Save what waits and close the subject, so that somebody else may touch what it stands on.

        Jobs that come meanwhile are shut out, for ``why``, until ``open_again``.
        """
        self._line.put(_LetGo(why))

    def wait_until_idle(self, seconds: float) -> bool:
        """Block until everything put so far has been tried; False when it takes longer than ``seconds``."""
        if not self._thread.is_alive():
            return True
        last = Job(_nothing)
        self._line.put(last)
        return last.done.wait(seconds)

    def close(self, seconds: float, *, finish: bool = True) -> bool:
        """Do what is in line, close the subject and end the thread; False when it takes longer than ``seconds``.

        Without ``finish`` only what is being done is done to its end.
        """
        self._abandoned = not finish
        if self._thread.is_alive():
            self._line.put(_Order.STOP)
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        # Before anything in line: what was put there before the start needs it too.
        self._open()
        while (job := self._line.get()) is not _Order.STOP:
            if job is _Order.OPEN:
                self._open()
                self._save_line()
            elif job is _Order.TRY:
                self._save_line()
            elif isinstance(job, _LetGo):
                self._close_for(job.why)
            elif not self._abandoned:
                self._do(job)
        self._save_line()
        if self._subject is not None:
            self._attempt(Job(_close))

    def _close_for(self, why: Problem) -> None:
        if self._subject is not None:
            self._save_line()
            self._attempt(Job(_close))
            self._subject, self._shut = None, why

    def _open(self) -> None:
        if self._subject is not None:
            return
        opening = Job(self._built)
        self._attempt(opening)
        self._subject, self._shut = opening.result, opening.found
        if self._shut is None:
            log.info("%s is open", Code(self._thread.name))
            self._tell(self.ready)
        elif self._lost is None or self._shut.code not in AWAY:
            self._tell(self.broken, self._shut)

    def _find_again(self) -> None:
        """Build what was lost while it was open once more; it may still be away."""
        if self._subject is not None:
            self._attempt(Job(_close))
            self._subject = None
        self._open()

    def _built(self, _subject: Subject | None) -> Subject:
        return self._make()

    def _do(self, job: Job) -> None:
        if job.saves and (self._subject is not None or self._lost is not None):
            self._unsaved.append(job)
            self._save_line()
            return
        if self._subject is None:
            job.found, job.shut = self._shut, True
        else:
            self._attempt(job)
        self._settle(job)

    def _save_line(self) -> None:
        """Save what waits, oldest first; stop at the first that still cannot be saved."""
        while self._unsaved:
            job = self._unsaved[0]
            self._attempt_again(job)
            if self._subject is None or (job.found is not None and self._is_worth_another_try(job.found.code)):
                self._tell(self.stuck, job.found or self._lost)
                return
            self._lost = None
            self._has_saved = self._has_saved or job.found is None
            self._has_lost = self._has_lost or (job.found is not None and job.found.code == UNEXPECTED)
            self._settle(self._unsaved.pop(0))

    def _attempt_again(self, job: Job) -> None:
        """Try to save; where that has failed before in a way that may last, then also in what is built anew.

        In that order: a write of which only the last step failed is taken back by the next on the same connection, and
        would be found done by another.
        """
        if self._subject is not None:
            self._attempt(job)
            if job.found is None or not self._comes_back or job.found.code not in LOST:
                return
            first, self._lost = self._lost is None, job.found
            if first or not self._is_worth_another_try(job.found.code):
                return
        self._find_again()
        if self._subject is not None:
            self._attempt(job)

    def _is_worth_another_try(self, code: str) -> bool:
        # A file that has been saved in and then can only be read is on a disk that has gone wrong; one that could only
        # be read from the start is as somebody has set it up.
        return code in WORTH_ANOTHER_TRY or (code == READ_ONLY and self._comes_back and self._has_saved)

    def _attempt(self, job: Job) -> None:
        job.result, job.found = None, None
        try:
            job.result = job.work(self._subject)
            self._refused = ""
        except KursappError as error:
            job.found = error.problem
            # What is tried again every few seconds is said once.
            if error.problem.code != self._refused:
                self._refused = error.problem.code
                log.info("refused on %s: %s", Code(self._thread.name), Code(error.problem.code))
        except Exception as error:
            # The last stop of a thread: the person is told in a sentence, and the trace is logged.
            log.error("a job on %s failed", Code(self._thread.name), exc_info=error)
            job.found = problem(UNEXPECTED, "", 0, 0, kind=type(error).__name__)

    def _settle(self, job: Job) -> None:
        self._tell(self.finished, job)
        job.done.set()

    def _tell(self, signal: SignalInstance, *values: object) -> None:
        try:
            signal.emit(*values)
        except RuntimeError:
            # The window is gone: there is nobody left to tell, and what was to be saved has been.
            log.info("%s had news after the window closed", Code(self._thread.name))


def hand_over(receiver: Callable[..., object], *result: object) -> None:
    """Give a result to who asked for it, unless that was a widget that is gone by now."""
    asked = receiver
    while isinstance(asked, partial):
        asked = asked.func
    owner = getattr(asked, "__self__", None)
    if isinstance(owner, QObject) and not isValid(owner):
        return
    receiver(*result)


def _nothing(_subject: Any) -> None:
    """Be the last in line, to be waited for."""


def _close(subject: Subject) -> None:
    subject.close()
