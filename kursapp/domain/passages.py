"""The words round what was found: one line of a text, with the places of the words in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kursapp.domain.search_hit import Span
from kursapp.domain.search_query import Wanted
from kursapp.domain.search_words import folded_word, number_parts, word_around, words_in
from kursapp.domain.word_forms import forms_of

LONGEST = 180
"""Characters of a passage."""

LONGEST_SPOT = 160
MOST_MARKS = 40

_BEFORE = 50
_MOST_TRIED = 4
"""Paragraphs that are compared for the most telling."""

_ELLIPSIS = "…"
_BLANK = re.compile(r"[^\S ]")
"""Blanks of every kind but the plain one, which most are."""

_UNUSUAL = re.compile("[à-ãçè-ïñò-õù-ýÿ\u00ad\u0300-\u036f]", re.IGNORECASE)
_COMPOSED = re.compile("[\u00ad\u0300-\u036f]")
_SHORT = 500
_NATIVE = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))

Stem = Callable[[str], str]
"""Returns the stem of a folded word."""


class Occurrence(NamedTuple):
    """A word of a text that is one of those wanted: ``part`` is which."""

    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A line to show, the marks in it, and the stretch of the text itself that the marks span."""

    text: str = ""
    marks: tuple[Span, ...] = ()
    spot: str = ""


class Marker:
    """Finds the wanted words in texts."""

    def __init__(self, wanted: Sequence[Wanted], stem: Stem) -> None:
        self._wanted = wanted
        self._stem = stem
        needles = dict.fromkeys(_needles(wanted))
        # Where a longer one is, the shorter one in it is too.
        self._needles = tuple(each for each in needles if not any(other in each for other in needles if other != each))
        self._is_one_word = len(wanted) == 1 and len(wanted[0].stems) == 1
        self._judged: dict[str, tuple[int, ...]] = {}

    def occurrences(self, text: str) -> tuple[Occurrence, ...]:
        """Return where the wanted words stand in a text, in order, at most ``MOST_MARKS`` of them."""
        return self._occurrences(text, _small(text))

    def _occurrences(self, text: str, small: str) -> tuple[Occurrence, ...]:
        found: set[Occurrence] = set()
        for needle in self._needles:
            if needle in small:
                found.update(self._at(needle, text, small, MOST_MARKS))
        if not found and not text.isascii() and _may_hide_words(text):
            # Accents, and letters made of two characters, are not what a needle looks for. Every other text has an é.
            found = {
                Occurrence(word.start, word.end, part)
                for word in words_in(text)
                for part in self._parts(text[word.start : word.end])
            }
        return tuple(self._whole(text, sorted(found, key=_place))[:MOST_MARKS])

    def passage(self, text: str) -> Passage:
        """Return the paragraph with most of the wanted words as one line; without any, how the text begins."""
        found = self._promising(text)
        if not found:
            begin, end = _paragraph(text, 0)
            line = text[begin:end]
            return Passage(_blank(line if len(line) <= LONGEST else _cut(line, 0, LONGEST)[0]))
        best = max(found, key=lambda span: _worth(found[span])) if len(found) > 1 else next(iter(found))
        return _line(text[slice(*best)], found[best])

    def _promising(self, text: str) -> dict[Span, tuple[Occurrence, ...]]:
        """Return the paragraphs to choose from, those of the most seldom of the words, and what is in each."""
        small = _small(text)
        most = 1 if self._is_one_word else _MOST_TRIED
        first: dict[int, list[Occurrence]] = {}
        for needle in self._needles:
            for each in self._at(needle, text, small, most):
                first.setdefault(each.part, []).append(each)
        seldom = min(first.values(), key=len) if first else self.occurrences(text)
        promising: dict[Span, tuple[Occurrence, ...]] = {}
        for each in sorted(seldom, key=_place):
            span = _paragraph(text, each.start)
            if span not in promising and len(promising) < most:
                found = self._occurrences(text[slice(*span)], small[slice(*span)])
                if found:
                    promising[span] = found
        return promising

    def _at(self, needle: str, text: str, small: str, most: int) -> Iterator[Occurrence]:
        at = small.find(needle)
        while at >= 0 and most > 0:
            begin, end = word_around(text, at)
            for part in self._parts(text[begin:end]):
                most -= 1
                yield Occurrence(begin, end, part)
            at = small.find(needle, end)

    def _parts(self, said: str) -> tuple[int, ...]:
        """Return which of the wanted a word is."""
        known = self._judged.get(said)
        if known is None:
            folded = folded_word(said)
            stem = self._stem(folded)
            known = tuple(part for part, wanted in enumerate(self._wanted) if _is_wanted(stem, folded, wanted))
            self._judged[said] = known
        return known

    def _whole(self, text: str, found: list[Occurrence]) -> list[Occurrence]:
        """Leave out words of a row of words that do not stand in a row here."""
        rows = {part for part, wanted in enumerate(self._wanted) if len(wanted.stems) > 1}
        if not rows:
            return found
        kept = [each for each in found if each.part not in rows]
        for part in rows:
            kept += self._rows(text, [each for each in found if each.part == part], part)
        return sorted(kept, key=_place)

    def _rows(self, text: str, found: list[Occurrence], part: int) -> Iterator[Occurrence]:
        wanted = self._wanted[part]
        said = [self._stem(folded_word(text[each.start : each.end])) for each in found]
        for at, each in enumerate(found):
            if said[at] == wanted.joined:
                yield each
            row = found[at : at + len(wanted.stems)]
            if tuple(said[at : at + len(row)]) == wanted.stems and all(_is_next(text, *two) for two in pairwise(row)):
                yield Occurrence(row[0].start, row[-1].end, part)


def _needles(wanted: Iterable[Wanted]) -> Iterator[str]:
    """Yield what the wanted words have in them where they stand in a text; compounds have their part."""
    for each in wanted:
        words = [*each.stems, each.joined, each.beginning, *each.near]
        words += [form for stem in each.stems for form in forms_of(stem)]
        for word in filter(None, words):
            native = word
            for plain, letter in _NATIVE:
                native = native.replace(plain, letter)
            yield native
            yield word


def _is_wanted(stem: str, folded: str, wanted: Wanted) -> bool:
    if stem in wanted.stems or stem == wanted.joined or stem in wanted.compounds or stem in wanted.near:
        return True
    if wanted.beginning and stem.startswith(wanted.beginning):
        return True
    return any(each in number_parts(folded) for each in wanted.stems)


def _is_next(text: str, one: Occurrence, other: Occurrence) -> bool:
    return next(words_in(text[one.end : other.start]), None) is None


def _place(each: Occurrence) -> tuple[int, int]:
    return each.start, each.part


def _paragraph(text: str, at: int) -> Span:
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return begin, len(text) if end < 0 else end


def _worth(found: Sequence[Occurrence]) -> tuple[int, int]:
    return len({each.part for each in found}), -_width(*_window(found))


def _window(inside: Sequence[Occurrence]) -> tuple[Occurrence, Occurrence]:
    """Return the first and the last word of the shortest stretch with as many different parts as there are."""
    wanted = len({each.part for each in inside})
    best = (inside[0], inside[-1])
    for at, first in enumerate(inside):
        seen: set[int] = set()
        for last in inside[at:]:
            seen.add(last.part)
            if len(seen) == wanted:
                if _width(first, last) < _width(*best):
                    best = (first, last)
                break
    return best


def _width(first: Occurrence, last: Occurrence) -> int:
    return last.end - first.start


def _line(paragraph: str, found: Sequence[Occurrence]) -> Passage:
    """Return a paragraph, or as much of it as there is room for, from a little before the words that were found."""
    first, last = _window(found)
    spot = paragraph[first.start : last.end if _width(first, last) <= LONGEST_SPOT else first.end]
    line, shift = paragraph, 0
    if len(paragraph) > LONGEST:
        begin = max(0, min(first.start - _BEFORE, len(paragraph) - LONGEST))
        line, shift = _cut(paragraph, begin, begin + LONGEST)
    marks = ((each.start - shift, each.end - shift) for each in found)
    return Passage(_blank(line), tuple(_apart(mark for mark in marks if mark[0] >= 0 and mark[1] <= len(line))), spot)


def _may_hide_words(text: str) -> bool:
    """Say whether a text is to be read word by word, since no needle finds what has accents or composed letters."""
    return bool((len(text) <= _SHORT or _COMPOSED.search(text)) and _UNUSUAL.search(text))


def _small(text: str) -> str:
    """Return a text in small letters, character for character."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _blank(line: str) -> str:
    """Return a line with a plain blank for every kind of one: as long as it was, so that marks fit."""
    return _BLANK.sub(" ", line)


def _apart(marks: Iterable[Span]) -> Iterator[Span]:
    """Yield marks that do not overlap: two wanted words may be found in one."""
    last = -1
    for start, end in marks:
        if start >= last:
            yield start, end
            last = end


def _cut(line: str, begin: int, end: int) -> tuple[str, int]:
    """Cut a stretch out of a line between words, and say what to take from a place in the line to have it here."""
    if begin > 0:
        blank = line.find(" ", begin)
        begin = blank + 1 if 0 <= blank < begin + _BEFORE // 2 else begin
    if end < len(line):
        blank = line.rfind(" ", begin, end)
        end = blank if blank > end - _BEFORE // 2 else end
    before = f"{_ELLIPSIS} " if begin > 0 else ""
    after = f" {_ELLIPSIS}" if end < len(line) else ""
    return before + line[begin:end] + after, begin - len(before)
