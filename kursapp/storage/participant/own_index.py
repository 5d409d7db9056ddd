"""The index of one's own words: brought up to date by what has changed since, then searched."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import delete, select, text
from sqlcipher3 import dbapi2

from kursapp.domain.passages import Marker
from kursapp.domain.search_hit import HitKind
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.database import Database
from kursapp.storage.failure import told
from kursapp.storage.full_text import MOST_RANKED, Index, everything, read, search
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.own_texts import OwnText, OwnTexts
from kursapp.storage.participant.search_tables import OWN_STALE, OWN_TEXT, OWN_WORDS
from kursapp.storage.stems import Stems

_INSERT = text(
    f"INSERT INTO {OWN_WORDS} (rowid, title, heads, text, more) VALUES (:id, :said, :title, :text, :more)"  # noqa: S608
)
_DELETE = text(f"DELETE FROM {OWN_WORDS} WHERE rowid = :id")  # noqa: S608


_VOCABULARY = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.own_vocabulary USING fts5vocab('main', '{OWN_WORDS}', 'row')"
_KEY = ("source", "course_id", "key")


@dataclass(frozen=True, slots=True)
class OwnHit:
    """One of her texts that was found, where it is kept, and how well it fits."""

    source: str
    course_id: str
    key: str
    rank: float
    text: OwnText


class OwnIndex:
    """The index in an open profile. What it learns of words is forgotten when the file is closed."""

    def __init__(self, database: Database, asked: Asked) -> None:
        self._database = database
        self._texts = OwnTexts(database, asked)
        self._stems: Stems | None = None
        self._vocabulary = Vocabulary(strict=False)

    def refresh(self, most: int) -> bool:
        """Index at most so many of the texts that have changed, and say whether there are more.

        A file that can only be read stays as it is. Raises KursappError as any write.
        """
        if self._database.read_only:
            return False
        stale = self._database.rows(select(OWN_STALE).limit(most + 1))
        if stale:
            with self._database.transaction():
                for row in stale[:most]:
                    self._index(row)
        return len(stale) > most

    def find(
        self, typed: str, kinds: Collection[HitKind], course_id: str, limit: int
    ) -> tuple[list[OwnHit], int, Marker]:
        """Return her best texts for some words, how many there are, and what marks the words in them."""
        index, wanted = self._narrowed(kinds, course_id), read(typed, self._words(), self._vocabulary)
        rows, total = search(self._rows, index, wanted, limit)
        found = []
        for row in rows:
            (kept,) = self._database.rows(select(OWN_TEXT).where(OWN_TEXT.c.id == row.id))
            words = self._texts.read(kept.source, kept.course_id, kept.key)
            if words is not None:
                found.append(OwnHit(kept.source, kept.course_id, kept.key, row.rank, words))
        return found, total, Marker(wanted, self._words().of)

    def keys(self, typed: str, source: str) -> tuple[str, ...]:
        """Return the keys of all texts from one table that some words are found in, the best first."""
        wanted = read(typed, self._words(), self._vocabulary)
        index = Index(OWN_WORDS, "own_text", "own_text.source = ?", (source,))
        best, _ = search(self._rows, index, wanted, MOST_RANKED)
        order = [row.id for row in best]
        order += [row_id for (row_id,) in everything(self._rows, index, wanted)] if len(best) == MOST_RANKED else []
        query = select(OWN_TEXT.c.id, OWN_TEXT.c.key).where(OWN_TEXT.c.source == source)
        names = {row.id: row.key for row in self._database.rows(query)}
        return tuple(names[row_id] for row_id in dict.fromkeys(order))

    def _narrowed(self, kinds: Collection[HitKind], course_id: str) -> Index:
        conditions: list[str] = []
        values: list[str] = []
        if kinds:
            conditions.append(f"own_text.kind IN ({', '.join('?' * len(kinds))})")
            values += [kind.value for kind in kinds]
        if course_id:
            conditions.append("own_text.course_id = ?")
            values.append(course_id)
        return Index(OWN_WORDS, "own_text", " AND ".join(conditions), tuple(values))

    def _index(self, stale: SqlRow[Any]) -> None:
        here = [OWN_TEXT.c[name] == stale._mapping[name] for name in ("source", "course_id", "key")]
        self._database.run(delete(OWN_STALE).where(*(OWN_STALE.c[name] == stale._mapping[name] for name in _KEY)))
        before = self._database.row(select(OWN_TEXT.c.id).where(*here))
        if before is not None:
            self._database.run(_DELETE, {"id": before.id})
            self._database.run(delete(OWN_TEXT).where(OWN_TEXT.c.id == before.id))
        words = self._texts.read(stale.source, stale.course_id, stale.key)
        if words is None:
            return
        row = {name: stale._mapping[name] for name in _KEY} | {"kind": words.kind.value}
        row_id = self._database.run(OWN_TEXT.insert(), row).lastrowid
        stems = self._words()
        columns = [stems.text(part) for part in (words.said, words.title, words.text)]
        more = " ".join(extra for _, extra in columns if extra)
        said, title, body = (found for found, _ in columns)
        self._database.run(_INSERT, {"id": row_id, "said": said, "title": title, "text": body, "more": more})
        for column in (said, title, body, more):
            self._vocabulary.add(column.split())

    def _words(self) -> Stems:
        """Return what finds stems; at the first asking the words of the index are learnt."""
        if self._stems is None:
            self._stems = Stems()
            # A file that can only be read may not even be given a table of its own words: then compounds are not found.
            with contextlib.suppress(dbapi2.OperationalError):
                self._database.driver.execute(_VOCABULARY)
                self._vocabulary.add(term for (term,) in self._rows("SELECT term FROM temp.own_vocabulary"))
        return self._stems

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> Sequence[Any]:
        with told(self._database.path):
            return list(self._database.driver.execute(sql, values).fetchall())
