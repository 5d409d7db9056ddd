"""A question put for practice, in a graded quiz, and for review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.course import Rich
from kursapp.domain.question import Feedback, Question
from kursapp.domain.response import Certainty, Chosen, Response
from kursapp.domain.scoring import feedback_for, score
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.choice_field import ChoiceField
from kursapp.ui.widgets.draft_text import draft_of
from kursapp.ui.widgets.note_box import NoteBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.verdict import VerdictLine
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.questions import CHOICE, DILEMMA, EVERY, MATCH, NUMBER, SEVERAL, certain

IDS = [question.id for question, _right, _wrong in EVERY]


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """Collect what a signal says from now on."""
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: said.append(values))
    return said


def option_rows(view: QuestionView) -> list[Any]:
    assert isinstance(view.field, ChoiceField)
    return view.field.rows()


def told(view: QuestionView) -> list[str]:
    """Return the headings of the boxes and the verdicts at the parts, as shown."""
    QApplication.processEvents()
    boxes = [box.title() for box in view.findChildren(NoteBox) if box.isVisible()]
    return boxes + [line.words() for line in view.findChildren(VerdictLine) if line.isVisible()]


@pytest.fixture
def choice(show: Show[QuestionView], theme: Theme, pictures: Pictures) -> QuestionView:
    return show(QuestionView(CHOICE, theme, pictures))


def test_clicking_the_words_of_an_option_chooses_it(choice: QuestionView) -> None:
    """A click on the label is a click on the radio button, which carries the words for the screen reader."""
    row = option_rows(choice)[1]
    QTest.mouseClick(row.label, Qt.MouseButton.LeftButton)
    assert row.button.isChecked()
    assert row.button.text() == ""
    assert row.button.accessibleName() == "Vurderer sikkerheten"


def test_a_digit_chooses_and_enter_answers(choice: QuestionView) -> None:
    """With the keyboard alone: 2 picks the second option, Enter answers."""
    said = heard(choice.answered)
    choice.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said == [("q-valg", Chosen(("b",)), None)]


def test_answering_nothing_says_what_is_missing_at_the_question(choice: QuestionView) -> None:
    """Svar is never disabled: it says what is missing, and the next choice takes the words away."""
    said = heard(choice.answered)
    QTest.mouseClick(choice.main_button, Qt.MouseButton.LeftButton)
    error = choice.findChild(QWidget, "question-error")
    assert said == []
    assert error is not None
    assert not error.isHidden()
    QTest.mouseClick(option_rows(choice)[0].label, Qt.MouseButton.LeftButton)
    assert error.isHidden()


def test_the_feedback_of_the_chosen_option_stands_under_it(choice: QuestionView) -> None:
    """A wrong answer is met under the option itself; the explanation stands below, and no key is told."""
    choice.set_response(Chosen(("a",)))
    choice.show_score(score(CHOICE, Chosen(("a",))), feedback_for(CHOICE, Chosen(("a",))))
    assert told(choice) == ["Forklaring", "Ikke riktig"]
    assert "Vent. Barnets sikkerhet" in option_rows(choice)[0].spoken()
    assert not option_rows(choice)[1].spoken().endswith("Riktig svar")


@pytest.mark.parametrize(("question", "right", "wrong"), EVERY, ids=IDS)
@pytest.mark.parametrize("rightly", [True, False])
def test_the_explanation_stands_in_a_box_of_its_own(
    show: Show[QuestionView],
    theme: Theme,
    pictures: Pictures,
    question: Question,
    right: Response,
    wrong: Response,
    rightly: bool,
) -> None:
    """Of every kind of question: what is right or wrong stands by its verdict, what explains it below, so called."""
    feedback = Feedback(right=Rich("", "Det stemmer."), wrong=Rich("", "Les den igjen."), explanation=EXPLAINED)
    put = replace(question, feedback=feedback)
    given = right if rightly else wrong
    view = show(QuestionView(put, theme, pictures))
    view.set_response(given)
    for _time in range(2):
        view.show_score(score(put, given), feedback_for(put, given))
    QApplication.processEvents()
    boxes = [box for box in view.findChildren(NoteBox) if box.isVisible()]
    assert [box.title() for box in boxes].count("Forklaring") == 1
    assert boxes[-1].title() == "Forklaring"
    assert EXPLAINED.plain in boxes[-1].accessibleName()
    words = "Det stemmer." if rightly else "Les den igjen."
    assert all(EXPLAINED.plain not in box.accessibleName() for box in boxes[:-1])
    assert [words in box.accessibleName() for box in boxes].count(True) == 1
    if len(boxes) > 1:
        assert words in boxes[0].accessibleName()
    view.clear()
    assert told(view) == []


EXPLAINED = Rich("", "Se loven § 2-1.")


def test_trying_again_opens_an_empty_question_with_the_keyboard_in_it(choice: QuestionView) -> None:
    """Prøv igjen takes the verdict away and puts the keyboard at the first option."""
    retried = heard(choice.retried)
    choice.set_response(Chosen(("a",)))
    choice.show_score(score(CHOICE, Chosen(("a",))), ())
    assert choice.main_button.text() == "Prøv igjen"
    QTest.mouseClick(choice.main_button, Qt.MouseButton.LeftButton)
    assert retried == [("q-valg",)]
    assert choice.response() is None
    assert told(choice) == []
    assert QApplication.focusWidget() is option_rows(choice)[0].button


def test_an_answered_question_keeps_the_keyboard(choice: QuestionView) -> None:
    """When the field is locked the keyboard goes to what can be done next, not to the next question."""
    choice.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    choice.show_score(score(CHOICE, Chosen(("a",))), ())
    assert QApplication.focusWidget() is choice.main_button


def test_without_tries_left_the_key_is_told_and_nothing_can_be_tried(choice: QuestionView) -> None:
    """The last try shows the right answer, and there is no button that would do nothing."""
    choice.set_response(Chosen(("c",)))
    choice.show_score(score(CHOICE, Chosen(("c",))), (), tries_left=0)
    assert told(choice) == ["Du har ingen forsøk igjen.", "Riktig svar", "Ikke riktig"]
    assert not choice.main_button.isVisible()


def test_the_hint_comes_when_it_is_asked_for(choice: QuestionView) -> None:
    """The hint is hidden until its button is pressed, and the button goes with it."""
    assert told(choice) == []
    QTest.mouseClick(choice.hint_button, Qt.MouseButton.LeftButton)
    assert told(choice) == ["Hint"]
    assert not choice.hint_button.isVisible()


def test_what_is_begun_goes_out_as_a_draft_and_comes_back(
    choice: QuestionView, show: Show[QuestionView], theme: Theme, pictures: Pictures
) -> None:
    """A choice not yet answered is told with every change; another view shows it again."""
    drafts = heard(choice.drafted)
    choice.pick(3)
    assert drafts == [("q-valg", draft_of(Chosen(("c",))))]
    again = show(QuestionView(CHOICE, theme, pictures))
    again.set_draft(drafts[-1][1])
    assert again.response() == Chosen(("c",))


def test_certainty_is_asked_before_the_answer_goes_out(
    show: Show[QuestionView], theme: Theme, pictures: Pictures
) -> None:
    """With ``sikkerhet: ja`` both the answer and how certain it is must be given."""
    view = show(QuestionView(certain(CHOICE), theme, pictures))
    said = heard(view.answered)
    view.pick(2)
    view.answer()
    assert said == []
    assert view.certainty_row is not None
    view.certainty_row.set_value(Certainty.UNSURE)
    view.answer()
    assert said == [("q-valg", Chosen(("b",)), Certainty.UNSURE)]


def test_a_dilemma_is_never_right_or_wrong(show: Show[QuestionView], theme: Theme, pictures: Pictures) -> None:
    """What one would do is met with words, not with a verdict."""
    view = show(QuestionView(DILEMMA, theme, pictures))
    view.pick(1)
    view.show_score(score(DILEMMA, Chosen(("a",))), feedback_for(DILEMMA, Chosen(("a",))))
    assert told(view) == ["Forklaring", "Du valgte"]
    assert view.main_button.text() == "Svar på nytt"


def test_a_digit_takes_back_a_tick(show: Show[QuestionView], theme: Theme, pictures: Pictures) -> None:
    """Where several may be chosen, the key of an option ticks and unticks it."""
    view = show(QuestionView(SEVERAL, theme, pictures))
    view.pick(1)
    view.pick(3)
    view.pick(1)
    assert view.response() == Chosen(("c",))


@pytest.mark.parametrize(("question", "right", "wrong"), EVERY, ids=IDS)
def test_every_kind_shows_an_answer_again_as_it_was(
    question: Question, right: Response, wrong: Response, show: Show[QuestionView], theme: Theme, pictures: Pictures
) -> None:
    """What was answered stands in the field again, and showing it tells nobody of a change."""
    view = show(QuestionView(question, theme, pictures))
    drafts = heard(view.drafted)
    for response in (right, wrong):
        view.set_response(response)
        assert view.response() == response
    assert drafts == []


@pytest.mark.parametrize(("question", "right", "wrong"), EVERY, ids=IDS)
def test_every_kind_says_right_and_not_right_in_words(
    question: Question, right: Response, wrong: Response, show: Show[QuestionView], theme: Theme, pictures: Pictures
) -> None:
    """The verdict is in words on the screen and for the ear, in practice and in review."""
    for mode in (Mode.PRACTICE, Mode.REVIEW):
        view = show(QuestionView(question, theme, pictures, mode=mode))
        for response, begins in ((right, "Riktig"), (wrong, ("Ikke riktig", "Delvis riktig"))):
            view.set_response(response)
            view.show_score(score(question, response), feedback_for(question, response))
            assert any(words.startswith(begins) for words in told(view))
            assert view.spoken().startswith(begins)


@pytest.mark.parametrize(("question", "right", "wrong"), EVERY, ids=IDS)
def test_review_tells_the_key_and_lets_nothing_be_changed(
    question: Question, right: Response, wrong: Response, show: Show[QuestionView], theme: Theme, pictures: Pictures
) -> None:
    """A reviewed question is read only: no button, and no key on the keyboard changes it."""
    view = show(QuestionView(question, theme, pictures, mode=Mode.REVIEW))
    view.set_response(wrong)
    view.show_score(score(question, wrong), feedback_for(question, wrong))
    assert not view.main_button.isVisible()
    assert not view.hint_button.isVisible()
    assert not view.pick(1)
    view.focus_first()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Down):
        QTest.keyClick(QApplication.focusWidget() or view, key)
    assert view.response() == wrong
    assert any("iktig svar" in words or "iktig plass" in words for words in told(view))


@pytest.mark.parametrize("question", [question for question, _right, _wrong in EVERY], ids=IDS)
def test_a_graded_question_tells_every_change_and_no_verdict(
    question: Question, show: Show[QuestionView], theme: Theme, pictures: Pictures, qtbot: QtBot
) -> None:
    """In a quiz each change goes out as it is made; there is no button and no hint."""
    view = show(QuestionView(question, theme, pictures, mode=Mode.GRADED))
    said, submitted = heard(view.answered), heard(view.submitted)
    assert not view.main_button.isVisible()
    assert not view.hint_button.isVisible()
    view.field.changed.emit()
    assert [call[0] for call in said] == [question.id]
    view.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert submitted == [(question.id,)] or question is MATCH


def test_enter_in_a_line_answers(show: Show[QuestionView], theme: Theme, pictures: Pictures) -> None:
    """A typed number is answered with Enter, and what is no number is asked for again."""
    view = show(QuestionView(NUMBER, theme, pictures))
    said = heard(view.answered)
    view.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "seks")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said == []
    view.field.show_response(None)
    QTest.keyClicks(QApplication.focusWidget(), "6 uker")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [call[1].texts for call in said] == [("6 uker",)]
