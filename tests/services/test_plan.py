"""The plan: steps are kept as written, moved, done, put aside, thrown away and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.plan import NewStep, PlanStep, StepStatus, due_steps
from kursapp.services.changes import NOTHING, Change
from kursapp.services.plan import LONGEST, LONGEST_OWNER, Plan

COURSE = "god-barnevernledelse"


@pytest.fixture
def plan(world) -> Plan:
    """Return the plan of a new participant."""
    return Plan(world.profile, world.clock)


def texts(plan: Plan) -> list[str]:
    return [step.text for step in plan.steps(COURSE)]


def fill(plan: Plan, *words: str) -> list[str]:
    return [step.id for step in plan.add_many(COURSE, [NewStep(each) for each in words]).steps]


def test_a_step_is_kept_as_it_is_written(world, plan: Plan) -> None:
    """Words, owner, day and status are there after a restart, to the letter."""
    words = "Lese ti vedtak  \nsammen med Å"
    made = plan.add(COURSE, NewStep(words, "avdelingsleder", date(2026, 3, 10), "wb/r1/tiltak"))
    plan.set_status(made.step.id, StepStatus.UNDER_WAY)
    world.restart()
    (kept,) = Plan(world.profile, world.clock).steps(COURSE)
    assert (kept.text, kept.owner, kept.due, kept.status) == (
        words,
        "avdelingsleder",
        date(2026, 3, 10),
        StepStatus.UNDER_WAY,
    )
    assert (kept.id, kept.source, kept.created_at) == (made.step.id, "wb/r1/tiltak", world.clock.now())
    assert Change.PLAN in made.changes
    assert made.changes.touch(COURSE)


def test_each_course_has_its_own_plan(plan: Plan) -> None:
    """Steps of one course do not stand in another's plan; all of them together are by course."""
    fill(plan, "a")
    plan.add("annet", NewStep("b"))
    assert texts(plan) == ["a"]
    assert [step.text for step in plan.all()] == ["b", "a"]


def test_what_is_changed_is_changed_alone(plan: Plan) -> None:
    """Writing leaves owner and day, and so on; too long words are cut, never refused."""
    first, second = fill(plan, "a", "b")
    plan.write(first, "x" * (LONGEST + 5))
    plan.give(first, "y" * (LONGEST_OWNER + 5))
    plan.set_due(first, date(2026, 5, 1))
    plan.set_due(second, date(2026, 5, 2))
    plan.set_due(second, None)
    one, two = plan.steps(COURSE)
    assert (one.text, one.owner, one.due) == ("x" * LONGEST, "y" * LONGEST_OWNER, date(2026, 5, 1))
    assert (two.text, two.due) == ("b", None)


def test_the_day_it_was_done_stands_as_long_as_it_is_done(world, plan: Plan) -> None:
    """Saying it twice does not move the day; taking it back forgets it."""
    (step,) = fill(plan, "a")
    plan.set_status(step, StepStatus.DONE)
    done = world.clock.now()
    world.clock.move(days=3)
    assert plan.set_status(step, StepStatus.DONE).step.done_at == done
    assert plan.set_status(step, StepStatus.UNDER_WAY).step.done_at is None


@pytest.mark.parametrize(
    ("at", "by", "order"),
    [(0, 1, "bac"), (2, -1, "acb"), (0, 9, "bca"), (2, -9, "cab"), (0, -1, "abc"), (2, 1, "abc")],
)
def test_a_step_moves_among_those_that_are_shown(plan: Plan, at: int, by: int, order: str) -> None:
    """Past an end it stays at the end."""
    steps = fill(plan, "a", "b", "c")
    changes = plan.move(steps[at], by)
    assert "".join(texts(plan)) == order
    assert (changes == NOTHING) == (order == "abc")


def test_a_step_that_lies_in_the_bin_comes_back_where_it_was(plan: Plan) -> None:
    """Throwing away is undone, also after others have moved."""
    _a, b, _c = fill(plan, "a", "b", "c")
    plan.remove(b)
    assert texts(plan) == ["a", "c"]
    assert [step.text for step in plan.removed(COURSE)] == ["b"]
    with pytest.raises(KeyError):
        plan.move(b, 1)
    plan.restore(b)
    assert texts(plan) == ["a", "b", "c"]


def test_steps_that_share_a_place_can_be_parted(world, plan: Plan) -> None:
    """As a file put together by hand may hold them: a move moves all the same."""
    a, b, c = fill(plan, "a", "b", "c")
    stored = world.profile.plan_steps
    stored.save(*(replace(step, place=1) for step in stored.of_course(COURSE)))
    before = texts(plan)
    first = next(step.id for step in plan.steps(COURSE))
    assert {a, b, c} > {first}

    plan.move(first, 2)

    assert texts(plan) == [*before[1:], before[0]]


def test_the_bin_is_emptied_for_good(world, plan: Plan) -> None:
    """What was thrown away is in the file no more; what stands in the plan, and other plans' bins, are left alone."""
    a, _b = fill(plan, "a", "b")
    other = plan.add("annet", NewStep("c")).step.id
    plan.remove(a)
    plan.remove(other)
    assert plan.empty_bin(COURSE).touch(a)
    assert texts(plan) == ["b"]
    assert plan.removed(COURSE) == ()
    assert [step.text for step in plan.removed("annet")] == ["c"]
    assert plan.empty_bin(COURSE) == NOTHING
    with pytest.raises(KeyError):
        plan.restore(a)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(-6, 6)), max_size=8), gone=st.integers(0, 4))
def test_moving_loses_and_doubles_nothing(plan: Plan, moves: list[tuple[int, int]], gone: int) -> None:
    """After any moves every step is there once, and all stand in places of their own."""
    for step in plan.steps(COURSE):
        plan.remove(step.id)
    steps = fill(plan, "a", "b", "c", "d", "e")
    plan.remove(steps[gone])
    for at, by in moves:
        if at != gone:
            plan.move(steps[at], by)
    plan.restore(steps[gone])
    assert sorted(texts(plan)) == ["a", "b", "c", "d", "e"]
    for at, by in moves:
        before = texts(plan)
        plan.move(steps[at], by)
        assert sorted(texts(plan)) == sorted(before)
    shown = [step.place for step in plan.steps(COURSE)]
    assert shown == sorted(shown)


def test_what_is_due_is_open_and_its_day_has_come(world, plan: Plan) -> None:
    """Steps done or put aside are due no more; the earliest stands first; ``ahead`` looks further."""
    now = datetime(2026, 3, 9, 12, tzinfo=UTC)
    days = {"sent": 1, "snart": 12, "idag": 9, "ferdig": 2, "senere": 2}
    steps = {word: plan.add(COURSE, NewStep(word, due=date(2026, 3, day))).step.id for word, day in days.items()}
    plan.add(COURSE, NewStep("uten dag"))
    plan.set_status(steps["ferdig"], StepStatus.DONE)
    plan.set_status(steps["senere"], StepStatus.PUT_ASIDE)
    assert [step.text for step in plan.due(now)] == ["sent", "idag"]
    assert [step.text for step in plan.due(now, ahead=3)] == ["sent", "idag", "snart"]
    plan.remove(steps["sent"])
    assert [step.text for step in plan.due(now)] == ["idag"]


def test_the_last_day_of_the_calendar_is_no_trouble() -> None:
    """Looking past the end of time finds what there is."""
    step = PlanStep("a", COURSE, 1, "a", due=date.max)
    assert due_steps([step], date.max, ahead=7) == (step,)
    assert not step.is_overdue(date.max)


def test_a_step_nobody_has_is_said_so(plan: Plan) -> None:
    """An id from nowhere is a mistake of the program's, not a new step."""
    for act in (plan.remove, plan.restore, lambda step: plan.write(step, "x")):
        with pytest.raises(KeyError):
            act("borte")


def test_a_row_changed_by_hand_is_read_all_the_same(world, plan: Plan) -> None:
    """A day or status that is none stands as none; the words are not lost."""
    (step,) = fill(plan, "a")
    world.profile._database.driver.execute("UPDATE plan_step SET due = 'i morgen', status = 'tja'")
    (kept,) = plan.steps(COURSE)
    assert (kept.id, kept.due, kept.status) == (step, None, StepStatus.NOT_BEGUN)
