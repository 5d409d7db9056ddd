"""The gate against someone who knows the rules, the groups and every publication: small cohorts, every one there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kursapp.domain.disclosure import publish
from kursapp.domain.results import Count
from kursapp.domain.tally import BLANK
from tests.domain.small_worlds import (
    FORM,
    Crowd,
    Gate,
    K,
    Setting,
    World,
    cohort,
    counts,
    every_setting,
    leaks,
    persons,
    tables,
)

COHORT = cohort()

ONE_ROUND: dict[str, Setting] = {
    "five, nobody apart": (Crowd(5),),
    "five, one alone": (Crowd(4, x="a"), Crowd(1, x="b")),
    "six, two groups": (Crowd(3, x="a"), Crowd(3, x="b")),
    "seven, two groups": (Crowd(4, x="a"), Crowd(3)),
    "seven, two small groups": (Crowd(5, x="a"), Crowd(1, x="b"), Crowd(1, x="c")),
    "seven, one small group": (Crowd(3, x="a"), Crowd(3, x="b"), Crowd(1, x="c")),
    "six, overlapping": (
        Crowd(2, x="a", y="c"),
        Crowd(1, x="a", y="d"),
        Crowd(1, x="b", y="c"),
        Crowd(2, x="b", y="d"),
    ),
    "seven, one group inside another": (Crowd(3, x="a", y="c"), Crowd(1, x="b", y="c"), Crowd(3, x="b", y="d")),
    "seven, the same groups twice": (Crowd(3, x="a", y="c"), Crowd(4, x="b", y="d")),
}
LATER: dict[str, Setting] = {
    "three and three": (Crowd(3), Crowd(3, 2)),
    "four and three": (Crowd(4), Crowd(3, 2)),
    "two, then three": (Crowd(2), Crowd(3, 2)),
    "a group grows": (Crowd(3, x="a"), Crowd(3, 2, x="a")),
    "a group comes": (Crowd(3, x="a"), Crowd(3, 2, x="b")),
    "a small group becomes large": (Crowd(1, x="a"), Crowd(3, x="b"), Crowd(3, 2, x="a")),
    "groups grow by too few": (Crowd(3, x="a"), Crowd(2, 2, x="a"), Crowd(1, 2, x="b")),
}
GROWING: Setting = (Crowd(3, x="a"), Crowd(3, x="b"), Crowd(2, 2, x="a"), Crowd(1, 2, x="b"))
CATCHING_UP: Setting = (
    Crowd(3, x="a"), Crowd(3, x="b"), Crowd(3, 2, x="a"), Crowd(1, 2, x="b"), Crowd(3, 3, x="b"),
)  # fmt: skip


def our_gate(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Publish as the program does."""
    return publish(COHORT, FORM, persons(setting, until), counts(setting, worlds, until))


@pytest.mark.parametrize("name", [*ONE_ROUND, *LATER])
def test_nobody_learns_what_fewer_than_k_answered(name: str) -> None:
    """Whatever is answered, no history of publications tells the answers of fewer than k persons."""
    assert leaks({**ONE_ROUND, **LATER}[name], our_gate) == []


@pytest.mark.parametrize("size", [5, 6, 7])
def test_no_way_to_be_five_to_seven_tells_of_anybody(size: int) -> None:
    """Three groups; two and two that overlap; and groups that late batches add to: all there are, all answers."""
    for setting in every_setting(size, 1, ("a", "b", "")):
        assert leaks(setting, our_gate) == [], setting
    for setting in every_setting(size, 1, ("a", "b"), ("c", "d")):
        assert leaks(setting, our_gate, steps=("1", "2", BLANK) if size < 7 else ("1", "2")) == [], setting
    for setting in every_setting(size, 2, ("a", "b", "")):
        assert leaks(setting, our_gate, steps=("1", "2")) == [], setting


@pytest.mark.slow
@pytest.mark.parametrize("size", [6, 7])
def test_blanks_in_late_batches_tell_of_nobody(size: int) -> None:
    """The same with items left blank by some, in two groups and two batches."""
    for setting in every_setting(size, 2, ("a", "b")):
        assert leaks(setting, our_gate) == [], setting


def test_nobody_learns_from_one_item_about_another() -> None:
    """Two items of one form side by side tell no more than each by itself."""
    assert leaks((Crowd(4, x="a"), Crowd(1, x="b")), our_gate, items=2) == []


def test_a_breakdown_never_catches_up_with_what_it_missed() -> None:
    """Where a group grew by too few, later batches do not bring the breakdown forward, or subtraction would tell."""
    assert leaks(GROWING, our_gate, steps=("1", "2")) == []
    assert leaks(CATCHING_UP, our_gate, steps=("1", "2")) == []


def shown(table: Mapping[str, int]) -> object:
    """Return a table as a value that can be told from others."""
    return tuple(sorted(table.items()))


def hiding_cells(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Hide single cells: a group's count is left out where it is below k, the rest stands."""
    rows = counts(setting, worlds, until)
    by_group = {
        unit: shown({step: count for step, count in table.items() if count >= K})
        for unit, table in tables(rows, "x").items()
    }
    return shown(tables(rows)["i0", ""]), tuple(sorted(by_group.items()))


def hiding_two_groups(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Hide the small group and the smallest of the others, so that it takes two to subtract."""
    rows = counts(setting, worlds, until)
    by_group = sorted(tables(rows, "x").items(), key=lambda one: (sum(one[1].values()), one[0]))
    return shown(tables(rows)["i0", ""]), tuple((unit, shown(table)) for unit, table in by_group[2:])


def theme_over_hidden(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Publish as the program does, and besides it a theme's mean over all its items, the hidden ones too."""
    rows = counts(setting, worlds, until)
    given = [int(row.step) for row in rows if not row.variable and row.item_id.startswith("i") and row.step != BLANK
             for _ in range(row.count)]  # fmt: skip
    mean = sum(given) / len(given) if given else None
    return publish(COHORT, FORM, persons(setting, until), rows), mean


def overlapping_groups(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Show each breakdown whose groups are large enough, whatever else is shown."""
    rows = counts(setting, worlds, until)
    return tuple(publish(cohort(breakdowns=(name,)), FORM, persons(setting, until), rows) for name in "xy")


def showing_growth(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Publish everything anew after each batch, as if there had been no publication before."""
    rows = [Count(row.item_id, row.step, row.count, 1, row.variable, row.value)
            for row in counts(setting, worlds, until)]  # fmt: skip
    return publish(COHORT, FORM, [sum(persons(setting, until))], rows)


def showing_latecomers(setting: Setting, worlds: Sequence[World], until: int) -> object:
    """Move a breakdown forward as soon as each group has grown by k since it was last shown, over a gap."""
    totals = publish(cohort(breakdowns=()), FORM, persons(setting, until), counts(setting, worlds, until))
    if until == 2:
        return totals, showing_growth(setting, worlds, 1)
    return totals, showing_growth(setting, worlds, until)


WEAKER: dict[str, tuple[Gate, Setting, int, tuple[str, ...]]] = {
    "single cells": (hiding_cells, ONE_ROUND["five, one alone"], 1, ("1", "2", BLANK)),
    "two of several groups": (hiding_two_groups, ONE_ROUND["seven, two small groups"], 1, ("1", "2", BLANK)),
    "a theme over hidden items": (theme_over_hidden, (Crowd(5),), 2, ("1", "2", BLANK)),
    "two overlapping breakdowns": (overlapping_groups, ONE_ROUND["six, overlapping"], 1, ("1", "2")),
    "one group inside another": (overlapping_groups, ONE_ROUND["seven, one group inside another"], 1, ("1", "2")),
    "a table that grows by one": (showing_growth, (Crowd(4), Crowd(1, 2)), 1, ("1", "2")),
    "a group that grows by one": (showing_growth, GROWING, 1, ("1", "2")),
    "a group grown large": (showing_growth, LATER["a small group becomes large"], 1, ("1", "2")),
    "a breakdown that catches up": (showing_latecomers, CATCHING_UP, 1, ("1", "2")),
}


@pytest.mark.parametrize("name", WEAKER)
def test_the_adversary_finds_what_weaker_gates_let_through(name: str) -> None:
    """A gate that is wrong in one way gives somebody away, so the adversary above is no straw man."""
    gate, setting, items, steps = WEAKER[name]
    assert leaks(setting, gate, items, steps)
