"""The figures behind the charts as tables, for those who do not see them or want them exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Table
from kursapp.domain.statistics import apart_of, blank_of, distribution, halves, moved, valid_of
from kursapp.export.report.blocks import Setting, Unit

Plain = dict[str, object]


def tables_of(units: Iterable[Unit], setting: Setting) -> list[Plain]:
    """Return a table for the statements under each heading; other questions have their counts in the text."""
    scales = [
        unit
        for unit in units
        if unit.item.kind in (AnswerKind.SCALE, AnswerKind.BEFORE_NOW) and isinstance(unit.table, Table)
    ]
    made = []
    for _, run in groupby(
        scales, key=lambda unit: (unit.item.kind, unit.item.heading, unit.item.steps, unit.item.apart)
    ):
        made.append(_table(list(run), setting))
    return made


def _table(units: Sequence[Unit], setting: Setting) -> Plain:
    item = units[0].item
    numbers = [str(number) for number in range(1, len(item.steps) + 1)]
    say = setting.say
    pairs = item.kind is AnswerKind.BEFORE_NOW
    ends = [item.apart] if item.apart else []
    if pairs:
        steps = [f"{say('before')} {number}" for number in numbers] + [f"{say('now')} {number}" for number in numbers]
        columns = ["n", *steps, say("column-up"), say("column-same"), say("column-down")]
    else:
        columns = ["n", *numbers]
    return {
        "heading": item.heading or item.text,
        "legend": "; ".join(
            say("steps-are", number=number, label=label) for number, label in zip(numbers, item.steps, strict=True)
        )
        + ".",
        "columns": [say("column-statement"), *columns, *ends, say("column-blank")],
        "rows": [[unit.name, *_cells(unit.item, unit.table)] for unit in units if isinstance(unit.table, Table)],
    }


def _cells(item: FormItem, table: Table) -> list[str]:
    counts = [valid_of(item, table)]
    if item.kind is AnswerKind.BEFORE_NOW:
        before, now = halves(item, table)
        change = moved(item, table)
        counts += [*before, *now, change.up, change.same, change.down]
    else:
        counts += distribution(item, table)
    if item.apart:
        counts.append(apart_of(table))
    return [str(count) for count in (*counts, blank_of(table))]
