"""Codes on paper: drawn from a hat, typed by hand, and known to the collection as keyed digests only."""

from __future__ import annotations

import secrets

from kursapp.delivery.canonical import canonical_code
from kursapp.domain.problem import refusal
from kursapp.services.marks import Marks
from kursapp.services.office import Held, Office

MOST_CODES = 1000
_LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""Letters and digits nobody takes for one another on paper."""
_GROUP, _GROUPS = 4, 2


def draw_codes(office: Office, held: Held, count: int) -> tuple[str, ...]:
    """Make codes, good once in each round that is open, and return them as they are printed: ``K7PD-3XAM``.

    They are kept nowhere. Raises KursappError: ``cohort-without-codes``, ``cohort-code-count``.
    """
    if not held.cohort.rules.codes:
        raise refusal("cohort-without-codes", name=held.cohort.name)
    if not 0 < count <= MOST_CODES:
        raise refusal("cohort-code-count", most=MOST_CODES)
    codes: set[str] = set()
    while len(codes) < count:
        codes.add("-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)))
    marks = Marks(office.keys(held.id))
    with office.collection.transaction():
        office.collection.cohorts.lock(held.id)
        closed = office.collection.rounds.closed(held.id)
        for form in held.cohort.forms:
            if form.form.id not in closed:
                made = [marks.code(form.form.id, canonical_code(code)) for code in codes]
                office.collection.codes.add(held.id, form.form.id, made)
    # In the order of their letters: the order they were made in is nobody's business.
    return tuple(sorted(codes))
