"""From answers with weights, as other systems have them, to questions with a key, as ours are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kursapp.domain.course import Place, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    ShortAnswerQuestion,
)
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.truth import FALSE_WORDS, TRUE_WORDS

FULL = 99.9
"""Per cent of the points from which an answer is right."""
_NEARLY = 0.02
MOST_DIGITS = 15
MOST_DECIMALS = 9
"""Figures of a number in a key (course-format §3)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, its weight in per cent, and what is said to it."""

    text: Rich
    weight: float
    feedback: Rich = Rich()


@dataclass(frozen=True, slots=True)
class PartialPair:
    """A pair whose left side may be empty."""

    left: Rich
    right: Rich


@dataclass(frozen=True, slots=True)
class Start:
    """What a question has before its answers are read: where it stands, and what it asks."""

    place: Place
    heading: Rich
    stem: Rich = Rich()

    @property
    def title(self) -> str:
        """Return the heading's words on one line."""
        return " ".join(self.heading.plain.split())


def choice(start: Start, answers: Sequence[Answer], single: bool, findings: Findings) -> ChoiceQuestion:
    """Return a choice question. Weights that are not the key's own are told of. Unreadable without a right one."""
    line = start.place.first
    if len(answers) < 2:
        raise UnreadableError("import-too-few-options")
    if any(not answer.text for answer in answers):
        raise UnreadableError("import-empty-option")
    right = [answer.weight >= FULL if single else answer.weight > 0 for answer in answers]
    if all(right) and single:
        return _choice(start, answers, ChoiceKind.DILEMMA, [False] * len(answers))
    if not any(right):
        raise UnreadableError("import-no-right-option")
    kind = ChoiceKind.SINGLE
    if not single or sum(right) > 1:
        kind = ChoiceKind.MULTIPLE
    if single and sum(right) > 1:
        findings.warning("import-several-right", line, title=start.title)
    if not _as_scored(answers, right, single):
        findings.warning("import-weights-lost", line, title=start.title)
    if single and kind is ChoiceKind.SINGLE and _is_true_false(answers):
        kind = ChoiceKind.TRUE_FALSE
    return _choice(start, answers, kind, right)


def _choice(start: Start, answers: Sequence[Answer], kind: ChoiceKind, right: Sequence[bool]) -> ChoiceQuestion:
    options = tuple(
        Option("", answer.text, is_right, answer.feedback) for answer, is_right in zip(answers, right, strict=True)
    )
    return ChoiceQuestion("", start.title, start.place, kind, options, start.heading, start.stem)


def _as_scored(answers: Sequence[Answer], right: Sequence[bool], single: bool) -> bool:
    """Say whether the weights are those our own scoring gives (course-format §3)."""
    if single:
        return all(
            answer.weight >= FULL if is_right else answer.weight <= 0
            for answer, is_right in zip(answers, right, strict=True)
        )
    count = sum(right)
    for answer, is_right in zip(answers, right, strict=True):
        ours = 100 / count if is_right else -100 / (len(right) - count)
        if abs(answer.weight - ours) > _NEARLY and not (not is_right and answer.weight == 0):
            return False
    return True


def _is_true_false(answers: Sequence[Answer]) -> bool:
    words = [answer.text.plain.strip("*_ ").rstrip(". ").casefold() for answer in answers]
    found = [(word in TRUE_WORDS, word in FALSE_WORDS) for word in words]
    return sorted(found) == [(False, True), (True, False)]


def short_answer(
    start: Start, answers: Sequence[Answer], findings: Findings, exact: bool = False
) -> ShortAnswerQuestion:
    """Return a short-answer question whose spellings are the answers that give full points."""
    line = start.place.first
    full = [answer for answer in answers if answer.weight >= FULL]
    if not full:
        raise UnreadableError("import-no-right-option")
    if len(full) < len(answers):
        others = ", ".join(answer.text.plain for answer in answers if answer.weight < FULL)
        findings.warning("import-partial-answers-lost", line, title=start.title, written=others[:200])
    if any("*" in answer.text.plain.replace("\\*", "") for answer in full):
        findings.warning("import-wildcard", line, title=start.title)
    tell_lost_feedback(start, answers, findings)
    words = tuple(dict.fromkeys(" ".join(unstarred(answer.text.plain).split()) for answer in full))
    return ShortAnswerQuestion("", start.title, start.place, (words,), exact, start.heading, start.stem)


def starred(words: str) -> str:
    """Return a spelling as Moodle takes it for itself: an asterisk alone would mean anything at all."""
    return words.replace("*", "\\*")


def unstarred(words: str) -> str:
    """Return a spelling with its asterisks as they are."""
    return words.replace("\\*", "*")


def tell_lost_feedback(start: Start, answers: Sequence[Answer], findings: Findings) -> None:
    """Tell of feedback to single answers of a question that has none of its own."""
    said = next((answer.feedback.plain for answer in answers if answer.feedback), "")
    if said:
        findings.warning("import-answer-feedback-lost", start.place.first, title=start.title, written=said[:200])


def number(start: Start, low: Decimal, high: Decimal, unit: str = "") -> NumberQuestion:
    """Return a numeric question with its key as the program writes it."""
    first, last = written_number(low), written_number(high)
    shown = shown_amount(first, last, unit)
    return NumberQuestion("", start.title, start.place, first, last, shown, unit, start.heading, start.stem)


def written_number(value: Decimal) -> str:
    """Return a number as exact decimal text. UnreadableError where it has more figures than a key may."""
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    whole, _, fraction = plain.lstrip("+-").partition(".")
    if len(whole) > MOST_DIGITS or len(fraction) > MOST_DECIMALS:
        raise UnreadableError("import-number-too-long", written=plain[:80])
    return "0" if plain in ("-0", "") else plain


def shown_amount(low: str, high: str, unit: str = "") -> str:
    """Return a key as it is written after ``Svar:``: ``12 uker``, ``11–13``, ``-3 til 5``."""
    between = " til " if "-" in low + high else "–"
    text = low if low == high else f"{low}{between}{high}"
    return f"{text.replace('.', ',')} {unit}".strip()


def match(start: Start, pairs: Sequence[PartialPair]) -> MatchQuestion:
    """Return a matching question; equal right sides are one."""
    rights: dict[str, MatchRight] = {}
    lefts = []
    for pair in pairs:
        if not pair.right:
            raise UnreadableError("import-pair-incomplete", written=pair.left.plain[:80])
        key = " ".join(pair.right.plain.split())
        rights.setdefault(key, MatchRight(f"{len(rights) + 1}", pair.right))
        if pair.left:
            lefts.append(MatchLeft("", pair.left, rights[key].id))
    if len(lefts) < 2:
        raise UnreadableError("import-too-few-pairs")
    return MatchQuestion(
        "", start.title, start.place, tuple(lefts), tuple(rights.values()), ("", ""), start.heading, start.stem
    )
