"""Made-up people: answers as real ones in shape, of one seed the same, and never among real ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from kursapp.delivery.answer_file import open_answers
from kursapp.domain.evaluation_answer import EvaluationAnswer, RatedTwice
from kursapp.domain.exporting import Unwatched
from kursapp.domain.form_answer import accepts
from kursapp.domain.problem import KursappError
from kursapp.services.made_up import MadeUpPerson
from kursapp.services.offer_forms import offer_of
from kursapp.services.simulate import Simulated, answer_files, simulate
from tests.services.coordinator.office_world import AFTER, QUIZ, OfferedPages, OfficeWorld

TODAY = date(2026, 3, 9)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[OfficeWorld]:
    """Return a coordinator of simulated cohorts."""
    folder = tmp_path / "demo"
    folder.mkdir()
    world = OfficeWorld(folder, simulated=True)
    yield world
    world.close()


def simulated(world: OfficeWorld, count: int = 24, seed: int = 7, form_id: str = "") -> Simulated:
    return simulate(world.coordinator, world.course, world.inbox, count=count, seed=seed, starts=TODAY, form_id=form_id)


def answers_of(world: OfficeWorld, made: Simulated) -> list[tuple[tuple[str, EvaluationAnswer], ...]]:
    cohort, private = made.card.cohort, world.office.keys(made.card.id).private
    return [open_answers(path.read_bytes(), cohort, private).submission.answers for path in made.files]


def test_a_whole_cohort_from_nothing(demo: OfficeWorld) -> None:
    """24 made-up people answer the form after the course; they are collected, closed and shown."""
    made = simulated(demo)
    assert made.form_id == AFTER
    assert made.card.cohort.simulated
    assert {path.stat().st_size for path in made.files} == {made.card.cohort.form(AFTER).length}
    demo.collect(made.card.cohort)
    assert demo.coordinator.close_round(made.card.id, AFTER).persons == 24
    shown = demo.coordinator.results(made.card.id, AFTER)
    assert (shown.invited, shown.published.persons) == (28, 24)
    assert shown.published.comments


def test_equal_seeds_give_equal_answers(demo: OfficeWorld) -> None:
    """The same seed gives the same answers, a longer list begins with the same people, another seed is others."""
    first, longer, other = simulated(demo, 6), simulated(demo, 9), simulated(demo, 6, seed=8)
    assert answers_of(demo, longer)[:6] == answers_of(demo, first)
    assert answers_of(demo, other) != answers_of(demo, first)


def test_most_have_learnt_something(demo: OfficeWorld) -> None:
    """Before and now are plausible: more have moved up than down."""
    pairs = [
        (answer.before, answer.now)
        for answers in answers_of(demo, simulated(demo, 40))
        for _, answer in answers
        if isinstance(answer, RatedTwice) and isinstance(answer.before, int) and isinstance(answer.now, int)
    ]
    assert sum(now > before for before, now in pairs) > 3 * sum(now < before for before, now in pairs)


def test_nobody_says_what_another_has_said(demo: OfficeWorld) -> None:
    """Comments of a cohort of the usual size are all different."""
    made = simulated(demo)
    demo.collect(made.card.cohort)
    demo.coordinator.close_round(made.card.id, AFTER)
    texts = [entry.text for entry in demo.coordinator.comments(made.card.id, AFTER).entries]
    assert len(texts) == len(set(texts)) > 10


def test_a_quiz_can_be_shared(demo: OfficeWorld) -> None:
    """With ``--form`` a quiz is answered instead."""
    made = simulated(demo, 12, form_id=QUIZ)
    demo.collect(made.card.cohort)
    demo.coordinator.close_round(made.card.id, QUIZ)
    assert demo.coordinator.quiz_quality(made.card.id, QUIZ).persons == 12


@pytest.mark.parametrize(
    ("more", "code"), [({"count": 0}, "simulate-count"), ({"form_id": "ukjent"}, "cohort-form-unknown")]
)
def test_what_cannot_be_simulated(demo: OfficeWorld, more: dict[str, object], code: str) -> None:
    """Nobody, and a form the course has not, are refused before anything is made."""
    with pytest.raises(KursappError) as caught:
        simulated(demo, **more)  # type: ignore[arg-type]
    assert caught.value.problem.code == code
    assert demo.coordinator.cohorts() == ()


def test_real_cohorts_are_never_touched(world: OfficeWorld) -> None:
    """Neither a cohort nor an answer is made up among real ones."""
    cohort = world.publish()
    with pytest.raises(KursappError) as caught:
        simulated(world)
    assert caught.value.problem.code == "simulate-not-here"
    with pytest.raises(KursappError) as caught:
        answer_files(cohort, AFTER, world.inbox, count=3, seed=1, watch=Unwatched())
    assert caught.value.problem.code == "simulate-not-here"
    assert list(world.inbox.iterdir()) == []


@pytest.mark.parametrize("seed", range(20))
def test_made_up_answers_are_answers(seed: int) -> None:
    """Whoever answers, each answer is one its item can have, on every kind of item."""
    offer = offer_of(OfferedPages())
    for form in (*offer.forms, *offer.quizzes):
        person = MadeUpPerson(Random(seed), "nb")
        assert all(accepts(form.item(item_id), answer) for item_id, answer in person.answer(form))
