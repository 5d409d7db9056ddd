"""Where a character stands: Python counts characters, Qt counts UTF-16 units, and an emoji is two of these.

A document also cannot hold every character inside a line. Those it would break the line at wear another while they are
in it, so that what was not touched is saved as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_BREAKING = {0x2029: 0xE029, 0xFDD0: 0xE0D0, 0xFDD1: 0xE0D1}
"""What a document takes for the end of a paragraph, and the private characters that stand in for them."""
_BACK = {stand_in: character for character, stand_in in _BREAKING.items()}
_SEPARATOR = "\u2029"


def units(text: str, count: int) -> int:
    """Return how many UTF-16 units the first so many characters of a text take up."""
    return count if text.isascii() else len(_encoded(text[:count])) // 2


def characters(text: str, units_in: int) -> int:
    """Return how many characters of a text so many UTF-16 units are; half a character is none."""
    if text.isascii():
        return min(units_in, len(text))
    return len(_encoded(text[:units_in])[: 2 * units_in].decode("utf-16-le", "ignore"))


def in_characters(text: str, places: Iterable[int]) -> Iterator[int]:
    """Yield places in a text that are given in UTF-16 units, in order, as characters."""
    encoded = _encoded(text)
    if len(encoded) == 2 * len(text):
        yield from places
        return
    before = count = 0
    for place in places:
        count += len(encoded[2 * before : 2 * place].decode("utf-16-le", "ignore"))
        before = place
        yield count


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def to_document(text: str) -> str:
    """Return a file's text as a document can hold it."""
    return text.translate(_BREAKING) if any(chr(one) in text for one in _BREAKING) else text


def from_document(raw: str) -> str:
    """Return a file's text from what a document calls its raw text; no-break spaces stay what they are."""
    text = raw.replace(_SEPARATOR, "\n")
    return text.translate(_BACK) if any(chr(one) in text for one in _BACK) else text
