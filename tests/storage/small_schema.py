"""A small database with a parent, children and two versions: what the machinery of storage is tried out on.

Imported by the tests and by ``killed.py``, which runs as a program of its own.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from kursapp.storage.schema import NAMING, Schema

MARK = 0x54455354

FIRST = sa.MetaData(naming_convention=NAMING)
sa.Table("parent", FIRST, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text, nullable=False))
sa.Table(
    "child",
    FIRST,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE"), nullable=False),
    sa.Column("words", sa.Text, nullable=False),
)

SECOND = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "parent",
    SECOND,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("rank", sa.Integer, nullable=False, server_default="0"),
    sa.CheckConstraint("rank >= 0", name="rank"),
)
FIRST.tables["child"].to_metadata(SECOND)


def first(op: Operations) -> None:
    """Make the tables of version 1."""
    FIRST.create_all(op.get_bind())


def second(op: Operations) -> None:
    """Rebuild the table that children point to: the kind of step that deletes them when it is done wrong."""
    with op.batch_alter_table("parent", recreate="always") as parent:
        parent.alter_column("name", new_column_name="title")
        parent.add_column(sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))
        parent.create_check_constraint("rank", "rank >= 0")


def orphaning(op: Operations) -> None:
    """A step with a mistake: it leaves children without their parent."""
    second(op)
    op.execute("DELETE FROM parent WHERE id = 1")


def failing(op: Operations) -> None:
    """A step that fails after it has changed something."""
    second(op)
    op.execute("SELECT * FROM nowhere")


VERSION_1 = Schema(MARK, 1, FIRST, lambda: {1: first})
VERSION_2 = Schema(MARK, 2, SECOND, lambda: {1: first, 2: second})
VERSION_3 = Schema(MARK, 3, SECOND, lambda: {1: first, 2: second, 3: lambda op: None})
ORPHANING = Schema(MARK, 2, SECOND, lambda: {1: first, 2: orphaning})
FAILING = Schema(MARK, 2, SECOND, lambda: {1: first, 2: failing})
