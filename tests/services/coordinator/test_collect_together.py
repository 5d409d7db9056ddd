"""Collecting when others do so too, and when the server goes in the middle: nothing lost, nobody counted twice."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.submission import FileState
from kursapp.services.close_round import close_round
from kursapp.services.collect import AT_ONCE, collect
from kursapp.texts.problems import tell
from tests.postgres import Cluster
from tests.services.coordinator.office_world import AFTER, OfficeWorld


class Stopping(Unwatched):
    """A watch that stops the server after the first portion."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def progress(self, done: int, total: int) -> None:
        if done == AT_ONCE:
            self._cluster.stop("immediate")


@pytest.fixture
def server(tmp_path: Path, postgres: Cluster) -> OfficeWorld:
    """Return a coordinator whose collection is on a server."""
    return OfficeWorld(tmp_path, postgres.new_database())


def test_two_collect_at_the_same_time(server: OfficeWorld) -> None:
    """Two coordinators, one server, the same files in other orders, at once: each person is counted once."""
    cohort = server.publish()
    first = [server.submission(cohort) for _ in range(100)]
    newer = [server.submission(cohort, replaces=sent.response_id) for sent in first[:50]]
    files = [server.write(cohort, sent) for sent in (*first, *newer)]

    def work(seed: int) -> set[FileState]:
        mine = server.open_collection()
        office = server.office_with(mine)
        shuffled = Random(seed).sample(files, len(files))
        outcomes = collect(office, office.held(cohort.id), shuffled, Unwatched()).outcomes
        mine.close()
        return {one.state for one in outcomes}

    with ThreadPoolExecutor(2) as threads:
        for states in threads.map(work, (1, 2)):
            assert not states & {FileState.CONFLICT, FileState.UNREADABLE}
    card = server.coordinator.round(cohort.id, AFTER)
    assert card.files == {FileState.NEW: 50, FileState.REPLACED: 50, FileState.REPLACES: 50}
    assert server.coordinator.close_round(cohort.id, AFTER).persons == 100
    server.close()


def test_two_close_the_same_round(server: OfficeWorld) -> None:
    """The one who comes second is told that the round is closed; everybody is counted once."""
    cohort = server.publish()
    server.collect(cohort, *server.hand_in(cohort, count=30))
    begin = threading.Barrier(2)

    def work(_: int) -> str:
        mine = server.open_collection()
        office = server.office_with(mine)
        begin.wait()
        try:
            close_round(office, office.held(cohort.id), AFTER)
        except KursappError as error:
            return error.problem.code
        finally:
            mine.close()
        return "closed"

    with ThreadPoolExecutor(2) as threads:
        closed = list(threads.map(work, range(2)))
    assert sorted(closed) == ["closed", "round-closed"]
    assert server.coordinator.round(cohort.id, AFTER).persons == 30
    server.close()


def test_a_server_that_goes_in_the_middle(server: OfficeWorld, postgres: Cluster) -> None:
    """What was taken in before stands, one sentence tells, and collecting again takes the rest."""
    cohort = server.publish()
    files = server.hand_in(cohort, count=AT_ONCE + 10)
    with pytest.raises(KursappError) as caught:
        server.coordinator.collect(cohort.id, files, Stopping(postgres))
    assert caught.value.problem.code in {"collection-lost", "collection-unreachable"}
    assert tell(caught.value.problem).remedy
    postgres.start()
    assert server.coordinator.round(cohort.id, AFTER).persons == AT_ONCE
    assert server.collect(cohort, *files).counts == {FileState.ALREADY_HAD: AT_ONCE, FileState.NEW: 10}
    assert server.coordinator.close_round(cohort.id, AFTER).persons == AT_ONCE + 10
    server.close()


def test_a_stick_pulled_out_in_the_middle(server: OfficeWorld) -> None:
    """Files that are gone when their turn comes cannot be opened, are told so, and are taken when they are back."""
    cohort = server.publish()
    here, gone = server.hand_in(cohort, count=2)
    away = gone.rename(gone.with_suffix(".borte"))
    (_, outcome) = server.collect(cohort, here, gone).outcomes
    assert (outcome.state, outcome.why and outcome.why.code) == (FileState.UNREADABLE, "file-not-read")
    away.rename(gone)
    assert server.states(cohort, here, gone) == [FileState.ALREADY_HAD, FileState.NEW]
    server.close()
