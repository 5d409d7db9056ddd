"""What people hand the program by mistake: one sentence with the remedy, at its place, and the rest of the course."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.course import Faulty
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker
from tests.cli.conftest import HEAVY, SESSION, Done, SmallCourse

Command = Callable[..., Done]
Open = Callable[[SmallCourse], OpenedCourse]

QUIZ = "dag-1/quiz.md"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> CourseReader:
    """Return the reader the window has, with its worker."""
    with Worker() as worker:
        yield CourseReader(worker, tmp_path_factory.mktemp("cache"))


def check(command: Command, course: SmallCourse, file: str = SESSION) -> dict[str, str | int]:
    """Check a course that has one error in a file, and return it. It has a sentence and a remedy."""
    done = command("check", course.folder, "--format", "json")
    assert (done.code, done.err) == (1, "")
    (found,) = [one for one in json.loads(done.out) if one["severity"] == "error" and one["file"] == file]
    assert found["message"].endswith((".", "?"))
    assert found["remedy"].endswith(".")
    return found


def others_are_there(opened: OpenedCourse, file: str) -> bool:
    """Say whether every session but the one of ``file`` has its pages, and that one is still in its place."""
    heads = list(opened.course.sessions())
    opened.close()
    return len(heads) == 3 and all(head.pages for head in heads if head.file != file)


# Folders that are no course ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: None, "finnes ikke"),
        (lambda folder: folder.mkdir(), "er tom"),
        (lambda folder: folder.write_text("# Kurs"), "er en fil"),
        (lambda folder: (folder.mkdir(), (folder / "notat.md").write_text("# Notat")), "er ikke et kurs"),
    ],
    ids=["missing", "empty", "a file", "not a course"],
)
def test_a_folder_that_is_no_course(
    command: Command, tmp_path: Path, make: Callable[[Path], object], words: str
) -> None:
    """The sentence names the folder and says what to do instead."""
    folder = tmp_path / "valgt"
    make(folder)
    done = command("check", folder)
    assert (done.code, done.out) == (2, "")
    assert str(folder) in done.err
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_a_cover_that_cannot_be_read_is_told_with_its_line(command: Command, course: SmallCourse) -> None:
    """Without its cover there is no course; the sentence says where in it the fault is."""
    cover = (course.folder / "kurs.md").read_text(encoding="utf-8")
    course.write("kurs.md", cover.encode("latin-1"))
    done = command("check", course.folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("kurs.md:4:4: Fila er ikke lagret som UTF-8")


# Files that cannot be read -------------------------------------------------------------------------


def test_a_file_in_latin_1(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """The first letter that is not UTF-8 is pointed at; the rest of the course opens."""
    text = "# Økt\n\n## Side\n\nHer står det blåbær.\n"
    course.write(SESSION, text.encode("latin-1"))
    found = check(command, course)
    assert (found["code"], found["file"], found["line"], found["column"]) == ("not-utf8", SESSION, 1, 3)
    assert others_are_there(reader.open(course.folder), SESSION)


def test_a_file_with_nul_bytes(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """The line of the first one is told; the rest of the course opens."""
    course.write(QUIZ, b"# Quiz\n\n## Quiz: Hva\0?\n")
    found = check(command, course, QUIZ)
    assert (found["code"], found["file"], found["line"]) == ("nul-character", QUIZ, 3)
    assert others_are_there(reader.open(course.folder), QUIZ)


def test_a_page_of_3_megabytes(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """No more than a megabyte of it is ever read; the rest of the course opens."""
    course.write(SESSION, b"# Side\n\n" + b"Ord og atter ord. " * 170_000)
    found = check(command, course)
    assert (found["code"], found["file"]) == ("file-too-large", SESSION)
    assert others_are_there(reader.open(course.folder), SESSION)


def test_a_line_without_end(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """A file with one line of thirty thousand letters is refused at that line."""
    course.write(QUIZ, b"# Quiz\n\n" + b"a" * 30_000)
    found = check(command, course, QUIZ)
    assert (found["code"], found["file"], found["line"]) == ("line-too-long", QUIZ, 3)
    assert others_are_there(reader.open(course.folder), QUIZ)


@pytest.mark.slow
def test_a_text_that_python_markdown_hangs_on(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """The worker's limit ends it: that file says so itself, and every other session is there."""
    course.add(HEAVY)
    found = check(command, course)
    assert (found["code"], found["file"]) == ("file-too-heavy", SESSION)
    opened = reader.open(course.folder)
    first = next(opened.course.sessions())
    assert any(isinstance(block, Faulty) for page in opened.session(first.id).pages for block in page.blocks)
    assert others_are_there(opened, SESSION)


def test_deep_nesting_is_shown_as_it_is_written(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """A quote in a quote a thousand times over is a finding at its line, and its page is shown."""
    line = course.add("> " * 1_000 + "innerst\n")
    found = check(command, course)
    assert (found["code"], found["file"], found["line"]) == ("too-deep", SESSION, line)
    opened = reader.open(course.folder)
    pages = opened.session(next(opened.course.sessions()).id).pages
    assert len(pages) > 3
    assert others_are_there(opened, SESSION)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes there only")
def test_a_file_name_that_is_no_text(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """A name in another encoding is spelt out, and the rest of the course opens."""
    Path(os.fsdecode(os.fsencode(course.folder) + b"/bl\xe5b\xe6r.md")).write_text("# Utkast", encoding="utf-8")
    found = check(command, course, "")
    assert found["code"] == "name-unreadable"
    assert "bl\\xe5b\\xe6r.md" in str(found["message"])
    assert others_are_there(reader.open(course.folder), "")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes there only")
def test_a_course_in_a_folder_whose_name_is_no_text(command: Command, tmp_path: Path, course: SmallCourse) -> None:
    """It is refused in a sentence that can be written anywhere."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bl\xe5"))
    course.folder.rename(folder)
    done = command("check", folder)
    assert (done.code, done.out) == (2, "")
    assert "bl\\xe5" in done.err


# Faults in what is written -------------------------------------------------------------------------


def test_a_missing_image(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """The line of the image is told, with the name it most likes; the page stands with a box in its place."""
    line = course.add("![Et løp](../media/okt.svg)\n")
    found = check(command, course)
    assert (found["code"], found["file"], found["line"]) == ("missing-media", SESSION, line)
    assert "okta.svg" in str(found["message"])
    opened = reader.open(course.folder)
    page = opened.session(next(opened.course.sessions()).id).pages[-1]
    assert [block.codes for block in page.blocks if isinstance(block, Faulty)] == [("missing-media",)]
    assert len(page.blocks) > 2
    assert others_are_there(opened, SESSION)


def test_two_questions_with_one_id(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """The later one gives way, and is told where the first one is."""
    line = course.add("### Refleksjon: Enda en?\n<!-- id: d1-1-s1 -->\n", QUIZ.replace("quiz", "evaluering"))
    done = json.loads(command("check", course.folder, "--format", "json").out)
    (found,) = [one for one in done if one["code"] == "duplicate-id"]
    assert (found["file"], found["line"]) == ("dag-1/evaluering.md", line + 1)
    assert f"{SESSION}:" in found["message"] + found["remedy"]
    opened = reader.open(course.folder)
    assert opened.page_of("d1-1-s1") == ("d1-1", "d1-1-svar")
    assert others_are_there(opened, "")


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/etc/passwd", "C:/Users/kari/notat.md", "..\\..\\notat.md"])
def test_a_link_out_of_the_course(command: Command, course: SmallCourse, reader: CourseReader, target: str) -> None:
    """It is an error at its line, and leads nowhere; its words stay."""
    line = course.add(f"Les [notatet mitt]({target}) først.\n")
    found = check(command, course)
    assert found["line"] == line
    assert found["code"] in {"path-out-of-course", "forbidden-address", "dead-link"}
    opened = reader.open(course.folder)
    last = opened.session(next(opened.course.sessions()).id).pages[-1]
    text = "".join(str(block) for block in last.blocks)
    assert "notatet mitt" in text
    assert "passwd" not in text
    assert 'href="' not in text
    assert others_are_there(opened, "")


def test_a_picture_out_of_the_course(
    command: Command, course: SmallCourse, reader: CourseReader, tmp_path: Path
) -> None:
    """A file beside the course folder is never shown, however it is reached."""
    picture = (paths.assets() / "nytt-kurs/media/okta.svg").read_bytes()
    (tmp_path / "hemmelig.svg").write_bytes(picture)
    course.add("![Skjult](../../hemmelig.svg)\n")
    assert check(command, course)["code"] == "path-out-of-course"
    opened = reader.open(course.folder)
    assert opened.media("../hemmelig.svg") is None
    assert opened.media("../../hemmelig.svg") is None
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_on_disk_out_of_the_course(command: Command, course: SmallCourse, reader: CourseReader) -> None:
    """A symbolic link is no part of the course, wherever it leads."""
    (course.folder / "media/lenke.svg").symlink_to(paths.assets() / "nytt-kurs/media/okta.svg")
    course.add("![Lenke](../media/lenke.svg)\n")
    assert check(command, course)["code"] == "missing-media"
    opened = reader.open(course.folder)
    assert opened.media("media/lenke.svg") is None
    opened.close()
