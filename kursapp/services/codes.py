"""Codes on paper: drawn from a hat, typed by hand, and known to the collection as keyed digests only.

A slip has a code of its own for every round: one code in two of them would tie two forms of one person together.
"""

from __future__ import annotations

import secrets

from kursapp.delivery.canonical import canonical_code
from kursapp.domain.cohort import CohortForm
from kursapp.domain.problem import refusal
from kursapp.services.marks import Marks
from kursapp.services.office import Held, Office

MOST_SLIPS = 1000
_LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""Letters and digits nobody takes for one another on paper."""
_GROUP, _GROUPS = 4, 2


def draw_codes(office: Office, held: Held, count: int) -> tuple[str, ...]:
    """Make slips to print, with a code for each round that is open, and return their words: ``Dag 1: K7PD-3XAM``.

    They are kept nowhere, and come in no order. Raises KursappError: ``cohort-without-codes``,
    ``cohort-code-count``, ``cohort-codes-closed`` where no round is open.
    """
    if not held.cohort.rules.codes:
        raise refusal("cohort-without-codes", name=held.cohort.name)
    if not 0 < count <= MOST_SLIPS:
        raise refusal("cohort-code-count", most=MOST_SLIPS)
    with office.collection.transaction():
        office.collection.cohorts.lock(held.id)
        closed = office.collection.rounds.closed(held.id)
        forms = [form for form in held.cohort.forms if form.form.id not in closed]
        if not forms:
            raise refusal("cohort-codes-closed", name=held.cohort.name)
        drawn = {form.form.id: _new_codes(count) for form in forms}
        marks = Marks(office.keys(held.id))
        for form_id, codes in drawn.items():
            made = [marks.code(form_id, canonical_code(code)) for code in codes]
            office.collection.codes.add(held.id, form_id, made)
    return tuple(_slip(forms, [drawn[form.form.id][number] for form in forms]) for number in range(count))


def _new_codes(count: int) -> list[str]:
    codes: set[str] = set()
    while len(codes) < count:
        codes.add("-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)))
    return list(codes)


def _slip(forms: list[CohortForm], codes: list[str]) -> str:
    lines = [f"{form.form.title}: {code}" for form, code in zip(forms, codes, strict=True)]
    # Slips stand in one text: an empty line is where to cut.
    return "\n".join(lines) + ("\n" if len(lines) > 1 else "")
