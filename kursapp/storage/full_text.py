"""Searching a full-text index: what was typed becomes what the engine is asked, strictest first.

The engine's own ranking reads every row that holds one of the words, however many are wanted, which for a word that
stands on every page takes longer than the rest together. So there is an index of its own for what a text is called and
about, and the order is that of the questions: each is asked for no more rows than are still wanted.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kursapp.domain.search_hit import MOST_COUNTED
from kursapp.domain.search_query import Part, Wanted, parse
from kursapp.domain.search_words import STOP_WORDS
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.stems import Stems

_TOKENS = """tokenize = "ascii tokenchars '-.:/'", prefix = '2 3'"""
NAMES = f"fts5(title, about, {_TOKENS})"
WORDS = f"fts5(all_words, {_TOKENS})"
"""How the two indexes are made. Words come folded and stemmed, with blanks between them; nothing is left to fold."""

_SHORTEST_BEGINNING = 2
_SHORTEST_STEM = 4
_MOST_WAYS = 16
_CLOSE = 10
"""Words between two that stand close."""

_OFTEN = 3
_MOST_ABOUT = 12

Run = Callable[[str, tuple[Any, ...]], Sequence[Any]]
"""Runs a SELECT and returns its rows."""


class Tier(enum.IntEnum):
    """How well something fits; what fits better comes first."""

    TERM = -1
    TITLE = 0
    TITLE_PARTLY = 1
    ABOUT = 2
    CLOSE = 3
    WORDS = 4
    PARTLY = 5
    NEAR = 6
    SOME = 7


class Row(NamedTuple):
    """A row that was found, and its rank: the tier it is in, and a part of one for its place there."""

    id: int
    rank: float


@dataclass(frozen=True, slots=True)
class Index:
    """The two indexes and the table their rows belong to; ``where`` narrows the search by its columns."""

    names: str
    words: str
    owner: str
    newest_first: bool = False
    where: str = ""
    values: tuple[Any, ...] = ()


class Columns(NamedTuple):
    """What is put into the indexes for one text."""

    title: str
    about: str
    words: str


class _Question(NamedTuple):
    tier: Tier
    table: str
    expression: str


def columns(stems: Stems, title: str, heads: str, body: str) -> Columns:
    """Return what a text is found by. It is about what its headings say, and what it speaks of again and again."""
    named, more_named = stems.text(title)
    headed, more_headed = stems.text(heads)
    told, more = stems.text(body)
    often = Counter(stem for stem in told.split() if len(stem) >= _OFTEN and stem not in STOP_WORDS)
    about = [stem for stem, times in often.most_common(_MOST_ABOUT) if times >= _OFTEN and stem.isalpha()]
    everything = (named, headed, told, more_named, more_headed, more)
    return Columns(
        " ".join(filter(None, (named, more_named))),
        " ".join(filter(None, (headed, more_headed, *about))),
        " ".join(filter(None, everything)),
    )


def read(typed: str, stems: Stems, vocabulary: Vocabulary) -> tuple[Wanted, ...]:
    """Return what is wanted by what was typed, as it may stand in the index."""
    return tuple(_wanted(part, stems, vocabulary) for part in parse(typed))


def search(run: Run, index: Index, wanted: Sequence[Wanted], limit: int) -> tuple[list[Row], int]:
    """Return the best rows in order, and how many there are in all (at most ``MOST_COUNTED``)."""
    found: dict[int, Row] = {}
    widest: _Question | None = None
    last = Tier.PARTLY
    for question in _questions(index, wanted):
        enough = len(found) >= limit
        if found and question.tier > last:
            break
        last = max(last, question.tier)
        if question.table == index.words and not (enough and widest):
            widest = question
        if not enough:
            rows = run(*_asked(index, question, limit))
            new = [row_id for (row_id,) in rows if row_id not in found]
            found.update((row_id, Row(row_id, question.tier + _part_of_one(place))) for place, row_id in enumerate(new))
    total = run(*_counted(index, widest))[0][0] if widest is not None and len(found) >= limit else len(found)
    return list(found.values())[:limit], max(total, len(found))


def everything(run: Run, index: Index, wanted: Sequence[Wanted]) -> list[int]:
    """Return every row that all the words are found in, those where they are whole words first."""
    rows: dict[int, None] = {}
    last = Tier.PARTLY
    for question in _questions(index, wanted):
        if rows and question.tier > last:
            break
        last = max(last, question.tier)
        rows.update(dict.fromkeys(row_id for (row_id,) in run(*_asked(index, question, -1))))
    return list(rows)


def _wanted(part: Part, stems: Stems, vocabulary: Vocabulary) -> Wanted:
    found = tuple(stems.of(word) for word in part.words)
    if part.quoted:
        return Wanted(found)
    joined = stems.of(part.joined)
    if len(found) > 1:
        return Wanted(found, joined)
    beginning = found[0] if len(found[0]) >= _SHORTEST_STEM else part.joined
    compounds = vocabulary.holding(found if len(found[0]) >= _SHORTEST_STEM else {found[0], part.joined})[:_MOST_WAYS]
    known = found[0] in vocabulary or vocabulary.has_beginning(beginning)
    return Wanted(
        found,
        beginning=beginning if len(beginning) >= _SHORTEST_BEGINNING else "",
        begun=vocabulary.beginning(beginning)[:_MOST_WAYS] if len(beginning) >= _SHORTEST_STEM else (),
        compounds=compounds,
        near=() if known or compounds else vocabulary.near(found[0]),
    )


def _questions(index: Index, wanted: Sequence[Wanted]) -> Iterator[_Question]:
    if not wanted:
        return
    names, words = index.names, index.words
    whole = _all_of(wanted, _as_words)
    yield _Question(Tier.TITLE, names, f"{{title}} : ({whole})")
    yield _Question(Tier.TITLE_PARTLY, names, f"{{title}} : ({_all_of(wanted, _any_name)})")
    yield _Question(Tier.ABOUT, names, whole)
    if 1 < len(wanted) == sum(not each.joined for each in wanted):
        row = " ".join(_quoted(" ".join(each.stems)) for each in wanted)
        yield _Question(Tier.CLOSE, words, f"NEAR({row}, {_CLOSE * len(wanted)})")
    yield _Question(Tier.WORDS, words, whole)
    yield _Question(Tier.PARTLY, words, _all_of(wanted, _any_way))
    if any(each.near for each in wanted):
        yield _Question(Tier.NEAR, words, _all_of(wanted, _nearly))
    yield from _some(words, wanted)


def _some(table: str, wanted: Sequence[Wanted]) -> Iterator[_Question]:
    """Yield what to ask where not all words are found together: for all but one of them, then for any."""
    if len(wanted) > 2:
        for left_out in wanted:
            rest = [each for each in wanted if each is not left_out]
            yield _Question(Tier.SOME, table, _all_of(rest, _as_words))
    if len(wanted) > 1:
        yield _Question(Tier.SOME, table, " OR ".join(_as_words(each) for each in wanted))


def _all_of(wanted: Sequence[Wanted], way: Callable[[Wanted], str]) -> str:
    return " AND ".join(f"({way(each)})" for each in wanted)


def _as_words(wanted: Wanted) -> str:
    row = _quoted(" ".join(wanted.stems))
    return f"{row} OR {_quoted(wanted.joined)}" if wanted.joined else row


def _any_name(wanted: Wanted) -> str:
    """Ask for a word, its beginning or its compounds among names, which are few."""
    ways = [_as_words(wanted), *map(_quoted, wanted.compounds)]
    return " OR ".join([*ways, f"{_quoted(wanted.beginning)} *"] if wanted.beginning else ways)


def _any_way(wanted: Wanted) -> str:
    """Ask the same among all words, where of a longer beginning the words that begin so are asked for by name.

    Of a beginning that no index was made for, the engine collects every row before it gives the first.
    """
    ways = [_as_words(wanted), *map(_quoted, (*wanted.compounds, *wanted.begun))]
    if wanted.beginning and not wanted.begun and len(wanted.beginning) < _SHORTEST_STEM:
        ways.append(f"{_quoted(wanted.beginning)} *")
    return " OR ".join(ways)


def _nearly(wanted: Wanted) -> str:
    return " OR ".join([_any_way(wanted), *map(_quoted, wanted.near)])


def _quoted(words: str) -> str:
    # Nothing that was typed is ever part of the engine's language: words hold no quotation marks.
    return f'"{words}"'


def _asked(index: Index, question: _Question, limit: int) -> tuple[str, tuple[Any, ...]]:
    order = "DESC" if index.newest_first else "ASC"
    table = question.table
    sql = f"SELECT {table}.rowid {_from(index, table)} ORDER BY {table}.rowid {order} LIMIT ?"
    return sql, (question.expression, *index.values, limit)


def _counted(index: Index, question: _Question) -> tuple[str, tuple[Any, ...]]:
    sql = f"SELECT count(*) FROM (SELECT 1 {_from(index, question.table)} LIMIT {MOST_COUNTED})"  # noqa: S608
    return sql, (question.expression, *index.values)


def _from(index: Index, table: str) -> str:
    if not index.where:
        return f"FROM {table} WHERE {table} MATCH ?"
    owner = index.owner
    return f"FROM {table} CROSS JOIN {owner} ON {owner}.id = {table}.rowid WHERE {table} MATCH ? AND ({index.where})"


def _part_of_one(place: int) -> float:
    """Turn a place in a tier (from 0) into 0 to 0.8; the rest up to the next tier is left for telling equals apart.

    So the best of one index stands beside the best of the other.
    """
    return 0.8 * place / (place + 10)
