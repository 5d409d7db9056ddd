"""Whatever goes in the middle, disk, server or program: one sentence, nothing lost, nothing counted twice."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kursapp.domain.collected import CohortRecord, Delivery, Person
from kursapp.domain.problem import KursappError
from kursapp.domain.results import Count
from kursapp.storage.backup import backups
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.storage.database import Database
from kursapp.texts.problems import tell
from tests.postgres import Cluster
from tests.storage.collection.places import AT, COHORT, FORM, KEY, Opener

FILES = 30


def delivery(number: int) -> Delivery:
    """Return a file with marks of its own."""
    return Delivery(bytes([number]) * 16, b"", bytes([number]) * 32, bytes([number]) * 5000)


def add(collection: Collection, numbers: range) -> None:
    """Collect one batch."""
    with collection.transaction():
        collection.cohorts.lock(COHORT)
        collection.deliveries.add(COHORT, FORM, [delivery(number) for number in numbers])
        collection.seen.add(COHORT, [delivery(number).body for number in numbers])


def people(collection: Collection) -> Iterator[Person]:
    """Open what there is."""
    for each in collection.deliveries.sealed(COHORT, FORM):
        yield Person([("a", str(each.response[0] % 2))])


def is_whole(collection: Collection) -> None:
    """Close the round and see that everybody is counted once."""
    assert collection.deliveries.count(COHORT, FORM) == FILES
    assert collection.rounds.close(COHORT, FORM, people(collection)).persons == FILES
    assert collection.tallies.counts(COHORT, FORM) == (Count("a", "0", FILES // 2), Count("a", "1", FILES // 2))


@pytest.fixture
def server(postgres: Cluster) -> Iterator[Collection]:
    """Open a collection on a server, with a batch of files."""
    made = open_collection(postgres.new_database(), at=AT)
    made.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    add(made, range(10))
    yield made
    made.close()


def code(call: Callable[[], object]) -> str:
    """Return the code of what a call is refused with; it has a sentence."""
    with pytest.raises(KursappError) as caught:
        call()
    assert tell(caught.value.problem).remedy
    return caught.value.problem.code


def test_a_server_killed_during_a_batch(server: Collection, postgres: Cluster) -> None:
    """The batch is undone, what was there before stands, and collecting again goes on with a new connection."""

    def batch() -> None:
        with server.transaction():
            server.cohorts.lock(COHORT)
            server.deliveries.add(COHORT, FORM, [delivery(number) for number in range(10, 15)])
            postgres.stop("immediate")
            server.deliveries.add(COHORT, FORM, [delivery(number) for number in range(15, 20)])

    assert code(batch) == "collection-lost"
    assert code(lambda: server.deliveries.count(COHORT, FORM)) == "collection-unreachable"
    postgres.start()
    assert server.deliveries.count(COHORT, FORM) == 10
    add(server, range(FILES))
    is_whole(server)


def test_a_server_killed_during_a_closing(server: Collection, postgres: Cluster) -> None:
    """The round is open as before, with every file; closing it again counts everybody once."""
    add(server, range(FILES))

    def half() -> Iterator[Person]:
        for number, person in enumerate(people(server)):
            yield person
            if number == FILES // 2:
                postgres.stop("immediate")

    assert code(lambda: server.rounds.close(COHORT, FORM, half())) == "collection-lost"
    postgres.start()
    assert server.rounds.closings(COHORT, FORM) == ()
    is_whole(server)


def test_a_connection_cut_between_two_statements(server: Collection, postgres: Cluster) -> None:
    """Outside a transaction too it is told once, and the next statement connects again."""
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kursapp'"
    with postgres.session("postgres") as session:
        session.execute(end)
    assert code(lambda: server.cohorts.all()) == "collection-lost"
    assert len(server.cohorts.all()) == 1


def test_a_connection_cut_at_the_commit(server: Collection, postgres: Cluster) -> None:
    """Whether it was committed nobody knows; collecting again gives the same either way."""

    def batch() -> None:
        with server.transaction():
            server.cohorts.lock(COHORT)
            server.deliveries.add(COHORT, FORM, [delivery(number) for number in range(10, FILES)])
            with postgres.session("postgres") as session:
                session.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kursapp'"
                )

    assert code(batch) == "collection-lost"
    add(server, range(FILES))
    is_whole(server)


@pytest.mark.parametrize(
    ("state", "expected"),
    [("53100", "collection-full"), ("58030", "collection-server-failed"), ("42501", "collection-not-allowed")],
)
def test_a_server_that_cannot(server: Collection, state: str, expected: str) -> None:
    """A full disk, a failing disk, a right taken away: as the server itself tells it, in the middle of a batch."""
    server._database.run(
        text(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'kan ikke' USING ERRCODE = '{state}'; END $$"
        )
    )
    server._database.run(text("CREATE TRIGGER refuse BEFORE INSERT ON seen FOR EACH ROW EXECUTE FUNCTION refuse()"))
    assert code(lambda: add(server, range(10, FILES))) == expected
    assert server.deliveries.count(COHORT, FORM) == 10
    server._database.run(text("DROP TRIGGER refuse ON seen"))
    add(server, range(FILES))
    is_whole(server)


def test_a_full_disk_under_a_file(tmp_path: Path) -> None:
    """The batch that does not fit is undone; with room again it goes in."""
    collection = open_collection(tmp_path / "samling.db", KEY, at=AT)
    collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    add(collection, range(10))
    database = collection._database
    assert isinstance(database, Database)
    (pages,) = database.rows(text("PRAGMA page_count"))
    database.driver.execute(f"PRAGMA max_page_count={pages[0] + 3}").fetchone()
    assert code(lambda: add(collection, range(10, FILES))) == "disk-full"
    assert collection.deliveries.count(COHORT, FORM) == 10
    database.driver.execute("PRAGMA max_page_count=1000000").fetchone()
    add(collection, range(FILES))
    is_whole(collection)
    collection.close()


@pytest.mark.slow
def test_a_program_killed_anywhere_in_a_closing(tmp_path: Path, deaths: Callable[[str], list[Path]]) -> None:
    """At each of its statements: the round is open with every file, or closed with everybody counted once."""
    (tmp_path / "0").mkdir()
    with contextlib.closing(open_collection(tmp_path / "0" / "a.db", KEY, at=AT)) as collection:
        collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 2))
        collection.deliveries.add(COHORT, FORM, [delivery(1), delivery(2)])
        collection._changed = True
        collection.back_up(AT)
    before, after = 0, 0
    for path in deaths("close_round"):
        with contextlib.closing(open_collection(path, KEY, at=AT + timedelta(hours=2))) as collection:
            closed = collection.rounds.closings(COHORT, FORM)
            waiting = collection.deliveries.count(COHORT, FORM)
            counts = collection.tallies.counts(COHORT, FORM)
            assert counts == collection.tallies.recount(COHORT, FORM)
            assert (bool(closed), waiting, sum(count.count for count in counts)) in ((False, 2, 0), (True, 0, 2))
            assert collection._database.rows(text("SELECT * FROM untidy")) == []
            if closed:
                after += 1
                (backup,) = backups(path)
                assert backup.made_at > AT
            else:
                before += 1
    assert min(before, after) > 3


def test_stores_belong_to_their_thread(opener: Opener) -> None:
    """A connection used from two threads at once would mix their transactions."""
    import threading

    collection = opener()
    refused: list[type[BaseException]] = []

    def use() -> None:
        try:
            collection.cohorts.all()
        except RuntimeError as error:
            refused.append(type(error))

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert refused == [RuntimeError]
