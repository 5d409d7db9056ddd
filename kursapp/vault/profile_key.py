"""A profile's key: random, and kept in a file under her passphrase and sealed to a recovery code on paper.

What a passphrase cannot open, the code can, and the other way round; who has neither has lost what the key locks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from kursapp.domain.problem import KursappError, refusal
from kursapp.vault.digests import KEY_BYTES, recipient_id
from kursapp.vault.keys import Opener, SealBrokenError, new_key, seal_to
from kursapp.vault.passphrases import STRONG, Cost, Wrapped, unwrap, wrap
from kursapp.vault.recovery import new_seed, read_recovery_code, recovery_code, recovery_pair
from kursapp.vault.stored import BackupStored, WrappedStored, read_stored

KIND = "profile-key"


class ProfileKeyStored(WrappedStored, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="kursapp-profile-key"):
    """The key file: the key under the passphrase, and sealed to the recovery code."""

    recovery: BackupStored


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key made now. ``data`` is its file; ``code`` is kept nowhere else than where the person writes it."""

    key: bytes = field(repr=False)
    code: str = field(repr=False)
    data: bytes = field(repr=False)


def new_profile_key(passphrase: str, cost: Cost = STRONG) -> NewKey:
    """Make a key under a passphrase, and its recovery code."""
    key = new_key()
    recovery, code = _new_recovery(key)
    return NewKey(key, code, _written(_stored(wrap(key, passphrase, cost), recovery)))


def open_by_passphrase(data: bytes, passphrase: str, file: str, folder: str = "") -> bytes:
    """Return the key. Raises KursappError: ``passphrase-wrong``, ``profile-key-damaged``, ``profile-key-newer``."""
    return _whole(unwrap(_read(data, file, folder).wrapped(), passphrase), file, folder)


def open_by_code(data: bytes, code: str, file: str, folder: str = "") -> bytes:
    """Return the key by its recovery code.

    Raises KursappError: ``recovery-code-unreadable``, ``profile-code-foreign``, ``profile-key-damaged``,
    ``profile-key-newer``.
    """
    opener = Opener(recovery_pair(read_recovery_code(code)).private)
    recovery = _read(data, file, folder).recovery
    if recovery.id != opener.recipient_id:
        raise refusal("profile-code-foreign")
    try:
        return _whole(opener.open(recovery.sealed), file, folder)
    except SealBrokenError as error:
        raise _damaged(file, folder) from error


def with_passphrase(
    data: bytes, key: bytes, passphrase: str, file: str, folder: str = "", cost: Cost = STRONG
) -> bytes:
    """Return the key file under another passphrase; the code opens it as before."""
    return _written(_stored(wrap(key, passphrase, cost), _read(data, file, folder).recovery))


def with_new_code(data: bytes, key: bytes, file: str, folder: str = "") -> tuple[bytes, str]:
    """Return the key file with a new recovery code, and the code; the one before opens nothing any more."""
    recovery, code = _new_recovery(key)
    return _written(msgspec.structs.replace(_read(data, file, folder), recovery=recovery)), code


def is_same_key(data: bytes, other: bytes) -> bool:
    """Say whether two key files are certainly of one key: the same recovery code opens them."""
    return is_sound(data) and is_sound(other) and _read(data, "", "").recovery.id == _read(other, "", "").recovery.id


def is_sound(data: bytes) -> bool:
    """Say whether this is a key file that can be read."""
    try:
        _read(data, "", "")
    except KursappError:
        return False
    return True


def _new_recovery(key: bytes) -> tuple[BackupStored, str]:
    seed = new_seed()
    public = recovery_pair(seed).public
    return BackupStored(recipient_id(public), seal_to(public, key)), recovery_code(seed)


def _stored(wrapped: Wrapped, recovery: BackupStored) -> ProfileKeyStored:
    cost = wrapped.cost
    return ProfileKeyStored(
        salt=wrapped.salt,
        operations=cost.operations,
        memory=cost.memory,
        sealed=wrapped.sealed,
        recovery=recovery,
    )


def _read(data: bytes, file: str, folder: str) -> ProfileKeyStored:
    return read_stored(data, ProfileKeyStored, KIND, file, folder)


def _written(stored: ProfileKeyStored) -> bytes:
    return msgspec.json.encode(stored)


def _whole(key: bytes, file: str, folder: str) -> bytes:
    if len(key) != KEY_BYTES:
        raise _damaged(file, folder)
    return key


def _damaged(file: str, folder: str) -> KursappError:
    return refusal(f"{KIND}-damaged", file=file, folder=folder)
