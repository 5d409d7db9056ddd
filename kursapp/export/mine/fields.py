"""What stands in reflections, workbooks and checklists, with the words beside each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kursapp.domain.course import Block, Checklist
from kursapp.domain.own_things import FilledItem, OwnCourse
from kursapp.domain.product import OWN_ROW, REMOVED, TICKED
from kursapp.domain.question import Reflection, Workbook
from kursapp.export.mine.lines import heading, listed, meta, quoted
from kursapp.texts.phrases import Phrases


def fields_of(course: OwnCourse, say: Phrases) -> Iterator[str]:
    """Yield what was written in one course, item by item."""
    for each in course.fields:
        yield from heading(3, _title(each))
        stem = getattr(each.item, "stem", None)
        if stem is not None and stem.plain:
            yield from meta(stem.plain)
        yield from _parts(each, say)


def _title(filled: FilledItem) -> str:
    if isinstance(filled.item, Reflection | Workbook) and filled.item.title:
        return filled.item.title
    return filled.item_id


def _parts(filled: FilledItem, say: Phrases) -> Iterator[str]:
    names = part_names(filled.item)
    ticks = []
    for part, value in filled.parts.items():
        if value == TICKED and "/" not in part:
            ticks.append(names.get(part, part))
        elif OWN_ROW.fullmatch(part):
            if value == REMOVED:
                yield from meta(_own_row(part, say), say("removed-row"))
        elif value:
            yield from meta(_place(part, names, say))
            yield from quoted(value)
    if ticks:
        yield from meta(say("ticked"))
        yield from listed(ticks)


def _place(part: str, names: Mapping[str, str], say: Phrases) -> str:
    """Name a field: its row and its column."""
    row, _slash, column = part.partition("/")
    shown = names.get(row) or (_own_row(row, say) if OWN_ROW.fullmatch(row) else row)
    return " – ".join(each for each in (shown, names.get(column, column)) if each)


def _own_row(part: str, say: Phrases) -> str:
    return say("own-row", number=part.rpartition("-")[2])


def part_names(item: Block | None) -> dict[str, str]:
    """Return the words of an item's rows, columns and boxes by their ids."""
    if isinstance(item, Checklist):
        return {each.id: each.text.plain for each in item.items}
    if not isinstance(item, Workbook):
        return {}
    names = {column.id: column.title for column in item.columns}
    names.update({box: words.plain for box, words in item.items})
    for row in item.rows:
        fixed = (cell.text.plain for cell in row.cells if not cell.field and cell.text.plain)
        names[row.id] = next(fixed, row.id)
    return names
