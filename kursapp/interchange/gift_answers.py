"""The answers of GIFT: one text between braces becomes the options, pairs, spellings or bounds of a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kursapp.domain.course import Rich
from kursapp.interchange.findings import UnreadableError
from kursapp.interchange.gift_text import shown, text_in
from kursapp.interchange.keys import Answer, PartialPair

_WEIGHT = re.compile(r"%(-?\d{1,3}(?:[.,]\d*)?)%")
_PIECE = re.compile(r"[=~][^=~]*")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_TRUE, _FALSE = frozenset({"T", "TRUE"}), frozenset({"F", "FALSE"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What counts as right in a numeric answer, and how much."""

    low: Decimal
    high: Decimal
    weight: float
    feedback: Rich = Rich()


def kind_of(answers: str) -> str:
    """Return the kind Moodle takes an entry for, in Moodle's own order."""
    text = answers.strip()
    if not text:
        return "essay"
    if text.startswith("#"):
        return "numerical"
    if "~" in text:
        return "multichoice"
    if "=" in text and "->" in text:
        return "match"
    if text.partition("#")[0].strip() in _TRUE | _FALSE:
        return "truefalse"
    return "shortanswer"


def options_of(answers: str, default: str) -> tuple[tuple[Answer, ...], bool]:
    """Return the options of a choice, and whether one alone is to be chosen: whether any begins with ``=``."""
    found = []
    single = False
    for mark, text in _pieces(answers):
        weight, words, feedback = _weighed(text)
        if mark == "=":
            single = True
            weight = 100.0 if weight is None else weight
        found.append(Answer(text_in(words, default), weight or 0.0, _feedback(feedback, default)))
    return tuple(found), single


def pairs_of(answers: str, default: str) -> tuple[PartialPair, ...]:
    """Return the pairs of a matching question; one without a left side is a wrong right side."""
    found = []
    for _, text in _pieces(answers):
        # Moodle has no feedback here: a sign that begins one elsewhere is part of the answer.
        left, arrow, right = text.partition("->")
        if not arrow:
            raise UnreadableError("import-pair-incomplete", written=shown(text)[:80])
        found.append(PartialPair(text_in(left, default), text_in(right, "plain")))
    return tuple(found)


def spellings_of(answers: str) -> tuple[Answer, ...]:
    """Return the answers of a short-answer question, each with its weight."""
    text = answers if answers.lstrip().startswith("=") else f"={answers}"
    found = []
    for _, piece in _pieces(text):
        weight, words, feedback = _weighed(piece)
        kept = shown(words)
        if kept:
            found.append(Answer(Rich(kept, kept), 100.0 if weight is None else weight, _feedback(feedback, "")))
    return tuple(found)


def truth_of(answers: str, default: str) -> tuple[bool, Rich, Rich]:
    """Return whether the statement is true, and what is said on a wrong and on a right answer."""
    words, _, rest = answers.strip().partition("#")
    wrong, _, right = rest.partition("#")
    return words.strip() in _TRUE, _feedback(wrong, default), _feedback(right, default)


def bounds_of(answers: str, default: str) -> tuple[Bounds, ...]:
    """Return the ranges of a numeric question: ``12``, ``12:1``, ``11..13``, or several with ``=`` and weights."""
    text = answers.strip()[1:].strip()
    if not text:
        raise UnreadableError("import-no-answer")
    pieces = [piece for _, piece in _pieces(text)] if text.startswith(("=", "~")) else [text]
    found = []
    for piece in pieces:
        weight, words, feedback = _weighed(piece)
        if words.strip() == "*":
            continue
        low, high = _range(words.strip())
        found.append(Bounds(low, high, 100.0 if weight is None else weight, _feedback(feedback, default)))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each answer with the mark it begins with; words before the first mark belong to no answer."""
    before = re.match(r"[^=~]*", text)
    if before and before[0].strip():
        raise UnreadableError("import-words-before-answers", written=shown(before[0])[:80])
    for found in _PIECE.finditer(text):
        if found[0][1:].strip():
            yield found[0][0], found[0][1:].strip()


def _weighed(text: str) -> tuple[float | None, str, str]:
    """Return an answer's weight in per cent where it has one, its words, and its feedback."""
    words, _, feedback = text.partition("#")
    found = _WEIGHT.match(words)
    if not found:
        return None, words, feedback
    return float(found[1].replace(",", ".").rstrip(".")), words[found.end() :], feedback


def _feedback(text: str, default: str) -> Rich:
    return text_in(text, default) if text.strip() else Rich()


def _range(written: str) -> tuple[Decimal, Decimal]:
    text = shown(written)
    if ".." in text:
        low, high = (_number(part, written) for part in text.split("..", 1))
        return (low, high) if low <= high else (high, low)
    middle, colon, tolerance = text.partition(":")
    number = _number(middle, written)
    by = abs(_number(tolerance, written)) if colon and tolerance.strip() else Decimal(0)
    return number - by, number + by


def _number(text: str, written: str) -> Decimal:
    words = text.strip()
    try:
        if _NUMBER.fullmatch(words):
            return Decimal(words.replace(",", "."))
    except InvalidOperation:
        pass
    raise UnreadableError("import-not-a-number", written=shown(written)[:80])
