"""The numbers worked out from one shown table, named as the export names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Table
from kursapp.domain.statistics import (
    Share,
    distribution,
    favourable,
    halves,
    mean,
    median,
    moved,
    number_mean,
    number_median,
    numbers_of,
    options_of,
    valid_of,
)
from kursapp.domain.tally import WITHOUT_VALUE
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
    return valid_of(item, table), frozenset(step for step, _ in table.counts if step not in WITHOUT_VALUE)


def measures_of(item: FormItem, table: Table, language: str) -> tuple[Measure, ...]:
    """Return the numbers of a table in the order they are read."""
    say = Phrases(EXPORTS, language)
    return (Measure("n", say("measure-n"), valid_of(item, table)), *_numbers(item, table, say))


def _numbers(item: FormItem, table: Table, say: Phrases) -> Iterator[Measure]:
    match item.kind:
        case AnswerKind.SCALE:
            counts = distribution(item, table)
            yield from _plain(say, {"mean": mean(counts), "median": median(counts)})
            yield from _shares(say, {"favourable": favourable(item, counts)})
        case AnswerKind.BEFORE_NOW:
            yield from _pair(item, table, say)
        case AnswerKind.NUMBER:
            numbers = numbers_of(table)
            yield from _plain(say, {"mean": number_mean(numbers), "median": number_median(numbers)})
        case AnswerKind.RANKING:
            texts = {option.id: option.text for option in item.options}
            for option in options_of(item, table):
                if option.mean_rank is not None:
                    name = say("measure-mean-rank", option=texts[option.option_id])
                    yield Measure(f"mean-rank:{option.option_id}", name, option.mean_rank)


def _pair(item: FormItem, table: Table, say: Phrases) -> Iterator[Measure]:
    before, now = halves(item, table)
    change = moved(item, table)
    yield from _plain(say, {"before-mean": mean(before), "now-mean": mean(now)})
    total = change.total
    yield from _shares(
        say, {"up": Share(change.up, total), "same": Share(change.same, total), "down": Share(change.down, total)}
    )


def _plain(say: Phrases, values: dict[str, float | None]) -> Iterator[Measure]:
    yield from (Measure(key, say(f"measure-{key}"), value) for key, value in values.items() if value is not None)


def _shares(say: Phrases, values: dict[str, Share]) -> Iterator[Measure]:
    yield from (Measure(key, say(f"measure-{key}"), each.count, each.value) for key, each in values.items())
