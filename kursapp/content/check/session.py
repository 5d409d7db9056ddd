"""All the findings one session gives by itself; they are cached with the session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kursapp.content.check.evaluations import check_evaluations
from kursapp.content.check.personal_data import check_personal_data
from kursapp.content.check.questions import check_questions
from kursapp.domain.course import Session
from kursapp.domain.problem import Problem


def check_session(session: Session, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Yield the stylistic findings of a session that has been read from ``(line number, text)`` lines."""
    yield from check_questions(session)
    yield from check_evaluations(session)
    yield from check_personal_data(session.file, lines)
