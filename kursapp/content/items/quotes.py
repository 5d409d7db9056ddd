"""The quotes of an item: feedback, and the labelled parts Hint, Forklaring, Riktig, Feil and Eksempel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.items.item import Context, Markup
from kursapp.content.keywords import LABELS, fold
from kursapp.content.lines import Line, trimmed
from kursapp.domain.matching_text import same_text
from kursapp.domain.question import Feedback

_LABEL = re.compile(
    r" {0,3}(?P<bold>\*\*|__)?(?P<word>[^\W\d_]{2,20})(?P<closed>\*\*|__)? *:(?P<late>\*\*|__)? *(?P<text>.*)$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The lines under one label of a quote; ``label`` is empty for what stands before the first one."""

    label: str
    lines: tuple[Line, ...]
    line: int


def parts_of(lines: Sequence[Line], context: Context) -> tuple[Part, ...]:
    """Part a quote (its lines without ``>``) at its labels.

    A label in bold counts at the start of any line, one without only at the start of a paragraph.
    """
    found: list[tuple[str, list[Line], int]] = []
    fresh = True
    for line in lines:
        label = _label(line, fresh, context)
        if label:
            found.append((label[0], [line._replace(text=label[1])], line.number))
        elif found:
            found[-1][1].append(line)
        elif not line.blank:
            found.append(("", [line], line.number))
        fresh = line.blank
    return tuple(Part(label, tuple(trimmed(lines)), number) for label, lines, number in found)


def _label(line: Line, fresh: bool, context: Context) -> tuple[str, str] | None:
    """Return the label a line opens with and the text after it."""
    if ":" not in line.text or line.fenced:
        return None
    match = _LABEL.match(line.text)
    if not match or not (match["bold"] or fresh):
        return None
    label = LABELS.find(match["word"])
    if not label and match["bold"]:
        label = _misspelt(line, match, context)
    if not label:
        return None
    text = match["text"]
    if match["bold"] and not (match["closed"] or match["late"]):
        text = text.replace(match["bold"], "", 1)
    return label, text


def _misspelt(line: Line, match: re.Match[str], context: Context) -> str:
    word = match["word"]
    near = next((known for known in LABELS.words() if same_text(fold(word), known)), "")
    if near:
        context.report("unknown-label", line.number, written=word, nearest=near.capitalize())
    return LABELS.find(near) or ""


def feedback_of(parts: Sequence[Part], markup: Markup) -> Feedback:
    """Return what a question says besides its options. A part without a label counts as the explanation."""
    return Feedback(**{label: markup.block(lines) for label, lines in by_label(parts).items()})


def by_label(parts: Sequence[Part]) -> dict[str, list[Line]]:
    """Return the lines of each label; those of a label that comes twice with a blank line between."""
    found: dict[str, list[Line]] = {}
    for part in parts:
        lines = found.setdefault(part.label or "explanation", [])
        if lines:
            lines.append(Line(part.line, ""))
        lines += part.lines
    return found
