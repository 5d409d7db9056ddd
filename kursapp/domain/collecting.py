"""Which of the answers that came in count, whatever order they came in.

Each handing in has an id of its own and may replace an earlier one, so that a person's are a chain; nothing else ties
them together. What counts depends on the set of what has come in only, never on its order, its repetition or its parts.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from kursapp.domain.submission import FileState


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """One handing in as the collection knows it: keyed digests of its body, its id, and the id it replaces or empty."""

    body: bytes
    id: bytes
    replaces: bytes = b""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The state of every arrival, and those that count: one for each person.

    ``barred`` are those that go on from what is counted for good already, and so count no more.
    """

    states: Mapping[Arrival, FileState]
    counted: frozenset[Arrival]
    barred: frozenset[Arrival] = frozenset()


def resolve(arrivals: Iterable[Arrival], closed: Container[bytes] = frozenset()) -> Resolved:
    """Find what counts (DESIGN §5).

    Of several with one id, or several that replace the same one, the smallest body digest counts and the rest are
    conflicts, with all that replaces them: a person counts once. A predecessor that never came is as none. What runs in
    a ring has no beginning, and is in conflict. ``closed`` are ids that a closing has counted: nothing can be of them
    or replace them any more.
    """
    distinct = set(arrivals)
    states = dict.fromkeys(distinct, FileState.CONFLICT)
    chosen = _least_by((one.id, one) for one in distinct if one.id not in closed)
    replacing = _least_by((one.replaces, one) for one in chosen.values() if one.replaces)
    counted, barred = set(), set()
    for first in _beginnings(chosen, replacing):
        chain = _chain(first, replacing)
        if first.replaces in closed:
            barred.update(chain)
            continue
        for earlier in chain[:-1]:
            states[earlier] = FileState.REPLACED
        states[chain[-1]] = FileState.REPLACES if len(chain) > 1 else FileState.NEW
        counted.add(chain[-1])
    return Resolved(states, frozenset(counted), frozenset(barred))


def _least_by(pairs: Iterable[tuple[bytes, Arrival]]) -> dict[bytes, Arrival]:
    least: dict[bytes, Arrival] = {}
    for key, one in pairs:
        if key not in least or one < least[key]:
            least[key] = one
    return least


def _beginnings(chosen: Mapping[bytes, Arrival], replacing: Mapping[bytes, Arrival]) -> list[Arrival]:
    """Return the first of each chain: it replaces nothing, or the one to follow something that never came."""
    return [
        one
        for one in chosen.values()
        if not one.replaces or (one.replaces not in chosen and replacing[one.replaces] is one)
    ]


def _chain(first: Arrival, replacing: Mapping[bytes, Arrival]) -> list[Arrival]:
    chain = [first]
    while (following := replacing.get(chain[-1].id)) is not None:
        chain.append(following)
    return chain
