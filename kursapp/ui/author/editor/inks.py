"""How each piece of kurs-Markdown looks: a token of the theme, and a weight. Nothing is told by colour alone.

The pieces are what the author typed; a colour only makes them quicker to find.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat

from kursapp.services.colouring import Kind
from kursapp.ui.theme.theme import Theme


class Ink(NamedTuple):
    """The token of the words, and of the ground behind them where they have their own; bold, italic."""

    token: str
    bold: bool = False
    italic: bool = False
    ground: str = ""


INKS = {
    Kind.MARK: Ink("muted"),
    Kind.HEADING: Ink("text", bold=True),
    Kind.KEYWORD: Ink("primary", bold=True),
    Kind.VARIANT: Ink("primary"),
    Kind.COMMENT: Ink("muted"),
    Kind.NOTE: Ink("muted", italic=True),
    Kind.SETTING: Ink("accent"),
    Kind.KEY: Ink("success", bold=True),
    Kind.BOX: Ink("muted"),
    Kind.GAP: Ink("success"),
    Kind.ANSWER: Ink("success", bold=True),
    Kind.CALL_OUT: Ink("info", bold=True),
    Kind.LABEL: Ink("info", bold=True),
    Kind.LINK: Ink("primary"),
    Kind.TARGET: Ink("muted"),
    Kind.CODE: Ink("text", ground="sidebar"),
    Kind.STRONG: Ink("text", bold=True),
    Kind.EMPHASIS: Ink("text", italic=True),
    Kind.FIELD: Ink("accent"),
}

MISSPELT, FOUND = "danger", ("text", "accent_tint")
"""The wave under a word that may be misspelt; the words that were looked for, and their ground."""


def inks(theme: Theme) -> dict[Kind, QTextCharFormat]:
    """Return how every kind of piece is written in the theme worn now."""
    made = {kind: _ink(ink, theme) for kind, ink in INKS.items()}
    wave, found = QTextCharFormat(), QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(theme.color(MISSPELT))
    words, ground = FOUND
    found.setForeground(theme.color(words))
    found.setBackground(theme.color(ground))
    return {**made, Kind.MISSPELT: wave, Kind.FOUND: found}


def _ink(ink: Ink, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color(ink.token))
    if ink.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if ink.italic:
        made.setFontItalic(True)
    if ink.ground:
        made.setBackground(theme.color(ink.ground))
    return made
