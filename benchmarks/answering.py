"""Answering for the clock: a participant's real file, the choice questions of a course, and the disk's own time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kursapp.domain.page_items import questions_of
from kursapp.domain.question import ChoiceQuestion
from kursapp.domain.response import Chosen
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.services.take_course import TakeCourse
from kursapp.storage.connection import connect, connect_plainly
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from kursapp.worker import Worker


class Answering:
    """Answers choice questions through the service."""

    def __init__(self, opened: OpenedCourse, profile: ProfileFile) -> None:
        self.profile = profile
        self._take: TakeCourse = Participant(profile, SystemClock()).on(opened).take
        self._take.enrol()
        pages = [page for head in opened.course.sessions() for page in opened.session(head.id).pages]
        found = [question for page in pages for question in questions_of(page)]
        self.questions = [question for question in found if isinstance(question, ChoiceQuestion)]

    def answer(self, question: ChoiceQuestion) -> None:
        """Answer one question with its first option; when this returns, the answer is on the disk."""
        self._take.answer(question, Chosen((question.options[0].id,)))

    def statements(self, question: ChoiceQuestion) -> list[str]:
        """Answer a question, and return what the engine was asked meanwhile."""
        asked: list[str] = []
        driver = self.profile._database.driver
        driver.set_trace_callback(asked.append)
        self.answer(question)
        driver.set_trace_callback(None)
        return asked


@contextmanager
def answering(course: Path, folder: Path) -> Iterator[Answering]:
    """Give what answers the questions of a course, on a new file in ``folder``."""
    folder.mkdir()
    profile = open_profile(folder / "profil.db", create=True)
    with Worker() as worker:
        opened = CourseReader(worker, folder / "cache").open(course)
    desk = Answering(opened, profile)
    try:
        yield desk
    finally:
        opened.close()
        profile.close()


class BareCommits:
    """Commits rows of an answer's size, one at a time, by the driver alone."""

    def __init__(self, file: Path) -> None:
        self._connection = connect_plainly(file)
        self._connection.execute(
            "CREATE TABLE row (id INTEGER PRIMARY KEY, course TEXT, item TEXT, value TEXT, at TEXT)"
        )
        self._connection.close()
        # With every setting the program's own files have.
        self._connection = connect(file)

    def commit(self) -> None:
        """Insert a row; when this returns it is on the disk."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO row (course, item, value, at) VALUES (?, ?, ?, ?)", _ROW)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


_ROW = ("god-barnevernledelse", "d1-q-melding-frist", '{"type":"chosen","ids":["a"]}', "2026-03-09T12:00:00+00:00")


def bare_commits(folder: Path) -> BareCommits:
    """Make a file for bare commits."""
    return BareCommits(folder / "bare.db")


def write_through(file: Path) -> None:
    """Append a page to a file and wait until the disk has it: what nothing durable can be quicker than."""
    with file.open("ab") as target:
        target.write(bytes(4096))
        target.flush()
        os.fsync(target.fileno())
