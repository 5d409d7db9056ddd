"""«Fredag kl. 15.40»: a poor choice, the way back, and a good ending."""

from __future__ import annotations

from kursapp.demo import eyes, hands
from kursapp.demo.eyes import Role
from kursapp.demo.stage import Stage
from kursapp.ui.participant.case_view import CaseView

CHOICES = (
    "Be skolen sende en skriftlig melding",
    "Ring rektor tilbake, si at du tok feil",
    "Si at dere kommer, og snakk med jenta på skolen",
    "Vurder flere spor samtidig",
    "Treff akuttvedtak, begrunn det",
)
AFTER_POOR_CHOICE, IN_THE_MIDDLE = 1, 4


def play_case(stage: Stage, view: CaseView) -> None:
    """Play the case to a good ending by way of a poor beginning."""
    stage.picture("case-begynner", view)
    for number, choice in enumerate(CHOICES, start=1):
        take_choice(stage, view, choice)
        if number == AFTER_POOR_CHOICE:
            stage.picture("case-darlig-valg", view)
        elif number == IN_THE_MIDDLE:
            stage.picture("case-midt-i", view)
    stage.picture("case-slutt", view)
    hands.bring_to_top(view.undo_button, stage.driver.page)
    stage.camera.one("case-veien-du-gikk")
    stage.summary.case = {"case": view.case.id, "choices": list(CHOICES), "ending": stage.driver.words(view)}


def take_choice(stage: Stage, view: CaseView, choice: str) -> None:
    """Click a choice by the words it begins with."""
    stage.driver.click(eyes.find(view, Role.Button, choice))
