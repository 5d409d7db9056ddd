"""Steps of a plan, read out of the rows of the course's own plan products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kursapp.domain.plan import NewStep
from kursapp.domain.product import Said, said_in
from kursapp.domain.question import Column, ColumnKind, Workbook, WorkbookKind
from kursapp.domain.typed import read_date

# What the titles of columns say they hold, in Norwegian and English, in the order they are looked at.
_ACTIONS = (
    ("skritt", "steg", "step"),
    ("tiltak", "action", "measure"),
    ("avtale", "enige om", "semde om", "agree"),
    ("gjør", "gjer ", "handling", "oppgave", "oppgåve", "task"),
)
_OWNERS = (("eier", "eigar", "ansvar", "owner", "responsib"), ("hvem", "kven", "who"))
_DAYS = ("frist", "dato", "ferdig", "når", "due", "date", "when", "deadline")

_OTHER = 2
"""The rank of a product that is not called a plan."""


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What could become steps, out of one product."""

    title: str
    steps: tuple[NewStep, ...]


def plan_rows(written: Iterable[tuple[Workbook, Mapping[str, str]]], used: Iterable[str] = ()) -> tuple[PlanRows, ...]:
    """Return what could become steps, product by product, those called a plan first.

    ``written`` are the products in the order of the course with what stands in them; ``used`` the sources of steps
    there are already.
    """
    taken = frozenset(used)
    found = []
    for workbook, parts in written:
        if is_plan(workbook):
            steps = tuple(step for step in _steps(workbook, parts) if step.source not in taken)
            if steps:
                found.append((_rank(workbook), PlanRows(workbook.heading.plain or workbook.title, steps)))
    return tuple(rows for _, rows in sorted(found, key=lambda each: each[0]))


def is_plan(workbook: Workbook) -> bool:
    """Say whether a product is a table that says who does what, or when."""
    if workbook.shape is not WorkbookKind.TABLE:
        return False
    columns = workbook.columns
    has_day = any(column.kind is ColumnKind.DATE for column in columns)
    has_owner = any(_speaks_of(column, words) for words in _OWNERS for column in columns)
    has_action = any(_speaks_of(column, words) for words in _ACTIONS[1:] for column in columns)
    named = _rank(workbook) < _OTHER
    return (has_owner and (has_day or has_action or named)) or (has_day and (has_action or named))


def _rank(workbook: Workbook) -> int:
    name = f"{workbook.id} {workbook.title}".casefold()
    return 0 if "90" in name and "plan" in name else 1 if "plan" in name else _OTHER


def _steps(workbook: Workbook, parts: Mapping[str, str]) -> Iterable[NewStep]:
    rows: dict[str, list[Said]] = {}
    for said in said_in(workbook, parts):
        rows.setdefault(said.part.partition("/")[0], []).append(said)
    columns = {column.id: column for column in workbook.columns}
    for row in rows.values():
        yield from _steps_of_row(workbook, row, {_column(said): columns[_column(said)] for said in row})


def _steps_of_row(workbook: Workbook, row: list[Said], columns: Mapping[str, Column]) -> Iterable[NewStep]:
    owner = next(iter(_that_speak_of(_OWNERS, row, columns)), None)
    due = _due(row, columns)
    who = " ".join(owner.text.split()) if owner is not None else ""
    actions = [said for said in _that_speak_of(_ACTIONS, row, columns) if said is not owner]
    for said in actions:
        yield NewStep(said.text.strip(), who, due, f"{workbook.id}/{said.part}")
    if not actions:
        plain = [said for said in row if said is not owner and columns[_column(said)].kind is ColumnKind.TEXT]
        if plain:
            words = [each for each in (plain[0].row, plain[0].text.strip()) if each]
            yield NewStep(": ".join(words), who, due, f"{workbook.id}/{plain[0].part}")


def _that_speak_of(groups: Iterable[Iterable[str]], row: list[Said], columns: Mapping[str, Column]) -> list[Said]:
    """Return the words of a row whose columns speak of something, those of the first group first."""
    texts = [said for said in row if columns[_column(said)].kind in (ColumnKind.TEXT, ColumnKind.MENU)]
    found = [said for words in groups for said in texts if _speaks_of(columns[_column(said)], words)]
    return list(dict.fromkeys(found))


def _due(row: list[Said], columns: Mapping[str, Column]) -> date | None:
    """Return the day of a row: that of its first date column, else of another that speaks of a day and has one."""
    dated = [said for said in row if columns[_column(said)].kind is ColumnKind.DATE]
    dated += [said for said in row if said not in dated and _speaks_of(columns[_column(said)], _DAYS)]
    return next((day for day in (read_date(said.text) for said in dated) if day is not None), None)


def _column(said: Said) -> str:
    return said.part.partition("/")[2]


def _speaks_of(column: Column, words: Iterable[str]) -> bool:
    """Say whether a word of a column's name begins like one of these."""
    name = f"{column.id} {column.title} ".casefold()
    return any(re.search(rf"(?<!\w){word}", name) for word in words)
