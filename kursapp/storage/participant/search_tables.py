"""The index of one's own words, inside the profile's file: nothing of them is in any other.

Words are stemmed in Python, so a trigger cannot index. It takes the old words out of the index at once, so that what is
deleted is nowhere, and notes what is to be indexed; the next search does that first.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Integer, PrimaryKeyConstraint, Table, UniqueConstraint, event

from kursapp.storage.full_text import NAMES, WORDS
from kursapp.storage.participant.metadata import METADATA, text

OWN_NAMES = "own_names"
OWN_WORDS = "own_words"

OWN_TEXT = Table(
    "own_text",
    METADATA,
    Column("id", Integer, primary_key=True),
    text("source"),
    text("course_id"),
    text("key"),
    text("kind"),
    UniqueConstraint("source", "course_id", "key"),
)

OWN_STALE = Table(
    "own_stale",
    METADATA,
    text("source"),
    text("course_id"),
    text("key"),
    PrimaryKeyConstraint("source", "course_id", "key"),
)


class Source(NamedTuple):
    """A table of one's own words: the column that is the key of what is found, and the columns that change it."""

    table: str
    key: str
    words: tuple[str, ...]


SOURCES = (
    Source("field", "item_id", ("value",)),
    Source("note", "id", ("words", "quote", "page_title", "removed_at")),
    Source("plan_step", "id", ("text", "owner", "removed_at")),
)


def _trigger(source: Source, happening: str, row: str) -> str:
    what = f"source = '{source.table}' AND course_id = {row}.course_id AND key = {row}.{source.key}"
    here = f"'{source.table}', {row}.course_id, {row}.{source.key}"
    name = f"own_{source.table}_{happening.split()[1].lower()}"
    those = f"WHERE rowid IN (SELECT id FROM own_text WHERE {what})"  # noqa: S608
    out = f"DELETE FROM {OWN_NAMES} {those}; DELETE FROM {OWN_WORDS} {those};"  # noqa: S608
    # An upsert would overrule an INSERT OR IGNORE in here.
    note = f"INSERT INTO own_stale SELECT {here}"
    once = f"WHERE NOT EXISTS (SELECT 1 FROM own_stale WHERE {what});"  # noqa: S608
    return f"CREATE TRIGGER {name} {happening} ON {source.table} BEGIN {out} {note} {once} END"


def _statements() -> list[str]:
    made = []
    for name, module in ((OWN_NAMES, NAMES), (OWN_WORDS, WORDS)):
        made.append(f"CREATE VIRTUAL TABLE {name} USING {module}")
        made.append(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")  # noqa: S608
    for source in SOURCES:
        made.append(_trigger(source, "AFTER INSERT", "NEW"))
        made.append(_trigger(source, f"AFTER UPDATE OF {', '.join(source.words)}", "NEW"))
        made.append(_trigger(source, "AFTER DELETE", "OLD"))
    return made


STATEMENTS = tuple(_statements())
"""What a new profile is given besides its tables."""


@event.listens_for(METADATA, "after_create")
def _make_index(_metadata: object, connection: Connection, **_details: Any) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
