"""Colours on screen, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextLayout
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.services.colouring import Above, Kind, Span
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.inks import FOUND, INKS, MISSPELT
from kursapp.ui.author.editor.sheet import SLICE
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.theme.tokens import THEMES, contrast, read_tokens
from tests.ui.author.editor.conftest import press, put


def formats(editor: MarkdownEditor, line: int) -> list[QTextLayout.FormatRange]:
    """Return how a line (from 1) is coloured."""
    return editor.code.document().findBlockByNumber(line - 1).layout().formats()


def colours(editor: MarkdownEditor, line: int) -> list[str]:
    """Return the colours of a line's pieces."""
    return [one.format.foreground().color().name().upper() for one in formats(editor, line)]


def test_a_line_is_coloured_as_it_is_typed(editor: MarkdownEditor, theme: Theme) -> None:
    """Before it is painted the first time."""
    put(editor, "¦")
    press(editor, "### Spørsmål: Hva?")
    assert theme.hex("primary").upper() in colours(editor, 1)


def test_only_what_is_seen_is_coloured(editor: MarkdownEditor) -> None:
    """The rest gets its colours when it comes on screen."""
    editor.set_text("# Tittel\n" * 500)
    assert formats(editor, 1)
    assert not formats(editor, 400)
    editor.go_to(400)
    assert formats(editor, 400)


def test_opening_a_fence_changes_what_is_below_it(editor: MarkdownEditor, theme: Theme) -> None:
    """And closing it changes it back."""
    put(editor, "¦\n# Tittel\n")
    press(editor, "```")
    QApplication.processEvents()
    assert formats(editor, 2)[0].format.background().color().name().upper() == theme.hex("sidebar").upper()
    press(editor, Qt.Key.Key_Backspace)
    QApplication.processEvents()
    assert formats(editor, 2)[-1].format.fontWeight() > 400


def test_colours_follow_the_theme(editor: MarkdownEditor, theme: Theme) -> None:
    """At once, also of lines that were seen before."""
    editor.set_text("### Spørsmål: Hva?\n")
    theme.wear(Look("dark"))
    QApplication.processEvents()
    assert theme.hex("primary").upper() in colours(editor, 1)
    theme.wear(Look("light"))


def test_colours_are_no_change_and_no_step(editor: MarkdownEditor) -> None:
    """Nothing is saved, and nothing can be undone, because something was coloured."""
    told: list[str] = []
    editor.edited.connect(lambda: told.append("edited"))
    editor.set_text("# Tittel\n" * 500)
    editor.go_to(400)
    editor.code.colours.repaint()
    QApplication.processEvents()
    assert told == []
    assert not editor.code.document().isUndoAvailable()


def test_another_layer_is_drawn_over_the_colours(editor: MarkdownEditor, theme: Theme) -> None:
    """A misspelt word in a heading is underlined, and still a heading; positions count characters, past an emoji."""
    editor.set_text("# 😀 fiel her\n\nfiel")

    def misspelt(text: str, _above: Above) -> Sequence[Span]:
        at = text.find("fiel")
        return [Span(at, 4, Kind.MISSPELT)] if at >= 0 else []

    editor.code.colours.add_layer(misspelt)
    QApplication.processEvents()
    last = formats(editor, 1)[-1]
    assert (last.start, last.length) == (5, 4)
    assert last.format.underlineColor() == QColor(theme.hex(MISSPELT))
    picture = editor.code.viewport().grab().toImage()
    block = editor.code.document().firstBlock()
    box = editor.code.blockBoundingGeometry(block).translated(editor.code.contentOffset())
    ink = [
        picture.pixelColor(QPoint(x, y))
        for x in range(round(box.left()), round(box.right()))
        for y in range(round(box.top()), round(box.bottom()))
    ]
    assert any(one.red() > one.green() + 60 for one in ink)
    assert QColor(theme.hex("text")) in ink


def test_a_long_file_is_read_in_slices(editor: MarkdownEditor) -> None:
    """What is asked for meanwhile gets the whole, and the first key is no step further than itself."""
    text = "# Tittel\n\nOrd og ord.\n" * (SLICE // 10)
    editor.open("lang.md", text)
    assert not editor.code.sheet.is_whole
    QApplication.processEvents()
    assert editor.text() == text
    editor.open("lang2.md", text)
    press(editor, "x")
    assert editor.code.sheet.is_whole
    assert editor.text() == "x" + text
    editor.code.undo()
    assert editor.text() == text
    assert not editor.code.document().isUndoAvailable()


def test_a_long_line_without_an_end_is_read_whole(editor: MarkdownEditor) -> None:
    """A slice ends where a line does."""
    text = "ord " * SLICE + "\nslutt"
    editor.open("lang.md", text)
    assert editor.text() == text


@pytest.mark.parametrize("name", THEMES)
def test_every_ink_can_be_read(name: str) -> None:
    """On the ground of the text, and of the line one is at; 7 : 1 in high contrast."""
    tokens = read_tokens(paths.assets() / "theme", name).colours
    least = 7.0 if name == "contrast" else 4.5
    for kind, ink in INKS.items():
        for ground in (ink.ground,) if ink.ground else ("surface", "canvas"):
            assert contrast(tokens[ink.token], tokens[ground]) >= least, (kind, ground)
    assert contrast(tokens[FOUND[0]], tokens[FOUND[1]]) >= least
    assert contrast(tokens[MISSPELT], tokens["surface"]) >= 3


def test_every_kind_has_an_ink(editor: MarkdownEditor) -> None:
    """But plain words, and those that layers draw."""
    assert set(Kind) - set(INKS) == {Kind.PLAIN, Kind.MISSPELT, Kind.FOUND}


def test_the_text_is_made_once_for_all_who_ask(editor: MarkdownEditor) -> None:
    """And anew after a change, also one taken back."""
    put(editor, "a¦")
    press(editor, "b")
    assert editor.text() is editor.text()
    editor.code.undo()
    assert editor.text() == "a"
