"""Courses as authors write them, on disk, and what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from kursapp.content.cache import CourseCache
from kursapp.content.codec import decode
from kursapp.content.reading import open_course
from kursapp.content.session import read_session
from kursapp.domain.course import Course, Fact, Session
from kursapp.domain.problem import Problem
from kursapp.worker import Worker

COVER = """
    ---
    id: prove
    versjon: 1.0.0
    språk: nb
    ---
    # Prøvekurs

    ## Dag 1: Start
    {links}
"""


@dataclass(frozen=True)
class ReadCourse:
    """A course that has been opened through the worker."""

    root: Path
    course: Course
    sessions: tuple[Session, ...]
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        """Return the codes of the problems, but for ids that are not written."""
        return [found.code for found in self.problems if found.code != "no-id"]

    def found(self, code: str) -> Problem:
        """Return the one problem with this code."""
        (found,) = (one for one in self.problems if one.code == code)
        return found


WriteCourse = Callable[[Mapping[str, str | bytes]], Path]
OpenFiles = Callable[[Mapping[str, str | bytes]], ReadCourse]


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """Return the one worker these tests share, as the program's screens do."""
    with Worker() as shared:
        yield shared


@pytest.fixture
def write(tmp_path: Path) -> WriteCourse:
    """Return a function that writes a course folder; without a ``kurs.md``, one that lists the other files."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "kurs"
        sessions = [name for name in files if name.endswith(".md") and name not in {"begreper.md", "kilder.md"}]
        links = "\n    ".join(f"- [Økt]({name})" for name in sessions)
        for name, content in {"kurs.md": COVER.format(links=links), **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode())
        return root

    return write_files


@pytest.fixture
def opened(write: WriteCourse, worker: Worker, tmp_path: Path) -> OpenFiles:
    """Return a function that writes a course and opens it through the real worker and cache."""

    def open_files(files: Mapping[str, str | bytes]) -> ReadCourse:
        root = write(files)
        return read_course(root, worker, tmp_path / "cache")

    return open_files


def read_course(root: Path, worker: Worker, cache: Path) -> ReadCourse:
    data = open_course(root, worker, CourseCache(cache, root)).data
    return ReadCourse(
        root,
        decode(data.course, Course),
        tuple(decode(session, Session) for session in data.sessions.values()),
        decode(data.facts, tuple[Fact, ...]),
        decode(data.problems, tuple[Problem, ...]),
    )


@pytest.fixture
def session() -> Callable[[str], tuple[Session, list[Problem]]]:
    """Return a function that reads one session file by itself: ``session(text) -> Session, problems``."""

    def read(text: str) -> tuple[Session, list[Problem]]:
        parsed = read_session("dag-1/okt.md", dedent(text).lstrip("\n").encode())
        return parsed.session, list(parsed.problems)

    return read
