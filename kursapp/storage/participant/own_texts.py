"""What somebody has written, as it is searched: each note, reflection, product and step of the plan as one text."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kursapp.domain.product import TICKED, left_over, said_in
from kursapp.domain.question import Reflection, Workbook
from kursapp.domain.search_hit import HitKind
from kursapp.storage.database import Database
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.note_tables import NOTE
from kursapp.storage.participant.tables import FIELD
from kursapp.storage.participant.workbook_tables import PLAN_STEP

LONGEST_TITLE = 80


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


class OwnTexts:
    """Reads her texts by the table they stand in and their key there."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._asked = asked
        self._readers = {"field": self._field, "note": self._note, "plan_step": self._step}

    def read(self, source: str, course_id: str, key: str) -> OwnText | None:
        """Return one of her texts; None where there are no words, or they lie in the bin."""
        found = self._readers[source](course_id, key)
        return found if found is not None and found.body.strip() else None

    def _field(self, course_id: str, item_id: str) -> OwnText | None:
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

    def _step(self, _course_id: str, step_id: str) -> OwnText | None:
        row = self._database.row(select(PLAN_STEP).where(PLAN_STEP.c.id == step_id))
        if row is None or row.removed_at is not None:
            return None
        title = " ".join(row.text.split())[:LONGEST_TITLE]
        return OwnText(HitKind.PLAN, title, row.text, row.owner)

    def _note(self, _course_id: str, note_id: str) -> OwnText | None:
        row = self._database.row(select(NOTE).where(NOTE.c.id == note_id))
        if row is None or row.removed_at is not None:
            return None
        return OwnText(HitKind.NOTE, row.page_title, row.words, row.quote, row.page_id, f"note:{row.id}")
