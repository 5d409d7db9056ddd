"""Results as one long table of plain rows: what is told about them, the counts, what is hidden, and the comments.

A row stands for a count or a text, never for a person (DESIGN §5, G6). The order is the form's own, and that of the
texts, so equal results give equal rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kursapp.domain.form import FormItem
from kursapp.domain.results import Breakdown, Comment, RoundResults, Table
from kursapp.export.about import Fact, facts_of, hidden_units, variable_name
from kursapp.export.measures import Measure, counting, measures_of
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import group_label, hidden, step_label

COLUMNS = (
    "kind",
    "cohort",
    "form",
    "theme",
    "item-id",
    "item",
    "variable",
    "group",
    "step",
    "label",
    "count",
    "share",
    "value",
    "note",
)

Cell = str | int | float | None
Row = tuple[Cell, ...]
"""The cells of ``COLUMNS``; None where there is nothing to say."""

SHARE_DECIMALS = 4
VALUE_DECIMALS = 4


def header(language: str) -> tuple[str, ...]:
    """Return the names of the columns."""
    say = Phrases(EXPORTS, language)
    return tuple(say(f"column-{column}") for column in COLUMNS)


def row_count(results: RoundResults) -> int:
    """Return about how many rows there will be, for whoever follows the work."""
    return sum(len(table.counts) for table in shown_tables(results)) + len(results.published.comments)


def shown_tables(results: RoundResults) -> Iterator[Table]:
    """Yield every table that may be shown: everybody's in the form's order, then group by group."""
    for unit in results.published.tables:
        if isinstance(unit, Table):
            yield unit
    for breakdown in results.published.breakdowns:
        if isinstance(breakdown, Breakdown):
            yield from (unit for unit in breakdown.tables if isinstance(unit, Table))


def rows_of(results: RoundResults, more: Iterable[Fact] = ()) -> Iterator[Row]:
    """Yield the whole table but its header; ``more`` is what the file says of itself besides."""
    yield from _about_rows(results, more)
    yield from _hidden_rows(results)
    yield from count_rows(results, shown_tables(results))
    yield from _comment_rows(results)


def count_rows(results: RoundResults, tables: Iterable[Table]) -> Iterator[Row]:
    """Yield a row for every step of every table, and one for each number worked out from it."""
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    kind, measure_kind = say("kind-count"), say("kind-measure")
    items = {item.id: item for item in results.form.items}
    labels: dict[tuple[str, str], tuple[str, str]] = {}
    for table in tables:
        item = items[table.item_id]
        first = _first_cells(results, table, item)
        base, counted = counting(item, table)
        for step, count in table.counts:
            cells = labels.get((item.id, step))
            if cells is None:
                cells = labels[item.id, step] = (step_code(step), step_label(item, step, language))
            part = share(count, base) if step in counted else None
            yield (kind, *first, *cells, count, part, None, None)
        for measure in measures_of(item, table, language):
            yield _measure_row(measure_kind, first, measure)


@lru_cache(maxsize=4096)
def share(count: int, base: int) -> float | None:
    """Return a count's part of those it is counted among, rounded; None of nobody."""
    return round(count / base, SHARE_DECIMALS) if base else None


def step_code(step: str) -> str:
    """Return a step as it is written in a file: options as ``id:ID``, because no cell may begin with ``=``."""
    return f"id:{step[1:]}" if step.startswith("=") else step


def _first_cells(results: RoundResults, table: Table, item: FormItem) -> Row:
    variable = group = None
    if table.group is not None:
        variable = variable_name(results, table.group.variable)
        group = group_label(results.form, table.group, results.cohort.language)
    return (results.cohort.name, results.form.title, item.theme, item.id, item_name(item), variable, group)


def item_name(item: FormItem) -> str:
    """Return an item as one text: the words above it, where it has any, and its own."""
    if not item.heading or item.heading == item.text:
        return item.text
    return f"{item.heading}{'' if item.heading.endswith(('.', '?', ':')) else ':'} {item.text}"


def _measure_row(kind: str, first: Row, measure: Measure) -> Row:
    count = measure.value if isinstance(measure.value, int) else None
    value = round(measure.value, VALUE_DECIMALS) if isinstance(measure.value, float) else None
    return (kind, *first, measure.key, measure.name, count, measure.share, value, None)


def _about_rows(results: RoundResults, more: Iterable[Fact]) -> Iterator[Row]:
    kind = Phrases(EXPORTS, results.cohort.language)("kind-about")
    for fact in (*facts_of(results), *more):
        yield (kind, *_nobody(results), fact.key, fact.name, None, None, None, fact.value)


def _hidden_rows(results: RoundResults) -> Iterator[Row]:
    language = results.cohort.language
    kind = Phrases(EXPORTS, language)("kind-hidden")
    for unit in hidden_units(results):
        theme = results.form.item(unit.item_id).theme if unit.item_id else None
        item = item_name(results.form.item(unit.item_id)) if unit.item_id else unit.name
        variable = unit.name if unit.variable else None
        first = (results.cohort.name, results.form.title, theme, unit.item_id or None, item, variable, None)
        yield (kind, *first, None, None, None, None, None, f"{hidden(language)}. {unit.why}")


def _comment_rows(results: RoundResults) -> Iterator[Row]:
    kind = Phrases(EXPORTS, results.cohort.language)("kind-comment")
    for comment in comments_in_order(results):
        item = results.form.item(comment.item_id)
        first = (results.cohort.name, results.form.title, item.theme, item.id, item_name(item), None, None)
        yield (kind, *first, None, "; ".join(comment.tags) or None, None, None, None, comment.text)


def comments_in_order(results: RoundResults) -> list[Comment]:
    """Return the comments in the order of the form, and of their texts under each item: never by person."""
    order = {item.id: number for number, item in enumerate(results.form.items)}
    return sorted(results.published.comments, key=lambda one: (order[one.item_id], one.text, one.tags, one.chosen))


def _nobody(results: RoundResults) -> Row:
    return (results.cohort.name, results.form.title, None, None, None, None, None)
