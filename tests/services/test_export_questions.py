"""Questions out of a course and into another: the same words, keys and pictures, and the losses told."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError, Severity
from kursapp.domain.question import Question, Reflection
from kursapp.interchange.moodle_xml_reader import read_moodle_xml
from kursapp.services.export_questions import QuestionExport, export_questions
from kursapp.services.import_questions import import_questions
from kursapp.services.new_course import new_course
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SESSION = """---
id: okt
---
# Økt

## Side
<!-- id: side -->

### Spørsmål: Hvor er kartet?
<!-- id: q-kart | poeng: 2 -->

![Et kart](../media/kart.png)

- [ ] Her <!-- id: q-kart-a -->
  > Nei.
- [x] Der <!-- id: q-kart-b -->
  > Ja.

### Spørsmål (utfylling): Fyll lukene
<!-- id: q-luke -->

Det er [[én / 1]] leder og [[to / (tre)]] team.

### Arbeidsbok: Kart
<!-- id: wb -->

Skriv noe.
"""


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[CourseReader]:
    """Return a reader with a worker of its own."""
    with Worker() as worker:
        yield CourseReader(worker, tmp_path / "cache")


@pytest.fixture
def opened(tmp_path: Path, reader: CourseReader) -> OpenedCourse:
    """Return a course with a picture in a question, a text with gaps, and a workbook."""
    folder = tmp_path / "kurs"
    new_course(paths.assets() / "nytt-kurs", folder)
    (folder / "dag-1/okt.md").write_text(SESSION, "utf-8")
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media/kart.png").write_bytes(PNG)
    cover = (folder / "kurs.md").read_text("utf-8")
    (folder / "kurs.md").write_text(cover.replace("\n1. ", "\n1. [Økt](dag-1/okt.md)\n1. ", 1), "utf-8")
    return reader.open(folder)


def found(opened: OpenedCourse, title: str) -> Question | Reflection:
    """Return a question of a course by its heading."""
    for head in opened.course.sessions(banks=True):
        for page in opened.session(head.id).pages:
            for block in page.blocks:
                if isinstance(block, Question | Reflection) and block.title == title:
                    return block
    raise KeyError(title)


def test_a_picture_goes_out_and_comes_in_again(opened: OpenedCourse, reader: CourseReader, tmp_path: Path) -> None:
    """Inside the XML, and as a file of the other course; question, key and points are the same."""
    out = tmp_path / "ut.xml"
    done = export_questions(opened, QuestionExport.MOODLE_XML, out, only=["okt"])
    assert done.questions == 2
    assert [file.data for file in read_moodle_xml(out.read_bytes(), "x").files] == [PNG]
    other = tmp_path / "andre"
    new_course(paths.assets() / "nytt-kurs", other)
    came = import_questions(reader, out, other)
    assert came.problems == ()
    assert (other / "media/ut/kart.png").read_bytes() == PNG
    again = reader.open(other)
    assert [each for each in again.problems if each.severity is Severity.ERROR] == []
    before, after = found(opened, "Hvor er kartet?"), found(again, "Hvor er kartet?")
    assert [(one.text.plain, one.right, one.feedback.plain) for one in after.options] == [  # type: ignore[union-attr]
        (one.text.plain, one.right, one.feedback.plain)
        for one in before.options  # type: ignore[union-attr]
    ]
    assert after.settings.points == 2  # type: ignore[union-attr]
    gaps = [found(each, "Fyll lukene").gaps for each in (opened, again)]  # type: ignore[union-attr]
    assert [(gap.answers, gap.menu) for gap in gaps[0]] == [(gap.answers, gap.menu) for gap in gaps[1]]


def test_a_picture_that_is_gone_from_the_disk_stops_nothing(opened: OpenedCourse, tmp_path: Path) -> None:
    """Somebody may take the file away while the course is open."""
    (opened.root / "media/kart.png").unlink()
    out = tmp_path / "ut.xml"
    export_questions(opened, QuestionExport.MOODLE_XML, out, only=["okt"])
    assert read_moodle_xml(out.read_bytes(), "x").files == ()


def test_what_is_no_question_is_counted(opened: OpenedCourse, tmp_path: Path) -> None:
    """A workbook has no place in a bank, and is said to stay behind."""
    done = export_questions(opened, QuestionExport.GIFT, tmp_path / "ut.gift", only=["okt"])
    left = [each for each in done.problems if each.code == "export-items-left-out"]
    assert [(each.value("items"), each.value("count")) for each in left] == [("workbook", "1")]


@pytest.mark.parametrize(
    ("kind", "name", "only", "code"),
    [
        (QuestionExport.GIFT, "borte/x.gift", (), "export-folder-missing"),
        (QuestionExport.GIFT, "x.gift", ("nei",), "export-no-session"),
        (QuestionExport.WORKSHEET, "x.docx", (), "worksheet-no-such-kind"),
    ],
)
def test_what_cannot_be_written_is_refused(
    opened: OpenedCourse, tmp_path: Path, kind: QuestionExport, name: str, only: tuple[str, ...], code: str
) -> None:
    """Each with its code, and no file."""
    with pytest.raises(KursappError) as caught:
        export_questions(opened, kind, tmp_path / name, Unwatched(), only)
    assert caught.value.problem.code == code
    assert not (tmp_path / name).exists()


def test_a_course_without_questions_of_a_kind_is_refused(opened: OpenedCourse, tmp_path: Path) -> None:
    """An empty bank is no bank."""
    (opened.root / "dag-1/okt.md").write_text(SESSION.split("### Spørsmål:")[0] + "\nTekst.\n", "utf-8")
    with Worker() as worker:
        bare = CourseReader(worker, tmp_path / "cache").open(opened.root)
    with pytest.raises(KursappError) as caught:
        export_questions(bare, QuestionExport.AIKEN, tmp_path / "x.txt", only=["okt"])
    assert caught.value.problem.code == "export-no-questions"
