"""What a single line of an item is: an option, a list item, an answer line, a quote, a table row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kursapp.content.keywords import ANSWER, CALL_OUTS
from kursapp.content.lines import Line

_BOX = re.compile(
    r"(?P<indent> {0,3})(?P<mark>[-*+–—•]|\d{1,9}[.)])?(?P<gap>[ \u00a0]*)"
    r"\[(?P<box>[ \u00a0]*[xX×✓]?[ \u00a0]*)\](?![(\[:])(?P<space>[ \u00a0]*)(?P<text>.*)$"
)
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<space> +|$)(?P<text>.*)$")
_ANSWER = re.compile(r" {0,3}[*_]{0,2}(?P<word>[^\W\d_]{2,20})[*_]{0,2} *:[*_]{0,2} *(?P<text>.*)$")
_GAPS = frozenset({" ", "  ", "   ", "    "})
_DASHED = re.compile(r"(?P<indent> {0,3})[–—•] +(?P<text>\S.*)$")
_QUOTE = re.compile(r" *> ?")
_CALL_OUT = re.compile(r" *> *\[! *(?P<word>[^\]]{1,40}?) *\]")
_DELIMITER = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)* *:?-+:? *\|? *$")


@dataclass(frozen=True, slots=True)
class Mark:
    """How a list item begins: where its mark starts, where its text starts (columns from 1), and what it is.

    ``box`` is None for an item without one, otherwise whether it is ticked. ``odd`` marks are meant as list items but
    are none in other viewers: ``-[x]``, ``[]``, ``[ x ]``, ``1. [x]``, ``– [x]``; ``written`` is such a mark itself.
    """

    start: int
    text_at: int
    text: str
    number: bool = False
    box: bool | None = None
    odd: bool = False
    written: str = ""


def option_mark(line: Line) -> Mark | None:
    """Return how an option of a task list begins on this line, or None."""
    if "[" not in line.text or line.fenced:
        return None
    found = _BOX.match(line.text)
    if not found:
        return None
    mark, box = found["mark"] or "", found["box"]
    if not mark and not found["text"].strip():
        return None
    sound = mark in {"-", "*", "+"} and found["gap"] in _GAPS and box in {" ", "x", "X"}
    sound = sound and (found["space"].startswith(" ") or not found["text"])
    return Mark(
        found.end("indent") + 1,
        found.start("text") + 1,
        found["text"],
        mark[:1].isdigit(),
        bool(box.strip(" \u00a0")),
        not sound,
        line.text[found.end("indent") : found.start("text")].strip(),
    )


def item_mark(line: Line) -> Mark | None:
    """Return how a list item begins on this line, at any indent; None for other lines. Boxes are part of the text."""
    if line.fenced:
        return None
    found = _ITEM.match(line.text)
    if not found:
        return None
    return Mark(found.end("indent") + 1, found.start("text") + 1, found["text"], found["mark"][0].isdigit())


def dashed_mark(line: Line) -> Mark | None:
    """Return how a list item begins to which Word, or a person, gave a dash or a bullet for its mark, or None."""
    found = None if line.fenced else _DASHED.match(line.text)
    if not found:
        return None
    start = found.end("indent") + 1
    return Mark(start, found.start("text") + 1, found["text"], odd=True, written=line.text[start - 1])


def answer_line(line: Line) -> tuple[str, int] | None:
    """Return what stands after ``Svar:`` and its column, or None where the line is no answer line."""
    if ":" not in line.text or line.fenced:
        return None
    found = _ANSWER.match(line.text)
    if not found or not ANSWER.find(found["word"]):
        return None
    return found["text"].strip(), found.start("text") + 1


def is_quote(line: Line) -> bool:
    """Say whether a line stands in a block quote that is indented 0–4 spaces."""
    return line.text[:5].lstrip(" ").startswith(">")


def quoted(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines of a quote without their ``>``; a fence inside stays a fence."""
    return tuple(line._replace(text=_QUOTE.sub("", line.text, count=1)) for line in lines)


def call_out_of(line: Line) -> str | None:
    """Return the name of the call-out a quote's first line opens, an empty text for an unknown one, None for none."""
    found = _CALL_OUT.match(line.text)
    return (CALL_OUTS.find(found["word"]) or "") if found else None


def is_table(lines: Sequence[Line], at: int) -> bool:
    """Say whether a pipe table begins here: a row, and under it the line that parts head from body."""
    if "|" not in lines[at].text or lines[at].fenced or at + 1 >= len(lines):
        return False
    return is_delimiter(lines[at + 1])


def is_delimiter(line: Line) -> bool:
    """Say whether a line is ``|---|---|``."""
    return "|" in line.text and "-" in line.text and not line.fenced and _DELIMITER.match(line.text) is not None


def has_key(lines: Iterable[Line]) -> bool:
    """Say whether lines hold an option that is ticked."""
    return any(mark.box for line in lines if (mark := option_mark(line)))


def looks_answered(lines: Iterable[Line]) -> bool:
    """Say whether lines hold what only a question has: options with a key, an answer line, or a gap."""
    for line in lines:
        mark = option_mark(line)
        if (mark and mark.box) or answer_line(line) or ("[[" in line.text and not line.fenced):
            return True
    return False
