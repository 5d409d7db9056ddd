"""How the safe and key files look on disk: strict JSON with a version."""

from __future__ import annotations

from typing import Annotated, Self, TypeVar

import msgspec

from kursapp.domain.problem import refusal
from kursapp.vault.digests import KEY_BYTES, recipient_id
from kursapp.vault.passphrases import MOST, SALT_BYTES, Cost, Wrapped

VERSION = 1
LONGEST = 1024 * 1024
"""Bytes of a file looked at: a safe of thousands of cohorts is far below."""

Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]
Hex = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]


class Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file of ours with the version of its format."""

    version: int = VERSION


class WrappedStored(Stored, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something under a passphrase."""

    salt: Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
    operations: Annotated[int, msgspec.Meta(ge=1, le=MOST.operations)]
    memory: Annotated[int, msgspec.Meta(ge=8192, le=MOST.memory)]
    sealed: bytes

    @classmethod
    def of(cls, wrapped: Wrapped) -> Self:
        """Return the stored form of a wrapped secret."""
        cost = wrapped.cost
        return cls(salt=wrapped.salt, operations=cost.operations, memory=cost.memory, sealed=wrapped.sealed)

    def wrapped(self) -> Wrapped:
        """Return it as a value."""
        return Wrapped(self.salt, Cost(self.operations, self.memory), self.sealed)


class BackupStored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The master key sealed to one recovery sheet."""

    id: str
    sealed: bytes


class SafeStored(WrappedStored, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="kursapp-safe"):
    """``safe.json``."""

    backups: tuple[BackupStored, ...] = ()

    def with_backup(self, public: bytes, sealed: bytes) -> SafeStored:
        """Return the safe with one more recovery sheet."""
        others = self.without_backup(public).backups
        return msgspec.structs.replace(self, backups=(*others, BackupStored(recipient_id(public), sealed)))

    def without_backup(self, public: bytes) -> SafeStored:
        """Return the safe without one recovery sheet."""
        kept = tuple(backup for backup in self.backups if backup.id != recipient_id(public))
        return msgspec.structs.replace(self, backups=kept)


class NokkelStored(WrappedStored, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="kursapp-nokkel"):
    """A ``.nokkel`` file."""


class CohortKeysStored(Stored, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="kursapp-keys"):
    """One cohort's keys, before they are locked."""

    cohort: Hex
    private: Key
    comment_key: Key
    backup_public: Key | None = None


class _Versioned(msgspec.Struct):
    version: int


T = TypeVar("T", bound=Stored)


def read_stored(data: bytes, kind: type[T], what: str, file: str, folder: str = "") -> T:
    """Read a file of one kind. Raises KursappError: ``WHAT-damaged`` (file, folder), ``WHAT-newer``."""
    names = {"file": file, "folder": folder}
    try:
        if len(data) > LONGEST:
            raise refusal(f"{what}-damaged", **names)
        if msgspec.json.decode(data, type=_Versioned).version > VERSION:
            raise refusal(f"{what}-newer", **names)
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise refusal(f"{what}-damaged", **names) from error
