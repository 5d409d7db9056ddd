"""A course as one file: what is packed, what stays at home, and what is not packed at all."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services import pack_course as packing
from kursapp.services.course_package import unpack_course
from kursapp.services.open_course import CourseReader
from kursapp.services.pack_course import pack_course
from kursapp.worker import Worker
from tests.small_package import COVER, ID, TITLE, write_course, write_kurs


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return the one worker these tests share."""
    with Worker() as shared:
        yield shared


@pytest.fixture
def reader(worker: Worker, tmp_path: Path) -> CourseReader:
    """Return a reader with a cache of the test's own."""
    return CourseReader(worker, tmp_path / "cache")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return the small course's folder."""
    return write_course(tmp_path / "kurs")


def test_a_package_comes_back_as_the_course_it_was(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """Byte for byte, with what it says of itself; any program can look into it."""
    packed = pack_course(reader, course, tmp_path / "a.kurs", "  Første utgave.\n")
    assert (packed.about.id, packed.about.version, packed.about.title) == (ID, "1.0.0", TITLE)
    assert (packed.about.note, packed.left_out) == ("Første utgave.", ())
    assert packed.size == (tmp_path / "a.kurs").stat().st_size
    assert unpack_course(tmp_path / "a.kurs", tmp_path / "ut", reader) == packed.about
    for name in packed.about.files:
        assert (tmp_path / "ut" / name).read_bytes() == (course / name).read_bytes()
    with zipfile.ZipFile(tmp_path / "a.kurs") as seen:
        assert seen.testzip() is None
        assert seen.namelist() == ["kurs/dag-1/svaret.md", "kurs/kurs.md", "kurspakke.json"]


def test_the_same_course_gives_the_same_bytes(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """From another folder, at another time, in whatever order the disk lists it."""
    other = write_course(tmp_path / "annet" / "sted")
    for number, folder in enumerate((course, other)):
        pack_course(reader, folder, tmp_path / f"{number}.kurs")
    assert (tmp_path / "0.kurs").read_bytes() == (tmp_path / "1.kurs").read_bytes()


def test_drafts_and_strange_files_stay_at_home(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """They are named, and the package is the course without them; hidden files are no part of a course."""
    (course / "kladd.md").write_text("# Kladd\n\nIkke ferdig.\n", encoding="utf-8")
    (course / "notater.docx").write_bytes(b"PK")
    (course / ".git").mkdir()
    (course / ".git" / "hemmelig.md").write_text("x")
    packed = pack_course(reader, course, tmp_path / "a.kurs")
    assert packed.left_out == ("kladd.md", "notater.docx")
    assert sorted(packed.about.files) == ["dag-1/svaret.md", "kurs.md"]


def test_the_file_is_called_after_the_course(
    course: Path, reader: CourseReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no name is given; an ending that is left out is put on."""
    monkeypatch.chdir(tmp_path)
    assert pack_course(reader, course).path == Path(f"{ID}-1.0.0.kurs")
    assert pack_course(reader, course, tmp_path / "mitt").path == tmp_path / "mitt.kurs"
    assert sorted(path.name for path in tmp_path.glob("*.kurs")) == ["mitt.kurs", f"{ID}-1.0.0.kurs"]


def spoil_version(course: Path) -> None:
    (course / "kurs.md").write_text(COVER.format(id=ID, version="vår", title=TITLE), encoding="utf-8")


def spoil_id(course: Path) -> None:
    (course / "kurs.md").write_text(COVER.format(id="Con", version="1", title=TITLE), encoding="utf-8")


def spoil_session(course: Path) -> None:
    with (course / "dag-1/svaret.md").open("a") as file:
        file.write("\n### Spørsmål: Uten fasit\n- [ ] En\n- [ ] To\n")


def spoil_ids(course: Path) -> None:
    with (course / "dag-1/svaret.md").open("a") as file:
        file.write("\n## En side til\n\nUten id.\n")


def spoil_name(course: Path) -> None:
    (course / "media").mkdir()
    (course / "media" / "nul.png").write_bytes(b"x")


def spoil_two_names(course: Path) -> None:
    (course / "media").mkdir()
    for name in ("a.png", "A.png"):
        (course / "media" / name).write_bytes(b"x")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (spoil_version, "package-version-unclear"),
        (spoil_id, "package-id-unsafe"),
        (spoil_session, "package-has-errors"),
        (spoil_ids, "package-without-ids"),
        (spoil_name, "package-name-unsafe"),
        (spoil_two_names, "package-names-meet"),
    ],
)
def test_a_course_that_is_not_ready_is_not_packed(
    spoil: Callable[[Path], None], code: str, course: Path, reader: CourseReader, tmp_path: Path
) -> None:
    """And a package that was there stays as it was."""
    target = tmp_path / "a.kurs"
    target.write_bytes(b"fra i fjor")
    spoil(course)
    with pytest.raises(KursappError) as refused:
        pack_course(reader, course, target)
    assert refused.value.problem.code == code
    assert target.read_bytes() == b"fra i fjor"


def test_a_note_has_a_length(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """Two thousand characters, and not one more."""
    pack_course(reader, course, tmp_path / "a.kurs", "x" * 2_000)
    with pytest.raises(KursappError) as refused:
        pack_course(reader, course, tmp_path / "b.kurs", "x" * 2_001)
    assert refused.value.problem.code == "package-note-long"


def test_what_cannot_be_read_back_is_not_handed_on(
    course: Path, reader: CourseReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package is opened as a participant's program will before it gets its name."""
    write = packing.write_package

    def write_badly(*words: object) -> object:
        about = write(*words)  # type: ignore[arg-type]
        words[-1].seek(60)  # type: ignore[attr-defined]
        words[-1].write(b"xx")  # type: ignore[attr-defined]
        return about

    monkeypatch.setattr(packing, "write_package", write_badly)
    with pytest.raises(KursappError) as refused:
        pack_course(reader, course, tmp_path / "a.kurs")
    assert refused.value.problem.code.startswith("archive-")
    assert not [path for path in tmp_path.iterdir() if path.name not in ("kurs", "cache", "data")]


def test_a_folder_with_something_in_it_is_not_unpacked_into(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """What is there stays, and nothing is added; an empty folder is filled."""
    pack_course(reader, course, tmp_path / "a.kurs")
    full, empty = tmp_path / "full", tmp_path / "tom"
    full.mkdir()
    (full / "mitt.txt").write_text("x")
    with pytest.raises(KursappError) as refused:
        unpack_course(tmp_path / "a.kurs", full, reader)
    assert refused.value.problem.code == "folder-not-empty"
    assert [path.name for path in full.iterdir()] == ["mitt.txt"]
    empty.mkdir()
    unpack_course(tmp_path / "a.kurs", empty, reader)
    assert (empty / "kurs.md").exists()


def test_a_package_of_another_course_than_it_says(course: Path, reader: CourseReader, tmp_path: Path) -> None:
    """The manifest is honest about the files and not about the course: nothing is unpacked."""
    write_kurs(course, tmp_path / "a.kurs", "9.0.0")
    with pytest.raises(KursappError) as refused:
        unpack_course(tmp_path / "a.kurs", tmp_path / "ut", reader)
    assert refused.value.problem.code == "package-other-course"
    assert not (tmp_path / "ut").exists()
