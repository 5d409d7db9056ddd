"""The tables of the collection, version 1, on SQLite and PostgreSQL alike. A change needs a step in ``migrations``.

What stands here is what a thief, a court or a curious colleague would find, so the shape is the protection:

* ``answer``, ``group_answer`` and ``comment`` hold one row per answer with a random key of its own. SQLite stores them
  in the order of that key (``WITHOUT ROWID``); on PostgreSQL they are written in that order. No column, join or order
  of rows brings two answers of one person together.
* ``delivery`` holds sealed files of rounds that are open, and of those waiting after a closing; its rows go at closing.
* ``seen`` and ``code`` hold keyed digests only. ``participation`` names people, and has no column any other table has
  but the cohort's.
* There are no times, no CHECKs and no unique constraints on content, so nothing of it can end in a server's log.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from kursapp.storage.schema import NAMING

METADATA = MetaData(naming_convention=NAMING)


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _bytes(name: str, *, nullable: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=nullable)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _cohort() -> Column[str]:
    return Column("cohort_id", Text, ForeignKey("cohort.id", ondelete="CASCADE"), nullable=False)


def _round() -> Column[int]:
    return Column("round_id", Integer, ForeignKey("round.id", ondelete="CASCADE"), nullable=False)


COHORT = Table(
    "cohort",
    METADATA,
    _text("id", primary_key=True),
    _bytes("file"),
    _number("invited"),
    Column("published", Boolean, nullable=False),
)

DELETED = Table("deleted", METADATA, _text("cohort_id", primary_key=True))
"""Cohorts that are gone for good, so that an older copy of the collection does not bring them back."""

ROUND = Table(
    "round",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    _cohort(),
    _text("form_id"),
    UniqueConstraint("cohort_id", "form_id"),
)
"""One cohort × one form, under a number: the rows of answers are many."""

CLOSING = Table(
    "closing",
    METADATA,
    _round(),
    _number("batch"),
    _number("persons"),
    PrimaryKeyConstraint("round_id", "batch"),
)

DELIVERY = Table(
    "delivery",
    METADATA,
    _round(),
    _bytes("response"),
    _bytes("body"),
    _bytes("replaces"),
    _bytes("sealed"),
    # With ``replaces`` the key's index answers what has come without touching the files.
    PrimaryKeyConstraint("round_id", "response", "body", "replaces"),
)

ANSWER = Table(
    "answer",
    METADATA,
    Column("key", LargeBinary, nullable=False, primary_key=True),
    _round(),
    _text("item_id"),
    _text("step"),
    _number("batch"),
    Index("ix_answer_counts", "round_id", "batch", "item_id", "step"),
    sqlite_with_rowid=False,
)

GROUP_ANSWER = Table(
    "group_answer",
    METADATA,
    Column("key", LargeBinary, nullable=False, primary_key=True),
    _round(),
    _text("item_id"),
    _text("variable"),
    _text("value"),
    _text("step"),
    _number("batch"),
    Index("ix_group_answer_counts", "round_id", "batch", "item_id", "variable", "value", "step"),
    sqlite_with_rowid=False,
)

TALLY = Table(
    "tally",
    METADATA,
    _round(),
    _number("batch"),
    _text("item_id"),
    _text("variable"),
    _text("value"),
    _text("step"),
    Column("count", BigInteger, nullable=False),
    PrimaryKeyConstraint("round_id", "batch", "item_id", "variable", "value", "step"),
    sqlite_with_rowid=False,
)
"""How many rows of ``answer`` (variable and value empty) and ``group_answer`` are alike, counted when they came."""

QUIZ_SUM = Table(
    "quiz_sum",
    METADATA,
    _round(),
    _number("batch"),
    _text("name"),
    _text("item_id"),
    _text("other"),
    Column("value", BigInteger, nullable=False),
    PrimaryKeyConstraint("round_id", "batch", "name", "item_id", "other"),
)

COMMENT = Table(
    "comment",
    METADATA,
    Column("key", LargeBinary, nullable=False, primary_key=True),
    _round(),
    _text("item_id"),
    _bytes("text"),
    _bytes("redacted", nullable=True),
    Column("chosen", Boolean, nullable=False),
    _number("batch"),
    Index("ix_comment_round_id", "round_id"),
    sqlite_with_rowid=False,
)

COMMENT_TAG = Table(
    "comment_tag",
    METADATA,
    Column("key", LargeBinary, ForeignKey("comment.key", ondelete="CASCADE"), nullable=False),
    _text("tag"),
    PrimaryKeyConstraint("key", "tag"),
    sqlite_with_rowid=False,
)

SEEN = Table(
    "seen",
    METADATA,
    _cohort(),
    _bytes("mark"),
    PrimaryKeyConstraint("cohort_id", "mark"),
    sqlite_with_rowid=False,
)
"""Marks of what has been collected and counted; they stay when a round is closed."""

CODE = Table(
    "code",
    METADATA,
    _round(),
    _bytes("mark"),
    PrimaryKeyConstraint("round_id", "mark"),
    sqlite_with_rowid=False,
)
"""Marks of codes drawn on paper; they go when the round is closed."""

PARTICIPATION = Table(
    "participation",
    METADATA,
    _cohort(),
    _text("id"),
    _bytes("file"),
    PrimaryKeyConstraint("cohort_id", "id"),
    sqlite_with_rowid=False,
)
"""Named progress, for attendance: the only table that knows who anybody is."""

UNTIDY = Table("untidy", METADATA, _text("cohort_id", primary_key=True))
"""Cohorts of which something was removed that may still stand in free pages or backups (``collection.tidying``)."""
