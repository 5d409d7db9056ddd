"""Sealed files are kept once each, in whatever order they come, and read a few at a time."""

from __future__ import annotations

import itertools
import random
import secrets

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.collected import CohortRecord, Delivery
from kursapp.storage.collection import deliveries as module
from kursapp.storage.collection.collection import Collection
from tests.storage.collection.places import COHORT, FORM, OTHER


def delivery(number: int, body: int = 0, replaces: bytes = b"") -> Delivery:
    """Return a file with marks of its own."""
    return Delivery(bytes([number]) * 16, replaces, bytes([body]) * 32, f"fil {number} {body}".encode())


def test_files_come_back_as_they_went_in(collection: Collection) -> None:
    """Every byte of them, empty predecessors too."""
    kept = [delivery(1), delivery(2, replaces=b"\x00\xff" * 8)]
    collection.deliveries.add(COHORT, FORM, kept)
    assert list(collection.deliveries.sealed(COHORT, FORM)) == kept
    marks = [Delivery(each.response, each.replaces, each.body) for each in kept]
    assert list(collection.deliveries.marks(COHORT, FORM)) == marks
    assert collection.deliveries.count(COHORT, FORM) == 2


def test_the_same_file_again_changes_nothing(collection: Collection) -> None:
    """Also sealed anew: the first bytes stay."""
    collection.deliveries.add(COHORT, FORM, [delivery(1)])
    again = Delivery(delivery(1).response, b"", delivery(1).body, b"forseglet en gang til")
    collection.deliveries.add(COHORT, FORM, [again, again])
    assert list(collection.deliveries.sealed(COHORT, FORM)) == [delivery(1)]


def test_the_same_response_with_another_body_is_kept_beside(collection: Collection) -> None:
    """Which of them counts is decided when all are known."""
    collection.deliveries.add(COHORT, FORM, [delivery(1, body=1), delivery(1, body=2)])
    assert [each.body[0] for each in collection.deliveries.marks(COHORT, FORM)] == [1, 2]


def test_all_are_read_though_few_at_a_time(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is lost or read twice where one portion ends and the next begins."""
    kept = [delivery(number, body) for number in range(9) for body in range(3)]
    collection.deliveries.add(COHORT, FORM, kept)
    for many in (1, 2, 3, 9, 26, 27, 28):
        monkeypatch.setattr(module, "FILES_AT_ONCE", many)
        monkeypatch.setattr(module, "MARKS_AT_ONCE", many)
        assert list(collection.deliveries.sealed(COHORT, FORM)) == kept
        assert [each.key for each in collection.deliveries.marks(COHORT, FORM)] == [each.key for each in kept]


def test_only_those_wanted_are_read(collection: Collection) -> None:
    """By response and body."""
    collection.deliveries.add(COHORT, FORM, [delivery(1, 1), delivery(1, 2), delivery(2, 1)])
    wanted = {delivery(1, 2).key, delivery(2, 1).key}
    assert {each.key for each in collection.deliveries.sealed(COHORT, FORM, wanted)} == wanted


def test_a_round_without_files(collection: Collection) -> None:
    """Nothing has come, and asking makes nothing."""
    assert collection.deliveries.marks(COHORT, "ukjent") == ()
    assert list(collection.deliveries.sealed(COHORT, "ukjent")) == []
    assert collection.deliveries.count(COHORT, "ukjent") == 0
    collection.deliveries.add(COHORT, FORM, [])
    assert collection.deliveries.count(COHORT, FORM) == 0


def test_rounds_keep_their_own(collection: Collection) -> None:
    """The same marks in another form or cohort are another file."""
    collection.cohorts.save(CohortRecord(OTHER, b"annet", 12))
    for cohort, form in ((COHORT, FORM), (COHORT, "dag-1"), (OTHER, FORM)):
        collection.deliveries.add(cohort, form, [delivery(1)])
    collection.deliveries.add(OTHER, FORM, [delivery(2)])
    assert collection.deliveries.count(COHORT, FORM) == collection.deliveries.count(COHORT, "dag-1") == 1
    assert collection.deliveries.count(OTHER, FORM) == 2


FILES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from([b"", b"\x01" * 16])), max_size=12)


@given(files=FILES, order=st.randoms(use_true_random=False), cuts=st.lists(st.integers(0, 24), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_repetition_and_batching_gives_the_same(
    collection: Collection, files: list[tuple[int, int, bytes]], order: random.Random, cuts: list[int]
) -> None:
    """What is kept depends on what has come, not on how it came."""
    form = secrets.token_hex(8)
    come = [delivery(*each) for each in files]
    again = [*come, *come]
    order.shuffle(again)
    places = [0, *sorted(cuts), len(again)]
    for start, end in itertools.pairwise(places):
        collection.deliveries.add(COHORT, form, again[start:end])
    expected = sorted({(each.response, each.body, each.replaces) for each in come})
    kept = [(each.response, each.body, each.replaces) for each in collection.deliveries.marks(COHORT, form)]
    assert kept == expected
