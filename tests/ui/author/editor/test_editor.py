"""The Markdown editor as its neighbours use it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Severity, problem
from kursapp.ui.author.editor.editor import MarkdownEditor


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
