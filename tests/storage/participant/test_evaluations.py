"""Answers on forms stand until they are changed or taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.record import KeptEvaluation
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint


@pytest.fixture
def item(items: dict[str, Block]) -> EvaluationItem:
    """Return an item of a form."""
    found = items["evaluation_item"]
    assert isinstance(found, EvaluationItem)
    return found


@pytest.mark.parametrize(
    "answer",
    [Rated(4), Rated(APART), RatedTwice(2, None), RatedTwice(APART, 5), Picked(("a",), "…"), Ranked(()), Written("Æ")],
)
def test_every_kind_of_answer_is_kept(
    profile: ProfileFile, now: datetime, item: EvaluationItem, answer: EvaluationAnswer
) -> None:
    """Each comes back as it was, with the item as asked."""
    kept = KeptEvaluation("kurs", "eval-dag-1", "relevans", answer, now)
    profile.evaluations.save(kept, item)
    assert profile.evaluations.of_form("kurs", "eval-dag-1") == {"relevans": replace(kept, asked=fingerprint(item))}


def test_an_answer_can_be_changed_and_taken_back(profile: ProfileFile, now: datetime, item: EvaluationItem) -> None:
    """The same statement on two forms is two answers."""
    for form in ("eval-dag-1", "eval-dag-2"):
        profile.evaluations.save(KeptEvaluation("kurs", form, "relevans", Rated(1), now), item)
    profile.evaluations.save(KeptEvaluation("kurs", "eval-dag-1", "relevans", Rated(5), now), item)
    assert profile.evaluations.of_form("kurs", "eval-dag-1")["relevans"].answer == Rated(5)
    assert profile.evaluations.begun("kurs") == {"eval-dag-1", "eval-dag-2"}
    profile.evaluations.remove("kurs", "eval-dag-1", "relevans")
    assert profile.evaluations.of_form("kurs", "eval-dag-1") == {}
    assert profile.evaluations.of_form("kurs", "eval-dag-2")["relevans"].answer == Rated(1)
    assert profile.evaluations.begun("kurs") == {"eval-dag-2"}


def test_a_form_is_finished_until_it_is_not(profile: ProfileFile, now: datetime) -> None:
    """She may change her mind."""
    profile.evaluations.finish("kurs", "eval-dag-1", now)
    profile.evaluations.finish("kurs", "eval-dag-1", now + timedelta(1))
    assert profile.evaluations.finished("kurs") == {"eval-dag-1": now + timedelta(1)}
    profile.evaluations.reopen("kurs", "eval-dag-1")
    assert profile.evaluations.finished("kurs") == {}
