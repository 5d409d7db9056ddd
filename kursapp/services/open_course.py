"""Opens courses to be read: the outline at once, a session when it is asked for."""

from __future__ import annotations

import copy
import hashlib
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kursapp.content.cache import CourseCache, StoredCourse, figure_name
from kursapp.content.codec import decode
from kursapp.content.page_marks import item_mark, page_mark
from kursapp.content.reading import open_course
from kursapp.domain.course import Fact, QuizSettings, Session
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import KursappError, Problem
from kursapp.domain.question import Question

# What reads files anew, or packages, is imported where it is needed: the first page waits for every import.
if TYPE_CHECKING:
    from kursapp.worker import Worker


class OpenedCourse:
    """A course as it was on disk when it was opened. Any thread may ask it for anything.

    A session is decoded at its first asking and kept. ``close`` when done: it may hold temporary files.
    """

    def __init__(self, root: Path, stored: StoredCourse, cache: CourseCache) -> None:
        self.root = root
        self.course = stored.outline()
        self._stored = stored
        self._cache = cache
        self._lock = threading.Lock()
        self._sessions: dict[str, Session] = {}
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of what its files hold, in hex: the same wherever the course lies."""
        files = sorted((file, known.hash) for file, known in self._stored.snapshot.files.items())
        return hashlib.sha256(
            "\n".join(f"{file}\t{held}" for file, held in files).encode(errors="surrogateescape")
        ).hexdigest()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the course, by file and line."""
        return decode(self._stored.data.problems, tuple[Problem, ...])

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of ``kilder.md``."""
        return decode(self._stored.data.facts, tuple[Fact, ...])

    def session(self, session_id: str) -> Session:
        """Return a session, also one of a bank. KeyError where the course has none of this id."""
        with self._lock:
            if session_id not in self._sessions:
                self._sessions[session_id] = decode(self._stored.data.sessions[session_id], Session)
            return self._sessions[session_id]

    def glance(self, session_id: str) -> Session:
        """Return a session that is looked through once: unlike ``session`` it is not kept."""
        with self._lock:
            known = self._sessions.get(session_id)
        return known or decode(self._stored.data.sessions[session_id], Session)

    def session_marks(self) -> dict[str, str]:
        """Return a mark of every session that is shown, by its id: another wherever anything in its file is."""
        data = self._stored.data.sessions
        return {head.id: hashlib.sha256(data[head.id]).hexdigest() for head in self.course.sessions()}

    def page_of(self, target_id: str) -> tuple[str, str] | None:
        """Return the session and page an id is on: a session's (its first page), a page's, or an item's."""
        return self._pages.get(target_id)

    @cached_property
    def _pages(self) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for head in self.course.sessions(banks=True):
            for page in head.pages:
                found.setdefault(head.id, (head.id, page.id))
                found.setdefault(page.id, (head.id, page.id))
                for item in page.items:
                    found.setdefault(item.id, (head.id, page.id))
        return found

    def page_marks(self) -> dict[str, str]:
        """Return a mark of every page's content by the page's id, for telling what another version has changed."""
        files = {file: known.hash for file, known in self._stored.snapshot.files.items()}
        return {
            page.id: page_mark(page, files) for head in self.course.sessions() for page in self.session(head.id).pages
        }

    def called(self, course_id: str) -> Self:
        """Return the same course under another id: what is answered in it is kept apart. Only this one is closed."""
        other = copy.copy(self)
        other.course = replace(self.course, id=course_id)
        return other

    def bank_marks(self) -> dict[str, str]:
        """Return a mark of every question that is only drawn, by its id."""
        shown = {head.id for head in self.course.sessions()}
        pages = (
            page
            for head in self.course.sessions(banks=True)
            if head.id not in shown
            for page in self.session(head.id).pages
        )
        return {question.id: item_mark(question) for page in pages for question in questions_of(page)}

    def term_marks(self) -> dict[str, str]:
        """Return a mark of every term of the glossary, by the term."""
        return {term.term: item_mark(term) for term in self.course.glossary}

    def bank(self, bank: str) -> tuple[Question, ...]:
        """Return the questions that say ``bank: …``, in the order of the course."""
        found: list[Question] = []
        for head in self.course.sessions(banks=True):
            for page in head.pages:
                if any(item.bank == bank for item in page.items):
                    questions = questions_of(self.session(head.id).page(page.id))
                    found += [question for question in questions if question.settings.bank == bank]
        return tuple(found)

    def question(self, question_id: str) -> Question | None:
        """Return a question of the course, also one that is only drawn; None where it has none of this id."""
        where = self.page_of(question_id)
        if where is None:
            return None
        session_id, page_id = where
        questions = questions_of(self.session(session_id).page(page_id))
        return next((question for question in questions if question.id == question_id), None)

    def quiz(self, page_id: str) -> QuizSettings | None:
        """Return how a page's quiz is run; None where the course has no such page, or it is no quiz."""
        where = self.page_of(page_id)
        return self.session(where[0]).page(where[1]).quiz if where is not None else None

    @cached_property
    def corrections(self) -> Mapping[str, Question]:
        """The questions whose key this version corrects, by id: what its package's change note names."""
        from kursapp.content.change_note import read_change_note
        from kursapp.content.package import kept_manifest

        about = kept_manifest(self.root)
        named = read_change_note(about.note).corrections if about is not None else ()
        found = ((question_id, self.question(question_id)) for question_id in named)
        return {question_id: question for question_id, question in found if question is not None}

    def media(self, path: str) -> Path | None:
        """Return the file of a picture, sound or film that the course shows; None for any other path.

        For an SVG it is the rewritten figure.
        """
        if path not in self._stored.media:
            return None
        svg = self._stored.figures.get(path)
        if svg is None:
            return self.root / self._stored.media[path]
        try:
            return self._cache.figure(svg)
        except KursappError:
            return self._temporary_figure(svg)

    def close(self) -> None:
        """Let go of temporary files."""
        with self._lock:
            if self._temporary:
                self._temporary.cleanup()
                self._temporary = None

    def _temporary_figure(self, svg: str) -> Path:
        """Write a figure where the cache cannot be written to."""
        with self._lock:
            self._temporary = self._temporary or tempfile.TemporaryDirectory(prefix="kursapp-")
            path = Path(self._temporary.name) / figure_name(svg)
            path.write_text(svg, encoding="utf-8")
            return path


class CourseReader:
    """Opens course folders, each at most parsed once: what has not changed comes from the cache."""

    def __init__(self, worker: Worker, cache_folder: Path) -> None:
        self._worker = worker
        self._cache_folder = cache_folder

    def open(self, folder: Path) -> OpenedCourse:
        """Open a course folder.

        Raises ``KursappError`` where there is no course to show: ``course-folder-missing``, ``course-not-a-folder``,
        ``course-folder-unreadable``, ``empty-folder``, ``not-a-course``, ``too-many-files``, ``course-too-large``,
        ``course-too-heavy``, and whatever keeps its cover from being read.
        """
        cache = CourseCache(self._cache_folder, folder.absolute())
        return OpenedCourse(folder.absolute(), open_course(folder, self._worker, cache), cache)

    def open_lone(self, file: Path, data: bytes) -> OpenedCourse:
        """Open a Markdown file that holds ``data`` as a course of its own (``content.lone_file``)."""
        from kursapp.content.lone_file import read_lone

        return OpenedCourse(file.parent, read_lone(file, data, self._worker), CourseCache(self._cache_folder, file))

    def picture_problems(self, name: str, data: bytes) -> tuple[Problem, ...]:
        """Return what is wrong with an image by its bytes."""
        from kursapp.content.lone_file import picture_problems

        return picture_problems(name, data, self._worker)

    def keeping_in(self, cache_folder: Path) -> CourseReader:
        """Return a reader with the same worker and another cache, for a course that is only looked at."""
        return CourseReader(self._worker, cache_folder)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()
