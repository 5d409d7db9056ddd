"""The participant's own words: fields of reflections, workbooks and checklists, finished products, and drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, or_, select

from kursapp.domain.course import Block
from kursapp.domain.record import Draft, Field
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.tables import DRAFT, FIELD, PRODUCT
from kursapp.storage.prepared import Prepared
from kursapp.storage.statements import portions, upsert

_DRAFT_GONE = Prepared(
    delete(DRAFT).where(DRAFT.c.course_id == bindparam("course_id"), DRAFT.c.key == bindparam("key"))
)


class Fields:
    """What stands in each field, with the item it belongs to as it stood when it was written."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked

    def save(self, field: Field, item: Block | None = None) -> None:
        """Keep one field's words, and the item as asked where it is given."""
        self.save_many((field,), item)

    def save_many(self, fields: Sequence[Field], item: Block | None = None) -> None:
        """Keep several fields of one item at once: all or none."""
        if not fields:
            return
        with self._database.transaction():
            asked = None if item is None else self._asked.keep(item)
            self._database.put(upsert(FIELD), [_field_row(field, asked or field.asked or None) for field in fields])

    def remove(self, course_id: str, item_id: str, prefix: str) -> tuple[Field, ...]:
        """Remove the part ``prefix`` and all under it (``prefix/…``), such as a row, and return what stood there."""
        under = f"{prefix}/"
        here = (
            FIELD.c.course_id == course_id,
            FIELD.c.item_id == item_id,
            or_(FIELD.c.part == prefix, func.substr(FIELD.c.part, 1, len(under)) == under),
        )
        with self._database.transaction():
            removed = self._database.rows(select(FIELD).where(*here).order_by(FIELD.c.part))
            self._database.run(delete(FIELD).where(*here))
        return _fields(removed)

    def replace(self, course_id: str, item_id: str, fields: Sequence[Field], item: Block | None = None) -> None:
        """Let an item have these fields and no others."""
        with self._database.transaction():
            self._database.run(delete(FIELD).where(FIELD.c.course_id == course_id, FIELD.c.item_id == item_id))
            self.save_many(fields, item)

    def of_item(self, course_id: str, item_id: str) -> tuple[Field, ...]:
        """Return every field of one item, by part."""
        here = (FIELD.c.course_id == course_id, FIELD.c.item_id == item_id)
        return _fields(self._database.rows(select(FIELD).where(*here).order_by(FIELD.c.part)))

    def courses(self) -> tuple[str, ...]:
        """Return the ids of the courses something is written in."""
        return tuple(row.course_id for row in self._database.rows(select(FIELD.c.course_id).distinct()))

    def of_items(self, course_id: str, item_ids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the words of these items: part → text, by item; items without any are left out."""
        found: dict[str, dict[str, str]] = {}
        for portion in portions(item_ids):
            query = select(FIELD).where(FIELD.c.course_id == course_id, FIELD.c.item_id.in_(portion))
            for row in self._database.rows(query):
                found.setdefault(row.item_id, {})[row.part] = row.value
        return found

    def of_course(self, course_id: str) -> tuple[Field, ...]:
        """Return every field of a course, by item and part."""
        query = select(FIELD).where(FIELD.c.course_id == course_id).order_by(FIELD.c.item_id, FIELD.c.part)
        return _fields(self._database.rows(query))


class Products:
    """Workbooks the participant has marked as finished."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def finish(self, course_id: str, workbook_id: str, at: datetime) -> None:
        """Mark a workbook as finished."""
        self._database.put(upsert(PRODUCT), {"course_id": course_id, "workbook_id": workbook_id, "finished_at": at})

    def reopen(self, course_id: str, workbook_id: str) -> None:
        """Take the mark away."""
        here = (PRODUCT.c.course_id == course_id, PRODUCT.c.workbook_id == workbook_id)
        self._database.run(delete(PRODUCT).where(*here))

    def finished(self, course_id: str) -> dict[str, datetime]:
        """Return when each finished workbook was marked so."""
        rows = self._database.rows(select(PRODUCT).where(PRODUCT.c.course_id == course_id))
        return {row.workbook_id: row.finished_at for row in rows}


class Drafts:
    """What stands in answers that are not given yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, draft: Draft) -> None:
        """Keep a draft under its key."""
        self._database.put(
            upsert(DRAFT),
            {
                "course_id": draft.course_id,
                "key": draft.key,
                "value": draft.value,
                "updated_at": draft.updated_at,
            },
        )

    def remove(self, course_id: str, key: str) -> None:
        """Forget a draft, since its answer is given."""
        self._database.put(_DRAFT_GONE, {"course_id": course_id, "key": key})

    def of_course(self, course_id: str, prefix: str = "") -> dict[str, str]:
        """Return the drafts of a course whose keys begin with ``prefix``, by key."""
        rows = self._database.rows(select(DRAFT.c.key, DRAFT.c.value).where(DRAFT.c.course_id == course_id))
        return {row.key: row.value for row in rows if row.key.startswith(prefix)}


def _fields(rows: Iterable[Row[Any]]) -> tuple[Field, ...]:
    return tuple(Field(**{**row._mapping, "asked": row.asked or ""}) for row in rows)


def _field_row(field: Field, asked: str | None) -> dict[str, object]:
    return {
        "course_id": field.course_id,
        "item_id": field.item_id,
        "part": field.part,
        "value": field.value,
        "asked": asked,
        "updated_at": field.updated_at,
    }
