"""Marks words in finished HTML: abbreviations and glossary terms, never inside links, code or headings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from kursapp.content.sanitise import TAG

_PIECE = re.compile(f"({TAG.pattern})")
_NAME = re.compile(r"<(/?)(\w+)")
_UNMARKED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


def word_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern for any of the words standing alone, longest first; None for no words."""
    longest_first = sorted((html.escape(word, quote=False) for word in words), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def mark_words(text: str, pattern: re.Pattern[str], mark: Callable[[re.Match[str]], str]) -> str:
    """Return cleaned HTML in which ``mark`` has replaced what the pattern finds in running words."""
    if not pattern.search(text):
        return text
    pieces = _PIECE.split(text)
    inside = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            closing, name = _NAME.match(piece).groups()  # type: ignore[union-attr]
            if name in _UNMARKED:
                inside += -1 if closing else 1
        elif not inside:
            pieces[at] = pattern.sub(mark, piece)
    return "".join(pieces)
