"""A case recomputed from its steps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.case import Axis, Case, Choice, Clause, Condition, Effect, Ending, Operator, Scene
from kursapp.domain.course import Place, Rich
from kursapp.domain.path import Path, follow, holds, not_taken
from kursapp.domain.record import CaseStep

HERE = Place("dag-1/03.md", 1, 9)
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


ALWAYS = Condition()


def choice(name: str, target: str, *effects: tuple[str, int], condition: Condition = ALWAYS) -> Choice:
    pushes = tuple(Effect(axis, change) for axis, change in effects)
    return Choice(name, Rich("", name), target, Rich("", f"om {name}"), pushes, condition)


AFTER_C1 = Condition((Clause("barnet", Operator.AT_LEAST, 1), Clause(chosen="c1")))
CASE = Case(
    "fredag",
    "Fredag kl. 15.40",
    HERE,
    axes=(Axis("barnet", "Barnet", 0, 5), Axis("ansatte", "Ansatte")),
    scenes=(
        Scene(
            "fredag",
            "Fredag",
            HERE,
            (),
            (choice("c1", "mandag", ("barnet", -2), ("ansatte", -1)), choice("c2", "samtalen", ("barnet", 3))),
        ),
        Scene("mandag", "Mandag", HERE, (), (choice("tilbake", "fredag"),)),
        Scene(
            "samtalen",
            "Samtalen",
            HERE,
            (),
            (choice("vedtak", "vedtak"), choice("angre", "fredag"), choice("lang", "stille", condition=AFTER_C1)),
        ),
        Scene("vedtak", "Vedtak", HERE, (), ending=Ending.GOOD),
        Scene("stille", "Stille", HERE, ()),
    ),
)


def walk(*pairs: str) -> Path:
    """Follow steps written as ``scene/choice``."""
    return follow(CASE, [CaseStep(*pair.split("/"), NOW) for pair in pairs])


def values(path: Path) -> dict[str, int]:
    return {shown.axis.id: shown.value for shown in path.axes}


def test_a_case_begins_in_its_first_scene_with_every_axis_at_nought() -> None:
    """Nothing is chosen, nothing has moved, and the choices without conditions stand open."""
    path = walk()
    assert (path.scene.id, values(path), path.ending, path.last) == ("fredag", {"barnet": 0, "ansatte": 0}, None, None)
    assert [open_choice.id for open_choice in path.choices] == ["c1", "c2"]


def test_a_choice_leads_on_and_moves_its_axes() -> None:
    """The scene is the choice's target, the axes tell what was moved, and the choice's words can be told."""
    path = walk("fredag/c2")
    assert path.scene.id == "samtalen"
    assert {shown.axis.id: (shown.value, shown.moved) for shown in path.axes} == {"barnet": (3, 3), "ansatte": (0, 0)}
    assert path.last is not None
    assert path.last.choice.feedback.plain == "om c2"


def test_an_axis_is_shown_within_its_range_and_goes_on_beyond_it() -> None:
    """−2 is shown as 0 on an axis from 0 to 5, and is still paid back: the sum counts, not the order."""
    assert values(walk("fredag/c1")) == {"barnet": 0, "ansatte": -1}
    both = values(walk("fredag/c1", "mandag/tilbake", "fredag/c2"))
    other = values(walk("fredag/c2", "samtalen/angre", "fredag/c1"))
    assert both == other == {"barnet": 1, "ansatte": -1}


def test_a_choice_counts_once_however_often_one_returns() -> None:
    """Round and round the same way moves nothing more, and tells that it was taken before."""
    once = walk("fredag/c2", "samtalen/angre")
    again = walk("fredag/c2", "samtalen/angre", "fredag/c2")
    assert values(once) == values(again)
    assert again.last is not None
    assert (again.last.again, again.last.effects) == (True, ())


def test_a_condition_hides_a_choice_until_it_holds() -> None:
    """«barnet ≥ 1 og valgt: c1» holds only on the way that fulfils both."""
    assert [c.id for c in walk("fredag/c2").choices] == ["vedtak", "angre"]
    path = walk("fredag/c1", "mandag/tilbake", "fredag/c2")
    assert [c.id for c in path.choices] == ["vedtak", "angre", "lang"]


def test_a_scene_without_choices_ends_the_case() -> None:
    """An ending is of the kind its author says, and open where nothing is said."""
    assert walk("fredag/c2", "samtalen/vedtak").ending is Ending.GOOD
    path = walk("fredag/c1", "mandag/tilbake", "fredag/c2", "samtalen/lang")
    assert (path.ending, path.is_stuck) == (Ending.OPEN, False)


def test_a_scene_where_every_choice_is_hidden_is_stuck() -> None:
    """It is no ending: one can only go back."""
    hidden = choice("aldri", "a", condition=Condition((Clause("x", Operator.MORE, 3),)))
    path = follow(Case("a", "a", HERE, (Axis("x", "x"),), (Scene("a", "a", HERE, (), (hidden,)),)), [])
    assert path.is_stuck
    assert path.ending is None


def test_the_ways_not_taken_are_told_scene_by_scene() -> None:
    """Choices left alone in scenes one came to, and every scene one never saw."""
    left = not_taken(CASE, walk("fredag/c2", "samtalen/vedtak"))
    told = {way.scene.id: ([c.id for c in way.choices], way.visited) for way in left}
    assert told == {
        "fredag": (["c1"], True),
        "mandag": (["tilbake"], False),
        "samtalen": (["angre", "lang"], True),
        "stille": ([], False),
    }


@pytest.mark.parametrize("steps", [("fredag/borte",), ("samtalen/vedtak",), ("fredag/borte", "fredag/c2")])
def test_steps_a_changed_case_no_longer_has_are_left_out_with_what_followed(steps: tuple[str, ...]) -> None:
    """The case stands where the last sound step led, and says how many were lost."""
    path = walk(*steps)
    assert (path.scene.id, path.taken, path.lost) == ("fredag", (), len(steps))


def test_a_choice_that_leads_nowhere_is_not_followed() -> None:
    """A target the case does not have loses the step, not the program."""
    case = Case("a", "a", HERE, (), (Scene("a", "a", HERE, (), (choice("c", "borte"),)),))
    assert follow(case, [CaseStep("a", "c", NOW)]).lost == 1


@pytest.mark.parametrize(
    ("operator", "outcomes"),
    [
        (Operator.LESS, (True, False, False)),
        (Operator.AT_MOST, (True, True, False)),
        (Operator.EQUAL, (False, True, False)),
        (Operator.AT_LEAST, (False, True, True)),
        (Operator.MORE, (False, False, True)),
    ],
)
def test_every_comparison_compares(operator: Operator, outcomes: tuple[bool, ...]) -> None:
    """One under, equal and one over the number."""
    condition = Condition((Clause("x", operator, 2),))
    assert tuple(holds(condition, {"x": value}, ()) for value in (1, 2, 3)) == outcomes


def test_clauses_are_joined_by_og_or_by_eller() -> None:
    """``og`` asks for all, ``eller`` for one, and no clause asks for nothing."""
    clauses = (Clause("x", Operator.EQUAL, 1), Clause(chosen="c1"))
    assert holds(Condition(), {}, ())
    assert not holds(Condition(clauses), {"x": 1}, ())
    assert holds(Condition(clauses, every=False), {"x": 1}, ())
    assert holds(Condition(clauses), {"x": 1}, {"c1"})
    assert not holds(Condition(clauses, every=False), {"x": 0}, ())


@given(st.lists(st.sampled_from([c.id for scene in CASE.scenes for c in scene.choices]), max_size=12))
def test_any_sequence_of_steps_gives_a_path_that_adds_up(wished: list[str]) -> None:
    """Each axis is the sum of the effects of the different choices taken, within its range."""
    path = walk()
    steps: list[str] = []
    for name in wished:
        if name in [c.id for c in path.choices]:
            steps.append(f"{path.scene.id}/{name}")
            path = walk(*steps)
    met = {step.choice.id: step.choice for step in path.taken}
    for shown in path.axes:
        total = sum(e.change for c in met.values() for e in c.effects if e.axis == shown.axis.id)
        low, high = shown.axis.low, shown.axis.high
        assert shown.value == (total if low is None or high is None else min(max(total, low), high))
    assert path.lost == 0
    assert len(path.taken) == len(steps)
