"""Playing a case: the way on, back, over again, and the endings one has come to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.case import Ending
from kursapp.domain.problem import KursappError
from kursapp.domain.response import Chosen
from kursapp.services.changes import Change


def axis(state) -> int:
    return state.path.axes[0].value


def test_a_case_begins_without_anything_being_kept(world) -> None:
    """Looking at it is not playing it."""
    state = world.desk.case.state(world.case)
    assert (state.run, state.path.scene.id, axis(state), state.runs) == (1, "case-fredag", 0, ())
    assert world.profile.cases.runs(world.course.id, world.case.id) == ()


def test_the_way_so_far_survives_a_restart(world) -> None:
    """Scene, axes and path are those one left."""
    state = world.desk.case.choose(world.case, "c2")
    assert Change.CASES in state.changes
    world.restart()
    kept = world.desk.case.state(world.case)
    assert (kept.path.scene.id, axis(kept)) == ("samtalen", 3)
    assert kept.path.last.choice.feedback.plain == "Du snakker."
    assert world.desk.page_state(world.work).cases["case-fredag"].path == kept.path


def test_only_an_open_choice_can_be_taken(world) -> None:
    """A choice of another scene is a mistake of the screen and leaves no run behind."""
    with pytest.raises(ValueError, match="c3"):
        world.desk.case.choose(world.case, "c3")
    assert world.profile.cases.runs(world.course.id, world.case.id) == ()


def test_going_back_undoes_the_choice_and_what_it_moved(world) -> None:
    """The axis stands where it stood, and another way is open."""
    world.desk.case.choose(world.case, "c2")
    state = world.desk.case.back(world.case)
    assert (state.path.scene.id, axis(state), state.run) == ("case-fredag", 0, 1)
    assert world.desk.case.choose(world.case, "c1").path.scene.id == "mandag"


def test_at_the_beginning_there_is_nothing_to_undo(world) -> None:
    """One sentence, and no empty run."""
    with pytest.raises(KursappError) as refused:
        world.desk.case.back(world.case)
    assert refused.value.problem.code == "case-at-start"
    assert world.profile.cases.runs(world.course.id, world.case.id) == ()


def test_an_ending_is_kept_when_one_goes_back_from_it(world) -> None:
    """The run that ended stands among the endings, and one plays on from the scene before."""
    world.desk.case.choose(world.case, "c2")
    ended = world.desk.case.choose(world.case, "c4")
    assert ended.path.ending is Ending.SERIOUS
    assert Change.PROGRESS in ended.changes
    assert ended.runs == ()
    state = world.desk.case.back(world.case)
    assert (state.path.scene.id, axis(state), state.run) == ("samtalen", 3, 2)
    assert [(run.ending, run.scene_title, run.steps) for run in state.runs] == [(Ending.SERIOUS, "Uro", 2)]
    assert world.desk.case.choose(world.case, "c3").path.ending is Ending.GOOD


def test_starting_over_keeps_the_run_so_far(world) -> None:
    """From the first scene with every axis at nought; only runs that came to an ending are told of."""
    world.desk.case.choose(world.case, "c2")
    unended = world.desk.case.start_over(world.case)
    assert (unended.run, unended.path.scene.id, unended.runs) == (2, "case-fredag", ())
    world.desk.case.choose(world.case, "c2")
    world.desk.case.choose(world.case, "c3")
    over = world.desk.case.start_over(world.case)
    assert (over.run, axis(over), [run.ending for run in over.runs]) == (3, 0, [Ending.GOOD])
    assert len(world.profile.cases.runs(world.course.id, world.case.id)) == 3


def test_starting_over_at_the_beginning_changes_nothing(world) -> None:
    """Pressing it twice makes no empty runs."""
    assert not world.desk.case.start_over(world.case).changes
    world.desk.case.choose(world.case, "c2")
    world.desk.case.start_over(world.case)
    assert not world.desk.case.start_over(world.case).changes
    assert len(world.profile.cases.runs(world.course.id, world.case.id)) == 2


def test_the_ways_not_taken_are_told(world) -> None:
    """At the ending one sees what else could have been chosen."""
    world.desk.case.choose(world.case, "c2")
    state = world.desk.case.choose(world.case, "c3")
    assert [(way.scene.id, [c.id for c in way.choices]) for way in state.not_taken] == [
        ("case-fredag", ["c1"]),
        ("mandag", ["igjen"]),
        ("samtalen", ["c4"]),
        ("uro", []),
    ]


def test_a_changed_case_is_gone_on_with_as_far_as_the_way_still_holds(world) -> None:
    """The old run is kept whole; a new one takes over the steps that still fit."""
    world.desk.case.choose(world.case, "c2")
    world.desk.case.choose(world.case, "c4")
    world.desk.case.back(world.case)
    world.desk.case.choose(world.case, "c4")
    talk = world.case.scenes[2]
    changed = replace(
        world.case,
        scenes=(*world.case.scenes[:2], replace(talk, choices=(talk.choices[0],)), *world.case.scenes[3:]),
    )
    state = world.desk.case.state(changed)
    assert (state.path.scene.id, state.path.lost) == ("samtalen", 1)
    ended = world.desk.case.choose(changed, "c3")
    assert (ended.path.ending, ended.path.lost, ended.run) == (Ending.GOOD, 0, 3)
    assert [run.ending for run in ended.runs] == [Ending.SERIOUS, Ending.SERIOUS]


def test_a_choice_that_cannot_be_kept_changes_nothing(world, monkeypatch) -> None:
    """A new run and its first choice are one transaction."""

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(world.profile.cases, "step", fail)
    with pytest.raises(OSError, match="full"):
        world.desk.case.choose(world.case, "c2")
    world.restart()
    assert world.profile.cases.runs(world.course.id, world.case.id) == ()


def test_questions_inside_a_scene_are_part_of_the_page(world) -> None:
    """They are answered like any practice question and found in the page's state."""
    page = world.desk.page_state(world.work)
    assert list(page.questions) == ["q-inni"]
    world.desk.take.answer(world.case.scenes[1].blocks[0], Chosen(("q-inni-a",)))
    assert world.desk.page_state(world.work).questions["q-inni"].score.right
