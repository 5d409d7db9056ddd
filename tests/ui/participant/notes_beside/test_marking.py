"""Words of a page are marked by mouse and by keyboard, and what is marked is changed and taken away again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kursapp.domain.annotation import LONGEST_QUOTE
from kursapp.domain.problem import Problem
from kursapp.services.participant import Participant
from kursapp.ui.navigation import glossary
from kursapp.ui.participant.notes_beside.mark_box import MarkBox
from kursapp.ui.participant.notes_beside.marking import Marking
from kursapp.ui.widgets.glossary_popover import GlossaryPopover
from tests.ui.participant.notes_beside.conftest import AtPage, SitBeside

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_page_has_neither_box_before_one_is_asked_for(at: AtPage) -> None:
    """The box of colours and that of terms are three dozen parts of a page on which most readers use neither."""
    view = at.sitting.view()
    assert not view.findChildren(MarkBox)
    assert not view.findChildren(GlossaryPopover)
    at.select("senest innen én uke")
    assert view.findChildren(MarkBox) == [at.marking.box]


def test_chosen_words_are_marked_with_a_key(at: AtPage) -> None:
    """Choosing opens the box with the keyboard in it; 2 is green, in the text and in the profile."""
    at.select("senest innen én uke")
    assert at.marking.box.isVisible()
    at.key(Key.Key_2)
    assert not at.marking.box.isVisible()
    assert at.marked() == [("senest innen én uke", "green")]
    kept = at.kept()[0]
    assert (kept.anchor.quote, kept.colour, kept.page_id, kept.page_title) == (
        "senest innen én uke",
        "green",
        "frister",
        "Frister",
    )


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("snarest 😀, og", "snarest 😀, og"),
        ("uke. Se loven.", "uke. Se loven."),
        ("loven.\nTre", None),
        ("Undersøkelse\ntre måneder", "Undersøkelse\ntre måneder"),
        ("שלום עולם", "שלום עולם"),
        (" snarest ", "snarest"),
    ],
)
def test_what_is_chosen_is_what_is_kept(at: AtPage, words: str, quote: str | None) -> None:
    """An emoji, a link, cells of a table, words from right to left: the quote is the words, without space around."""
    if quote is None:
        text = at.texts()[0].plain()
        words = text[text.index("uke.") : text.index("Undersøkelse") + 12]
        # Qt chooses whole rows of a table that is come into from above.
        quote = text[text.index("uke.") : text.index("tre måneder") + 11]
    at.select(words)
    at.key(Key.Key_1)
    assert at.kept()[0].anchor.quote == quote
    assert at.marked() == [(quote, "yellow")]


def test_a_very_long_choice_is_kept_as_far_as_it_goes(sit_beside: SitBeside) -> None:
    """More than can be kept is marked to where it ends, and found again."""
    at = sit_beside("lang")
    text = at.texts()[0].plain()
    assert len(text) > LONGEST_QUOTE
    at.select(text[:6_000])
    at.key(Key.Key_3)
    assert at.marked() == [(text[:LONGEST_QUOTE], "blue")]


def test_the_keyboard_alone_marks(at: AtPage) -> None:
    """Ctrl+M puts a caret in the text, Shift with arrows chooses, Enter opens the box."""
    at.beside.mark()
    text = at.texts()[0]
    assert text.hasFocus()
    at.key(Key.Key_Home, Modifier.ControlModifier)
    for _word in range(2):
        at.key(Key.Key_Right, Modifier.ShiftModifier | Modifier.ControlModifier)
    at.key(Key.Key_Return)
    assert at.marking.box.isVisible()
    buttons = (*at.marking.box.swatches, at.marking.box.note, at.marking.box.copy)
    at.settle()
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in buttons)
    assert not at.marking.box.area.verticalScrollBar().isVisible()
    at.key(Key.Key_4)
    assert at.marked() == [("En melding", "pink")]
    assert not at.marking.selecting.has_caret


def test_enter_takes_the_whole_paragraph(at: AtPage) -> None:
    """With nothing chosen, Enter chooses the paragraph the caret is in."""
    at.beside.mark()
    at.key(Key.Key_Home, Modifier.ControlModifier)
    at.key(Key.Key_Return)
    at.key(Key.Key_1)
    assert at.marked() == [("En melding skal gjennomgås snarest 😀, og senest innen én uke. Se loven.", "yellow")]


def test_the_caret_goes_past_what_stands_between_two_texts(at: AtPage) -> None:
    """Arrow down at the end of a text goes on below the question."""
    at.beside.mark()
    at.key(Key.Key_End, Modifier.ControlModifier)
    at.key(Key.Key_Down)
    assert at.texts()[1].hasFocus()
    at.key(Key.Key_Up)
    assert at.texts()[0].hasFocus()
    at.key(Key.Key_Escape)
    assert not at.marking.selecting.has_caret


def test_the_caret_is_taken_away_by_the_same_key(at: AtPage) -> None:
    """Ctrl+M twice is back where one was; arrows scroll the page again."""
    at.beside.mark()
    assert at.marking.selecting.has_caret
    at.beside.mark()
    assert not at.marking.selecting.has_caret


def test_the_caret_begins_a_line_and_goes_with_the_page(sit_beside: SitBeside) -> None:
    """It stands at the beginning of what is seen; turning the page takes it away, and what was chosen with it."""
    at = sit_beside("lang")
    at.sitting.view().verticalScrollBar().setValue(900)
    at.settle()
    at.beside.mark()
    text = at.texts()[0]
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.StartOfLine)
    assert text.textCursor().position() == cursor.position() > 0
    assert not text.visibleRegion().intersected(text.cursorRect()).isEmpty()
    before = at.marking
    at.key(Key.Key_Right, Modifier.ShiftModifier)
    assert before.selecting.choice() is not None
    at.go("siste")
    assert not before.selecting.has_caret
    assert before.selecting.choice() is None


def test_a_page_without_text_says_so(at: AtPage) -> None:
    """Where nothing of the text is seen the command explains itself."""
    for text in at.texts():
        text.hide()
    at.beside.mark()
    assert at.sitting.heard[-1] == "Det er ingen løpende tekst å merke her."


def test_a_mark_one_clicks_opens_with_its_colour(at: AtPage) -> None:
    """The box shows what it is, and another number changes it."""
    at.put("senest innen én uke", "blue")
    at.click("senest")
    box = at.marking.box
    assert box.isVisible()
    assert [swatch.colour for swatch in box.swatches if swatch.isChecked()] == ["blue"]
    at.key(Key.Key_4)
    assert at.marked() == [("senest innen én uke", "pink")]


def test_a_mark_inside_another_is_the_one_that_opens(at: AtPage) -> None:
    """Marks may overlap; the shortest is meant."""
    at.put("gjennomgås snarest 😀, og senest innen én uke")
    inner = at.put("senest innen", "green")
    at.click("senest")
    assert [swatch.colour for swatch in at.marking.box.swatches if swatch.isChecked()] == ["green"]
    at.key(Key.Key_Delete)
    assert inner.id not in [each.id for each in at.kept()]
    assert len(at.kept()) == 1


def test_taking_a_mark_away_can_be_taken_back(at: AtPage) -> None:
    """The bar offers it for six seconds."""
    at.put("senest innen én uke")
    at.click("senest")
    at.key(Key.Key_Delete)
    assert at.marked() == []
    assert at.sitting.heard[-1] == "Merket er fjernet."
    take_back = at.heard[-1].act
    assert take_back is not None
    take_back()
    at.settle()
    assert at.marked() == [("senest innen én uke", "yellow")]


def test_a_mark_that_was_erased_meanwhile_is_told(at: AtPage) -> None:
    """Emptied out of the bin from elsewhere, it cannot be changed; a sentence says so, and nothing else happens."""
    made = at.put("senest innen én uke")

    def erase(participant: Participant) -> None:
        participant.notes.remove(made.id)
        participant.notes.empty_bin()

    at.sitting.profile_asks(erase)
    found: list[Problem] = []
    at.sitting.tasks.trouble.connect(found.append)
    at.click("senest")
    at.key(Key.Key_2)
    assert [each.code for each in found] == ["note-gone"]
    assert at.kept() == []


def test_the_same_words_are_marked_once(at: AtPage) -> None:
    """Choosing what is marked already opens that mark."""
    at.put("senest innen én uke", "green")
    at.select("senest innen én uke")
    at.key(Key.Key_1)
    assert at.marked() == [("senest innen én uke", "yellow")]


def test_escape_closes_the_box_and_then_lets_go(at: AtPage) -> None:
    """The words stay chosen until they are let go of."""
    at.select("senest")
    at.key(Key.Key_Escape)
    assert not at.marking.box.isVisible()
    assert at.marking.selecting.choice() is not None
    at.marking.let_go()
    assert at.marking.selecting.choice() is None


def test_the_box_goes_when_the_keyboard_does(at: AtPage) -> None:
    """Going elsewhere puts it away, and so does scrolling."""
    at.select("senest")
    at.sitting.view().setFocus()
    at.settle()
    assert not at.marking.box.isVisible()


def test_words_are_copied_from_the_box(at: AtPage) -> None:
    """Ctrl+C and the button copy what is chosen, or what is marked."""
    QApplication.clipboard().clear()
    at.select("senest innen")
    at.key(Key.Key_C, Modifier.ControlModifier)
    assert QApplication.clipboard().text() == "senest innen"
    at.put("Fristen står")
    at.click("Fristen")
    at.marking.box.copy.click()
    assert QApplication.clipboard().text() == "Fristen står"


def test_a_chosen_term_can_be_looked_up(at: AtPage) -> None:
    """The box offers the glossary for a term, in any case, and for nothing else."""
    at.select("snarest")
    assert not at.marking.box.term.isVisible()
    at.key(Key.Key_Escape)
    at.select("melding")
    assert at.marking.box.term.isVisible()
    at.marking.box.term.click()
    assert at.sitting.navigator.here == glossary(at.sitting.opened().course.id, "melding")


def test_a_link_the_keyboard_is_on_is_no_choice(at: AtPage) -> None:
    """Qt chooses the link Tab goes to; nobody wants to mark it by that."""
    text = at.texts()[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    cursor = text.textCursor()
    start = text.place_of(text.plain().index("loven"))
    cursor.setPosition(start)
    cursor.setPosition(start + 5, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert at.marking.selecting.choice() is None
    at.select("loven")
    assert at.marking.selecting.choice() is not None


def test_words_are_chosen_in_one_text_at_a_time(at: AtPage) -> None:
    """Beginning in another text lets go of the first."""
    at.select("senest")
    at.select("Etter spørsmålet", 1)
    at.marking.box.dismiss()
    QTest.mousePress(at.texts()[1].viewport(), Qt.MouseButton.LeftButton)
    assert not at.texts()[0].textCursor().hasSelection()


def entries(marking: Marking, mark: object) -> dict[str, object]:
    menu = QMenu()
    marking.selecting.menu_asked.emit(menu, mark)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_the_right_button_offers_the_same(at: AtPage) -> None:
    """On chosen words the colours and a note, on a mark its change and its end, on nothing nothing."""
    assert entries(at.marking, None) == {}
    at.select("senest")
    assert list(entries(at.marking, None)) == [
        "Merk: gul",
        "Merk: grønn",
        "Merk: blå",
        "Merk: rosa",
        "Skriv et notat",
    ]
    at.marking.let_go()
    at.put("Fristen står")
    menu = QMenu()
    at.marking.selecting.menu_asked.emit(menu, at.texts()[0].marks("highlight")[0])
    assert [action.text() for action in menu.actions() if action.text()] == ["Endre merket", "Fjern merket"]
    menu.actions()[-1].trigger()
    at.settle()
    assert at.marked() == []


def test_a_note_to_chosen_words_is_written_beside_the_page(at: AtPage) -> None:
    """N marks the words, opens the pane and puts the keyboard in the note's field."""
    at.select("senest innen én uke")
    at.key(Key.Key_N)
    assert at.pane.isVisible()
    card = at.pane.card(at.kept()[0].id)
    assert card is not None
    assert card.field is not None
    assert card.field.hasFocus()
    at.sitting.type("Husk dette")
    at.beside.fold()
    at.settle()
    assert at.kept()[0].words == "Husk dette"
