"""Making a cohort: what may be decided, and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kursapp.domain.cohort import LEAST_PERSONS, MOST_PERSONS, Role, Rules
from kursapp.domain.form import FormKind
from kursapp.domain.forms import digest_of
from kursapp.domain.problem import KursappError
from kursapp.services.cohort_cards import CohortState
from kursapp.storage.transactions import Transactions
from tests.services.coordinator.office_world import AFTER, BEFORE, QUIZ, OfficeWorld, draft


def test_a_cohort_is_made_of_the_draft_and_the_course(world: OfficeWorld) -> None:
    """Everything decided is in the cohort, with the course's own words and two keys, and nothing is published."""
    said = draft(name="  Vår \n 2026 ", place="Bergen", breakdowns=("rolle",), language="nn", wants_progress=True)
    card = world.coordinator.create(said, world.course)
    cohort = card.cohort
    assert (cohort.name, cohort.place, cohort.organiser, cohort.language) == ("Vår 2026", "Bergen", "KS", "nn")
    assert (cohort.course_id, cohort.course_version, cohort.course_title) == ("lede", "1.2.0", "Å lede")
    assert cohort.rules == Rules(date(2026, 12, 1), LEAST_PERSONS, "", ("rolle",), False)
    assert [form.form.id for form in cohort.forms] == [BEFORE, AFTER, QUIZ]
    assert all(form.digest == digest_of(form.form) for form in cohort.forms)
    assert {recipient.role for recipient in cohort.recipients} == {Role.COORDINATOR, Role.BACKUP}
    assert (cohort.wants_progress, cohort.simulated) == (True, False)
    assert (card.state, card.invited, card.open_rounds) == (CohortState.DRAFT, 24, 3)
    assert world.coordinator.mark(card.id) == ()


def test_two_cohorts_share_nothing_secret(world: OfficeWorld) -> None:
    """Ids, keys and tokens are drawn for each cohort."""
    one, other = (world.coordinator.create(draft(), world.course).cohort for _ in range(2))
    assert one.id != other.id
    assert one.token != other.token
    assert not {each.public_key for each in one.recipients} & {each.public_key for each in other.recipients}


def test_without_a_choice_all_evaluations_are_in_it(world: OfficeWorld) -> None:
    """A draft that names no forms has the evaluations and no quiz."""
    cohort = world.coordinator.create(draft(form_ids=()), world.course).cohort
    assert [(form.form.id, form.form.kind) for form in cohort.forms] == [
        (BEFORE, FormKind.EVALUATION),
        (AFTER, FormKind.EVALUATION),
    ]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": " \n "}, "cohort-name-missing"),
        ({"name": "å" * 121}, "cohort-name-long"),
        ({"ends": date(2026, 3, 1)}, "cohort-dates"),
        ({"keep_until": date(2026, 5, 31)}, "cohort-keep-until"),
        ({"invited": 0}, "cohort-invited"),
        ({"k": 4, "reason": "få"}, "cohort-limit"),
        ({"k": 2, "reason": "få"}, "cohort-limit"),
        ({"k": MOST_PERSONS + 1}, "cohort-limit"),
        ({"k": 3, "reason": "  "}, "cohort-limit-reason"),
        ({"breakdowns": ("kommune",)}, "cohort-breakdowns"),
        ({"breakdowns": ("rolle", "rolle")}, "cohort-breakdowns"),
        ({"breakdowns": ("rolle", "a", "b")}, "cohort-breakdowns"),
        ({"breakdowns": ("rolle",), "form_ids": (BEFORE,)}, "cohort-breakdowns"),
        ({"form_ids": ("finnes-ikke",)}, "cohort-form-unknown"),
    ],
)
def test_what_a_draft_may_not_say(world: OfficeWorld, wrong: dict[str, object], code: str) -> None:
    """Each thing that cannot be promised is refused with its own sentence, and nothing is made."""
    with pytest.raises(KursappError) as caught:
        world.coordinator.create(draft(**wrong), world.course)
    assert caught.value.problem.code == code
    assert world.coordinator.cohorts() == ()
    assert world.safe.cohorts() == ()


def test_three_with_a_reason(world: OfficeWorld) -> None:
    """The lowest limit stands with its reason, and only three is below five."""
    cohort = world.coordinator.create(draft(k=3, reason="Vi er seks"), world.course).cohort
    assert (cohort.rules.k, cohort.rules.reason) == (3, "Vi er seks")


def test_a_course_without_forms(world: OfficeWorld) -> None:
    """A course that asks nothing has no cohort."""
    world.course.read = replace(world.course.read, pages=())
    with pytest.raises(KursappError) as caught:
        world.coordinator.create(draft(form_ids=()), world.course)
    assert caught.value.problem.code == "cohort-no-forms"


def test_cohorts_are_listed_the_latest_first(world: OfficeWorld) -> None:
    """The list begins with the cohort that starts last."""
    for year in (2026, 2028, 2027):
        days = {"starts": date(year, 1, 1), "ends": date(year, 2, 1), "keep_until": date(year, 3, 1)}
        world.coordinator.create(draft(name=str(year), **days), world.course)
    assert [card.cohort.name for card in world.coordinator.cohorts()] == ["2028", "2027", "2026"]


def test_an_unknown_cohort(world: OfficeWorld) -> None:
    """Asking for a cohort that is not there says so."""
    with pytest.raises(KursappError) as caught:
        world.coordinator.cohort("ab" * 16)
    assert caught.value.problem.code == "cohort-unknown"


def test_what_no_eye_sees_is_left_out(world: OfficeWorld) -> None:
    """Characters that turn the writing round, or are no letters at all, do not get into a name that is shown."""
    card = world.coordinator.create(draft(name="Vår\u202e 2026\x07", place="Ber\u200bgen"), world.course)
    assert (card.cohort.name, card.cohort.place) == ("Vår 2026", "Bergen")


def test_a_list_of_cohorts_asks_no_more_of_more_cohorts(world: OfficeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many statements for four cohorts as for one: what is closed is asked for all of them together."""
    asked: list[object] = []
    rows = Transactions.rows

    def counted(self: Transactions, *statement: Any) -> Sequence[Any]:
        asked.append(statement)
        return rows(self, *statement)

    monkeypatch.setattr(Transactions, "rows", counted)
    world.publish()
    asked.clear()
    world.coordinator.cohorts()
    alone = len(asked)
    for number in range(3):
        world.publish(name=f"Kull {number}")
    asked.clear()
    assert len(world.coordinator.cohorts()) == 4
    assert len(asked) == alone
