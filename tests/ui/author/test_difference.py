"""Two texts against each other on the screen: every difference has a sign, and nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.services.compare_texts import line_diff
from kursapp.ui.author.difference import EQUAL_TINTS, MOST_ROWS, TINTS, Difference, DifferenceText
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.theme.tokens import THEMES, contrast

OLD = "# Tittel\n\nEn.\nTo.\nTre.\nFire.\nFem.\nSeks.\nSju.\nHun skal svare snart.\nSlutt."
NEW = "# Tittel\n\nEn.\nTo.\nTre.\nFire.\nFem.\nSeks.\nSju.\nHun skal svare i dag.\nSlutt.\nNy."

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def difference(theme: Theme, show: Show) -> Difference:
    """Show a comparison with nothing in it."""
    made = Difference(theme)
    show(made)
    return made


def table_of(text: DifferenceText) -> QTextTable:
    """Return the table the text consists of."""
    (table,) = text.document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return table


def cells(text: DifferenceText) -> list[tuple[str, ...]]:
    """Return the words of every row, cell by cell."""
    table = table_of(text)
    return [tuple(words(table, row, column) for column in range(table.columns())) for row in range(table.rows())]


def words(table: QTextTable, row: int, column: int) -> str:
    """Return the words of a cell."""
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def marked(text: DifferenceText, row: int, column: int) -> list[tuple[str, bool, bool]]:
    """Return the words pointed out in a cell, and whether they are crossed out or underlined."""
    cursor = table_of(text).cellAt(row, column).firstCursorPosition()
    pieces = []
    iterator = cursor.block().begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        form = piece.charFormat()
        if form.fontStrikeOut() or form.fontUnderline():
            pieces.append((piece.text(), form.fontStrikeOut(), form.fontUnderline()))
        iterator += 1
    return pieces


def test_one_column_has_a_sign_for_every_line_that_differs(difference: Difference) -> None:
    """What went before what came, with what stands around and how much is left out."""
    difference.show_lines(line_diff(OLD, NEW), "")
    assert cells(difference.text) == [
        ("", "⋯ 7 linjer som er like"),
        ("", "Seks."),
        ("", "Sju."),
        ("−", "Hun skal svare snart."),
        ("+", "Hun skal svare i dag."),
        ("", "Slutt."),
        ("+", "Ny."),
    ]


def test_words_are_crossed_out_and_underlined(difference: Difference) -> None:
    """Those that went and those that came."""
    difference.show_lines(line_diff(OLD, NEW), "")
    assert marked(difference.text, 3, 1) == [("snart", True, False)]
    assert marked(difference.text, 4, 1) == [("i dag", False, True)]


def test_side_by_side_lines_stand_across_from_each_other(difference: Difference) -> None:
    """Under what each column is, with a sign between; nothing is crossed out, for nothing went."""
    difference.show_lines(line_diff(OLD, NEW), "", ("Min", "Din"), two=True)
    assert cells(difference.text) == [
        ("Min", "", "Din"),
        ("⋯ 7 linjer som er like", "", ""),
        ("Seks.", "", "Seks."),
        ("Sju.", "", "Sju."),
        ("Hun skal svare snart.", "≠", "Hun skal svare i dag."),
        ("Slutt.", "", "Slutt."),
        ("", "→", "Ny."),
    ]
    assert marked(difference.text, 4, 0) == [("snart", False, True)]
    difference.show_lines(line_diff(NEW, OLD), "", ("Min", "Din"), two=True)
    assert cells(difference.text)[-1] == ("Ny.", "←", "")


def test_where_both_stand_neither_is_crossed_out(difference: Difference) -> None:
    """Also under one another: the signs point to whose line it is."""
    difference.show_lines(line_diff(OLD, NEW), "", ("Min", "Din"))
    assert cells(difference.text)[3:5] == [("←", "Hun skal svare snart."), ("→", "Hun skal svare i dag.")]
    assert marked(difference.text, 3, 1) == [("snart", False, True)]


def test_spaces_at_the_beginning_of_a_line_are_shown(difference: Difference) -> None:
    """And what would be a mark-up elsewhere is text here."""
    difference.show_lines(line_diff("    - <b>kode</b>  x\n", "\n"), "")
    assert cells(difference.text)[0] == ("−", "    - <b>kode</b>  x")


def test_a_long_comparison_says_what_it_leaves_out(difference: Difference) -> None:
    """A text that is all other does not stop the window."""
    other = "\n".join(f"linje {number}" for number in range(MOST_ROWS))
    difference.show_lines(line_diff("\n".join(f"rad nummer {n}" for n in range(MOST_ROWS)), other), "")
    assert table_of(difference.text).rows() == MOST_ROWS
    assert difference.text.toPlainText().endswith(f"{MOST_ROWS} rader til er ikke vist.")


def test_buttons_go_from_one_difference_to_the_next(difference: Difference, qtbot: QtBot) -> None:
    """Forward and back; where there are none there are no buttons."""
    lines = [f"Linje {number}." for number in range(200)]
    others = list(lines)
    for at in (20, 100, 180):
        others[at] = f"Ganske annet {at}."
    difference.show_lines(line_diff("\n".join(lines), "\n".join(others)), "tre steder")
    seen = []
    for step in (difference.later, difference.later, difference.later, difference.later, difference.earlier):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
        cursor = difference.text.textCursor()
        seen.append(words(table_of(difference.text), table_of(difference.text).cellAt(cursor).row(), 1))
    assert seen == ["Linje 20.", "Linje 100.", "Linje 180.", "Linje 180.", "Linje 100."]
    difference.show_lines(line_diff("a", "a"), "ingen")
    assert not difference.later.isVisible()
    assert difference.text.toPlainText() == ""


def test_it_follows_the_theme(difference: Difference, theme: Theme) -> None:
    """In other colours and at another size the same is there."""
    difference.show_lines(line_diff(OLD, NEW), "")
    before = cells(difference.text)
    theme.wear(Look("dark", 200))
    try:
        assert cells(difference.text) == before
        cell = table_of(difference.text).cellAt(3, 1)
        assert cell.format().background().color() == theme.color("danger_tint")
        assert cell.firstCursorPosition().charFormat().font().pixelSize() == 32
    finally:
        theme.wear(Look("light"))


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_tint(name: str, theme: Theme) -> None:
    """At seven to one, in every theme."""
    colours = theme.tokens(name).colours
    for token in (*TINTS.values(), *EQUAL_TINTS.values()):
        assert contrast(colours["text"], colours[token]) >= 7, token
