"""One run of a course: what its participants open, and what its coordinator promises them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from kursapp.domain.form import Form

LEAST_PERSONS, MOST_PERSONS = 5, 10
"""Bounds of the limit k below which nothing is shown."""
LEAST_WITH_REASON = 3
"""The lowest k, allowed only with a reason that stands on the form's first page (DESIGN §5, G1)."""
LEAST_FOR_COMMENTS = 10
"""Persons below which no comment is shown, whatever k is (DESIGN §5, G5)."""
MOST_BREAKDOWNS = 2
ANSWER_FILE_BYTES = 32 * 1024
"""The usual length of every answer file of a form."""


class Role(enum.StrEnum):
    """Who can open the answers: the coordinator, and whoever keeps the key on paper."""

    COORDINATOR = "coordinator"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A public key the answers are sealed to (X25519, 32 bytes). ``id`` is the start of its hash, in hex."""

    id: str
    role: Role
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Rules:
    """What was promised before the first answer; nothing of it changes after publishing.

    ``k`` is the fewest persons anything is shown for, ``reason`` why where it is below five. ``breakdowns`` are the ids
    of at most two background questions. ``keep_until`` is the day the cohort is deleted at the latest.
    """

    keep_until: date
    k: int = LEAST_PERSONS
    reason: str = ""
    breakdowns: tuple[str, ...] = ()
    codes: bool = False


@dataclass(frozen=True, slots=True)
class CohortForm:
    """One form of a cohort: its words, their digest (SHA-256, hex), and the bytes of each of its answer files."""

    form: Form
    digest: str
    length: int = ANSWER_FILE_BYTES


@dataclass(frozen=True, slots=True)
class Cohort:
    """What the cohort file holds; nothing in it is about a person. ``id`` is 128 random bits in hex.

    ``token`` is a secret of the cohort that every answer repeats, so that only those who have the file can answer.
    ``wants_progress``: participants are asked for a named progress file. ``language`` is that of all exports.
    ``sealed_keys`` are the coordinator's keys, sealed to the backup key: whoever has the recovery sheet and this file
    goes on exactly where she was, and knows again what she has collected. Empty before the sheet is made.
    """

    id: str
    name: str
    course_id: str
    course_version: str
    course_title: str
    course_digest: str
    starts: date
    ends: date
    place: str
    organiser: str
    language: str
    rules: Rules
    forms: tuple[CohortForm, ...]
    recipients: tuple[Recipient, ...]
    token: bytes
    wants_progress: bool = False
    simulated: bool = False
    sealed_keys: bytes = b""

    def form(self, form_id: str) -> CohortForm:
        """Return one form; KeyError where the cohort has none of this id."""
        for form in self.forms:
            if form.form.id == form_id:
                return form
        raise KeyError(form_id)
