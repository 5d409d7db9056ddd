"""Cohorts held side by side over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kursapp.domain.comparison import Line, Measure, compare, same_words
from kursapp.domain.evaluation_answer import Ranked
from kursapp.domain.form import Form
from kursapp.domain.results import RoundResults, Why
from kursapp.domain.statistics import Share, wilson
from tests.domain.rounds import (
    BEST,
    FORM,
    PACE,
    ROLE,
    Answers,
    cohort_of,
    paired,
    picked,
    rated,
    round_of,
    scale,
    together,
    twice,
)

ASKED = replace(FORM, items=(scale("a"), twice("f"), PACE, ROLE))


def held(name: str, year: int, people: list[Answers], form: Form = ASKED, *, simulated: bool = False) -> RoundResults:
    cohort = replace(
        cohort_of(), id=name, name=name, starts=date(year, 1, 1), ends=date(year, 2, 1), simulated=simulated
    )
    return round_of(people, form=form, cohort=cohort)


def people(*steps: int) -> list[Answers]:
    return [
        *together(rated("a", *steps), paired("f", *[(1, 4)] * len(steps)), picked("tempo", *["passe"] * len(steps)))
    ]


def line(lines: tuple[Line, ...], item: str, measure: Measure) -> Line:
    return next(one for one in lines if one.item.id == item and one.measure is measure)


def test_cohorts_stand_from_the_earliest_to_the_latest() -> None:
    """Whatever order they are asked for in."""
    found = compare([held("b", 2025, people(4, 4, 4, 4, 1)), held("a", 2024, people(1, 1, 1, 1, 4))])
    assert [cohort.id for cohort in found.cohorts] == ["a", "b"]
    assert found.cohorts[0].answered == Share(5, 24)
    one = line(found.lines, "a", Measure.FAVOURABLE)
    assert [point.share for point in one.points] == [Share(1, 5), Share(4, 5)]
    assert [point.interval for point in one.points] == [wilson(Share(1, 5)), wilson(Share(4, 5))]
    assert [point.mean for point in one.points] == [1.6, 3.4]


def test_each_kind_has_its_lines() -> None:
    """A scale one, a pair three, a choice one for each option; background questions none."""
    found = compare([held("a", 2024, people(1, 2, 3, 4, 5))])
    assert [(one.item.id, one.measure, one.option_id) for one in found.lines] == [
        ("a", Measure.FAVOURABLE, ""),
        ("f", Measure.MOVED_UP, ""), ("f", Measure.BEFORE, ""), ("f", Measure.NOW, ""),
        ("tempo", Measure.OPTION, "lavt"), ("tempo", Measure.OPTION, "passe"), ("tempo", Measure.OPTION, "raskt"),
    ]  # fmt: skip
    assert [one.points[0].share for one in found.of_item("f")] == [Share(5, 5), Share(0, 5), Share(5, 5)]
    assert [one.points[0].share for one in found.of_item("tempo")] == [Share(0, 5), Share(5, 5), Share(0, 5)]


def test_rankings_are_followed_by_what_came_first() -> None:
    """The share that put an option first."""
    form = replace(FORM, items=(BEST,))
    ranked: list[Answers] = [{"best": Ranked(("en", "to", "tre"))}] * 4 + [{"best": Ranked(("to", "en"))}]
    found = compare([held("a", 2024, ranked, form)])
    assert [one.points[0].share for one in found.lines] == [Share(4, 5), Share(1, 5), Share(0, 5)]


def test_changed_words_break_the_line() -> None:
    """The point after the change is not joined to the one before; the next one, in the new words, is."""
    newer = replace(ASKED, items=(scale("a", area="B"), *ASKED.items[1:]))
    other = replace(ASKED, items=(replace(scale("a"), text="Noe annet"), *ASKED.items[1:]))
    found = compare([
        held("a", 2022, people(4, 4, 4, 4, 4)), held("b", 2023, people(4, 4, 4, 4, 4), newer),
        held("c", 2024, people(4, 4, 4, 4, 4), other), held("d", 2025, people(4, 4, 4, 4, 4), other),
    ])  # fmt: skip
    one = line(found.lines, "a", Measure.FAVOURABLE)
    assert [point.joined for point in one.points] == [True, True, False, True]
    assert one.item.text == "Noe annet"
    assert one.has_break
    assert not line(found.lines, "f", Measure.NOW).has_break


@pytest.mark.parametrize(
    "changed",
    [
        replace(scale("a"), text="b"), replace(scale("a"), heading="b"), replace(scale("a"), steps=("1", "2")),
        replace(scale("a"), apart=""), scale("a", reversed=True), replace(twice("a"), theme="Nytte"),
    ],
)  # fmt: skip
def test_what_makes_words_other_words(changed: object) -> None:
    """The text, the words above it, the steps, their direction and the kind."""
    assert not same_words(scale("a"), changed)  # type: ignore[arg-type]
    assert same_words(scale("a"), replace(scale("a"), theme="Annet", required=True, area="X", block="y"))


def test_an_option_s_words_matter_too() -> None:
    """A choice with another option is another choice."""
    assert not same_words(PACE, replace(PACE, options=PACE.options[:2]))


def test_hidden_points_say_why_and_items_not_asked_have_none() -> None:
    """Too few is a gap with a reason; an item that was not there is a gap without, and the words are remembered."""
    without = replace(ASKED, items=ASKED.items[1:])
    found = compare([
        held("a", 2022, people(4, 4, 4, 4, 4)), held("b", 2023, people(4, 4)),
        held("c", 2024, people(4, 4, 4, 4, 4), without), held("d", 2025, people(4, 4, 4, 4, 4)),
    ])  # fmt: skip
    points = line(found.lines, "a", Measure.FAVOURABLE).points
    assert [point.share is None for point in points] == [False, True, True, False]
    assert [point.why for point in points] == [None, Why.FEW_PERSONS, None, None]
    assert points[3].joined


def test_an_item_that_was_of_another_kind_breaks_the_line() -> None:
    """The scale that became a pair has no point where it was a scale."""
    before = replace(ASKED, items=(scale("f"),))
    found = compare([held("a", 2022, [*rated("f", *[4] * 5)], before), held("b", 2023, people(4, 4, 4, 4, 4))])
    now = line(found.lines, "f", Measure.NOW)
    assert [point.share for point in now.points] == [None, Share(5, 5)]
    assert not now.points[1].joined


def test_items_only_earlier_forms_asked_come_last() -> None:
    """The latest form decides the order."""
    later = replace(ASKED, items=(PACE,))
    found = compare([held("a", 2022, people(4, 4, 4, 4, 4)), held("b", 2023, people(4, 4, 4, 4, 4), later)])
    assert (found.lines[0].item.id, found.lines[-1].item.id) == ("tempo", "f")


def test_simulated_cohorts_never_mix_with_real_ones() -> None:
    """Nor is a cohort compared with itself."""
    real, made_up = held("a", 2024, people(4, 4, 4, 4, 4)), held("b", 2025, people(4, 4, 4, 4, 4), simulated=True)
    with pytest.raises(ValueError, match="simulated"):
        compare([real, made_up])
    with pytest.raises(ValueError, match="twice"):
        compare([real, real])


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    """No cohorts, no lines."""
    assert compare([]).lines == ()
