"""Finds the words an annotation hangs on in a text that may have changed since.

First where they stood, then anywhere if they are there, told apart by what stands around them; then words that are
nearly the same, or that stand between the same neighbours. What is found no way is lost, never guessed. All of it takes
a bounded time, however odd the texts are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from kursapp.domain.annotation import Anchor

MOST_PLACES = 200
"""Places of equal words that are looked at."""
MOST_CANDIDATES = 24
SEED = 12
"""Characters that must stand unchanged somewhere in a changed quote."""
NEIGHBOUR = 12
"""Characters on either side that must stand unchanged for what is between them to be taken."""
LEAST_ALIKE = 0.72
COMPARED = 400
"""Characters compared at the beginning and at the end of a long quote."""
SURELY_ALIKE = 0.9
"""So alike that no other candidate is looked at."""
TELLING = 24
"""Characters of a quote that tell what is meant by themselves."""
NEIGHBOURS = 10
"""Characters around a shorter one that must stand as they did, where its words stand in more places than one."""


class Place(NamedTuple):
    """Where words stand: in which of the texts, and from which character to which."""

    part: int
    start: int
    end: int


def find(anchor: Anchor, texts: Sequence[str]) -> Place | None:
    """Return where an anchor's quote stands now in the texts of its page; None where it is lost, or has no quote."""
    quote = anchor.quote
    if not quote:
        return None
    if anchor.part < len(texts) and texts[anchor.part].startswith(quote, anchor.start):
        place = Place(anchor.part, anchor.start, anchor.start + len(quote))
        if _is_meant(anchor, _fits(anchor, texts, place)[0]):
            return place
    places = list(_exact(quote, texts))
    if places:
        fit, place = max((_fits(anchor, texts, place), place) for place in places)
        return place if len(places) == 1 or _is_meant(anchor, fit[0]) else None
    if not quote.strip():
        return None
    return _nearly(anchor, texts)


def _is_meant(anchor: Anchor, fit: int) -> bool:
    """Say whether equal words are the quote's, by how many characters around them are: a «skal» is any sentence's."""
    return len(anchor.quote) >= TELLING or fit >= min(len(anchor.before) + len(anchor.after), NEIGHBOURS)


def _exact(quote: str, texts: Sequence[str]) -> Iterator[Place]:
    found = 0
    for part, text in enumerate(texts):
        at = text.find(quote)
        while at >= 0 and found < MOST_PLACES:
            yield Place(part, at, at + len(quote))
            found += 1
            at = text.find(quote, at + 1)


def _fits(anchor: Anchor, texts: Sequence[str], place: Place) -> tuple[int, bool, int]:
    """Return how well the words around a place are those that were around the quote; then how near it is."""
    text = texts[place.part]
    before = _common(text[max(place.start - len(anchor.before), 0) : place.start][::-1], anchor.before[::-1])
    after = _common(text[place.end : place.end + len(anchor.after)], anchor.after)
    return before + after, place.part == anchor.part, -abs(place.start - anchor.start)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _nearly(anchor: Anchor, texts: Sequence[str]) -> Place | None:
    best: tuple[float, Place] | None = None
    for place in _candidates(anchor, texts):
        alike = _alike(anchor.quote, texts[place.part][place.start : place.end])
        if alike >= LEAST_ALIKE and (best is None or alike > best[0]):
            best = alike, place
        if alike >= SURELY_ALIKE:
            break
    return best[1] if best else None


def _candidates(anchor: Anchor, texts: Sequence[str]) -> Iterator[Place]:
    """Yield places that may be the quote's, at most ``MOST_CANDIDATES``."""
    seen: set[Place] = set()
    for part, text in enumerate(texts):
        for start, end in (*_between(anchor, text), *_seeded(anchor.quote, text)):
            place = Place(part, *_whole_words(text, max(start, 0), min(end, len(text))))
            if place.start < place.end and place not in seen:
                seen.add(place)
                yield place
            if len(seen) >= MOST_CANDIDATES:
                return


def _between(anchor: Anchor, text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between the quote's old neighbours."""
    before, after = anchor.before[-NEIGHBOUR:], anchor.after[:NEIGHBOUR]
    if len(before) < NEIGHBOUR or len(after) < NEIGHBOUR:
        return
    at = text.find(before)
    if at >= 0:
        start = at + len(before)
        end = text.find(after, start, start + 2 * len(anchor.quote) + len(after))
        if end > start:
            yield start, end


def _seeded(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches as long as the quote around pieces of it that stand unchanged."""
    last = max(len(quote) - SEED, 0)
    for offset in sorted({last * step // 6 for step in range(7)}):
        at = text.find(quote[offset : offset + SEED])
        if at >= 0:
            yield at - offset, at - offset + len(quote)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch that does not begin or end within a word, where an end of one is near."""
    while start < end and start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while end > start and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _alike(quote: str, words: str) -> float:
    """Return how alike two texts are, from 0 to 1; of long ones their ends are compared."""
    if max(len(quote), len(words)) <= 2 * COMPARED:
        return SequenceMatcher(None, quote, words, autojunk=False).ratio()
    heads = SequenceMatcher(None, quote[:COMPARED], words[:COMPARED], autojunk=False).ratio()
    tails = SequenceMatcher(None, quote[-COMPARED:], words[-COMPARED:], autojunk=False).ratio()
    return (heads + tails) / 2
