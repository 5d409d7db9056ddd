"""The courses that come with the program, each opened once: a folder with a cover in ``courses/`` is tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.course import Draw, Page, PageKind, Session, SessionHead
from kursapp.domain.page_items import questions_of
from kursapp.domain.question import Question
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
        """Return the sessions that are read: no quiz and no evaluation is on them."""
        return [
            (head, self.opened.session(head.id))
            for head in self.opened.course.sessions()
            if all(page.kind is PageKind.TEXT for page in head.pages)
        ]

    @cached_property
    def quizzes(self) -> list[Page]:
        """Return the quiz pages."""
        return [page for page in self.pages if page.kind is PageKind.QUIZ]

    def pools(self, quiz: Page) -> list[tuple[int, tuple[Question, ...]]]:
        """Return how many questions each draw of a quiz takes, and what it takes them from."""
        assert quiz.quiz is not None
        own = tuple(questions_of(quiz))
        draws = quiz.quiz.draws or (Draw(len(own)),)
        return [(one.count, self.opened.bank(one.bank) if one.bank else own) for one in draws]

    def written(self, page: Page) -> str:
        """Return a page's lines as the author wrote them."""
        lines = (self.opened.root / page.place.file).read_text(encoding="utf-8").splitlines()
        return "\n".join(lines[page.place.first - 1 : page.place.last])

    def facts_on(self, page: Page) -> set[str]:
        """Return the fact ids the page names."""
        named = _FACTS.findall(self.written(page))
        return {fact.strip() for names in named for fact in names.split(",")}

    def is_made_up(self, page: Page) -> bool:
        """Say whether the page tells its reader that what it tells of is made up."""
        return "oppdikt" in self.written(page).lower()

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
