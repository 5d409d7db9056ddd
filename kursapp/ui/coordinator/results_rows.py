"""Tables of results as rows of a chart and as numbers: what a screen of results is built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from kursapp.domain.chart import diverging, part, reach, stacked
from kursapp.domain.form import AnswerKind, Form, FormItem
from kursapp.domain.results import Hidden, Table
from kursapp.domain.statistics import halves, mean, moved, numbers_of, options_of, valid_of
from kursapp.domain.summary import scale_counts
from kursapp.domain.tally import WITHOUT_VALUE, rank_step
from kursapp.texts.question_quality import right_option
from kursapp.ui.coordinator.results_words import aside_of, group_words, hidden_words, step_words
from kursapp.ui.i18n import _, language
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_colours import scale_colours
from kursapp.ui.widgets.charts_rows import ChartRow
from kursapp.ui.widgets.charts_table import Numbers
from kursapp.ui.widgets.charts_words import of_total, one_decimal, percent, spoken

WHOLE = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as values: its rows, their axis, the colours with what they mean, and the same numbers as a table.

    ``middle`` says whether the bars lie around a middle line.
    """

    name: str
    rows: tuple[ChartRow, ...]
    numbers: Numbers
    colours: tuple[QColor, ...] = ()
    legend: tuple[str, ...] = ()
    axis: tuple[float, float] = WHOLE
    middle: bool = False
    detailed: bool = False


def scale_labels(item: FormItem) -> tuple[str, ...]:
    """Return the words of a scale's steps, from the left."""
    return tuple(label or str(number) for number, label in enumerate(item.steps, start=1))


def scale_row(
    item: FormItem, counts: Sequence[int], words: str, *, lead: str = "", key: str = "", aside: str = ""
) -> ChartRow:
    """Return one distribution on a scale; ``lead`` stands before the mean ("nå"), ``key`` makes it lead on."""
    labelled = tuple(zip(scale_labels(item), counts, strict=True))
    after = aside or " · ".join(part for part in (lead, aside_of(counts)) if part)
    return ChartRow(words, spoken(words or lead, labelled, sum(counts), after), diverging(counts), after, key=key)


def item_rows(item: FormItem, unit: Table | Hidden, k: int, *, links: bool) -> tuple[ChartRow, ...]:
    """Return a scale's row, or the two of a pair, or why there is none; with ``links`` it leads on to the item."""
    key = item.id if links else ""
    if isinstance(unit, Hidden):
        why = hidden_words(unit.why, k)
        return (ChartRow(item.text, f"{item.text}. {why}", hidden=why, key=key),)
    if item.kind is AnswerKind.BEFORE_NOW:
        before, now = halves(item, unit)
        return (
            scale_row(item, before, item.text, lead=_("før"), key=key),
            scale_row(item, now, "", lead=_("nå")),
        )
    return (scale_row(item, scale_counts(item, unit), item.text, key=key),)


def scales_picture(
    theme: Theme, name: str, items: Sequence[tuple[FormItem, Table | Hidden]], k: int, *, links: bool
) -> Picture:
    """Return the rows of items that share one scale."""
    rows = tuple(row for item, unit in items for row in item_rows(item, unit, k, links=links))
    first = items[0][0]
    return Picture(
        name,
        rows,
        _scale_numbers(items, k),
        scale_colours(theme, len(first.steps)),
        scale_labels(first),
        reach(row.bar for row in rows if row.bar is not None),
        middle=True,
    )


def _scale_numbers(items: Sequence[tuple[FormItem, Table | Hidden]], k: int) -> Numbers:
    """Return a row of counts for each item (two for a pair), "Vet ikke" and blank apart."""
    first = items[0][0]
    apart = any(item.apart for item, _unit in items)
    last = (*((next(item.apart for item, _unit in items if item.apart),) if apart else ()), step_words(first, "blank"))
    heads = (_("Utsagn"), *scale_labels(first), _("n"), _("Snitt"), *last)
    rows: list[tuple[str, ...]] = []
    notes: list[str] = []
    for item, unit in items:
        if isinstance(unit, Hidden):
            notes.append(f"{item.text}: {hidden_words(unit.why, k)}")
            continue
        left = [str(unit.count(step)) for step in (("apart", "blank") if apart else ("blank",))]
        for words, counts in _halves_named(item, unit):
            middle = mean(counts)
            cells = [of_total(count, sum(counts)) for count in counts]
            rows.append((words, *cells, str(sum(counts)), "" if middle is None else one_decimal(middle), *left))
    return Numbers(heads, tuple(rows), tuple(notes))


def _halves_named(item: FormItem, table: Table) -> tuple[tuple[str, tuple[int, ...]], ...]:
    if item.kind is not AnswerKind.BEFORE_NOW:
        return ((item.text, scale_counts(item, table)),)
    before, now = halves(item, table)
    return ((_("{text} (før)").format(text=item.text), before), (_("{text} (nå)").format(text=item.text), now))


def item_picture(theme: Theme, item: FormItem, table: Table) -> Picture:
    """Return one item's chart, as large and with as many numbers as there is room for; texts have none."""
    match item.kind:
        case AnswerKind.SCALE | AnswerKind.BEFORE_NOW:
            return _scale_picture(theme, item, table)
        case AnswerKind.RANKING:
            return _ranking_picture(theme, item, table)
        case AnswerKind.NUMBER:
            return _parts_picture(theme, item, table, _number_parts(item, table))
    return _parts_picture(theme, item, table, _option_parts(item, table))


def _scale_picture(theme: Theme, item: FormItem, table: Table) -> Picture:
    rows: tuple[ChartRow, ...]
    if item.kind is AnswerKind.BEFORE_NOW:
        before, now = halves(item, table)
        rows = (scale_row(item, before, _("Før")), scale_row(item, now, _("Nå")))
        numbers = _pair_numbers(item, table, before, now)
    else:
        counts = scale_counts(item, table)
        rows = (scale_row(item, counts, _("Alle")),)
        steps = [(label, count) for label, count in zip(scale_labels(item), counts, strict=True)]
        numbers = _step_numbers(item, table, steps)
    return Picture(
        item.text,
        rows,
        numbers,
        scale_colours(theme, len(item.steps)),
        scale_labels(item),
        reach(row.bar for row in rows if row.bar is not None),
        middle=True,
        detailed=True,
    )


def _pair_numbers(item: FormItem, table: Table, before: Sequence[int], now: Sequence[int]) -> Numbers:
    total = sum(now)
    rows = [
        (label, of_total(one, total), of_total(other, total))
        for label, one, other in zip(scale_labels(item), before, now, strict=True)
    ]
    rows.append((_("Svar i alt"), str(total), str(total)))
    rows += [(label, str(count), str(count)) for label, count in _left(item, table)]
    return Numbers((_("Svar"), _("Før"), _("Nå")), tuple(rows))


def _step_numbers(item: FormItem, table: Table, steps: Sequence[tuple[str, int]]) -> Numbers:
    valid = valid_of(item, table)
    rows = [(label, str(count), percent(count / valid) if valid else "") for label, count in steps]
    rows.append((_("Svar i alt"), str(valid), ""))
    rows += [(label, str(count), "") for label, count in _left(item, table)]
    return Numbers((_("Svar"), _("Antall"), _("Andel")), tuple(rows))


def _left(item: FormItem, table: Table) -> list[tuple[str, int]]:
    """Return the steps that are no valid answer, apart from the rest."""
    return [(step_words(item, step), count) for step, count in table.counts if step in WITHOUT_VALUE]


def _option_parts(item: FormItem, table: Table) -> tuple[tuple[str, int], ...]:
    texts = {
        option.id: right_option(option.text, language()) if option.right else option.text for option in item.options
    }
    return tuple((texts[one.option_id], one.share.count) for one in options_of(item, table))


def _number_parts(item: FormItem, table: Table) -> tuple[tuple[str, int], ...]:
    """Return the numbers from the lowest to the highest that could be, or were, given; with what the ends mean."""
    if item.low is None or item.high is None or len(table.counts) < item.high - item.low:
        return tuple((step_words(item, str(number)), count) for number, count in numbers_of(table))
    ends = {item.low: item.low_label, item.high: item.high_label}
    return tuple(
        (f"{number} ({ends[number]})" if ends.get(number) else str(number), table.count(str(number)))
        for number in range(item.low, item.high + 1)
    )


def _parts_picture(theme: Theme, item: FormItem, table: Table, parts: Sequence[tuple[str, int]]) -> Picture:
    rows = tuple(_part_row(label, count, valid_of(item, table)) for label, count in parts)
    return Picture(item.text, rows, _step_numbers(item, table, parts), (theme.color("primary"),))


def _part_row(words: str, count: int, total: int) -> ChartRow:
    told = of_total(count, total)
    return ChartRow(words, f"{words}: {told}.", part(count, total), told, prints=("",))


def _ranking_picture(theme: Theme, item: FormItem, table: Table) -> Picture:
    places = range(1, len(item.options) + 1)
    names = tuple(_("{number}. plass").format(number=place) for place in places)
    rows, cells = [], []
    for option, one in zip(item.options, options_of(item, table), strict=True):
        counts = [table.count(rank_step(option.id, place)) for place in places]
        after = "" if one.mean_rank is None else _("snittplass {mean}").format(mean=one_decimal(one.mean_rank))
        said = spoken(option.text, zip(names, counts, strict=True), sum(counts), after)
        rows.append(ChartRow(option.text, said, stacked(counts), after))
        cells.append((option.text, *(of_total(count, sum(counts)) for count in counts), after))
    # First place is the strong end of the scale.
    colours = scale_colours(theme, len(item.options))[::-1]
    heads = (_("Svar"), *names, _("Snittplass"))
    left = ", ".join(f"{label}: {count}" for label, count in _left(item, table))
    return Picture(item.text, tuple(rows), Numbers(heads, tuple(cells), (left,)), colours, names)


def moves_picture(theme: Theme, item: FormItem, table: Table) -> Picture:
    """Return how many moved up, stayed and moved down."""
    change = moved(item, table)
    names = (_("lavere nå"), _("likt"), _("høyere nå"))
    counts = (change.down, change.same, change.up)
    words = _("Endring")
    row = ChartRow(words, spoken(words, zip(names, counts, strict=True), change.total), stacked(counts))
    cells = tuple((name, str(count), percent(count / change.total)) for name, count in zip(names, counts, strict=True))
    numbers = Numbers((_("Endring"), _("Antall"), _("Andel")), cells)
    return Picture(words, (row,), numbers, scale_colours(theme, 3), names, detailed=True)


def group_picture(theme: Theme, form: Form, item: FormItem, tables: Sequence[Table]) -> Picture | None:
    """Return an item by group, where it has a scale or options; None for other kinds."""
    named = [(group_words(form, table.group), table) for table in tables if table.group is not None]
    if item.kind in (AnswerKind.SCALE, AnswerKind.BEFORE_NOW):
        rows = [row for name, table in named for row in _group_scale_rows(item, name, table)]
        axis = reach(row.bar for row in rows if row.bar is not None)
        colours, legend = scale_colours(theme, len(item.steps)), scale_labels(item)
        return Picture(item.text, tuple(rows), _group_numbers(item, named), colours, legend, axis, middle=True)
    if item.kind is AnswerKind.CHOICE:
        bars = [(name, [count for _label, count in _option_parts(item, table)]) for name, table in named]
        legend = tuple(option.text for option in item.options)
        rows = [_stacked_row(name, counts, legend) for name, counts in bars]
        colours = scale_colours(theme, len(legend))
        return Picture(item.text, tuple(rows), _group_numbers(item, named), colours, legend)
    return None


def _group_scale_rows(item: FormItem, name: str, table: Table) -> tuple[ChartRow, ...]:
    if item.kind is AnswerKind.SCALE:
        return (scale_row(item, scale_counts(item, table), name),)
    before, now = halves(item, table)
    return (scale_row(item, before, name, lead=_("før")), scale_row(item, now, "", lead=_("nå")))


def _stacked_row(name: str, counts: Sequence[int], legend: Sequence[str]) -> ChartRow:
    after = _("n\N{NO-BREAK SPACE}{n}").format(n=sum(counts))
    return ChartRow(name, spoken(name, zip(legend, counts, strict=True), sum(counts), after), stacked(counts), after)


def _group_numbers(item: FormItem, named: Sequence[tuple[str, Table]]) -> Numbers:
    if item.kind is AnswerKind.CHOICE:
        heads = (_("Gruppe"), *(option.text for option in item.options), _("n"))
        rows = []
        for name, table in named:
            valid = valid_of(item, table)
            cells = [of_total(count, valid) for _label, count in _option_parts(item, table)]
            rows.append((name, *cells, str(valid)))
        return Numbers(heads, tuple(rows))
    heads = (_("Gruppe"), *scale_labels(item), _("n"), _("Snitt"))
    rows = []
    for name, table in named:
        for words, counts in _halves_named(item, table):
            middle = mean(counts)
            which = words.removeprefix(item.text).strip()
            cells = [of_total(count, sum(counts)) for count in counts]
            rows.append(
                (f"{name} {which}".strip(), *cells, str(sum(counts)), "" if middle is None else one_decimal(middle))
            )
    return Numbers(heads, tuple(rows))
