"""Two coordinators work on one server at once: nothing is lost, and nothing is counted twice."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text

from kursapp.domain.collected import CohortRecord, Delivery, Person
from kursapp.domain.problem import KursappError
from kursapp.domain.results import Count
from kursapp.storage.collection.collection import Collection, open_collection
from tests.postgres import Cluster
from tests.storage.collection.places import AT, COHORT, FORM

PERSONS = 240


@pytest.fixture
def url(postgres: Cluster) -> str:
    """Make a collection on a server, with a cohort, and return its address."""
    made = postgres.new_database()
    collection = open_collection(made, at=AT)
    collection.cohorts.save(CohortRecord(COHORT, b"kullfil", PERSONS))
    collection.close()
    return made


def delivery(number: int) -> Delivery:
    """Return a file with marks of its own."""
    return Delivery(number.to_bytes(16, "big"), b"", number.to_bytes(32, "big"), b"forseglet" * 100)


class Coordinator(threading.Thread):
    """Somebody with a Kursapp of her own, on a thread since a connection belongs to one."""

    def __init__(self, url: str, work: Callable[[Collection], object]) -> None:
        super().__init__()
        self._url = url
        self._work = work
        self.error: BaseException | None = None

    def run(self) -> None:
        """Open the collection, do the work, keep what went wrong."""
        try:
            collection = open_collection(self._url, at=AT)
            try:
                self._work(collection)
            finally:
                collection.close()
        except BaseException as error:  # noqa: BLE001 - told by ``done``
            self.error = error

    def done(self) -> None:
        """Wait for the end; raise what went wrong."""
        self.join(60)
        assert not self.is_alive()
        if self.error is not None:
            raise self.error


def collect(collection: Collection, seed: int) -> None:
    """Collect the same files as everybody else, in an order of one's own, in small batches."""
    files = [delivery(number) for number in range(PERSONS)]
    random.Random(seed).shuffle(files)
    for start in range(0, PERSONS, 20):
        batch = files[start : start + 20]
        with collection.transaction():
            collection.cohorts.lock(COHORT)
            collection.deliveries.add(COHORT, FORM, batch)
            collection.seen.add(COHORT, [each.body for each in batch])


def counted(collection: Collection) -> Iterator[Person]:
    """Open what there is when it is read."""
    for each in collection.deliveries.sealed(COHORT, FORM):
        yield Person([("a", str(int.from_bytes(each.response, "big")))])


def test_three_collect_the_same_files_at_once(url: str) -> None:
    """Every file is there once, whoever came first with it."""
    people = [Coordinator(url, lambda collection, seed=seed: collect(collection, seed)) for seed in range(3)]
    for each in people:
        each.start()
    for each in people:
        each.done()
    collection = open_collection(url, at=AT)
    assert [each.key for each in collection.deliveries.marks(COHORT, FORM)] == [
        delivery(number).key for number in range(PERSONS)
    ]
    assert collection.rounds.close(COHORT, FORM, counted(collection)).persons == PERSONS
    collection.close()


def test_without_the_lock_too_nobody_is_shut_out(url: str) -> None:
    """Rows go in one order everywhere, so two who write the same wait for each other and never both."""

    def hasty(collection: Collection, seed: int) -> None:
        numbers = list(range(PERSONS))
        random.Random(seed).shuffle(numbers)
        for start in range(0, PERSONS, 60):
            collection.deliveries.add(COHORT, FORM, [delivery(number) for number in numbers[start : start + 60]])

    people = [Coordinator(url, lambda collection, seed=seed: hasty(collection, seed)) for seed in range(3)]
    for each in people:
        each.start()
    for each in people:
        each.done()
    collection = open_collection(url, at=AT)
    assert collection.deliveries.count(COHORT, FORM) == PERSONS
    collection.close()


def test_what_comes_during_a_closing_waits_and_is_not_lost(url: str) -> None:
    """One closes while another collects: the files that came in time are counted, the others wait."""
    closing, go_on = threading.Event(), threading.Event()

    def close(collection: Collection) -> None:
        def people() -> Iterator[Person]:
            yield from counted(collection)
            closing.set()
            assert go_on.wait(30)

        collection.rounds.close(COHORT, FORM, people())

    first = open_collection(url, at=AT)
    first.deliveries.add(COHORT, FORM, [delivery(number) for number in range(10)])
    closer = Coordinator(url, close)
    closer.start()
    assert closing.wait(30)
    late = Coordinator(url, lambda collection: collect(collection, 1))
    late.start()
    time.sleep(0.3)
    assert late.is_alive()
    go_on.set()
    closer.done()
    late.done()
    assert first.rounds.closings(COHORT, FORM)[0].persons == 10
    assert first.deliveries.count(COHORT, FORM) == PERSONS
    assert first.tallies.counts(COHORT, FORM) == first.tallies.recount(COHORT, FORM)
    first.close()


def test_two_close_the_same_round_at_once(url: str) -> None:
    """One of them does; the other is told that it is done."""
    codes: list[str] = []

    def close(collection: Collection) -> None:
        try:
            collection.rounds.close(COHORT, FORM, counted(collection))
        except KursappError as error:
            codes.append(error.problem.code)

    first = open_collection(url, at=AT)
    first.deliveries.add(COHORT, FORM, [delivery(number) for number in range(50)])
    people = [Coordinator(url, close) for _ in range(2)]
    for each in people:
        each.start()
    for each in people:
        each.done()
    assert codes == ["collection-round-closed"]
    assert first.tallies.counts(COHORT, FORM) == tuple(
        sorted((Count("a", str(number), 1) for number in range(50)), key=lambda count: count.step)
    )
    first.close()


def test_a_cohort_deleted_meanwhile_takes_no_more(url: str) -> None:
    """Whoever is in the middle of collecting is told, and nothing of it comes back."""
    first, second = open_collection(url, at=AT), open_collection(url, at=AT)
    first.deliveries.add(COHORT, FORM, [delivery(1)])
    second.delete_cohort(COHORT, AT)
    with pytest.raises(KursappError) as gone:
        collect(first, 1)
    assert gone.value.problem.code == "collection-cohort-gone"
    for table in ("cohort", "delivery", "seen", "round"):
        assert first._database.rows(text(f"SELECT 1 FROM {table}")) == []
    first.close()
    second.close()


def test_whoever_waits_too_long_is_told(url: str) -> None:
    """A colleague whose laptop has fallen asleep in the middle keeps nobody for ever."""
    first, second = open_collection(url, at=AT), open_collection(url, at=AT)
    second._database.run(text("SET lock_timeout = '200ms'"))
    with first.transaction():
        first.cohorts.lock(COHORT)
        with pytest.raises(KursappError) as busy:
            collect(second, 1)
    assert busy.value.problem.code == "collection-busy"
    collect(second, 1)
    assert first.deliveries.count(COHORT, FORM) == PERSONS
    first.close()
    second.close()


def test_two_make_the_collection_at_once(postgres: Cluster) -> None:
    """The tables are made once, and both go on."""
    url = postgres.new_database()
    people = [Coordinator(url, lambda collection: collection.cohorts.all()) for _ in range(4)]
    for each in people:
        each.start()
    for each in people:
        each.done()
