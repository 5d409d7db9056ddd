"""Everything a participant has made: the products and reflections of her courses with what stands in them."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kursapp.domain.product import Item, Said, has_words
from kursapp.domain.question import Workbook


class WorkState(enum.StrEnum):
    """How far something is."""

    EMPTY = "empty"
    BEGUN = "begun"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Placed:
    """An item where the course has it. ``module_title`` is the day's; all but the item are empty where it is gone."""

    item: Item
    module_title: str = ""
    session_id: str = ""
    page_id: str = ""
    page_title: str = ""
    module_id: str = ""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """An item with what stands in it.

    ``gone``: the course has it no more, or is not on this machine; the item is then as it stood when it was written in.
    ``left_over`` are words for which the course's present version has no field. ``filled`` of ``fields`` have words.
    """

    course_id: str
    placed: Placed
    parts: Mapping[str, str]
    updated_at: datetime | None = None
    finished_at: datetime | None = None
    filled: int = 0
    fields: int = 1
    gone: bool = False
    left_over: tuple[Said, ...] = ()

    @property
    def item(self) -> Item:
        """The product or reflection itself."""
        return self.placed.item

    @property
    def title(self) -> str:
        """What it is called."""
        return self.item.heading.plain or self.item.title

    @property
    def is_product(self) -> bool:
        """Say whether it is a product, not a reflection."""
        return isinstance(self.item, Workbook)

    @property
    def has_words(self) -> bool:
        """Say whether something is written in it."""
        return has_words(self.parts)

    @property
    def state(self) -> WorkState:
        """How far it is. A reflection is never finished: it is written in or not."""
        if self.finished_at is not None:
            return WorkState.FINISHED
        return WorkState.BEGUN if self.has_words else WorkState.EMPTY


@dataclass(frozen=True, slots=True)
class CourseWork:
    """What belongs to one course, in its order; what is gone from it last. ``is_here``: it is on this machine."""

    course_id: str
    title: str
    language: str
    is_here: bool
    items: tuple[WorkItem, ...]

    def without(self, module_ids: Collection[str]) -> CourseWork:
        """Return the work without what stands in these modules, unless it has been written in."""
        items = (each for each in self.items if each.placed.module_id not in module_ids or each.has_words)
        return replace(self, items=tuple(items))

    def find(self, item_id: str) -> WorkItem | None:
        """Return an item by id, or None."""
        return next((each for each in self.items if each.item.id == item_id), None)
