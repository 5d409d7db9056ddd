"""Two texts compared line by line, and within lines word by word, quickly however long they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, islice, pairwise, zip_longest
from operator import itemgetter
from typing import NamedTuple

from kursapp.domain.draft import Clash, DiffLine, Side

_MOST_PAIRS = 60_000
"""Lines times lines (words times words) up to which a stretch without landmarks is compared thoroughly."""

_MOST_LINES_BY_WORD = 400
"""Changed lines that are compared word by word; whoever changed more looks at lines."""

_LEAST_SKIPPED = 3
"""Lines alike that are worth leaving out."""

_ALIKE = 0.3
"""The share of a line that must be found again before its differing words are pointed out."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")

Match = tuple[int, int]
Span = tuple[int, int]
Row = tuple[DiffLine | None, DiffLine | None]


class Hunk(NamedTuple):
    """Lines around a difference, after so many ``skipped`` that are the same; the last may be skipped ones only."""

    skipped: int
    lines: tuple[DiffLine, ...]


class _Part(NamedTuple):
    """A stretch of both texts: lines ``i`` up to ``i_end`` of the old, ``j`` up to ``j_end`` of the new."""

    i: int
    i_end: int
    j: int
    j_end: int


def line_diff(old: str, new: str) -> tuple[DiffLine, ...]:
    r"""Compare two texts whose lines end at ``\n``: the lines of both in order, what went before what came.

    Lines that stand once in either text are landmarks (the longest rising row of them, "patience"); between them the
    same is done again, and small stretches are compared thoroughly. So the time grows with the length, not its square.
    """
    before, after = old.split("\n"), new.split("\n")
    found: list[DiffLine] = []
    i = j = 0
    for at, to in [*_matches(before, after), (len(before), len(after))]:
        found += (DiffLine(Side.OLD, before[k], old=k + 1) for k in range(i, at))
        found += (DiffLine(Side.NEW, after[k], new=k + 1) for k in range(j, to))
        if at < len(before):
            found.append(DiffLine(Side.BOTH, before[at], at + 1, to + 1))
        i, j = at + 1, to + 1
    return _with_words(found)


def clash_diff(clash: Clash) -> tuple[DiffLine, ...]:
    """Compare the two texts of a clash: what she wrote is the old one, what stands on disk the new."""
    return line_diff(clash.mine, clash.theirs.text if clash.theirs else "")


def hunks(lines: Sequence[DiffLine], around: int = 2) -> tuple[Hunk, ...]:
    """Return a comparison without the lines that are far from any difference; none where there is no difference."""
    shown = [False] * len(lines)
    for at, line in enumerate(lines):
        if line.side is not Side.BOTH:
            first, last = max(at - around, 0), at + around + 1
            shown[first:last] = [True] * len(shown[first:last])
    _show_short_runs(shown)
    found: list[Hunk] = []
    skipped = 0
    for is_shown, run in groupby(zip(shown, lines, strict=True), key=itemgetter(0)):
        if is_shown:
            found.append(Hunk(skipped, tuple(line for _, line in run)))
            skipped = 0
        else:
            skipped = sum(1 for _ in run)
    return (*found, Hunk(skipped, ())) if found and skipped else tuple(found)


def _show_short_runs(shown: list[bool]) -> None:
    """Show what would take no less room to leave out."""
    at = 0
    for is_shown, run in groupby(tuple(shown)):
        length = sum(1 for _ in run)
        if not is_shown and length < _LEAST_SKIPPED and any(shown):
            shown[at : at + length] = [True] * length
        at += length


def side_by_side(lines: Sequence[DiffLine]) -> tuple[Row, ...]:
    """Return a comparison as rows of old and new: a line that came stands beside the one that went in its place."""
    return tuple(_rows(lines))


def _rows(lines: Iterable[DiffLine]) -> Iterator[Row]:
    for both, run in groupby(lines, key=_is_in_both):
        if both:
            yield from ((line, line) for line in run)
        else:
            changed = list(run)
            went = (line for line in changed if line.side is Side.OLD)
            yield from zip_longest(went, (line for line in changed if line.side is Side.NEW))


def _is_in_both(line: DiffLine) -> bool:
    return line.side is Side.BOTH


# Lines ----------------------------------------------------------------------------------------------


def _matches(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Return the lines (or words) that stay, rising in both texts."""
    waiting = [_Part(0, len(old), 0, len(new))]
    found: list[Match] = []
    while waiting:
        part = _without_ends(old, new, waiting.pop(), found)
        landmarks = _longest_rising(_landmarks(old, new, part))
        if landmarks:
            found += landmarks
            edges = [(part.i - 1, part.j - 1), *landmarks, (part.i_end, part.j_end)]
            between = (_Part(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(edges))
            waiting += [each for each in between if each.i < each.i_end and each.j < each.j_end]
        elif 0 < (part.i_end - part.i) * (part.j_end - part.j) <= _MOST_PAIRS:
            found += _thorough(old, new, part)
    return sorted(found)


def _without_ends(old: Sequence[str], new: Sequence[str], part: _Part, found: list[Match]) -> _Part:
    """Take what is alike at the beginning and at the end into ``found``, and return what is left."""
    i, i_end, j, j_end = part
    while i < i_end and j < j_end and old[i] == new[j]:
        found.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        found.append((i_end, j_end))
    return _Part(i, i_end, j, j_end)


def _landmarks(old: Sequence[str], new: Sequence[str], part: _Part) -> list[Match]:
    """Return what stands once in this part of either text, in the order of the old."""
    if part.i == part.i_end or part.j == part.j_end:
        return []
    in_old, in_new = Counter(old[part.i : part.i_end]), Counter(new[part.j : part.j_end])
    places = {new[at]: at for at in range(part.j, part.j_end) if in_new[new[at]] == 1}
    return [(at, places[old[at]]) for at in range(part.i, part.i_end) if in_old[old[at]] == 1 and old[at] in places]


def _longest_rising(pairs: Sequence[Match]) -> list[Match]:
    """Return a longest run of pairs whose second parts rise as their first do (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        before.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [to]
        last[pile : pile + 1] = [number]
    run = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _thorough(old: Sequence[str], new: Sequence[str], part: _Part) -> Iterator[Match]:
    matcher = SequenceMatcher(None, old[part.i : part.i_end], new[part.j : part.j_end], autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from ((part.i + block.a + k, part.j + block.b + k) for k in range(block.size))


# Words ----------------------------------------------------------------------------------------------


def _with_words(lines: Sequence[DiffLine]) -> tuple[DiffLine, ...]:
    """Point out the words that differ in lines that took each other's place."""
    spans: dict[int, tuple[Span, ...]] = {}
    pairs = ((went, came) for went, came in _rows(lines) if went is not came and went and came)
    for went, came in islice(pairs, _MOST_LINES_BY_WORD):
        spans[id(went)], spans[id(came)] = _differing(went.text, came.text)
    return (
        tuple(lines)
        if not spans
        else tuple(line._replace(spans=spans[id(line)]) if spans.get(id(line)) else line for line in lines)
    )


def _differing(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the parts of two lines that differ; none where the lines have little in common."""
    words_old, words_new = _WORD.findall(old), _WORD.findall(new)
    same = _matches(words_old, words_new)
    length = sum(len(words_old[at]) for at, _ in same)
    if length < _ALIKE * max(len(old), len(new)):
        return (), ()
    return (
        _spans(words_old, frozenset(at for at, _ in same)),
        _spans(words_new, frozenset(to for _, to in same)),
    )


def _spans(words: Sequence[str], same: frozenset[int]) -> tuple[Span, ...]:
    found: list[Span] = []
    at = 0
    for number, word in enumerate(words):
        end = at + len(word)
        if number not in same:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], end)
            else:
                found.append((at, end))
        at = end
    return tuple(found)
