"""A secret as people write it: a code for paper, in groups, that notices a slip of the pen."""

from __future__ import annotations

import hashlib
import secrets

from kursapp.domain.problem import refusal
from kursapp.vault.digests import Purpose, derive
from kursapp.vault.keys import KeyPair, pair_of

SEED_BYTES = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U, which are read as something else."""
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP, _GROUPS = 4, 7
_CHECK_BITS = _GROUP * _GROUPS * 5 - SEED_BYTES * 8
_GAPS = dict.fromkeys(map(ord, " -–—_.\t\n\r\u00a0"))


def new_seed() -> bytes:
    """Return what a recovery sheet stands for: 128 random bits."""
    return secrets.token_bytes(SEED_BYTES)


def recovery_pair(seed: bytes) -> KeyPair:
    """Return the pair of a recovery sheet."""
    return pair_of(derive(seed, Purpose.RECOVERY))


def recovery_code(seed: bytes) -> str:
    """Write a seed as seven groups of four: ``7K2M-…``, the last twelve bits a check."""
    number = int.from_bytes(seed, "big") << _CHECK_BITS | _check(seed)
    places = range(_GROUP * _GROUPS - 1, -1, -1)
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in places)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def read_recovery_code(code: str) -> bytes:
    """Return the seed behind a code as typed: any case, with or without hyphens, O for 0 and l for 1.

    Raises KursappError: ``recovery-code-unreadable``.
    """
    letters = code.translate(_GAPS).upper().translate(_MEANT)
    if len(letters) != _GROUP * _GROUPS or not set(letters) <= set(_ALPHABET):
        raise refusal("recovery-code-unreadable")
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    seed = (number >> _CHECK_BITS).to_bytes(SEED_BYTES, "big")
    if number & (1 << _CHECK_BITS) - 1 != _check(seed):
        raise refusal("recovery-code-unreadable")
    return seed


def _check(seed: bytes) -> int:
    digest = hashlib.sha256(b"kursapp recovery" + seed).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - _CHECK_BITS
