"""An opened course: the outline at once, sessions when asked for, media only from its own list."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000100000000a0802000000") + bytes(40)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/><rect width="3"/></svg>'
QUESTION = "### Spørsmål: {id}?\n<!-- id: {id} | bank: {bank} -->\n"
QUESTION += "- [x] ja <!-- id: {id}-a -->\n- [ ] nei <!-- id: {id}-b -->\n\n"
FILES = {
    "kurs.md": "---\nid: k\n---\n# K\n## Dag 1\n- [A](a.md)\n- [B](b.md)\n## Bank\n- [C](bank/c.md)\n",
    "a.md": "---\nid: a\n---\n# A\n![f](f.svg)\n\n![p](p.png)\n\n" + QUESTION.format(id="q1", bank="d1"),
    "b.md": "---\nid: b\n---\n# B\n" + QUESTION.format(id="q2", bank="annen"),
    "bank/c.md": "---\nid: c\n---\n# C\n" + QUESTION.format(id="q3", bank="d1"),
    "kilder.md": "| Id | Faktum |\n|---|---|\n| F1 | Sant |\n",
    "f.svg": SVG,
    "p.png": PNG,
    "annet.png": PNG,
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return the one worker of these tests."""
    with Worker() as shared:
        yield shared


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the course and return its folder."""
    folder = tmp_path / "kurs"
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def opened(worker: Worker, root: Path, tmp_path: Path) -> Iterator[OpenedCourse]:
    """Open the course, and close it afterwards."""
    course = CourseReader(worker, tmp_path / "cache").open(root)
    yield course
    course.close()


def test_an_opened_course_has_everything_a_reader_needs(opened: OpenedCourse, root: Path) -> None:
    """Outline, sessions, facts and problems, each as it was written."""
    assert opened.root == root
    assert [head.id for head in opened.course.sessions(banks=True)] == ["a", "b", "c"]
    assert opened.session("a").title == "A"
    assert opened.session("c").id == "c"
    assert [fact.text for fact in opened.facts] == ["Sant"]
    assert {found.code for found in opened.problems} == {"svg-simplified", "no-wrong-feedback"}


def test_a_session_is_decoded_once(opened: OpenedCourse) -> None:
    """Asking again gives the same value; an unknown one is a KeyError."""
    assert opened.session("b") is opened.session("b")
    with pytest.raises(KeyError):
        opened.session("borte")


@pytest.mark.parametrize(
    ("target", "place"),
    [("a", ("a", "a/start")), ("a/start", ("a", "a/start")), ("q2", ("b", "b/start")), ("borte", None)],
)
def test_an_id_is_found_on_its_page(opened: OpenedCourse, target: str, place: tuple[str, str] | None) -> None:
    """Sessions, pages and items all have a page."""
    assert opened.page_of(target) == place


def test_a_bank_holds_its_questions_from_pages_and_bank_files(opened: OpenedCourse) -> None:
    """In the order of the course; an unknown bank is empty."""
    assert [question.id for question in opened.bank("d1")] == ["q1", "q3"]
    assert opened.bank("borte") == ()


def test_media_is_only_what_the_course_shows(opened: OpenedCourse, root: Path) -> None:
    """A picture is its own file and a figure its rewritten one; any other path is none of the course's business."""
    assert opened.media("p.png") == root / "p.png"
    figure = opened.media("f.svg")
    assert figure is not None
    assert "script" not in figure.read_text()
    assert "<rect" in figure.read_text()
    for path in ("annet.png", "../kurs/p.png", "/etc/passwd", "a.md", ""):
        assert opened.media(path) is None


def test_figures_are_shown_also_without_a_cache(worker: Worker, root: Path, tmp_path: Path) -> None:
    """Where the cache cannot be written to, the figure lives as long as the opened course."""
    (tmp_path / "fil").write_text("i veien")
    course = CourseReader(worker, tmp_path / "fil").open(root)
    figure = course.media("f.svg")
    assert figure is not None
    assert "<rect" in figure.read_text()
    course.close()
    course.close()
    assert not figure.exists()


def test_what_is_no_course_is_refused(worker: Worker, tmp_path: Path) -> None:
    """The refusal says why."""
    (tmp_path / "tom").mkdir()
    with pytest.raises(KursappError) as refused:
        CourseReader(worker, tmp_path / "cache").open(tmp_path / "tom")
    assert refused.value.problem.code == "empty-folder"


PARSERS = {"markdown", "nh3", "xml.etree", "kursapp.content.parsing", "kursapp.content.exchange"}


def test_the_program_itself_never_loads_a_parser(project: Path) -> None:
    """Importing the service brings in neither Python-Markdown nor the sanitiser, nor what asks the worker for them."""
    code = f"import sys, kursapp.services.open_course; print({PARSERS} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_a_session_can_be_looked_through_without_being_kept(root: Path, tmp_path: Path, worker: Worker) -> None:
    """Whoever reads the whole course once does not fill the memory with it; what is kept anyway is given."""
    opened = CourseReader(worker, tmp_path / "cache").open(root)
    glanced = opened.glance("a")
    assert opened._sessions == {}
    assert opened.session("a") == glanced
    assert opened.glance("a") is opened.session("a")


def test_every_session_that_is_shown_has_a_mark(root: Path, tmp_path: Path, worker: Worker) -> None:
    """Another only where its own file is another; a bank has none."""
    reader = CourseReader(worker, tmp_path / "cache")
    before = reader.open(root).session_marks()
    assert set(before) == {"a", "b"}
    (root / "b.md").write_text("---\nid: b\n---\n# B\nNoe nytt.\n", encoding="utf-8")
    after = reader.open(root).session_marks()
    assert after["a"] == before["a"]
    assert after["b"] != before["b"]
