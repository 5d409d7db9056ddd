"""A round is closed in one transaction and for good, and leaves rows that do not know of each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from kursapp.domain.collected import Closing, CohortRecord, Delivery, Person, QuizSum
from kursapp.domain.problem import KursappError
from kursapp.domain.results import Count
from kursapp.storage.collection.collection import Collection
from tests.storage.collection.places import AT, COHORT, FORM, OTHER, Opener


def delivery(number: int, sealed: bytes = b"forseglet") -> Delivery:
    """Return a file with marks of its own."""
    return Delivery(bytes([number]) * 16, b"", bytes([number]) * 32, sealed)


def person(step: str, words: bytes | None = None) -> Person:
    """Return somebody who answers everything alike."""
    texts = [("fritt", words)] if words else []
    return Person([("a", step), ("b", "blank")], [("rolle", "=leder", "a", step)], texts)


def test_a_round_goes_from_sealed_files_to_counts(collection: Collection) -> None:
    """Files are kept until the closing, and then there are counts and comments in their place."""
    collection.deliveries.add(COHORT, FORM, [delivery(number) for number in range(70)])

    def people() -> Iterator[Person]:
        for kept in collection.deliveries.sealed(COHORT, FORM):
            yield person(str(kept.response[0] % 3), kept.sealed)

    assert collection.rounds.closings(COHORT, FORM) == ()
    assert collection.rounds.close(COHORT, FORM, people()) == Closing(1, 70)
    assert collection.rounds.closings(COHORT, FORM) == (Closing(1, 70),)
    assert collection.rounds.closed(COHORT) == {FORM: (Closing(1, 70),)}
    assert collection.deliveries.count(COHORT, FORM) == 0
    assert collection.tallies.counts(COHORT, FORM) == (
        Count("a", "0", 24),
        Count("a", "1", 23),
        Count("a", "2", 23),
        Count("b", "blank", 70),
        Count("a", "0", 24, 1, "rolle", "=leder"),
        Count("a", "1", 23, 1, "rolle", "=leder"),
        Count("a", "2", 23, 1, "rolle", "=leder"),
    )
    assert [comment.text for comment in collection.comments.of_round(COHORT, FORM)] == [b"forseglet"] * 70


def test_the_counts_kept_are_those_of_the_rows(collection: Collection) -> None:
    """The tally says what counting everything anew says, after a closing and after latecomers."""
    collection.rounds.close(COHORT, FORM, [person(step) for step in "1223334444"])
    collection.rounds.close(COHORT, FORM, [person(step) for step in "15555"], admitted=[])
    counts = collection.tallies.counts(COHORT, FORM)
    assert counts == collection.tallies.recount(COHORT, FORM)
    assert Count("a", "1", 1, 1) in counts
    assert Count("a", "5", 4, 2) in counts


def test_a_closed_round_is_closed_for_good(collection: Collection) -> None:
    """Closing again is refused, and changes nothing."""
    collection.rounds.close(COHORT, FORM, [person("1")])
    before = collection.tallies.counts(COHORT, FORM)
    with pytest.raises(KursappError) as refused:
        collection.rounds.close(COHORT, FORM, [person("2")])
    assert refused.value.problem.code == "collection-round-closed"
    assert collection.tallies.counts(COHORT, FORM) == before


def test_nobody_is_let_into_an_open_round(collection: Collection) -> None:
    """Latecomers are late for something."""
    with pytest.raises(KursappError) as refused:
        collection.rounds.close(COHORT, FORM, [person("1")], admitted=[])
    assert refused.value.problem.code == "collection-round-open"


def test_latecomers_enter_together_and_the_rest_waits_on(collection: Collection) -> None:
    """Files that come after the closing wait; those let in go, the others stay, and the first batch is untouched."""
    collection.deliveries.add(COHORT, FORM, [delivery(1)])
    collection.rounds.close(COHORT, FORM, [person("1")])
    collection.deliveries.add(COHORT, FORM, [delivery(number) for number in (2, 3, 4)])
    admitted = [delivery(2).key, delivery(3).key]
    opened = [person(str(each.response[0])) for each in collection.deliveries.sealed(COHORT, FORM, set(admitted))]
    assert collection.rounds.close(COHORT, FORM, opened, admitted=admitted) == Closing(2, 2)
    assert collection.rounds.closings(COHORT, FORM) == (Closing(1, 1), Closing(2, 2))
    assert [each.key for each in collection.deliveries.marks(COHORT, FORM)] == [delivery(4).key]
    counts = collection.tallies.counts(COHORT, FORM)
    everybody = [(each.step, each.batch) for each in counts if each.item_id == "a" and not each.variable]
    assert everybody == [("1", 1), ("2", 2), ("3", 2)]


def test_whatever_goes_wrong_in_the_middle_leaves_all_as_it_was(collection: Collection) -> None:
    """A file that cannot be opened after all stops the closing before anything of it stands."""
    collection.deliveries.add(COHORT, FORM, [delivery(number) for number in range(5)])

    def people() -> Iterator[Person]:
        yield person("1", b"ord")
        yield person("2")
        raise ValueError("kan ikke åpnes")

    with pytest.raises(ValueError, match="kan ikke åpnes"):
        collection.rounds.close(COHORT, FORM, people())
    assert collection.deliveries.count(COHORT, FORM) == 5
    assert collection.rounds.closings(COHORT, FORM) == ()
    for table in ("answer", "group_answer", "comment", "tally", "closing", "untidy"):
        (found,) = collection._database.rows(text(f"SELECT count(*) FROM {table}"))
        assert found[0] == 0, table
    assert collection.rounds.close(COHORT, FORM, [person("1")]) == Closing(1, 1)


def test_many_rows_of_many_people_are_written_whole(collection: Collection) -> None:
    """More rows than are held in memory at a time, and none is lost between two lots."""
    people = (Person([(f"i{item}", str(number % 5)) for item in range(100)]) for number in range(250))
    collection.rounds.close(COHORT, FORM, people)
    counts = collection.tallies.counts(COHORT, FORM)
    assert {(count.item_id, count.step): count.count for count in counts} == {
        (f"i{item}", str(step)): 50 for item in range(100) for step in range(5)
    }
    assert counts == collection.tallies.recount(COHORT, FORM)


def test_rounds_and_cohorts_keep_apart(collection: Collection) -> None:
    """What is counted in one round is in no other, of this cohort or another."""
    collection.cohorts.save(CohortRecord(OTHER, b"annet", 12))
    for cohort, form, step in ((COHORT, FORM, "1"), (COHORT, "dag-1", "2"), (OTHER, FORM, "3")):
        collection.deliveries.add(cohort, form, [delivery(1)])
        collection.rounds.close(cohort, form, [Person([("a", step)])])
    assert collection.tallies.counts(COHORT, FORM) == (Count("a", "1", 1),)
    assert collection.tallies.counts(COHORT, "dag-1") == (Count("a", "2", 1),)
    assert collection.tallies.counts(OTHER, FORM) == (Count("a", "3", 1),)
    assert collection.tallies.counts(OTHER, "dag-1") == collection.tallies.recount(OTHER, "dag-1") == ()
    assert set(collection.rounds.closed(COHORT)) == {FORM, "dag-1"}


def test_a_quiz_is_kept_as_sums(collection: Collection) -> None:
    """Sums of batches are added up; they are asked for after everybody has been opened."""
    seen = 0

    def people() -> Iterator[Person]:
        nonlocal seen
        for _ in range(3):
            seen += 1
            yield Person([("q1", "=a")])

    def sums() -> Iterator[QuizSum]:
        yield QuizSum("points", "q1", "", seen * 1000)
        yield QuizSum("products", "q1", "q2", 10**12)

    collection.rounds.close(COHORT, FORM, people(), sums())
    collection.rounds.close(COHORT, FORM, people(), sums(), admitted=[])
    assert collection.quiz_sums.of_round(COHORT, FORM) == (
        QuizSum("points", "q1", "", 3000 + 6000),
        QuizSum("products", "q1", "q2", 2 * 10**12),
    )


def test_codes_go_when_the_round_closes(collection: Collection) -> None:
    """They are known while answers come in, and destroyed then; other rounds keep theirs."""
    for form in (FORM, "dag-1"):
        collection.codes.add(COHORT, form, [b"a" * 32, b"b" * 32, b"a" * 32])
    assert collection.codes.count(COHORT, FORM) == 2
    assert collection.codes.known(COHORT, FORM, [b"a" * 32, b"x" * 32]) == {b"a" * 32}
    collection.rounds.close(COHORT, FORM, [person("1")])
    assert collection.codes.count(COHORT, FORM) == 0
    assert collection.codes.known(COHORT, FORM, [b"a" * 32]) == frozenset()
    assert collection.codes.count(COHORT, "dag-1") == 2


def test_marks_of_what_was_seen_outlive_the_round(collection: Collection, opener: Opener) -> None:
    """Collecting the same files again, even after years, is recognised."""
    collection.seen.add(COHORT, [b"1" * 32, b"2" * 32])
    collection.rounds.close(COHORT, FORM, [person("1")])
    collection.tidy(AT)
    collection.close()
    assert opener().seen.known(COHORT, [b"1" * 32, b"2" * 32, b"3" * 32]) == {b"1" * 32, b"2" * 32}


def test_closing_a_round_of_nobody(collection: Collection) -> None:
    """A round without answers can be closed, and has none."""
    assert collection.rounds.close(COHORT, FORM, []) == Closing(1, 0)
    assert collection.tallies.counts(COHORT, FORM) == ()


def test_a_cohort_that_is_gone_is_not_closed(collection: Collection) -> None:
    """Somebody else has deleted it meanwhile."""
    with pytest.raises(KursappError) as refused:
        collection.rounds.close(OTHER, FORM, [person("1")])
    assert refused.value.problem.code == "collection-cohort-gone"
