"""The numbers worked out from one shown table, named as the export names them."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.form import FormItem
from kursapp.domain.results import Table
from kursapp.domain.tally import WITHOUT_VALUE, valid_count
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a table: whole numbers count persons, of whom ``share`` says how large a part they are."""

    key: str
    name: str
    value: int | float
    share: float | None = None


def counting(item: FormItem, table: Table) -> tuple[int, frozenset[str]]:
    """Return how many answers are valid, and the steps that are a part of them: all but "Vet ikke" and blank."""
    return valid_count(item, dict(table.counts)), frozenset(
        step for step, _ in table.counts if step not in WITHOUT_VALUE
    )


def measures_of(item: FormItem, table: Table, language: str) -> tuple[Measure, ...]:
    """Return the numbers of a table in the order they are read."""
    say = Phrases(EXPORTS, language)
    valid, _ = counting(item, table)
    return (Measure("n", say("measure-n"), valid),)
