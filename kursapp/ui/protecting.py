"""Puts the open profile under a passphrase, changes it and takes it away, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from kursapp.domain.problem import Problem, refusal
from kursapp.services.clock import SystemClock
from kursapp.ui.i18n import language
from kursapp.ui.lane import hand_over
from kursapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from kursapp.services.participant import Participant

R = TypeVar("R")
Then = Callable[[R], object]
Failed = Callable[[Problem], object]


class NewKey(Protocol):
    """A key that was made, and the code that stands for it on paper."""

    @property
    def key(self) -> bytes:
        """Return the key."""

    @property
    def code(self) -> str:
        """Return the recovery code, in groups."""

    @property
    def data(self) -> bytes:
        """Return the key file."""


class Keeper(Protocol):
    """Who knows the profile at hand and holds its key while it is open."""

    key: bytes | None

    def name(self) -> str:
        """Return what the profile is called."""

    def database(self) -> Path:
        """Return where its database is."""


class Protecting(QObject):
    """What the screens ask for. A key is held by the keeper and by nobody else.

    ``changed`` tells that the profile has a passphrase now, or has none any more; ``opened`` that its key was found;
    ``lock_wanted`` that it is to be locked.
    """

    changed = Signal()
    opened = Signal()
    lock_wanted = Signal()

    def __init__(self, tasks: Tasks, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._keeper = tasks, keeper

    @property
    def is_protected(self) -> bool:
        """Say whether the profile that is open has a passphrase."""
        return self._keeper.key is not None

    @property
    def name(self) -> str:
        """Return what the profile is called."""
        return self._keeper.name()

    # Opening -----------------------------------------------------------------------------------

    def unlock(self, passphrase: str, failed: Failed) -> None:
        """Look for the key of the profile that is locked; ``opened`` tells when it is found."""
        self._tasks.making(partial(_key, self._keeper.database(), passphrase), self._on_key, failed)

    def recover(self, code: str, passphrase: str, failed: Failed) -> None:
        """Find the key by the recovery code, and give the profile a new passphrase."""
        self._tasks.making(partial(_recover, self._keeper.database(), code, passphrase), self._on_key, failed)

    # Setting and changing ----------------------------------------------------------------------

    def make(self, passphrase: str, then: Then[NewKey], failed: Failed) -> None:
        """Make a key and its recovery code; nothing is written yet."""
        self._tasks.making(partial(_make, passphrase), then, failed)

    def set(self, made: NewKey, then: Then[int], failed: Failed) -> None:
        """Put the profile under a key; ``then`` is told how many files are still in clear."""
        if not self._tasks.flush():
            failed(refusal("profile-unsaved").problem)
            return
        self._tasks.profile(_keep_log)
        self._let_go()
        work = partial(_set, self._keeper.database(), made)
        self._tasks.making(work, partial(self._on_set, made, then), partial(self._on_refused, failed))

    def change(self, old: str, new: str, then: Then[None], failed: Failed) -> None:
        """Give the profile another passphrase."""
        self._tasks.making(partial(_change, self._keeper.database(), old, new), then, failed)

    def new_code(self, passphrase: str, then: Then[tuple[bytes, str]], failed: Failed) -> None:
        """Make another recovery code: the key file that is to be kept, and the code."""
        self._tasks.making(partial(_new_code, self._keeper.database(), passphrase), then, failed)

    def keep(self, data: bytes, then: Then[None], failed: Failed) -> None:
        """Let the new code count, and the one before no more."""
        self._tasks.making(partial(_keep, self._keeper.database(), data), then, failed)

    def sheet(self, code: str, path: Path, then: Then[None], failed: Failed) -> None:
        """Write a sheet with the recovery code."""
        self._tasks.making(partial(_sheet, self._keeper.name(), code, path, language()), then, failed)

    def remove(self, passphrase: str, then: Then[None], failed: Failed) -> None:
        """Take the passphrase away."""
        going_on = partial(self._on_may_go, then, failed)
        self._tasks.making(partial(_key, self._keeper.database(), passphrase), going_on, failed)

    def _on_may_go(self, then: Then[None], failed: Failed, key: bytes) -> None:
        if not self._tasks.flush():
            hand_over(failed, refusal("profile-unsaved").problem)
            return
        self._let_go()
        work = partial(_remove, self._keeper.database(), key)
        self._tasks.making(work, partial(self._on_removed, then), partial(self._on_refused, failed))

    def _let_go(self) -> None:
        """Close the file: it is opened again when the other has taken its place, or did not."""
        self._tasks.let_go_of_profile()

    def _on_key(self, key: bytes) -> None:
        self._keeper.key = key
        self.opened.emit()

    def _on_set(self, made: NewKey, then: Then[int], left: int) -> None:
        self._keeper.key = made.key
        self._open_again()
        hand_over(then, left)

    def _on_removed(self, then: Then[None], _none: None) -> None:
        self._keeper.key = None
        self._open_again()
        hand_over(then, None)

    def _open_again(self) -> None:
        self._tasks.open_profile_again()
        self.changed.emit()

    def _on_refused(self, failed: Failed, found: Problem) -> None:
        self._tasks.open_profile_again()
        hand_over(failed, found)


def _key(database: Path, passphrase: str) -> bytes:
    from kursapp.services.protect_profile import unlock

    return unlock(database, passphrase)


def _recover(database: Path, code: str, passphrase: str) -> bytes:
    from kursapp.services.protect_profile import change_passphrase, unlock_by_code

    key = unlock_by_code(database, code)
    change_passphrase(database, key, passphrase)
    return key


def _make(passphrase: str) -> NewKey:
    from kursapp.services.protect_profile import new_key

    return new_key(passphrase)


def _keep_log(participant: Participant) -> None:
    participant.profile.keep_log()


def _set(database: Path, made: NewKey) -> int:
    from kursapp.services.protect_profile import set_passphrase

    return len(set_passphrase(database, made, SystemClock().now()))


def _change(database: Path, old: str, new: str) -> None:
    from kursapp.services.protect_profile import change_passphrase

    change_passphrase(database, _key(database, old), new)


def _new_code(database: Path, passphrase: str) -> tuple[bytes, str]:
    from kursapp.services.protect_profile import new_code

    return new_code(database, _key(database, passphrase))


def _keep(database: Path, data: bytes) -> None:
    from kursapp.services.protect_profile import keep

    keep(database, data)


def _sheet(name: str, code: str, path: Path, spoken: str) -> None:
    from kursapp.services.protect_profile import write_sheet

    write_sheet(name, code, path, spoken, SystemClock().now())


def _remove(database: Path, key: bytes) -> None:
    from kursapp.services.protect_profile import remove_passphrase

    remove_passphrase(database, key, SystemClock().now())
