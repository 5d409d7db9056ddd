"""The index of courses: what is put in is found, in the order a reader wants, and what is taken out is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.course_texts import CourseText
from kursapp.domain.search_hit import MOST_COUNTED, Hit, HitKind
from kursapp.storage.course_index.course_index import GLOSSARY, CourseIndex, SessionMark
from kursapp.storage.course_index.tables import VERSION, IndexLostError, open_file

PAGE, ITEM, TERM = HitKind.PAGE, HitKind.ITEM, HitKind.TERM


@pytest.fixture
def index(tmp_path: Path) -> Iterator[CourseIndex]:
    """Open an empty index."""
    made = CourseIndex(tmp_path / "search.db")
    yield made
    made.close()


def put(index: CourseIndex, *texts: CourseText, course: str = "kurs", session: str = "s1", mark: str = "1") -> None:
    """Index one session, as the only one of its course."""
    index.begin(course, f"Kurset {course}", [SessionMark(session, 0, "Økta", "Dag 1", mark)])
    index.empty(course, session)
    for place, text in enumerate(texts):
        index.put(course, session, place, "Siden" if text.kind is ITEM else "", text)
    index.finish_session(course, session, mark)
    index.finish(course, mark)


def page(name: str, title: str, body: str, heads: str = "", terms: tuple[str, ...] = ()) -> CourseText:
    return CourseText(PAGE, name, "", title, heads, body, terms)


def found(index: CourseIndex, typed: str, **narrowed: object) -> list[str]:
    """Return the pages found, or what was found on them, in order."""
    return [hit.target_id or hit.page_id for hit in hits(index, typed, **narrowed)]


def hits(index: CourseIndex, typed: str, *, kinds: tuple[HitKind, ...] = (), course: str = "") -> tuple[Hit, ...]:
    return index.find(typed, kinds, course, 50).hits


def test_word_forms_compounds_and_other_keyboards(index: CourseIndex) -> None:
    """Everything a reader types for what stands there leads to it."""
    text = "Meldefristen for barnevernsledere i årsplanen følger av § 4-2. Send e-post i 2026. Meld innen fristen."
    put(index, page("a", "Regler", text), page("b", "Annet", "Om barnevern og leder. Det gjelder planer."))
    for typed in (
        *("meldefrist", "meldefrister", "MELDEFRISTENE", "meldef", "frist", "barnevernsleder", "aarsplan", "årsplan"),
        *("§ 4-2", "4-2", "§4-2", "e-post", "epost", "2026", "«send e-post»", "følger av", "fulgte", "melder"),
    ):
        assert "a" in found(index, typed), typed
    assert set(found(index, "leder")) == {"a", "b"}
    assert found(index, "leder")[0] == "b"
    assert found(index, "arsplan") == ["a"]  # one letter away
    assert found(index, "4-3") == found(index, "sommer") == []


def test_titles_before_headings_before_text(index: CourseIndex) -> None:
    """And whole words before parts of words; a term first when it is what was typed, and before all others."""
    put(
        index,
        page("text", "Annet", "Til slutt nevnes tilsyn."),
        page("part", "Tilsynsmyndighet", "Hvem er det?"),
        page("head", "Mye forskjellig", "Hvem kommer?", "Når det er tilsyn"),
        page("title", "Tilsyn i praksis", "De kommer."),
        CourseText(TERM, "", "tilsyn", "tilsyn", "supervision", "Kontroll."),
    )
    assert found(index, "tilsyn") == ["tilsyn", "title", "part", "head", "text"]
    assert found(index, "supervision") == ["tilsyn"]
    assert hits(index, "tilsyn")[0].rank < 0


def test_what_explains_comes_before_what_asks(index: CourseIndex) -> None:
    """Where a page and a question fit as well."""
    question = CourseText(ITEM, "b", "q1", "Hvem varsler?", "", "Velg.")
    put(index, question, page("a", "Å varsle", "Slik gjør du."))
    assert found(index, "varsle") == ["a", "q1"]


def test_words_close_together_come_first(index: CourseIndex) -> None:
    """A page on which two words have to do with each other, before one on which they merely stand."""
    put(
        index,
        page("far", "A", "Frist. " + "Noe annet her. " * 40 + "Melding."),
        page("near", "B", "Melding med frist."),
    )
    assert found(index, "melding frist") == ["near", "far"]


def test_not_all_words(index: CourseIndex) -> None:
    """Only where they are nowhere together, pages with most of them are guessed at."""
    put(index, page("two", "A", "Melding og frist."), page("one", "B", "Melding."))
    assert found(index, "melding frist ukjentord") == ["two", "one"]
    assert found(index, "melding frist") == ["two"]


def test_a_hit_says_where_it_is(index: CourseIndex) -> None:
    """Its place, the way there, the words round it, and what the page is to mark."""
    put(index, page("a", "Siden", "Først dette.\nInnen fristen  skal du melde."), CourseText(ITEM, "a", "q1", "Frist?"))
    first, second = (next(hit for hit in hits(index, "frist") if hit.kind is kind) for kind in (PAGE, ITEM))
    assert (first.course_id, first.session_id, first.page_id, first.target_id) == ("kurs", "s1", "a", "")
    assert first.trail == ("Kurset kurs", "Dag 1", "Økta")
    assert (first.passage, first.marks, first.spot) == ("Innen fristen  skal du melde.", ((6, 13),), "find:fristen")
    assert (second.target_id, second.title_marks, second.spot) == ("q1", ((0, 5),), "")
    assert second.trail == ("Kurset kurs", "Dag 1", "Økta", "Siden")


def test_narrowed_to_kinds_and_a_course(index: CourseIndex) -> None:
    """What is left out is left out of the count too."""
    put(index, page("a", "Frist", ""), CourseText(ITEM, "a", "q1", "Frist?"))
    put(index, page("c", "Frist", ""), course="annet")
    assert sorted(found(index, "frist")) == ["a", "c", "q1"]
    assert found(index, "frist", kinds=(ITEM,)) == ["q1"]
    assert found(index, "frist", course="annet") == ["c"]
    assert index.find("frist", (PAGE,), "kurs", 50).total == 1


def test_the_count_goes_on_beyond_what_is_shown(index: CourseIndex) -> None:
    """And ends where nobody counts any more."""
    put(index, *(page(f"p{number}", "Side", "Om frister.") for number in range(MOST_COUNTED + 20)))
    shown = index.find("frist", (), "", 20)
    assert (len(shown.hits), shown.total) == (20, MOST_COUNTED)
    assert index.find("«om frister»", (), "", 20).total == MOST_COUNTED


def test_where_a_term_is_explained(index: CourseIndex) -> None:
    """The pages, in the order of the course."""
    put(index, page("a", "Først", "x", terms=("vedtak",)), page("b", "Så", "y", terms=("vedtak", "frist")))
    assert [(use.session_id, use.page_id, use.title) for use in index.uses("kurs", "vedtak")] == [
        ("s1", "a", "Først"),
        ("s1", "b", "Så"),
    ]
    assert index.uses("kurs", "frist")[0].trail == ("Kurset kurs", "Dag 1", "Økta")
    assert index.uses("kurs", "ukjent") == ()


def test_where_a_term_was_explained_before_is_forgotten(index: CourseIndex) -> None:
    """A page that no longer uses it is not among those that do; nor is its old name."""
    put(index, page("a", "Før", "x", terms=("vedtak", "frist")), page("b", "Også", "y", terms=("vedtak",)))
    put(index, page("a", "Nå", "x", terms=("frist",)), mark="2")
    assert index.uses("kurs", "vedtak") == ()
    assert [use.title for use in index.uses("kurs", "frist")] == ["Nå"]


def test_only_what_has_changed_is_asked_for(index: CourseIndex) -> None:
    """A session of the same mark stays; one that is gone is gone from every table."""
    put(index, page("a", "Frist", "Gammelt"))
    again = [SessionMark("s1", 1, "Nytt navn", "Dag 2", "1"), SessionMark("s2", 0, "Ny", "Dag 1", "7")]
    assert index.begin("kurs", "Kurset", again) == ("s2",)
    assert index.marks() == {}
    index.finish("kurs", "2")
    assert index.marks() == {"kurs": "2"}
    assert hits(index, "frist")[0].trail == ("Kurset", "Dag 2", "Nytt navn")
    assert index.begin("kurs", "Kurset", again[1:]) == ("s2",)
    assert found(index, "frist") == []


def test_a_course_that_is_removed_is_forgotten(index: CourseIndex) -> None:
    """With its text and its terms; the others stay."""
    put(index, page("a", "Frist", "", terms=("x",)))
    put(index, page("b", "Frist", ""), course="annet")
    index.keep_only(["annet"])
    assert found(index, "frist") == ["b"]
    assert index.uses("kurs", "x") == ()
    assert index._rows("SELECT count(*) FROM text") == [(1,)]


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    """With its compounds; a course that was not finished has no mark."""
    first = CourseIndex(tmp_path / "search.db")
    put(first, page("a", "Regler", "Meldefrist. Frist for å melde."))
    first.begin("halvt", "Halvt", [SessionMark(GLOSSARY, -1, "", "", "1")])
    first.close()
    second = CourseIndex(tmp_path / "search.db")
    assert second.marks() == {"kurs": "1"}
    assert [hit.marks for hit in hits(second, "frist")] == [((0, 10), (12, 17))]
    second.close()


@pytest.mark.parametrize("damage", ["text", "cut", "version", "other", "folder"])
def test_a_file_that_is_of_no_use_is_begun_anew(tmp_path: Path, damage: str) -> None:
    """Whatever it is, it can be made again; but a folder in its place stays, and nothing can be made there."""
    path = tmp_path / "search.db"
    if damage == "folder":
        path.mkdir()
        (path / "noe").touch()
        with pytest.raises(IndexLostError):
            CourseIndex(path)
        assert (path / "noe").exists()
        return
    made = CourseIndex(path)
    put(made, page("a", "Frist", ""))
    made.close()
    data = path.read_bytes()
    if damage in ("version", "other"):
        connection = open_file(path)
        connection.execute(f"PRAGMA {'user_version' if damage == 'version' else 'application_id'} = {VERSION + 1}")
        connection.close()
    else:
        path.write_bytes(b"dette er ingen database" if damage == "text" else data[: len(data) // 3])
    again = CourseIndex(path)
    assert hits(again, "frist") == ()
    put(again, page("b", "Frist", ""))
    assert found(again, "frist") == ["b"]
    again.close()


ANYTHING = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    typed=ANYTHING
    | st.sampled_from(['"', "*", "a*", "NEAR(a b)", "title:x", "{title}:x", "^a", "a AND", "(", "-", "a\x00b"])
)
def test_whatever_is_typed_has_an_answer(index: CourseIndex, typed: str) -> None:
    """The engine's own language, control characters, any letters there are: nothing is an error."""
    if not index.marks():
        put(index, page("a", "Frist", "a b x title near"))
    for hit in index.find(typed, (), "", 50).hits:
        assert hit.page_id == "a"


def test_ten_thousand_characters(index: CourseIndex) -> None:
    """As one word, and as many."""
    put(index, page("a", "Frist", "ord"))
    assert hits(index, "x" * 10_000) == ()
    assert found(index, "ord " * 2_500) == ["a"]
