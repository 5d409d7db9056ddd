"""A collection that cannot be opened is told by its name, and left as it is."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy.exc import ProgrammingError

from kursapp.domain.collected import CohortRecord
from kursapp.domain.problem import KursappError
from kursapp.storage import server as server_module
from kursapp.storage.collection import on_server
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.storage.collection.schema import CODES
from kursapp.storage.participant.profile_file import open_profile
from kursapp.texts.problems import SENTENCES, tell
from tests.postgres import Cluster
from tests.storage.collection.places import AT, COHORT, KEY


def refused(call: Callable[[], object]) -> KursappError:
    """Return why a call is refused."""
    with pytest.raises(KursappError) as caught:
        call()
    return caught.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a collection in a file, with one cohort."""
    made = open_collection(tmp_path / "samling.db", KEY, at=AT)
    made.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    made.close()
    return tmp_path / "samling.db"


def test_a_file_has_a_key(tmp_path: Path) -> None:
    """A collection is never kept in the clear."""
    with pytest.raises(ValueError, match="key"):
        open_collection(tmp_path / "samling.db", at=AT)
    made = open_collection(tmp_path / "samling.db", KEY, at=AT)
    made.cohorts.save(CohortRecord(COHORT, b"hemmelig kull", 24))
    made.close()
    assert b"hemmelig kull" not in (tmp_path / "samling.db").read_bytes()


def test_every_name_of_a_profiles_trouble_has_one_of_ours() -> None:
    """A coordinator is never told of a profile; and each of the names has a sentence."""
    assert set(CODES.values()) <= set(SENTENCES)
    assert not any("profil" in SENTENCES[code].in_language("nb")[0].lower() for code in CODES.values())


def test_the_wrong_key_opens_nothing(path: Path) -> None:
    """And sets nothing aside."""
    before = path.read_bytes()
    assert refused(lambda: open_collection(path, bytes(32), at=AT)).problem.code == "collection-wrong-key"
    assert path.read_bytes() == before


def test_a_damaged_file_is_set_aside(path: Path) -> None:
    """It is told where it lies now and which backup is the newest."""
    with contextlib.closing(open_collection(path, KEY, at=AT)) as collection:
        collection.back_up(AT)
    data = bytearray(path.read_bytes())
    data[8192:12288] = bytes(4096)
    path.write_bytes(data)
    error = refused(lambda: open_collection(path, KEY, at=AT))
    assert error.problem.code == "collection-damaged"
    assert (path.parent / error.problem.value("kept")).read_bytes() == bytes(data)
    assert error.problem.value("backup").startswith("samling-")
    assert "samling-" in tell(error.problem).remedy


def test_another_kind_of_file_is_left_alone(tmp_path: Path) -> None:
    """A participant's profile is not a collection."""
    open_profile(tmp_path / "samling.db", create=True, key=KEY).close()
    before = (tmp_path / "samling.db").read_bytes()
    error = refused(lambda: open_collection(tmp_path / "samling.db", KEY, at=AT))
    assert error.problem.code == "not-a-collection"
    assert (tmp_path / "samling.db").read_bytes() == before


def test_a_file_without_our_key_is_not_ours(tmp_path: Path) -> None:
    """A plain database of another program is not touched."""
    with contextlib.closing(sqlite3.connect(tmp_path / "samling.db")) as other:
        other.execute("CREATE TABLE kunder (navn)")
    error = refused(lambda: open_collection(tmp_path / "samling.db", KEY, at=AT))
    assert error.problem.code == "collection-wrong-key"


def test_a_file_somebody_has_open_is_locked(path: Path) -> None:
    """Two programs never write to one file: the second is told, and the first goes on."""
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from kursapp.domain.problem import KursappError\n"
        "from kursapp.storage.collection.collection import open_collection\n"
        "try: open_collection(Path(sys.argv[1]), bytes(range(32)), at=datetime.now(UTC))\n"
        "except KursappError as error: print(error.problem.code)\n"
    )
    with contextlib.closing(open_collection(path, KEY, at=AT)) as collection:
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "collection-open-elsewhere"
        collection.seen.add(COHORT, [b"1" * 32])
        assert collection.seen.known(COHORT, [b"1" * 32])


def test_a_folder_that_can_only_be_read(path: Path, sealed: Callable[[Path], AbstractContextManager[None]]) -> None:
    """What is there can be read, and a change is refused in our own words."""
    with sealed(path.parent), contextlib.closing(open_collection(path, KEY, at=AT)) as collection:
        assert len(collection.cohorts.all()) == 1
        assert collection.back_up(AT) is None
        error = refused(lambda: collection.seen.add(COHORT, [b"1" * 32]))
        assert error.problem.code == "collection-read-only"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "tull",
        "mysql://tjener/database",
        "postgresql+psycopg2://tjener/database",
        "postgresql+psycopg://tjener",
        "sqlite:///fil.db",
        "postgresql+psycopg://bruker:pass@tjener:ikketall/database",
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    """Only PostgreSQL by psycopg, with a database."""
    assert refused(lambda: open_collection(url, at=AT)).problem.code == "collection-address"


@pytest.mark.parametrize("schema", ["", "to ord", 'a"; DROP SCHEMA public', "1a"])
def test_a_schemas_name_is_a_plain_word(schema: str, postgres: Cluster) -> None:
    """It stands in statements, where no parameter can."""
    url = postgres.new_database()
    assert refused(lambda: open_collection(url, at=AT, schema=schema)).problem.code == "collection-address"


@pytest.mark.parametrize("drivername", ["postgres", "postgresql"])
def test_the_usual_ways_to_write_the_address_work(drivername: str, postgres: Cluster) -> None:
    """Those who run servers write it without the driver."""
    url = postgres.new_database().replace("postgresql+psycopg", drivername)
    open_collection(url, at=AT).close()


def test_a_missing_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL is an extra."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refused(lambda: open_collection("postgresql://tjener/database", at=AT))
    assert error.problem.code == "collection-driver-missing"


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    """The sentence names the place, and neither user nor password."""
    url = f"postgresql+psycopg://kari:hemmelig@/kurs?host={tmp_path}"
    error = refused(lambda: open_collection(url, at=AT))
    assert error.problem.code == "collection-unreachable"
    assert "hemmelig" not in str(tell(error.problem)) + str(error)
    assert "kari" not in str(tell(error.problem)) + str(error)
    nowhere = "postgresql+psycopg://kari:hemmelig@127.0.0.1:1/kurs"
    assert refused(lambda: open_collection(nowhere, at=AT)).problem.code == "collection-unreachable"


def test_a_database_that_is_not_there(postgres: Cluster) -> None:
    """The server answers, and has none of this name."""
    url = postgres.new_database().replace("@/t", "@/finnesikke")
    assert refused(lambda: open_collection(url, at=AT)).problem.code == "collection-database-missing"


def test_a_user_that_is_not_let_in(postgres: Cluster) -> None:
    """The server answers, and does not know this user."""
    url = postgres.new_database().replace("kursapp@", "fremmed:hemmelig@")
    assert refused(lambda: open_collection(url, at=AT)).problem.code == "collection-login-refused"


def test_a_user_without_rights(postgres: Cluster) -> None:
    """Somebody who may log in and make nothing."""
    url = postgres.new_database()
    with postgres.session(url) as session:
        session.execute("DROP ROLE IF EXISTS gjest")
        session.execute("CREATE ROLE gjest LOGIN")
    error = refused(lambda: open_collection(url.replace("kursapp@", "gjest@"), at=AT))
    assert error.problem.code == "collection-not-allowed"


def test_a_database_that_can_only_be_read(postgres: Cluster) -> None:
    """A copy of the main server, say."""
    url = postgres.new_database()
    name = url.split("?")[0].rsplit("/", 1)[-1]
    with postgres.session(url) as session:
        session.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'.encode())
    assert refused(lambda: open_collection(url, at=AT)).problem.code == "collection-not-writable"


def test_an_old_server_is_refused(postgres: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its version, and the oldest that will do."""
    monkeypatch.setattr(on_server, "OLDEST", 99)
    error = refused(lambda: open_collection(postgres.new_database(), at=AT))
    assert error.problem.code == "collection-server-old"
    assert "99" in tell(error.problem).remedy


@pytest.fixture
def shared(postgres: Cluster) -> Collection:
    """Open a collection on a server."""
    return open_collection(postgres.new_database(), at=AT)


def test_a_server_that_logs_statements_is_warned_of(postgres: Cluster) -> None:
    """Answers and marks would stand in its log."""
    url = postgres.new_database()
    name = url.split("?")[0].rsplit("/", 1)[-1]
    for setting, value, codes in (
        ("log_statement", "none", []),
        ("log_statement", "mod", ["collection-server-logs"]),
        ("log_parameter_max_length", "0", []),
    ):
        with postgres.session(url) as session:
            session.execute(f'ALTER DATABASE "{name}" SET {setting} = {value}'.encode())
        with contextlib.closing(open_collection(url, at=AT)) as collection:
            assert [warning.code for warning in collection.warnings()] == codes


def test_a_file_has_nothing_to_warn_of(path: Path) -> None:
    """It is under a key, and nobody logs it."""
    with contextlib.closing(open_collection(path, KEY, at=AT)) as collection:
        assert collection.warnings() == ()


def test_nothing_of_a_statement_is_told(shared: Collection, postgres: Cluster) -> None:
    """Neither our error nor the server's log repeats the values of a statement that fails."""
    from sqlalchemy import text

    with pytest.raises(ProgrammingError) as failed:
        shared._database.run(text("INSERT INTO nowhere VALUES (:words)"), {"words": "dypt hemmelig"})
    assert "dypt hemmelig" not in str(failed.value)
    shared.close()
    assert "dypt hemmelig" not in postgres.log()


def test_the_session_is_set(shared: Collection) -> None:
    """Each setting is read back from the server."""
    from sqlalchemy import text

    for name, value in server_module.SESSION.items():
        (found,) = shared._database.rows(text("SELECT current_setting(:name)"), {"name": name})
        assert found[0] == (value or '"kursapp"')
    shared.close()
