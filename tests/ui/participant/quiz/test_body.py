"""Taking a quiz through the real window: from the first button to the last attempt, with restarts in the middle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from kursapp.domain.problem import refusal
from kursapp.domain.response import Chosen, Typed
from kursapp.ui.participant import staged_body
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.participant.quiz.body import QuizBody
from kursapp.ui.participant.quiz.missed import MissedStage
from kursapp.ui.participant.quiz.outcome import OutcomeStage
from kursapp.ui.participant.quiz.review import ReviewStage
from kursapp.ui.participant.quiz.start import StartStage
from kursapp.ui.saving import SavingState
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.quiz.small_quiz import answer_all, hand_in, kept, outcome, question, quiz


def test_before_a_quiz_its_rules_and_one_main_button(sit: SitDown) -> None:
    """The start says what the quiz asks for, shows the author's words, and has one main step with the keyboard."""
    sitting = sit()
    body = quiz(sitting)
    words = sitting.words()
    for said in ("Bruk notatene dine.", "4 spørsmål", "70 prosent", "2 forsøk igjen", "når du har levert"):
        assert said in words
    assert sitting.focus() is sitting.button("Begynn")
    assert sitting.button("Begynn").property("role") == "primary"
    assert body.nav_look() is NavLook.QUIET
    assert sitting.view().nav.next_button.property("role") == "secondary"


def test_a_quiz_by_keyboard_alone(sit: SitDown) -> None:
    """Enter begins, a number picks, Enter goes on, and the keyboard is always where one goes on."""
    sitting = sit()
    body = quiz(sitting)
    sitting.key(Qt.Key.Key_Return)
    assert question(body).view.isAncestorOf(sitting.focus())
    assert not sitting.view().nav.isVisible()
    sitting.key(Qt.Key.Key_2)
    sitting.key(Qt.Key.Key_Return)
    assert isinstance(sitting.focus(), QLineEdit)
    sitting.type("6")
    sitting.key(Qt.Key.Key_Return)
    sitting.type("kommunestyret")
    sitting.key(Qt.Key.Key_Return)
    assert question(body).view.question.id == "q4"
    sitting.press("Se over svarene")
    assert isinstance(body.stage, ReviewStage)
    assert sitting.focus() is body.stage.rows[3]
    answers = {one.question.id: one.response for one in kept(sitting, body).questions}
    assert answers == {"q1": Chosen(("q1-b",)), "q2": Typed(("6",)), "q3": Typed(("kommunestyret",)), "q4": None}


def test_an_order_one_agrees_with_must_be_said(sit: SitDown) -> None:
    """An order nobody has touched is no answer until one says that it stands as it should; then it is one."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    for _step in range(3):
        sitting.press("Neste spørsmål")
    assert kept(sitting, body).answered == ()
    sitting.press("Rekkefølgen er riktig slik")
    assert kept(sitting, body).answered == ("q4",)
    assert sitting.focus() is question(body).next_button
    sitting.press("Forrige")
    sitting.press("Neste spørsmål")
    assert "Rekkefølgen er riktig slik" not in sitting.words()


def test_what_was_typed_in_the_last_second_is_there_after_a_restart(sit: SitDown) -> None:
    """Closing the window in the middle of a word keeps it, and going on begins at the question one was in."""
    sitting = sit()
    quiz(sitting)
    sitting.press("Begynn")
    sitting.press("Neste spørsmål")
    sitting.type("6")
    assert sitting.tasks.state is SavingState.SAVING
    sitting = sit()
    body = quiz(sitting)
    assert "midt i et forsøk" in sitting.words()
    sitting.press("Fortsett forsøket")
    assert question(body).view.question.id == "q2"
    assert question(body).view.response() == Typed(("6",))


def test_an_answer_can_be_changed_and_taken_back(sit: SitDown) -> None:
    """Until it is handed in an answer can be another, or none; going back shows the last one."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    sitting.press("Neste spørsmål")
    sitting.type("12")
    sitting.press("Forrige")
    sitting.press("Neste spørsmål")
    assert question(body).view.response() == Typed(("12",))
    for _letter in "12":
        QTest.keyClick(sitting.focus(), Qt.Key.Key_Backspace)
    sitting.press("Forrige")
    assert kept(sitting, body).answered == ()


def test_flags_and_open_questions_stand_in_the_look_over(sit: SitDown) -> None:
    """The look over tells in words what is answered, open and flagged, and a row leads to its question."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    sitting.key(Qt.Key.Key_1)
    sitting.click(question(body).flag)
    sitting.press("Se over svarene")
    review = body.stage
    assert isinstance(review, ReviewStage)
    assert "3 spørsmål er ikke besvart. Du har merket 1" in sitting.words()
    assert review.rows[0].accessibleName() == "1. Hva først?, Besvart, merket"
    assert review.rows[1].accessibleName() == "2. Hvor mange uker?, Ikke besvart"
    sitting.click(review.rows[0])
    assert question(body).flag.isChecked()
    sitting.click(question(body).flag)
    assert kept(sitting, body).flagged == ()


def test_handing_in_asks_first_and_only_once(sit: SitDown) -> None:
    """Open questions are named before the attempt is handed in, and a double click hands in once."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    sitting.press("Se over svarene")
    sitting.press("Lever quizen")
    assert "4 spørsmål er åpne" in sitting.words()
    assert isinstance(body.stage, ReviewStage)
    review = body.stage
    review.submit_button.click()
    review.submit_button.click()
    sitting.settle()
    assert outcome(body).again_button is not None
    assert sitting.heard == []


def test_the_outcome_says_what_to_look_at_first(sit: SitDown) -> None:
    """Points, verdict, the band's words, where one was certain but wrong; each answer folds out with its feedback."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    sitting.click(next(one for one in sitting.all(QRadioButton) if one.accessibleName().endswith(": Sikker")))
    answer_all(sitting, first=2, weeks="5")
    hand_in(sitting)
    words = sitting.words()
    for said in ("Ikke bestått ennå: 50 prosent", "2 av 4 poeng", "Les en gang til.", "På 1 spørsmål var du sikker"):
        assert said in words
    stage = outcome(body)
    assert body.nav_look() is NavLook.QUIET
    assert sitting.focus() is stage.missed_button
    assert stage.rows[0].accessibleName() == "1. Hva først?, Ikke riktig"
    sitting.click(stage.rows[0])
    view = stage.view(0)
    assert view is not None
    assert "De kan vente." in sitting.words(view)
    assert "forsøk igjen" not in sitting.words(view)
    sitting.click(stage.rows[0])
    assert not view.isVisible()


def test_practising_what_was_missed_changes_no_result(sit: SitDown) -> None:
    """The missed questions come one at a time with their verdict at once; the attempt stays as it was."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    answer_all(sitting, first=2, weeks="5")
    hand_in(sitting)
    sitting.key(Qt.Key.Key_Return)
    stage = body.stage
    assert isinstance(stage, MissedStage)
    assert "Øving 1 av 2. Teller ikke på resultatet." in sitting.words()
    sitting.key(Qt.Key.Key_1)
    sitting.key(Qt.Key.Key_Return)
    assert "Velg hvor sikker du er." in sitting.words()
    sitting.click(next(one for one in sitting.all(QRadioButton) if one.accessibleName().endswith(": Sikker")))
    sitting.press("Svar")
    assert "Riktig sted å begynne." in sitting.words()
    assert sitting.focus() is stage.next_button
    sitting.key(Qt.Key.Key_Return)
    sitting.press("Ferdig")
    assert "Ikke bestått ennå: 50 prosent" in sitting.words()


def test_attempts_run_out(sit: SitDown) -> None:
    """After the second attempt there is no third: the start says so, and offers practice and a look at both."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    sitting.press("Se over svarene")
    hand_in(sitting)
    assert "Du har 1 forsøk igjen." in sitting.words()
    sitting.press("Nytt forsøk")
    assert "Spørsmål 1 av 4" in sitting.words()
    sitting.press("Se over svarene")
    hand_in(sitting)
    assert outcome(body).again_button is None
    assert "Ikke bestått: 0 prosent" in sitting.words()
    sitting = sit()
    body = quiz(sitting)
    start = body.stage
    assert isinstance(start, StartStage)
    assert "Forsøkene er brukt." in sitting.words()
    assert [row.accessibleName().partition(",")[0] for row in start.attempt_rows] == ["Forsøk 1", "Forsøk 2"]
    sitting.click(start.attempt_rows[0])
    assert isinstance(body.stage, OutcomeStage)


def test_a_passed_quiz_leads_on(sit: SitDown) -> None:
    """When it is passed, going on in the course is the main step again."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    answer_all(sitting)
    hand_in(sitting)
    assert "Bestått: 100 prosent" in sitting.words()
    assert "Dette kan du." in sitting.words()
    assert body.nav_look() is NavLook.NEXT
    assert sitting.view().nav.next_button.property("role") == "primary"


# At once


def test_a_quiz_that_answers_at_once(sit_at_once: SitDown) -> None:
    """The verdict comes with each answer, the answer stands, and the keyboard goes on to the next."""
    sitting = sit_at_once()
    body = quiz(sitting)
    sitting.press("Begynn")
    assert question(body).next_button.property("role") == "secondary"
    sitting.key(Qt.Key.Key_2)
    sitting.click(next(one for one in sitting.all(QRadioButton) if one.accessibleName().endswith(": Sikker")))
    sitting.press("Svar")
    assert "De kan vente." in sitting.words()
    assert "forsøk igjen" not in sitting.words()
    assert sitting.focus() is question(body).next_button
    assert not question(body).view.pick(1)
    sitting.key(Qt.Key.Key_Return)
    sitting.press("Forrige")
    assert question(body).is_settled
    assert question(body).view.response() == Chosen(("q1-b",))


def test_what_is_begun_at_once_is_kept(sit_at_once: SitDown) -> None:
    """Where each answer is given for good, what has been typed and not given is there after a restart."""
    sitting = sit_at_once()
    quiz(sitting)
    sitting.press("Begynn")
    sitting.press("Neste spørsmål")
    sitting.type("6")
    sitting = sit_at_once()
    body = quiz(sitting)
    sitting.press("Fortsett forsøket")
    assert question(body).view.response() == Typed(("6",))
    assert not question(body).is_settled
    sitting.press("Svar")
    assert question(body).is_settled


# What goes wrong


def test_a_full_disk_keeps_the_answer(sit: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing can be written the window says so, the answer stands, and it is written when there is room."""
    sitting = sit()
    body = quiz(sitting)
    sitting.press("Begynn")
    full = True
    answers = sitting.profile_asks(lambda services: services.profile.answers)
    save = answers.save

    def save_if_room(*values: object) -> None:
        if full:
            raise refusal("disk-full")
        save(*values)

    monkeypatch.setattr(answers, "save", save_if_room)
    sitting.key(Qt.Key.Key_2)
    assert sitting.tasks.state is SavingState.FAILED
    assert sitting.heard
    sitting.press("Neste spørsmål")
    sitting.press("Forrige")
    assert question(body).view.response() == Chosen(("q1-b",))
    assert kept(sitting, body).answered == ()
    full = False
    sitting.tasks.try_again()
    sitting.settle()
    assert sitting.tasks.state is SavingState.SAVED
    assert kept(sitting, body).answered == ("q1",)


def test_every_control_of_a_quiz_has_a_name(sit: SitDown) -> None:
    """Whatever Tab stops at, on the way through a whole quiz, says what it is."""
    sitting = sit()
    body = quiz(sitting)
    assert sitting.nameless() == []
    sitting.press("Begynn")
    for _step in range(3):
        assert sitting.nameless() == []
        sitting.press("Neste spørsmål")
    assert sitting.nameless() == []
    sitting.press("Se over svarene")
    assert sitting.nameless() == []
    hand_in(sitting)
    sitting.click(outcome(body).rows[0])
    assert sitting.nameless() == []


def test_a_screen_reader_hears_where_one_is(sit: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new stage is said aloud, and so is it that an answer is on the disk; never before it is."""
    said: list[str] = []
    monkeypatch.setattr(staged_body, "announce", lambda _widget, text: said.append(text))
    sitting = sit()
    quiz(sitting)
    sitting.press("Begynn")
    sitting.key(Qt.Key.Key_1)
    sitting.press("Neste spørsmål")
    sitting.type("6")
    assert said == ["Spørsmål 1 av 4. Hva først?", "Svaret er lagret.", "Spørsmål 2 av 4. Hvor mange uker?"]
    sitting.press("Se over svarene")
    assert said[3:] == ["Svaret er lagret.", "2 spørsmål er ikke besvart."]
    hand_in(sitting)
    assert said[5] == "Ikke bestått ennå: 50 prosent, 2 av 4 poeng"


# The real course


def test_the_real_quiz_draws_other_questions_the_second_time(sit_real: SitDown) -> None:
    """The first day's quiz asks ten of its bunch, and ten others when it is taken again."""
    sitting = sit_real()
    body = sitting.go("d1-quiz", "quiz-dag-1")
    assert isinstance(body, QuizBody)
    drawn = []
    for button in ("Begynn", "Nytt forsøk"):
        sitting.press(button)
        drawn.append({one.question.id for one in kept(sitting, body).questions})
        sitting.press("Se over svarene")
        hand_in(sitting)
    assert [len(ids) for ids in drawn] == [10, 10]
    assert not drawn[0] & drawn[1]


def test_words_are_found_on_the_stage_that_is_shown(sit: SitDown) -> None:
    """Ctrl+F finds in the start, and after it in the question put now; what is gone is not found any more."""
    sitting = sit()
    body = quiz(sitting)
    screen = sitting.steering.screen
    assert isinstance(screen, PageScreen)
    sitting.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    sitting.focus().setText("Bruk notatene dine")
    assert screen.find_bar.told.text() == "1 av 1 treff"
    sitting.press("Begynn")
    assert screen.find_bar.told.text() == "Ingen treff på siden"
    heading = question(body).view.question.title
    screen.find_bar.field.setText(heading)
    assert screen.find_bar.told.text().startswith("1 av")
