"""Words as they are searched: cut out of a text, and folded so that how they were typed does not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_WORD = 48
"""Letters of a word that count: a longer one is none, and is found by its beginning."""

# A letter, then letters, marks that belong to them, figures, and soft hyphens and joiners that nobody sees.
_LETTERS = r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])*"
# A dash joins two plain numbers only: in an interval of paragraphs (§§ 4-3–4-5) it stands between two of them.
_NUMBER = r"(?:\d+(?:[.,:/\u2010\u2011-]\d+)+|\d+(?:[\u2012\u2013]\d+)?)(?:[^\W\d_](?!\w))?"
_WORD = re.compile(rf"{_NUMBER}|{_LETTERS}")
_INSIDE = frozenset(chr(code) for code in (*range(0x300, 0x370), 0xAD, 0x200C, 0x200D))
_UNSEEN = str.maketrans("", "", "\u00ad\u200c\u200d")
_NORWEGIAN = {"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe"}
_OTHERS = {"œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "n", "ŧ": "t"}
_LETTER = str.maketrans(_NORWEGIAN | _OTHERS)
_SIGN = str.maketrans({",": ".", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-"})
_HYPHENS = frozenset("-\u2010\u2011")
_IN_NUMBER = re.compile(r"[.:/-]")

_SMALL = """
aa alle at av da de deg den denne der det dette di din du eg ei ein eit eller en er et ett for fra fraa ha han har hos
hun hva i ikke ikkje jeg kan med meg men naa og om opp paa seg skal som til um ut ved vi vil
"""
STOP_WORDS = frozenset(_SMALL.split())
"""Words that stand on every page, folded: they are left out of a search that has others."""


class Word(NamedTuple):
    """A word of a text: where it stands, and how it is written when folded."""

    start: int
    end: int
    folded: str


def fold(word: str) -> str:
    """Write a word as it is compared: small letters, no accents, ``å æ ø`` as ``aa ae oe``.

    What another keyboard has for a letter folds to the same; ``mål`` and ``mal`` stay two words.
    """
    small = unicodedata.normalize("NFC", word.translate(_UNSEEN)).casefold().translate(_LETTER)
    if small.isascii():
        return small[:LONGEST_WORD]
    bare = (letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))
    return "".join(bare)[:LONGEST_WORD]


def words_in(text: str) -> Iterator[Word]:
    """Yield the words and numbers of a text in order. ``§ 4-2`` is the number ``4-2``: the sign is not a word."""
    for match in _WORD.finditer(text):
        yield Word(match.start(), match.end(), folded_word(match.group()))


def word_around(text: str, at: int) -> tuple[int, int]:
    """Return where the word or number begins and ends that the character at a place of a text belongs to."""
    begin = at
    while begin and _belongs(text, begin - 1):
        begin -= 1
    match = _WORD.match(text, begin)
    return (begin, match.end()) if match else (at, at + 1)


def _belongs(text: str, at: int) -> bool:
    """Say whether a character and the one after it are of one word, or of one number."""
    letter = text[at]
    if letter.isalnum() or letter in _INSIDE:
        return True
    return letter in ".,:/-\u2010\u2011" and text[at + 1].isdigit() and at > 0 and text[at - 1].isdigit()


def folded_word(said: str) -> str:
    """Fold a word or a number that was cut out of a text."""
    return fold(said.translate(_SIGN) if said[0].isdigit() else said)


def number_parts(folded: str) -> tuple[str, ...]:
    """Return what a compound number is made of: the paragraphs of an interval, the year of a date. Else nothing."""
    if not folded[0].isdigit():
        return ()
    parts = tuple(part for part in _IN_NUMBER.split(folded) if part)
    return parts if len(parts) > 1 else ()


def is_joined(text: str, before: Word, after: Word) -> bool:
    """Say whether two neighbouring words are written with a hyphen between them, and are one: ``e-post``."""
    touching = after.start == before.end + 1 and text[before.end] in _HYPHENS
    return touching and not before.folded[0].isdigit() and not after.folded[0].isdigit()
