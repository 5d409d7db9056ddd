"""``kursapp pack``, ``kursapp unpack`` and ``kursapp check`` of a package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Done, SmallCourse

Command = Callable[..., Done]
NO_KEY = "### Spørsmål: Hvem bestemmer?\n<!-- id: hvem -->\n- [ ] Lederen\n- [ ] Saksbehandleren\n"


def test_there_and_back(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """Packed, checked, unpacked, and packed again: the same bytes."""
    first, folder, second = tmp_path / "a.kurs", tmp_path / "ut", tmp_path / "b.kurs"
    done = command("pack", course.folder, "-o", first, "--note", "Ny")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Pakket Lite kurs 0.1.0 i {first}: 8 filer, {first.stat().st_size} byte.\n"
    assert command("check", first) == Done(0, "Ingen funn.\n", "")
    assert command("unpack", first, "--into", folder).out == f"Lite kurs 0.1.0 ligger i {folder}: 8 filer.\n"
    assert command("pack", folder, "-o", second, "--note", "Ny").code == 0
    assert first.read_bytes() == second.read_bytes()


def test_what_is_left_out_is_said(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """In the language asked for."""
    course.write("notater.txt", b"x")
    done = command("pack", course.folder, "-o", tmp_path / "a.kurs", "--language", "en")
    assert done.out.splitlines()[1:] == ["Not in the package: notater.txt"]


def test_a_course_with_errors_is_a_finding(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """Exit 1, with the way to see them; nothing is written."""
    course.add(NO_KEY)
    done = command("pack", course.folder, "-o", tmp_path / "a.kurs")
    assert (done.code, done.out) == (1, "")
    assert f"har 1 feil, og blir ikke pakket. Se dem med «kursapp check {course.folder}»" in done.err
    assert not (tmp_path / "a.kurs").exists()


def test_a_damaged_package_cannot_be_used(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """Neither checked nor unpacked: exit 2, one sentence, and nothing is left behind."""
    file = tmp_path / "a.kurs"
    command("pack", course.folder, "-o", file)
    file.write_bytes(file.read_bytes()[:-5])
    before = sorted(tmp_path.rglob("*"))
    for words in (("check", file), ("unpack", file, "--into", tmp_path / "ut")):
        done = command(*words)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("Fila a.kurs er skadet: noe mangler eller er endret.")
        assert len(done.err.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before
    assert command("check", tmp_path / "finnes-ikke.kurs").code == 2


def test_ids_are_not_written_into_a_package(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """``--fix`` is for folders, and says so."""
    command("pack", course.folder, "-o", tmp_path / "a.kurs")
    done = command("check", tmp_path / "a.kurs", "--fix")
    assert (done.code, done.out) == (2, "")
    assert "kursapp unpack" in done.err


def test_a_note_from_a_file(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """As the text it is, also from an editor that writes a byte order mark; what is no text is told."""
    note = tmp_path / "nytt.txt"
    note.write_text("Ny", encoding="utf-8-sig")
    for name, words in (("a", ("--note-file", note)), ("b", ("--note", "Ny"))):
        assert command("pack", course.folder, "-o", tmp_path / f"{name}.kurs", *words).code == 0
    assert (tmp_path / "a.kurs").read_bytes() == (tmp_path / "b.kurs").read_bytes()
    note.write_bytes(b"\xff\xfe")
    done = command("pack", course.folder, "-o", tmp_path / "c.kurs", "--note-file", note)
    assert (done.code, done.out) == (2, "")
    assert f"Fila {note} med meldingen om hva som er nytt, kan ikke leses som tekst." in done.err


def test_a_correction_names_a_question_of_the_course(course: SmallCourse, command: Command, tmp_path: Path) -> None:
    """One that is not there is a slip: nothing is packed."""
    done = command("pack", course.folder, "-o", tmp_path / "a.kurs", "--note", "omrett: finnes-ikke")
    assert done.code == 2
    assert "retter spørsmålet finnes-ikke" in done.err
    assert not (tmp_path / "a.kurs").exists()
