"""Marks: what they tell to those who have the cohort's key, and to nobody else."""

from __future__ import annotations

from kursapp.delivery.answer_file import Opened
from kursapp.domain.cohort import Cohort
from kursapp.domain.submission import Submission
from kursapp.services.marks import Marks
from kursapp.vault.safe import new_cohort_keys
from tests.services.coordinator.office_world import AFTER, BEFORE, OfficeWorld

RESPONSE, EARLIER = "ab" * 16, "cd" * 16


def opened(cohort: Cohort, form_id: str) -> Opened:
    form = cohort.form(form_id)
    return Opened(Submission(cohort.id, form_id, form.digest, RESPONSE, EARLIER, ()), form, b"innhold")


def test_nothing_has_one_mark_in_two_rounds(world: OfficeWorld) -> None:
    """Response, predecessor, content and code, were they ever alike in two forms, tie nobody's two forms together."""
    cohort, marks = world.publish(), Marks(new_cohort_keys())
    one, other = (marks.delivery(opened(cohort, form_id), b"") for form_id in (BEFORE, AFTER))
    assert not {one.response, one.replaces, one.body} & {other.response, other.replaces, other.body}
    assert marks.code(BEFORE, "K7PD3XAM") != marks.code(AFTER, "K7PD3XAM")


def test_without_the_key_a_mark_says_nothing(world: OfficeWorld) -> None:
    """Whoever has the files, the codes and a list of names still cannot tell which marks are theirs."""
    cohort = world.publish()
    one, other = Marks(new_cohort_keys()), Marks(new_cohort_keys())
    assert one.file(b"fil") == one.file(b"fil") != other.file(b"fil")
    assert one.code(AFTER, "K7PD3XAM") != other.code(AFTER, "K7PD3XAM")
    assert one.progress("Kari", "Vik") == one.progress(" kari ", "VIK") != other.progress("Kari", "Vik")
    first, second = (marks.delivery(opened(cohort, AFTER), b"") for marks in (one, other))
    assert not {first.response, first.replaces, first.body} & {second.response, second.replaces, second.body}
