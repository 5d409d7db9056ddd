"""The same form in several cohorts: one line of shares per item, each with its interval, broken where words changed."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Hidden, RoundResults, Table, Why
from kursapp.domain.statistics import (
    Interval,
    Share,
    distribution,
    favourable,
    halves,
    mean,
    moved,
    options_of,
    wilson,
)


class Measure(enum.StrEnum):
    """What is followed over time: a share of valid answers.

    ``FAVOURABLE``: above the middle of a scale. ``BEFORE`` and ``NOW``: the same of each half of a pair. ``MOVED_UP``:
    pairs that are higher now. ``OPTION``: an option chosen; of a ranking, put first.
    """

    FAVOURABLE = "favourable"
    BEFORE = "before"
    NOW = "now"
    MOVED_UP = "moved_up"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Point:
    """One cohort in a line.

    ``share`` and ``interval`` are None where the item is hidden (``why``) or was not asked (no ``why``). ``mean`` is
    the mean step where the measure is of a scale. ``joined``: the words are those of the point before, so that the two
    may be compared.
    """

    cohort_id: str
    share: Share | None
    interval: Interval | None = None
    mean: float | None = None
    why: Why | None = None
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of an item through the cohorts, the earliest first. ``item`` is as it was worded last."""

    item: FormItem
    measure: Measure
    points: tuple[Point, ...]
    option_id: str = ""

    @property
    def has_break(self) -> bool:
        """Say whether the words changed somewhere on the way."""
        return any(not point.joined for point in self.points)


@dataclass(frozen=True, slots=True)
class CohortHead:
    """A cohort in a comparison: its name and dates, and how many of the invited are in its results."""

    id: str
    name: str
    starts: date
    ends: date
    answered: Share


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cohorts and their rounds from the earliest to the latest, and the items that have lines.

    The items are in the order of the latest form, those that only earlier forms asked after them. A line is drawn when
    it is asked for: one looks at one item at a time.
    """

    cohorts: tuple[CohortHead, ...]
    rounds: tuple[RoundResults, ...]
    items: tuple[FormItem, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines of every item."""
        return tuple(line for item in self.items for line in _lines(item, self.rounds))

    def of_item(self, item_id: str) -> tuple[Line, ...]:
        """Return the lines of one item."""
        return tuple(line for item in self.items if item.id == item_id for line in _lines(item, self.rounds))


def compare(rounds: Sequence[RoundResults]) -> Comparison:
    """Hold rounds of the same form in several cohorts side by side.

    Texts, numbers and background questions have no line. ValueError where simulated cohorts are among real ones, or a
    cohort is there twice.
    """
    if len({one.cohort.simulated for one in rounds}) > 1:
        raise ValueError("simulated cohorts never mix with real ones")
    if len({one.cohort.id for one in rounds}) < len(rounds):
        raise ValueError("a cohort is there twice")
    ordered = sorted(rounds, key=lambda one: (one.cohort.starts, one.cohort.ends, one.cohort.name, one.cohort.id))
    items: dict[str, FormItem] = {}
    for one in reversed(ordered):
        for item in one.form.items:
            items.setdefault(item.id, item)
    followed = tuple(item for item in items.values() if any(True for _ in _measures(item)))
    return Comparison(tuple(map(_head, ordered)), tuple(ordered), followed)


def same_words(one: FormItem, other: FormItem) -> bool:
    """Say whether two items ask the same in the same words, with the same answers to choose from."""
    return _words(one) == _words(other)


def _words(item: FormItem) -> tuple[object, ...]:
    options = tuple((option.id, option.text) for option in item.options)
    scale = (item.steps, item.apart, item.low, item.high, item.low_label, item.high_label, item.reversed)
    return item.kind, item.heading, item.text, options, scale


def _head(one: RoundResults) -> CohortHead:
    cohort = one.cohort
    return CohortHead(cohort.id, cohort.name, cohort.starts, cohort.ends, Share(one.published.persons, one.invited))


def _lines(item: FormItem, rounds: Sequence[RoundResults]) -> Iterator[Line]:
    for measure, option_id in _measures(item):
        yield Line(item, measure, tuple(_points(item.id, measure, option_id, rounds)), option_id)


def _measures(item: FormItem) -> Iterator[tuple[Measure, str]]:
    if item.background:
        return
    match item.kind:
        case AnswerKind.SCALE:
            yield Measure.FAVOURABLE, ""
        case AnswerKind.BEFORE_NOW:
            yield from ((Measure.MOVED_UP, ""), (Measure.BEFORE, ""), (Measure.NOW, ""))
        case AnswerKind.CHOICE | AnswerKind.MULTIPLE | AnswerKind.RANKING:
            yield from ((Measure.OPTION, option.id) for option in item.options)


def _points(item_id: str, measure: Measure, option_id: str, rounds: Sequence[RoundResults]) -> Iterator[Point]:
    """Yield the points of a line. Each is held up against the last cohort that was asked."""
    last: FormItem | None = None
    for one in rounds:
        try:
            item = one.form.item(item_id)
        except KeyError:
            yield Point(one.cohort.id, None)
            continue
        joined = last is None or same_words(last, item)
        last = item
        yield _point(one, item, measure, option_id, joined=joined)


def _point(one: RoundResults, item: FormItem, measure: Measure, option_id: str, *, joined: bool) -> Point:
    unit = one.published.table(item.id)
    if isinstance(unit, Hidden):
        return Point(one.cohort.id, None, why=unit.why, joined=joined)
    measured = _measured(item, unit, measure, option_id)
    if measured is None:
        return Point(one.cohort.id, None, joined=joined)
    share, middle = measured
    return Point(one.cohort.id, share, wilson(share), middle, joined=joined)


def _measured(item: FormItem, table: Table, measure: Measure, option_id: str) -> tuple[Share, float | None] | None:
    """Return a table's share and mean by a measure; None where the item was of another kind then."""
    match measure, item.kind:
        case Measure.FAVOURABLE, AnswerKind.SCALE:
            counts = distribution(item, table)
        case Measure.BEFORE, AnswerKind.BEFORE_NOW:
            counts = halves(item, table)[0]
        case Measure.NOW, AnswerKind.BEFORE_NOW:
            counts = halves(item, table)[1]
        case Measure.MOVED_UP, AnswerKind.BEFORE_NOW:
            change = moved(item, table)
            return Share(change.up, change.total), None
        case Measure.OPTION, AnswerKind.CHOICE | AnswerKind.MULTIPLE | AnswerKind.RANKING:
            shares = {option.option_id: option.share for option in options_of(item, table)}
            return (shares[option_id], None) if option_id in shares else None
        case _:
            return None
    return favourable(item, counts), mean(counts)
