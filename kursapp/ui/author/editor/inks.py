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

LINES = {Kind.MISSPELT: "danger", Kind.FINDING: "warning"}
"""What is underlined with a wave, in which colour."""


def inks(theme: Theme) -> dict[Kind, QTextCharFormat]:
    """Return how every kind of piece is written in the theme worn now."""
    return {**{kind: _ink(ink, theme) for kind, ink in INKS.items()}, **_lines(theme)}


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


def _lines(theme: Theme) -> dict[Kind, QTextCharFormat]:
    made = {}
    for kind, token in LINES.items():
        made[kind] = QTextCharFormat()
        made[kind].setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made[kind].setUnderlineColor(theme.color(token))
    return made
