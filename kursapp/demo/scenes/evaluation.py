"""The forms: the one before the course, and the evaluation of the day."""

from __future__ import annotations

from collections.abc import Callable

from kursapp.demo import eyes, hands
from kursapp.demo.eyes import Role
from kursapp.demo.scenes import own_words
from kursapp.demo.stage import Stage
from kursapp.domain.course import EvaluationType, PageKind
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.choice_item import ChoiceItem
from kursapp.ui.participant.evaluation.item_view import ItemView
from kursapp.ui.participant.evaluation.number_item import NumberItem
from kursapp.ui.participant.evaluation.ranking_item import RankingItem
from kursapp.ui.participant.evaluation.text_item import TextItem
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.scale_row import ScaleRow


def before_the_course(stage: Stage) -> None:
    """Say where one stands before the course, and see one's answers against one's knowledge."""
    driver = stage.driver
    while driver.page.ground.page.kind is not PageKind.EVALUATION:
        driver.next_page()
    driver.push(_("Begynn"))
    _fill_themes(stage, {1: "egenvurdering"})
    stage.camera.one("egenvurdering-se-over")
    _finish(stage, "eval-for")
    driver.next_page()


def after_the_day(stage: Stage) -> None:
    """Evaluate the day, with the lid closing in the last sentence, and change an answer afterwards."""
    driver = stage.driver
    while driver.page.ground.page.kind is not PageKind.EVALUATION:
        _leave_page(stage)
    stage.picture("evaluering-personvern")
    driver.push(_("Begynn"))
    _fill_themes(stage, {0: "evaluering-utbytte", 1: "evaluering-for-og-na", 2: "evaluering-valg"}, _lid_closes)
    stage.picture("evaluering-se-over")
    _finish(stage, "eval-dag-1")


def fill_form(stage: Stage, form: str) -> None:
    """Fill in a whole form and finish it, with a picture of its second theme and of what it says at the end."""
    stage.driver.push(_("Begynn"))
    _fill_themes(stage, {1: form}, one=True)
    _finish(stage, form)
    stage.camera.one(f"{form}-ferdig")


def _leave_page(stage: Stage) -> None:
    """Write what a page between the quiz and the form asks for, and turn it."""
    for field in stage.driver.all(SavedText, stage.driver.page):
        stage.driver.write(field, own_words.ANY_REFLECTION)
    stage.driver.next_page()


def _fill_themes(
    stage: Stage, pictures: dict[int, str], at_the_end: Callable[[Stage], None] | None = None, *, one: bool = False
) -> None:
    """Fill in theme after theme up to the look over them; ``at_the_end`` happens in the last one.

    ``pictures`` are named by the number of the theme, from 0; with ``one`` they are taken as the window stands only.
    """
    driver = stage.driver
    number = 0
    while True:
        _fill_theme(stage)
        if number in pictures:
            hands.scroll_to(driver.page, 0)
            (stage.camera.one if one else stage.picture)(pictures[number])
        onward = eyes.all_with(driver.page, Role.Button, _("Neste"))
        onward = [button for button in onward if eyes.name_of(button) == _("Neste")]
        if not onward:
            break
        driver.click(onward[0])
        number += 1
    if at_the_end is not None:
        at_the_end(stage)
    driver.push(_("Se over svarene"), driver.page)


def _fill_theme(stage: Stage) -> None:
    driver = stage.driver
    for item in driver.all(ItemView, driver.page):
        _fill_item(stage, item)
    for view in driver.all(QuestionView, driver.page):
        stage.summary.answered.append(stage.answering.answer(view))


def _fill_item(stage: Stage, item: ItemView) -> None:
    """Answer one item. A scale goes up from its lower middle before the course, and from its middle afterwards."""
    driver = stage.driver
    evaluation = driver.page.ground.page.evaluation
    lowest = 1 if evaluation is not None and evaluation.type is EvaluationType.BEFORE else 2
    for number, row in enumerate(driver.all(ScaleRow, item)):
        steps = row.buttons()
        driver.click(steps[min(lowest + number % 3, len(steps) - 1)])
    match item:
        case ChoiceItem():
            driver.click(item.rows[1].button)
        case RankingItem():
            driver.click(item.keep_button)
        case TextItem():
            driver.write(item.field, own_words.SHORT)
        case NumberItem() if item.field is not None:
            driver.write(item.field, own_words.NUMBER)


def _lid_closes(stage: Stage) -> None:
    """Close the lid in the middle of the last sentence, and find it again in its theme."""
    driver = stage.driver
    field = driver.all(SavedText, driver.page)[-1]
    driver.click(field)
    hands.press(hands.Key.Key_A, hands.Modifier.ControlModifier)
    hands.type_text(own_words.WISH)
    page = driver.page.ground.page.id
    driver.restart()
    driver.push(_("Fortsett"))
    stage.summary.compare("evaluation: page", page, driver.page.ground.page.id)
    if not driver.all(SavedText, driver.page):
        # Everything is answered, so the form opens at the look over it.
        driver.click(driver.all(RowButton, driver.page)[-1])
    found = driver.all(SavedText, driver.page)[-1].text()
    stage.summary.compare("evaluation: text", own_words.WISH, found)


def _finish(stage: Stage, form: str) -> None:
    driver = stage.driver
    driver.push(_("Ferdig"), driver.page)
    stage.summary.evaluations[form] = driver.words(driver.page)
    driver.dismiss_message()
