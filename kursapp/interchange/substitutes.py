"""Questions of a kind a format lacks, as the nearest kind it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kursapp.domain.course import Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    Option,
    OrderItem,
    OrderQuestion,
    Question,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.interchange.shape import plain

GAP = "_____"

_MONTHS = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


def instead_of(question: Question, kinds: frozenset[str]) -> Question | Reflection | None:
    """Return the question itself where the format has its kind, another in its place, or None where none can stand."""
    if isinstance(question, OrderQuestion) and "order" not in kinds:
        return _order_as_match(question) if "match" in kinds else None
    if isinstance(question, DateQuestion):
        return _date_as_words(question) if "short_answer" in kinds else None
    if isinstance(question, ShortAnswerQuestion) and len(question.answers) > 1:
        return _several_as_text(question) if "reflection" in kinds else None
    if isinstance(question, GapQuestion) and "gaps" not in kinds:
        return _gaps(question, kinds)
    return question if isinstance(question, GapQuestion) or getattr(question, "kind", "") in kinds else None


def _order_as_match(question: OrderQuestion) -> MatchQuestion:
    """Each place in the order is matched with what stands there; ties share a place."""
    rights = tuple(MatchRight(f"{at}", item.text) for at, item in enumerate(question.items))
    lefts = tuple(MatchLeft("", plain(f"{item.rank}."), f"{at}") for at, item in enumerate(question.items))
    return MatchQuestion(
        question.id,
        question.title,
        question.place,
        lefts,
        rights,
        ("", ""),
        question.heading,
        question.stem,
        question.settings,
        question.feedback,
    )


def _date_as_words(question: DateQuestion) -> ShortAnswerQuestion:
    return ShortAnswerQuestion(
        question.id,
        question.title,
        question.place,
        (spellings_of(question.answer),),
        False,
        question.heading,
        question.stem,
        question.settings,
        question.feedback,
    )


def spellings_of(day: date) -> tuple[str, ...]:
    """Return the ways a Norwegian is likely to write a day."""
    return (
        f"{day.day}. {_MONTHS[day.month - 1]} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    )


def _several_as_text(question: ShortAnswerQuestion) -> Reflection:
    """A text the learner compares with the answers herself: no other system asks for several in any order."""
    words = "; ".join(" / ".join(spellings) for spellings in question.answers)
    return Reflection(
        question.id,
        question.title,
        question.place,
        question.heading,
        question.stem,
        plain(words),
        question.feedback.hint,
    )


def _gaps(question: GapQuestion, kinds: frozenset[str]) -> Question | None:
    """One gap in one paragraph fits where a format has such a kind; otherwise its answers follow a text with a line."""
    if len(question.gaps) != 1:
        return None
    if "gap" in kinds and fits_in_line(question):
        return question
    gap = question.gaps[0]
    text = "\n".join(
        f"<p>{''.join(words + (GAP if name else '') for words, name in paragraph)}</p>"
        for paragraph in question.paragraphs
    )
    stem = Rich(f"{question.stem.html}\n{text}".strip(), question.stem.plain)
    if gap.menu:
        options = tuple(Option("", plain(part), part in gap.answers) for part in gap.menu)
        if "choice" not in kinds:
            return None
        made: Question = ChoiceQuestion(question.id, question.title, question.place, ChoiceKind.SINGLE, options)
    else:
        if "short_answer" not in kinds:
            return None
        made = ShortAnswerQuestion(question.id, question.title, question.place, (gap.answers,), question.exact)
    return replace(  # type: ignore[type-var]
        made, heading=question.heading, stem=stem, settings=question.settings, feedback=question.feedback
    )


def fits_in_line(question: GapQuestion) -> bool:
    """Say whether a text with a gap is one line of plain words around it, with words after it."""
    if len(question.paragraphs) != 1 or question.stem or len(question.paragraphs[0]) != 2:
        return False
    (before, _), (after, _) = question.paragraphs[0]
    shown = before + after
    return "<" not in shown and "\n" not in shown and bool(after.strip()) and not before.startswith(" ")


def without_ids(question: Question, text: Callable[[Rich], Rich]) -> Question:
    """Return an ordering question whose items have no ids, each text as ``text`` makes it; any other as it is."""
    if not isinstance(question, OrderQuestion):
        return question
    items = tuple(OrderItem("", text(item.text), rank) for rank, item in enumerate(question.items, start=1))
    return replace(question, items=items)


def has_ties(question: Question) -> bool:
    """Say whether an ordering question lets items stand in any order among themselves."""
    return isinstance(question, OrderQuestion) and len({item.rank for item in question.items}) < len(question.items)
