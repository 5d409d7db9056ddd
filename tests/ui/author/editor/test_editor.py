"""The Markdown editor as its neighbours use it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Severity, problem
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.edits import replace_all
from kursapp.ui.author.editor.sheet import Sheet
from kursapp.ui.theme.theme import Look, Theme
from tests.ui.conftest import sweep


class Edit(NamedTuple):
    """An edit as findings carry it."""

    line: int
    start: int
    end: int
    text: str


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# Tittel\n\nBrødtekst\n",
        "med\u00a0hardt mellomrom\n",
        "en 😀 og to\u2028linjer\n",
        "avsnitt\u2029tegn \ufdd0\ufdd1\n",
        "tabulator\there\n\n\n",
    ],
)
def test_a_text_comes_out_as_it_went_in(editor: MarkdownEditor, text: str) -> None:
    """No character is lost or becomes another, whatever a text document does with it."""
    editor.open("a.md", text)
    assert editor.text() == text


def test_each_file_keeps_its_steps_and_its_place(editor: MarkdownEditor) -> None:
    """One can go to another file and back, and undo what was done before."""
    editor.open("a.md", "en\nto\ntre\n")
    editor.go_to(2, 3)
    QTest.keyClicks(editor.code, "!")
    editor.open("b.md", "annet\n")
    editor.code.undo()
    assert editor.text() == "annet\n"
    editor.open("a.md", "en\nto!\ntre\n")
    assert (editor.line(), editor.column()) == (2, 4)
    editor.code.undo()
    assert editor.text() == "en\nto\ntre\n"


def test_a_file_that_changed_meanwhile_shows_what_it_is_now(editor: MarkdownEditor) -> None:
    """Opening it again gives the new text, and the old is one step back."""
    editor.open("a.md", "en\nto\n")
    editor.open("b.md", "")
    editor.open("a.md", "en\nto og en halv\n")
    assert editor.text() == "en\nto og en halv\n"
    editor.code.undo()
    assert editor.text() == "en\nto\n"


def test_closing_a_file_forgets_its_steps(editor: MarkdownEditor) -> None:
    """A removed file's steps are not there for a new one of its name."""
    editor.open("a.md", "en")
    QTest.keyClicks(editor.code, "x")
    editor.open("b.md", "")
    editor.close_file("a.md")
    editor.open("a.md", "ny")
    editor.code.undo()
    assert editor.text() == "ny"


def test_edits_are_one_step_and_the_cursor_stays_at_its_word(editor: MarkdownEditor) -> None:
    """Columns count characters, also after an emoji and with a tab expanded."""
    editor.open("a.md", "😀 ab\n\tcd\nslutt")
    editor.go_to(3, 3)
    editor.edit([Edit(1, 3, 4, "A"), Edit(2, 5, 5, ">"), Edit(1, 1, 1, "ny linje\n")], "Reparert")
    assert editor.text() == "ny linje\n😀 Ab\n\t>cd\nslutt"
    assert (editor.line(), editor.column()) == (4, 3)
    editor.code.undo()
    assert editor.text() == "😀 ab\n\tcd\nslutt"


def test_edits_that_overlap_or_lie_past_the_end_are_left_out(editor: MarkdownEditor) -> None:
    """A finding of an older text does no harm."""
    editor.open("a.md", "abcdef")
    editor.edit([Edit(1, 1, 4, "X"), Edit(1, 3, 6, "Y"), Edit(9, 1, 1, "Z")], "")
    assert editor.text() == "abYf"


def test_an_outside_change_keeps_the_cursor(editor: MarkdownEditor) -> None:
    """What begins and ends alike is left alone."""
    editor.open("a.md", "en\nto\ntre\nfire\n")
    editor.go_to(4, 3)
    editor.replace_text("en\n2\n2,5\ntre\nfire\n")
    assert (editor.line(), editor.column()) == (5, 3)
    editor.code.undo()
    assert editor.text() == "en\nto\ntre\nfire\n"


def test_typing_tells_at_once_and_after_a_pause(editor: MarkdownEditor, qtbot: QtBot) -> None:
    """Opening a file tells neither."""
    told: list[str] = []
    editor.edited.connect(lambda: told.append("edited"))
    editor.paused.connect(lambda: told.append("paused"))
    editor.open("a.md", "en")
    qtbot.wait(250)
    assert told == []
    QTest.keyClicks(editor.code, "ab")
    assert told == ["edited", "edited"]
    qtbot.waitUntil(lambda: told == ["edited", "edited", "paused"])
    QTest.keyClicks(editor.code, "c")
    editor.open("b.md", "")
    qtbot.wait(250)
    assert told == ["edited", "edited", "paused", "edited"]


def test_the_line_is_told_when_it_is_another(editor: MarkdownEditor) -> None:
    """Once a line, not once a column."""
    editor.open("a.md", "en\nto\n")
    lines: list[int] = []
    editor.line_changed.connect(lines.append)
    QTest.keyClick(editor.code, Qt.Key.Key_Right)
    QTest.keyClick(editor.code, Qt.Key.Key_Down)
    assert lines == [2]


def test_a_click_at_a_mark_chooses_its_finding_the_error_first(editor: MarkdownEditor, qtbot: QtBot) -> None:
    """A finding moves with its line until the next check."""
    editor.open("a.md", "en\nto\n")
    mild = problem("no-id", "a.md", 2, severity=Severity.WARNING)
    grave = problem("no-key", "a.md", 2)
    editor.set_findings([mild, grave])
    editor.edit([Edit(1, 1, 1, "ny\n")], "")
    (box,) = [box for block, box in editor.code.lines_on_screen() if block.blockNumber() == 2]
    with qtbot.waitSignal(editor.finding_chosen) as told:
        QTest.mouseClick(editor.code.margin, Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args == [grave]


def test_going_to_a_line_far_away_brings_it_into_view(editor: MarkdownEditor) -> None:
    """A line past the end is the last one."""
    editor.open("a.md", "\n".join(str(number) for number in range(500)))
    editor.go_to(300)
    assert 299 in [block.blockNumber() for block, _box in editor.code.lines_on_screen()]
    editor.go_to(9999)
    assert editor.line() == 500


@given(
    st.lists(st.sampled_from(["a", "b", "", "😀c"]), max_size=7),
    st.lists(st.sampled_from(["a", "b", "", "😀c"]), max_size=7),
)
def test_a_sheet_becomes_any_other_text_and_back(qapp: QApplication, one: list[str], other: list[str]) -> None:
    """As one step, whatever lines went and came."""
    before, after = "\n".join(one), "\n".join(other)
    sheet = Sheet(before, QFont())
    replace_all(sheet, after)
    assert sheet.text() == after
    if before != after:
        sheet.undo()
    assert sheet.text() == before
    assert not sheet.isUndoAvailable()
    sheet.deleteLater()


def test_changes_far_apart_leave_the_lines_between_alone(editor: MarkdownEditor) -> None:
    """The cursor stays in its word, and the findings at their lines, while others are repaired around them."""
    lines = [f"linje {number}" for number in range(100)]
    editor.open("a.md", "\n".join(lines))
    editor.go_to(50, 4)
    editor.set_findings([problem("no-key", "a.md", 60, title="T")])
    lines[2], lines[97] = "en annen\nog en til", "siste"
    editor.replace_text("\n".join(lines))
    assert (editor.line(), editor.column()) == (51, 4)
    assert editor.code.findings.lines() == (61,)


def test_what_is_seen_stays_where_it_is(editor: MarkdownEditor) -> None:
    """Lines that come above it do not push it down the screen."""
    lines = [f"linje {number}" for number in range(200)]
    editor.open("a.md", "\n".join(lines))
    editor.go_to(100)
    seen = editor.code.firstVisibleBlock().text()
    editor.edit([Edit(2, 1, 1, "ny\n" * 30)], "")
    assert editor.code.firstVisibleBlock().text() == seen
    lines[5] = "x\n" * 10
    editor.replace_text("\n".join(lines))
    assert editor.code.firstVisibleBlock().text() == seen


def test_what_is_copied_is_what_stands_in_the_file(editor: MarkdownEditor) -> None:
    """A no-break space stays one."""
    editor.open("a.md", "§\u00a04\nslutt")
    editor.code.selectAll()
    editor.code.cut()
    editor.code.paste()
    assert editor.text() == "§\u00a04\nslutt"


def test_a_text_that_is_only_shown_cannot_be_written_in(editor: MarkdownEditor) -> None:
    """Not by keys that know more than their letter, nor by commands."""
    editor.open("a.md", "- en")
    editor.code.setReadOnly(True)
    QTest.keyClick(editor.code, Qt.Key.Key_End)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(editor.code, key)
    QTest.keyClick(editor.code, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "- en"


def test_what_is_closed_is_let_go(editor: MarkdownEditor) -> None:
    """An evening's drafts are not kept in memory."""
    for draft in range(3):
        for file in ("a.md", "b.md"):
            editor.open(file, f"{draft}")
        editor.close_files()
    editor.set_text("ny")
    sweep()
    assert len(editor.code.findChildren(Sheet)) == 1


def test_the_line_one_writes_on_stays_in_sight_when_there_is_less_room(editor: MarkdownEditor) -> None:
    """A panel that opens below does not hide it; a line that was out of sight is not fetched."""
    editor.open("a.md", "\n".join(f"linje {number}" for number in range(100)))
    editor.go_to(12)
    editor.resize(700, 150)
    QApplication.processEvents()
    assert editor.code.viewport().rect().contains(editor.code.cursorRect())
    editor.code.verticalScrollBar().setValue(80)
    editor.resize(700, 400)
    QApplication.processEvents()
    assert not editor.code.viewport().rect().contains(editor.code.cursorRect())


def test_the_line_one_writes_on_stays_in_sight_when_the_text_grows(editor: MarkdownEditor, theme: Theme) -> None:
    """At twice the size there is room for half of what was seen."""
    editor.open("a.md", "\n".join(f"linje {number}" for number in range(100)))
    editor.go_to(14)
    theme.wear(Look("light", 200))
    QApplication.processEvents()
    assert editor.code.viewport().rect().contains(editor.code.cursorRect())
    theme.wear(Look("light"))
