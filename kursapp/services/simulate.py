"""A simulated cohort: made-up participants whose sealed answer files are as real ones, and never meet real ones."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kursapp.delivery.answer_file import SUFFIX, seal
from kursapp.delivery.files import write_unmarked
from kursapp.domain.cohort import MOST_BREAKDOWNS, Cohort
from kursapp.domain.course import EvaluationType
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.form import Form
from kursapp.domain.problem import refusal
from kursapp.domain.submission import Submission
from kursapp.services.cohort_cards import CohortCard, CohortDraft, CourseOffer, PublishedCohort
from kursapp.services.coordinator import Coordinator
from kursapp.services.made_up import Deck, MadeUpPerson
from kursapp.services.offer_forms import OfferedCourse

MOST_FILES = 100_000
_DAYS, _KEPT = 160, 365
_STAY_AWAY = 6
"""One in so many of those invited does not answer."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """A simulated cohort as it was made: its file, the form that was answered, and the answer files."""

    card: CohortCard
    published: PublishedCohort
    form_id: str
    files: tuple[Path, ...]


def simulate(
    coordinator: Coordinator,
    course: OfferedCourse,
    folder: Path,
    *,
    count: int,
    seed: int,
    starts: date,
    form_id: str = "",
    name: str = "",
    watch: Watch | None = None,
) -> Simulated:
    """Make a simulated cohort of a course, and ``count`` answer files to one of its forms in a folder.

    ``form_id`` empty means the form of the end of the course. Equal seeds give equal answers (under other keys and
    ids). Raises KursappError: ``simulate-count``, ``simulate-not-here`` (the coordinator's cohorts are real),
    ``cohort-form-unknown``, and as ``files.writing``.
    """
    if not coordinator.simulated:
        raise refusal("simulate-not-here")
    if not 0 < count <= MOST_FILES:
        raise refusal("simulate-count", most=MOST_FILES)
    offer = coordinator.offer(course)
    form = _form(offer, form_id)
    card = coordinator.create(_draft(offer, form, name or f"Simulert kull {seed}", count, starts), course)
    coordinator.recovery_code(card.id)
    published = coordinator.publish(card.id, folder)
    cohort = coordinator.cohort(card.id)
    files = answer_files(cohort, form.id, folder, count=count, seed=seed, watch=watch or Unwatched())
    return Simulated(coordinator.card(card.id), published, form.id, files)


def answer_files(
    cohort: Cohort, form_id: str, folder: Path, *, count: int, seed: int, watch: Watch
) -> tuple[Path, ...]:
    """Write the sealed answers of so many made-up people to one form of a simulated cohort."""
    if not cohort.simulated:
        raise refusal("simulate-not-here")
    form = cohort.form(form_id)
    deck = Deck(Random(f"{seed}/{form_id}"), cohort.language)  # noqa: S311 - made up
    files = []
    for number in range(count):
        if watch.cancelled():
            break
        # Each person from a state of her own, so that a larger cohort begins with the same people.
        person = MadeUpPerson(Random(f"{seed}/{form_id}/{number}"), cohort.language, deck)  # noqa: S311 - made up
        sent = Submission(cohort.id, form_id, form.digest, secrets.token_hex(16), answers=person.answer(form.form))
        files.append(write_unmarked(folder, seal(sent, cohort), SUFFIX))
        watch.progress(number + 1, count)
    return tuple(files)


def _form(offer: CourseOffer, form_id: str) -> Form:
    for form in (*offer.forms, *offer.quizzes):
        if form.id == form_id or (not form_id and form.type is EvaluationType.AFTER):
            return form
    raise refusal("cohort-form-unknown", form=form_id or EvaluationType.AFTER)


def _draft(offer: CourseOffer, form: Form, name: str, count: int, starts: date) -> CohortDraft:
    ends = starts + timedelta(days=_DAYS)
    return CohortDraft(
        name=name,
        starts=starts,
        ends=ends,
        keep_until=ends + timedelta(days=_KEPT),
        invited=count + count // _STAY_AWAY,
        breakdowns=tuple(item.id for item in offer.backgrounds)[:MOST_BREAKDOWNS],
        form_ids=tuple(dict.fromkeys((*(each.id for each in offer.forms), form.id))),
    )
