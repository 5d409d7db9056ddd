"""Items as they stood when they were answered, each kept once however often it is answered."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

from sqlalchemy import select

from kursapp.domain.course import Block
from kursapp.storage.database import Database
from kursapp.storage.participant.tables import ASKED
from kursapp.storage.prepared import Prepared
from kursapp.storage.snapshot import read_item, write_item
from kursapp.storage.statements import insert_new, portions

_KEEP = Prepared(insert_new(ASKED))


class Asked:
    """The store that the ``asked`` of attempts, answers, fields, case runs and evaluations lead to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, item: Block) -> str:
        """Keep an item as it stands now and return its fingerprint."""
        fingerprint, body = write_item(item)
        kind = str(getattr(item, "kind", ""))
        self._database.put(_KEEP, {"fingerprint": fingerprint, "kind": kind, "body": body})
        return fingerprint

    def get(self, fingerprint: str) -> Block | None:
        """Return an item as it was asked, or None where none was kept."""
        return self.many((fingerprint,)).get(fingerprint)

    def many(self, fingerprints: Iterable[str]) -> dict[str, Block]:
        """Return several items by fingerprint; those not kept, or not readable any more, are left out."""
        found: dict[str, Block] = {}
        for portion in portions(fingerprints):
            for row in self._database.rows(select(ASKED).where(ASKED.c.fingerprint.in_(portion))):
                with contextlib.suppress(ValueError):
                    found[row.fingerprint] = read_item(row.body)
        return found
