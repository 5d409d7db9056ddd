"""Finding words in a text as one finds them on a page: as they are spelt, however they are written.

Large and small letters, accents, the kinds of blanks, quotation marks and dashes make no difference; æ, ø and å are
letters of their own. Words typed on a keyboard without them («aa», «ae», «oe») find them where nothing else is found.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

MOST_LETTERS = 500
"""How much of what is looked for counts: nobody types more, and a passage is shorter."""

_RING = "\u030a"
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
    }
)
_ELSEWHERE = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))


class Folded(NamedTuple):
    """A text as it is compared, and for each of its letters the place in the text it came from."""

    letters: str
    places: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text some of the letters stand, with the accents on the last of them."""
        return self.places[start], max(self.places[end], self.places[end - 1] + 1)


def folded(text: str) -> Folded:
    """Return a text as it is compared. ``places`` has one more entry than there are letters: where the text ends."""
    letters: list[str] = []
    places: list[int] = []
    for place, written in enumerate(text):
        for letter in _folded_letter(written, letters):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), (*places, len(text)))


def _folded_letter(written: str, before: list[str]) -> str:
    """Return what stands for one letter after those before it; a ring joins the «a» it stands on."""
    if "a" <= written <= "z":
        return written
    if written.isspace():
        return "" if before and before[-1] == " " else " "
    if written in _DROPPED:
        return ""
    if written == _RING and before and before[-1] == "a":
        before[-1] = "å"
        return ""
    plain = written.translate(_ALIKE)
    return "".join(_without_accent(letter) for letter in plain.casefold())


def _without_accent(letter: str) -> str:
    if letter == "å" or letter.isascii():
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def spans(text: Folded, wanted: str) -> list[tuple[int, int]]:
    """Return where in the text, from and up to, what is wanted stands, in order and without overlap."""
    sought = folded(wanted.strip()[:MOST_LETTERS]).letters.strip()
    if not sought:
        return []
    found = _spans(text, sought)
    if not found:
        norwegian = _with_norwegian_letters(sought)
        found = _spans(text, norwegian) if norwegian != sought else []
    return found


def _spans(text: Folded, sought: str) -> list[tuple[int, int]]:
    found = []
    at = text.letters.find(sought)
    while at >= 0:
        end = at + len(sought)
        found.append(text.stretch(at, end))
        at = text.letters.find(sought, end)
    return found


def _with_norwegian_letters(letters: str) -> str:
    for typed, meant in _ELSEWHERE:
        letters = letters.replace(typed, meant)
    return letters
