"""The courses that come with the program, each opened once: a folder with a cover in ``courses/`` is tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.course import Page, PageKind, Session, SessionHead
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker

FOLDERS = sorted(folder for folder in paths.bundled_courses().iterdir() if (folder / "kurs.md").is_file())

_FACTS = re.compile(r"<!--\s*fakta:\s*([^|]*?)\s*-->")


@dataclass(frozen=True)
class BundledCourse:
    """A course as it is read, and its files as they are written."""

    opened: OpenedCourse

    @cached_property
    def sessions(self) -> list[tuple[SessionHead, Session]]:
        """Return the sessions in order, those of banks last."""
        return [(head, self.opened.session(head.id)) for head in self.opened.course.sessions(banks=True)]

    @cached_property
    def pages(self) -> list[Page]:
        """Return every page in order."""
        return [page for _, session in self.sessions for page in session.pages]

    @cached_property
    def lessons(self) -> list[tuple[SessionHead, Session]]:
        """Return the sessions of days that are read: no quiz and no evaluation is on them."""
        days = {head.id for module in self.opened.course.days() for head in module.sessions}
        return [
            (head, session)
            for head, session in self.sessions
            if head.id in days and all(page.kind is PageKind.TEXT for page in session.pages)
        ]

    @cached_property
    def quizzes(self) -> list[Page]:
        """Return the quiz pages."""
        return [page for page in self.pages if page.kind is PageKind.QUIZ]

    def written(self, page: Page) -> str:
        """Return a page's lines as the author wrote them."""
        lines = (self.opened.root / page.place.file).read_text(encoding="utf-8").splitlines()
        return "\n".join(lines[page.place.first - 1 : page.place.last])

    def facts_on(self, page: Page) -> set[str]:
        """Return the fact ids the page names."""
        named = _FACTS.findall(self.written(page))
        return {fact.strip() for names in named for fact in names.split(",")}

    def figures(self) -> list[Path]:
        """Return the course's SVG files."""
        return sorted(self.opened.root.rglob("*.svg"))


@pytest.fixture(scope="session", params=FOLDERS, ids=lambda folder: folder.name)
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BundledCourse]:
    """Open one of the bundled courses, through the worker."""
    with Worker() as worker:
        opened = CourseReader(worker, tmp_path_factory.mktemp("cache")).open(request.param)
    yield BundledCourse(opened)
    opened.close()
