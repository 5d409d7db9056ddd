"""Banks into a course: the old one or the new whatever happens, parted where large, pictures and names along."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.content.folder import Listing
from kursapp.domain.problem import KursappError, Severity, refusal
from kursapp.interchange.formats import read_bank
from kursapp.services import import_questions as module
from kursapp.services.import_questions import import_questions, plan_import
from kursapp.services.new_course import new_course
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a new small course."""
    new_course(paths.assets() / "nytt-kurs", tmp_path / "kurs")
    return tmp_path / "kurs"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[CourseReader]:
    """Return a reader with a worker of its own."""
    with Worker() as worker:
        yield CourseReader(worker, tmp_path / "cache")


def with_pictures() -> bytes:
    """Return a bank with a picture two questions show, one nobody shows, and a text with a name."""
    file = f'<file name="a b.png" path="/" encoding="base64">{base64.b64encode(PNG).decode()}</file>'
    spare = f'<file name="over.png" path="/" encoding="base64">{base64.b64encode(PNG + b"x").decode()}</file>'
    shown = '<![CDATA[<p>Se <img src="@@PLUGINFILE@@/a%20b.png" alt="kart"></p>]]>'
    asked = "".join(
        f'<question type="essay"><name><text>N{number}</text></name><questiontext format="html">'
        f"<text>{shown}</text>{file}{spare}</questiontext></question>"
        for number in (1, 2)
    )
    text = '<question type="description"><name><text>Til slutt</text></name><questiontext format="html">'
    return f"<quiz>{asked}{text}<text>Takk.</text></questiontext></question></quiz>".encode()


def test_a_picture_comes_along_once(folder: Path, reader: CourseReader, tmp_path: Path) -> None:
    """Shown by both questions from one file; one nobody shows is told of, and no finding is left in the course."""
    (tmp_path / "bank.xml").write_bytes(with_pictures())
    done = import_questions(reader, tmp_path / "bank.xml", folder)
    assert [file for file in done.files if file.endswith(".png")] == ["media/bank/a-b.png"]
    assert (folder / "media/bank/a-b.png").read_bytes() == PNG
    assert [(found.code, found.value("title")) for found in done.problems] == [("import-file-unused", "over.png")]
    text = (folder / "bank/bank.md").read_text("utf-8")
    assert text.count("](../media/bank/a-b.png)") == 2
    assert "<!-- ~ Til slutt -->\n\nTakk." in text
    opened = reader.open(folder)
    assert [found for found in opened.problems if found.severity is Severity.ERROR] == []


def test_a_large_bank_is_parted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many questions a file; each file is named on the cover, and no question is lost or doubled."""
    monkeypatch.setattr(module, "MOST_QUESTIONS", 3)
    bank = "\n\n".join(f"Spørsmål {number}? {{T}}" for number in range(8))
    planned = plan_import(read_bank(bank.encode(), "Stor bank.gift"), "Stor bank.gift", folder, "nb")
    texts = {change.file: (change.after or b"").decode() for change in planned.changes}
    assert list(texts) == ["bank/stor-bank.md", "bank/stor-bank-2.md", "bank/stor-bank-3.md", "kurs.md"]
    assert [text.count("### Spørsmål: Spørsmål") for text in texts.values()] == [3, 3, 2, 0]
    assert "- [Stor bank 1](bank/stor-bank.md)\n- [Stor bank 2](bank/stor-bank-2.md)" in texts["kurs.md"]
    assert planned.imported.questions == 8


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_the_cover_keeps_its_bytes(folder: Path, start: bytes) -> None:
    """Line ends and mark stay; all that is new is the section and its line."""
    cover = start + (folder / "kurs.md").read_bytes().replace(b"\n", b"\r\n")
    (folder / "kurs.md").write_bytes(cover)
    change = plan_import(read_bank(b"Sant? {T}", "a.gift"), "a.gift", folder, "nb").changes[-1]
    assert (change.file, change.before) == ("kurs.md", cover)
    after = change.after or b""
    added = b"\r\n## Bank\r\n- [A](bank/a.md)\r\n"
    assert added in after
    assert after.replace(added, b"", 1) == cover


class Killed(BaseException):
    """The power is gone: nothing is tidied up."""


@pytest.mark.parametrize("after", range(4))
def test_a_kill_leaves_the_old_course_or_the_new(
    folder: Path, reader: CourseReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Whenever it comes, the course opens without an error, with all of the bank or none of it."""
    (tmp_path / "bank.xml").write_bytes(with_pictures())
    write, count = module.write_bytes, 0

    def failing(path: Path, data: bytes, mode: int) -> None:
        nonlocal count
        if count == after:
            raise Killed
        count += 1
        write(path, data, mode)

    monkeypatch.setattr(module, "write_bytes", failing)
    if after < 3:
        with pytest.raises(Killed):
            import_questions(reader, tmp_path / "bank.xml", folder)
    else:
        import_questions(reader, tmp_path / "bank.xml", folder)
    opened = reader.open(folder)
    assert [found for found in opened.problems if found.severity is Severity.ERROR] == []
    titles = [item.title for head in opened.course.sessions(banks=True) for page in head.pages for item in page.items]
    assert titles.count("Se kart") == (2 if after == 3 else 0)


def test_a_cover_that_cannot_be_read_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was there when the folder was listed, and then the disk failed."""

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Listing, "read", fail)
    with pytest.raises(KursappError) as told:
        plan_import(read_bank(b"Sant? {T}", "a.gift"), "a.gift", folder, "nb")
    assert told.value.problem.code == "file-not-read"


def test_a_cover_that_is_there_keeps_what_it_names(
    folder: Path, reader: CourseReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk failed when the new cover had its name: the course is the new one, and she is told of the disk."""
    (tmp_path / "bank.gift").write_bytes(b"Sant? {T}")
    write = module.write_bytes

    def fail_after(path: Path, data: bytes, mode: int) -> None:
        write(path, data, mode)
        if path.name == "kurs.md":
            raise refusal("file-not-written", file=path.name, folder=path.parent, reason="EIO")

    monkeypatch.setattr(module, "write_bytes", fail_after)
    with pytest.raises(KursappError):
        import_questions(reader, tmp_path / "bank.gift", folder)
    opened = reader.open(folder)
    assert [found for found in opened.problems if found.severity is Severity.ERROR] == []
    assert (folder / "bank/bank.md").exists()
