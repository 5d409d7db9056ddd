"""Ctrl+K finds everything by a few letters, and leads there by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from kursapp.ui.navigation import cover, page, search
from kursapp.ui.palette import Palette
from kursapp.ui.palette_entries import Entry, entries, everywhere, matching, plain
from tests.ui.conftest import Room, sweep


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> Iterator[QMainWindow]:
    """Show a window with one command, over the small course."""
    room.parts.courses.load()
    room.settle()
    made = QMainWindow()
    made.setCentralWidget(QPushButton("Under"))
    made.resize(1100, 700)
    room.parts.actions.add(made, "larger", "Større tekst", "Ctrl++", print, "Tekst")
    made.show()
    made.activateWindow()
    made.centralWidget().setFocus()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    sweep()


def found(room: Room, words: str) -> list[str]:
    """Return the names found."""
    return [entry.name for entry in matching(entries(room.parts), words)]


def test_everything_can_be_found(room: Room, window: QMainWindow) -> None:
    """Courses, days, sessions, pages and commands."""
    assert found(room, "god led")[0] == "God ledelse"
    assert found(room, "dag 4")[0] == "Dag 4: Arbeidsgiveransvar"
    assert found(room, "økt 3.2")[0] == "Økt 3.2"
    assert found(room, "side 3.2")[0] == "Side to i økt 3.2"
    assert found(room, "tekst større") == ["Større tekst"]
    assert found(room, "finnes ikke") == []


def test_before_a_word_is_typed_the_whole_is_offered(room: Room, window: QMainWindow) -> None:
    """The course, its six days and the commands, not every page."""
    names = found(room, "")
    assert names[0] == "God ledelse"
    assert sum(name.startswith("Dag ") for name in names) == 6
    assert "Større tekst" in names
    assert "Side to i økt 1.1" not in names


def test_letters_are_found_as_they_are_written() -> None:
    """Case and accents do not matter; æ, ø and å are letters of their own."""
    assert plain("Éin ØKT på Sámegiella") == "ein økt på samegiella"
    assert plain("a\N{COMBINING RING ABOVE}") == "å"
    assert plain("Så") != plain("Sa")


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8), max_size=6))
def test_everything_found_holds_the_words(names: list[str]) -> None:
    """A search never offers what it was not asked for, and always what begins with the words first."""
    every = [Entry(name, "der", print) for name in names]
    for name in names:
        hits = matching(every, name)
        assert all(plain(name) in plain(f"{hit.name} {hit.where}") for hit in hits)
        assert plain(hits[0].name).startswith(plain(name))


def test_by_keyboard_from_a_word_to_the_place(room: Room, window: QMainWindow, qtbot: QtBot) -> None:
    """Type, go down, Enter: one is there, and the field is gone."""
    palette = Palette(room.parts, window)
    palette.appear()
    assert QApplication.focusWidget() is palette.field
    qtbot.keyClicks(palette.field, "økt 2")
    assert palette.model.rowCount() > 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    chosen = palette.model.entry(palette.list.currentIndex().row())
    assert chosen is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert room.parts.navigator.here == page("lederkurs", "d2-1")
    assert not palette.isVisible()


def test_by_mouse_too(room: Room, window: QMainWindow, qtbot: QtBot) -> None:
    """A click on a row goes there."""
    palette = Palette(room.parts, window)
    palette.appear()
    where = palette.list.visualRect(palette.model.index(0, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert room.parts.navigator.here == cover("lederkurs")


def test_escape_is_safe(room: Room, window: QMainWindow, qtbot: QtBot) -> None:
    """Nothing is done, and the keyboard is back where it was."""
    palette = Palette(room.parts, window)
    palette.appear()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.centralWidget()
    assert not room.parts.navigator.can_go_back


def test_no_hits_say_what_to_do(room: Room, window: QMainWindow, qtbot: QtBot) -> None:
    """An empty list is never shown; Enter on nothing does nothing."""
    room.parts.preferences.change(workspace="author")
    palette = Palette(room.parts, window)
    palette.appear()
    qtbot.keyClicks(palette.field, "xyzzy")
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_participant_can_look_for_it_in_everything(room: Room, window: QMainWindow, qtbot: QtBot) -> None:
    """The last of what is found, and all there is where nothing else is; blanks offer nothing of the kind."""
    assert everywhere(room.parts, "  ") == []
    palette = Palette(room.parts, window)
    palette.appear()
    qtbot.keyClicks(palette.field, " dag 4 ")
    last = palette.model.entry(palette.model.rowCount() - 1)
    assert last is not None
    assert last.name == "Søk etter «dag 4» i alt"
    palette.field.setText("xyzzy")
    assert palette.model.rowCount() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert room.parts.navigator.here == search("xyzzy")


def test_clicking_elsewhere_closes_it(room: Room, window: QMainWindow) -> None:
    """It never stands in the way."""
    palette = Palette(room.parts, window)
    palette.appear()
    window.centralWidget().setFocus()
    assert not palette.isVisible()


def test_it_fits_a_narrow_window(room: Room, window: QMainWindow) -> None:
    """And moves along when the window is made smaller."""
    palette = Palette(room.parts, window)
    palette.appear()
    window.resize(500, 480)
    assert palette.geometry().left() >= 0
    assert palette.geometry().right() <= window.width()
