"""The blocks of the report: one for the statements under one heading, one for each other question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kursapp.domain.chart import Bar
from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Hidden, RoundResults, Table
from kursapp.domain.statistics import (
    answered_of,
    apart_of,
    blank_of,
    distribution,
    halves,
    mean,
    moved,
    number_mean,
    number_median,
    numbers_of,
    options_of,
    valid_of,
)
from kursapp.export.report.bars import axis_of, bar_of, drawn, legend_of
from kursapp.export.theme import Theme, scale
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.report import REPORT
from kursapp.texts.results import hidden, why

Plain = dict[str, object]
MOST_BARS = 21
"""Numbers that get a bar each; of more only those somebody gave."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block is made with."""

    results: RoundResults
    theme: Theme
    say: Phrases = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "say", Phrases(REPORT, self.language))

    @property
    def language(self) -> str:
        """The cohort's language."""
        return self.results.cohort.language

    def mean(self, value: float | None) -> str:
        """Print a mean with one decimal; a dash of nobody."""
        return "\u2013" if value is None else amounts.number(value, self.language, 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a block: an item, or a group of one, with its table. ``name`` is what stands beside the bar."""

    item: FormItem
    table: Table | Hidden
    name: str


def blocks_of(units: Iterable[Unit], setting: Setting) -> list[Plain]:
    """Return the blocks of some items in order; statements of one scale under one heading share a block."""
    made = []
    for _, run in groupby(units, key=lambda unit: _kin(unit.item)):
        made.append(_block(list(run), setting))
    return made


def _kin(item: FormItem) -> tuple[object, ...]:
    """What two items must share to stand in one block."""
    if item.kind in (AnswerKind.SCALE, AnswerKind.BEFORE_NOW):
        return (item.kind, item.heading, item.steps, item.block)
    return (item.kind, item.id)


def _block(units: Sequence[Unit], setting: Setting) -> Plain:
    item = units[0].item
    shown = [(unit, unit.table) for unit in units if isinstance(unit.table, Table)]
    block: Plain = {
        "heading": item.heading or item.text,
        "hidden": [_hidden(unit.name, unit.table, setting) for unit in units if isinstance(unit.table, Hidden)],
        "kind": "none",
    }
    if not shown:
        return block
    if item.kind is AnswerKind.SCALE:
        return block | _scale(shown, setting)
    if item.kind is AnswerKind.BEFORE_NOW:
        return block | _before_now(shown, setting)
    if item.kind is AnswerKind.TEXT:
        return block | _text(shown[0][1], setting)
    return block | counted(item, shown[0][1], setting)


def _hidden(name: str, unit: Hidden, setting: Setting) -> Plain:
    reason = why(unit.why, setting.results.cohort.rules.k, setting.language)
    return {"name": name, "told": f"{hidden(setting.language)}. {reason}"}


def _scale(shown: Sequence[tuple[Unit, Table]], setting: Setting) -> Plain:
    item = shown[0][0].item
    colours = scale(setting.theme, len(item.steps))
    counts = [distribution(unit.item, table) for unit, table in shown]
    bars = [bar_of(each) for each in counts]
    rows = [
        {
            "name": unit.name,
            "bars": [_line("", bar, colours, _in_words(unit.item, steps))],
            "n": valid_of(unit.item, table),
            "mean": setting.mean(mean(steps)),
            "note": _left(unit.item, table, setting),
        }
        for (unit, table), bar, steps in zip(shown, bars, counts, strict=True)
    ]
    return {"kind": "scale", "legend": legend_of(item.steps, setting.theme), "axis": axis_of(bars), "rows": rows}


def _before_now(shown: Sequence[tuple[Unit, Table]], setting: Setting) -> Plain:
    item = shown[0][0].item
    say = setting.say
    colours = scale(setting.theme, len(item.steps))
    rows = []
    bars: list[Bar] = []
    for unit, table in shown:
        before, now = halves(unit.item, table)
        pair = bar_of(before), bar_of(now)
        bars += pair
        change = moved(unit.item, table)
        told = say("moves", up=change.up, same=change.same, down=change.down)
        rows.append(
            {
                "name": unit.name,
                "bars": [
                    _line(say("before"), pair[0], colours, _in_words(unit.item, before)),
                    _line(say("now"), pair[1], colours, _in_words(unit.item, now)),
                ],
                "n": valid_of(unit.item, table),
                "mean": f"{setting.mean(mean(before))} \u2192 {setting.mean(mean(now))}",
                "note": f"{told}. {_left(unit.item, table, setting)}".strip(),
            }
        )
    return {"kind": "scale", "legend": legend_of(item.steps, setting.theme), "axis": axis_of(bars), "rows": rows}


def _line(name: str, bar: Bar, colours: Sequence[str], told: str) -> Plain:
    return {"name": name, "segments": drawn(bar, colours), "alt": f"{name}: {told}" if name else told}


def _in_words(item: FormItem, counts: Sequence[int]) -> str:
    return ", ".join(f"{label} {count}" for label, count in zip(item.steps, counts, strict=True))


def _left(item: FormItem, table: Table, setting: Setting) -> str:
    """Say how many stand apart; nothing where nobody does."""
    if item.apart and (apart_of(table) or blank_of(table)):
        return setting.say("apart-blank", label=item.apart, apart=apart_of(table), blank=blank_of(table))
    return setting.say("blank-only", blank=blank_of(table)) if blank_of(table) else ""


def counted(item: FormItem, table: Table, setting: Setting) -> Plain:
    """Return the bars of a choice, a ranking or a number: one for each answer, with its count and share."""
    say = setting.say
    valid = valid_of(item, table)
    if item.kind is AnswerKind.NUMBER:
        numbers = numbers_of(table)
        lead = say(
            "number-mean", n=valid, mean=setting.mean(number_mean(numbers)), median=setting.mean(number_median(numbers))
        )
        if item.low is not None and item.high is not None and item.low_label and item.high_label:
            ends = {"low": item.low, "low_label": item.low_label, "high": item.high, "high_label": item.high_label}
            lead = f"{lead} {say('number-low-high', **ends)}"
        rows = _number_rows(table)
    else:
        texts = {option.id: option.text for option in item.options}
        rows = [(texts[one.option_id], one.share.count) for one in options_of(item, table)]
        lead = say({AnswerKind.MULTIPLE: "several", AnswerKind.RANKING: "ranked"}.get(item.kind, "valid"), n=valid)
    left = _left(item, table, setting)
    return {
        "kind": "bars",
        "lead": f"{lead} {left}".strip(),
        "rows": [_bar_row(name, count, valid, setting) for name, count in rows],
        "most": max((count for _, count in rows), default=0),
    }


def _number_rows(table: Table) -> list[tuple[str, int]]:
    given = [(step, count) for step, count in table.counts if step not in ("apart", "blank")]
    return given if len(given) <= MOST_BARS else [(step, count) for step, count in given if count]


def _bar_row(name: str, count: int, valid: int, setting: Setting) -> Plain:
    part = amounts.share(count / valid, setting.language) if valid else ""
    return {"name": name, "count": count, "share": part, "alt": setting.say("alt-count", count=count, n=valid)}


def _text(table: Table, setting: Setting) -> Plain:
    wrote = answered_of(table)
    lead = setting.say("wrote", count=wrote.count, total=wrote.total)
    if any(comment.chosen for comment in setting.results.published.comments):
        lead += " " + setting.say("quotes-follow", chapter=setting.say("voices"))
    return {"kind": "lead", "lead": lead}
