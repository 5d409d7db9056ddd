"""What SPSS is given: counts with a weight, never persons."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import RoundResults, Table
from kursapp.domain.statistics import valid_of
from kursapp.export.spss.plan import Plan, Row, blank_code, plan_of
from tests.export.made_up import form, results


@pytest.fixture
def plan(full: RoundResults) -> Plan:
    """The plan of results with every kind of item."""
    return plan_of(full)


def place_of(plan: Plan, name: str) -> int:
    """Return where a variable stands."""
    return [variable.name for variable in plan.variables].index(name)


def weighted(rows: tuple[Row, ...], place: int, group: int = 0) -> Counter[float]:
    """Return how often each value of a variable was given, as SPSS counts it."""
    counts: Counter[float] = Counter()
    for row in rows:
        if row.group == group:
            for at, value in row.values:
                counts[value] += row.count if at == place else 0
    return +counts


def test_no_row_has_values_of_two_items(plan: Plan, full: RoundResults) -> None:
    """A row is about one variable, or about before and now of one statement; so nothing joins two items."""
    names = [variable.name for variable in plan.variables]
    for row in plan.rows:
        told = [names[at] for at, _ in row.values]
        assert len(told) == 1 or (len(told) == 2 and told[0].removesuffix("_for") == told[1].removesuffix("_na"))


def test_weighted_counts_are_those_of_the_table(plan: Plan, full: RoundResults) -> None:
    """A scale's steps, with blank as a missing value."""
    table = full.published.table("t1-trygg")
    assert isinstance(table, Table)
    expected = {float(step): count for step, count in table.counts if step.isdigit() and count}
    expected[99.0] = table.count("blank")
    assert weighted(plan.rows, place_of(plan, "t1_trygg")) == expected


def test_every_variable_of_an_item_counts_every_person(plan: Plan, full: RoundResults) -> None:
    """Whoever handed in is in each variable once: with a value, as "Vet ikke" or as blank."""
    for place, variable in enumerate(plan.variables[2:], start=2):
        if not variable.label.startswith("[Skjult"):
            assert sum(weighted(plan.rows, place).values()) == full.published.persons, variable.name


def test_several_answers_are_one_variable_each(plan: Plan, full: RoundResults) -> None:
    """Chosen is 1, not chosen 0, blank missing."""
    table = full.published.table("samlet")
    assert isinstance(table, Table)
    valid = valid_of(full.form.item("samlet"), table)
    chosen = table.count("=relevant")
    counts = weighted(plan.rows, place_of(plan, "samlet_relevant"))
    assert counts == +Counter({1.0: chosen, 0.0: valid - chosen, 99.0: table.count("blank")})


def test_a_hidden_item_has_its_variable_and_no_rows(plan: Plan) -> None:
    """The label says that it is hidden."""
    place = place_of(plan, "skjult")
    assert plan.variables[place].label.startswith("[Skjult for å verne deltakerne] ")
    assert not weighted(plan.rows, place)


def test_groups_are_told_apart_from_everybody(plan: Plan) -> None:
    """0 is everybody; each group has a number with its name, and rows of its own."""
    labels = dict(plan.variables[1].labels)
    assert labels == {
        0: "Alle",
        101: "Hva er rollen din?: Leder",
        102: "Hva er rollen din?: Annen rolle",
    }
    place = place_of(plan, "t1_trygg")
    assert sum(weighted(plan.rows, place, 101).values()) == 12


@pytest.mark.parametrize(("high", "code"), [(10, 99), (97, 99), (98, 999), (100, 999), (None, 999_999)])
def test_blank_is_no_value_of_the_item(high: int | None, code: int) -> None:
    """Where 98 or 99 can be answered, a longer number stands for what is missing."""
    assert blank_code(FormItem("a", AnswerKind.NUMBER, "Hvor mange?", low=0, high=high)) == code


def test_names_are_told_apart() -> None:
    """Two ids that SPSS would take for one get names of their own."""
    shown = results()
    twins = tuple(
        replace(item, id={"t1-trygg": "to-like", "enig": "to.like"}.get(item.id, item.id)) for item in form().items
    )
    tables = tuple(
        replace(unit, item_id={"t1-trygg": "to-like", "enig": "to.like"}.get(unit.item_id, unit.item_id))
        for unit in shown.published.tables
    )
    twin = replace(
        shown,
        form=replace(shown.form, items=twins),
        published=replace(shown.published, tables=tables, breakdowns=()),
    )
    names = [variable.name for variable in plan_of(twin).variables]
    assert {"to_like", "to_like_2"} <= set(names)
