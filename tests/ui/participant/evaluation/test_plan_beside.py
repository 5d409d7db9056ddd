"""Her own plan stands with the form of the follow-up, is never part of it, and follows what she does with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kursapp.domain.plan import NewStep, PlanStep, StepStatus
from kursapp.ui.participant.evaluation.body import EvaluationBody
from kursapp.ui.participant.evaluation.plan_beside import MOST_OPEN, PlanBeside, about
from kursapp.ui.participant.evaluation.theme_stage import ThemeStage
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

FORM = """---
id: s1
minutter: 5
---
# Økt

## Planen
<!-- id: side-plan -->
Skriv.

## Evaluering: Etter tre måneder
<!-- id: skjema | type: {kind} -->

### Tall: Hvor mange tiltak er i gang?
<!-- id: tiltak -->

### Arbeidsbok: Plan
<!-- id: wb-plan -->
"""
STEPS = [NewStep("Ring naboen", "leder", date(2026, 3, 1)), NewStep("Skriv rutine", due=date(2026, 4, 1))]


def at_form(sit_small: Callable[[str], SitDown], kind: str = "oppfølging") -> tuple[Sitting, EvaluationBody]:
    """Sit down at a form of the follow-up."""
    sitting = sit_small(FORM.format(kind=kind))()
    body = sitting.go("s1", "skjema")
    assert isinstance(body, EvaluationBody)
    return sitting, body


def add_steps(sitting: Sitting, steps: list[NewStep]) -> None:
    sitting.tasks.save(lambda me: me.plan.add_many("lite", steps))
    sitting.settle()


def card_of(body: EvaluationBody) -> PlanBeside:
    """Return the plan shown; the test fails where there is none."""
    assert body.plan is not None
    return body.plan.card


def words(card: PlanBeside) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible() and one.text()]


def test_only_the_form_of_the_follow_up_has_the_plan_beside_it(sit_small: Callable[[str], SitDown]) -> None:
    """Another form is filled in without it."""
    _sitting, body = at_form(sit_small, "dag")
    assert body.plan is None


def test_the_steps_stand_there_with_how_each_is(sit_small: Callable[[str], SitDown]) -> None:
    """On the privacy page and beside the questions; it says that it is hers alone."""
    sitting, body = at_form(sit_small)
    assert "Du har ikke skrevet noe i planen ennå. Du kan svare likevel." in words(card_of(body))
    add_steps(sitting, STEPS)
    card = card_of(body)
    shown = words(card)
    assert shown[:2] == ["Planen din", "0 av 2 steg ferdige"]
    assert "Bare for deg. Planen leveres ikke." in shown
    assert "Ring naboen" in shown
    assert "Ikke begynt · leder · datoen var 1. mars 2026" in shown
    assert "Ikke begynt · 1. april 2026" in shown
    sitting.press("Begynn")
    assert isinstance(body.stage, ThemeStage)
    assert card_of(body).isVisible()
    assert not sitting.nameless()


def test_what_is_done_meanwhile_is_shown(sit_small: Callable[[str], SitDown]) -> None:
    """A step marked as done elsewhere is done here."""
    sitting, body = at_form(sit_small)
    add_steps(sitting, STEPS)
    step = card_of(body).plan.steps[0]
    sitting.tasks.save(lambda me: me.plan.set_status(step.id, StepStatus.DONE))
    sitting.settle()
    assert "1 av 2 steg ferdige" in words(card_of(body))


def test_it_folds_by_keyboard(sit_small: Callable[[str], SitDown]) -> None:
    """Its head says which way it is, and it stays so when the plan changes."""
    sitting, body = at_form(sit_small)
    add_steps(sitting, STEPS)
    card = card_of(body)
    assert card.head.accessibleName() == "Planen din, 0 av 2 steg ferdige, foldet ut"
    card.head.setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert not card.inside.isVisible()
    assert card.head.accessibleName().endswith("foldet sammen")
    add_steps(sitting, [NewStep("Enda et steg")])
    assert not card_of(body).is_open


def test_a_long_plan_is_folded_from_the_start(sit_small: Callable[[str], SitDown]) -> None:
    """It would push the form off the screen."""
    sitting, body = at_form(sit_small)
    add_steps(sitting, [NewStep(f"Steg {number}") for number in range(MOST_OPEN + 1)])
    assert not card_of(body).is_open


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (PlanStep("a", "k", 1, "x", status=StepStatus.DONE, due=date(2026, 1, 1)), "Ferdig · 1. januar 2026"),
        (PlanStep("a", "k", 1, "x", status=StepStatus.UNDER_WAY, owner="Teamet"), "I gang · Teamet"),
        (PlanStep("a", "k", 1, "x", status=StepStatus.PUT_ASIDE), "Lagt bort"),
    ],
)
def test_a_step_is_told_of_without_a_reproach(step: PlanStep, told: str) -> None:
    """What is done or put aside is late for nothing."""
    assert about(step, date(2026, 3, 9)) == told
