"""Day 1, page by page, from the first session to the quiz."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from kursapp.demo import hands
from kursapp.demo.scenes import own_words
from kursapp.demo.scenes.case import play_case
from kursapp.demo.scenes.restarting import restart_and_go_on
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import StuckError
from kursapp.domain.course import PageKind
from kursapp.ui.i18n import _
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.course_document import TERM_SCHEME
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView

PAGES = {
    "d1-1-formal": "side-lov-og-tekst",
    "d1-1-prinsipper": "side-tabell",
    "d1-2-tre-maneder": "side-figur",
}
IN_BOTH_LIGHTS = "d1-2-q12"
QUESTIONS = {
    "d1-1-q1": "side-utfylling",
    "d1-1-q2": "side-ett-svar",
    "d1-1-q5": "side-koble",
    "d1-1-q6": "side-drofting",
    "d1-2-q3": "side-flere-svar",
    "d1-2-q4": "side-tall",
    "d1-2-q7": "side-dato",
    "d1-2-q12": "side-rekkefolge",
    "d1-5-q1": "side-sikkerhet",
}
TERM_ON = "d1-1-prinsipper"
INTO_THE_WORD = 8
"""px from where a link begins to where one clicks it."""
WRONG_FIRST = frozenset({"d1-1-q2", "d1-2-q3", "d1-2-q7", "d1-3-q7"})
HALF_TYPED = "d1-2-q9"
LID_CLOSES_IN = "d1-1-r2"


def take_sessions(stage: Stage) -> None:
    """Read every page up to the quiz, and do everything there is to do on each."""
    while (page := stage.driver.page).ground.page.kind is PageKind.TEXT:
        stage.summary.pages += 1
        motif = PAGES.get(page.ground.page.id)
        if motif:
            stage.picture(motif)
        if page.ground.page.id == TERM_ON:
            _look_up_term(stage, page)
        for item in _items(page):
            _do(stage, item)
        stage.driver.next_page()


def _look_up_term(stage: Stage, page: PageView) -> None:
    """Click a term of the glossary, see what it means, and put the explanation away."""
    text = stage.driver.all(ProseView, page)[0]
    hrefs = [f"{TERM_SCHEME}:{term.term}" for term in page.ground.opened.course.glossary]
    found = next((rect for href in hrefs if (rect := text.link_rect(href)) is not None), None)
    if found is None:
        raise StuckError("a term of the glossary in the text")
    hands.click(text, found.center() + QPoint(INTO_THE_WORD, 0))
    stage.glimpse("side-ordforklaring")
    stage.driver.key(hands.Key.Key_Escape)


def _items(page: PageView) -> list[str]:
    """Return the ids of what one can do on a page, from its top."""
    ids = [str(getattr(block, "id", "")) for block in page.ground.page.blocks]
    return [item_id for item_id in ids if page.body.item(item_id) is not None]


def _do(stage: Stage, item_id: str) -> None:
    match stage.driver.page.body.item(item_id):
        case QuestionView() as view:
            _answer(stage, view)
        case ReflectionView() as view:
            _reflect(stage, view)
        case WorkbookView() as view:
            _fill(stage, view)
        case ChecklistView() as view:
            stage.writing.tick(view, 2)
        case CaseView() as view:
            play_case(stage, view)


def _answer(stage: Stage, view: QuestionView) -> None:
    question = view.question
    if question.id == HALF_TYPED:
        view = _half_type(stage, view)
    wrong_first = question.id in WRONG_FIRST
    if wrong_first:
        stage.summary.answered.append(stage.answering.answer(view, rightly=False))
    elif question.id in QUESTIONS:
        stage.summary.answered.append(stage.answering.answer(view))
    if question.id in QUESTIONS:
        take = stage.picture if question.id == IN_BOTH_LIGHTS else stage.glimpse
        take(QUESTIONS[question.id], view)
    if wrong_first:
        stage.driver.push(_("Prøv igjen"), view)
    if wrong_first or question.id not in QUESTIONS:
        stage.summary.answered.append(stage.answering.answer(view))


def _half_type(stage: Stage, view: QuestionView) -> QuestionView:
    """Begin to type an answer, let the lid close, and come back to it."""
    stage.driver.click(stage.driver.all(hands.LineField, view)[0])
    hands.type_text("skåns")
    restart_and_go_on(stage, "half an answer")
    again = stage.driver.page.body.item(view.question.id)
    assert isinstance(again, QuestionView)
    return again


def _reflect(stage: Stage, view: ReflectionView) -> None:
    item_id = view.reflection.id
    text = own_words.REFLECTIONS.get(item_id, own_words.ANY_REFLECTION)
    if item_id == LID_CLOSES_IN:
        view = _lid_closes(stage, view, text)
    else:
        stage.writing.reflect(view, text)
    stage.summary.written[item_id] = view.field.text()
    if item_id == "d1-1-r1":
        stage.driver.saved()
        stage.driver.push(_("Vis eksempel"), view)
        stage.picture("side-refleksjon", view)


def _lid_closes(stage: Stage, view: ReflectionView, text: str) -> ReflectionView:
    """Close the lid in the middle of a sentence, with the caret in the middle of the text, and write on."""
    middle = text.index(". ") + 2
    stage.writing.reflect(view, text[middle:])
    hands.press(hands.Key.Key_Home, hands.Modifier.ControlModifier)
    hands.type_text(text[: middle // 2])
    restart_and_go_on(stage, "a sentence", "hjem-fortsett")
    stage.glimpse("side-der-du-slapp")
    hands.type_text(text[middle // 2 : middle])
    again = stage.driver.page.body.item(LID_CLOSES_IN)
    assert isinstance(again, ReflectionView)
    stage.summary.compare("the sentence, written to its end", text, again.field.text())
    return again


def _fill(stage: Stage, view: WorkbookView) -> None:
    words = own_words.WORKBOOKS.get(view.workbook.id, own_words.ANY_CELLS)
    for field, text in zip(stage.writing.cells(view), words, strict=False):
        stage.writing.fill(field, text)
    if view.workbook.id == "wb-fristtavle":
        stage.driver.saved()
        stage.picture("side-arbeidsbok", view)
    stage.driver.push(_("Merk som ferdig"), view)
    stage.summary.written[view.workbook.id] = "; ".join(field.text() for field in stage.writing.cells(view))
