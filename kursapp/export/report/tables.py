"""The figures behind the charts as tables, for those who do not see them or want them exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from kursapp.domain.form import AnswerKind
from kursapp.domain.results import Table
from kursapp.domain.statistics import apart_of, blank_of, distribution, halves, valid_of
from kursapp.export.report.blocks import Setting, Unit
from kursapp.texts import amounts

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
    say = setting.say
    numbers = [str(number) for number in range(1, len(item.steps) + 1)]
    legend = "; ".join(
        say("steps-are", number=number, label=label) for number, label in zip(numbers, item.steps, strict=True)
    )
    when = [say("column-when")] if item.kind is AnswerKind.BEFORE_NOW else []
    apart = [item.apart] if item.apart else []
    return {
        "heading": item.heading or item.text,
        "legend": f"{legend}.",
        "texts": 1 + len(when),
        "columns": [say("column-statement"), *when, say("n"), *numbers, *apart, say("column-blank")],
        "rows": [row for unit in units if isinstance(unit.table, Table) for row in _rows(unit, unit.table, setting)],
    }


def _rows(unit: Unit, table: Table, setting: Setting) -> list[list[str]]:
    """Return an item's rows: one, or one for "before" and one for "now"."""
    item = unit.item
    valid = valid_of(item, table)
    ends = [str(apart_of(table))] if item.apart else []
    ends.append(str(blank_of(table)))
    if item.kind is AnswerKind.SCALE:
        return [[unit.name, str(valid), *_shares(distribution(item, table), valid, setting), *ends]]
    before, now = halves(item, table)
    return [
        [unit.name, setting.say(half), str(valid), *_shares(counts, valid, setting), *ends]
        for half, counts in (("before", before), ("now", now))
    ]


def _shares(counts: Sequence[int], valid: int, setting: Setting) -> list[str]:
    """Print counts with their shares; of nobody there is none."""
    return [f"{count} ({amounts.share(count / valid, setting.language)})" if count else "0" for count in counts]
