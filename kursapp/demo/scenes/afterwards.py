"""What one has of a course when it is over: marks and notes, practice, products, a plan, search, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kursapp.demo import hands
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.ui.i18n import _
from kursapp.ui.participant.notes_beside.mark_box import MarkBox
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.participant.search.screen import SearchScreen
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.saved_text import SavedText

NOTED_ON = "Tre måneder, og et unntak"
SENTENCE = 60
"""Characters of the shortest paragraph that is taken for running text."""
NOTE = "Ta dette på mandagsmøtet."
SEARCHED = "frist"
SEARCH_KEYS = hands.Modifier.ControlModifier | hands.Modifier.ShiftModifier
WIDE = (1600, 900)
LAPTOP = (1366, 768)


def keep_what_was_learnt(stage: Stage) -> None:
    """Mark and note, practise, look at what was made, search, and see how all of it is carried on."""
    _mark_and_note(stage)
    _see_notes(stage)
    _practise(stage)
    _see_products(stage)
    _find(stage)
    _see_ways_out(stage)


def _mark_and_note(stage: Stage) -> None:
    """Drag the mouse over the first sentence of a page, colour them, and write a note to them."""
    driver = stage.driver
    driver.resize(*WIDE)
    driver.find_and_go(NOTED_ON)
    text = driver.all(ProseView, driver.page)[0]
    _drag(text, *_first_sentence(text.plain()))
    wait_until(lambda: driver.all(MarkBox), "the box of colours")
    stage.camera.one("side-merke")
    driver.push(_("Notat"), driver.one(MarkBox))
    wait_until(lambda: isinstance(hands.focused(), SavedText), "the field of the note")
    hands.type_text(NOTE)
    driver.saved()
    stage.picture("side-notater")
    driver.resize(*LAPTOP)


def _first_sentence(words: str) -> tuple[int, int]:
    """Return where the first sentence of running text begins and ends."""
    start = 0
    for line in words.split("\n"):
        if len(line) >= SENTENCE:
            return start, start + line.index(".") + 1 if "." in line else start + len(line)
        start += len(line) + 1
    raise StuckError("a paragraph")


def _drag(text: ProseView, first: int, last: int) -> None:
    """Drag over a text from one character to another."""
    places = []
    for character in (first, last):
        cursor = text.textCursor()
        cursor.setPosition(text.place_of(character))
        places.append(text.cursorRect(cursor).center() + QPoint(1, 0))
    where = text.viewport()
    QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(where, (places[0] + places[1]) / 2)
    QTest.mouseMove(where, places[1])
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, pos=places[1])
    if not text.textCursor().hasSelection():
        raise StuckError("chosen words")


def _see_notes(stage: Stage) -> None:
    stage.driver.place(_("Mine notater"))
    stage.camera.one("mine-notater")


def _practise(stage: Stage) -> None:
    """Answer what comes back today, and say whether it was known."""
    driver = stage.driver
    driver.place(_("Øving"))
    stage.picture("oving")
    driver.push(_("Begynn"))
    asked = driver.one(PracticeQuestion)
    stage.answering.answer(driver.one(QuestionView, asked))
    wait_until(lambda: asked.is_judging, "the one word")
    stage.glimpse("oving-visste-eller-gjettet")
    driver.push(_("Visste"), asked)
    driver.push(_("Stopp her"))


def _see_products(stage: Stage) -> None:
    """See what was made in the courses, and the plan."""
    driver = stage.driver
    driver.place(_("Arbeidsbok"))
    stage.camera.one("arbeidsbok")
    driver.push(_("Åpne planen"))
    stage.picture("plan")


def _find(stage: Stage) -> None:
    """Search in everything, open a place that was found, and look words up."""
    driver = stage.driver
    driver.key(hands.Key.Key_F, SEARCH_KEYS)
    hands.type_text(SEARCHED)
    screen = driver.screen
    if not isinstance(screen, SearchScreen):
        raise StuckError("the search")
    wait_until(lambda: screen.is_settled, "what is found")
    stage.picture("sok-i-alt")
    # Her own plan comes first; the next is the course's.
    for _step in range(2):
        driver.key(hands.Key.Key_Down)
    driver.key(hands.Key.Key_Return)
    stage.camera.one("side-med-treff")
    driver.place(_("Ordliste"))
    stage.camera.one("ordliste")


def _see_ways_out(stage: Stage) -> None:
    """See how all of it is carried to another machine, taken out, and removed."""
    driver = stage.driver
    for door, name in (
        (_("Flytt til en annen maskin"), "flytt"),
        (_("Ta ut alt mitt"), "ta-ut"),
        (_("Tøm denne maskinen"), "tom-maskinen"),
    ):
        driver.place(_("Innstillinger"))
        driver.push(door)
        stage.camera.one(name)
