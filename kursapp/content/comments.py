"""The comments of a file: where they stand, and the lines without them. What they say is ``settings``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kursapp.content.lines import Line
from kursapp.content.repair import Edit, write_edits
from kursapp.domain.problem import Problem, Severity, problem

_MARK = re.compile(r"<!(?:--|[–—])|`+")
_CLOSE = re.compile(r"-->")
_WORD_CLOSE = re.compile(r"[–—]>")
_ANY_CLOSE = re.compile(r"(?:--|[–—])>")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from ``<!--`` at ``line`` and ``column`` up to before ``end`` on ``last`` (columns from 1).

    ``text`` is what it says, ``begins`` the column of its first character, ``at`` the column it has in the line
    without comments. ``closed`` is False where its end is missing: then it goes to the end of its line.
    """

    text: str
    line: int
    column: int
    begins: int
    last: int
    end: int
    at: int
    closed: bool = True
    word_dashes: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Lines without their comments, and the comments by the number of the line they begin on."""

    lines: tuple[Line, ...]
    comments: Mapping[int, tuple[Comment, ...]] = field(default_factory=dict)

    def on(self, *numbers: int) -> tuple[Comment, ...]:
        """Return the comments that begin on these lines."""
        return tuple(comment for number in numbers for comment in self.comments.get(number, ()))


def take_comments(lines: Sequence[Line]) -> Cleaned:
    """Part lines from their comments. Code spans and fences keep what looks like one; line numbers stay."""
    if not any("<!" in line.text for line in lines):
        return Cleaned(tuple(lines))
    reader = _Reader(lines)
    reader.read()
    return Cleaned(tuple(reader.clean), reader.comments)


def comment_problems(file: str, comments: Iterable[Comment]) -> list[Problem]:
    """Return what is wrong with how comments are written: an end that is missing, dashes that Word joined."""
    found = []
    for comment in comments:
        if not comment.closed:
            repair = write_edits([Edit(comment.last, comment.end, comment.end, " -->")])
            found.append(problem("open-comment", file, comment.line, comment.column, fixable=True, repair=repair))
        if comment.word_dashes:
            repair = write_edits(comment.word_dashes)
            found.append(
                problem(
                    "word-comment",
                    file,
                    comment.line,
                    comment.column,
                    severity=Severity.WARNING,
                    fixable=True,
                    repair=repair,
                )
            )
    return found


class _Reader:
    """Goes through the lines once; an opening never looks further than the next opening or the last close."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.clean: list[Line] = []
        self.comments: dict[int, tuple[Comment, ...]] = {}

    def read(self) -> None:
        at, start = 0, 0
        while at < len(self._lines):
            line = self._lines[at]
            # Nearly every line is like this.
            if not start and "<!" not in line.text:
                self.clean.append(line)
                at += 1
            elif not start and (whole := _whole(line)):
                self.clean.append(whole.line)
                if whole.comments:
                    self.comments[line.number] = whole.comments
                at += 1
            else:
                at, start = self._read_line(at, start)

    def read_line(self) -> None:
        """Read the first line as if it were alone."""
        self._read_line(0, 0)

    def _read_line(self, at: int, start: int) -> tuple[int, int]:
        """Read one line from a column on; return where reading goes on: a comment may end on a later line."""
        line = self._lines[at]
        if line.fenced:
            self.clean.append(line)
            return at + 1, 0
        kept = ""
        while opening := _next_opening(line.text, start):
            kept += line.text[start : opening.start()]
            comment, last = self._comment(at, opening, len(kept) + 1)
            self.comments[line.number] = (*self.comments.get(line.number, ()), comment)
            start = comment.end - 1
            if last > at:
                self._keep(line, kept)
                self.clean += [between._replace(text="") for between in self._lines[at + 1 : last]]
                return last, start
        self._keep(line, kept + line.text[start:])
        return at + 1, 0

    def _keep(self, line: Line, text: str) -> None:
        self.clean.append(line._replace(text=text.rstrip()))

    def _comment(self, at: int, opening: re.Match[str], clean_column: int) -> tuple[Comment, int]:
        """Read the comment that begins here; return it and the index of its last line."""
        line = self._lines[at]
        joined = opening[0] != "<!--"
        last, close = self._close(at, opening.end(), joined)
        texts = [other.text for other in self._lines[at : last + 1]]
        until = close.start() if close else len(texts[-1])
        texts[-1] = texts[-1][:until]
        texts[0] = texts[0][opening.end() :]
        edits = [Edit(line.number, opening.start() + 1, opening.end() + 1, "<!--")] if joined else []
        if close and close[0] != "-->":
            edits.append(Edit(self._lines[last].number, close.start() + 1, close.end() + 1, "-->"))
        comment = Comment(
            "\n".join(texts),
            line.number,
            opening.start() + 1,
            opening.end() + 1,
            self._lines[last].number,
            (close.end() if close else len(self._lines[last].text)) + 1,
            clean_column,
            close is not None,
            tuple(edits),
        )
        return comment, last

    def _close(self, at: int, start: int, joined: bool) -> tuple[int, re.Match[str] | None]:
        """Find where a comment ends: before the next one opens, otherwise nowhere but at the end of its line."""
        line = self._lines[at].text
        close = (_ANY_CLOSE if joined else _CLOSE).search(line, start)
        if close:
            return at, close
        for number in range(at + 1, len(self._lines)):
            text = self._lines[number].text if not self._lines[number].fenced else ""
            close = (_ANY_CLOSE if joined else _CLOSE).search(text)
            opening = text.find("<!-")
            if close and not 0 <= opening < close.start():
                return number, close
            if opening >= 0:
                break
        return at, _WORD_CLOSE.search(line, start)


class _Whole(NamedTuple):
    """A line without its comments, none of which goes on below it."""

    line: Line
    comments: tuple[Comment, ...]


@lru_cache(maxsize=4096)
def _whole(line: Line) -> _Whole | None:
    """Read a line whose comments all end on it, whatever stands below; None for any other.

    Each is looked at some five times while its file is read: as a line of it, of its page, of its item.
    """
    reader = _Reader((line,))
    reader.read_line()
    comments = reader.comments.get(line.number, ())
    is_whole = all(comment.closed and not comment.word_dashes for comment in comments)
    return _Whole(reader.clean[0], comments) if is_whole else None


def _next_opening(text: str, start: int) -> re.Match[str] | None:
    """Return the next ``<!--`` that is not in a code span."""
    while found := _MARK.search(text, start):
        if found[0].startswith("<"):
            return found
        span = re.compile(rf"(?<!`){found[0]}(?!`)").search(text, found.end())
        start = span.end() if span else found.end()
    return None
