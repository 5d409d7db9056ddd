"""What a laptop keeps of the cohorts it has joined and the forms it has handed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import APART, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.record import JoinedCohort, KeptDelivery, KeptEvaluation
from kursapp.domain.submission import Solved
from kursapp.storage.participant.profile_file import ProfileFile

COHORT = "0f" * 16
ANSWERS = (
    ("enig", Rated(4)),
    ("trygg", RatedTwice(APART, 5)),
    ("best", Picked(("annet",), "Æ")),
    ("rang", Ranked(("b", "a"))),
    ("mer", Written("=2+3 \U0001f600")),
    ("d1-q1", Solved(500, ("a",))),
)


@pytest.fixture
def joined(profile: ProfileFile, now: datetime) -> JoinedCohort:
    """Return a cohort that has been joined."""
    cohort = JoinedCohort(COHORT, "kurs", b"\x00kull\xff", ("elg", "bro", "kano", "lys"), date(2026, 12, 31), now)
    profile.cohorts.save(cohort)
    return cohort


def test_a_cohort_stays_as_it_was_joined(profile: ProfileFile, joined: JoinedCohort, now: datetime) -> None:
    """Its file comes back to the byte, and joining once more changes nothing but when that was."""
    profile.cohorts.save(
        replace(joined, file=b"another", mark=("x",), keep_until=date(2030, 1, 1), joined_at=now + timedelta(1))
    )
    assert profile.cohorts.get(COHORT) == replace(joined, joined_at=now + timedelta(1))
    assert profile.cohorts.get("ukjent") is None


def test_the_cohort_joined_last_comes_first(profile: ProfileFile, joined: JoinedCohort, now: datetime) -> None:
    """So the one a person is taking part in now is the first."""
    later = replace(joined, cohort_id="aa" * 16, joined_at=now + timedelta(1))
    profile.cohorts.save(later)
    assert profile.cohorts.all() == (later, joined)
    assert profile.cohorts.heads() == ((later.cohort_id, "kurs"), (COHORT, "kurs"))


def test_every_kind_of_answer_handed_in_is_kept(profile: ProfileFile, joined: JoinedCohort, now: datetime) -> None:
    """Each comes back as it was, in the order of the form; what is known of a form has one row."""
    first = KeptDelivery(COHORT, "eval", reserved="ab" * 16)
    profile.deliveries.save(first)
    assert profile.deliveries.get(COHORT, "eval") == first
    kept = KeptDelivery(COHORT, "eval", "ab" * 16, "", ANSWERS, now)
    profile.deliveries.save(kept)
    assert profile.deliveries.of_cohort(COHORT) == (kept,)
    assert profile.deliveries.get(COHORT, "andre") is None
    assert not kept.is_withdrawn
    assert replace(kept, answers=()).is_withdrawn
    assert not first.is_withdrawn


def test_forgetting_a_cohort_forgets_what_was_handed_in(profile: ProfileFile, joined: JoinedCohort) -> None:
    """No row is left that leads back to it, and none can be without its cohort."""
    profile.deliveries.save(KeptDelivery(COHORT, "eval", "ab" * 16))
    profile.cohorts.remove(COHORT)
    assert profile.deliveries.of_cohort(COHORT) == ()
    with pytest.raises(IntegrityError):
        profile.deliveries.save(KeptDelivery(COHORT, "eval", "ab" * 16))


def test_all_answers_of_one_form_can_be_removed(profile: ProfileFile, now: datetime, items: dict[str, Block]) -> None:
    """Other forms keep theirs, and the form stays finished."""
    item = items["evaluation_item"]
    assert isinstance(item, EvaluationItem)
    for form in ("eval-dag-1", "eval-dag-2"):
        profile.evaluations.save(KeptEvaluation("kurs", form, "relevans", Rated(1), now), item)
        profile.evaluations.finish("kurs", form, now)
    profile.evaluations.remove_form("kurs", "eval-dag-1")
    assert profile.evaluations.of_form("kurs", "eval-dag-1") == {}
    assert set(profile.evaluations.of_form("kurs", "eval-dag-2")) == {"relevans"}
    assert set(profile.evaluations.finished("kurs")) == {"eval-dag-1", "eval-dag-2"}
