"""The gate: which results of a closed round may be shown. Screens, reports and every export are given its answer only.

The rules are G1–G6 of the design. What they mean when a round has late batches and breakdowns at the same time:

*Units.* A table is shown whole or not at all, and only with at least k valid answers.

*Waves.* Batches are taken together until they hold k persons, and enter as one wave.

*Spans.* An item's table moves forward by spans of whole waves: the first has k valid answers, a later one none or k.
Until then the item keeps its old table.

*Breakdowns.* A breakdown goes along with the tables of everybody, never ahead of them and never over a gap: in every
wave each group has no persons or k, and for each item in every span no valid answers or k in each group. The first
time this fails it stays as it was for good: were it to catch up later, its groups could be subtracted from the
tables of everybody in between.

*Two breakdowns.* Groups of two background questions overlap. If five of six participants from small municipalities
are the five team leaders, subtracting gives the sixth away. The second breakdown is therefore shown only where
everyone it leaves together with, or apart from, a group of the first is one of at least k.

Reference: A. Hundepool et al., "Statistical Disclosure Control", Wiley 2012, chapter 4 (differencing, linked tables).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from kursapp.domain.cohort import LEAST_FOR_COMMENTS, LEAST_PERSONS, LEAST_WITH_REASON, MOST_BREAKDOWNS, Cohort, Rules
from kursapp.domain.form import Form, FormItem
from kursapp.domain.results import (
    Breakdown,
    Comment,
    Count,
    GatheredComment,
    Group,
    Hidden,
    HiddenBreakdown,
    Published,
    Table,
    Why,
)
from kursapp.domain.tally import WITHOUT_VALUE, has_steps, person_count, steps_of, valid_count

Span = range
"""Batches that enter together, by number from 1."""


def publish(
    cohort: Cohort,
    form: Form,
    persons: Sequence[int],
    counts: Iterable[Count],
    comments: Iterable[GatheredComment] = (),
) -> Published:
    """Return everything of a closed round that may be shown, after every batch so far.

    ``persons`` are those who handed in, by batch, the first at closing. ``counts`` are all rows of the round, of
    everybody and of the breakdowns (``domain.tally``). The answer depends on nothing but what may be known: it is the
    same in whatever order rows come, and whatever hidden units hold.
    """
    ledger = _Ledger(counts)
    least = least_persons(cohort.rules)
    waves = waves_of(persons, least)
    spans = {item.id: _spans(ledger, item, waves, least) for item in form.items}
    breakdowns = _Breakdowns(form, ledger, waves, spans, least)
    shown_comments = _comments(form, persons, comments, max(LEAST_FOR_COMMENTS, least))
    return Published(
        sum(sum(persons[batch - 1] for batch in wave) for wave in waves),
        tuple(_unit(ledger, item, spans[item.id], bool(waves)) for item in form.items),
        breakdowns.publish(_asked(form, cohort.rules)),
        shown_comments or (),
        Why.FEW_FOR_COMMENTS if shown_comments is None else None,
    )


def _asked(form: Form, rules: Rules) -> list[str]:
    """Return the announced background questions that this form asks: a cohort's forms need not all ask them."""
    asked = {item.id for item in form.backgrounds()}
    return [variable for variable in rules.breakdowns[:MOST_BREAKDOWNS] if variable in asked]


def least_persons(rules: Rules) -> int:
    """Return k as it holds: five at least, three where a reason was given before publishing."""
    return max(rules.k, LEAST_WITH_REASON if rules.reason.strip() else LEAST_PERSONS)


def waves_of(persons: Sequence[int], least: int) -> tuple[Span, ...]:
    """Take batches together until each lot holds ``least`` persons; those left over at the end enter nothing yet."""
    ends = [0]
    waiting = 0
    for batch, count in enumerate(persons, start=1):
        waiting += count
        if waiting >= least:
            ends.append(batch)
            waiting = 0
    return tuple(range(before + 1, end + 1) for before, end in pairwise(ends))


class _Ledger:
    """The rows of a round, added up by batch."""

    def __init__(self, counts: Iterable[Count]) -> None:
        self._cells: dict[tuple[str, str, str], dict[int, dict[str, int]]] = {}
        for row in counts:
            steps = self._cells.setdefault((row.item_id, row.variable, row.value), {}).setdefault(row.batch, {})
            steps[row.step] = steps.get(row.step, 0) + row.count
        self._added: dict[tuple[tuple[str, str, str], Span], dict[str, int]] = {}
        self._valid: dict[tuple[str, Span, Group | None], int] = {}

    def steps(self, item_id: str, span: Span, group: Group | None = None) -> Mapping[str, int]:
        """Return what was answered in a span, by everybody or by one group; steps nobody took are left out."""
        key = (item_id, group.variable, group.value) if group else (item_id, "", "")
        if (key, span) not in self._added:
            self._added[key, span] = self._add(key, span)
        return self._added[key, span]

    def valid(self, item: FormItem, span: Span, group: Group | None = None) -> int:
        """Return how many valid answers an item was given in a span, by everybody or by one group."""
        key = (item.id, span, group)
        if key not in self._valid:
            self._valid[key] = valid_count(item, self.steps(item.id, span, group))
        return self._valid[key]

    def _add(self, key: tuple[str, str, str], span: Span) -> dict[str, int]:
        found: dict[str, int] = {}
        for batch, steps in self._cells.get(key, {}).items():
            if batch in span:
                for step, count in steps.items():
                    found[step] = found.get(step, 0) + count
        return {step: count for step, count in found.items() if count}


def _spans(ledger: _Ledger, item: FormItem, waves: Sequence[Span], least: int) -> tuple[Span, ...]:
    """Return the spans by which the table of everybody moves forward."""
    found: list[Span] = []
    first = 1
    for wave in waves:
        span = range(first, wave.stop)
        valid = ledger.valid(item, span)
        if valid >= least or (found and not valid):
            found.append(span)
            first = wave.stop
    return tuple(found)


def _unit(ledger: _Ledger, item: FormItem, spans: Sequence[Span], enough: bool) -> Table | Hidden:
    if not spans:
        return Hidden(item.id, Why.FEW_ANSWERS if enough else Why.FEW_PERSONS)
    counts = ledger.steps(item.id, _whole(spans))
    return _table(item, counts, steps_of(item, counts))


def _table(item: FormItem, counts: Mapping[str, int], steps: Sequence[str], group: Group | None = None) -> Table:
    return Table(item.id, person_count(item, counts), tuple((step, counts.get(step, 0)) for step in steps), group)


def _whole(spans: Sequence[Span]) -> Span:
    return range(spans[0].start, spans[-1].stop)


class _Breakdowns:
    """What may be shown by group. A breakdown that is shown binds those that come after it."""

    def __init__(
        self,
        form: Form,
        ledger: _Ledger,
        waves: Sequence[Span],
        spans: Mapping[str, tuple[Span, ...]],
        least: int,
    ) -> None:
        self._form = form
        self._ledger = ledger
        self._waves = waves
        self._spans = spans
        self._least = least
        self._steps: dict[str, tuple[str, ...]] = {}
        self._broken_down = [item for item in form.items if has_steps(item) and not item.background]

    def publish(self, variables: Sequence[str]) -> tuple[Breakdown | HiddenBreakdown, ...]:
        """Return the breakdowns in the order they were announced."""
        shown: list[str] = []
        found: list[Breakdown | HiddenBreakdown] = []
        for variable in variables:
            one = self._publish(variable, shown)
            if isinstance(one, Breakdown):
                shown.append(variable)
            found.append(one)
        return tuple(found)

    def _publish(self, variable: str, beside: Sequence[str]) -> Breakdown | HiddenBreakdown:
        if not self._waves:
            return HiddenBreakdown(variable, Why.FEW_PERSONS)
        large = list(takewhile(lambda wave: self._is_large(variable, wave), self._waves))
        if not large:
            return HiddenBreakdown(variable, Why.SMALL_GROUP)
        shown = list(takewhile(lambda wave: all(self._lie_apart(one, variable, wave) for one in beside), large))
        if not shown:
            return HiddenBreakdown(variable, Why.OVERLAPPING)
        units = [unit for item in self._broken_down for unit in self._units(item, variable, beside, shown[-1].stop)]
        return Breakdown(variable, self._groups(variable, _whole(shown)), tuple(units))

    def _groups(self, variable: str, span: Span) -> tuple[Group, ...]:
        """Return the groups with anybody in them, in the order of the question's options."""
        sizes = self._ledger.steps(variable, span)
        return tuple(Group(variable, step) for step in self._values(variable) if sizes.get(step))

    def _values(self, variable: str) -> tuple[str, ...]:
        if variable not in self._steps:
            self._steps[variable] = steps_of(self._form.item(variable))
        return self._steps[variable]

    def _size(self, group: Group, span: Span) -> int:
        return self._ledger.steps(group.variable, span).get(group.value, 0)

    def _is_large(self, variable: str, wave: Span) -> bool:
        return all(self._size(group, wave) >= self._least for group in self._groups(variable, wave))

    def _lie_apart(self, shown: str, variable: str, wave: Span) -> bool:
        """Say whether everywhere two groups meet in a wave there are k persons or none, as far as rows tell."""
        cells = list(self._meetings(shown, variable, wave))
        everybody = sum(self._size(group, wave) for group in self._groups(variable, wave))
        return sum(size for _, _, size in cells) == everybody and all(size >= self._least for _, _, size in cells)

    def _meetings(self, shown: str, variable: str, span: Span) -> Iterator[tuple[Group, Group, int]]:
        """Yield two groups and how many belong to both, where anybody does."""
        for other in self._groups(shown, span):
            for value, size in self._ledger.steps(variable, span, other).items():
                yield other, Group(variable, value), size

    def _units(self, item: FormItem, variable: str, beside: Sequence[str], stop: int) -> Iterator[Table | Hidden]:
        """Yield an item's table of every group, or that it is hidden."""
        spans = self._item_spans(item, variable, beside, stop)
        if not spans:
            yield Hidden(item.id, Why.FEW_ANSWERS)
            return
        span = _whole(spans)
        by_group = {group: self._ledger.steps(item.id, span, group) for group in self._groups(variable, span)}
        steps = steps_of(item, {step for counts in by_group.values() for step in counts})
        for group, counts in by_group.items():
            yield _table(item, counts, steps, group)

    def _item_spans(self, item: FormItem, variable: str, beside: Sequence[str], stop: int) -> list[Span]:
        found: list[Span] = []
        for span in self._spans[item.id]:
            follows = span.stop <= stop and self._may_follow(item, variable, found, span)
            if not follows or not all(self._stay_apart(item, other, variable, span) for other in beside):
                break
            found.append(span)
        return found

    def _may_follow(self, item: FormItem, variable: str, earlier: Sequence[Span], span: Span) -> bool:
        """Say whether in each group no valid answers or k come to those of earlier spans, and k are there at all."""
        so_far = range(earlier[0].start if earlier else span.start, span.stop)
        for group in self._groups(variable, so_far):
            grown = self._ledger.valid(item, span, group)
            whole = self._ledger.valid(item, so_far, group)
            if 0 < grown < self._least or whole < self._least:
                return False
        return True

    def _stay_apart(self, item: FormItem, shown: str, variable: str, span: Span) -> bool:
        """Say whether, wherever two groups meet, k valid answers are left if all missing ones are there.

        Nothing tells how many of those who belong to both gave a valid answer; it is no fewer than that.
        """
        for other, group, size in self._meetings(shown, variable, span):
            missing = min(self._missing(item, other, span), self._missing(item, group, span))
            if size - missing < self._least:
                return False
        return True

    def _missing(self, item: FormItem, group: Group, span: Span) -> int:
        return sum(self._ledger.steps(item.id, span, group).get(step, 0) for step in WITHOUT_VALUE)


def _comments(
    form: Form, persons: Sequence[int], comments: Iterable[GatheredComment], least: int
) -> tuple[Comment, ...] | None:
    """Return the comments of batches that hold enough persons, by item and text; None where no batches do."""
    waves = waves_of(persons, least)
    if not waves:
        return None
    order = {item.id: place for place, item in enumerate(form.items)}
    entered = _whole(waves)
    shown = [one.comment for one in comments if one.batch in entered]
    return tuple(
        sorted(shown, key=lambda comment: (order[comment.item_id], comment.text, comment.tags, comment.chosen))
    )
