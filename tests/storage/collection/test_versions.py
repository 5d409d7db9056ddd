"""Every version of the collection ever written can be opened, and a new one is like one that grew."""

from __future__ import annotations

import contextlib
import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import MetaData, inspect, text
from sqlcipher3 import dbapi2

from kursapp.domain.collected import Closing, CohortRecord, Delivery, KeptComment, Person, QuizSum
from kursapp.domain.problem import KursappError
from kursapp.domain.results import Count
from kursapp.storage.collection.collection import open_collection
from kursapp.storage.collection.on_server import open_server
from kursapp.storage.collection.schema import SCHEMA
from kursapp.storage.opening import create_database, open_database
from kursapp.storage.schema import Schema
from kursapp.storage.server import Server
from tests.postgres import Cluster
from tests.storage.collection.places import AT, COHORT, FORM, KEY

EMPTY = Schema(SCHEMA.application_id, 0, MetaData(), SCHEMA.steps, SCHEMA.codes)


def test_there_is_a_step_for_every_version() -> None:
    """A version without the way to it would lock coordinators out of what they have."""
    assert sorted(SCHEMA.steps()) == list(range(1, SCHEMA.version + 1))


def made_with(path: Path) -> dict[str, list[str]]:
    """Return the words every table and index was made with, without the order of constraints."""
    with contextlib.closing(dbapi2.connect(str(path))) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {
        name: sorted(re.split(r",\s*\n\s*", re.sub(r"\s*\)\s*(WITHOUT ROWID)?\s*$", r" \1", sql))) for name, sql in rows
    }


def test_a_new_file_is_like_one_that_was_migrated(tmp_path: Path) -> None:
    """All steps from an empty file lead to exactly the tables that a new file is given at once."""
    create_database(tmp_path / "ny.db", SCHEMA)
    create_database(tmp_path / "gammel.db", EMPTY)
    with contextlib.closing(dbapi2.connect(str(tmp_path / "gammel.db"))) as empty:
        empty.execute("CREATE TABLE start (a)")
    open_database(tmp_path / "gammel.db", SCHEMA, at=AT).database.close()
    with contextlib.closing(dbapi2.connect(str(tmp_path / "gammel.db"))) as migrated:
        migrated.execute("DROP TABLE start")
    assert made_with(tmp_path / "gammel.db") == made_with(tmp_path / "ny.db")
    assert any("WITHOUT ROWID" in words for words in made_with(tmp_path / "ny.db")["answer"])


def described(server: Server) -> dict[str, object]:
    """Return what PostgreSQL knows of the tables: columns, keys and indexes."""
    query = text(
        "SELECT table_name, column_name, data_type, is_nullable, is_identity, column_default"
        " FROM information_schema.columns WHERE table_schema = 'kursapp' ORDER BY table_name, ordinal_position"
    )
    columns = [tuple(row) for row in server.rows(query)]
    constraints = text(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'kursapp'::regnamespace ORDER BY 1, 2"
    )
    indexes = text("SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'kursapp' ORDER BY 1, 2")
    return {
        "columns": columns,
        "constraints": [tuple(row) for row in server.rows(constraints)],
        "indexes": [tuple(row) for row in server.rows(indexes)],
    }


def test_a_new_schema_is_like_one_that_was_migrated(postgres: Cluster) -> None:
    """The same on a server."""
    new = open_server(postgres.new_database(), "kursapp", SCHEMA)
    url = postgres.new_database()
    open_server(url, "kursapp", EMPTY).close()
    grown = open_server(url, "kursapp", SCHEMA)
    assert described(grown) == described(new)
    assert set(inspect(new.connection).get_table_names()) == {*SCHEMA.metadata.tables, "kursapp_version"}
    new.close()
    grown.close()


def test_a_step_that_fails_leaves_the_schema_as_it_was(postgres: Cluster) -> None:
    """On a server too a migration is whole or has not been."""

    def failing(op: object) -> None:
        SCHEMA.steps()[1](op)  # type: ignore[arg-type]
        op.execute("SELECT * FROM nowhere")  # type: ignore[attr-defined]

    url = postgres.new_database()
    open_server(url, "kursapp", EMPTY).close()
    broken = Schema(SCHEMA.application_id, 1, SCHEMA.metadata, lambda: {1: failing}, SCHEMA.codes)
    with pytest.raises(KursappError) as failed:
        open_server(url, "kursapp", broken)
    assert failed.value.problem.code == "migration-failed"
    server = open_server(url, "kursapp", SCHEMA)
    assert len(server.rows(text("SELECT * FROM answer"))) == 0
    server.close()


@pytest.mark.parametrize("found", ["newer", "another program's", "another mark"])
def test_a_schema_that_is_not_ours_to_change_is_refused(postgres: Cluster, found: str) -> None:
    """By name, and unchanged."""
    url = postgres.new_database()
    if found == "another program's":
        with postgres.session(url) as session:
            session.execute("CREATE SCHEMA kursapp")
            session.execute("CREATE TABLE kursapp.kunder (navn text)")
    else:
        open_collection(url, at=AT).close()
        changed = "version = version + 1" if found == "newer" else "mark = 7"
        with postgres.session(url) as session:
            session.execute(f"UPDATE kursapp.kursapp_version SET {changed}".encode())
    with pytest.raises(KursappError) as refused:
        open_collection(url, at=AT)
    assert refused.value.problem.code == ("collection-newer" if found == "newer" else "not-a-collection")


def test_schemas_of_one_database_keep_apart(postgres: Cluster) -> None:
    """Simulated cohorts live in a schema of their own."""
    url = postgres.new_database()
    real, simulated = open_collection(url, at=AT), open_collection(url, at=AT, schema="kursapp_simulated")
    simulated.cohorts.save(CohortRecord(COHORT, b"simulert", 24))
    assert real.cohorts.all() == ()
    assert len(simulated.cohorts.all()) == 1
    real.close()
    simulated.close()


def make_specimen(path: Path) -> None:
    """Write the specimen of the newest version: run once when the version is released, never again."""
    made = open_collection(path, KEY, at=AT)
    made.cohorts.save(CohortRecord(COHORT, b"kullfil", 24, published=True))
    made.deliveries.add(COHORT, "dag-1", [Delivery(b"r" * 16, b"p" * 16, b"b" * 32, b"forseglet")])
    people = [
        Person([("a", "1")], [("rolle", "=leder", "a", "1")], [("fritt", b"hei")]),
        Person([("a", "apart")], [("rolle", "blank", "a", "apart")]),
    ]
    made.rounds.close(COHORT, FORM, people, [QuizSum("points", "q1", "", 1500)])
    made.rounds.close(COHORT, FORM, [Person([("a", "2")])], admitted=[])
    (comment,) = made.comments.of_round(COHORT, FORM)
    made.comments.redact(comment.id, b"[...]")
    made.comments.tag(comment.id, ["ros"])
    made.comments.choose(comment.id, True)
    made.seen.add(COHORT, [b"s" * 32])
    made.codes.add(COHORT, "dag-1", [b"k" * 32])
    made.participation.save(COHORT, "p1", b"Kari")
    made.close()


def test_a_collection_of_version_1_has_everything(project: Path, tmp_path: Path) -> None:
    """Everything the first version kept is read by this one."""
    shutil.copy(project / "tests" / "data" / "collection-1.db", tmp_path / "samling.db")
    kept = open_collection(tmp_path / "samling.db", KEY, at=AT)
    assert kept.cohorts.all() == (CohortRecord(COHORT, b"kullfil", 24, published=True),)
    assert list(kept.deliveries.sealed(COHORT, "dag-1")) == [Delivery(b"r" * 16, b"p" * 16, b"b" * 32, b"forseglet")]
    assert kept.rounds.closed(COHORT) == {FORM: (Closing(1, 2), Closing(2, 1))}
    assert kept.tallies.counts(COHORT, FORM) == (
        Count("a", "1", 1),
        Count("a", "apart", 1),
        Count("a", "1", 1, 1, "rolle", "=leder"),
        Count("a", "apart", 1, 1, "rolle", "blank"),
        Count("a", "2", 1, 2),
    )
    assert kept.tallies.recount(COHORT, FORM) == kept.tallies.counts(COHORT, FORM)
    (comment,) = kept.comments.of_round(COHORT, FORM)
    assert comment == KeptComment(comment.id, "fritt", b"hei", 1, b"[...]", ("ros",), chosen=True)
    assert kept.quiz_sums.of_round(COHORT, FORM) == (QuizSum("points", "q1", "", 1500),)
    assert kept.seen.known(COHORT, [b"s" * 32]) == {b"s" * 32}
    assert kept.codes.known(COHORT, "dag-1", [b"k" * 32]) == {b"k" * 32}
    assert kept.participation.of_cohort(COHORT) == {"p1": b"Kari"}
    kept.close()
