"""Envelopes made by someone who has the cohort file and ill will."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from kursapp.delivery.answer_file import KIND, seal
from kursapp.delivery.envelope import Addressed, open_sealed
from kursapp.delivery.envelope import seal as seal_envelope
from kursapp.domain.cohort import Cohort
from kursapp.vault.keys import Opener
from tests.delivery.small_cohort import Keys, submission


def addressed(cohort: Cohort, form_id: str = "etter") -> Addressed:
    """Return the address of a form's answer files."""
    form = cohort.form(form_id)
    return Addressed(cohort.id, form.digest, cohort.recipients, form.length)


def body_of(cohort: Cohort, keys: Keys, form_id: str = "etter") -> dict[str, Any]:
    """Return the body of a sound answer file as plain values."""
    data = seal(submission(cohort, form_id), cohort)
    _, content = open_sealed(KIND, data, addressed(cohort, form_id), Opener(keys.coordinator.private))
    found: dict[str, Any] = msgspec.json.decode(content)
    return found


def with_body(cohort: Cohort, write: Callable[[str], bytes], form_id: str = "etter") -> bytes:
    """Return a sound envelope around whatever is written; ``write`` is given the binding."""
    return seal_envelope(KIND, addressed(cohort, form_id), write)


def forged(cohort: Cohort, body: dict[str, Any], form_id: str = "etter") -> bytes:
    """Return a sound envelope around a body, with the right binding in it."""
    return with_body(cohort, lambda binding: msgspec.json.encode({**body, "binding": binding}), form_id)
