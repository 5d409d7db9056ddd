"""Find and replace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.find_bar import FindBar
from kursapp.ui.author.editor.searching import Everywhere, Query
from kursapp.ui.theme.theme import Theme
from tests.ui.author.editor.conftest import press, put

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def bar(editor: MarkdownEditor) -> FindBar:
    """Open the bar in a text."""
    editor.set_text("Barn og barn.\n\nSmåbarn\nSlutt\n")
    editor.find_bar.open_to_replace()
    return editor.find_bar


def place(editor: MarkdownEditor) -> tuple[int, int]:
    """Return what is chosen in the text."""
    cursor = editor.code.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def test_typing_finds_the_first_and_enter_the_next(editor: MarkdownEditor, bar: FindBar) -> None:
    """Around the end; Shift+Enter goes back."""
    QTest.keyClicks(bar.field, "barn")
    assert (place(editor), bar.told.text()) == ((0, 4), "1 av 3")
    QTest.keyClick(bar.field, ENTER)
    assert (place(editor), bar.told.text()) == ((8, 12), "2 av 3")
    QTest.keyClick(bar.field, ENTER)
    QTest.keyClick(bar.field, ENTER)
    assert place(editor) == (0, 4)
    QTest.keyClick(bar.field, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert bar.told.text() == "3 av 3"


def test_choices_narrow_what_is_found(editor: MarkdownEditor, bar: FindBar) -> None:
    """Case, whole words, a pattern."""
    QTest.keyClicks(bar.field, "barn")
    bar.case.click()
    assert bar.told.text().endswith("av 2")
    bar.word.click()
    assert bar.told.text().endswith("av 1")
    bar.pattern.click()
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "[Bb]arn")
    assert bar.told.text().endswith("av 2")


def test_nothing_found_says_so_and_moves_nothing(editor: MarkdownEditor, bar: FindBar) -> None:
    """One stays where one was."""
    editor.go_to(4)
    before = place(editor)
    QTest.keyClicks(bar.field, "vegvesen")
    QTest.keyClick(bar.field, ENTER)
    assert (bar.told.text(), place(editor)) == ("Ingen treff", before)


def test_a_pattern_that_cannot_be_read_says_why_at_the_field(bar: FindBar) -> None:
    """And no longer when it can."""
    bar.pattern.click()
    QTest.keyClicks(bar.field, "(ba")
    assert bar.error.isVisible()
    assert bar.error.text() == "Mønsteret kan ikke leses ved tegn 3. Rett det, eller slå av «Mønster»."
    assert bar.field.property("state") == "error"
    QTest.keyClicks(bar.field, ")")
    assert not bar.error.isVisible()
    assert bar.told.text() == "1 av 3"


def test_replacing_one_goes_to_the_next(editor: MarkdownEditor, bar: FindBar) -> None:
    """The first press only chooses where nothing is chosen yet."""
    bar.field.setText("barn")
    bar.instead.setText("unge")
    bar.one.click()
    assert "unge" not in editor.text()
    bar.one.click()
    assert editor.text().startswith("unge og barn")
    assert place(editor) == (8, 12)


def test_replacing_all_is_one_step(editor: MarkdownEditor, bar: FindBar) -> None:
    """With the groups of a pattern; and it is told how many."""
    bar.pattern.click()
    bar.field.setText("(b)arn")
    bar.instead.setText("$1oks $1")
    bar.all.click()
    assert editor.text() == "Boks B og boks b.\n\nSmåboks b\nSlutt\n"
    assert bar.told.text() == "3 steder er erstattet"
    editor.code.undo()
    assert editor.text() == "Barn og barn.\n\nSmåbarn\nSlutt\n"


def test_a_replacement_that_holds_what_is_looked_for_is_put_in_once(editor: MarkdownEditor, bar: FindBar) -> None:
    """Nothing is replaced in what came instead."""
    bar.field.setText("barn")
    bar.instead.setText("barna barn")
    bar.all.click()
    assert editor.text().count("barna barn") == 3


def test_the_words_chosen_are_looked_for_and_escape_goes_back(editor: MarkdownEditor, bar: FindBar) -> None:
    """The places found lose their ground when the bar closes."""
    put(editor, "en ¦linje¦ og en linje")
    bar.open_to_find()
    assert bar.field.text() == "linje"
    QTest.keyClick(bar.field, ESCAPE)
    assert not bar.isVisible()
    assert editor.code.hasFocus()


def test_every_place_on_screen_is_marked(editor: MarkdownEditor, bar: FindBar, theme: Theme) -> None:
    """Until the bar closes."""

    def grounds() -> list[QColor]:
        formats = editor.code.document().findBlockByNumber(2).layout().formats()
        return [one.format.background().color() for one in formats]

    QTest.keyClicks(bar.field, "barn")
    QApplication.processEvents()
    assert theme.color("accent_tint") in grounds()
    bar.close_bar()
    QApplication.processEvents()
    assert theme.color("accent_tint") not in grounds()


def test_the_count_follows_what_is_typed(editor: MarkdownEditor, bar: FindBar, qtbot: QtBot) -> None:
    """A moment after the key."""
    QTest.keyClicks(bar.field, "barn")
    editor.setFocus()
    editor.go_to(4, 6)
    press(editor, "barn")
    qtbot.waitUntil(lambda: bar.told.text() == "4 treff")


def test_looking_in_every_file_is_somebody_elses_work(bar: FindBar, qtbot: QtBot) -> None:
    """The bar says what to look for, and what to put instead where that is asked."""
    QTest.keyClicks(bar.field, "barn")
    bar.case.click()
    bar.instead.setText("unge")
    with qtbot.waitSignal(bar.everywhere_wanted) as told:
        bar.everywhere.click()
    assert told.args == [Everywhere(Query("barn", case=True), "unge")]
    bar.close_bar()
    bar.second.hide()
    bar.open_to_find()
    with qtbot.waitSignal(bar.everywhere_wanted) as told:
        bar.everywhere.click()
    assert told.args == [Everywhere(Query("barn", case=True), None)]


def test_what_cannot_be_read_is_not_looked_for_anywhere(bar: FindBar, qtbot: QtBot) -> None:
    """Nor is nothing."""
    with qtbot.assertNotEmitted(bar.everywhere_wanted):
        bar.everywhere.click()
        bar.pattern.click()
        QTest.keyClicks(bar.field, "(")
        bar.everywhere.click()


def test_the_words_chosen_are_looked_for_everywhere_by_one_key(editor: MarkdownEditor, qtbot: QtBot) -> None:
    """Where nothing is chosen the bar asks what to look for."""
    put(editor, "en ¦fugl¦ og")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(editor.find_bar.everywhere_wanted) as told:
        QTest.keyClick(editor.code, Qt.Key.Key_F, keys)
    assert told.args == [Everywhere(Query("fugl"), None)]
    put(editor, "¦en fugl")
    with qtbot.assertNotEmitted(editor.find_bar.everywhere_wanted):
        QTest.keyClick(editor.code, Qt.Key.Key_F, keys)
    assert editor.find_bar.isVisible()


def test_escape_closes_it_from_its_buttons_too(editor: MarkdownEditor, bar: FindBar) -> None:
    """The keyboard is in the text again."""
    QTest.keyClick(bar.all, ESCAPE)
    assert bar.isHidden()
    assert editor.code.hasFocus() or editor.focusWidget() is editor.code
