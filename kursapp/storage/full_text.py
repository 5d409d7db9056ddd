"""Searching a full-text index: what was typed becomes what the engine is asked, strictest first."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kursapp.domain.search_hit import MOST_COUNTED
from kursapp.domain.search_query import Part, Wanted, parse
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.stems import Stems

COLUMNS = "title, heads, text, more"
MODULE = f"""fts5({COLUMNS}, tokenize = "ascii tokenchars '-.:/'", prefix = '2 3')"""
"""How an index is made. Its words come folded and stemmed, with blanks between them; there is nothing left to fold."""

_WEIGHTS = "10.0, 4.0, 1.0, 0.5"
MOST_RANKED = 1500
"""Rows that are ranked by how well they fit: of a word that stands everywhere, any of so many are as good."""

_SHORTEST_BEGINNING = 2
_SHORTEST_STEM = 4

Run = Callable[[str, tuple[Any, ...]], Sequence[Any]]
"""Runs a SELECT and returns its rows."""


class Tier(enum.IntEnum):
    """How well something fits; what fits better comes first, whatever else it holds."""

    TERM = -1
    TITLE = 0
    TITLE_PARTLY = 1
    WORDS = 2
    PARTLY = 3
    NEAR = 4
    SOME = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was found, and its rank: the tier it is in, and a part of one for its place there."""

    id: int
    rank: float


@dataclass(frozen=True, slots=True)
class Index:
    """An index and what its rows belong to. ``where`` narrows the search by the columns of ``owner``."""

    name: str
    owner: str
    where: str = ""
    values: tuple[Any, ...] = ()


def read(typed: str, stems: Stems, *vocabularies: Vocabulary) -> tuple[Wanted, ...]:
    """Return what is wanted by what was typed, as it may stand in the index."""
    return tuple(_wanted(part, stems, vocabularies) for part in parse(typed))


def search(run: Run, index: Index, wanted: Sequence[Wanted], limit: int) -> tuple[list[Row], int]:
    """Return the best rows in order, and how many there are in all (at most ``MOST_COUNTED``)."""
    if not wanted:
        return [], 0
    found: dict[int, Row] = {}
    widest = _all_of(wanted, _any_way)
    for tier, expression in _expressions(wanted):
        if len(found) >= limit or (tier > Tier.PARTLY and found):
            break
        new = (row_id for (row_id,) in run(*_ranked(index, expression, limit)) if row_id not in found)
        for place, row_id in enumerate(new):
            found[row_id] = Row(row_id, tier + _part_of_one(place))
        if tier > Tier.PARTLY:
            widest = expression
    best = sorted(found.values(), key=_rank)[:limit]
    total = run(*_counted(index, widest))[0][0] if best else 0
    return best, total


def everything(run: Run, index: Index, wanted: Sequence[Wanted]) -> Sequence[Any]:
    """Return every row all the words are found in, whole or as parts, in no order: however many they are."""
    sql = f"SELECT {index.name}.rowid {_from(index)}"
    return run(sql, (_all_of(wanted, _any_way), *index.values)) if wanted else ()


def _wanted(part: Part, stems: Stems, vocabularies: Sequence[Vocabulary]) -> Wanted:
    found = tuple(stems.of(word) for word in part.words)
    joined = stems.of(part.joined)
    if part.quoted:
        return Wanted(found)
    if len(found) > 1:
        return Wanted(found, joined)
    beginning = found[0] if len(found[0]) >= _SHORTEST_STEM else part.joined
    compounds = [word for each in vocabularies for word in each.holding({found[0], part.joined})]
    known = any(found[0] in each or each.has_beginning(beginning) for each in vocabularies)
    near = () if known or compounds else [word for each in vocabularies for word in each.near(found[0])]
    return Wanted(
        found,
        beginning=beginning if len(beginning) >= _SHORTEST_BEGINNING else "",
        compounds=tuple(dict.fromkeys(compounds)),
        near=tuple(dict.fromkeys(near)),
    )


def _expressions(wanted: Sequence[Wanted]) -> Iterator[tuple[Tier, str]]:
    words, partly = _all_of(wanted, _as_words), _all_of(wanted, _any_way)
    yield Tier.TITLE, f"{{title}} : ({words})"
    yield Tier.TITLE_PARTLY, f"{{title}} : ({partly})"
    yield Tier.WORDS, words
    yield Tier.PARTLY, partly
    if any(each.near for each in wanted):
        yield Tier.NEAR, _all_of(wanted, _nearly)
    if len(wanted) > 1:
        yield Tier.SOME, " OR ".join(_as_words(each) for each in wanted)


def _all_of(wanted: Sequence[Wanted], way: Callable[[Wanted], str]) -> str:
    return " AND ".join(f"({way(each)})" for each in wanted)


def _as_words(wanted: Wanted) -> str:
    row = _quoted(" ".join(wanted.stems))
    return f"{row} OR {_quoted(wanted.joined)}" if wanted.joined else row


def _any_way(wanted: Wanted) -> str:
    ways = [_as_words(wanted)]
    if wanted.beginning:
        ways.append(f"{_quoted(wanted.beginning)} *")
    return " OR ".join([*ways, *map(_quoted, wanted.compounds)])


def _nearly(wanted: Wanted) -> str:
    return " OR ".join([_any_way(wanted), *map(_quoted, wanted.near)])


def _quoted(words: str) -> str:
    # Nothing that was typed is ever part of the engine's language; words hold no quotation marks.
    return f'"{words}"'


def _ranked(index: Index, expression: str, limit: int) -> tuple[str, tuple[Any, ...]]:
    name = index.name
    sql = (
        f"SELECT id FROM (SELECT {name}.rowid AS id, bm25({name}, {_WEIGHTS}) AS score {_from(index)}"  # noqa: S608
        f" LIMIT {MOST_RANKED}) ORDER BY score, id LIMIT ?"
    )
    return sql, (expression, *index.values, limit)


def _counted(index: Index, expression: str) -> tuple[str, tuple[Any, ...]]:
    sql = f"SELECT count(*) FROM (SELECT 1 {_from(index)} LIMIT {MOST_COUNTED})"  # noqa: S608
    return sql, (expression, *index.values)


def _from(index: Index) -> str:
    name, owner = index.name, index.owner
    if not index.where:
        return f"FROM {name} WHERE {name} MATCH ?"
    return f"FROM {name} CROSS JOIN {owner} ON {owner}.id = {name}.rowid WHERE {name} MATCH ? AND ({index.where})"


def _part_of_one(place: int) -> float:
    """Turn a place in a tier (from 0) into 0 to 0.8; the rest up to the next tier is left for telling equals apart.

    The engine's scores depend on all the texts there are, so those of two indexes cannot be compared. Places can: the
    best of one stands beside the best of the other.
    """
    return 0.8 * place / (place + 10)


def _rank(row: Row) -> float:
    return row.rank
