"""A coordinator for the clock: a simulated cohort of the flagship course and the answer files of made-up people."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.flagship import flagship
from kursapp.delivery.answer_file import SUFFIX, seal
from kursapp.domain.submission import Submission
from kursapp.services.clock import SystemClock
from kursapp.services.cohort_cards import CohortDraft
from kursapp.services.coordinator import Coordinator
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.services.made_up import MadeUpPerson
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker

FORM = "eval-etter"
STARTS = date(2026, 1, 12)


@contextmanager
def coordinator(data: Path, url: str = "") -> Iterator[Coordinator]:
    """Open the rooms of simulated cohorts under a data folder."""
    opened = CoordinatorDoor(data, SystemClock(), url).simulated()
    try:
        yield opened
    finally:
        opened.close()


def settle_in(data: Path, answers: Path, count: int) -> str:
    """Make a cohort and the answer files of ``count`` people in a folder; return the cohort's id."""
    with coordinator(data) as made, flagship_opened(data) as opened:
        return hand_in(made, opened, STARTS, answers, count)


@contextmanager
def flagship_opened(data: Path) -> Iterator[OpenedCourse]:
    """Open the flagship course, with its cache under a data folder."""
    with Worker() as worker:
        opened = CourseReader(worker, data / "cache").open(flagship())
        try:
            yield opened
        finally:
            opened.close()


def hand_in(made: Coordinator, opened: OpenedCourse, starts: date, answers: Path, count: int) -> str:
    """Make a cohort, and the answer files of ``count`` people in a folder of their own; return the cohort's id.

    The files are written without waiting for the disk: that is not what is measured.
    """
    answers.mkdir(parents=True)
    ends = starts + timedelta(days=160)
    draft = CohortDraft(f"Målekull {starts}", starts, ends, ends + timedelta(days=365), count, form_ids=(FORM,))
    card = made.create(draft, opened)
    made.recovery_code(card.id)
    made.publish(card.id, answers.parent)
    cohort = made.cohort(card.id)
    form = cohort.form(FORM)
    person = MadeUpPerson(Random(7), cohort.language)
    for number in range(count):
        sent = Submission(card.id, FORM, form.digest, secrets.token_hex(16), answers=person.answer(form.form))
        (answers / f"{number:06}{SUFFIX}").write_bytes(seal(sent, cohort))
    return card.id
