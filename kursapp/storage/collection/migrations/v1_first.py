"""Version 1: the first tables of the collection."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make every table of version 1 in an empty file or schema."""
    _cohorts(op)
    _rounds(op)
    _answers(op)
    _comments(op)
    _marks(op)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _bytes(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _cohort() -> sa.Column[str]:
    return sa.Column("cohort_id", sa.Text(), sa.ForeignKey("cohort.id", ondelete="CASCADE"), nullable=False)


def _round() -> sa.Column[int]:
    return sa.Column("round_id", sa.Integer(), sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False)


def _cohorts(op: Operations) -> None:
    op.create_table(
        "cohort",
        _text("id"),
        _bytes("file"),
        _number("invited"),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table("deleted", _text("cohort_id"), sa.PrimaryKeyConstraint("cohort_id"))
    op.create_table("untidy", _text("cohort_id"), sa.PrimaryKeyConstraint("cohort_id"))
    op.create_table(
        "participation",
        _cohort(),
        _text("id"),
        _bytes("file"),
        sa.PrimaryKeyConstraint("cohort_id", "id"),
        sqlite_with_rowid=False,
    )


def _rounds(op: Operations) -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        _cohort(),
        _text("form_id"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cohort_id", "form_id"),
    )
    op.create_table(
        "closing", _round(), _number("batch"), _number("persons"), sa.PrimaryKeyConstraint("round_id", "batch")
    )
    op.create_table(
        "delivery",
        _round(),
        _bytes("response"),
        _bytes("body"),
        _bytes("replaces"),
        _bytes("sealed"),
        sa.PrimaryKeyConstraint("round_id", "response", "body", "replaces"),
    )


def _answers(op: Operations) -> None:
    op.create_table(
        "answer",
        _bytes("key"),
        _round(),
        _text("item_id"),
        _text("step"),
        _number("batch"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_answer_counts", "answer", ["round_id", "batch", "item_id", "step"])
    op.create_table(
        "group_answer",
        _bytes("key"),
        _round(),
        _text("item_id"),
        _text("variable"),
        _text("value"),
        _text("step"),
        _number("batch"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_group_answer_counts",
        "group_answer",
        ["round_id", "batch", "item_id", "variable", "value", "step"],
    )
    op.create_table(
        "tally",
        _round(),
        _number("batch"),
        _text("item_id"),
        _text("variable"),
        _text("value"),
        _text("step"),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("round_id", "batch", "item_id", "variable", "value", "step"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quiz_sum",
        _round(),
        _number("batch"),
        _text("name"),
        _text("item_id"),
        _text("other"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("round_id", "batch", "name", "item_id", "other"),
    )


def _comments(op: Operations) -> None:
    op.create_table(
        "comment",
        _bytes("key"),
        _round(),
        _text("item_id"),
        _bytes("text"),
        _bytes("redacted", nullable=True),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        _number("batch"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comment_round_id", "comment", ["round_id"])
    op.create_table(
        "comment_tag",
        sa.Column("key", sa.LargeBinary(), sa.ForeignKey("comment.key", ondelete="CASCADE"), nullable=False),
        _text("tag"),
        sa.PrimaryKeyConstraint("key", "tag"),
        sqlite_with_rowid=False,
    )


def _marks(op: Operations) -> None:
    op.create_table(
        "seen", _cohort(), _bytes("mark"), sa.PrimaryKeyConstraint("cohort_id", "mark"), sqlite_with_rowid=False
    )
    op.create_table(
        "code", _round(), _bytes("mark"), sa.PrimaryKeyConstraint("round_id", "mark"), sqlite_with_rowid=False
    )
