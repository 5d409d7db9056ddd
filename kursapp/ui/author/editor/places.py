"""Where a character stands: Python counts characters, Qt counts UTF-16 units, and an emoji is two of these.

A document also cannot hold every character inside a line. Those it would break the line at wear another while they are
in it, so that what was not touched is saved as it was read.
"""

from __future__ import annotations

_BREAKING = {0x2029: 0xE029, 0xFDD0: 0xE0D0, 0xFDD1: 0xE0D1}
"""What a document takes for the end of a paragraph, and the private characters that stand in for them."""
_BACK = {stand_in: character for character, stand_in in _BREAKING.items()}
_SEPARATOR = "\u2029"


def units(text: str, count: int) -> int:
    """Return how many UTF-16 units the first so many characters of a text take up."""
    return count if text.isascii() else count + sum(one > "\uffff" for one in text[:count])


def characters(text: str, units_in: int) -> int:
    """Return how many characters of a line so many UTF-16 units are."""
    if text.isascii():
        return units_in
    count = taken = 0
    while count < len(text) and taken < units_in:
        taken += 2 if text[count] > "\uffff" else 1
        count += 1
    return count


def to_document(text: str) -> str:
    """Return a file's text as a document can hold it."""
    return text.translate(_BREAKING) if any(chr(one) in text for one in _BREAKING) else text


def from_document(raw: str) -> str:
    """Return a file's text from what a document calls its raw text; no-break spaces stay what they are."""
    text = raw.replace(_SEPARATOR, "\n")
    return text.translate(_BACK) if any(chr(one) in text for one in _BACK) else text
