"""The known word an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

LONGEST = 60
"""Characters of a word that is looked up; nobody meant a longer one."""

MOST = 300
"""Known words looked through, so that a hostile file cannot make it slow."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of ``known`` most like ``word``, or an empty text where none is near."""
    if not word or len(word) > LONGEST:
        return ""
    found = get_close_matches(word, list(islice(known, MOST)), n=1, cutoff=0.7)
    return found[0] if found else ""
