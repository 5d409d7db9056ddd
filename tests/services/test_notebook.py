"""All notes of all courses in the order of the courses, also of what is not on the machine any more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kursapp.domain.annotation import Anchor, Annotation, AnnotationKind
from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.services import notebook
from kursapp.services.notebook import About, NoteRow, Outlines, note_rows, notebook_of, notes_on_paper, write_notes

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


def head(session: str, *pages: str) -> SessionHead:
    return SessionHead(
        session, f"{session}.md", session, 10, tuple(PageHead(p, p.title(), PageKind.TEXT) for p in pages)
    )


def course(course_id: str, title: str) -> SimpleNamespace:
    """Return a course on the shelf: an introduction, and two days."""
    modules = (
        Module("m0", "Før dag 1", (head(f"{course_id}-s0", "start"),)),
        Module("m1", "Dag 1: Loven", (head(f"{course_id}-s1", "lov", "rett"),), day=1),
        Module("m2", "Dag 2: Saken", (head(f"{course_id}-s2", "sak"),), day=2),
    )
    return SimpleNamespace(course=Course(course_id, "1.0.0", title, modules))


def note(number: int, course_id: str, page: str, start: int = 0, quote: str = "ord", **more: object) -> Annotation:
    kind = AnnotationKind.HIGHLIGHT if quote else AnnotationKind.NOTE
    made = AT + timedelta(minutes=number)
    anchor = Anchor(quote, start=start)
    values = {"colour": "yellow" if quote else "", "words": "", **more}
    return Annotation(
        f"n{number}",
        kind,
        course_id,
        "gammel-økt",
        page,
        "Gammelt navn",
        anchor,
        **values,
        created_at=made,
        updated_at=made,
    )  # type: ignore[arg-type]


def rows(*notes: Annotation) -> tuple[NoteRow, ...]:
    shelf = (course("b", "B-kurset"), course("a", "A-kurset"))
    return note_rows(notes, shelf, {"borte": "Kurset som var"}, Outlines())  # type: ignore[arg-type]


def test_notes_stand_in_the_order_of_the_shelf_and_of_the_text() -> None:
    """By course, day, session, page and place; what hangs on the page itself comes before what hangs on its words."""
    found = rows(
        note(1, "borte", "x"),
        note(2, "a", "lov"),
        note(3, "b", "sak"),
        note(4, "b", "lov", 9),
        note(5, "b", "lov", 3),
        note(6, "b", "lov", 0, ""),
        note(7, "b", "tatt-ut"),
        note(8, "b", "rett"),
        note(9, "b", "start"),
    )
    assert [row.note.id for row in found] == ["n9", "n6", "n5", "n4", "n8", "n3", "n7", "n2", "n1"]


def test_a_row_says_where_its_page_stands_now() -> None:
    """The page's present name and session, its day; of a page or course that is gone what is known of it."""
    here, gone_page, gone_course = rows(note(1, "a", "lov"), note(2, "a", "tatt-ut"), note(3, "borte", "x"))
    assert here.page is not None
    assert (here.course, here.page.session_id, here.page_title, here.part, here.page.day) == (
        "A-kurset",
        "a-s1",
        "Lov",
        "Dag 1: Loven",
        1,
    )
    assert not here.lost
    assert (gone_page.here, gone_page.page, gone_page.page_title, gone_page.lost) == (True, None, "Gammelt navn", True)
    assert (gone_course.here, gone_course.course, gone_course.lost) == (False, "Kurset som var", False)
    (unknown,) = rows(note(4, "aldri-begynt", "x"))
    assert unknown.course == "aldri-begynt"


def test_an_outline_is_worked_out_once_and_anew_for_a_new_version() -> None:
    """A course that is read again is looked through again, and only then."""
    outlines, opened = Outlines(), course("a", "A")
    first = outlines.of(opened)  # type: ignore[arg-type]
    assert outlines.of(opened) is first  # type: ignore[arg-type]
    newer = course("a", "A")
    assert outlines.of(newer) is not first  # type: ignore[arg-type]


def test_a_notebook_has_each_course_day_and_page_once() -> None:
    """Nothing is named twice, nothing is left out, and days count by the clock on the wall."""
    made = notebook_of(
        rows(
            note(1, "a", "lov", 3, words="Husk."),
            note(2, "a", "lov", 9),
            note(3, "a", "sak"),
            note(4, "a", "tatt-ut"),
            note(5, "borte", "x", lost=True),
        ),
        About(AT, "nb", "dag 1", "Andre sider"),
    )
    assert [(one.title, one.here) for one in made.courses] == [("A-kurset", True), ("Kurset som var", False)]
    parts = made.courses[0].parts
    assert [part.title for part in parts] == ["Dag 1: Loven", "Dag 2: Saken", "Andre sider"]
    assert [page.title for part in parts for page in part.pages] == ["Lov", "Sak", "Gammelt navn"]
    assert [entry.words for entry in parts[0].pages[0].entries] == ["Husk.", ""]
    assert (made.count(), made.chosen, made.made) == (5, "dag 1", AT.astimezone().date())
    assert [
        entry.lost for one in made.courses for part in one.parts for page in part.pages for entry in page.entries
    ] == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_notes_are_written_as_the_file_is_named(tmp_path: Path) -> None:
    """PDF and Markdown; a folder that is not there is one sentence."""
    found = rows(note(1, "a", "lov", words="Husk."))
    for name, begins in (("a.pdf", b"%PDF-"), ("a.md", b"# Mine notater")):
        assert write_notes(found, About(AT), tmp_path / name, Unwatched()).read_bytes().startswith(begins)
    with pytest.raises(KursappError) as caught:
        write_notes(found, About(AT), tmp_path / "nei" / "a.md", Unwatched())
    assert caught.value.problem.code == "export-folder-missing"


def test_paper_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many that the window would stand still are refused with a way out."""
    found = rows(*(note(number, "a", "lov") for number in range(5)))
    assert "Gul utheving" in notes_on_paper(found, About(AT))
    monkeypatch.setattr(notebook, "MOST_PRINTED", 4)
    with pytest.raises(KursappError) as caught:
        notes_on_paper(found, About(AT))
    assert caught.value.problem.code == "notes-too-many-to-print"
