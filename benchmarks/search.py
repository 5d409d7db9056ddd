"""Searching 10,000 sessions and 50,000 notes, beside the bare full-text query; and how fast they are indexed."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.figure import Figure, median_of
from benchmarks.flagship import flagship
from benchmarks.measure import percentile, processor_seconds
from benchmarks.scale import of
from kursapp.domain.course_texts import CourseText
from kursapp.domain.search_hit import HitKind
from kursapp.services.open_course import CourseReader
from kursapp.services.own_search import OwnSearch
from kursapp.storage.course_index.course_index import CourseIndex, SessionMark
from kursapp.storage.participant.note_tables import NOTE
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from kursapp.worker import Worker

SESSIONS = of(10_000, 200)
NOTES = of(50_000, 500)
SENTENCES_ON_A_PAGE = 14
COMPOUNDS = of(20_000, 2_000)
QUERIES = of(240, 16)
MARK, BARE_MARK = 20, 1.5
RATE_MARK = 50
ROUNDS = 3
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


class Words:
    """Sentences of the flagship course, and compounds of its words, so that there are ten times as many words."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._chance = random.Random(6)
        self._sentences = sentences
        self.all = [word for sentence in sentences for word in sentence.split() if word.isalpha() and len(word) > 2]
        self._different = sorted({word.lower() for word in self.all if len(word) > 4})
        self._compounds = ["".join(self._chance.choices(self._different, k=2)) for _ in range(COMPOUNDS)]

    def said(self, sentences: int) -> str:
        """Return some sentences, and a compound."""
        return " ".join([*self._chance.choices(self._sentences, k=sentences), f"{self.compound().capitalize()}."])

    def compound(self) -> str:
        """Return a compound that the course does not have."""
        return self._chance.choice(self._compounds)

    def queries(self) -> Iterator[str]:
        """Yield what people type: words as often as they stand in texts, rare ones, several, parts of words, slips."""
        chance = self._chance
        for _ in range(QUERIES // 8):
            common, other, rare = chance.choice(self.all), chance.choice(self.all), chance.choice(self._different)
            yield from (common, rare, f"{common} {rare}", f"{common} {other} {rare}", rare[: chance.randint(2, 5)])
            yield from (f"«{common} {other}»", f"§ {chance.randint(1, 17)}-{chance.randint(1, 20)}", rare[1:] + "x")


def measure() -> list[Figure]:
    """Index both, then ask each query of both."""
    with tempfile.TemporaryDirectory() as folder:
        words = Words(sentences(Path(folder) / "cache"))
        index = CourseIndex(Path(folder) / "search.db")
        rate = SESSIONS / processor_seconds(partial(index_sessions, index, words))
        profile = open_profile(Path(folder) / "profil.db", create=True)
        _write_notes(profile, words)
        own = OwnSearch(profile)
        own_rate = NOTES / processor_seconds(partial(index_notes, own))
        queries = list(words.queries())
        both, courses, mine, bare = [], [], [], []
        for query in queries:
            courses.append(_least(partial(index.find, query, (), "", 50)))
            mine.append(_least(partial(own.find, query, _no_course)))
            both.append(courses[-1] + mine[-1])
            bare.append(_least(partial(_bare, index, query)))
        size = (Path(folder) / "search.db").stat().st_size / 1e6
        index.close()
        profile.close()
    told = f"courses {_p95(courses):.1f}, own words {_p95(mine):.1f}; median of both {percentile(both, 50):.1f} ms"
    slowest = sorted(zip(both, queries, strict=True), reverse=True)[:3]
    ratios = f"{len(queries)} queries; median {percentile(courses, 50):.2f} and {percentile(bare, 50):.2f} ms"
    name = f"search over {SESSIONS:,} sessions / the bare FTS5 query"
    return [
        median_of(name, [own / alone for own, alone in zip(courses, bare, strict=True)], "×", BARE_MARK, ratios),
        Figure(f"{name}, p95 of each", _p95(courses) / _p95(bare), "×", None, "passages, marks and counts included"),
        Figure("search in courses and own words, p95", _p95(both), "ms", MARK, told),
        Figure("search, slowest answer", max(both), "ms", note=", ".join(query for _, query in slowest)),
        Figure("the bare FTS5 query, p95", _p95(bare), "ms", note="the same words, ranked, 50 rows and their text"),
        Figure("indexing courses, sessions a second", rate, "", RATE_MARK, f"{size:.0f} MB in all", at_least=True),
        Figure("indexing own words, notes a second", own_rate, "", note=f"{NOTES:,} notes", at_least=True),
    ]


def sentences(cache: Path) -> list[str]:
    """Return the sentences of the flagship course, as they stand."""
    with Worker() as worker:
        opened = CourseReader(worker, cache).open(flagship())
        pages = [page for head in opened.course.sessions() for page in opened.session(head.id).pages]
    plain = (getattr(getattr(block, "text", None), "plain", "") for page in pages for block in page.blocks)
    return [sentence.strip() for text in plain for sentence in text.replace("\n", " ").split(". ") if sentence.strip()]


def index_sessions(index: CourseIndex, words: Words, count: int = SESSIONS) -> None:
    """Put a course of so many sessions in, two pages and a question in each."""
    sessions = [SessionMark(f"s{number}", number, words.said(1)[:60], "Del", "1") for number in range(count)]
    index.begin("kurs", "Stort kurs", sessions)
    for session in sessions:
        for place in range(2):
            title, page = words.said(1)[:50], f"{session.id}-{place}"
            body = "\n".join(words.said(SENTENCES_ON_A_PAGE // 2) for _ in range(2))
            index.put("kurs", session.id, place, title, CourseText(HitKind.PAGE, page, "", title, "", body))
        item = CourseText(HitKind.ITEM, page, f"{session.id}-q", words.said(1)[:50], "", words.said(2))
        index.put("kurs", session.id, 2, title, item)
    index.finish("kurs", "1")


def _write_notes(profile: ProfileFile, words: Words) -> None:
    rows = []
    for number in range(NOTES):
        quote, said = words.said(1), words.said(1) if number % 2 else ""
        start = (f"n{number}", "highlight", "kurs", "s1", "p1", "Side", quote, "", "", 0, 0, "yellow", said)
        rows.append((*start, AT, AT, None, 0))
    profile.notes._database.insert_many(NOTE, rows)


def _bare(index: CourseIndex, query: str) -> list[object]:
    """Ask the engine for all the words in its own order, and for the texts of the best, and no more."""
    quoted = " AND ".join(f'"{word}"' for word in index._stems.text(query)[0].split())
    sql = (
        "SELECT text.title, text.body FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50) AS best"
        " JOIN text ON text.id = best.rowid"
    )
    return list(index._connection.execute(sql, (quoted or '""',)).fetchall())


def index_notes(own: OwnSearch) -> None:
    """Index everything that has been written."""
    while own.work(500):
        pass


def _least(call: Callable[[], object]) -> float:
    """Return the milliseconds of processor one call takes, the least of some: each index has a thread to itself."""
    return min(processor_seconds(call) for _ in range(ROUNDS)) * 1000


def _no_course(_course_id: str) -> None:
    return None


def _p95(values: Sequence[float]) -> float:
    return percentile(values, 95)
