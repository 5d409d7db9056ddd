"""Writing a table."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kursapp.ui.author.editor.editor import MarkdownEditor
from tests.ui.author.editor.conftest import Hands, press, put

ENTER, TAB, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up
BACKTAB = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

TABLE = "| A | B |\n|---|---|\n| en | to |\n"


def test_tab_goes_to_the_next_cell_and_chooses_its_words(editor: MarkdownEditor) -> None:
    """Past the row of dashes, from row to row; Shift+Tab goes back."""
    put(editor, "¦" + TABLE)
    words = []
    for _step in range(4):
        press(editor, TAB)
        words.append(editor.code.textCursor().selectedText())
    assert words == ["A", "B", "en", "to"]
    press(editor, BACKTAB)
    assert editor.code.textCursor().selectedText() == "en"


def test_after_the_last_cell_comes_a_new_row(hands: Hands) -> None:
    """The cursor stands in its first cell."""
    assert hands(TABLE.replace("to", "to¦"), TAB, "x") == TABLE + "| x¦ |  |\n"


def test_enter_makes_a_row_and_an_empty_row_ends_the_table(hands: Hands) -> None:
    """And the columns are in line then. In the head it is an ordinary key."""
    assert hands(TABLE.replace("en", "en¦"), ENTER, "x") == TABLE + "| x¦ |  |\n"
    ended = "| A   | B   |\n| --- | --- |\n| en  | to  |\n\n¦\n"
    assert hands(TABLE.replace("en", "en¦"), ENTER, ENTER) == ended
    assert hands(TABLE.replace("A", "A¦"), ENTER).startswith("| A\n¦")


def test_the_columns_are_put_in_line_when_one_leaves(editor: MarkdownEditor, hands: Hands) -> None:
    """One step back takes that back and nothing of what was typed."""
    lined = "| A         | B   |\n| --------- | --- |\n| en og alt | to  |\n¦"
    assert hands(TABLE.replace("en", "en¦"), " og alt", DOWN) == lined
    press(editor, UNDO)
    assert editor.text() == TABLE.replace("en", "en og alt")


def test_a_step_back_is_not_put_in_line(editor: MarkdownEditor) -> None:
    """Nothing that was taken back is lost for the step forward."""
    put(editor, TABLE.replace("en", "en¦"))
    press(editor, " til")
    press(editor, UNDO)
    press(editor, DOWN)
    press(editor, UP)
    assert editor.text() == TABLE
    editor.code.redo()
    assert "| en til |" in editor.text()


def test_a_table_that_was_only_passed_through_is_left_alone(editor: MarkdownEditor) -> None:
    """Reading changes nothing."""
    put(editor, "¦" + TABLE)
    for _step in range(4):
        press(editor, DOWN)
    assert editor.text() == TABLE
    assert not editor.code.document().isUndoAvailable()


def test_a_table_in_a_quote_is_written_in_the_quote(hands: Hands) -> None:
    """Its rows keep what stands before them."""
    quoted = "> | A |\n> |---|\n> | en |"
    assert hands(quoted.replace("en", "en¦"), TAB, "to") == quoted + "\n> | to¦ |"


def test_a_table_is_begun_with_its_head(hands: Hands) -> None:
    """Enter after it gives the dashes and a row; a line with one cell, or further in, is only a line."""
    assert hands("¦", "| Tiltak | Eier |", ENTER, "Ringe", TAB, "Kari") == (
        "| Tiltak | Eier |\n|---|---|\n| Ringe | Kari¦ |"
    )
    assert hands("> | A | B |¦", ENTER) == "> | A | B |\n> |---|---|\n> | ¦ |  |"
    assert hands("| A |¦", ENTER) == "| A |\n¦"
    assert hands("| A |¦ B |", ENTER) == "| A |\n¦B |"
    assert hands("| A | B |¦\n| C | D |", ENTER) == "| A | B |\n¦\n| C | D |"


def test_who_types_a_table_out_gets_that_table(hands: Hands) -> None:
    """The pipes and dashes that came by themselves are gone past, not written twice."""
    typed = ("| A | B |", ENTER, "|---|:-:|", ENTER, "| en | to |", ENTER)
    words = [[each.strip() for each in row.strip("|").split("|")] for row in hands("¦", *typed).splitlines()]
    assert words == [["A", "B"], ["---", ":-:"], ["en", "to"], ["¦", ""]]


def test_a_pipe_is_a_letter_where_none_stands(hands: Hands) -> None:
    """After the last one, before other words, and after a backslash."""
    assert hands(TABLE.replace("to |", "to |¦"), "|") == TABLE.replace("to |", "to ||¦")
    assert hands(TABLE.replace("en", "¦en"), "|").endswith("| |¦en | to |\n")
    assert hands(TABLE.replace("en", "en¦"), "\\|").endswith("| en\\|¦ | to |\n")
