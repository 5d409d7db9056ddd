"""Moves a profile, takes it out and clears it away, off the screen's thread; what it needs is loaded there too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kursapp.domain.problem import Problem
from kursapp.ui.lane import hand_over
from kursapp.ui.tasks import Tasks
from kursapp.ui.watch import Watch

if TYPE_CHECKING:
    from kursapp.domain.record import Profile
    from kursapp.services.carry.carrier import Carrier, Settled
    from kursapp.services.carry.clearing import Holdings, Proof
    from kursapp.services.carry.move_in import Arrival
    from kursapp.services.carry.move_out import Copied, Moved
    from kursapp.services.carry.packages import InstalledPackage
    from kursapp.services.carry.pending import Pending
    from kursapp.services.carry.take_out import TakenOut

R = TypeVar("R")
INSTEAD = "instead"
Then = Callable[[R], object]
Failed = Callable[[Problem], object]


class Carrying(QObject):
    """What the screens ask for.

    ``settled`` tells that a profile was taken in and is to be opened, ``going`` that the open one is to be cleared.
    """

    settled = Signal(object)
    going = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        make: Callable[[], Carrier],
        profile: Callable[[], Profile | None],
        parent: QObject,
        key: Callable[[], bytes | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._make, self._profile, self._key = tasks, make, profile, key
        self._arrivals: list[Arrival] = []

    @property
    def name(self) -> str:
        """Return what the open profile is called; nothing where none is open."""
        profile = self._profile()
        return profile.name if profile is not None else ""

    def is_open(self, profile_id: str) -> bool:
        """Say whether a profile is the one that is open."""
        profile = self._profile()
        return profile is not None and profile.id == profile_id

    def is_saved(self) -> bool:
        """Wait for everything typed to be on the disk, and say whether it is."""
        return self._tasks.flush()

    def watch(self) -> Watch:
        """Return what a long job reports to, and is stopped by."""
        return self._tasks.watch()

    def phrase(self, then: Then[str]) -> None:
        """Ask for a passphrase of words."""
        self._tasks.making(lambda: self._make().phrase(), then)

    def packages(self, then: Then[tuple[InstalledPackage, ...]]) -> None:
        """Ask which courses can travel along."""
        self._tasks.making(lambda: self._make().packages(), then)

    def pack(self, target: Path, phrase: str, courses: bool, watch: Watch, then: Then[Moved], failed: Failed) -> None:
        """Make a file for moving of the open profile."""

        def work(copied: Copied) -> Moved:
            return self._make().pack(copied, target, phrase, courses=courses, watch=watch)

        self._with_copy(work, then, failed)

    def take_out(self, parent: Path, language: str, watch: Watch, then: Then[TakenOut], failed: Failed) -> None:
        """Write everything of the open profile as files to read."""

        def work(copied: Copied) -> TakenOut:
            return self._make().take_out(copied, parent, language, watch)

        self._with_copy(work, then, failed)

    def look(self, path: Path, phrase: str, watch: Watch, then: Then[Arrival], failed: Failed) -> None:
        """Look into a file that was moved here; what is in it is kept until it is taken or put away."""
        self._tasks.making(lambda: self._make().look(path, phrase, watch), _Keeping(self._arrivals, then).take, failed)

    def put_away(self, arrival: Arrival) -> None:
        """Remove what was unpacked and is not taken."""
        if arrival in self._arrivals:
            self._arrivals.remove(arrival)
            arrival.put_away()

    def take_in(self, arrival: Arrival, way: str, name: str, failed: Failed) -> None:
        """Take a profile in, in one of the ways of ``Taking`` where the same one is here already.

        ``settled`` tells when it is done. The open one is closed where it is to give way.
        """
        gives_way = way == INSTEAD and self.is_open(arrival.profile.id)
        if gives_way:
            self._tasks.let_go_of_profile()
        done = partial(self._on_settled, arrival)
        key = self._key() if self._key is not None and self.is_open(arrival.profile.id) else None
        work = partial(_take_in, self._make, arrival, way, name, key)
        self._tasks.making(work, done, partial(self._on_refused, failed, gives_way))

    def holdings(self, then: Then[Holdings]) -> None:
        """Ask what there is of the open profile."""
        profile = self._profile()
        if profile is not None:
            self._tasks.making(lambda: self._make().holdings(profile), then)

    def clear(self, failed: Failed) -> None:
        """Write down that the open profile is to go; ``going`` tells when that is on the disk."""
        profile = self._profile()
        if profile is not None:
            work = partial(_begin, self._make, profile)
            self._tasks.profile(work, self.going.emit, failed)

    def finish(self, pending: Pending, watch: Watch, then: Then[Proof], failed: Failed) -> None:
        """Clear away what is to go, and look for what is left."""
        self._tasks.making(lambda: self._make().finish_clearing(pending, watch), then, failed)

    def close(self) -> None:
        """Put away what nobody took."""
        for arrival in tuple(self._arrivals):
            self.put_away(arrival)

    def _with_copy(self, work: Callable[[Copied], R], then: Then[R], failed: Failed) -> None:
        """Copy the open profile on its own thread, then work with the copy on another: saving waits for nothing."""
        profile = self._profile()
        if profile is None:
            return
        going_on = _Following(self._tasks, work, then, failed)
        self._tasks.profile(lambda participant: self._make().copy(participant, profile), going_on.go, failed)

    def _on_settled(self, arrival: Arrival, settled: Settled) -> None:
        self._arrivals = [each for each in self._arrivals if each is not arrival]
        self.settled.emit(settled)

    def _on_refused(self, failed: Failed, gave_way: bool, found: Problem) -> None:
        if gave_way:
            self._tasks.open_profile_again()
        hand_over(failed, found)


class _Keeping:
    """An arrival on its way to whoever looks at it."""

    def __init__(self, arrivals: list[Arrival], then: Then[Arrival]) -> None:
        self._arrivals, self._then = arrivals, then

    def take(self, arrival: Arrival) -> None:
        self._arrivals.append(arrival)
        hand_over(self._then, arrival)


class _Following:
    """What is done with a copy once there is one."""

    def __init__(self, tasks: Tasks, work: Callable[[Copied], R], then: Then[R], failed: Failed) -> None:
        self._tasks, self._work, self._then, self._failed = tasks, work, then, failed

    def go(self, copied: Copied) -> None:
        self._tasks.making(lambda: self._work(copied), self._then, self._failed)


def _take_in(make: Callable[[], Carrier], arrival: Arrival, way: str, name: str, key: bytes | None) -> Settled:
    from kursapp.services.carry.move_in import Taking

    return make().take_in(arrival, Taking(way) if way else None, name, key=key)


def _begin(make: Callable[[], Carrier], profile: Profile, participant: object) -> Pending:
    return make().begin_clearing(participant, profile)  # type: ignore[arg-type]
