"""What a participant has written into one product or reflection, field by field, whatever the course says today.

``parts`` are the words of one item by part, as ``record.Field`` names them: ``row/column`` of a table, a box's id, or
empty for one text. A row of her own (``egen-1``) has a part too, which says whether it lies in the bin.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kursapp.domain.question import Reflection, Row, Workbook, WorkbookKind

Item = Workbook | Reflection

TICKED = "x"
REMOVED = "fjernet"
"""What stands in the mark of an own row that lies in the bin; its words are kept until the bin is emptied."""

WHOLE = ""
"""The part of an item that is one text: a reflection, or a workbook without table or boxes."""

OWN_ROW = re.compile(r"egen-([1-9][0-9]{0,3})")

_MUCH = 40
"""Characters of one field that are worth keeping when most of them go at once."""


class KeptBecause(enum.StrEnum):
    """Why a version was kept."""

    BEGUN = "begun"
    CHANGED = "changed"
    LEFT = "left"
    FINISHED = "finished"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class ProductVersion:
    """What an item said at ``kept_at``. ``since`` is when what came after it began to be written.

    ``asked`` is the fingerprint of the item as it stood, empty where none was kept.
    """

    course_id: str
    item_id: str
    parts: Mapping[str, str]
    reason: KeptBecause
    kept_at: datetime
    since: datetime
    asked: str = ""
    id: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written yet."""
        return not has_words(self.parts)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one field. ``row`` and ``column`` are what stands at it, empty where the item is one text."""

    part: str
    row: str
    column: str
    text: str

    @property
    def name(self) -> str:
        """Return what the field is called."""
        return ", ".join(each for each in (self.row, self.column) if each)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that says something else than it did; an empty text: nothing stood, or stands, there."""

    row: str
    column: str
    before: str
    after: str

    @property
    def name(self) -> str:
        """Return what the field is called."""
        return ", ".join(each for each in (self.row, self.column) if each)


def has_words(parts: Mapping[str, str]) -> bool:
    """Say whether anything is written or ticked that is not in the bin."""
    gone = {part for part, value in parts.items() if value == REMOVED and OWN_ROW.fullmatch(part)}
    return any(
        value.strip() and part not in gone and part.partition("/")[0] not in gone for part, value in parts.items()
    )


def said_in(item: Item, parts: Mapping[str, str]) -> tuple[Said, ...]:
    """Return what is written in an item, in its order; of boxes those that are ticked. Rows in the bin are left out."""
    return tuple(said for said in _fields(item, parts) if said.text.strip())


def left_over(item: Item, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parts that have words which the item has no field for any more, sorted."""
    known = {said.part for said in _fields(item, parts)}
    marks = {part for part in parts if OWN_ROW.fullmatch(part)}
    binned = {part for part in marks if parts[part] == REMOVED}
    return tuple(
        sorted(
            part
            for part, value in parts.items()
            if value.strip() and part not in known and part not in marks and part.partition("/")[0] not in binned
        )
    )


def field_changes(item: Item, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return the fields whose words differ between two states of an item, in its order; others by their part last."""
    old = {said.part: said for said in _fields(item, before)}
    new = {said.part: said for said in _fields(item, after)}
    every = {**new, **{part: said for part, said in old.items() if part not in new}}
    found = [
        FieldChange(said.row, said.column, _text(old.get(part)), _text(new.get(part)))
        for part, said in every.items()
        if _text(old.get(part)).strip() != _text(new.get(part)).strip()
    ]
    other = sorted({*left_over(item, before), *left_over(item, after)} - every.keys())
    found += [
        FieldChange("", part, before.get(part, ""), after.get(part, ""))
        for part in other
        if before.get(part, "").strip() != after.get(part, "").strip()
    ]
    return tuple(found)


def loses_much(parts: Mapping[str, str], part: str, value: str) -> bool:
    """Say whether a field is about to lose most of what stands in it."""
    before, after = len(parts.get(part, "").strip()), len(value.strip())
    return before >= _MUCH and after * 2 < before


def own_rows(parts: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield the number and the mark of each row of the participant's own, in order, those in the bin too."""
    found = ((OWN_ROW.fullmatch(part), mark) for part, mark in parts.items())
    yield from sorted((int(match[1]), mark) for match, mark in found if match)


def _text(said: Said | None) -> str:
    return "" if said is None else said.text


def _fields(item: Item, parts: Mapping[str, str]) -> Iterator[Said]:
    """Yield every field of an item, in order, with what stands in it."""
    if isinstance(item, Reflection) or item.shape is WorkbookKind.TEXT:
        yield Said(WHOLE, "", "", parts.get(WHOLE, ""))
    elif item.shape is WorkbookKind.BOXES:
        for box, words in item.items:
            yield Said(box, words.plain, "", parts.get(box, ""))
    else:
        for row in item.rows:
            yield from _row(item, row, parts)
        for number, mark in own_rows(parts):
            if mark != REMOVED:
                yield from _own_row(item, number, parts)


def _row(item: Workbook, row: Row, parts: Mapping[str, str]) -> Iterator[Said]:
    title = next((cell.text.plain for cell in row.cells if cell.text), "")
    for column, cell in zip(item.columns, row.cells, strict=False):
        if cell.field and not column.formula:
            part = f"{row.id}/{column.id}"
            yield Said(part, title, column.title, parts.get(part, ""))


def _own_row(item: Workbook, number: int, parts: Mapping[str, str]) -> Iterator[Said]:
    """Yield the fields of a row of her own, which is called by the first words in it."""
    row = f"egen-{number}"
    columns = [column for column in item.columns if not column.formula]
    title = ""
    for place, column in enumerate(columns):
        text = parts.get(f"{row}/{column.id}", "")
        yield Said(f"{row}/{column.id}", title, column.title, text)
        if place == 0:
            title = " ".join(text.split())[:60]
