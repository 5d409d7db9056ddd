"""The index of one's own words: brought up to date by what has changed since, then searched."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, select, text
from sqlcipher3 import dbapi2

from kursapp.domain.passages import Marker
from kursapp.domain.search_hit import HitKind
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.database import Database
from kursapp.storage.failure import told
from kursapp.storage.full_text import Index, Row, columns, everything, read, search
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.own_texts import Key, OwnText, OwnTexts
from kursapp.storage.participant.search_tables import OWN_NAMES, OWN_TEXT, OWN_WORDS
from kursapp.storage.stems import Stems

_NAME = text("INSERT INTO own_names (rowid, title, about) VALUES (:id, :title, :about)")
_WORDS = text("INSERT INTO own_words (rowid, all_words) VALUES (:id, :words)")
_OUT = tuple(
    text(f"DELETE FROM {table} WHERE {id_} = :id")  # noqa: S608
    for table, id_ in (("own_names", "rowid"), ("own_words", "rowid"), ("own_text", "id"))
)
_STALE = text("SELECT source, course_id, key FROM own_stale LIMIT :most")
_KEPT = text("SELECT id, source, course_id, key FROM own_text WHERE id IN :wanted").bindparams(
    bindparam("wanted", expanding=True)
)
_THIS = "source = :source AND course_id = :course_id AND key = :key"
_NO_LONGER_STALE = text(f"DELETE FROM own_stale WHERE {_THIS}")  # noqa: S608
_KNOWN = text(f"SELECT id FROM own_text WHERE {_THIS}")  # noqa: S608
_NEW = text("INSERT INTO own_text (source, course_id, key, kind) VALUES (:source, :course_id, :key, :kind)")
_VOCABULARY = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.own_vocabulary USING fts5vocab('main', '{OWN_WORDS}', 'row')"
_INDEX = Index(OWN_NAMES, OWN_WORDS, "own_text", newest_first=True)
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
        rows = self._database.rows(_STALE, {"most": most + 1})
        if rows:
            stale = [(row.source, row.course_id, row.key) for row in rows[:most]]
            with self._database.transaction():
                texts = self._texts.read(stale)
                for key in stale:
                    self._index(key, texts.get(key))
        return len(rows) > most

    def find(
        self, typed: str, kinds: Collection[HitKind], course_id: str, limit: int
    ) -> tuple[list[OwnHit], int, Marker]:
        """Return her best texts for some words, how many there are, and what marks the words in them."""
        index, wanted = self._narrowed(kinds, course_id), read(typed, self._words(), self._vocabulary)
        rows, total = search(self._rows, index, wanted, limit)
        kept = self._keys(rows)
        texts = self._texts.read(list(kept.values()))
        found = [OwnHit(*kept[row.id], row.rank, texts[kept[row.id]]) for row in rows if kept[row.id] in texts]
        return found, total, Marker(wanted, self._words().of)

    def keys(self, typed: str, source: str) -> tuple[str, ...]:
        """Return the keys of all texts from one table that some words are found in, the best first."""
        wanted = read(typed, self._words(), self._vocabulary)
        index = replace(_INDEX, where="own_text.source = ?", values=(source,))
        order = everything(self._rows, index, wanted)
        query = select(OWN_TEXT.c.id, OWN_TEXT.c.key).where(OWN_TEXT.c.source == source)
        names = {row.id: row.key for row in self._database.rows(query)}
        return tuple(names[row_id] for row_id in order)

    def _keys(self, rows: Sequence[Row]) -> dict[int, Key]:
        kept = self._database.rows(_KEPT, {"wanted": [row.id for row in rows]})
        return {row.id: (row.source, row.course_id, row.key) for row in kept}

    def _narrowed(self, kinds: Collection[HitKind], course_id: str) -> Index:
        conditions: list[str] = []
        values: list[str] = []
        if kinds:
            conditions.append(f"own_text.kind IN ({', '.join('?' * len(kinds))})")
            values += [kind.value for kind in kinds]
        if course_id:
            conditions.append("own_text.course_id = ?")
            values.append(course_id)
        return replace(_INDEX, where=" AND ".join(conditions), values=tuple(values))

    def _index(self, key: Key, words: OwnText | None) -> None:
        named = dict(zip(_KEY, key, strict=True))
        self._database.run(_NO_LONGER_STALE, named)
        before = self._database.row(_KNOWN, named)
        if before is not None:
            for out in _OUT:
                self._database.run(out, {"id": before.id})
        if words is None:
            return
        row_id = self._database.run(_NEW, named | {"kind": words.kind.value}).lastrowid
        title, about, all_words = columns(self._words(), words.said, words.title, words.text)
        self._database.run(_NAME, {"id": row_id, "title": title, "about": about})
        self._database.run(_WORDS, {"id": row_id, "words": all_words})
        self._vocabulary.add(all_words.split())

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
