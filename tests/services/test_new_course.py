"""The course that ``kursapp new`` writes: sound, complete, and called after its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp import paths
from kursapp.domain.case import Case
from kursapp.domain.course import Checklist, PageKind
from kursapp.domain.page_items import blocks_of
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.question import Reflection, Workbook
from kursapp.services import new_course as made
from kursapp.services.check_course import check_course
from kursapp.services.new_course import LONGEST_TITLE, course_id, course_title, new_course
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker
from tests.answer_key import all_questions, key_to, wrong_answers

TEMPLATE = paths.assets() / "nytt-kurs"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourseReader]:
    """Return a reader with its worker."""
    with Worker() as worker:
        yield CourseReader(worker, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def opened(reader: CourseReader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedCourse]:
    """Make a course, and open it."""
    folder = tmp_path_factory.mktemp("nytt") / "Første_kurs-i Ås"
    new_course(TEMPLATE, folder)
    course = reader.open(folder)
    yield course
    course.close()


def test_it_is_called_after_its_folder(opened: OpenedCourse) -> None:
    """The id is ASCII, the title reads as words."""
    assert (opened.course.id, opened.course.title) == ("foerste-kurs-i-aas", "Første kurs i Ås")


def test_nothing_is_wrong_with_it(reader: CourseReader, opened: OpenedCourse) -> None:
    """Not a single finding: it is an example to follow."""
    assert check_course(reader, opened.root) == ()


def test_it_shows_the_format(opened: OpenedCourse) -> None:
    """Questions of at least five kinds, a case, a workbook, a reflection, a checklist, a quiz and an evaluation."""
    pages = [page for head in opened.course.sessions() for page in opened.session(head.id).pages]
    assert {page.kind for page in pages} == set(PageKind)
    assert len({type(question) for question in all_questions(opened)}) >= 5
    shown = {type(block) for page in pages for block in blocks_of(page)}
    assert {Case, Workbook, Reflection, Checklist} <= shown
    assert opened.course.requirements
    assert opened.course.glossary


def test_every_question_answered_by_its_key_is_full_marks(world, opened: OpenedCourse) -> None:
    """Through the service, as a participant answers; a wrong answer is less."""
    desk = world.participant.on(opened)
    for question in all_questions(opened):
        full = desk.take.answer(question, key_to(question)).score
        assert full.right is not False, question.id
        for wrong in wrong_answers(question):
            assert desk.take.answer(question, wrong).score.points < full.points or full.maximum == 0, question.id


def test_its_files_are_the_templates_byte_for_byte(opened: OpenedCourse) -> None:
    """Only the cover is called otherwise."""
    for source in TEMPLATE.rglob("*"):
        if source.is_file() and source.name != "kurs.md":
            assert (opened.root / source.relative_to(TEMPLATE)).read_bytes() == source.read_bytes()


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """Nothing is written beside what is there."""
    (tmp_path / "mitt.md").write_text("mitt", encoding="utf-8")
    with pytest.raises(KursappError) as refused:
        new_course(TEMPLATE, tmp_path)
    assert refused.value.problem.code == "folder-not-empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mitt.md"]


def test_it_can_be_called_anything(tmp_path: Path) -> None:
    """By a title, on one line and no longer than titles are."""
    new_course(TEMPLATE, tmp_path / "a", "  Å lede\n godt ")
    assert "# Å lede godt\n" in (tmp_path / "a" / "kurs.md").read_text("utf-8")
    assert "id: aa-lede-godt\n" in (tmp_path / "a" / "kurs.md").read_text("utf-8")
    new_course(TEMPLATE, tmp_path / "b", "x" * 1000)
    assert f"# {'x' * LONGEST_TITLE}\n" in (tmp_path / "b" / "kurs.md").read_text("utf-8")


def test_its_files_are_documents_like_others(tmp_path: Path) -> None:
    """Folder and files are as readable as the person's other ones, not private as the program's own."""
    (tmp_path / "tom").mkdir()
    for name in ("ny", "tom"):
        new_course(TEMPLATE, tmp_path / name)
        plain = tmp_path / f"{name}-vanlig"
        (plain / "dag-1").mkdir(parents=True)
        (plain / "kurs.md").touch()
        for path in ("", "dag-1", "kurs.md"):
            assert (tmp_path / name / path).stat().st_mode == (plain / path).stat().st_mode


def test_a_course_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a new folder nor a part of one that was empty."""
    real, left = made.write_bytes, [0]

    def full(path: Path, data: bytes, mode: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise refusal("disk-full", file=path.name, folder=path.parent)
        real(path, data, mode)

    monkeypatch.setattr(made, "write_bytes", full)
    (tmp_path / "tom").mkdir()
    for name in ("ny", "tom"):
        for files in range(5):
            left[0] = files
            with pytest.raises(KursappError) as refused:
                new_course(TEMPLATE, tmp_path / name)
            assert refused.value.problem.code == "disk-full"
            assert [path.name for path in tmp_path.rglob("*")] == ["tom"]


def test_in_an_empty_folder_the_cover_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a folder that is the root of a stick is no course before all of it is there."""
    written: list[str] = []
    real = made.write_bytes

    def noted(path: Path, data: bytes, mode: int) -> None:
        written.append(path.name)
        real(path, data, mode)

    monkeypatch.setattr(made, "write_bytes", noted)
    inode = tmp_path.stat().st_ino
    new_course(TEMPLATE, tmp_path)
    assert written[-1] == "kurs.md"
    assert len(written) > 5
    assert tmp_path.stat().st_ino == inode


@given(st.text())
def test_any_name_gives_an_id_and_a_title(name: str) -> None:
    """The id is letters, digits and single hyphens; neither is ever empty or more than a line."""
    made_id = course_id(name)
    assert made_id.isascii()
    assert made_id.replace("-", "").isalnum()
    assert "--" not in made_id
    assert not made_id.startswith("-")
    assert not made_id.endswith("-")
    assert course_title(name).strip()
    assert len(course_title(name).splitlines()) == 1
