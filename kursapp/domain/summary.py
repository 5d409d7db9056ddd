"""The front page of a round: four numbers, three plain sentences, and what each theme shows.

All of it is worked out from shown tables only, and says which items it leaves out (DESIGN §5, G3). A theme's numbers
are sums of answers, not means of means, so that an item few answered does not weigh as much as one that many did.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kursapp.domain.form import AnswerKind, FormItem, FormKind
from kursapp.domain.results import Hidden, RoundResults, Table
from kursapp.domain.statistics import (
    Moved,
    Share,
    distribution,
    favourable,
    halves,
    moved,
    options_of,
    response_rate,
    valid_of,
)

NUMBERS = 4


class NumberCode(enum.StrEnum):
    """What a number of the front page counts. The words are ``texts.results``.

    ``ANSWERED``: persons of the invited. ``FAVOURABLE``: answers above the middle of a scale, of valid ones; of rows
    answered twice, the "now". ``MOVED_UP``: pairs that are higher now, of all pairs. ``COMMENTS``: comments shown.
    ``GIVEN``: valid answers, of as many as there could be. ``SHOWN``: items that are shown, of all.
    """

    ANSWERED = "answered"
    FAVOURABLE = "favourable"
    MOVED_UP = "moved_up"
    COMMENTS = "comments"
    GIVEN = "given"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A number of the front page: a count, and of how many where it is a share. None: hidden.

    ``left_out`` are the ids of hidden items it does not count.
    """

    code: NumberCode
    count: int | None
    total: int | None = None
    left_out: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Return the number as a share from 0 to 1, None where it is none."""
        return self.count / self.total if self.count is not None and self.total else None


class SentenceCode(enum.StrEnum):
    """What a sentence of the front page says. Its values are an item, a count and a total, and an option's id.

    ``HIGHEST`` and ``LOWEST``: the item with the largest and smallest share above the middle. ``MOVED_MOST`` and
    ``MOVED_LEAST``: the row where most, and fewest, moved up. ``CHOSEN_MOST``: the option of a choice that was chosen
    most. ``LEFT_OUT``: so many items of all are hidden. ``ALL_HIDDEN``: too few handed in, or answered.
    """

    HIGHEST = "highest"
    LOWEST = "lowest"
    MOVED_MOST = "moved_most"
    MOVED_LEAST = "moved_least"
    CHOSEN_MOST = "chosen_most"
    LEFT_OUT = "left_out"
    ALL_HIDDEN = "all_hidden"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence: a code, and what it is filled with. ``left_out`` as in ``KeyNumber``."""

    code: SentenceCode
    item_id: str = ""
    count: int = 0
    total: int = 0
    option_id: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeSummary:
    """What a theme shows: its items in the form's order, and what its shown scales and pairs add up to.

    ``counts`` are the steps of its scales added together (the "now" of pairs), where all have the same steps in the
    same direction, otherwise empty. ``left_out`` are its hidden items.
    """

    title: str
    items: tuple[str, ...]
    favourable: Share
    moved: Moved
    counts: tuple[int, ...]
    steps: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The front page."""

    numbers: tuple[KeyNumber, ...]
    sentences: tuple[Sentence, ...]
    themes: tuple[ThemeSummary, ...]


def summary_of(results: RoundResults) -> Summary:
    """Return the front page of a round."""
    return Summary(tuple(_numbers(results))[:NUMBERS], tuple(_sentences(results)), _themes(results))


def shown_items(results: RoundResults, kinds: Iterable[AnswerKind]) -> list[tuple[FormItem, Table]]:
    """Return the items of some kinds that are shown, with their tables, in the form's order."""
    wanted = frozenset(kinds)
    return [
        (item, unit)
        for item in results.form.items
        if item.kind in wanted and isinstance(unit := results.published.table(item.id), Table)
    ]


def scale_counts(item: FormItem, table: Table) -> tuple[int, ...]:
    """Return the counts of a scale's steps; of a row answered twice, those of "now"."""
    return halves(item, table)[1] if item.kind is AnswerKind.BEFORE_NOW else distribution(item, table)


_SCALES = (AnswerKind.SCALE, AnswerKind.BEFORE_NOW)
_CHOICES = (AnswerKind.CHOICE, AnswerKind.MULTIPLE)


def _hidden(results: RoundResults, kinds: Iterable[AnswerKind]) -> tuple[str, ...]:
    wanted = frozenset(kinds)
    return tuple(
        item.id
        for item in results.form.items
        if item.kind in wanted and isinstance(results.published.table(item.id), Hidden)
    )


def _numbers(results: RoundResults) -> Iterator[KeyNumber]:
    """Yield the numbers a form has, the most telling first."""
    kinds = {item.kind for item in results.form.items}
    published = results.published
    rate = response_rate(published.persons, results.invited)
    yield KeyNumber(NumberCode.ANSWERED, rate.count, rate.total)
    if kinds & set(_SCALES):
        yield _number(NumberCode.FAVOURABLE, _favourable(shown_items(results, _SCALES)), _hidden(results, _SCALES))
    if AnswerKind.BEFORE_NOW in kinds:
        pairs = (AnswerKind.BEFORE_NOW,)
        change = _moved(shown_items(results, pairs))
        yield _number(NumberCode.MOVED_UP, Share(change.up, change.total), _hidden(results, pairs))
    if AnswerKind.TEXT in kinds:
        yield KeyNumber(NumberCode.COMMENTS, None if published.comments_hidden else len(published.comments))
    yield _number(NumberCode.GIVEN, _given(shown_items(results, kinds)), _hidden(results, kinds))
    shown = sum(isinstance(unit, Table) for unit in published.tables)
    yield KeyNumber(NumberCode.SHOWN, shown, len(published.tables))


def _number(code: NumberCode, share: Share, left_out: tuple[str, ...]) -> KeyNumber:
    return KeyNumber(code, share.count if share.total else None, share.total or None, left_out)


def _favourable(shown: Iterable[tuple[FormItem, Table]]) -> Share:
    return sum((favourable(item, scale_counts(item, table)) for item, table in shown), Share(0, 0))


def _given(shown: Iterable[tuple[FormItem, Table]]) -> Share:
    return sum((Share(valid_of(item, table), table.persons) for item, table in shown), Share(0, 0))


def _moved(shown: Iterable[tuple[FormItem, Table]]) -> Moved:
    return sum((moved(item, table) for item, table in shown), Moved(0, 0, 0))


def _sentences(results: RoundResults) -> Iterator[Sentence]:
    """Yield three sentences, or one where nothing is shown."""
    if not any(isinstance(unit, Table) for unit in results.published.tables):
        yield Sentence(SentenceCode.ALL_HIDDEN, total=len(results.published.tables))
        return
    told = [*_on_change(results), *_on_scales(results), *_on_choices(results)]
    hidden = [unit.item_id for unit in results.published.tables if isinstance(unit, Hidden)]
    room = 2 if hidden else 3
    yield from told[:room]
    if hidden:
        yield Sentence(
            SentenceCode.LEFT_OUT, count=len(hidden), total=len(results.published.tables), left_out=tuple(hidden)
        )


def _on_change(results: RoundResults) -> Iterator[Sentence]:
    """Yield where most moved up, and where fewest did."""
    left_out = _hidden(results, (AnswerKind.BEFORE_NOW,))
    ranked = [
        (Share(change.up, change.total), item)
        for item, table in shown_items(results, (AnswerKind.BEFORE_NOW,))
        if (change := moved(item, table)).total
    ]
    yield from _extremes(ranked, SentenceCode.MOVED_MOST, SentenceCode.MOVED_LEAST, left_out)


def _on_scales(results: RoundResults) -> Iterator[Sentence]:
    """Yield what stands highest, and lowest; rows answered twice only where there are no others."""
    kinds = (AnswerKind.SCALE,) if shown_items(results, (AnswerKind.SCALE,)) else _SCALES
    ranked = [
        (share, item)
        for item, table in shown_items(results, kinds)
        if (share := favourable(item, scale_counts(item, table))).total
    ]
    yield from _extremes(ranked, SentenceCode.HIGHEST, SentenceCode.LOWEST, _hidden(results, kinds))


def _extremes(
    ranked: Sequence[tuple[Share, FormItem]], most: SentenceCode, least: SentenceCode, left_out: tuple[str, ...]
) -> Iterator[Sentence]:
    """Yield the item with the largest share and the one with the smallest; of even ones the first."""
    if not ranked:
        return
    highest = max(ranked, key=lambda one: one[0].value or 0.0)
    lowest = min(ranked, key=lambda one: one[0].value or 0.0)
    yield Sentence(most, highest[1].id, highest[0].count, highest[0].total, left_out=left_out)
    if lowest[0].value != highest[0].value:
        yield Sentence(least, lowest[1].id, lowest[0].count, lowest[0].total, left_out=left_out)


def _on_choices(results: RoundResults) -> Iterator[Sentence]:
    """Yield the option most chose of each choice, the clearest choice first."""
    found = []
    for item, table in shown_items(results, _CHOICES):
        if not item.background:
            top = max(options_of(item, table), key=lambda option: option.share.count)
            found.append((top, item))
    for top, item in sorted(found, key=lambda one: -(one[0].share.value or 0.0)):
        yield Sentence(SentenceCode.CHOSEN_MOST, item.id, top.share.count, top.share.total, top.option_id)


def _themes(results: RoundResults) -> tuple[ThemeSummary, ...]:
    titles = dict.fromkeys(item.theme for item in results.form.items if not item.background)
    return tuple(_theme(results, title) for title in titles) if results.form.kind is FormKind.EVALUATION else ()


def _theme(results: RoundResults, title: str) -> ThemeSummary:
    items = [item for item in results.form.items if item.theme == title and not item.background]
    units = [(item, results.published.table(item.id)) for item in items]
    shown = [(item, unit) for item, unit in units if isinstance(unit, Table)]
    scales = [(item, table) for item, table in shown if item.kind in _SCALES]
    pairs = [(item, table) for item, table in shown if item.kind is AnswerKind.BEFORE_NOW]
    alike = len({(item.steps, item.reversed) for item, _ in scales}) == 1
    counts = tuple(sum(column) for column in zip(*(scale_counts(*one) for one in scales), strict=True)) if alike else ()
    return ThemeSummary(
        title,
        tuple(item.id for item in items),
        _favourable(scales),
        _moved(pairs),
        counts,
        scales[0][0].steps if alike else (),
        tuple(item.id for item, unit in units if isinstance(unit, Hidden)),
    )
