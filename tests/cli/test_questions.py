"""``kursapp import`` and ``kursapp export``: questions in and out of a course, and what is told on the way."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kursapp.interchange.gift_reader import read_gift
from tests.cli.conftest import Done, SmallCourse

Command = Callable[..., Done]

BANK = """// [id:hovedstad]
$CATEGORY: $course$/top/Geografi: Norden

::Q1::Hva heter hovedstaden? {=Oslo#Ja ~Bergen#Nei ####Slik er det}

Hvor mange? {#11..13}

Sola er en stjerne {T#Feil#Rett}

[html]Koble <b>land</b> | by {=Norge -> Oslo =Sverige -> Stockholm = -> Paris}

Grunnloven kom i {=1814 =attenfjorten}, på Eidsvoll.

- [x] # Svar: 1. {~%50%[x\\] a ~%50%| b ~%-100%`c`}

Skriv om <!-- id: x --> {}

Bare en tekst. Svar: ja

Ødelagt { uten slutt
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Return a file with a question of most kinds, and a broken one."""
    path = tmp_path / "Min bank.gift"
    path.write_text(BANK, encoding="utf-8")
    return path


def test_an_import_is_a_course_without_errors(command: Command, course: SmallCourse, bank: Path) -> None:
    """Every question is one in the course, and the broken one is told of with its line."""
    done = command("import", bank, "--into", course.folder)
    assert done.code == 1
    assert "Min bank.gift:20:1: feil [import-braces]" in done.out
    assert "Skrev bank/min-bank.md: 7 spørsmål, 1 tekster, 1 bevart som bokser." in done.out
    checked = command("check", "--format", "json", course.folder)
    assert {found["code"] for found in json.loads(checked.out)} <= {"no-wrong-feedback"}
    assert "## Bank\n- [Min bank](bank/min-bank.md)\n\n## Krav" in (course.folder / "kurs.md").read_text("utf-8")


def test_what_was_imported_can_be_exported_as_it_was(
    command: Command, course: SmallCourse, bank: Path, tmp_path: Path
) -> None:
    """The same words and keys come out again: nothing is bent on the way through Markdown."""
    command("import", bank, "--into", course.folder)
    out = tmp_path / "ut.gift"
    assert command("export", course.folder, "--to", "gift", "-o", out).code == 0
    again = {item.id: item.block for item in read_gift(out.read_text("utf-8"), "x").items}
    for item in read_gift(BANK, "x").items:
        found = again.get(item.id) or next((b for b in again.values() if _same(b, item.block)), None)
        if type(item.block).__name__ not in ("Prose", "Faulty"):
            assert found is not None, item.block


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and _words(one) == _words(other)


def _words(block: object) -> object:
    parts = [getattr(block, name, ()) for name in ("options", "lefts", "rights")]
    texts = [[(part.text.plain, getattr(part, "right", None)) for part in group] for group in parts]
    title = getattr(block, "title", "") if type(block).__name__ != "GapQuestion" else ""
    gaps = [(gap.answers, gap.menu) for gap in getattr(block, "gaps", ())]
    return title, texts, getattr(block, "low", ""), getattr(block, "answers", ()), gaps


def test_importing_twice_writes_over_nothing(command: Command, course: SmallCourse, bank: Path) -> None:
    """The second import has a file and ids of its own."""
    command("import", bank, "--into", course.folder)
    first = (course.folder / "bank/min-bank.md").read_bytes()
    command("import", bank, "--into", course.folder)
    assert (course.folder / "bank/min-bank.md").read_bytes() == first
    assert (course.folder / "bank/min-bank-2.md").is_file()
    assert command("check", course.folder).code == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.gift", b"\xff\xfe\x00", "ikke en fil med spørsmål"),
        ("a.gift", "æ {T}".encode("latin-1"), "UTF-8"),
        ("a.xml", b"Hva? {T}", "slik den gir seg ut for"),
        ("a.xml", b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', "definerer egne tegn"),
        ("a.xml", b"<quiz><question>", "ødelagt XML"),
        ("a.gift", b"\n\n", "ingen spørsmål"),
    ],
)
def test_a_bad_file_leaves_the_course_as_it_was(
    command: Command, course: SmallCourse, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    """One sentence, exit 2, and not a byte in the course."""
    before = {path: path.read_bytes() for path in course.folder.rglob("*") if path.is_file()}
    (tmp_path / name).write_bytes(data)
    done = command("import", tmp_path / name, "--into", course.folder)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert {path: path.read_bytes() for path in course.folder.rglob("*") if path.is_file()} == before


def test_a_missing_file_and_a_missing_course(command: Command, course: SmallCourse, bank: Path, tmp_path: Path) -> None:
    """Each is named."""
    assert "finnes-ikke.gift" in command("import", tmp_path / "finnes-ikke.gift", "--into", course.folder).err
    assert command("import", bank, "--into", tmp_path / "borte").code == 2


def test_a_write_that_fails_leaves_the_old_course(
    command: Command, course: SmallCourse, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills while the cover is replaced: the new session is taken away again."""
    cover = (course.folder / "kurs.md").read_bytes()
    replaced = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "kurs.md":
            raise OSError(28, os.strerror(28))
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert command("import", bank, "--into", course.folder).code == 2
    assert (course.folder / "kurs.md").read_bytes() == cover
    assert list((course.folder / "bank").iterdir()) == []


def test_a_worksheet_has_the_questions_and_no_key(command: Command, course: SmallCourse, tmp_path: Path) -> None:
    """Boxes to tick, none of them ticked, and no feedback."""
    course.add(
        "### Spørsmål: Hva?\n- [ ] Feil\n  > Hemmelig.\n- [x] Rett\n\n### Spørsmål (kortsvar): Hvem?\n\nSvar: Kari\n"
    )
    out = tmp_path / "ark.md"
    assert command("export", course.folder, "--to", "worksheet", "-o", out).code == 0
    text = out.read_text("utf-8")
    assert "- [ ] Feil\n- [ ] Rett" in text
    assert "[x]" not in text
    assert "Hemmelig" not in text
    assert "Kari" not in text


def test_losses_are_told(command: Command, course: SmallCourse, tmp_path: Path) -> None:
    """Aiken has no room for a short answer, nor for feedback."""
    course.add("### Spørsmål: Hva?\n- [ ] Feil\n  > Nei.\n- [x] Rett\n\n### Spørsmål (kortsvar): Hvem?\n\nSvar: Kari\n")
    done = command("export", course.folder, "--to", "aiken", "-o", tmp_path / "ut.txt", "--format", "json")
    codes = [found["code"] for found in json.loads(done.out)["findings"]]
    assert "export-question-left-out" in codes
    assert "export-part-lost" in codes


def test_a_worksheet_is_a_pdf_where_the_file_is_named_so(command: Command, course: SmallCourse, tmp_path: Path) -> None:
    """The ending of the file says which; one that is neither is refused, and nothing is written."""
    assert command("export", course.folder, "--to", "worksheet", "-o", tmp_path / "ark.PDF").code == 0
    assert (tmp_path / "ark.PDF").read_bytes().startswith(b"%PDF-")
    refused = command("export", course.folder, "--to", "worksheet", "-o", tmp_path / "ark.docx")
    assert (refused.code, (tmp_path / "ark.docx").exists()) == (2, False)
    assert "slutter på .pdf eller .md" in refused.err


def test_one_session_alone_can_be_exported(command: Command, course: SmallCourse, tmp_path: Path) -> None:
    """Only what is asked for leaves; a session the course does not have is named."""
    course.write("dag-1/02.md", b"---\nid: to\n---\n# To\n\n### Refleksjon: Bare her\n<!-- id: r -->\n")
    cover = (course.folder / "kurs.md").read_text("utf-8")
    (course.folder / "kurs.md").write_text(cover.replace("\n1. ", "\n1. [To](dag-1/02.md)\n1. ", 1), "utf-8")
    out = tmp_path / "ut.gift"
    assert command("export", course.folder, "--to", "gift", "--session", "to", "-o", out).code == 0
    assert [item.block.title for item in read_gift(out.read_text("utf-8"), "x").items] == ["Bare her"]  # type: ignore[attr-defined]
    assert command("export", course.folder, "--to", "worksheet", "--session", "to", "-o", tmp_path / "a.md").code == 0
    assert "Bare her" in (tmp_path / "a.md").read_text("utf-8")
    refused = command("export", course.folder, "--to", "worksheet", "--session", "borte", "-o", tmp_path / "b.md")
    assert refused.code == 2
    assert "borte" in refused.err
