"""Søk: typed, found, chosen and opened, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kursapp.domain.problem import refusal
from kursapp.domain.search_hit import Found, HitKind
from kursapp.services.participant import Participant
from kursapp.ui.navigation import found, page, search
from kursapp.ui.participant.search.asking import MOST_SHOWN
from kursapp.ui.participant.search.screen import LONGEST, SearchScreen
from kursapp.ui.theme.theme import Look
from tests.ui.conftest import LONG, Room
from tests.ui.participant.search.conftest import HandIndex, answer, hit

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(room: Room, show: Show, index: HandIndex) -> SearchScreen:
    """Show the screen over the small course."""
    parts = room.parts
    made = SearchScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.actions)
    parts.courses.load()
    room.settle()
    show(made)
    made.enter(search())
    made.first_focus().setFocus()
    return made


def ask(room: Room, screen: SearchScreen, words: str) -> None:
    """Type, and wait for what comes of it."""
    screen.field.setText(words)
    settled(room, screen)


def settled(room: Room, screen: SearchScreen) -> None:
    room.qtbot.waitUntil(lambda: screen._asking.is_settled, timeout=LONG)


def titles(screen: SearchScreen) -> list[str]:
    return [each.title for each in screen.list.found.hits]


def test_before_anything_is_typed_it_says_what_can_be_found(screen: SearchScreen, index: HandIndex) -> None:
    """And that nothing leaves the machine; nothing is asked, blanks ask nothing."""
    assert screen._help.isVisible()
    screen.field.setText("   ")
    assert screen._help.isVisible()
    assert not screen.list.isVisible()
    assert index.asked == []


def test_what_is_typed_is_found_and_counted(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """The first is chosen, and the count is said."""
    index.answers["frist"] = answer("Frister", "Meldefrist")
    ask(room, screen, "frist")
    assert titles(screen) == ["Frister", "Meldefrist"]
    assert screen.list.hit() == screen.list.found.hits[0]
    assert screen.told.text() == "2 treff"
    assert not screen._help.isVisible()
    index.answers["f"] = answer("Frister", total=731)
    ask(room, screen, "f")
    assert screen.told.text() == "De 1 beste av 731 treff"


def test_an_answer_to_what_was_typed_earlier_is_dropped(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """However late it comes, only what is asked last is shown."""
    index.at_once = False
    index.answers = {"fri": answer("Fritid"), "frist": answer("Frister")}
    screen.field.setText("fri")
    room.qtbot.waitUntil(lambda: bool(index.waiting), timeout=LONG)
    screen.field.setText("frist")
    room.qtbot.waitUntil(lambda: len(index.waiting) == 2, timeout=LONG)
    index.answer("frist")
    settled(room, screen)
    index.answer("fri")
    assert titles(screen) == ["Frister"]


def test_what_is_still_asked_when_the_field_is_emptied_shows_nothing(
    room: Room, screen: SearchScreen, index: HandIndex
) -> None:
    """The empty field has the help below it, and keeps it."""
    index.at_once = False
    index.answers["frist"] = answer("Frister")
    screen.field.setText("frist")
    room.qtbot.waitUntil(lambda: bool(index.waiting), timeout=LONG)
    screen.field.clear()
    index.answer("frist")
    assert titles(screen) == []
    assert screen._help.isVisible()


def test_emptied_before_it_is_asked_nothing_is_asked(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """What was typed and taken away at once leaves the help, and no word of finding nothing."""
    screen.field.setText("frist")
    screen.field.clear()
    settled(room, screen)
    assert index.asked == []
    assert screen._help.isVisible()
    assert not screen.nothing.isVisible()


def test_both_halves_are_one_answer(
    room: Room, screen: SearchScreen, index: HandIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one has written stands among the course's text, by rank; the choice stays on what was chosen."""
    own = Found((hit("Eget", HitKind.NOTE, 0.5, target="n1"),), 1)
    monkeypatch.setattr("kursapp.services.own_search.OwnSearch.find", lambda *_args, **_named: own)
    index.answers["frist"] = answer("Frister", "Meldefrist")
    ask(room, screen, "frist")
    assert titles(screen) == ["Frister", "Eget", "Meldefrist"]
    assert screen.told.text() == "3 treff"


def test_own_words_that_cannot_be_read_leave_the_courses(
    room: Room, screen: SearchScreen, index: HandIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile in trouble has told of it elsewhere; the search goes on with the other half."""

    def refuse(*_args: object, **_named: object) -> Found:
        raise refusal("profile-damaged")

    monkeypatch.setattr("kursapp.services.own_search.OwnSearch.find", refuse)
    index.answers["frist"] = answer("Frister")
    ask(room, screen, "frist")
    assert titles(screen) == ["Frister"]


def test_nothing_found_says_so_and_offers_everything(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """The offer is there where the search was narrowed, and widens it."""
    ask(room, screen, "bjørk")
    assert screen.nothing.isVisible()
    assert screen._none_title.text() == "Ingen treff på «bjørk»"
    assert not screen.widen.isVisible()
    screen.kinds.button(2).click()
    settled(room, screen)
    assert index.asked[-1]["kinds"] == frozenset({HitKind.TERM})
    assert screen.widen.isVisible()
    index.answers["bjørk"] = answer("Bjørk")
    screen.widen.click()
    settled(room, screen)
    assert screen.kinds.checkedId() == 0
    assert titles(screen) == ["Bjørk"]


def test_own_words_alone_do_not_ask_the_courses(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """Notes are asked for in the profile and nowhere else."""
    screen.kinds.button(3).click()
    ask(room, screen, "frist")
    assert index.asked == []


def test_a_course_that_is_still_read_is_asked_again(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """It is said, and what comes later is shown without moving the choice."""
    index.answers["frist"] = answer("Frister", "Meldefrist", complete=False)
    screen.field.setText("frist")
    room.qtbot.waitUntil(lambda: titles(screen) == ["Frister", "Meldefrist"], timeout=LONG)
    assert screen.told.text() == "2 treff. Kursene leses første gang, 40 % er lest. Flere treff kan komme."
    screen.list.step(1)
    index.answers["frist"] = answer("Ny frist", "Frister", "Meldefrist")
    room.qtbot.waitUntil(lambda: len(titles(screen)) == 3, timeout=LONG)
    settled(room, screen)
    assert screen.list.hit() is not None
    assert screen.list.hit().title == "Meldefrist"
    assert screen.told.text() == "3 treff"


def test_nothing_yet_is_not_nothing(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """Before the courses are read it never says that there are no hits."""
    index.answers["frist"] = Found((), 0, complete=False, indexed=0.0)
    screen.field.setText("frist")
    room.qtbot.waitUntil(lambda: screen.told.text() != "", timeout=LONG)
    assert not screen.nothing.isVisible()
    assert screen.told.text() == "Kursene leses første gang, 0 % er lest. Flere treff kan komme."


def test_arrow_keys_choose_and_enter_opens(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """With the keyboard in the field all the time; the passage is where one comes to."""
    first = hit("Frister", spot=found("Om Frister"))
    index.answers["frist"] = Found((first, hit("Meldefrist", rank=1.0)), 2)
    ask(room, screen, "frist")
    QTest.keyClick(screen.field, Qt.Key.Key_Down)
    QTest.keyClick(screen.field, Qt.Key.Key_Down)
    assert screen.list.currentIndex().row() == 1
    QTest.keyClick(screen.field, Qt.Key.Key_Up)
    QTest.keyClick(screen.field, Qt.Key.Key_Return)
    assert room.parts.navigator.here == page("lederkurs", "d1-1", "d1-1/start", spot=found("Om Frister"))


def test_enter_with_nothing_found_goes_nowhere(room: Room, screen: SearchScreen) -> None:
    """And neither do the arrows."""
    where = room.parts.navigator.here
    ask(room, screen, "bjørk")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
        QTest.keyClick(screen.field, key)
    assert room.parts.navigator.here == where


def test_coming_back_everything_stands_as_it_was(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """The words, the hits and the one that was opened, with the keyboard on it."""
    index.answers["frist"] = answer("Frister", "Meldefrist")
    ask(room, screen, "frist")
    screen.list.step(1)
    screen.list.open_chosen()
    screen.enter(search())
    settled(room, screen)
    assert screen.field.text() == "frist"
    assert screen.list.hit().title == "Meldefrist"
    assert screen.first_focus() is screen.list


def test_words_brought_along_are_asked_and_not_remembered(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """From Ctrl+K or the glossary: asked in everything, and the path holds no words."""
    index.answers["avvik"] = answer("Avvik")
    screen.kinds.button(3).click()
    room.parts.navigator.go(search("avvik"))
    screen.enter(search("avvik"))
    settled(room, screen)
    assert titles(screen) == ["Avvik"]
    assert screen.kinds.checkedId() == 0
    assert room.parts.navigator.here == search()


def test_escape_empties_the_field_and_brings_the_keyboard_to_it(
    room: Room, screen: SearchScreen, index: HandIndex
) -> None:
    """From the list it goes to the field with the words in it; from the field it empties it."""
    index.answers["frist"] = answer("Frister")
    ask(room, screen, "frist")
    screen.list.setFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    assert screen.field.hasFocus()
    assert screen.field.text() == "frist"
    QTest.keyClick(screen.field, Qt.Key.Key_Escape)
    assert screen.field.text() == ""


def test_a_course_can_be_chosen(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """The search stays in it; with one course alone there is nothing to choose."""
    assert screen.course.isHidden()
    screen.course.set_value("lederkurs")
    ask(room, screen, "frist")
    assert index.asked[-1]["course_id"] == "lederkurs"


def test_a_long_text_is_cut_and_asked(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """Ten thousand letters pasted in are no more than a line."""
    ask(room, screen, "frist " * 2_000)
    assert len(index.asked[-1]["words"]) <= LONGEST
    assert index.asked[-1]["limit"] == MOST_SHOWN


def test_a_new_note_is_found_without_typing_again(
    room: Room, screen: SearchScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When something has been saved, what is asked is asked once more."""
    ask(room, screen, "frist")
    monkeypatch.setattr(
        "kursapp.services.own_search.OwnSearch.find", lambda *_args, **_named: Found((hit("Eget", HitKind.NOTE),), 1)
    )
    screen.refresh(frozenset())
    room.qtbot.waitUntil(lambda: titles(screen) == ["Eget"], timeout=LONG)


def test_every_control_has_a_name_and_a_hit_is_read_whole(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """A screen reader says title, kind, way and passage."""
    index.answers["frist"] = answer("Frister")
    ask(room, screen, "frist")
    said = screen.list.found.data(screen.list.found.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Frister. Side. God ledelse, Dag 1. Om Frister her"
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named or (isinstance(widget, QAbstractButton) and widget.text())


def test_it_is_drawn_at_every_size(room: Room, screen: SearchScreen, index: HandIndex) -> None:
    """Long words, emoji before a mark and twice the size: a row is as high as its words."""
    index.answers["frist"] = Found((hit("\U0001f600 " + "Langt " * 40), hit("Kort")), 2)
    ask(room, screen, "frist")
    before = screen.list.sizeHintForRow(0)
    screen.grab()
    room.parts.theme.wear(Look("dark", 200))
    QApplication.processEvents()
    assert screen.list.sizeHintForRow(0) > before
    screen.grab()


def test_what_cannot_be_seen_at_once_is_reached_by_keyboard(room: Room, screen: SearchScreen) -> None:
    """In a low window at twice the size the help scrolls by its keys; where all is seen it is no stop."""
    assert screen._rest.focusPolicy() == Qt.FocusPolicy.NoFocus
    room.parts.theme.wear(Look("light", 200))
    screen.resize(760, 480)
    bar = screen._rest.verticalScrollBar()
    room.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=LONG)
    screen._rest.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(screen._rest, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_own_words_are_asked_with_the_courses_there_are(room: Room) -> None:
    """The participant's half takes the same narrowing as the other."""

    def ask_it(participant: Participant) -> Found:
        return participant.search.find("frist", room.parts.courses.get, kinds=(), course_id="", limit=5)

    got: list[Found] = []
    room.parts.tasks.profile(ask_it, got.append)
    room.settle()
    assert got == [Found()]
