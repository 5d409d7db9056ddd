"""The quiz of the day: ten questions, a restart among them, the look over, the result, and what was missed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from kursapp.demo import eyes
from kursapp.demo.answering import Answer
from kursapp.demo.eyes import Role
from kursapp.demo.stage import Stage
from kursapp.ui.i18n import _
from kursapp.ui.participant.quiz.result_card import ResultCard
from kursapp.ui.widgets.question_view import QuestionView

WRONG = frozenset({2, 6})
FLAGGED = 5
RESTART_AT = 4


def take_quiz(stage: Stage) -> None:
    """Take the quiz once, answer two questions wrongly, and practise those afterwards."""
    driver = stage.driver
    stage.picture("quiz-start")
    driver.push(_("Begynn"))
    answers = answer_all(stage, partial(_in_between, stage), WRONG)
    stage.picture("quiz-se-over")
    hand_in(stage)
    stage.picture("quiz-resultat")
    stage.summary.answered += answers
    stage.summary.quiz = {"answered": len(answers), "result": driver.words(driver.page).splitlines()}
    _practise(stage)


def pass_quiz(stage: Stage, name: str) -> None:
    """Take a quiz with every answer right, and take a picture of its first question and of what it came to."""

    def look(answered: int) -> None:
        if answered == 1:
            stage.camera.one(f"{name}-sporsmal")

    stage.driver.push(_("Begynn"))
    stage.summary.answered += answer_all(stage, look)
    hand_in(stage)
    stage.camera.one(f"{name}-resultat")
    stage.summary.quizzes[name] = eyes.name_of(stage.driver.one(ResultCard, stage.driver.page))


def answer_all(stage: Stage, in_between: Callable[[int], object], wrong: Collection[int] = frozenset()) -> list[Answer]:
    """Answer question after question up to the look over them, those numbered in ``wrong`` wrongly.

    ``in_between`` is told how many are answered after each, and may do what it likes, so long as the quiz stands there
    again afterwards.
    """
    driver = stage.driver
    answers: dict[str, Answer] = {}
    while views := driver.all(QuestionView, driver.page):
        question_id = views[0].question.id
        if question_id in answers:
            _go_on(stage)
        else:
            answers[question_id] = answer_graded(stage, views[0], rightly=len(answers) + 1 not in wrong)
            in_between(len(answers))
    return list(answers.values())


def _in_between(stage: Stage, answered: int) -> None:
    """Do what is to be done once so many questions are answered."""
    if answered == 1:
        stage.picture("quiz-sporsmal")
    elif answered == FLAGGED:
        stage.driver.click(eyes.find(stage.driver.page, Role.CheckBox, _("Merk for å se på igjen")))
    elif answered == RESTART_AT:
        _restart(stage)


def answer_graded(stage: Stage, view: QuestionView, *, rightly: bool) -> Answer:
    """Put an answer in a question of the quiz, and send it where it says at once how it went.

    An order that is right already is said to be so.
    """
    answer = stage.answering.put(view, rightly=rightly)
    for send in eyes.all_with(view, Role.Button, _("Svar")):
        stage.driver.click(send)
    for keep in eyes.all_with(stage.driver.page, Role.Button, _("Rekkefølgen er riktig slik")):
        stage.driver.click(keep)
    return answer


def hand_in(stage: Stage) -> None:
    """Hand the quiz in, and say yes when asked."""
    driver = stage.driver
    driver.push(_("Lever quizen"))
    again = eyes.all_with(driver.page, Role.Button, _("Lever nå")) or eyes.all_with(
        driver.page, Role.Button, _("Lever likevel")
    )
    driver.click(again[0])


def _go_on(stage: Stage) -> None:
    """Press what leads on: the next question, or the look over all of them."""
    page = stage.driver.page
    onward = eyes.all_with(page, Role.Button, _("Neste spørsmål"))
    stage.driver.click(onward[0] if onward else eyes.find(page, Role.Button, _("Se over svarene")))


def _restart(stage: Stage) -> None:
    """Let the lid close on a question answered a moment ago, and go on with the attempt."""
    driver = stage.driver
    before = driver.one(QuestionView, driver.page)
    left = (before.question.id, str(before.response()))
    driver.restart()
    driver.push(_("Fortsett"))
    stage.glimpse("quiz-midt-i-forsok")
    driver.push(_("Fortsett forsøket"))
    after = driver.one(QuestionView, driver.page)
    stage.summary.compare("quiz: question", left[0], after.question.id)
    stage.summary.compare("quiz: answer", left[1], str(after.response()))


def _practise(stage: Stage) -> None:
    """Try again what was missed, with feedback at once."""
    driver = stage.driver
    driver.push(_("Prøv de du bommet på"))
    first = True
    while views := driver.all(QuestionView, driver.page):
        stage.summary.answered.append(stage.answering.answer(views[0]))
        if first:
            stage.glimpse("quiz-ov-igjen")
        first = False
        done = eyes.all_with(driver.page, Role.Button, _("Ferdig"))
        driver.click(done[0] if done else driver.button(_("Neste"), driver.page))
