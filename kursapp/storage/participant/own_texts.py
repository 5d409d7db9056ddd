"""What somebody has written, as it is searched: each note, reflection, product and step of the plan as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, bindparam, select

from kursapp.domain.product import TICKED, left_over, said_in
from kursapp.domain.question import Reflection, Workbook
from kursapp.domain.search_hit import HitKind
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.note_tables import NOTE
from kursapp.storage.participant.tables import FIELD
from kursapp.storage.participant.workbook_tables import PLAN_STEP
from kursapp.storage.statements import portions

LONGEST_TITLE = 80

_WANTED: BindParameter[Sequence[str]] = bindparam("wanted", expanding=True)
# Made once: to put a query together takes longer than to run it.
_NOTES = select(NOTE.c.id, NOTE.c.course_id, NOTE.c.page_id, NOTE.c.page_title, NOTE.c.quote, NOTE.c.words).where(
    NOTE.c.removed_at.is_(None), NOTE.c.id.in_(_WANTED)
)
_STEPS = select(PLAN_STEP.c.id, PLAN_STEP.c.course_id, PLAN_STEP.c.text, PLAN_STEP.c.owner).where(
    PLAN_STEP.c.removed_at.is_(None), PLAN_STEP.c.id.in_(_WANTED)
)


@dataclass(frozen=True, slots=True)
class OwnText:
    """One of her texts, under a title that is not hers: a question, the name of a page.

    ``said`` is what she said in so many words, found before longer ``text``. ``page_id`` and ``spot`` are known of what
    stands on a page.
    """

    kind: HitKind
    title: str
    said: str = ""
    text: str = ""
    page_id: str = ""
    spot: str = ""

    @property
    def body(self) -> str:
        """Return all her words, those she said first."""
        return "\n".join(filter(None, (self.said, self.text)))


Key = tuple[str, str, str]
"""The table a text stands in, its course, and its key in that table."""


class OwnTexts:
    """Reads her texts by the table they stand in and their key there."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked

    def read(self, keys: Sequence[Key]) -> dict[Key, OwnText]:
        """Return some of her texts; those without words, and those in the bin, are left out."""
        found = {key: self._item(key[1], key[2]) for key in keys if key[0] == "field"}
        found |= self._notes([key for key in keys if key[0] == "note"])
        found |= self._steps([key for key in keys if key[0] == "plan_step"])
        return {key: text for key, text in found.items() if text.body.strip()}

    def _item(self, course_id: str, item_id: str) -> OwnText:
        query = select(FIELD.c.part, FIELD.c.value, FIELD.c.asked).where(
            FIELD.c.course_id == course_id, FIELD.c.item_id == item_id
        )
        rows = self._database.rows(query.order_by(FIELD.c.updated_at.desc(), FIELD.c.part))
        parts = {row.part: row.value for row in rows}
        item = self._asked.get(next((row.asked for row in rows if row.asked), ""))
        if not isinstance(item, Reflection | Workbook):
            # Ticks of a checklist, or words whose question nobody knows any more.
            words = [value for value in parts.values() if value != TICKED]
            return OwnText(HitKind.REFLECTION, "", text="\n".join(words))
        said = [each.text for each in said_in(item, parts)] + [parts[part] for part in left_over(item, parts)]
        kind = HitKind.REFLECTION if isinstance(item, Reflection) else HitKind.WORKBOOK
        return OwnText(kind, item.title, text="\n".join(words for words in said if words != TICKED))

    def _notes(self, keys: Sequence[Key]) -> dict[Key, OwnText]:
        return {
            ("note", row.course_id, row.id): OwnText(
                HitKind.NOTE, row.page_title, row.words, row.quote, row.page_id, f"note:{row.id}"
            )
            for portion in portions(key[2] for key in keys)
            for row in self._database.rows(_NOTES, {"wanted": portion})
        }

    def _steps(self, keys: Sequence[Key]) -> dict[Key, OwnText]:
        return {
            ("plan_step", row.course_id, row.id): OwnText(
                HitKind.PLAN, " ".join(row.text.split())[:LONGEST_TITLE], row.text, row.owner
            )
            for portion in portions(key[2] for key in keys)
            for row in self._database.rows(_STEPS, {"wanted": portion})
        }
