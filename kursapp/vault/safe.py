"""The coordinator's safe: a folder with the keys of her cohorts, under one passphrase or any of their recovery sheets.

``safe.json`` holds a random master key, wrapped by the passphrase and sealed to every cohort's recovery sheet;
``keys/COHORT.key`` one cohort's keys under the master key. Destroying that file destroys the answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from kursapp.domain.problem import KursappError, refusal
from kursapp.vault.digests import KEY_BYTES, Purpose, derive
from kursapp.vault.keys import KeyPair, Opener, SealBrokenError, lock, new_key, pair_of, seal_to, unlock
from kursapp.vault.passphrases import STRONG, Cost, unwrap, wrap
from kursapp.vault.recovery import new_seed, read_recovery_code, recovery_code, recovery_pair
from kursapp.vault.stored import CohortKeysStored, NokkelStored, SafeStored, read_stored

SAFE_FILE, KEYS_FOLDER, KEY_SUFFIX = "safe.json", "keys", ".key"
NOKKEL_SUFFIX = ".nokkel"
_COHORT_ID = re.compile(r"[0-9a-f]{32}")


class Shelf(Protocol):
    """Where the safe lies: ``files.shelf``. ``place`` is told to people."""

    @property
    def place(self) -> str:
        """Return where it is."""

    def names(self, part: str) -> tuple[str, ...]:
        """Return the names of the files in one part."""

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file, durably."""

    def destroy(self, name: str) -> None:
        """Destroy a file; one that is gone is no error."""


@dataclass(frozen=True, slots=True)
class CohortKeys:
    """One cohort's secrets. ``comment_key`` locks its comments in the database.

    ``backup_public`` is the public key of the recovery sheet, None until one is made.
    """

    private: bytes
    comment_key: bytes
    backup_public: bytes | None = None

    @property
    def pair(self) -> KeyPair:
        """Return the coordinator's pair, to which answers are sealed."""
        return pair_of(self.private)

    def derive(self, purpose: Purpose) -> bytes:
        """Return the cohort's key for one purpose."""
        return derive(self.private, purpose)

    def __repr__(self) -> str:
        return "CohortKeys(…)"


def new_cohort_keys() -> CohortKeys:
    """Return the keys of a new cohort; its recovery sheet is made by ``Safe.new_recovery``."""
    return CohortKeys(new_key(), new_key())


def recovered_keys(code: str, sealed: bytes) -> CohortKeys:
    """Return a cohort's keys from its recovery sheet and what its file carries, where the safe itself is gone.

    ``sealed`` is what ``Safe.sealed_to_backup`` gave. They are the coordinator's own keys, so that the digests in a
    collection that has survived are still known: nothing is taken for new and counted twice.
    Raises KursappError: ``recovery-code-unreadable``, ``recovery-code-foreign``.
    """
    pair = recovery_pair(read_recovery_code(code))
    try:
        data = Opener(pair.private).open(sealed)
    except SealBrokenError as error:
        raise refusal("recovery-code-foreign") from error
    stored = read_stored(data, CohortKeysStored, "key-file", NOKKEL_SUFFIX)
    return replace(_keys_of(stored), backup_public=pair.public)


class Safe:
    """An open safe. Make one by ``create``, ``open`` or ``open_with_recovery``."""

    def __init__(self, shelf: Shelf, master: bytes) -> None:
        self._shelf = shelf
        self._master = master

    @staticmethod
    def exists(shelf: Shelf) -> bool:
        """Say whether there is a safe."""
        return shelf.read(SAFE_FILE) is not None

    @staticmethod
    def cohorts_in(shelf: Shelf) -> tuple[str, ...]:
        """Return the ids of the cohorts there are keys of; the safe need not be open for that."""
        stems = (name.removesuffix(KEY_SUFFIX) for name in shelf.names(KEYS_FOLDER) if name.endswith(KEY_SUFFIX))
        return tuple(stem for stem in stems if _COHORT_ID.fullmatch(stem))

    @classmethod
    def create(cls, shelf: Shelf, passphrase: str, cost: Cost = STRONG) -> Safe:
        """Make a safe. Raises KursappError: ``safe-exists``, or as ``files.failure.write_failure`` names it."""
        if cls.exists(shelf):
            raise refusal("safe-exists", folder=shelf.place)
        master = new_key()
        _write_safe(shelf, SafeStored.of(wrap(master, passphrase, cost)))
        return cls(shelf, master)

    @classmethod
    def open(cls, shelf: Shelf, passphrase: str) -> Safe:
        """Open a safe. Raises ``safe-missing``, ``safe-damaged``, ``safe-newer``, ``passphrase-wrong``."""
        return cls(shelf, _master(unwrap(_read_safe(shelf).wrapped(), passphrase)))

    @classmethod
    def open_with_recovery(cls, shelf: Shelf, code: str) -> Safe:
        """Open a safe by one of its cohorts' recovery sheets; a new passphrase is then to be set.

        Raises KursappError as ``open``, and ``recovery-code-unreadable``, ``recovery-code-foreign``.
        """
        opener = Opener(recovery_pair(read_recovery_code(code)).private)
        sealed = {backup.id: backup.sealed for backup in _read_safe(shelf).backups}.get(opener.recipient_id)
        if sealed is None:
            raise refusal("recovery-code-foreign")
        try:
            return cls(shelf, _master(opener.open(sealed)))
        except SealBrokenError as error:
            raise refusal("safe-damaged", file=SAFE_FILE, folder=shelf.place) from error

    def change_passphrase(self, passphrase: str, cost: Cost = STRONG) -> None:
        """Put the safe under another passphrase; the one before opens nothing any more."""
        wrapped = SafeStored.of(wrap(self._master, passphrase, cost))
        _write_safe(self._shelf, msgspec.structs.replace(wrapped, backups=_read_safe(self._shelf).backups))

    def database_key(self) -> bytes:
        """Return the key of the coordinator's database (SQLCipher, 32 bytes)."""
        return derive(self._master, Purpose.DATABASE)

    def cohorts(self) -> tuple[str, ...]:
        """Return the ids of the cohorts there are keys of."""
        return self.cohorts_in(self._shelf)

    def add(self, cohort_id: str, keys: CohortKeys) -> None:
        """Keep a cohort's keys; its recovery sheet opens the safe from now on. Raises ``key-file-exists``."""
        if self._shelf.read(_name(cohort_id)) is not None:
            raise refusal("key-file-exists", cohort=cohort_id)
        if keys.backup_public is not None:
            self._let_in(keys.backup_public)
        self._write_keys(cohort_id, keys)

    def get(self, cohort_id: str) -> CohortKeys:
        """Return a cohort's keys. Raises KursappError: ``key-file-missing``, ``key-file-damaged``."""
        name = _name(cohort_id)
        data = self._shelf.read(name)
        if data is None:
            raise refusal("key-file-missing", file=name)
        try:
            stored = read_stored(unlock(self._master, data), CohortKeysStored, "key-file", name)
        except SealBrokenError as error:
            raise refusal("key-file-damaged", file=name) from error
        if stored.cohort != cohort_id:
            raise refusal("key-file-damaged", file=name)
        return _keys_of(stored)

    def new_recovery(self, cohort_id: str) -> tuple[str, bytes]:
        """Make a cohort's recovery sheet: return its code, and the public key that answers are sealed to.

        The code is kept nowhere. A sheet made before is worth nothing from now on.
        """
        keys, seed = self.get(cohort_id), new_seed()
        public = recovery_pair(seed).public
        self._let_in(public)
        self._write_keys(cohort_id, replace(keys, backup_public=public))
        if keys.backup_public is not None:
            self._shut_out(keys.backup_public)
        return recovery_code(seed), public

    def sealed_to_backup(self, cohort_id: str) -> bytes:
        """Return a cohort's keys sealed to its recovery sheet, to stand in the cohort's file.

        Who can open them can open the answers anyway. Raises ValueError before there is a sheet.
        """
        keys = self.get(cohort_id)
        if keys.backup_public is None:
            raise ValueError(f"no recovery sheet: {cohort_id}")
        return seal_to(keys.backup_public, msgspec.json.encode(_stored_keys(cohort_id, keys)))

    def destroy(self, cohort_id: str) -> None:
        """Destroy a cohort's keys for good: nothing opens its answers any more. None left is no error."""
        try:
            backup = self.get(cohort_id).backup_public
        except KursappError:
            # Missing or damaged keys name no sheet, and are to go all the same.
            pass
        else:
            if backup is not None:
                self._shut_out(backup)
        self._shelf.destroy(_name(cohort_id))

    def export(self, cohort_id: str, passphrase: str, cost: Cost = STRONG) -> bytes:
        """Return a ``.nokkel`` file: one cohort's keys under a passphrase of their own, to keep or to hand on."""
        stored = _stored_keys(cohort_id, self.get(cohort_id))
        return msgspec.json.encode(NokkelStored.of(wrap(msgspec.json.encode(stored), passphrase, cost)))

    def import_keys(self, data: bytes, passphrase: str) -> str:
        """Keep the keys of a ``.nokkel`` file, and return the cohort's id.

        Raises KursappError: ``key-file-damaged``, ``key-file-newer``, ``passphrase-wrong``, ``key-file-exists``.
        """
        outer = read_stored(data, NokkelStored, "key-file", NOKKEL_SUFFIX)
        inner = read_stored(unwrap(outer.wrapped(), passphrase), CohortKeysStored, "key-file", NOKKEL_SUFFIX)
        self.add(inner.cohort, _keys_of(inner))
        return inner.cohort

    def _let_in(self, backup: bytes) -> None:
        sealed = seal_to(backup, self._master)
        _write_safe(self._shelf, _read_safe(self._shelf).with_backup(backup, sealed))

    def _shut_out(self, backup: bytes) -> None:
        _write_safe(self._shelf, _read_safe(self._shelf).without_backup(backup))

    def _write_keys(self, cohort_id: str, keys: CohortKeys) -> None:
        data = msgspec.json.encode(_stored_keys(cohort_id, keys))
        self._shelf.write(_name(cohort_id), lock(self._master, data))


def _name(cohort_id: str) -> str:
    if not _COHORT_ID.fullmatch(cohort_id):
        raise ValueError(f"no cohort id: {cohort_id}")
    return f"{KEYS_FOLDER}/{cohort_id}{KEY_SUFFIX}"


def _read_safe(shelf: Shelf) -> SafeStored:
    data = shelf.read(SAFE_FILE)
    if data is None:
        raise refusal("safe-missing", folder=shelf.place)
    return read_stored(data, SafeStored, "safe", SAFE_FILE, shelf.place)


def _write_safe(shelf: Shelf, stored: SafeStored) -> None:
    shelf.write(SAFE_FILE, msgspec.json.encode(stored))


def _master(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise refusal("passphrase-wrong")
    return key


def _stored_keys(cohort_id: str, keys: CohortKeys) -> CohortKeysStored:
    return CohortKeysStored(
        cohort=cohort_id,
        private=keys.private,
        comment_key=keys.comment_key,
        backup_public=keys.backup_public,
    )


def _keys_of(stored: CohortKeysStored) -> CohortKeys:
    return CohortKeys(stored.private, stored.comment_key, stored.backup_public)
