"""Everything in a profile, table by table, as plain values: what one takes out, and what one is known by."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Column, Text, func, select

from kursapp.storage.database import Database
from kursapp.storage.participant.metadata import METADATA
from kursapp.storage.participant.tables import DELIVERY

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "sqlite_": "the engine's own",
        "own_": "the index of what she has written herself: made from the rest, and made again",
    }
)
"""Tables that are not taken out, by how their names begin, and why."""

JSON_COLUMNS = frozenset(
    {
        "answer.response",
        "asked.body",
        "delivery.answers",
        "drawn.shown_order",
        "evaluation_answer.answer",
        "place.position",
        "product_version.parts",
        "review_card.goals",
        "review_course.done",
        "review_log.response",
    }
)
"""Columns whose text is itself JSON, and is taken out as what it says."""

LEAST_MARK = 16
"""Letters of an id that is nobody else's: shorter ones may stand anywhere."""


class Everything:
    """Reads whatever tables the profile has; a table that comes later is taken out without anybody thinking of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that are taken out, those others point to first."""
        return tuple(str(table.name) for table in METADATA.sorted_tables if not is_left_out(table.name))

    def count(self, name: str) -> int:
        """Return how many rows a table has."""
        row = self._database.row(select(func.count()).select_from(METADATA.tables[name]))
        return int(row[0]) if row is not None else 0

    def rows(self, name: str) -> Iterator[dict[str, object]]:
        """Yield a table's rows, in the order of their keys: column → text, number, yes or no, list, object, nothing."""
        table = METADATA.tables[name]
        names = [str(column.name) for column in table.columns]
        full = [f"{name}.{column}" for column in names]
        for row in self._database.rows(select(table).order_by(*table.primary_key.columns)):
            yield dict(zip(names, map(_value, full, row), strict=True))

    def own_ids(self) -> frozenset[str]:
        """Return ids that were drawn for this profile alone: whatever holds one of them is about it."""
        found = set(self._column(DELIVERY.c.response_id)) | set(self._column(DELIVERY.c.reserved))
        for table in METADATA.sorted_tables:
            keys = list(table.primary_key.columns)
            if len(keys) == 1 and keys[0].name == "id" and isinstance(keys[0].type, Text):
                found.update(self._column(keys[0]))
        return frozenset(each for each in found if len(each) >= LEAST_MARK)

    def _column(self, column: Column[Any]) -> Iterator[str]:
        for row in self._database.rows(select(column).distinct()):
            yield row[0] or ""


def is_left_out(name: str) -> bool:
    """Say whether a table is not taken out, for a reason that stands in ``LEFT_OUT``."""
    return name.startswith(tuple(LEFT_OUT))


def _value(name: str, value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    if name in JSON_COLUMNS and isinstance(value, str):
        try:
            return msgspec.json.decode(value)
        except msgspec.MsgspecError:
            return value
    return value
