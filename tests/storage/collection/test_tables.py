"""The shape of the tables is the protection: nothing in them brings two answers of one person together."""

from __future__ import annotations

import itertools
import random

import pytest
from sqlalchemy import CheckConstraint, LargeBinary, select, text
from sqlalchemy.exc import OperationalError

from kursapp.domain.collected import Person
from kursapp.storage.collection.collection import Collection
from kursapp.storage.collection.tables import ANSWER, COMMENT, GROUP_ANSWER, METADATA
from kursapp.storage.columns import Moment
from tests.postgres import Cluster
from tests.storage.collection.places import COHORT, FORM

COLUMNS = {
    "cohort": {"id", "file", "invited", "published"},
    "deleted": {"cohort_id"},
    "untidy": {"cohort_id"},
    "round": {"id", "cohort_id", "form_id"},
    "closing": {"round_id", "batch", "persons"},
    "delivery": {"round_id", "response", "body", "replaces", "sealed"},
    "answer": {"key", "round_id", "item_id", "step", "batch"},
    "group_answer": {"key", "round_id", "item_id", "variable", "value", "step", "batch"},
    "tally": {"round_id", "batch", "item_id", "variable", "value", "step", "count"},
    "quiz_sum": {"round_id", "batch", "name", "item_id", "other", "value"},
    "comment": {"key", "round_id", "item_id", "text", "redacted", "chosen", "batch"},
    "comment_tag": {"key", "tag"},
    "seen": {"cohort_id", "mark"},
    "code": {"round_id", "mark"},
    "participation": {"cohort_id", "id", "file"},
}
"""Everything that is kept. A column more is a question to ask: whom could it give away?"""

PEOPLE, ITEMS = 60, 12


def close_with_distinct_people(collection: Collection) -> None:
    """Close a round where everybody answers everything with a step of their own, so that any trace would show."""
    people = [
        Person(
            [(f"i{item}", str(number)) for item in range(ITEMS)],
            [("rolle", "=a", f"i{item}", str(number)) for item in range(ITEMS)],
            [(f"t{item}", str(number).encode()) for item in range(3)],
        )
        for number in range(PEOPLE)
    ]
    collection.rounds.close(COHORT, FORM, people)


def test_nothing_more_is_kept() -> None:
    """Each table has these columns and no other: no times, no response ids by answers, no names but in one place."""
    assert {name: {column.name for column in table.columns} for name, table in METADATA.tables.items()} == COLUMNS
    columns = [column for table in METADATA.tables.values() for column in table.columns]
    assert not [column for column in columns if isinstance(column.type, Moment)]
    assert not [column for column in columns if "time" in column.name or column.name.endswith("_at")]


def test_no_check_can_put_content_into_a_log() -> None:
    """PostgreSQL writes the row that fails a CHECK into its log."""
    assert not [each for table in METADATA.tables.values() for each in table.constraints if _is_check(each)]


def _is_check(constraint: object) -> bool:
    return isinstance(constraint, CheckConstraint)


@pytest.mark.parametrize("table", [ANSWER, GROUP_ANSWER, COMMENT], ids=lambda table: table.name)
def test_rows_have_random_keys_of_their_own(collection: Collection, table: object) -> None:
    """Sixteen bytes each, all different, and not two of a person near each other."""
    close_with_distinct_people(collection)
    keys = [row.key for row in collection._database.rows(select(table.c.key))]  # type: ignore[attr-defined]
    assert len(set(keys)) == len(keys)
    assert {len(key) for key in keys} == {16}
    assert isinstance(ANSWER.c.key.type, LargeBinary)
    first_bytes = {key[0] for key in keys}
    assert len(first_bytes) > min(len(keys), 256) / 3


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["answer", "group_answer", "comment", "seen", "code", "participation"])
def test_a_file_has_no_order_but_that_of_the_keys(collection: Collection, name: str) -> None:
    """SQLite's hidden row numbers would tell the order rows came in, so these tables have none."""
    with pytest.raises(OperationalError, match="no such column"):
        collection._database.rows(text(f"SELECT rowid FROM {name}"))


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
@pytest.mark.parametrize("name", ["answer", "group_answer", "comment"])
def test_a_server_stores_rows_in_the_order_of_the_keys(
    collection: Collection, place: str, postgres: Cluster, name: str
) -> None:
    """PostgreSQL knows where in its file each row lies, and one person's must not lie side by side."""
    close_with_distinct_people(collection)
    with postgres.session(place) as session:
        rows = session.execute(f"SELECT key FROM kursapp.{name} ORDER BY ctid".encode()).fetchall()
        transactions = session.execute(f"SELECT DISTINCT xmin FROM kursapp.{name}".encode()).fetchall()
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert len(transactions) == 1


def test_neighbours_are_strangers(collection: Collection) -> None:
    """In the order the engine itself gives, two rows beside each other are one person's as often as by chance."""
    close_with_distinct_people(collection)
    steps = [row.step for row in collection._database.rows(text("SELECT step FROM answer"))]
    together = sum(one == other for one, other in itertools.pairwise(steps))
    # By chance: 720 rows in pairs, 1 of 60 alike, so 12; in the order of writing it would be 660.
    assert together < 40
    shuffled = random.Random(7).sample(steps, len(steps))
    assert sum(one == other for one, other in itertools.pairwise(shuffled)) < 40
