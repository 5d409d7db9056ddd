"""The notes beside the page: in the order of the text, written to in place, folded where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.domain.annotation import Anchor, AnnotationKind
from kursapp.ui.participant.notes_beside.note_card import NoteCard
from kursapp.ui.participant.notes_beside.pane import AT_ONCE
from kursapp.ui.theme.scale import NOTES_WIDTH
from tests.ui.participant.notes_beside.conftest import AtPage, SitBeside

GONE = Anchor("Denne setningen står ikke i teksten lenger, den er helt borte.", "x" * 40, "y" * 40, 0, 12)


def cards(at: AtPage) -> list[NoteCard]:
    """Return the cards that are shown, from the top."""
    shown = [card for card in at.pane.findChildren(NoteCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.y())


def opened(at: AtPage) -> AtPage:
    """Let the pane be seen."""
    if not at.pane.isVisible():
        at.beside.toggle()
    at.settle()
    return at


def test_cards_stand_in_the_order_of_the_text(at: AtPage) -> None:
    """Notes to the page first, then what is marked from the top, and what is lost at the end."""
    lost = at.keep(GONE)
    second = at.put("Frister er frister")
    first = at.put("senest innen én uke", note="Husk")
    page = at.note("Om siden")
    opened(at)
    assert [card.note_id for card in cards(at)] == [page.id, first.id, second.id, lost.id]
    assert [card.text() for card in cards(at)[:2]] == ["Om siden", "Husk"]


def test_tab_goes_through_the_notes_as_they_stand(at: AtPage) -> None:
    """From «Skriv et notat» through the cards from the top, a new one too, and only then on to the page."""
    at.put("Frister er frister", note="Sist")
    at.put("senest innen én uke")
    opened(at)
    at.beside.note_to_page()
    at.settle()
    shown = cards(at)
    assert len(shown) == 3
    wanted = [stop for card in shown for stop in card.stops() if stop.isVisible()]
    assert len(wanted) == 7
    found: list[QWidget] = []
    widget: QWidget = at.pane.head_button
    while len(found) < len(wanted):
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
    assert found == wanted


def test_what_is_lost_is_told_with_its_old_words(at: AtPage) -> None:
    """The whole of the old words stands there, and what has happened."""
    at.keep(GONE, note="Min tanke")
    opened(at)
    card = cards(at)[0]
    assert card.quote.text() == GONE.quote
    assert card.changed_words.isVisible()
    assert card.changed_words.text() == "Teksten er endret siden du merket."
    assert not card.go.isVisible()
    assert card.text() == "Min tanke"


def test_what_is_written_is_kept_when_one_goes_elsewhere(at: AtPage) -> None:
    """The next page, or another screen: nothing typed is lost."""
    made = at.put("senest innen én uke")
    opened(at)
    cards(at)[0].write.click()
    at.sitting.type("Husk")
    at.beside._screen.next_page()
    at.settle()
    assert at.kept()[0].words == "Husk"
    at.go("frister")
    at.pane.write_to(made.id)
    at.sitting.type(" dette")
    at.beside._screen.leave()
    at.settle()
    assert sorted(at.kept()[0].words) == sorted("Husk dette")


def test_a_note_to_the_page_is_made_once_however_fast_one_types(at: AtPage) -> None:
    """Sent while it is being made, later words go to the same note."""
    at.beside.note_to_page()
    at.sitting.type("Først")
    at.pane.flush()
    at.sitting.type(" og mer")
    at.pane.flush()
    at.settle()
    at.sitting.type(" til")
    at.pane.flush()
    at.settle()
    assert [(each.kind, each.words) for each in at.kept()] == [(AnnotationKind.NOTE, "Først og mer til")]
    assert len(cards(at)) == 1


def test_a_note_nobody_writes_is_not_kept(at: AtPage) -> None:
    """An empty field leaves nothing behind, and asking again gives the same field."""
    at.beside.note_to_page()
    at.beside.note_to_page()
    assert len(cards(at)) == 1
    at.beside.fold()
    at.settle()
    assert at.kept() == []


def test_words_being_written_are_not_written_over(at: AtPage) -> None:
    """The notes are read anew while one types; the field stays as it is typed."""
    made = at.put("senest innen én uke", note="Husk")
    opened(at)
    at.pane.write_to(made.id)
    at.settle()
    field = cards(at)[0].field
    assert field is not None
    field.selectAll()
    at.sitting.type("Nytt")
    at.notes.read()
    at.settle()
    assert field.text() == "Nytt"


def test_a_note_is_taken_away_from_the_pane_and_back(at: AtPage) -> None:
    """The keyboard has somewhere to be meanwhile."""
    at.note("Om siden")
    opened(at)
    cards(at)[0].remove.click()
    at.settle()
    assert cards(at) == []
    assert at.sitting.heard[-1] == "Notatet er fjernet."
    assert QApplication.focusWidget() is at.pane.head_button
    take_back = at.heard[-1].act
    assert take_back is not None
    take_back()
    at.settle()
    assert [card.text() for card in cards(at)] == ["Om siden"]


def test_what_is_changed_elsewhere_is_shown(at: AtPage) -> None:
    """Mine notater changes the same notes."""
    made = at.put("senest innen én uke")
    opened(at)
    at.sitting.tasks.save(lambda participant: participant.notes.write(made.id, "Derfra"))
    at.settle()
    assert [card.text() for card in cards(at)] == ["Derfra"]


def test_many_notes_come_a_few_at_a_time(sit_beside: SitBeside) -> None:
    """The first are shown, more on wish, and one that is wanted further down is there at once."""
    at = opened(sit_beside("lang"))
    at.keep_many(AT_ONCE + 20)
    at.sitting.wait_for(lambda: len(cards(at)) == AT_ONCE, "the first cards")
    assert at.pane.more.isVisible()
    wanted = at.notes.notes.placed[AT_ONCE + 9][0].id
    at.pane.write_to(wanted)
    at.sitting.wait_for(lambda: at.pane.card(wanted) is not None, "the card that is wanted")
    at.pane.more.click()
    at.sitting.wait_for(lambda: len(cards(at)) == AT_ONCE + 20, "the others")
    assert not at.pane.more.isVisible()


@pytest.mark.parametrize(("width", "shown"), [(960, False), (1366, False), (1600, True)])
def test_the_pane_folds_where_there_is_no_room(sit_beside: SitBeside, width: int, shown: bool) -> None:
    """Below 1500 it is away until one asks for it, and one who has asked decides."""
    at = sit_beside(size=(width, 700))
    assert at.pane.isVisible() is shown
    at.beside.toggle()
    at.settle()
    assert at.pane.isVisible() is not shown
    at.beside.toggle()
    at.settle()
    assert at.pane.isVisible() is shown
    if shown:
        assert at.pane.width() == NOTES_WIDTH


def test_escape_in_the_pane_goes_back_to_the_page(at: AtPage) -> None:
    """Folded away, it leaves the keyboard with the page."""
    at.beside.toggle()
    assert at.pane.isAncestorOf(QApplication.focusWidget())
    at.key(Qt.Key.Key_Escape)
    assert not at.pane.isVisible()
    assert at.sitting.view().hasFocus()


def test_the_eye_shows_the_words_in_the_text(sit_beside: SitBeside) -> None:
    """A mark far down is brought into view, with its box."""
    at = opened(sit_beside("lang"))
    at.put("Avsnitt 25.")
    before = at.sitting.view().verticalScrollBar().value()
    cards(at)[0].go.click()
    at.settle()
    assert at.sitting.view().verticalScrollBar().value() > before
    assert at.marking.box.isVisible()


def test_everything_has_a_name(at: AtPage) -> None:
    """A screen reader says what each button and field is about."""
    at.put("senest innen én uke", note="Husk")
    at.note("Om siden")
    opened(at)
    at.select("Fristen")
    widgets = [*at.pane.findChildren(QWidget), *at.marking.box.findChildren(QWidget)]
    stops = [each for each in widgets if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops
    assert [each for each in stops if not (each.accessibleName() or getattr(each, "text", str)())] == []


def test_the_pane_is_one_of_the_windows_regions(at: AtPage) -> None:
    """F6 comes to it."""
    assert at.pane in at.beside._screen.regions()
