"""From bytes to lines: encoding, line ends, tabs, non-breaking spaces, fences and comments, settled once for a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursapp.content.comments import comment_problems, take_comments
from kursapp.content.lines import Heading, Line, heading_of, indent_of, is_rule, paragraphs, trimmed
from kursapp.content.repair import VALUE, Edit, write_edits
from kursapp.domain.problem import Problem, Severity, problem

__all__ = [
    "LARGEST_FILE",
    "LONGEST_LINE",
    "Heading",
    "Line",
    "heading_of",
    "indent_of",
    "is_rule",
    "lines_of",
    "paragraphs",
    "read_lines",
    "refuse_bytes",
    "trimmed",
]

LARGEST_FILE = 1_000_000
"""Bytes a file may hold."""

LONGEST_LINE = 20_000
"""Characters a line may hold."""

TAB_STOP = 4

_LINE_END = re.compile(r"\r\n|\r|\n")
_STRUCTURE = re.compile(r"[ \u00a0]*(?:(?:#{1,6}|[-*+>]|\d{1,9}[.)])(?:[ \u00a0]+|$))+")
_FENCE = re.compile(r"(?P<lead>[ >]*)(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")


def read_lines(file: str, data: bytes) -> tuple[tuple[Line, ...], list[Problem]]:
    """Read a file's lines, and what is wrong with its bytes.

    A file that is too large, is not UTF-8 or holds NUL gives no lines and the one error that says why.
    """
    refused = refuse_bytes(file, data)
    if refused:
        return (), [refused]
    texts = _LINE_END.split(data.decode("utf-8-sig"))
    if texts and not texts[-1]:
        texts.pop()
    for number, line in enumerate(texts, start=1):
        if len(line) > LONGEST_LINE:
            return (), [problem("line-too-long", file, number, limit=LONGEST_LINE, length=len(line))]
    texts = [line.expandtabs(TAB_STOP) if "\t" in line else line for line in texts]
    return _lines(file, texts)


def lines_of(texts: Sequence[str], first: int = 1) -> tuple[Line, ...]:
    """Return lines of a text that is being written, as ``read_lines`` would; they count from ``first``."""
    expanded = [text.expandtabs(TAB_STOP) if "\t" in text else text for text in texts]
    lines = _lines("", expanded)[0]
    return lines if first == 1 else tuple(line._replace(number=line.number + first - 1) for line in lines)


def refuse_bytes(file: str, data: bytes) -> Problem | None:
    """Return why a file's bytes cannot be read as text, or None where they can."""
    if len(data) > LARGEST_FILE:
        return problem("file-too-large", file, 1, limit=LARGEST_FILE, size=len(data))
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        ends = list(_LINE_END.finditer(before))
        start = ends[-1].end() if ends else 0
        return problem("not-utf8", file, len(ends) + 1, len(before) - start + 1)
    at = data.find(b"\0")
    if at >= 0:
        return problem("nul-character", file, len(_LINE_END.findall(data[:at].decode("utf-8-sig"))) + 1)
    return None


def _lines(file: str, texts: list[str]) -> tuple[tuple[Line, ...], list[Problem]]:
    """Make the lines: fences found, non-breaking spaces in the structure of a line outside them made plain."""
    fenced, problems = _fences(file, texts)
    lines = []
    for number, text in enumerate(texts, start=1):
        inside = fenced[number - 1]
        if "\u00a0" in text and not inside:
            plain = _plain_structure(text)
            if plain != text:
                problems.append(_non_breaking_space(file, number, text, plain))
            text = plain
        lines.append(Line(number, text, inside))
    return _hide(file, lines, problems)


def _hide(file: str, lines: list[Line], problems: list[Problem]) -> tuple[tuple[Line, ...], list[Problem]]:
    """Mark the lines that begin inside a comment."""
    comments = [comment for here in take_comments(lines).comments.values() for comment in here]
    for comment in comments:
        for at in range(comment.line, comment.last):
            lines[at] = lines[at]._replace(hidden=True)
    return tuple(lines), problems + comment_problems(file, comments)


def _plain_structure(text: str) -> str:
    """Return the line with plain spaces in and around the marks it begins with (``#``, ``-``, ``>``)."""
    found = _STRUCTURE.match(text)
    return found[0].replace("\u00a0", " ") + text[found.end() :] if found else text


def _non_breaking_space(file: str, number: int, text: str, plain: str) -> Problem:
    columns = [column for column, pair in enumerate(zip(text, plain, strict=True), start=1) if pair[0] != pair[1]]
    repair = {VALUE: write_edits(Edit(number, column, column + 1, " ") for column in columns)}
    return problem("non-breaking-space", file, number, columns[0], severity=Severity.WARNING, fixable=True, **repair)


def _fences(file: str, texts: Sequence[str]) -> tuple[list[bool], list[Problem]]:
    """Say of each line whether it stands in a code fence. A fence that is never closed is no fence, but a problem."""
    fenced, problems = [False] * len(texts), list[Problem]()
    hopeless: dict[tuple[str, int], int] = {}
    at, quote_end = 0, 0
    while at < len(texts):
        opening = _opening(texts[at])
        if opening is None:
            at += 1
            continue
        mark, length, quoted = opening
        if quoted and at >= quote_end:
            quote_end = _quote_end(texts, at)
        scope = quote_end if quoted else len(texts)
        end = None
        if length < hopeless.get((mark, scope), length + 1):
            end = _closing(texts, at + 1, scope, mark, length)
        if end is None:
            hopeless[mark, scope] = min(length, hopeless.get((mark, scope), length))
            problems.append(problem("open-fence", file, at + 1))
            at += 1
            continue
        fenced[at : end + 1] = [True] * (end + 1 - at)
        at = end + 1
    return fenced, problems


def _opening(text: str) -> tuple[str, int, bool] | None:
    """Return a fence's character, its length, and whether it stands in a quote."""
    if "```" not in text and "~~~" not in text:
        return None
    found = _FENCE.match(text)
    return (found["fence"][0], len(found["fence"]), ">" in found["lead"]) if found else None


def _quote_end(texts: Sequence[str], at: int) -> int:
    while at < len(texts) and texts[at].lstrip().startswith(">"):
        at += 1
    return at


def _closing(texts: Sequence[str], at: int, scope: int, mark: str, length: int) -> int | None:
    for number in range(at, scope):
        text = texts[number].strip(" >")
        if len(text) >= length and not text.strip(mark):
            return number
    return None
