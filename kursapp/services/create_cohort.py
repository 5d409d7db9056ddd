"""Making a cohort: what the coordinator decided, checked, with keys of its own. Nothing leaves the machine here."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from unicodedata import category

from kursapp.delivery.canonical import length_for
from kursapp.domain.cohort import (
    LEAST_PERSONS,
    LEAST_WITH_REASON,
    MOST_BREAKDOWNS,
    MOST_PERSONS,
    Cohort,
    CohortForm,
    Recipient,
    Role,
    Rules,
)
from kursapp.domain.form import Form
from kursapp.domain.forms import digest_of
from kursapp.domain.problem import refusal
from kursapp.services.cohort_cards import CohortDraft, CourseOffer
from kursapp.services.offer_forms import OfferedCourse, offer_of
from kursapp.services.office import Held, Office
from kursapp.vault.digests import recipient_id
from kursapp.vault.keys import new_pair
from kursapp.vault.safe import new_cohort_keys

LONGEST_NAME = 120
TOKEN_BYTES = 16
MOST_INVITED = 100_000
_UNSEEN = {"Cc": " ", "Cf": "", "Cs": ""}
"""What stands for letters nobody sees, by their Unicode category."""


def create_cohort(office: Office, draft: CohortDraft, course: OfferedCourse) -> Held:
    """Make a cohort of a course. Raises KursappError for what a draft may not say (``Coordinator.create``)."""
    forms = _chosen(draft, offer_of(course))
    checked = check_draft(draft, forms)
    cohort_id, keys = secrets.token_hex(16), new_cohort_keys()
    cohort = Cohort(
        id=cohort_id,
        name=checked.name,
        course_id=course.course.id,
        course_version=course.course.version,
        course_title=course.course.title,
        course_digest=course.digest,
        starts=checked.starts,
        ends=checked.ends,
        place=checked.place,
        organiser=checked.organiser or _one_line(course.course.organiser),
        language=checked.language,
        rules=Rules(checked.keep_until, checked.k, checked.reason, checked.breakdowns, checked.codes),
        forms=tuple(CohortForm(form, digest_of(form), length_for(form)) for form in forms),
        # The sheet that stands for the second key is made later; until then nobody holds it.
        recipients=recipients_of(keys.pair.public, new_pair().public),
        token=secrets.token_bytes(TOKEN_BYTES),
        wants_progress=checked.wants_progress,
        simulated=office.simulated,
    )
    office.safe.add(cohort_id, keys)
    return office.keep(cohort, checked.invited)


def recipients_of(coordinator: bytes, backup: bytes) -> tuple[Recipient, ...]:
    """Return the two that answers are sealed to, by their public keys."""
    return tuple(
        Recipient(recipient_id(key), role, key)
        for role, key in ((Role.COORDINATOR, coordinator), (Role.BACKUP, backup))
    )


def check_draft(draft: CohortDraft, forms: Sequence[Form]) -> CohortDraft:
    """Return a draft with its texts on one line each. Raises KursappError for what it may not say."""
    tidy = replace(
        draft,
        name=_one_line(draft.name),
        place=_one_line(draft.place),
        organiser=_one_line(draft.organiser),
        reason=_one_line(draft.reason),
    )
    if not tidy.name:
        raise refusal("cohort-name-missing")
    if len(tidy.name) > LONGEST_NAME:
        raise refusal("cohort-name-long", most=LONGEST_NAME)
    if tidy.ends < tidy.starts:
        raise refusal("cohort-dates", starts=tidy.starts, ends=tidy.ends)
    if tidy.keep_until < tidy.ends:
        raise refusal("cohort-keep-until", ends=tidy.ends)
    if not 0 < tidy.invited <= MOST_INVITED:
        raise refusal("cohort-invited", most=MOST_INVITED)
    _check_limit(tidy)
    _check_breakdowns(tidy, forms)
    return tidy


def keep_until_for(ends: date, forms: Iterable[Form]) -> date:
    """Return the day to propose for deletion: half a year after the end, a year where there is a follow-up form."""
    late = any(form.type is not None and form.type.value == "follow_up" for form in forms)
    months = 12 if late else 6
    year, month = divmod(ends.month - 1 + months, 12)
    # The 28th is there every month.
    return date(ends.year + year, month + 1, min(ends.day, 28))


def _check_limit(draft: CohortDraft) -> None:
    if not LEAST_WITH_REASON <= draft.k <= MOST_PERSONS or LEAST_WITH_REASON < draft.k < LEAST_PERSONS:
        raise refusal("cohort-limit", least=LEAST_PERSONS, most=MOST_PERSONS, exception=LEAST_WITH_REASON)
    if draft.k < LEAST_PERSONS and not draft.reason:
        raise refusal("cohort-limit-reason", least=LEAST_PERSONS, k=draft.k)


def _check_breakdowns(draft: CohortDraft, forms: Sequence[Form]) -> None:
    offered = {item.id for form in forms for item in form.backgrounds()}
    wanted = draft.breakdowns
    if len(wanted) > MOST_BREAKDOWNS or len(set(wanted)) < len(wanted) or not set(wanted) <= offered:
        raise refusal("cohort-breakdowns", most=MOST_BREAKDOWNS)


def _chosen(draft: CohortDraft, offer: CourseOffer) -> tuple[Form, ...]:
    """Return the forms a draft asks for, in the course's order."""
    offered = {form.id: form for form in (*offer.forms, *offer.quizzes)}
    unknown = [form_id for form_id in draft.form_ids if form_id not in offered]
    if unknown:
        raise refusal("cohort-form-unknown", form=unknown[0])
    wanted = set(draft.form_ids) or {form.id for form in offer.forms}
    chosen = tuple(form for form_id, form in offered.items() if form_id in wanted)
    if not chosen:
        raise refusal("cohort-no-forms")
    return chosen


def _one_line(text: str) -> str:
    """Return a text without what no eye sees: line feeds, control characters, turns of the writing's direction."""
    return " ".join("".join(_UNSEEN.get(category(letter), letter) for letter in text).split())
