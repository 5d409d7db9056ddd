"""Notes leave the house as they were written: as Markdown, as a tagged PDF, and as HTML for a printer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import markdown
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.exporting import Unwatched
from kursapp.domain.html_tree import Element, read_html
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.domain.problem import KursappError
from kursapp.export.notes import write as writing
from kursapp.export.notes.markdown import notebook_markdown
from kursapp.export.notes.paper import notebook_html
from kursapp.export.notes.write import write_notebook
from tests.export.conftest import Stopwatch
from tests.export.report.test_write import check_structure
from tests.pdf_text import pdf_text

DAY = date(2026, 3, 3)
HOSTILE = (
    "# Nei\n- [x] *x* <b>fet</b> & \\ | `kode` ![b](http://x/y.png)\n#let a = 1\n\n1. ett\n> to\n=== \n~~~\n    fire"
)


def book(*entries: Entry, language: str = "nb", chosen: str = "") -> Notebook:
    """Return a notebook with these entries on one page, and one entry in a course that is gone."""
    page = NotedPage("Fristene i § 2-2", entries)
    gone = NotedPart("Sider", (NotedPage("En gammel side", (Entry(DAY, "Før sto det noe annet her.", lost=True),)),))
    return Notebook(
        (
            NotedCourse("God barnevernledelse", (NotedPart("Dag 3: Saken", (page,)),)),
            NotedCourse("Temadag [2024]", (gone,), here=False),
        ),
        date(2026, 3, 12),
        language,
        chosen,
    )


FULL = book(
    Entry(DAY, "En melding skal gjennomgås snarest.", "Innen én uke.\nSpør Kari.\n\nTa opp på møtet.", "yellow"),
    Entry(DAY, "Bare utheving.", colour="pink"),
    Entry(DAY, "", "Bare et notat til siden."),
    Entry(DAY),
    chosen="dag 3",
)


def words(element: Element) -> str:
    """Return the words of HTML, whitespace made even."""
    told = "".join(part if isinstance(part, str) else f" {words(part)} " for part in element.parts)
    return " ".join(told.split())


def names(element: Element) -> set[str]:
    """Return the names of all elements within one."""
    found = {part.name for part in element.parts if isinstance(part, Element)}
    return found.union(*(names(part) for part in element.parts if isinstance(part, Element)))


def test_markdown_says_all_that_was_noted_in_order() -> None:
    """Course, day and page stand as headings; each entry says what it is, its words and when."""
    text = notebook_markdown(FULL)
    expected = [
        "# Mine notater",
        "12.\u00a0mars 2026 av Kursapp",
        "Utvalg: dag 3.",
        "## God barnevernledelse",
        "### Dag 3: Saken",
        "#### Fristene i § 2-2",
        "**Gul utheving · 3.\u00a0mars 2026**",
        "> En melding skal gjennomgås snarest.",
        "Innen én uke.  \nSpør Kari.\n\nTa opp på møtet.",
        "**Rosa utheving",
        "**Notat · ",
        "Bare et notat til siden.",
        "**Bokmerke · ",
        "## Temadag \\[2024\\]",
        "*Kurset er ikke på maskinen.*",
        "Teksten er endret siden du merket",
        "> Før sto det noe annet her.",
    ]
    places = [text.index(each) for each in expected]
    assert places == sorted(places)


@given(st.text(alphabet="abÅ #-+*_>=~|.):<&\\`[]()!1\n\t ", max_size=60))
def test_nothing_anybody_wrote_is_markup(written: str) -> None:
    """Read by a Markdown program, a note has its own words, and no heading, list, code, link or picture of its own."""
    html = read_html(markdown.markdown(notebook_markdown(book(Entry(DAY, words=f"x{written}y\n{written}")))))
    assert names(html) <= {"h1", "h2", "h3", "h4", "p", "em", "strong", "blockquote", "br"}
    flat = "".join(words(html).split())
    assert "".join(f"x{written}y".split()) in flat


def test_paper_escapes_what_was_written() -> None:
    """Markup somebody typed is printed as she typed it."""
    html = notebook_html(book(Entry(DAY, "<img src='x'>", HOSTILE, "blue")))
    assert "<img" not in html
    assert "&lt;b&gt;fet" in html
    told = words(read_html(html))
    assert "Blå utheving" in told
    assert "# Nei - [x] *x* <b>fet</b>" in told


def test_the_pdf_is_tagged_and_read_by_another_program(tmp_path: Path) -> None:
    """PDF/UA with language and title, a heading for course, day and page, and every word of the notes."""
    write_notebook(FULL, tmp_path / "notater.pdf", Unwatched())
    counts = check_structure(tmp_path / "notater.pdf", "nb-NO", "Mine notater")
    assert (counts["/H1"], counts["/H2"], counts["/H3"], counts["/H4"]) == (1, 2, 2, 2)
    assert counts["/BlockQuote"] == 3
    text = pdf_text(tmp_path / "notater.pdf")
    for told in ("Fristene i § 2-2", "Gul utheving", "Innen én uke.", "Bare et notat til siden.", "Side 1 av 1"):
        assert told in text
    with pikepdf.open(tmp_path / "notater.pdf") as pdf:
        assert "/Author" not in pdf.docinfo or not str(pdf.docinfo["/Author"])


@pytest.mark.parametrize(("language", "title"), [("nn", "Notata mine"), ("en", "My notes")])
def test_the_other_languages(tmp_path: Path, language: str, title: str) -> None:
    """What stands around the notes is in the window's language."""
    notebook = book(Entry(DAY, "x", colour="green"), language=language)
    write_notebook(notebook, tmp_path / "a.pdf", Unwatched())
    check_structure(tmp_path / "a.pdf", {"nn": "nn-NO", "en": "en-GB"}[language], title)
    assert notebook_markdown(notebook).startswith(f"# {title}\n")
    assert title in notebook_html(notebook)


def test_what_is_written_is_never_run(tmp_path: Path) -> None:
    """Signs of typst, Markdown and HTML, emoji and halves of them, and a word as long as a line go onto the page."""
    odd = book(Entry(DAY, "å\u0301 שלום \U0001f600 \ud800 \x00", HOSTILE + "\n" + "x" * 500, "yellow"))
    for name in ("a.pdf", "a.md"):
        write_notebook(odd, tmp_path / name, Unwatched())
    assert "# Nei" in pdf_text(tmp_path / "a.pdf")
    assert "\\# Nei" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_a_page_without_a_name_is_set_too(tmp_path: Path) -> None:
    """A heading may not be empty in a PDF for screen readers; one that is gets a dash."""
    nameless = NotedCourse("Kurs", (NotedPart("", (NotedPage(" ", (Entry(DAY, "sitat"),)),)),))
    write_notebook(Notebook((nameless,), DAY), tmp_path / "a.pdf", Unwatched())
    assert "sitat" in pdf_text(tmp_path / "a.pdf")


def test_equal_notebooks_are_equal_files(tmp_path: Path) -> None:
    """Nothing in a file tells of the machine it was made on."""
    for name in ("a.pdf", "b.pdf", "a.md", "b.md"):
        write_notebook(FULL, tmp_path / name, Unwatched())
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_no_notes_are_a_whole_file_too(tmp_path: Path) -> None:
    """An empty selection says that it is empty."""
    write_notebook(Notebook((), DAY), tmp_path / "a.pdf", Unwatched())
    assert "Ingen notater." in pdf_text(tmp_path / "a.pdf")
    assert "Ingen notater." in notebook_markdown(Notebook((), DAY))


@pytest.mark.parametrize("name", ["a.pdf", "a.md"])
def test_told_to_stop_nothing_is_left(tmp_path: Path, name: str) -> None:
    """A file that was no longer wanted was never there, and one that was there is as it was."""
    (tmp_path / name).write_text("den gamle")
    many = book(*[Entry(DAY, "sitat", "ord")] * 2_000)
    with pytest.raises(KursappError) as caught:
        write_notebook(many, tmp_path / name, Stopwatch(after=2))
    assert caught.value.problem.code == "export-cancelled"
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(name, "den gamle")]


def test_stopped_at_the_last_moment_nothing_is_left(tmp_path: Path) -> None:
    """All is set, and nothing is written yet: then it is not too late."""
    watch = Stopwatch(after=10_000)

    def progress(done: int, total: int) -> None:
        watch.after = 0 if done == total else watch.after

    watch.progress = progress  # type: ignore[method-assign]
    with pytest.raises(KursappError) as caught:
        write_notebook(FULL, tmp_path / "a.md", watch)
    assert caught.value.problem.code == "export-cancelled"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.pdf", "a.md"])
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, name: str, small_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    """Half a file is no file."""
    with small_disk(500), pytest.raises(KursappError) as caught:
        write_notebook(FULL, tmp_path / name, Unwatched())
    assert caught.value.problem.code == "disk-full"
    assert not list(tmp_path.iterdir())


def test_too_many_for_a_pdf_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits minutes for a thousand pages; Markdown takes them all."""
    monkeypatch.setattr(writing, "MOST_IN_PDF", 4)
    with pytest.raises(KursappError) as caught:
        write_notebook(FULL, tmp_path / "a.pdf", Unwatched())
    assert (caught.value.problem.code, dict(caught.value.problem.values)["count"]) == ("notes-too-many-for-pdf", "5")
    write_notebook(FULL, tmp_path / "a.md", Unwatched())


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A name that promises a Word file gets none."""
    with pytest.raises(KursappError) as caught:
        write_notebook(FULL, tmp_path / "a.docx", Unwatched())
    assert caught.value.problem.code == "notes-no-such-kind"
    assert not list(tmp_path.iterdir())


def test_the_watch_hears_how_far_it_is() -> None:
    """Progress goes from nothing to all there is."""
    watch = Stopwatch(after=10_000)
    heard: list[tuple[int, int]] = []
    watch.progress = lambda done, total: heard.append((done, total))  # type: ignore[method-assign]
    notebook_markdown(book(*[Entry(DAY, "sitat")] * 999), watch)
    assert heard[0] == (0, 1000)
    assert heard[-1] == (1000, 1000)
