"""One's own words are found as long as they are there, and when they are deleted no trace of them is in the index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.annotation import Anchor, Annotation, AnnotationKind
from kursapp.domain.course import Place
from kursapp.domain.plan import PlanStep, StepStatus
from kursapp.domain.question import Cell, Column, Reflection, Row, Workbook, WorkbookKind
from kursapp.domain.record import Field
from kursapp.domain.search_hit import HitKind
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from kursapp.storage.participant.search_tables import OWN_NAMES, OWN_WORDS

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
HERE = Place("", 1, 1)
REFLECTION = Reflection("tenk", "Når ble dette viktig?", HERE)
TABLE = Workbook(
    "kart",
    "Kart over risiko",
    HERE,
    WorkbookKind.TABLE,
    columns=(Column("fare", "Fare"), Column("tiltak", "Tiltak")),
    rows=(Row("r1", (Cell(field=True), Cell(field=True))),),
    growing=True,
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a new profile."""
    made = open_profile(tmp_path / "profil.db", create=True)
    yield made
    made.close()


def write(file: ProfileFile, words: str, part: str = "", item: Reflection | Workbook = REFLECTION) -> None:
    file.fields.save(Field("kurs", item.id, part, words, AT), item)


def note(words: str, quote: str = "", *, name: str = "n1", removed: datetime | None = None) -> Annotation:
    kind = AnnotationKind.HIGHLIGHT if quote else AnnotationKind.NOTE
    return Annotation(name, kind, "kurs", "s1", "p1", "Om frister", Anchor(quote), "", words, AT, AT, removed)


def step(text: str, owner: str = "", *, removed: datetime | None = None) -> PlanStep:
    return PlanStep("s1", "kurs", 0, text, owner, None, StepStatus.NOT_BEGUN, "", AT, AT, None, removed)


def found(file: ProfileFile, typed: str, *kinds: HitKind) -> list[str]:
    """Return the keys of what is found after everything is indexed."""
    while file.own_index.refresh(100):
        pass
    hits, total, _ = file.own_index.find(typed, kinds, "", 50)
    assert total == len(hits)
    return [hit.key for hit in hits]


def in_index(file: ProfileFile, word: str) -> bool:
    """Look for the bytes of a word in the index itself, wherever it keeps anything."""
    driver = file._database.driver
    names = [name for (name,) in driver.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'own!_%' ESCAPE '!'")]
    tables = [name for name in names if name.endswith(("_data", "_content", "_idx", "_docsize", "stale", "text"))]
    rows = [row for table in tables for row in driver.execute(f"SELECT * FROM {table}").fetchall()]
    parts = [part.encode() if isinstance(part, str) else part for row in rows for part in row]
    return any(word.encode() in part for part in parts if isinstance(part, bytes))


def test_every_kind_of_words_is_found(file: ProfileFile) -> None:
    """Reflections, cells of a table, notes and what they are to, steps of the plan and who has them."""
    write(file, "Vi mangler en meldefrist i barneverntjenesten.")
    write(file, "Trusler mot ansatte", "r1/fare", TABLE)
    file.notes.save(note("Ta opp med verneombudet", "gjennomgås snarest"))
    file.plan_steps.save(step("Lese ti vedtak", "avdelingsleder"))
    assert found(file, "frist", HitKind.REFLECTION) == ["tenk"]
    assert found(file, "trussel") == found(file, "trusler ansatt") == ["kart"]
    assert found(file, "verneombud") == found(file, "snarest") == ["n1"]
    assert found(file, "vedtaket") == found(file, "leder") == ["s1"]
    assert found(file, "vedtaket", HitKind.NOTE) == []
    assert file.own_index.keys("om frister", "note") == ("n1",)


def test_her_own_short_words_come_before_what_they_are_to(file: ProfileFile) -> None:
    """A note that says the word, before one to a sentence that has it, before one on a page that is called so."""
    file.notes.save(note("Annet", "Noe annet", name="page"))
    file.notes.save(note("", "Innen frister", name="quote"))
    file.notes.save(note("Husk frister", "Noe", name="words"))
    assert found(file, "frister")[0] == "words"
    assert set(file.own_index.keys("frister", "note")) == {"words", "quote", "page"}


def test_ticks_and_what_lies_in_the_bin_are_not_words(file: ProfileFile) -> None:
    """A row that is thrown away, a note and a step; all come back when they are taken back."""
    write(file, "x", "sjekk", TABLE)
    write(file, "", "egen-1", TABLE)
    write(file, "Eget ord", "egen-1/fare", TABLE)
    file.notes.save(note("Eget ord"))
    file.plan_steps.save(step("Eget ord"))
    assert sorted(found(file, "eget ord")) == ["kart", "n1", "s1"]
    write(file, "fjernet", "egen-1", TABLE)
    file.notes.save(note("Eget ord", removed=AT))
    file.plan_steps.save(step("Eget ord", removed=AT))
    assert found(file, "eget ord") == found(file, "x") == found(file, "fjernet") == []
    write(file, "", "egen-1", TABLE)
    file.notes.save(note("Eget ord"))
    assert sorted(found(file, "eget ord")) == ["kart", "n1"]


@pytest.mark.parametrize("way", ["deleted", "emptied", "changed", "thrown away"])
def test_nothing_deleted_is_left_in_the_index(file: ProfileFile, tmp_path: Path, way: str) -> None:
    """At once, before any search: not in the index's own tables, and not in the bytes of the file."""
    write(file, "Om hemmelighetsord og annet")
    file.notes.save(note("hemmelighetsord"))
    assert len(found(file, "hemmelighetsord")) == 2
    assert in_index(file, "hemmelighet")
    if way == "deleted":
        file.fields.remove("kurs", "tenk", "")
        file._database.driver.execute("DELETE FROM note")
    elif way == "thrown away":
        file.notes.save(note("hemmelighetsord", removed=AT))
        file.fields.remove("kurs", "tenk", "")
    else:
        write(file, "" if way == "emptied" else "Noe annet")
        file.notes.save(note(""))
    assert not in_index(file, "hemmelighet")
    assert found(file, "hemmelighetsord") == []
    assert not in_index(file, "hemmelighet")
    if way == "thrown away":
        file.notes.erase_removed()
    file._database.empty_log()
    assert b"hemmelighet" not in (tmp_path / "profil.db").read_bytes()


def test_what_is_deleted_is_gone_from_a_profile_of_before_too(tmp_path: Path, project: Path) -> None:
    """A profile that was made before there was an index is given one that forgets as well as a new one's."""
    (tmp_path / "profil.db").write_bytes((project / "tests/data/profile-1.db").read_bytes())
    file = open_profile(tmp_path / "profil.db")
    for index in (OWN_NAMES, OWN_WORDS):
        query = f"SELECT v FROM {index}_config WHERE k = 'secure-delete'"
        assert file._database.driver.execute(query).fetchone() == (1,)
    file.notes.save(note("hemmelighetsord"))
    assert found(file, "hemmelighetsord") == ["n1"]
    assert in_index(file, "hemmelighet")
    file.notes.save(note("", removed=AT))
    assert not in_index(file, "hemmelighet")
    file._database.empty_log()
    assert b"hemmelighet" not in (tmp_path / "profil.db").read_bytes()
    file.close()


def test_who_is_to_do_a_step_is_searched_as_it_is_now(file: ProfileFile) -> None:
    """A step that is given to somebody else is found by the new name and not by the old."""
    file.plan_steps.save(step("Ringe", "Solveig"))
    assert found(file, "solveig") == ["s1"]
    file.plan_steps.save(step("Ringe", "Ragnhild"))
    assert found(file, "solveig") == []
    assert found(file, "ragnhild") == ["s1"]


def test_what_changed_is_indexed_in_portions(file: ProfileFile) -> None:
    """As many at a time as asked for; what could not be written is still in line."""
    for number in range(5):
        file.notes.save(note("ord", name=f"n{number}"))
    assert file.own_index.refresh(2)
    assert file.own_index.find("ord", (), "", 50)[1] == 2
    assert file.own_index.refresh(2)
    assert not file.own_index.refresh(2)
    assert file.own_index.find("ord", (), "", 50)[1] == 5


def test_the_words_are_known_after_a_restart(file: ProfileFile, tmp_path: Path) -> None:
    """The index is not made again, and compounds are found as before."""
    write(file, "En meldefrist")
    assert found(file, "frist") == ["tenk"]
    file.close()
    again = open_profile(tmp_path / "profil.db")
    assert not again.own_index.refresh(0)
    assert [hit.key for hit in again.own_index.find("frist", (), "", 50)[0]] == ["tenk"]
    again.close()


def test_words_written_before_there_was_an_index(tmp_path: Path, project: Path) -> None:
    """A profile of the first version is searched like any other."""
    (tmp_path / "profil.db").write_bytes((project / "tests/data/profile-1.db").read_bytes())
    file = open_profile(tmp_path / "profil.db")
    (row,) = [field for field in file.fields.of_course("kurs") if field.part == "" and len(field.value) > 3]
    word = max(row.value.split(), key=len).strip(".,…")
    assert row.item_id in found(file, word)
    file.close()


def test_a_profile_that_can_only_be_read_is_searched_as_it_is(file: ProfileFile) -> None:
    """What was indexed is found; nothing is written."""
    write(file, "En frist")
    assert found(file, "frist") == ["tenk"]
    write(file, "Et vedtak")
    file._database.read_only = True
    assert not file.own_index.refresh(100)
    assert file.own_index.find("vedtak", (), "", 50)[0] == []
    file._database.read_only = False


WORDS = st.lists(st.sampled_from(["melding", "vedtak", "barn", "plan"]), max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(texts=st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), WORDS, st.booleans()), max_size=8))
def test_the_index_says_what_the_notes_say(file: ProfileFile, texts: list[tuple[str, list[str], bool]]) -> None:
    """After any writing, changing and throwing away, in any order: a word finds exactly the notes that have it."""
    now: dict[str, list[str]] = {}
    file._database.driver.execute("DELETE FROM note")
    for name, words, removed in texts:
        file.notes.save(note(" ".join(words), name=name, removed=AT if removed else None))
        now[name] = [] if removed else words
        file.own_index.refresh(1)
    for word in ("melding", "vedtak", "barn", "plan"):
        assert set(found(file, f"«{word}»")) == {name for name, words in now.items() if word in words}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=st.text(alphabet=st.characters(codec="utf-8"), max_size=200), typed=st.text(max_size=60))
def test_any_words_are_indexed_and_searched(file: ProfileFile, words: str, typed: str) -> None:
    """Whatever anybody writes, and whatever is looked for."""
    file.notes.save(note(f"frist {words}"))
    assert found(file, "frist") == ["n1"]
    found(file, typed)
    found(file, words)
