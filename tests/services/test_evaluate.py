"""Filling in an evaluation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.evaluation_answer import Rated, RatedTwice, Written
from kursapp.domain.response import Chosen
from kursapp.services.changes import Change


def test_answers_are_saved_one_by_one_and_survive_a_restart(world) -> None:
    """Half a pair is kept too."""
    assert Change.EVALUATION in world.desk.evaluate.answer(world.form, "frister", RatedTwice(before=2))
    world.restart()
    state = world.desk.page_state(world.form).evaluation
    assert state.answers == {"frister": RatedTwice(before=2)}
    assert (state.given, state.total, state.missing) == (0, 2, ("fornaa",))
    assert [theme.title for theme in state.themes] == ["Trygghet", "Annet"]


def test_an_answer_can_be_changed_and_taken_back(world) -> None:
    """The last one stands; a blank one leaves nothing in the file."""
    evaluate = world.desk.evaluate
    evaluate.answer(world.form, "kommentar", Written("Takk"))
    evaluate.answer(world.form, "kommentar", Written("Takk for meg"))
    assert evaluate.state(world.form).answers == {"kommentar": Written("Takk for meg")}
    evaluate.answer(world.form, "kommentar", Written(""))
    assert world.profile.evaluations.of_form(world.course.id, "eval-1") == {}
    evaluate.answer(world.form, "frister", RatedTwice(1, 2))
    evaluate.clear(world.form, "frister")
    assert evaluate.state(world.form).answers == {}


def test_an_answer_the_item_cannot_have_is_a_mistake_of_the_screen(world) -> None:
    """Another shape, a step outside the scale, an id the form does not have."""
    for answer in (Rated(3), RatedTwice(now=6)):
        with pytest.raises(ValueError, match="frister"):
            world.desk.evaluate.answer(world.form, "frister", answer)
    with pytest.raises(KeyError):
        world.desk.evaluate.answer(world.form, "fornaa", RatedTwice(1, 2))
    assert world.desk.evaluate.state(world.form).answers == {}


def test_a_form_is_finished_when_nothing_that_must_be_is_missing(world) -> None:
    """Until then it tells what is missing and is not finished."""
    evaluate = world.desk.evaluate
    finished = evaluate.finish(world.form)
    assert finished.missing == ("fornaa",)
    assert not finished.changes
    assert world.desk.take.progress().page("eval-1").fill == 0
    evaluate.answer(world.form, "frister", RatedTwice(2, 4))
    assert world.desk.take.progress().page("eval-1").fill == 0.5
    assert evaluate.finish(world.form).missing == ()
    assert world.desk.take.progress().page("eval-1").fill == 1


def test_a_finished_form_can_be_changed_and_says_so(world) -> None:
    """It stays finished, knows that something was changed since, and can be finished again."""
    evaluate = world.desk.evaluate
    evaluate.answer(world.form, "frister", RatedTwice(2, 4))
    evaluate.finish(world.form)
    assert not evaluate.state(world.form).changed_since
    world.clock.move(days=1)
    evaluate.answer(world.form, "frister", RatedTwice(2, 5))
    state = evaluate.state(world.form)
    assert state.finished_at is not None
    assert state.changed_since
    evaluate.finish(world.form)
    assert not evaluate.state(world.form).changed_since


def test_before_and_now_stand_beside_each_other(world) -> None:
    """Each row tells how far it has moved."""
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(2, 4))
    (pair,) = world.desk.evaluate.state(world.form).pairs
    assert (pair.before, pair.now, pair.change) == (2, 4, 2)


def test_self_rating_is_held_up_against_knowledge(world) -> None:
    """The gap appears when both are answered, and follows the last answer."""
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(2, 5))
    (gap,) = world.desk.evaluate.state(world.form).gaps
    assert (gap.rated, gap.known) == (1.0, None)
    world.desk.take.answer(world.knowledge, Chosen(("k-frist-c",)))
    (gap,) = world.desk.evaluate.state(world.form).gaps
    assert (gap.rated, gap.known) == (1.0, 0.0)
    assert world.desk.page_state(world.form).questions["k-frist"].score.right is False


def test_an_answer_to_an_item_that_has_changed_is_kept_but_not_shown(world) -> None:
    """A scale of three steps cannot show step 5; the answer comes back with the old form."""
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(2, 5))
    item = replace(world.form.blocks[0], steps=("Lite", "Noe", "Mye"))
    shorter = replace(world.form, blocks=(item, *world.form.blocks[1:]))
    state = world.desk.evaluate.state(shorter)
    assert (state.answers, state.missing) == ({}, ("fornaa",))
    assert world.desk.evaluate.state(world.form).answers == {"frister": RatedTwice(2, 5)}


def test_the_same_row_on_two_forms_is_two_answers(world) -> None:
    """Before and after the course are answered each by itself."""
    after = replace(world.form, id="eval-etter")
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(1, 2))
    world.desk.evaluate.answer(after, "frister", RatedTwice(3, 4))
    assert world.desk.evaluate.state(world.form).answers == {"frister": RatedTwice(1, 2)}
    assert world.desk.evaluate.state(after).answers == {"frister": RatedTwice(3, 4)}
