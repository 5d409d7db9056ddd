"""Answers as counts: the steps an item has, and the rows one person's answers add to the collection.

A person adds one row to most items. A choice of several, a ranking, a text and a quiz question add one row
``"answered"`` and besides it one for every option chosen or ranked, so that persons can be counted as well as choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from kursapp.domain.evaluation_answer import Apart, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.form import AnswerKind, Form, FormItem
from kursapp.domain.submission import Solved
from kursapp.domain.typed import read_number

APART, BLANK, ANSWERED = "apart", "blank", "answered"
WITHOUT_VALUE = (APART, BLANK)
"""Steps that are no valid answer: "Vet ikke" and nothing at all."""
MOST_NUMBERS = 101
"""Whole numbers between the bounds of an item that are listed one by one; in wider bounds only those given are."""

_COUNTED_BY_PERSON = (AnswerKind.MULTIPLE, AnswerKind.RANKING, AnswerKind.TEXT, AnswerKind.QUESTION)

Answers = Mapping[str, EvaluationAnswer]


def option_step(option_id: str) -> str:
    """Return the step of an option chosen."""
    return f"={option_id}"


def rank_step(option_id: str, rank: int) -> str:
    """Return the step of an option ranked as number ``rank``, from 1."""
    return f"={option_id}@{rank}"


def pair_step(before: int, now: int) -> str:
    """Return the step of a row that was answered for "before" and for "now"."""
    return f"{before}>{now}"


def pair_of(step: str) -> tuple[int, int] | None:
    """Return the two steps of a pair, or None for "Vet ikke" and blank."""
    before, arrow, now = step.partition(">")
    return (int(before), int(now)) if arrow else None


def number_step(number: Decimal) -> str:
    """Return the step of a number: no exponent, no zeros at the end of a fraction, no sign on zero."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def has_steps(item: FormItem) -> bool:
    """Say whether what an item shows is more than how many wrote something."""
    return item.kind is not AnswerKind.TEXT


def steps_of(item: FormItem, seen: Iterable[str] = ()) -> tuple[str, ...]:
    """Return all steps of an item in order, "Vet ikke" and blank last.

    Numbers that are not listed one by one take their place from ``seen``. ValueError where a step seen is none of
    the item's.
    """
    listed = (*_own_steps(item), *((APART,) if item.apart else ()), BLANK)
    unlisted = set(seen) - set(listed)
    if not unlisted:
        return listed
    if item.kind is not AnswerKind.NUMBER:
        raise ValueError(f"{item.id} has no steps {sorted(unlisted)}")
    numbers = sorted({*listed[:-1], *unlisted}, key=Decimal)
    return (*numbers, BLANK)


def valid_count(item: FormItem, counts: Mapping[str, int]) -> int:
    """Count the persons with a valid answer: not "Vet ikke", and not blank."""
    if item.kind in _COUNTED_BY_PERSON:
        return counts.get(ANSWERED, 0)
    return sum(count for step, count in counts.items() if step not in WITHOUT_VALUE)


def person_count(item: FormItem, counts: Mapping[str, int]) -> int:
    """Count the persons behind an item's rows, with those who left it blank."""
    return valid_count(item, counts) + sum(counts.get(step, 0) for step in WITHOUT_VALUE)


def rows_of(form: Form, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the rows ``(item id, step)`` that one person's answers to a form add, in the form's order."""
    for item in form.items:
        for step in steps_taken(item, answers.get(item.id)):
            yield item.id, step


def breakdown_rows_of(form: Form, answers: Answers, variables: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows ``(variable, value, item id, step)`` that one person's answers add to the breakdowns.

    One background question at a time; texts have no part in them. The rows of one background question by another are
    never shown: from them the gate knows whether two breakdowns may stand side by side (``domain.disclosure``).
    """
    for variable in variables:
        value = steps_taken(form.item(variable), answers.get(variable))[0]
        for item in form.items:
            if item.id != variable and has_steps(item):
                for step in steps_taken(item, answers.get(item.id)):
                    yield variable, value, item.id, step


def texts_of(form: Form, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield ``(item id, text)`` for what one person wrote: free texts, and the words of an "Annet"."""
    for item in form.items:
        answer = answers.get(item.id)
        text = ""
        if isinstance(answer, Written) and item.kind is AnswerKind.TEXT:
            text = answer.text
        elif isinstance(answer, Picked):
            text = answer.other
        if text.strip():
            yield item.id, text.strip()


def steps_taken(item: FormItem, answer: EvaluationAnswer | None) -> tuple[str, ...]:
    """Return the steps one answer to an item adds, at least one."""
    match answer:
        case Rated(step):
            return (APART if isinstance(step, Apart) else str(step),)
        case RatedTwice():
            return (_pair(answer),)
        case Picked(options) if options:
            chosen = tuple(option_step(option) for option in options)
            return chosen if item.kind is AnswerKind.CHOICE else (ANSWERED, *chosen)
        case Ranked(options) if options:
            return (ANSWERED, *(rank_step(option, rank) for rank, option in enumerate(options, start=1)))
        case Solved(_, options):
            return (ANSWERED, *(option_step(option) for option in options))
        case Written(text):
            return (_written(item, text),)
    return (BLANK,)


def _written(item: FormItem, text: str) -> str:
    if item.kind is AnswerKind.NUMBER:
        number = read_number(text)
        return BLANK if number is None else number_step(number)
    return ANSWERED if text.strip() else BLANK


def _pair(answer: RatedTwice) -> str:
    """Return a pair's one step: it is valid only where both halves are steps."""
    if answer.before is None or answer.now is None:
        return BLANK
    if isinstance(answer.before, Apart) or isinstance(answer.now, Apart):
        return APART
    return pair_step(answer.before, answer.now)


def _own_steps(item: FormItem) -> tuple[str, ...]:
    places = range(1, len(item.steps) + 1)
    options = tuple(option_step(option.id) for option in item.options)
    match item.kind:
        case AnswerKind.SCALE:
            return tuple(str(step) for step in places)
        case AnswerKind.BEFORE_NOW:
            return _pair_steps(len(item.steps))
        case AnswerKind.CHOICE:
            return options
        case AnswerKind.MULTIPLE | AnswerKind.QUESTION:
            return (*options, ANSWERED)
        case AnswerKind.RANKING:
            ranks = range(1, len(item.options) + 1)
            return (*(rank_step(option.id, rank) for option in item.options for rank in ranks), ANSWERED)
        case AnswerKind.NUMBER:
            return _listed_numbers(item)
    return (ANSWERED,)


@lru_cache(maxsize=8)
def _pair_steps(steps: int) -> tuple[str, ...]:
    # A form asks twenty of these on one scale, and a comparison takes it through every cohort.
    places = range(1, steps + 1)
    return tuple(pair_step(before, now) for before in places for now in places)


def _listed_numbers(item: FormItem) -> tuple[str, ...]:
    if item.low is None or item.high is None or item.high - item.low >= MOST_NUMBERS:
        return ()
    return tuple(str(number) for number in range(item.low, item.high + 1))
