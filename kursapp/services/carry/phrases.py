"""Passphrases for files that travel: made for her, as words that are easy to copy from paper."""

from __future__ import annotations

import secrets

from kursapp.delivery.mark_words import WORDS
from kursapp.vault.passphrases import check_passphrase

COUNT = 6
"""Words of 1024: sixty bits, and each try costs half a second."""


def new_phrase() -> str:
    """Return six words chosen at random."""
    return " ".join(secrets.choice(WORDS) for _ in range(COUNT))


def as_typed(phrase: str) -> str:
    """Return a passphrase with one blank between its words, however it was typed."""
    return " ".join(phrase.split())


def check_phrase(phrase: str) -> None:
    """Refuse a passphrase too short to protect anybody: ``passphrase-short``."""
    check_passphrase(as_typed(phrase))
