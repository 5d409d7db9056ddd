"""Version 6: the words of one's own, to be searched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

_TOKENS = """tokenize = "ascii tokenchars '-.:/'", prefix = '2 3'"""
_INDEXES = (("own_names", f"fts5(title, about, {_TOKENS})"), ("own_words", f"fts5(all_words, {_TOKENS})"))
_SOURCES = (
    ("field", "item_id", "value"),
    ("note", "id", "words, quote, page_title, removed_at"),
    ("plan_step", "id", "text, owner, removed_at"),
)


def upgrade(op: Operations) -> None:
    """Add the index, what keeps it in step, and put everything written so far in line for it."""
    op.create_table(
        "own_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source", "course_id", "key"),
    )
    op.create_table(
        "own_stale",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("course_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "course_id", "key"),
    )
    connection = op.get_bind()
    for name, module in _INDEXES:
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {name} USING {module}")
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")  # noqa: S608
    for table, key, words in _SOURCES:
        connection.exec_driver_sql(_trigger(table, key, "AFTER INSERT", "insert", "NEW"))
        connection.exec_driver_sql(_trigger(table, key, f"AFTER UPDATE OF {words}", "update", "NEW"))
        connection.exec_driver_sql(_trigger(table, key, "AFTER DELETE", "delete", "OLD"))
        connection.exec_driver_sql(
            f"INSERT INTO own_stale SELECT DISTINCT '{table}', course_id, {key} FROM {table}"  # noqa: S608
        )


def _trigger(table: str, key: str, happening: str, name: str, row: str) -> str:
    what = f"source = '{table}' AND course_id = {row}.course_id AND key = {row}.{key}"
    those = f"WHERE rowid IN (SELECT id FROM own_text WHERE {what})"  # noqa: S608
    out = f"DELETE FROM own_names {those}; DELETE FROM own_words {those};"  # noqa: S608
    note = f"INSERT INTO own_stale SELECT '{table}', {row}.course_id, {row}.{key}"
    once = f"WHERE NOT EXISTS (SELECT 1 FROM own_stale WHERE {what});"  # noqa: S608
    return f"CREATE TRIGGER own_{table}_{name} {happening} ON {table} BEGIN {out} {note} {once} END"
