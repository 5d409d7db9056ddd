"""The workbook and the plan as files: what other programs read of them, and what is left of one that fails."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.keepsake import Keepsake, Piece, PieceKind
from kursapp.domain.plan import PlanStep
from kursapp.domain.problem import KursappError
from kursapp.export.keepsake.calendar import write_calendar
from kursapp.export.keepsake.html import keepsake_html
from kursapp.export.keepsake.pdf import write_pdf
from kursapp.export.keepsake.word import write_word
from tests.export.conftest import Stopwatch
from tests.pdf_text import pdf_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "#let x = 1 <b>&amp; \x00\x0b «Åse»\u202e *fet* \\n [x] $y$ 😀"
DOCUMENT = Keepsake(
    "Arbeidsbok: Øvelse <kurs>",
    "nb",
    "Skrevet ut 22. november 2026.",
    (
        Piece(PieceKind.HEADING, "Dag 1", 2),
        Piece(PieceKind.HEADING, "Planen", 3),
        Piece(PieceKind.NOTE, "Ferdig 3. mars 2026"),
        Piece(PieceKind.ASKED, "Skriv roller, ikke navn."),
        Piece(PieceKind.TABLE, rows=(("Mål", "Tiltak"), ("Første mål", "Lese ti vedtak\nsammen"), ("", ""))),
        Piece(PieceKind.TABLE, rows=(("Bare hode",),)),
        Piece(PieceKind.ENTRIES, "Andre mål", rows=(("Tall", "4"), ("", "uten navn"))),
        Piece(PieceKind.TICKS, rows=(("Lest loven", "x"), ("Spurt barnet", ""))),
        Piece(PieceKind.TEXT, f"Jeg sa det.\nHun noterte ikke.\n\nSiden: {HOSTILE}"),
    ),
)
WORDS = ("Dag 1", "Skriv roller", "Første mål", "sammen", "Andre mål", "uten navn", "Spurt barnet", "noterte ikke")
Write = Callable[[Keepsake, Path, Watch], None]


def word_part(path: Path, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as held:
        assert held.testzip() is None
        return etree.fromstring(held.read(part))


def test_the_pdf_is_tagged_and_speaks_its_language(tmp_path: Path) -> None:
    """Typst was asked for PDF/UA and refuses what breaks it; another reader finds title, language, tags and words."""
    path = tmp_path / "bok.pdf"
    write_pdf(DOCUMENT, path, Unwatched())
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nb-NO"
        assert str(pdf.docinfo["/Title"]) == DOCUMENT.title
        assert not str(pdf.docinfo.get("/Author", ""))
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        tags = _tags(pdf.Root.StructTreeRoot)
    assert {"H1", "H2", "H3", "Table", "TH", "TD", "L"} <= tags
    shown = pdf_text(path)
    assert all(words in shown for words in WORDS)
    assert "#let x = 1 <b>&amp; «Åse»" in shown
    assert "(Krysset av)" in shown


def _tags(element: pikepdf.Object) -> set[str]:
    found = {str(element.S).lstrip("/")} if "/S" in element else set()
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found |= _tags(kid)
    return found


def test_equal_words_give_equal_pdfs(tmp_path: Path) -> None:
    """Nothing of the moment or the machine is in the file."""
    for name in ("a.pdf", "b.pdf"):
        write_pdf(DOCUMENT, tmp_path / name, Unwatched())
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_word_document_has_headings_and_heads_that_repeat(tmp_path: Path) -> None:
    """Read as XML, by its own names: a screen reader finds its way by these."""
    path = tmp_path / "bok.docx"
    write_word(DOCUMENT, path, Unwatched())
    body = word_part(path)
    styles = [each.get(f"{W}val") for each in body.iter(f"{W}pStyle")]
    assert [style for style in styles if style.startswith("Heading")] == ["Heading1", "Heading2", "Heading3"]
    tables = list(body.iter(f"{W}tbl"))
    assert [len(list(table.iter(f"{W}tblHeader"))) for table in tables] == [1, 1]
    assert all(table[2].find(f"{W}trPr/{W}tblHeader") is not None for table in tables)
    shown = "".join(each.text or "\n" for each in body.iter(f"{W}t", f"{W}br"))
    assert all(words in shown for words in WORDS)
    assert "Lese ti vedtak\nsammen" in shown
    assert "#let x = 1 <b>&amp; " in shown
    assert "😀" in shown


def test_the_word_document_knows_its_language_and_nobody(tmp_path: Path) -> None:
    """No author, no machine, no moment of work in any part of the file."""
    path = tmp_path / "bok.docx"
    write_word(DOCUMENT, path, Unwatched())
    languages = [each.get(f"{W}val") for each in word_part(path, "word/styles.xml").iter(f"{W}lang")]
    assert languages[0] == "nb-NO"
    core = word_part(path, "docProps/core.xml")
    said = {etree.QName(each).localname: each.text or "" for each in core}
    assert (said["title"], said["language"]) == (DOCUMENT.title, "nb")
    assert (said["creator"], said["lastModifiedBy"], said["description"]) == ("", "", "")
    assert said["created"] == said["modified"] == "2026-01-01T00:00:00Z"
    fields = [each.get(f"{W}instr") for each in word_part(path, "word/footer1.xml").iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("language", ["nn", "en"])
def test_other_languages_are_said_so(tmp_path: Path, language: str) -> None:
    """A voice reads English as English."""
    document = Keepsake("Title", language, "Lead", (Piece(PieceKind.TICKS, rows=(("a", "x"),)),))
    write_pdf(document, tmp_path / "a.pdf", Unwatched())
    write_word(document, tmp_path / "a.docx", Unwatched())
    expected = {"nn": "nn-NO", "en": "en-GB"}[language]
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.Root.Lang) == expected
    lang = next(word_part(tmp_path / "a.docx", "word/styles.xml").iter(f"{W}lang"))
    assert lang.get(f"{W}val") == expected


@pytest.mark.parametrize("write", [write_pdf, write_word])
def test_cancelled_leaves_what_was_there(tmp_path: Path, write: Write) -> None:
    """An earlier file stands; nothing half is left beside it."""
    path = tmp_path / "bok"
    path.write_bytes(b"fra i fjor")
    for after in (1, 2):
        with pytest.raises(KursappError) as caught:
            write(DOCUMENT, path, Stopwatch(after=after))
        assert caught.value.problem.code == "export-cancelled"
    assert path.read_bytes() == b"fra i fjor"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("write", [write_pdf, write_word])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, write: Write, small_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    """One sentence, and the earlier file as it was."""
    path = tmp_path / "bok"
    path.write_bytes(b"fra i fjor")
    with small_disk(2000), pytest.raises(KursappError) as caught:
        write(DOCUMENT, path, Unwatched())
    assert caught.value.problem.code in {"disk-full", "file-not-written"}
    assert path.read_bytes() == b"fra i fjor"
    assert list(tmp_path.iterdir()) == [path]


def test_who_waits_hears_how_far_it_is(tmp_path: Path) -> None:
    """The last that is heard is that all is done."""
    for write in (write_pdf, write_word):
        watch = Stopwatch(after=1000)
        write(DOCUMENT, tmp_path / "bok", watch)
        done, total = watch.told[-1]
        assert done == total > 0


def test_what_is_printed_is_escaped(tmp_path: Path) -> None:
    """A person's words are words, never markup; the rest has real headings and tables."""
    made = keepsake_html(DOCUMENT)
    assert "<h1>Arbeidsbok: Øvelse &lt;kurs&gt;</h1>" in made
    assert "&lt;b&gt;&amp;amp;" in made
    assert "<th>Mål</th><th>Tiltak</th>" in made
    assert "Lese ti vedtak<br>sammen" in made
    assert "Lest loven <b>(Krysset av)</b>" in made


# The calendar ------------------------------------------------------------------------------------------

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


def step(name: str, **changes: object) -> PlanStep:
    values: dict[str, object] = {"text": f"Gjøre {name}", "owner": "leder", "due": date(2026, 5, 1), "updated_at": NOW}
    return PlanStep(name, "kurs", 1, **{**values, **changes})  # type: ignore[arg-type]


def lines(path: Path) -> list[str]:
    """Read a calendar as RFC 5545 says: lines end with CRLF, a line that begins with a space goes on the one before."""
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_an_event_for_each_step(tmp_path: Path) -> None:
    """Whole days, free time, a reminder in the morning; ids that stay, so that a second file moves the first's."""
    path = tmp_path / "plan.ics"
    write_calendar("God barnevernledelse", [step("a"), step("b", due=date(2026, 12, 31))], path, "nb", NOW)
    read = lines(path)
    assert read[0] == "BEGIN:VCALENDAR"
    assert read.count("BEGIN:VEVENT") == read.count("END:VEVENT") == 2
    assert "UID:a@kursapp" in read
    assert "DTSTART;VALUE=DATE:20261231" in read
    assert "DTEND;VALUE=DATE:20270101" in read
    assert read.count("TRANSP:TRANSPARENT") == 2
    assert read.count("CLASS:PRIVATE") == 2, "a shared calendar shows others that there is something, not what"
    assert read.count("TRIGGER:PT9H") == 2
    assert "DTSTAMP:20260309T120000Z" in read
    write_calendar("God barnevernledelse", [step("a", due=date(2026, 6, 1))], path, "nb", NOW)
    assert "UID:a@kursapp" in lines(path)


def test_a_file_saved_again_is_the_later_one(tmp_path: Path) -> None:
    """A calendar goes by the sequence; a clock that was set back makes none that is negative."""
    for minutes, sequence in ((0, 0), (90, 90), (-5000, 0)):
        changed = step("a", created_at=NOW, updated_at=NOW + timedelta(minutes=minutes))
        write_calendar("Kurs", [changed], tmp_path / "plan.ics", "nb", NOW)
        assert f"SEQUENCE:{sequence}" in lines(tmp_path / "plan.ics")


def test_words_cannot_break_out_of_a_calendar(tmp_path: Path) -> None:
    """Line ends, commas and semicolons in a step are words; a long one is cut in the headline, whole in the text."""
    path = tmp_path / "plan.ics"
    words = "Ringe; skolen, nå\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd " + "å" * 300
    write_calendar("Kurs", [step("a", text=words, owner="")], path, "nn", NOW)
    read = lines(path)
    assert read.count("END:VEVENT") == 1
    assert not [line for line in read if line.startswith("ATTACH")]
    summary = next(line for line in read if line.startswith("SUMMARY"))
    assert summary.endswith("…")
    about = next(line for line in read if line.startswith("DESCRIPTION"))
    assert "å" * 300 in about
    assert "Kven" not in about


def test_the_last_day_there_is_has_an_event(tmp_path: Path) -> None:
    """A slip of the finger in the year is no reason to fail."""
    write_calendar("Kurs", [step("a", due=date.max)], tmp_path / "plan.ics", "en", NOW)
    assert "DTSTART;VALUE=DATE:99991231" in lines(tmp_path / "plan.ics")
