"""A participant nobody is: a profile in a temporary folder, for trying a course out. It is gone when it is closed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kursapp.services.clock import Clock
from kursapp.services.participant import CourseDesk, Participant, TakenCourse
from kursapp.storage.participant.profile_file import ProfileFile, open_profile


class Trial(Participant):
    """Answers, and everything they lead to, as any participant's; nothing of it outlives the trial."""

    def __init__(self, clock: Clock) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kursapp-", ignore_cleanup_errors=True)
        self._files = 0
        self._enrolled: set[str] = set()
        super().__init__(self._new_file(), clock)

    def on(self, course: TakenCourse) -> CourseDesk:
        """Return what can be done in one course, which is begun at once."""
        desk = super().on(course)
        if course.course.id not in self._enrolled:
            desk.take.enrol()
            self._enrolled.add(course.course.id)
        return desk

    def forget(self) -> None:
        """Throw away everything answered so far."""
        self._profile.close()
        self._enrolled.clear()
        super().__init__(self._new_file(), self._clock)

    def close(self) -> None:
        """Close the file, and remove it."""
        super().close()
        self._folder.cleanup()

    def _new_file(self) -> ProfileFile:
        self._files += 1
        return open_profile(Path(self._folder.name) / f"profil-{self._files}.db", create=True)
