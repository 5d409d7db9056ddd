"""How much there is in a database, and how much came after a moment: also in old ones, and none of them changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.domain.backup import Holding, KeptBackup
from kursapp.storage.connection import connect_to_look

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """A kind of thing that is counted: the rows of a ``table``, those for which ``where`` holds.

    ``moment`` is the column that says when a row was changed last, empty where nothing does.
    """

    kind: str
    table: str
    where: str = "1"
    moment: str = ""


def holding_in(path: Path, key: bytes | None, counted: Sequence[Counted]) -> Holding:
    """Count what a sound file holds that nobody has open, such as a backup; not a byte of it is changed."""
    with contextlib.closing(connect_to_look(path, key, unused=True)) as connection:
        return holding_of(connection, counted)


def holding_of(connection: dbapi2.Connection, counted: Sequence[Counted]) -> Holding:
    """Count what an open database holds. A table that its version has not yet holds nothing."""
    counts, latest = dict.fromkeys([each.kind for each in counted], 0), 0
    for each in _present(connection, counted):
        newest = f"max({each.moment})" if each.moment else "NULL"
        words = f"SELECT count(*), {newest} FROM {each.table} WHERE {each.where}"  # noqa: S608 - our own names
        number, moment = connection.execute(words).fetchone()
        counts[each.kind] += int(number)
        latest = max(latest, int(moment or 0))
    return Holding(counts, _moment(latest) if latest else None)


def compared(
    connection: dbapi2.Connection, counted: Sequence[Counted], backups: Sequence[KeptBackup]
) -> tuple[KeptBackup, ...]:
    """Say of each backup what of the open database it lacks: what came after its last change.

    Of what does not tell when it came, how many there are more now.
    """
    now = holding_of(connection, counted).counts
    found = []
    for each in backups:
        if each.holding is None:
            found.append(each)
            continue
        more = {kind: max(0, number - each.holding.counts.get(kind, 0)) for kind, number in now.items()}
        found.append(replace(each, lost=more | dict(since(connection, counted, each.holding.changed_at or _EPOCH))))
    return tuple(found)


def since(connection: dbapi2.Connection, counted: Sequence[Counted], moment: datetime) -> Mapping[str, int]:
    """Count what was made or changed after a moment; what does not tell when is left out."""
    after = (moment - _EPOCH) // _MICROSECOND
    counts: dict[str, int] = {}
    for each in _present(connection, counted):
        if each.moment:
            words = f"SELECT count(*) FROM {each.table} WHERE ({each.where}) AND {each.moment} > ?"  # noqa: S608
            counts[each.kind] = counts.get(each.kind, 0) + int(connection.execute(words, (after,)).fetchone()[0])
    return counts


def _present(connection: dbapi2.Connection, counted: Sequence[Counted]) -> Iterator[Counted]:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()}
    return (each for each in counted if each.table in tables)


def _moment(microseconds: int) -> datetime | None:
    with contextlib.suppress(OverflowError):
        return _EPOCH + microseconds * _MICROSECOND
    return None
