"""The lid closes in the middle of things, and she goes on the next day."""

from __future__ import annotations

from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.scenes.restarting import Standing
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView

SENTENCE = "Vi passer på at barn som ikke har det trygt, får hjelp i ti"


def test_the_lid_closes_in_the_middle_of_a_sentence(kari: Driver) -> None:
    """A sentence typed less than a second before the window closed stands there the next day, caret and all."""
    kari.find_and_go("Svaret i gangen")
    view = kari.one(ReflectionView, kari.page)
    kari.write(view.field, SENTENCE)
    for _step in range(5):
        hands.press(hands.Key.Key_Left)
    left = Standing.now(kari)
    assert kari.rest.tasks.state is SavingState.SAVING, "the last words were not saved yet when the lid closed"
    kari.restart()
    assert "Svaret i gangen" in kari.words(), "Hjem says where she was"
    kari.push("Fortsett")
    assert Standing.now(kari) == left
    hands.type_text("X")
    assert kari.one(ReflectionView, kari.page).field.text() == SENTENCE[:-5] + "X" + SENTENCE[-5:]


def test_half_an_answer_is_kept_as_half_an_answer(kari: Driver) -> None:
    """What was begun in a question is there again, not yet answered, and can be finished and answered."""
    kari.find_and_go("Plan, og skånsom vei inn")
    kari.write(kari.all(hands.LineField, _short_answer(kari))[0], "skånso")
    kari.restart()
    kari.push("Fortsett")
    again = _short_answer(kari)
    assert kari.all(hands.LineField, again)[0].text() == "skånso"
    hands.type_text("m")
    kari.key(hands.Key.Key_Return)
    assert "Riktig." in kari.words(again)
    kari.restart()
    kari.push("Fortsett")
    assert "Riktig." in kari.words(_short_answer(kari)), "an answer and its verdict stay"


def test_a_workbook_is_filled_over_two_days(kari: Driver) -> None:
    """Fields of a workbook, and a row of her own, are as they were left."""
    kari.find_and_go("Hvor stopper klokken hos oss")
    view = kari.one(WorkbookView, kari.page)
    kari.push("Legg til en rad", view)
    hands.type_text("Helgevakta varslet")
    rows = view.table.row_ids() if view.table is not None else []
    kari.restart()
    kari.push("Fortsett")
    again = kari.one(WorkbookView, kari.page)
    assert again.table is not None
    assert again.table.row_ids() == rows
    assert again.table.field(rows[-1], "steg").text() == "Helgevakta varslet"


def _short_answer(kari: Driver) -> QuestionView:
    return next(view for view in kari.all(QuestionView, kari.page) if view.question.id == "d1-2-q9")
