"""Slugs and ids: what a heading is called in a link, and the plain letters an id is written with (course-format §2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, MutableMapping

LONGEST_PART = 40
"""Characters of a text that go into an id derived from it."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ð": "d", "þ": "th"})
_OTHERS = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COMMENT = re.compile(r"<!--.*?-->")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()]*\)")
_DROPPED = re.compile(r"[^\w\- ]")


def slug(text: str) -> str:
    """Return a heading's slug: composed, lower case, punctuation dropped, a hyphen for each space; æøå stay.

    It is the slug GitHub makes, so that a link to a heading works in other viewers too.
    """
    shown = _LINK.sub(r"\1", _COMMENT.sub("", text)).strip()
    return _DROPPED.sub("", unicodedata.normalize("NFC", shown).lower()).replace(" ", "-")


def numbered(name: str, taken: Container[str], counts: MutableMapping[str, int] | None = None) -> str:
    """Return the name, or the name with the first of ``-2``, ``-3`` … that is not taken.

    Where names only ever come to be taken, ``counts`` remembers how far each has come: thousands of equal names are
    then told apart without going through all the earlier ones.
    """
    number = counts.get(name, 1) if counts is not None else 1
    found = name if number == 1 else f"{name}-{number}"
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    if counts is not None:
        counts[name] = number
    return found


def shortened(written: str) -> str:
    """Cut a slug at the last hyphen before it gets too long."""
    if len(written) <= LONGEST_PART:
        return written
    head, _, _ = written[: LONGEST_PART + 1].rpartition("-")
    return head.rstrip("-") or written[:LONGEST_PART]


def ascii_id(text: str) -> str:
    """Return a text as the id the program writes: ASCII letters and figures parted by single hyphens.

    æ, ø and å become ae, oe and aa; other accents fall away.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return _OTHERS.sub("-", plain).strip("-")


def is_id(text: str) -> bool:
    """Say whether a text may stand as an id: ASCII letters, figures, ``.``, ``-`` and ``_``."""
    return _ID.fullmatch(text) is not None
