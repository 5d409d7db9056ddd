"""Looking for words or a pattern in a text, with bounds: a pattern that would look for ever is refused instead."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from kursapp.domain.problem import refusal
from kursapp.ui.author.editor.places import characters, in_characters, units

MOST = 10_000
"""Places that are found at most: more than anybody goes through."""
MOST_SECONDS = 0.5
STEPS = 200_000
"""How often a pattern may try again from one place before it is too hard (PCRE2's own limit is fifty times that)."""

_REFERENCE = re.compile(r"\\(?P<escaped>[\\nt])|[\\$](?P<group>\d)")
_ESCAPED = {"n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``pattern``: a regular expression, and not the words as they stand."""

    text: str
    case: bool = False
    word: bool = False
    pattern: bool = False


class Everywhere(NamedTuple):
    """A query for every file of a draft, and what is to come in its place; None where it is only looked for."""

    query: Query
    instead: str | None = None


class Found(NamedTuple):
    """A place: its first UTF-16 unit and the one after its last, and what comes in its place (in a replacement)."""

    start: int
    end: int
    instead: str = ""


class Search:
    """A query made ready. Raises KursappError ``bad-pattern`` where it cannot be read."""

    def __init__(self, query: Query) -> None:
        written = query.text if query.pattern else QRegularExpression.escape(query.text)
        if query.word:
            written = rf"(?<![\p{{L}}\p{{N}}_])(?:{written})(?![\p{{L}}\p{{N}}_])"
        options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
        if not query.case:
            options |= QRegularExpression.PatternOption.CaseInsensitiveOption
        self._query = query
        # A limit of its own can only be said at the very beginning of a pattern.
        self._expression = QRegularExpression(f"(*LIMIT_MATCH={STEPS}){written}", options)
        # What is put around a query must not be what makes sense of it, so it is read by itself first.
        alone = QRegularExpression(query.text) if query.pattern else self._expression
        if not (alone.isValid() and self._expression.isValid()):
            raise refusal("bad-pattern", at=max(1, alone.patternErrorOffset()))

    def places(self, text: str, instead: str = "") -> Iterator[Found]:
        """Yield the places in a text where it stands, without those of no length; at most ``MOST``.

        A pattern is looked for in one line at a time. Raises KursappError ``pattern-too-hard`` where that takes too
        long.
        """
        if not self._query.text:
            return
        count, last = 0, time.monotonic() + MOST_SECONDS
        for start, piece in _lines(text) if self._query.pattern else [(0, text)]:
            for found in self._matches(piece):
                yield Found(start + found.capturedStart(), start + found.capturedEnd(), self._instead(found, instead))
                count += 1
                if count == MOST:
                    return
            if time.monotonic() > last:
                raise refusal("pattern-too-hard")

    def _matches(self, piece: str) -> Iterator[QRegularExpressionMatch]:
        if not self._query.pattern:
            every = self._expression.globalMatch(piece)
            while every.hasNext():
                yield every.next()
            return
        # A global match ends in the same way where there is no more and where it gave up, so each is asked for.
        at, end = 0, units(piece, len(piece))
        while at <= end:
            found = self._expression.match(piece, at)
            if not found.isValid():
                raise refusal("pattern-too-hard")
            if not found.hasMatch():
                return
            at = found.capturedEnd()
            if found.capturedLength():
                yield found
            else:
                at += 2 if piece[characters(piece, at) :][:1] > "\uffff" else 1

    def _instead(self, found: QRegularExpressionMatch, instead: str) -> str:
        r"""Return a replacement with ``\1`` and ``$1`` as what the pattern's groups hold."""
        if not self._query.pattern or ("\\" not in instead and "$" not in instead):
            return instead

        def put(reference: re.Match[str]) -> str:
            if reference["escaped"]:
                return _ESCAPED[reference["escaped"]]
            return found.captured(int(reference["group"]))

        return _REFERENCE.sub(put, instead)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text, each with its first UTF-16 unit."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += units(line, len(line)) + 1


def replaced(text: str, places: Sequence[Found]) -> str:
    """Return a text with what comes instead at each of its places."""
    bounds = list(in_characters(text, (bound for place in places for bound in (place.start, place.end))))
    at, parts = 0, []
    for place, start, end in zip(places, bounds[::2], bounds[1::2], strict=True):
        parts += [text[at:start], place.instead]
        at = end
    return "".join([*parts, text[at:]])
