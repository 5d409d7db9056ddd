"""What an SPSS file holds: a variable for each item, and a row for each count of it, weighted by the count.

A row has a value in the variables of one item only (before and now are two of one item), so no row is a person and
nothing joins two items (DESIGN §5, G6). An item that is hidden has its variable, without rows, and says so in its
label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Breakdown, Group, Hidden, RoundResults, Table
from kursapp.domain.statistics import answered_of, apart_of, blank_of, numbers_of, valid_of
from kursapp.domain.tally import ANSWERED, option_step, pair_of, rank_step
from kursapp.export.about import facts_of, hidden_units, variable_name
from kursapp.export.long_table import item_name, shown_tables
from kursapp.export.spss.names import Names
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import group_label, hidden, step_label

NOMINAL, ORDINAL, SCALE = "nominal", "ordinal", "scale"
MISSING = (99, 999, 9999, 99_999, 999_999)
"""What stands for blank: the first that is none of the item's values. "Vet ikke" is the number before it."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. ``labels`` are of values, ``missing`` values count as no answer."""

    name: str
    label: str
    labels: tuple[tuple[float, str], ...] = ()
    missing: tuple[float, ...] = ()
    measure: str = NOMINAL
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """How many gave these values: places in the plan's variables and what stands there."""

    count: int
    group: int
    values: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole file. The first variable is the weight, the second the group (0 is everybody)."""

    title: str
    how_to_run: str
    documents: tuple[str, ...]
    variables: tuple[Variable, ...]
    rows: tuple[Row, ...]

    def cells(self, row: Row) -> list[float | None]:
        """Return a row as it is written; None is system-missing."""
        cells: list[float | None] = [row.count, row.group, *(None,) * (len(self.variables) - 2)]
        for place, value in row.values:
            cells[place] = value
        return cells


@dataclass(frozen=True, slots=True)
class _Part:
    """One variable of an item and the rows ``(value, count)`` it gets from a table; pairs fill two at once."""

    variables: tuple[Variable, ...]
    option_id: str = ""


def plan_of(results: RoundResults) -> Plan:
    """Lay out a round's results."""
    say = Phrases(EXPORTS, results.cohort.language)
    names = Names()
    groups = _groups(results)
    variables = [
        Variable(names.new(say("spss-weight")), say("spss-weight-label"), measure=SCALE),
        Variable(names.new(say("spss-group")), say("spss-group-label"), tuple(_group_labels(results, groups))),
    ]
    places: dict[str, tuple[int, list[_Part]]] = {}
    for item in results.form.items:
        parts = _parts(item, results, names)
        places[item.id] = (len(variables), parts)
        variables += [variable for part in parts for variable in part.variables]
    rows = []
    for table in shown_tables(results):
        item = results.form.item(table.item_id)
        first, parts = places[item.id]
        for values, count in _counted(item, table, parts):
            placed = tuple((first + offset, value) for offset, value in values)
            rows.append(Row(count, groups[table.group] if table.group else 0, placed))
    title = f"{results.cohort.name}: {results.form.title}"
    return Plan(title, say("spss-run"), tuple(_documents(results)), tuple(variables), tuple(rows))


def blank_code(item: FormItem) -> int:
    """Return what stands for blank in an item's variables."""
    highest = max(len(item.steps), len(item.options), item.high or 0)
    if item.kind is AnswerKind.NUMBER and item.high is None:
        return MISSING[-1]
    return next(code for code in MISSING if code - 1 > highest)


def _groups(results: RoundResults) -> dict[Group, int]:
    """Number the groups: hundreds for the question, ones for the answer."""
    numbers: dict[Group, int] = {}
    for hundred, breakdown in enumerate(results.published.breakdowns, start=1):
        if isinstance(breakdown, Breakdown):
            numbers |= {group: 100 * hundred + number for number, group in enumerate(breakdown.groups, start=1)}
    return numbers


def _group_labels(results: RoundResults, groups: dict[Group, int]) -> Iterator[tuple[float, str]]:
    language = results.cohort.language
    yield 0, Phrases(EXPORTS, language)("spss-everybody")
    for group, number in groups.items():
        yield number, f"{variable_name(results, group.variable)}: {group_label(results.form, group, language)}"


def _parts(item: FormItem, results: RoundResults, names: Names) -> list[_Part]:
    """Return an item's variables: of several answers and of rankings one for each option."""
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    unit = results.published.table(item.id)
    mark = f"[{hidden(language)}] " if isinstance(unit, Hidden) else ""
    text = mark + item_name(item)
    blank = blank_code(item)
    lacking = _lacking(item, blank, language)
    missing = tuple(code for code, _ in lacking)
    steps = tuple((float(number), label) for number, label in enumerate(item.steps, start=1))
    match item.kind:
        case AnswerKind.SCALE:
            return [_Part((Variable(names.new(item.id), text, steps + lacking, missing, ORDINAL),))]
        case AnswerKind.BEFORE_NOW:
            halves = [
                Variable(
                    names.new(item.id, say(f"spss-{half}")),
                    f"{text} ({say(f'spss-{half}-label')})",
                    steps + lacking,
                    missing,
                    ORDINAL,
                )
                for half in ("before", "now")
            ]
            return [_Part(tuple(halves))]
        case AnswerKind.CHOICE:
            options = tuple((float(number), one.text) for number, one in enumerate(item.options, start=1))
            return [_Part((Variable(names.new(item.id), text, options + lacking, missing),))]
        case AnswerKind.NUMBER:
            decimals = _decimals(unit)
            return [_Part((Variable(names.new(item.id), text, lacking, missing, SCALE, decimals),))]
        case AnswerKind.TEXT | AnswerKind.QUESTION if not item.options:
            labels = ((1.0, step_label(item, ANSWERED, language)), *lacking)
            return [_Part((Variable(names.new(item.id), text, labels, missing),))]
    chosen = ((0.0, say("no")), (1.0, say("yes")))
    labels, measure = (lacking, ORDINAL) if item.kind is AnswerKind.RANKING else (chosen + lacking, NOMINAL)
    return [
        _Part((Variable(names.new(item.id, one.id), f"{text} {one.text}", labels, missing, measure),), one.id)
        for one in item.options
    ]


def _lacking(item: FormItem, blank: int, language: str) -> tuple[tuple[float, str], ...]:
    apart = ((float(blank - 1), step_label(item, "apart", language)),) if item.apart else ()
    return (*apart, (float(blank), step_label(item, "blank", language)))


def _decimals(unit: Table | Hidden) -> int:
    if isinstance(unit, Hidden):
        return 0
    exponents = [number.as_tuple().exponent for number, _ in numbers_of(unit)]
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


def _counted(item: FormItem, table: Table, parts: list[_Part]) -> Iterator[tuple[tuple[tuple[int, float], ...], int]]:
    """Yield values by place in the item's own variables, and how many gave them; nobody's are left out."""
    for values, count in _all_counted(item, table, parts):
        if count:
            yield values, count


def _all_counted(
    item: FormItem, table: Table, parts: list[_Part]
) -> Iterator[tuple[tuple[tuple[int, float], ...], int]]:
    blank = blank_code(item)
    match item.kind:
        case AnswerKind.BEFORE_NOW:
            for step, count in table.counts:
                pair = pair_of(step)
                if pair is not None:
                    yield ((0, pair[0]), (1, pair[1])), count
            yield ((0, blank - 1), (1, blank - 1)), apart_of(table)
            yield ((0, blank), (1, blank)), blank_of(table)
            return
        case AnswerKind.SCALE:
            own = [(float(number), table.count(str(number))) for number in range(1, len(item.steps) + 1)]
        case AnswerKind.CHOICE:
            own = [
                (float(number), table.count(option_step(one.id))) for number, one in enumerate(item.options, start=1)
            ]
        case AnswerKind.NUMBER:
            own = [(_float(number), count) for number, count in numbers_of(table)]
        case AnswerKind.TEXT | AnswerKind.QUESTION if not item.options:
            own = [(1.0, answered_of(table).count)]
        case _:
            for place, part in enumerate(parts):
                for value, count in _of_option(item, table, part.option_id):
                    yield ((place, value),), count
            return
    for value, count in [*own, (blank - 1, apart_of(table)), (blank, blank_of(table))]:
        yield ((0, value),), count


def _of_option(item: FormItem, table: Table, option_id: str) -> list[tuple[float, int]]:
    """Return one option's values: chosen or not, or its ranks; those who did not answer are blank."""
    blank, valid = blank_code(item), valid_of(item, table)
    if item.kind is AnswerKind.RANKING:
        ranks = [(float(rank), table.count(rank_step(option_id, rank))) for rank in range(1, len(item.options) + 1)]
        unranked = valid - sum(count for _, count in ranks)
        return [*ranks, (blank, blank_of(table) + unranked)]
    chosen = table.count(option_step(option_id))
    return [(1.0, chosen), (0.0, valid - chosen), (blank, blank_of(table))]


def _float(number: Decimal) -> float:
    return float(number)


def _documents(results: RoundResults) -> Iterator[str]:
    say = Phrases(EXPORTS, results.cohort.language)
    yield say("spss-document")
    yield from (f"{fact.name}: {fact.value}" for fact in facts_of(results))
    yield from (f"{say('about-hidden')}: {unit.name}. {unit.why}" for unit in hidden_units(results))
