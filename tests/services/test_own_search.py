"""One's own words are found by any form of them, with the way to where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.annotation import Anchor
from kursapp.domain.search_hit import Found, HitKind
from kursapp.services import own_search as module
from kursapp.services.annotate import NotedPage
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from tests.kept_worker import KeptWorker
from tests.small_course import COVER, END, MORE, QUIZ, START

PAGE = NotedPage("prove", "d1-1", "d1-1-frist", "Om frist")


@pytest.fixture
def participant(world) -> Participant:
    """Return a new participant."""
    return Participant(world.profile, world.clock)


@pytest.fixture
def opened(tmp_path: Path, kept_worker: KeptWorker) -> OpenedCourse:
    """Open the small course."""
    files = {"kurs.md": COVER, "dag-1/01-start.md": START, "dag-1/02-mer.md": MORE, "dag-1/quiz.md": QUIZ}
    for name, text in {**files, "dag-2/01-slutt.md": END}.items():
        path = tmp_path / "kurs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return CourseReader(kept_worker, tmp_path / "cache").open(tmp_path / "kurs")


def find(participant: Participant, words: str, *courses: OpenedCourse, **narrowed: object) -> Found:
    return participant.search.find(words, {each.course.id: each for each in courses}.get, **narrowed)


def test_a_note_leads_to_its_place(participant: Participant, opened: OpenedCourse) -> None:
    """To its own anchor on the page, by the names of the course as it is now."""
    made = participant.notes.highlight(PAGE, Anchor("Fristen er kort"), words="Ta opp meldefristene")
    (hit,) = find(participant, "frist", opened).hits
    assert (hit.kind, hit.session_id, hit.page_id) == (HitKind.NOTE, "d1-1", "d1-1-frist")
    assert (hit.target_id, hit.spot) == (made.annotation.id, f"note:{made.annotation.id}")
    assert hit.trail == ("Prøvekurs", "Dag 1: Starten", "Starten", "Om frist")
    assert [hit.passage[start:end] for start, end in hit.marks]


def test_a_reflection_leads_to_its_question(participant: Participant, opened: OpenedCourse) -> None:
    """With the question's words as its title, and her own as the passage."""
    page = opened.session("d1-1").page("d1-1-frist")
    reflection = next(block for block in page.blocks if getattr(block, "id", "") == "d1-1-r1")
    participant.on(opened).fill.reflect(reflection, "Vi har\nfor få samtaler.")
    (hit,) = find(participant, "samtale", opened).hits
    assert (hit.kind, hit.target_id, hit.page_id, hit.title) == (
        HitKind.REFLECTION,
        "d1-1-r1",
        "d1-1-frist",
        "Hva tenker du?",
    )
    assert (hit.passage, hit.marks, hit.spot) == ("for få samtaler.", ((7, 15),), "")


def test_a_course_that_is_not_on_the_machine(participant: Participant, opened: OpenedCourse) -> None:
    """Is called what it was called when it was begun; a page that is gone leads to its course."""
    participant.on(opened).take.enrol()
    participant.notes.note(PAGE, "frist")
    participant.notes.note(NotedPage("prove", "d1-1", "borte", "Borte"), "vedtak")
    (gone,) = find(participant, "frist").hits
    assert (gone.session_id, gone.page_id, gone.trail) == ("", "d1-1-frist", ("Prøvekurs",))
    (moved,) = find(participant, "vedtak", opened).hits
    assert (moved.session_id, moved.page_id, moved.trail) == ("", "borte", ("Prøvekurs",))


def test_narrowed_to_kinds_and_a_course(participant: Participant) -> None:
    """Who looks for courses' text only is not answered with notes."""
    participant.notes.note(PAGE, "frist")
    assert find(participant, "frist", kinds={HitKind.PAGE}) == Found()
    assert find(participant, "frist", kinds={HitKind.PAGE, HitKind.NOTE}).total == 1
    assert find(participant, "frist", course_id="annet") == Found()
    assert find(participant, "frist", course_id="prove", limit=0).hits == ()


def test_notes_are_found_by_words_and_page(participant: Participant) -> None:
    """All of them, for the list of notes; nothing for nothing."""
    ids = {participant.notes.note(PAGE, f"ord {number}").annotation.id for number in range(60)}
    assert set(participant.search.notes("ord")) == ids
    assert set(participant.search.notes("om frister")) == ids
    assert participant.search.notes("annet") == participant.search.notes("") == ()


def test_much_that_was_written_is_indexed_little_by_little(
    participant: Participant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search does not wait for all of it, and says that it does not know all."""
    monkeypatch.setattr(module, "AT_ONCE", 2)
    for number in range(5):
        participant.notes.note(PAGE, f"frist {number}")
    first = find(participant, "frist")
    assert (first.total, first.complete) == (2, False)
    assert participant.search.work(1)
    assert not participant.search.work(10)
    assert (find(participant, "frist").total, find(participant, "frist").complete) == (5, True)


def test_a_list_of_notes_waits_for_all(participant: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown as all notes with a word is all of them."""
    monkeypatch.setattr(module, "AT_ONCE", 2)
    for number in range(5):
        participant.notes.note(PAGE, f"frist {number}")
    assert len(participant.search.notes("frist")) == 5
