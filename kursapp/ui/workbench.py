"""The instructor's workbench: one thread that alone touches her files, and one that reads her course as it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.lane import Job, Lane, hand_over
from kursapp.ui.watch import Watch

if TYPE_CHECKING:
    from kursapp.services.author import Author
    from kursapp.services.live_course import Looking
    from kursapp.services.spelling import Speller

R = TypeVar("R")
Then = Callable[[R], object] | None
Failed = Callable[[Problem], object] | None


class Workbench(QObject):
    """Asks the author's services on their threads and brings answers back to the screen's.

    What is written goes on the files' thread in the order it was asked for; what only looks at the course goes on
    another, so that a key never waits for a course to be read nor a save for a preview; words are looked up on a third.
    ``drafts_changed`` tells that the list of drafts is another, ``trouble`` a problem nobody asked for.
    """

    trouble = Signal(object)
    drafts_changed = Signal()

    def __init__(
        self,
        make_author: Callable[[], Author],
        make_looking: Callable[[], Looking],
        parent: QObject | None = None,
        *,
        make_speller: Callable[[], Speller] | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = Lane("author-files", make_author, self)
        self._looking = Lane("author-looking", make_looking, self)
        self._spelling = Lane("author-spelling", make_speller, self) if make_speller is not None else None
        for lane in (self._files, self._looking, self._spelling):
            if lane is not None:
                lane.finished.connect(self._on_finished)

    def ask(self, fn: Callable[[Author], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Do something with the drafts' files; a problem is told as ``trouble`` where nobody hears it."""
        self._put(self._files, Job(fn, then, failed))

    def look(self, fn: Callable[[Looking], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Read a course as it stands in the editor; a problem is told as ``trouble`` where nobody hears it."""
        self._put(self._looking, Job(fn, then, failed))

    def spell(self, fn: Callable[[Speller], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Look words up; where this program has nothing to look them up with, nothing happens."""
        if self._spelling is not None:
            self._put(self._spelling, Job(fn, then, failed))

    def tell_drafts_changed(self) -> None:
        """Tell the screens that the list of drafts is another."""
        self.drafts_changed.emit()

    def watch(self) -> Watch:
        """Return what a long job reports to, and is stopped by; quitting stops it. Delete it when the job is done."""
        return Watch(self)

    def wait_until_written(self, seconds: float) -> bool:
        """Block until everything asked of the files so far is done; False when it takes longer than ``seconds``.

        What it came to is told on the screen's thread afterwards.
        """
        return self._files.wait_until_idle(seconds)

    def close(self, seconds: float) -> bool:
        """Finish what is to be written, leave what was to be read, and end the threads; False when it took too long."""
        for each in self.findChildren(Watch):
            each.cancel()
        written = self._files.close(seconds)
        left = [lane.close(seconds, finish=False) for lane in (self._looking, self._spelling) if lane is not None]
        return written and all(left)

    def _put(self, lane: Lane, job: Job) -> None:
        # The threads begin with the first question: a participant never has them.
        lane.start()
        lane.put(job)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if job.found is None:
            if job.then is not None:
                hand_over(job.then, job.result)
        elif job.failed is not None:
            hand_over(job.failed, job.found)
        else:
            self.trouble.emit(job.found)
