"""Playing the real case through the real window: choosing, seeing what it led to, going back, ending, starting over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from kursapp.domain.problem import refusal
from kursapp.services.play_case import CaseState
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.prose_view import ProseView
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

CASE = "d1-3-case-fredag"


def case(sitting: Sitting) -> CaseView:
    view = sitting.go("d1-3", "d1-3-fredag", CASE).item(CASE)
    assert isinstance(view, CaseView)
    return view


def kept(sitting: Sitting, view: CaseView) -> CaseState:
    opened = sitting.opened()
    state = sitting.profile_asks(lambda services: services.on(opened).case.state(view.case))
    assert isinstance(state, CaseState)
    return state


def to_the_end(sitting: Sitting, view: CaseView) -> None:
    """Take the second choice wherever there is one, until there is nothing to choose."""
    for _step in range(12):
        if not view.choices:
            return
        sitting.click(view.choices[min(1, len(view.choices) - 1)])
    raise AssertionError("the case never ends")


def test_a_choice_shows_what_it_led_to_and_why(sit_real: SitDown) -> None:
    """A number takes a choice; its words, each axis it moved with the reason, and the next scene stand in view."""
    sitting = sit_real()
    view = case(sitting)
    view.focus_first()
    assert [view.axes.meter(axis.id).text() for axis in view.case.axes] == ["0", "0", "0", "0"]
    sitting.key(Qt.Key.Key_1)
    words = sitting.words(view)
    assert "Du valgte: Be skolen sende en skriftlig melding" in words
    assert "Barnet −2: Ingen vet hva hun går hjem til, og det er helg." in words
    assert "Mandagsmeldingen" in words
    assert view.axes.meter("barnet").text() == "−2"
    assert view.axes.meter("barnet").accessibleName() == "Barnet: minus 2, flyttet minus 2"
    assert sitting.focus() is view.choices[0]
    scrolled = sitting.view()
    top = view.axes.mapTo(scrolled.viewport(), view.axes.rect().topLeft()).y()
    assert 0 <= top < scrolled.viewport().height() / 2


@pytest.mark.parametrize(("size", "zoom"), [((1366, 768), 100), ((960, 600), 200)], ids=["usual", "narrow"])
def test_a_scene_stands_in_line_with_its_question(sit_real: SitDown, size: tuple[int, int], zoom: int) -> None:
    """In a narrow column too the words of a scene begin where its question does: in the first scene and the next."""
    sitting = sit_real(size=size, zoom=zoom)
    view = case(sitting)
    lefts = [left_of_words(view)]
    sitting.click(view.choices[0])
    lefts.append(left_of_words(view))
    question = next(one for one in sitting.all(QLabel, view) if one.text() == "Hva gjør du?")
    assert lefts == pytest.approx([question.mapTo(view, QPoint()).x()] * 2, abs=1)


def left_of_words(view: CaseView) -> int:
    """Return how far from the left edge of a case the running text of its scene begins, in px."""
    text = next(one for one in view.findChildren(ProseView) if one.isVisible())
    start = text.cursorRect(QTextCursor(text.document())).topLeft()
    return text.viewport().mapTo(view, start).x()


def test_the_last_choice_can_be_undone(sit_real: SitDown) -> None:
    """Going back stands in the scene before, with the axes as they were."""
    sitting = sit_real()
    view = case(sitting)
    assert not view.undo_button.isVisible()
    sitting.click(view.choices[0])
    sitting.press("Angre siste valg")
    assert len(view.choices) == 3
    assert view.axes.meter("barnet").text() == "0"
    assert not view.undo_button.isVisible()


def test_a_double_click_takes_one_choice(sit_real: SitDown) -> None:
    """The second of two quick clicks was meant for the scene that is already left, and does nothing."""
    sitting = sit_real()
    view = case(sitting)
    choice = view.choices[1]
    choice.click()
    choice.click()
    sitting.settle()
    assert len(kept(sitting, view).path.taken) == 1
    assert sitting.heard == []


def test_the_middle_of_a_case_survives_a_restart(sit_real: SitDown) -> None:
    """The next day the same scene stands there, with its axes and what the last choice led to."""
    sitting = sit_real()
    view = case(sitting)
    sitting.click(view.choices[1])
    before = sitting.words(view)
    sitting = sit_real()
    assert sitting.words(case(sitting)) == before


def test_an_ending_shows_the_ways_taken_and_not_taken(sit_real: SitDown) -> None:
    """At the end stand the path with what it moved, the choices and scenes one did not see, and a way to begin anew."""
    sitting = sit_real()
    view = case(sitting)
    to_the_end(sitting, view)
    words = sitting.words(view)
    for said in ("Veien du gikk", "1. Fredag kl. 15.40: Si at dere kommer", "Veier du ikke gikk", "du ikke så"):
        assert said in words
    assert "Barnet +2, Rettssikkerhet +1, Ansatte +1, Styring +1" in words
    assert sitting.focus() is view.restart_button


def test_starting_over_keeps_the_run_before(sit_real: SitDown) -> None:
    """A new run begins at the first scene, and at its end the earlier one is told too."""
    sitting = sit_real()
    view = case(sitting)
    to_the_end(sitting, view)
    sitting.press("Start på nytt")
    assert len(view.choices) == 3
    assert "Tidligere gjennomspillinger" not in sitting.words(view)
    sitting.click(view.choices[0])
    to_the_end(sitting, view)
    assert "Tidligere gjennomspillinger" in sitting.words(view)
    assert "Gang 1: " in sitting.words(view)


def test_a_full_disk_leaves_the_case_where_it_was(sit_real: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    """A choice that cannot be written is told about, and taken as soon as there is room."""
    sitting = sit_real()
    view = case(sitting)
    full = True
    cases = sitting.profile_asks(lambda services: services.profile.cases)
    step = cases.step

    def step_if_room(*values: object) -> object:
        if full:
            raise refusal("disk-full")
        return step(*values)

    monkeypatch.setattr(cases, "step", step_if_room)
    sitting.click(view.choices[1])
    assert sitting.tasks.state is SavingState.FAILED
    assert sitting.heard
    assert len(view.choices) == 3
    full = False
    sitting.tasks.try_again()
    sitting.settle()
    assert sitting.tasks.state is SavingState.SAVED
    assert "Samtalen" in sitting.words(view)
