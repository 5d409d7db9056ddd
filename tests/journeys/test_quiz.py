"""The quiz of the day, taken twice."""

from __future__ import annotations

import pytest

from kursapp.demo import eyes, hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.row_button import RowButton

QUIZ = "Samfunnsoppdraget"


@pytest.fixture
def at_the_quiz(kari: Driver) -> Driver:
    """Go to the page of the quiz."""
    kari.find_and_go("Hva sitter etter dag 1")
    kari.next_page()
    return kari


def test_she_fails_reads_and_passes_with_other_questions(at_the_quiz: Driver) -> None:
    """The second attempt asks other questions, is passed, and leaves no third; both stand in the list."""
    kari = at_the_quiz
    kari.push("Begynn")
    first = _take(kari, rightly=False)
    assert "Ikke bestått ennå" in kari.words(kari.page)
    kari.push("Nytt forsøk")
    second = _take(kari, rightly=True)
    assert "Bestått" in kari.words(kari.page)
    assert len(first) == len(second) == 10
    assert set(first) != set(second)
    kari.restart()
    kari.find_and_go(QUIZ)
    told = kari.words(kari.page)
    assert "Forsøk 1" in told
    assert "Forsøk 2" in told
    assert not eyes.all_with(kari.page, Role.Button, "Begynn")


def test_the_lid_closes_in_the_middle_of_an_attempt(at_the_quiz: Driver) -> None:
    """The attempt goes on with the same questions in the same order, and the answers given are kept."""
    kari, answering = at_the_quiz, Answering(at_the_quiz)
    kari.push("Begynn")
    asked = []
    for _question in range(3):
        view = kari.one(QuestionView, kari.page)
        answering.put(view)
        asked.append((view.question.id, view.response()))
        if len(asked) < 3:
            kari.push("Neste spørsmål")
    kari.restart()
    kari.push("Fortsett")
    kari.push("Fortsett forsøket")
    assert kari.one(QuestionView, kari.page).question.id == asked[-1][0], "she goes on at the question she was at"
    kari.push("Se over svarene")
    kari.click(kari.all(RowButton, kari.page)[0])
    found = []
    for _question in range(3):
        view = kari.one(QuestionView, kari.page)
        found.append((view.question.id, view.response()))
        kari.push("Neste spørsmål")
    assert found == asked


def _take(kari: Driver, *, rightly: bool) -> list[str]:
    """Answer all that is asked, hand in, and return the questions' ids."""
    answering = Answering(kari)
    asked = []
    while views := kari.all(QuestionView, kari.page):
        asked.append(views[0].question.id)
        answering.put(views[0], rightly=rightly)
        for keep in eyes.all_with(kari.page, Role.Button, "Rekkefølgen er riktig slik"):
            kari.click(keep)
        onward = eyes.all_with(kari.page, Role.Button, "Neste spørsmål")
        kari.click(onward[0] if onward else eyes.find(kari.page, Role.Button, "Se over svarene"))
    kari.push("Lever quizen")
    kari.push("Lever nå")
    assert hands.focused().isVisible()
    return asked
