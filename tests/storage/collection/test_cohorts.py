"""Cohorts, what people wrote, and who has come: kept as given, and gone when deleted."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from kursapp.domain.collected import CohortRecord, Delivery, KeptComment, Person, QuizSum
from kursapp.domain.problem import KursappError
from kursapp.storage.collection.collection import Collection
from kursapp.storage.collection.tables import METADATA
from tests.storage.collection.places import AT, COHORT, FORM, OTHER


def written(collection: Collection, *words: str) -> dict[str, KeptComment]:
    """Close a round with these comments, and return them by their words."""
    people = [Person([("a", "1")], (), [("fritt", each.encode())]) for each in words]
    collection.rounds.close(COHORT, FORM, people)
    return {each.text.decode(): each for each in collection.comments.of_round(COHORT, FORM)}


def test_a_cohort_is_kept_and_changed(collection: Collection) -> None:
    """Its file to the byte, and the newest of what is saved."""
    record = CohortRecord(OTHER, bytes(range(256)), 30)
    collection.cohorts.save(record)
    assert collection.cohorts.get(OTHER) == record
    published = CohortRecord(OTHER, b"utgitt", 28, published=True)
    collection.cohorts.save(published)
    assert collection.cohorts.get(OTHER) == published
    assert collection.cohorts.all() == (CohortRecord(COHORT, b"kullfil", 24, published=True), published)
    assert collection.cohorts.get("ukjent") is None


def test_a_lock_is_of_a_transaction(collection: Collection) -> None:
    """Outside one it would be let go of at once."""
    with pytest.raises(RuntimeError):
        collection.cohorts.lock(COHORT)
    with collection.transaction():
        collection.cohorts.lock(COHORT)


def test_working_on_a_cohort_that_is_gone_is_refused(collection: Collection) -> None:
    """Whoever has it open still is told."""
    with collection.transaction(), pytest.raises(KursappError) as refused:
        collection.cohorts.lock(OTHER)
    assert refused.value.problem.code == "collection-cohort-gone"


def fill(collection: Collection, cohort_id: str) -> None:
    """Put something of the cohort into every table."""
    people = [Person([("a", "1")], [("rolle", "=a", "a", "1")], [("fritt", b"ord")])]
    collection.codes.add(cohort_id, "dag-1", [b"k" * 32])
    collection.deliveries.add(cohort_id, "dag-1", [Delivery(b"r" * 16, b"", b"b" * 32, b"fil")])
    collection.rounds.close(cohort_id, FORM, people, [QuizSum("n", "q", "", 1)])
    (comment,) = collection.comments.of_round(cohort_id, FORM)
    collection.comments.tag(comment.id, ["ros"])
    collection.seen.add(cohort_id, [b"s" * 32])
    collection.participation.save(cohort_id, "p1", b"Kari")


def counts(collection: Collection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        name: int(collection._database.rows(text(f"SELECT count(*) FROM {name}"))[0][0]) for name in METADATA.tables
    }


def test_deleting_a_cohort_takes_everything_of_it_and_nothing_else(collection: Collection) -> None:
    """Each table had something of it and of another cohort; only the other's is left, and the tombstone."""
    fill(collection, COHORT)
    before = counts(collection)
    collection.cohorts.save(CohortRecord(OTHER, b"annet", 12))
    fill(collection, OTHER)
    assert all(many for name, many in counts(collection).items() if name != "deleted")
    collection.delete_cohort(OTHER, AT)
    after = counts(collection)
    assert after == {**before, "deleted": 1, "untidy": 0}


def test_a_deleted_cohort_does_not_come_back(collection: Collection) -> None:
    """Saving it again is refused, as when an old window still shows it."""
    collection.delete_cohort(COHORT, AT)
    assert collection.cohorts.is_deleted(COHORT)
    assert collection.cohorts.deleted() == {COHORT}
    with pytest.raises(KursappError) as refused:
        collection.cohorts.save(CohortRecord(COHORT, b"kullfil", 24))
    assert refused.value.problem.code == "collection-cohort-gone"
    assert collection.cohorts.all() == ()


def test_comments_carry_tags_redactions_and_choices(collection: Collection) -> None:
    """All of it is kept, and can be taken back."""
    kept = written(collection, "Bra kurs, hilsen Kari", "Mer tid")
    one, other = kept["Bra kurs, hilsen Kari"].id, kept["Mer tid"].id
    collection.comments.redact(one, b"Bra kurs, hilsen [\xe2\x80\xa6]")
    collection.comments.tag(one, ["ros", "navn", "ros"])
    collection.comments.choose(other, True)
    found = {each.id: each for each in collection.comments.of_round(COHORT, FORM)}
    assert found[one].redacted == "Bra kurs, hilsen […]".encode()
    assert found[one].text == b"Bra kurs, hilsen Kari"
    assert found[one].tags == ("navn", "ros")
    assert (found[one].chosen, found[other].chosen) == (False, True)
    collection.comments.redact(one, None)
    collection.comments.tag(one, ["ros"])
    collection.comments.choose(other, False)
    found = {each.id: each for each in collection.comments.of_round(COHORT, FORM)}
    assert (found[one].redacted, found[one].tags, found[other].chosen) == (None, ("ros",), False)


def test_originals_are_forgotten(collection: Collection) -> None:
    """What stands for a comment takes its place; comments without a redaction stay."""
    kept = written(collection, "Bra kurs, hilsen Kari", "Mer tid")
    collection.comments.redact(kept["Bra kurs, hilsen Kari"].id, b"Bra kurs")
    collection.comments.forget_originals(COHORT, FORM)
    found = collection.comments.of_round(COHORT, FORM)
    assert sorted((each.text, each.redacted) for each in found) == [(b"Bra kurs", None), (b"Mer tid", None)]


def test_comments_know_their_batch(collection: Collection) -> None:
    """Latecomers' comments are told apart, since they may have to wait longer than their answers."""
    written(collection, "først")
    late = [Person([], (), [("fritt", b"sist")])]
    collection.rounds.close(COHORT, FORM, late, admitted=[])
    assert {each.text: each.batch for each in collection.comments.of_round(COHORT, FORM)} == {
        b"f\xc3\xb8rst": 1,
        b"sist": 2,
    }


@pytest.mark.parametrize("change", ["redact", "choose", "tag"])
def test_a_comment_that_is_gone_is_told(collection: Collection, change: str) -> None:
    """Somebody else may have deleted the cohort."""
    values = {"redact": b"x", "choose": True, "tag": ["ros"]}
    with pytest.raises(KursappError) as refused:
        getattr(collection.comments, change)("00" * 16, values[change])
    assert refused.value.problem.code == "collection-comment-gone"


def test_participation_is_by_its_own_id(collection: Collection) -> None:
    """A newer file of one person takes the place of the older."""
    collection.participation.save(COHORT, "b", b"Kari, dag 1")
    collection.participation.save(COHORT, "a", b"Ola")
    collection.participation.save(COHORT, "b", b"Kari, dag 2")
    assert collection.participation.of_cohort(COHORT) == {"a": b"Ola", "b": b"Kari, dag 2"}
    assert collection.participation.of_cohort(OTHER) == {}


def test_marks_are_remembered_by_cohort(collection: Collection) -> None:
    """Many at once, some of them twice."""
    marks = [number.to_bytes(32, "big") for number in range(1200)]
    collection.seen.add(COHORT, marks[:700])
    collection.seen.add(COHORT, [*marks[600:800], marks[0]])
    assert collection.seen.known(COHORT, marks) == set(marks[:800])
    assert collection.seen.known(OTHER, marks) == frozenset()
    assert collection.seen.known(COHORT, []) == frozenset()
