"""Keys under a passphrase: slow to try on purpose (Argon2id), so that a stolen file gives nothing away."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as DerivationError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from kursapp.domain.problem import refusal

LEAST_CHARACTERS = 10
SALT_BYTES = argon2id.SALTBYTES


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs: passes over ``memory`` bytes."""

    operations: int
    memory: int


STRONG = Cost(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)
"""About half a second and 256 MiB: libsodium's "moderate", for what lies on a disk for years."""

LIGHT = Cost(1, 8 * 1024 * 1024)
"""A few milliseconds: for passphrases everybody knows, of simulated cohorts."""

MOST = Cost(8, 1024 * 1024 * 1024)
"""A file that asks for more than this is not one of ours; it would only lock up the machine."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A secret under a passphrase, with all that is needed to open it but the passphrase."""

    salt: bytes
    cost: Cost
    sealed: bytes


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase too short to protect anybody: ``passphrase-short`` (least)."""
    if len(_plain(passphrase)) < LEAST_CHARACTERS:
        raise refusal("passphrase-short", least=LEAST_CHARACTERS)


def wrap(secret: bytes, passphrase: str, cost: Cost = STRONG) -> Wrapped:
    """Put a secret under a passphrase. Raises KursappError: ``memory-short``."""
    salt = secrets.token_bytes(SALT_BYTES)
    return Wrapped(salt, cost, bytes(SecretBox(_stretch(passphrase, salt, cost)).encrypt(secret)))


def unwrap(wrapped: Wrapped, passphrase: str) -> bytes:
    """Return the secret.

    Raises KursappError: ``passphrase-wrong``, which a changed file looks like too; ``memory-short``.
    """
    try:
        return bytes(SecretBox(_stretch(passphrase, wrapped.salt, wrapped.cost)).decrypt(wrapped.sealed))
    except (CryptoError, ValueError) as error:
        raise refusal("passphrase-wrong") from error


def stretch(data: bytes, purpose: bytes, cost: Cost) -> bytes:
    """Return 32 bytes that take ``cost`` to find, the same for the same data: for hashes shown in short."""
    return _derived(data, purpose.ljust(SALT_BYTES, b"\0"), cost)


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    data = _plain(passphrase).encode("utf-8", "surrogatepass")
    return _derived(data, salt, cost)


def _derived(data: bytes, salt: bytes, cost: Cost) -> bytes:
    try:
        return bytes(argon2id.kdf(SecretBox.KEY_SIZE, data, salt, cost.operations, cost.memory))
    except DerivationError as error:
        # The library fails like this only where the memory cannot be had. Nobody may take it for a wrong passphrase.
        raise refusal("memory-short", megabytes=cost.memory // (1024 * 1024)) from error


def _plain(passphrase: str) -> str:
    """Return one spelling of what was typed: keyboards of different systems write the same letter differently."""
    return unicodedata.normalize("NFKC", passphrase).strip()
