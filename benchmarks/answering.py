"""Answering for the clock: a participant's real file, the choice questions of a course, and the disk's own time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event

from kursapp.domain.page_items import questions_of
from kursapp.domain.question import ChoiceQuestion
from kursapp.domain.response import Chosen
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import Participant
from kursapp.services.take_course import TakeCourse
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from kursapp.worker import Worker


class Answering:
    """Answers choice questions through the service; ``commits`` counts what reached the disk."""

    def __init__(self, opened: OpenedCourse, profile: ProfileFile) -> None:
        self._take: TakeCourse = Participant(profile, SystemClock()).on(opened).take
        self._take.enrol()
        pages = [page for head in opened.course.sessions() for page in opened.session(head.id).pages]
        found = [question for page in pages for question in questions_of(page)]
        self.questions = [question for question in found if isinstance(question, ChoiceQuestion)]
        self.commits = 0
        event.listen(Engine, "before_cursor_execute", self._count)

    def answer(self, question: ChoiceQuestion) -> None:
        """Answer one question with its first option; when this returns, the answer is on the disk."""
        self._take.answer(question, Chosen((question.options[0].id,)))

    def close(self) -> None:
        """Count no more."""
        event.remove(Engine, "before_cursor_execute", self._count)

    def _count(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.commits += statement.startswith("COMMIT")


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
        desk.close()
        opened.close()
        profile.close()


def write_through(file: Path) -> None:
    """Append a page to a file and wait until the disk has it: what nothing durable can be quicker than."""
    with file.open("ab") as target:
        target.write(bytes(4096))
        target.flush()
        os.fsync(target.fileno())
