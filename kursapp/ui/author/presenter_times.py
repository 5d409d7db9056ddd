"""The times of a day in the room: how long each session has lasted, and how much is left of group work."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.agenda import GroupWork
from kursapp.domain.stopwatch import Stopwatch, shown
from kursapp.ui.i18n import _

TICK_MILLISECONDS = 250


class Times(QObject):
    """Runs one stopwatch a session, and one for group work. ``ticked`` comes while something runs."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: dict[str, Stopwatch] = {}
        self._here = ""
        self._runs = False
        self._group = Stopwatch()
        self.work: GroupWork | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self.ticked)

    def clear(self) -> None:
        """Forget every time: another course is shown."""
        self._sessions.clear()
        self._here = ""
        self.stop()
        self.stop_group()

    def go_to(self, session_id: str) -> None:
        """Let the time run for another session from now on."""
        now = time.monotonic()
        if self._here and self._here != session_id:
            self._sessions[self._here] = self.of(self._here).stop(now)
        self._here = session_id
        if self._runs:
            self._sessions[session_id] = self.of(session_id).start(now)

    def start(self) -> None:
        """Let the time of the session run."""
        self._runs = True
        if self._here:
            self._sessions[self._here] = self.of(self._here).start(time.monotonic())
        self._look()

    def stop(self) -> None:
        """Let the time of the session stand still."""
        self._runs = False
        if self._here:
            self._sessions[self._here] = self.of(self._here).stop(time.monotonic())
        self._look()

    @property
    def runs(self) -> bool:
        """Say whether the time of the session runs."""
        return self._runs

    def of(self, session_id: str) -> Stopwatch:
        """Return a session's stopwatch."""
        return self._sessions.get(session_id, Stopwatch())

    def used(self, session_id: str) -> float:
        """Return how many seconds a session has lasted."""
        return self.of(session_id).at(time.monotonic())

    def start_group(self, work: GroupWork) -> None:
        """Let the time of group work run from its whole."""
        self.work = work
        self._group = Stopwatch().start(time.monotonic())
        self._look()

    @Slot()
    def stop_group(self) -> None:
        """Take the time of group work away."""
        self.work = None
        self._group = Stopwatch()
        self._look()

    def group_left(self) -> float:
        """Return the seconds left of group work, never below none."""
        if self.work is None:
            return 0
        return max(self.work.minutes * 60 - self._group.at(time.monotonic()), 0)

    def group_words(self) -> str:
        """Return what the room reads of the time left; empty where no group work runs."""
        if self.work is None:
            return ""
        left = self.group_left()
        # A clock that counts down shows the second that is begun.
        return shown(left + 0.999) if left > 0 else _("Tiden er ute")

    def _look(self) -> None:
        if self._runs or self.work is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit()
