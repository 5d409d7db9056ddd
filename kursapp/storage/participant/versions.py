"""What products and reflections said earlier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, delete, insert, select, update

from kursapp.domain.course import Block
from kursapp.domain.product import KeptBecause, ProductVersion
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.workbook_tables import PRODUCT_VERSION
from kursapp.storage.statements import portions


class Versions:
    """The versions of each item, in the order they were kept: a clock that was set back mixes nothing up."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked

    def keep(self, version: ProductVersion, item: Block | None = None) -> None:
        """Keep a version as the newest, and the item as it stands where it is given."""
        with self._database.transaction():
            asked = self._asked.keep(item) if item is not None else version.asked or None
            values = {
                "course_id": version.course_id,
                "item_id": version.item_id,
                "asked": asked,
                "parts": _encoded(version.parts),
                "reason": version.reason.value,
                "kept_at": version.kept_at,
                "since": version.since,
            }
            self._database.run(insert(PRODUCT_VERSION), values)

    def go_on(self, version_id: int, since: datetime) -> None:
        """Remember when what came after a version began to be written."""
        here = PRODUCT_VERSION.c.id == version_id
        self._database.run(update(PRODUCT_VERSION).where(here).values(since=since))

    def rewrite(self, version_id: int, parts: Mapping[str, str]) -> None:
        """Let a version say something else: what was to be deleted for good is in it no more."""
        here = PRODUCT_VERSION.c.id == version_id
        self._database.run(update(PRODUCT_VERSION).where(here).values(parts=_encoded(parts)))

    def latest(self, course_id: str, item_id: str) -> ProductVersion | None:
        """Return the version kept last, or None."""
        query = _of(course_id, item_id).order_by(PRODUCT_VERSION.c.id.desc()).limit(1)
        row = self._database.row(query)
        return None if row is None else _version(row)

    def get(self, version_id: int) -> ProductVersion | None:
        """Return one version, or None."""
        row = self._database.row(select(PRODUCT_VERSION).where(PRODUCT_VERSION.c.id == version_id))
        return None if row is None else _version(row)

    def of_item(self, course_id: str, item_id: str) -> tuple[ProductVersion, ...]:
        """Return the versions of an item, the one kept last first."""
        rows = self._database.rows(_of(course_id, item_id).order_by(PRODUCT_VERSION.c.id.desc()))
        return tuple(_version(row) for row in rows)

    def of_course(self, course_id: str) -> tuple[ProductVersion, ...]:
        """Return the versions of all items of a course, in the order they were kept."""
        query = select(PRODUCT_VERSION).where(PRODUCT_VERSION.c.course_id == course_id)
        return tuple(_version(row) for row in self._database.rows(query.order_by(PRODUCT_VERSION.c.id)))

    def remove(self, version_ids: Iterable[int]) -> None:
        """Forget versions."""
        for portion in portions(version_ids):
            self._database.run(delete(PRODUCT_VERSION).where(PRODUCT_VERSION.c.id.in_(portion)))


def _encoded(parts: Mapping[str, str]) -> str:
    return msgspec.json.encode(dict(parts)).decode()


def _of(course_id: str, item_id: str) -> Any:
    here = (PRODUCT_VERSION.c.course_id == course_id, PRODUCT_VERSION.c.item_id == item_id)
    return select(PRODUCT_VERSION).where(*here)


def _version(row: Row[Any]) -> ProductVersion:
    values = dict(row._mapping)
    parts = msgspec.json.decode(values.pop("parts"), type=dict[str, str])
    reason = KeptBecause(values.pop("reason"))
    return ProductVersion(**{**values, "asked": values["asked"] or ""}, parts=parts, reason=reason)
