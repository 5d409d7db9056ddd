"""The queue of comments as the screen keeps it: which are shown, and what a person's hand does to one of them."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kursapp.domain.redaction import redact
from kursapp.services.cohort_cards import LONGEST_TAG, CommentEntry


class Shelf(enum.StrEnum):
    """Which comments of the queue are looked at."""

    ALL = "all"
    UNTAGGED = "untagged"
    CHOSEN = "chosen"
    REDACTED = "redacted"
    TAGGED = "tagged"


@dataclass(frozen=True, slots=True)
class Sieve:
    """What lets comments through: a shelf, and for TAGGED the tag."""

    shelf: Shelf = Shelf.ALL
    tag: str = ""

    def lets_through(self, entry: CommentEntry) -> bool:
        """Say whether a comment is one of these."""
        match self.shelf:
            case Shelf.UNTAGGED:
                return not entry.tags
            case Shelf.CHOSEN:
                return entry.chosen
            case Shelf.REDACTED:
                return bool(entry.redacted) or "[…]" in entry.shown
            case Shelf.TAGGED:
                return self.tag in entry.tags
        return True


def with_tag(entry: CommentEntry, tag: str, wanted: bool) -> CommentEntry:
    """Return a comment with a tag, or without it; tags stand by name, each once."""
    tags = set(entry.tags) | {tag} if wanted else set(entry.tags) - {tag}
    return replace(entry, tags=tuple(sorted(tags, key=str.casefold)))


def with_place(entry: CommentEntry, start: int, end: int) -> CommentEntry:
    """Return a comment with one more place redacted, ``end`` not included; places that touch become one."""
    return _redacted(entry, merged([*entry.redacted, (start, end)]))


def without_place(entry: CommentEntry, at: int) -> CommentEntry:
    """Return a comment with the place at ``at`` shown again; the last place where ``at`` is in none."""
    inside = [place for place in entry.redacted if place[0] <= at < place[1]] or list(entry.redacted[-1:])
    return _redacted(entry, tuple(place for place in entry.redacted if place not in inside))


def _redacted(entry: CommentEntry, places: tuple[tuple[int, int], ...]) -> CommentEntry:
    return replace(entry, redacted=places, shown=redact(entry.text, places))


def merged(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return places in order, those that overlap or meet as one, empty ones left out."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return tuple(whole)


def word_at(text: str, position: int) -> tuple[int, int]:
    """Return the word at a position, as (start, end); an empty place where there is none."""
    start = end = position
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return start, end


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in "-'’"


def clean_tag(words: str, known: Sequence[str]) -> str:
    """Return a tag as it is kept: one line, at most 40 characters, spelled as a known one where only case differs."""
    tag = " ".join(words.split())[:LONGEST_TAG].rstrip()
    return next((each for each in known if each.casefold() == tag.casefold()), tag)


def from_utf16(text: str, position: int) -> int:
    """Return the character at a position Qt counts in UTF-16 units, in which an emoji is two."""
    units = 0
    for number, sign in enumerate(text):
        if units >= position:
            return number
        units += 2 if ord(sign) > 0xFFFF else 1
    return len(text)


def to_utf16(text: str, position: int) -> int:
    """Return where Qt says a character is."""
    return position + sum(ord(sign) > 0xFFFF for sign in text[:position])
