"""Two texts compared line by line, quickly however long they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from kursapp.domain.draft import DiffLine, Side

_MOST_PAIRS = 60_000
"""Lines times lines up to which a stretch without landmarks is compared thoroughly."""

Match = tuple[int, int]
Lines = Sequence[str]


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
    return tuple(found)


def _matches(old: Lines, new: Lines) -> Iterator[Match]:
    """Yield the lines that stay, rising in both texts."""
    waiting = [(0, len(old), 0, len(new))]
    found: list[Match] = []
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        while i < i_end and j < j_end and old[i] == new[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            found.append((i_end, j_end))
        landmarks = _landmarks(old, new, (i, i_end, j, j_end))
        if landmarks:
            found += landmarks
            edges = [(i - 1, j - 1), *landmarks, (i_end, j_end)]
            waiting += [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(edges) if a + 1 < c and b + 1 < d]
        elif 0 < (i_end - i) * (j_end - j) <= _MOST_PAIRS:
            matcher = SequenceMatcher(None, old[i:i_end], new[j:j_end], autojunk=False)
            found += ((i + a + k, j + b + k) for a, b, size in matcher.get_matching_blocks() for k in range(size))
    yield from sorted(found)


def _landmarks(old: Lines, new: Lines, part: tuple[int, int, int, int]) -> list[Match]:
    """Return the longest rising row of lines that stand once in this part of either text."""
    i, i_end, j, j_end = part
    counts_old, counts_new = Counter(old[i:i_end]), Counter(new[j:j_end])
    places = {new[at]: at for at in range(j, j_end) if counts_new[new[at]] == 1}
    pairs = [(at, places[old[at]]) for at in range(i, i_end) if counts_old[old[at]] == 1 and old[at] in places]
    return _longest_rising(pairs)


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
