"""The coordinator's door: making the safe and opening it, for real and for simulated cohorts, which never meet.

Real cohorts lie in ``coordinator`` under the data folder, simulated ones in ``coordinator/simulert``: a safe and a
collection each. On a server they have a schema each.
"""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.folder import check_data_folder
from kursapp.files.set_aside import set_aside
from kursapp.files.shelf import Shelf
from kursapp.services.backups import Backups
from kursapp.services.clock import Clock
from kursapp.services.cohort_cards import DoorState
from kursapp.services.coordinator import Coordinator
from kursapp.services.coordinator_rescue import Rescue
from kursapp.services.delete_cohort import finish_deleting
from kursapp.services.office import Office
from kursapp.storage.backup import backups
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.storage.collection.schema import SCHEMA
from kursapp.vault.passphrases import LIGHT, STRONG, check_passphrase
from kursapp.vault.safe import Safe

SIMULATED_PASSPHRASE = "demo"  # noqa: S105 - made-up people need no secret
URL_VARIABLE = "KURSAPP_COLLECTION_URL"
DATABASE = "innsamling.db"
SCHEMAS = {False: "kursapp", True: "kursapp_simulert"}


class CoordinatorDoor:
    """What stands before the collection. ``folder`` is the data folder; ``url`` a PostgreSQL, empty for a file.

    Who opens it owns the ``Coordinator``, and works with it on the thread that opened it.
    """

    def __init__(self, folder: Path, clock: Clock, url: str = "") -> None:
        self._folder = folder / "coordinator"
        self._clock = clock
        self._url = url

    def state(self, *, simulated: bool = False) -> DoorState:
        """Say whether there is a safe yet."""
        folder = self._rooms(simulated)
        return DoorState(Safe.exists(Shelf(folder)), bool(self._url), simulated, folder)

    def cohort_ids(self, *, simulated: bool = False) -> tuple[str, ...]:
        """Return the ids of the cohorts whose keys are in the safe; it need not be opened for that."""
        return Safe.cohorts_in(Shelf(self._rooms(simulated)))

    def create(self, passphrase: str, *, simulated: bool = False) -> Coordinator:
        """Make the safe and the collection, and open them.

        Raises KursappError: ``passphrase-short``, ``passphrase-demo``, ``safe-exists``, ``collection-…``.
        """
        folder = self._rooms(simulated)
        _check(passphrase, simulated)
        if check_data_folder(folder).read_only:
            raise refusal("folder-unwritable", file=folder.name, folder=folder)
        return self._enter(Safe.create(Shelf(folder), passphrase, LIGHT if simulated else STRONG), simulated)

    def open(self, passphrase: str, *, simulated: bool = False) -> Coordinator:
        """Open the safe and the collection.

        Raises KursappError: ``safe-missing``, ``passphrase-wrong`` (slow on purpose, and no lock-out),
        ``collection-…``; ``collection-damaged`` and ``collection-gone`` where ``rescue`` leads on.
        """
        return self._enter(Safe.open(Shelf(self._rooms(simulated)), passphrase), simulated)

    def rescue(self, passphrase: str, *, simulated: bool = False) -> Rescue:
        """Open the safe alone, where the collection is damaged or gone. Raises KursappError as ``open``."""
        safe = Safe.open(Shelf(self._rooms(simulated)), passphrase)

        def enter(afresh: bool) -> Coordinator:
            return self._enter(safe, simulated, afresh=afresh)

        return Rescue(self._backups(safe, simulated), enter)

    def backups(self, passphrase: str) -> Backups:
        """Open the safe for the backups of a collection that nobody has open. Raises KursappError as ``open``."""
        return self._backups(Safe.open(Shelf(self._folder), passphrase), simulated=False)

    def simulated(self) -> Coordinator:
        """Open the rooms of simulated cohorts, made first where there are none."""
        exists = self.state(simulated=True).exists
        enter = self.open if exists else self.create
        return enter(SIMULATED_PASSPHRASE, simulated=True)

    def recover(self, code: str, passphrase: str) -> Coordinator:
        """Open the safe with the code of any recovery sheet, and put it under a new passphrase.

        Raises KursappError: ``recovery-code-unreadable``, ``recovery-code-foreign``, ``passphrase-short``.
        """
        _check(passphrase, simulated=False)
        safe = Safe.open_with_recovery(Shelf(self._folder), code)
        safe.change_passphrase(passphrase)
        return self._enter(safe, simulated=False)

    def change_passphrase(self, old: str, new: str) -> None:
        """Put the safe under another passphrase. Raises ``passphrase-wrong``, ``passphrase-short``."""
        _check(new, simulated=False)
        Safe.open(Shelf(self._folder), old).change_passphrase(new)

    def _backups(self, safe: Safe, simulated: bool) -> Backups:
        return Backups(self._rooms(simulated) / DATABASE, SCHEMA, safe.database_key(), self._clock)

    def _rooms(self, simulated: bool) -> Path:
        return self._folder / "simulert" if simulated else self._folder

    def _enter(self, safe: Safe, simulated: bool, *, afresh: bool = False) -> Coordinator:
        folder = self._rooms(simulated)
        if not (self._url or simulated or afresh):
            _refuse_lost(folder / DATABASE)
        office = Office(safe, self._open(safe, folder, simulated), self._clock, folder, simulated)
        finish_deleting(office)
        return Coordinator(office)

    def _open(self, safe: Safe, folder: Path, simulated: bool) -> Collection:
        now = self._clock.now()
        if self._url:
            return open_collection(self._url, at=now, schema=SCHEMAS[simulated], tombstones=folder / "slettet.txt")
        return open_collection(folder / DATABASE, safe.database_key(), at=now)


def _refuse_lost(path: Path) -> None:
    """Refuse to make an empty collection where there was one: it is for her to say that it is lost."""
    if not path.exists() and (backups(path) or set_aside(path)):
        raise refusal("collection-gone", file=path.name, folder=path.parent)


def _check(passphrase: str, simulated: bool) -> None:
    """Refuse the passphrase everybody knows for what is real, and any other for what is not."""
    known = passphrase.strip().casefold() == SIMULATED_PASSPHRASE
    if simulated and not known:
        raise refusal("passphrase-wrong")
    if not simulated and known:
        raise refusal("passphrase-demo")
    if not simulated:
        check_passphrase(passphrase)
