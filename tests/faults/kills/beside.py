"""What else writes while a participant answers: the index of the courses, on a thread of its own as in the window."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import cast

from kursapp.domain.course import Prose, Rich, Session
from kursapp.services.open_course import OpenedCourse
from kursapp.services.search import CourseSearch
from tests.faults.course import HERE, SESSIONS, FaultsCourse
from tests.faults.writer import Say

WORD = "tilsynsmelding"
PARAGRAPHS = 200
PAUSE = 0.005
"""Seconds between two pieces of work: without it the writer would get nothing done."""


@dataclass(frozen=True)
class SearchedCourse(FaultsCourse):
    """The course with much to read in it, as the index of the courses asks for it. Another digest is another course."""

    def session_marks(self) -> dict[str, str]:
        """Return another mark for every session of another version."""
        return {each.id: f"{each.id} {self.digest}" for each in SESSIONS.values()}

    def term_marks(self) -> dict[str, str]:
        """Return no terms."""
        return {}

    def glance(self, session_id: str) -> Session:
        """Return a session, with its text."""
        session = self.session(session_id)
        words = f"{WORD} {self.digest} " * 20
        text = tuple(Prose(HERE, Rich(f"<p>{words}</p>", words)) for _ in range(PARAGRAPHS))
        return replace(session, pages=tuple(replace(page, blocks=(*text, *page.blocks)) for page in session.pages))


def index_for_ever(folder: Path, _say: Say) -> None:
    """Index one version of the course after another, from a thread of its own, until the process is gone.

    If it cannot, it is the process that ends: a killing beside which nothing was written would show nothing.
    """

    def index() -> None:
        try:
            search = CourseSearch(_file(folder))
            for number in count():
                search.take_in([_version(number)])
                while search.work().more:
                    time.sleep(PAUSE)
        finally:
            os._exit(1)

    threading.Thread(target=index, daemon=True).start()


def search_is_wrong(folder: Path) -> Sequence[str]:
    """Return what is wrong with the index a killed program left: the next start must be able to search."""
    search = CourseSearch(_file(folder))
    try:
        search.take_in([_version(-1)])
        while search.work(1).more:
            pass
        found = search.find(WORD)
        return () if found.hits else ("the courses cannot be searched",)
    finally:
        search.close()


def _file(folder: Path) -> Path:
    return folder / "cache" / "search.db"


def _version(number: int) -> OpenedCourse:
    opened = SearchedCourse.called("kurs")
    return cast(OpenedCourse, replace(opened, digest=f"versjon {number}"))
