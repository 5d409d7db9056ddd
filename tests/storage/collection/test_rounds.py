"""A round is closed in one transaction and for good, and leaves rows that do not know of each other."""

from __future__ import annotations

from kursapp.domain.collected import Delivery, Person
from kursapp.storage.collection.collection import Collection
from tests.storage.collection.places import AT, COHORT, FORM


def test_a_round_goes_from_sealed_files_to_counts(collection: Collection) -> None:
    """Files are kept until the closing, and then there are rows, counts and comments in their place."""
    collection.deliveries.add(COHORT, FORM, [Delivery(bytes([n]) * 16, b"", b"b" * 32, b"x" * 1000) for n in range(70)])
    assert len(list(collection.deliveries.sealed(COHORT, FORM))) == 70
    people = (Person([("a", "1"), ("b", str(n % 3))], [("x", "=1", "a", "1")], [("t", b"hei")]) for n in range(70))
    collection.rounds.close(COHORT, FORM, people)
    collection.tidy(AT)
    assert collection.deliveries.count(COHORT, FORM) == 0
    assert collection.tallies.counts(COHORT, FORM) == collection.tallies.recount(COHORT, FORM)
    assert len(collection.comments.of_round(COHORT, FORM)) == 70
    collection.delete_cohort(COHORT, AT)
