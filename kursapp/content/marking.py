"""Marks words in finished HTML: abbreviations and glossary terms, never inside links, code or headings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

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
    pieces = pieces_of(text)
    for at in running(pieces):
        pieces[at] = pattern.sub(mark, pieces[at])
    return "".join(pieces)


def pieces_of(text: str) -> list[str]:
    """Part cleaned HTML into words and tags in turn."""
    return _PIECE.split(text)


def running(pieces: Sequence[str]) -> Iterator[int]:
    """Yield which pieces are running words that may be marked."""
    inside = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            closing, name = _NAME.match(piece).groups()  # type: ignore[union-attr]
            if name in _UNMARKED:
                inside += -1 if closing else 1
        elif not inside:
            yield at
