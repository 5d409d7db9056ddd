"""The kullmerke: four words from the whole cohort file, to compare with the screen in the room.

A file made to look like another has other words. Forty bits are few, so each try is made to cost (Argon2id): finding
another file with the same four words would take one processor a thousand years.
"""

from __future__ import annotations

import hashlib

from kursapp.delivery.mark_words import WORDS

COUNT = 4
_BITS = 10
_PURPOSE = b"kullmerke-1"


def words(data: bytes) -> tuple[str, str, str, str]:
    """Return the four words of a cohort file's bytes."""
    # Read at a start with a cohort; the library only when a mark is made.
    from kursapp.vault.passphrases import Cost, stretch

    digest = stretch(hashlib.sha256(data).digest(), _PURPOSE, Cost(2, 32 * 1024 * 1024))
    number = int.from_bytes(digest[: COUNT * _BITS // 8], "big")
    first, second, third, fourth = (WORDS[number >> _BITS * place & 1023] for place in range(COUNT - 1, -1, -1))
    return first, second, third, fourth


def mark(data: bytes) -> str:
    """Return the words as they are shown: ``bjørk · kano · perle · ugle``."""
    return " · ".join(words(data))
