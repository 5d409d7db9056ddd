"""The words of all courses: put in session by session, searched at any time between."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kursapp.domain.course_texts import CourseText
from kursapp.domain.passages import Marker
from kursapp.domain.search_hit import Found, Hit, HitKind, PageRef
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.course_index.tables import lost, open_file, open_memory
from kursapp.storage.full_text import Index, Row, Tier, columns, read, search
from kursapp.storage.stems import Stems

GLOSSARY = ""
"""The session that a course's terms belong to."""

_ASKS = 0.15
"""What an item stands behind by: a page that explains comes before a question that asks, where they fit as well."""

_INSERT = (
    "INSERT INTO text (course, session, page, target, kind, title, page_title, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)

_TEXTS = """
    SELECT text.id, text.course, text.session, text.page, text.target, text.kind, text.title, text.page_title,
        text.body, course.title, coalesce(session.module, ''), coalesce(session.title, '')
    FROM text JOIN course ON course.id = text.course
    LEFT JOIN session ON session.course = text.course AND session.id = text.session WHERE text.id IN ({marks})
"""


@dataclass(frozen=True, slots=True)
class SessionMark:
    """A session as it should be in the index: its names, where it stands, and what tells it from earlier ones."""

    id: str
    place: int
    title: str
    module: str
    mark: str


class CourseIndex:
    """The open index. Everything is called on the thread that opened it.

    Every method raises IndexLostError where the file fails.
    """

    def __init__(self, file: Path | None) -> None:
        self._connection = open_memory() if file is None else open_file(file)
        self._stems = Stems()
        self._vocabulary = Vocabulary()
        try:
            with lost():
                rows = self._connection.execute("SELECT term FROM vocabulary").fetchall()
        except BaseException:
            self._connection.close()
            raise
        self._vocabulary.add(row[0] for row in rows)

    # Putting in --------------------------------------------------------------------------------

    def marks(self) -> dict[str, str]:
        """Return the mark of every course that is whole in the index, by its id."""
        return {course: mark for course, mark in self._rows("SELECT id, mark FROM course") if mark}

    def keep_only(self, courses: Collection[str]) -> None:
        """Forget the courses that are not among these."""
        known = {course for (course,) in self._rows("SELECT id FROM course")}
        with self._writing():
            for course in known - set(courses):
                for (session,) in self._rows("SELECT id FROM session WHERE course = ?", (course,)):
                    self._forget(course, session)
                self._run("DELETE FROM course WHERE id = ?", (course,))

    def begin(self, course: str, title: str, sessions: Sequence[SessionMark]) -> tuple[str, ...]:
        """Say what a course is made of now, and get the sessions whose text is to be put in.

        What it no longer has is forgotten. Until ``finish`` the course has no mark.
        """
        there = dict(self._rows("SELECT id, mark FROM session WHERE course = ?", (course,)))
        with self._writing():
            self._run("INSERT OR REPLACE INTO course VALUES (?, '', ?)", (course, title))
            for gone in there.keys() - {each.id for each in sessions}:
                self._forget(course, gone)
            for each in sessions:
                mark = each.mark if there.get(each.id) == each.mark else ""
                row = (course, each.id, each.place, each.title, each.module, mark)
                self._run("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?)", row)
        return tuple(each.id for each in sessions if there.get(each.id) != each.mark)

    def empty(self, course: str, session: str) -> None:
        """Take out a session's text, before it is put in anew."""
        with self._writing():
            self._empty(course, session)

    def put(self, course: str, session: str, place: int, page_title: str, text: CourseText) -> None:
        """Put one text of a session in; ``place`` is its number there."""
        with self._writing():
            self._put(course, session, place, text, page_title)

    def finish_session(self, course: str, session: str, mark: str) -> None:
        """Mark a session as whole in the index."""
        with self._writing():
            self._run("UPDATE session SET mark = ? WHERE course = ? AND id = ?", (mark, course, session))

    def finish(self, course: str, mark: str) -> None:
        """Mark a course as whole in the index."""
        with self._writing():
            self._run("UPDATE course SET mark = ? WHERE id = ?", (mark, course))

    # Finding -----------------------------------------------------------------------------------

    def find(self, typed: str, kinds: Collection[HitKind], course: str, limit: int) -> Found:
        """Return the best places for some words; no ``kinds`` and no ``course`` are all of them."""
        wanted = read(typed, self._stems, self._vocabulary)
        conditions, values = [], []
        if kinds:
            conditions.append(f"text.kind IN ({_marks(list(kinds))})")
            values += [str(kind) for kind in kinds]
        if course:
            conditions.append("text.course = ?")
            values.append(course)
        index = Index("names", "words", "text", where=" AND ".join(conditions), values=tuple(values))
        rows, total = search(self._rows, index, wanted, limit)
        marker = Marker(wanted, self._stems.of)
        whole = self._stems.text(typed)[0]
        texts = {found[0]: found[1:] for found in self._rows(_TEXTS.format(marks=_marks(rows)), tuple(_ids(rows)))}
        hits = sorted((self._hit(row, texts[row.id], marker, whole) for row in rows), key=_rank)
        return Found(tuple(hits), total)

    def uses(self, course: str, term: str) -> tuple[PageRef, ...]:
        """Return the pages a term is explained on, in the order of the course."""
        rows = self._rows(
            "SELECT used.session, used.page, used.title, course.title, session.module, session.title FROM used"
            " JOIN session ON session.course = used.course AND session.id = used.session"
            " JOIN course ON course.id = used.course"
            " WHERE used.course = ? AND used.term = ? ORDER BY session.place, used.place",
            (course, term),
        )
        return tuple(PageRef(session, page, title, _trail(*names)) for session, page, title, *names in rows)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _hit(self, row: Row, found: tuple[Any, ...], marker: Marker, whole: str) -> Hit:
        course, session, page, target, named, title, page_title, body, *names = found
        kind = HitKind(named)
        passage = marker.passage(body)
        spot = f"find:{passage.spot}" if passage.spot and kind is not HitKind.TERM else ""
        rank = row.rank
        if kind is HitKind.TERM and rank < Tier.TITLE_PARTLY and self._stems.text(title)[0] == whole:
            rank += Tier.TERM
        if kind is HitKind.ITEM:
            rank += _ASKS
        trail = _trail(*names, page_title if kind is HitKind.ITEM else "")
        return Hit(
            kind,
            course,
            session,
            page,
            target,
            title,
            trail,
            passage.text,
            passage.marks,
            rank,
            spot,
            tuple((each.start, each.end) for each in marker.occurrences(title)),
        )

    # Rows --------------------------------------------------------------------------------------

    def _put(self, course: str, session: str, place: int, text: CourseText, page_title: str) -> None:
        row = (course, session, text.page_id, text.target_id, text.kind.value, text.title, page_title, text.body)
        row_id = self._run(_INSERT, row).lastrowid
        title, about, words = columns(self._stems, text.title, text.heads, text.body)
        self._run("INSERT INTO names (rowid, title, about) VALUES (?, ?, ?)", (row_id, title, about))
        self._run("INSERT INTO words (rowid, all_words) VALUES (?, ?)", (row_id, words))
        self._vocabulary.add(words.split())
        for term in text.terms:
            use = (course, term, session, place, text.page_id, text.title)
            self._run("INSERT OR REPLACE INTO used VALUES (?, ?, ?, ?, ?, ?)", use)

    def _forget(self, course: str, session: str) -> None:
        self._empty(course, session)
        self._run("DELETE FROM session WHERE course = ? AND id = ?", (course, session))

    def _empty(self, course: str, session: str) -> None:
        here = (course, session)
        self._run("DELETE FROM names WHERE rowid IN (SELECT id FROM text WHERE course = ? AND session = ?)", here)
        self._run("DELETE FROM words WHERE rowid IN (SELECT id FROM text WHERE course = ? AND session = ?)", here)
        self._run("DELETE FROM text WHERE course = ? AND session = ?", here)
        self._run("DELETE FROM used WHERE course = ? AND session = ?", here)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with contextlib.suppress(dbapi2.Error):
                self._connection.execute("ROLLBACK")
            raise
        self._run("COMMIT")

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
        return list(self._run(sql, values).fetchall())

    def _run(self, sql: str, values: tuple[Any, ...] = ()) -> dbapi2.Cursor:
        with lost():
            return self._connection.execute(sql, values)


def _ids(rows: Sequence[Row]) -> list[int]:
    return [row.id for row in rows]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _trail(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _rank(hit: Hit) -> float:
    return hit.rank
