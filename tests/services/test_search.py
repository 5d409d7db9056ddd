"""The courses are indexed a little at a time, searched meanwhile, and indexed anew only where they have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kursapp.domain.search_hit import Found, HitKind
from kursapp.services import search as module
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.search import CourseSearch
from kursapp.storage.course_index.course_index import CourseIndex
from kursapp.storage.course_index.tables import IndexLostError
from tests.kept_worker import KeptWorker
from tests.small_course import COVER, END, MORE, QUIZ, START

FILES = {
    "kurs.md": COVER,
    "dag-1/01-start.md": START,
    "dag-1/02-mer.md": MORE,
    "dag-1/quiz.md": QUIZ,
    "dag-2/01-slutt.md": END,
    "for/for.md": "# Hvor står du?\n\nKjenner du tvangsmulkt?\n",
    "bank/prove.md": "# Prøve\n\n## Banken\n### Spørsmål: Hemmelig bank?\n- [x] Ja\n- [ ] Nei\n",
    "begreper.md": "# Begreper\n\n| Begrep | Forklaring | Nynorsk | Engelsk |\n|---|---|---|---|\n"
    "| undersøkelse | Kommunens arbeid med å finne ut av saken | undersøking | investigation |\n",
}


@pytest.fixture
def open_it(tmp_path: Path, kept_worker: KeptWorker) -> Callable[..., OpenedCourse]:
    """Open the small course, with some of its files changed."""

    def open_it(**changed: str) -> OpenedCourse:
        for name, text in {**FILES, **changed}.items():
            path = tmp_path / "kurs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with kept_worker as worker:
            return CourseReader(worker, tmp_path / "cache").open(tmp_path / "kurs")

    return open_it


@pytest.fixture
def search(tmp_path: Path) -> Iterator[CourseSearch]:
    """Open an index in a file."""
    made = CourseSearch(tmp_path / "cache" / "search.db")
    yield made
    made.close()


def index(search: CourseSearch, *courses: OpenedCourse) -> int:
    """Take some courses in, index all of them, and return in how many portions."""
    search.take_in(courses)
    portions = 1
    while search.work(0).more:
        portions += 1
    return portions


def ids(found: Found) -> list[str]:
    return [hit.target_id or hit.page_id for hit in found.hits]


def test_a_course_is_searched_as_it_is_read(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """Pages, items and terms, with a way back to each that the course itself knows."""
    opened = open_it()
    index(search, opened)
    found = search.find("frist")
    assert found.complete
    assert ids(found)[0] == "d1-1-frist"
    assert ids(search.find("undersøking")) == ["undersøkelse"]
    assert "d1-1-q1" in ids(search.find("først", kinds={HitKind.ITEM}))
    assert ids(search.find("nøkkel ring"))
    for hit in (*found.hits, *search.find("skolen ringer").hits):
        assert opened.session(hit.session_id).page(hit.page_id)
        assert hit.trail[0] == "Prøvekurs"


def test_what_would_be_given_away_is_not_found(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """The questions of a quiz and of a bank, feedback, and scenes one has not come to."""
    index(search, open_it())
    for hidden in ("«er dette sant»", "«hemmelig bank»", "«ble mandag»", "«gikk bra»"):
        assert search.find(hidden) == Found()
    assert ids(search.find("tvangsmulkt"))


def test_until_it_is_whole_it_says_so(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """Before the courses are known, and while there is more to index; who asks meanwhile is told how far it is."""
    opened = open_it()
    search.take_in([opened])
    assert not search.work(0).urgent
    before = search.find("avslutning")
    assert not before.complete
    assert 0 <= before.indexed < 1
    assert search.work(0).urgent
    while search.work(0).more:
        pass
    assert search.find("avslutning").complete
    assert not search.is_building
    assert not search.work().more


def test_before_the_courses_are_known_nothing_is_claimed(
    search: CourseSearch, open_it: Callable[..., OpenedCourse]
) -> None:
    """An empty answer is not a whole one; who asked so early is not kept waiting afterwards."""
    assert search.is_building
    assert search.find("frist") == Found((), 0, False, 0.0)
    search.take_in([open_it()])
    assert search.work(0).urgent


def test_a_portion_is_a_page(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """So that nobody at the screen notices; a second of it does everything at once."""
    opened = open_it()
    assert index(search, opened) > 20
    search.take_in([])
    search.take_in([opened])
    assert not search.work(30).more


def test_only_what_has_changed_is_indexed_anew(
    search: CourseSearch, open_it: Callable[..., OpenedCourse], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One session's file costs one session; a course that is as it was costs nothing."""
    index(search, open_it())
    put: list[str] = []
    as_it_is = CourseIndex.put

    def spy(self: CourseIndex, course: str, session: str, *rest: object) -> None:
        put.append(session)
        as_it_is(self, course, session, *rest)

    monkeypatch.setattr(CourseIndex, "put", spy)
    assert index(search, open_it()) == 1
    assert put == []
    index(search, open_it(**{"dag-2/01-slutt.md": END.replace("Takk for nå", "Farvel for nå")}))
    assert set(put) == {"d2-1"}
    assert ids(search.find("farvel")) == ["d2-takk"]
    assert not any("Takk for nå" in hit.passage for hit in search.find("takk").hits)


def test_a_removed_course_is_not_found(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """From the moment it is off the shelf."""
    index(search, open_it())
    search.take_in([])
    assert search.find("frist") == Found()


def test_the_next_start_indexes_nothing(tmp_path: Path, open_it: Callable[..., OpenedCourse]) -> None:
    """The file is kept, and known to be of this program; another version of it indexes all again."""
    opened = open_it()
    first = CourseSearch(tmp_path / "search.db")
    index(first, opened)
    first.close()
    second = CourseSearch(tmp_path / "search.db")
    assert index(second, opened) == 1
    assert ids(second.find("frist"))[0] == "d1-1-frist"
    second.close()


def test_another_program_indexes_anew(
    search: CourseSearch, open_it: Callable[..., OpenedCourse], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may be searched can be another in another version."""
    opened = open_it()
    index(search, opened)
    monkeypatch.setattr(module.kursapp, "__version__", "99.0")
    search.take_in([opened])
    assert search.is_building


def test_where_a_term_is_explained(search: CourseSearch, open_it: Callable[..., OpenedCourse]) -> None:
    """The pages on which it is linked, as the course is read."""
    text = END.replace("Takk for nå", "En undersøkelse er over. Takk for nå")
    index(search, open_it(**{"dag-2/01-slutt.md": text}))
    assert [use.page_id for use in search.uses("prove", "undersøkelse")] == ["d2-takk"]
    assert search.uses("prove", "ukjent") == ()


def test_a_file_that_is_lost_is_made_again(
    tmp_path: Path, open_it: Callable[..., OpenedCourse], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage that is met in the middle of a search costs one empty answer; a second time it is kept in memory."""
    search = CourseSearch(tmp_path / "search.db")
    opened = open_it()
    index(search, opened)
    as_it_is = CourseIndex.find

    def damaged(*_arguments: object) -> Found:
        raise IndexLostError

    for time in (1, 2):
        monkeypatch.setattr(CourseIndex, "find", damaged)
        assert search.find("frist") == Found((), 0, False, 0.0)
        monkeypatch.setattr(CourseIndex, "find", as_it_is)
        while search.work(1).more:
            pass
        assert ids(search.find("frist"))[0] == "d1-1-frist"
        assert (tmp_path / "search.db").exists() == (time == 1)
    search.close()


def test_asking_again_makes_a_lost_index_whole(
    search: CourseSearch, open_it: Callable[..., OpenedCourse], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody indexes any more when a file is lost in the middle of a day: those who ask have it made again."""
    index(search, open_it())
    as_it_is = {name: getattr(CourseIndex, name) for name in ("find", "uses")}

    def damaged(*_arguments: object) -> Found:
        raise IndexLostError

    for name, ask in (("find", lambda: search.find("frist")), ("uses", lambda: search.uses("prove", "frist"))):
        monkeypatch.setattr(CourseIndex, name, damaged)
        ask()
        monkeypatch.setattr(CourseIndex, name, as_it_is[name])
        assert search.is_building
        for _again in range(1000):
            ask()
            if not search.is_building:
                break
        assert ids(search.find("frist"))[0] == "d1-1-frist"


def test_where_no_file_can_be_it_is_in_memory(tmp_path: Path, open_it: Callable[..., OpenedCourse]) -> None:
    """A folder in its place, a place that is a file, or none at all: searching works all the same."""
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "folder.db" / "noe").touch()
    (tmp_path / "file").touch()
    opened = open_it()
    for place in (tmp_path / "folder.db", tmp_path / "file" / "search.db", None):
        search = CourseSearch(place)
        index(search, opened)
        assert ids(search.find("frist"))[0] == "d1-1-frist"
        search.close()


def test_where_not_even_memory_serves_nothing_is_found(
    open_it: Callable[..., OpenedCourse], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else stops for it."""
    search = CourseSearch(None)

    def lost(*_arguments: object) -> None:
        raise IndexLostError

    monkeypatch.setattr(CourseIndex, "keep_only", lost)
    search.take_in([open_it()])
    assert not search.work().more
    assert search.find("frist") == Found()
    assert search.uses("prove", "frist") == ()
    search.close()
