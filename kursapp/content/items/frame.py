"""What all items share: heading, id, stem, place, and the findings about comments that stand nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kursapp.content.items.body import Body
from kursapp.content.items.item import Context, Item
from kursapp.content.items.naming import item_id
from kursapp.content.items.quotes import feedback_of
from kursapp.content.items.text import Text
from kursapp.content.items.values import QUESTION_KEYS, question_settings
from kursapp.content.keywords import EVALUATION_ITEMS, ITEMS
from kursapp.content.lines import Line, trimmed
from kursapp.content.settings import report_unknown
from kursapp.domain.course import Block, Place, Rich
from kursapp.domain.question import Feedback, QuestionSettings


@dataclass(frozen=True, slots=True)
class Reading:
    """A read item: its value, or None where it has a fault that leaves none, and how many body lines it took."""

    block: Block | None
    used: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What the heading and the prose of an item give."""

    id: str
    title: str
    heading: Rich
    stem: Rich
    place: Place


@dataclass(frozen=True, slots=True)
class QuestionFrame:
    """What every question has besides its answers."""

    id: str
    title: str
    heading: Rich
    stem: Rich
    place: Place
    settings: QuestionSettings
    feedback: Feedback


def word_of(keyword: str) -> str:
    """Return a keyword as the program writes it."""
    return (EVALUATION_ITEMS if keyword in EVALUATION_ITEMS.names() else ITEMS).word(keyword)


def frame_of(item: Item, body: Body, text: Text, allowed: Iterable[str], context: Context) -> Frame:
    """Return an item's frame, and report what is wrong with its settings and its comments."""
    number = item.heading_line.number
    heading = context.markup.inline(item.title, number)
    if not heading.plain.strip():
        context.report("no-title", number, item=word_of(item.keyword))
        heading = context.markup.inline(word_of(item.keyword).capitalize(), number)
    title = " ".join(heading.plain.split())
    report_unknown(item.settings, allowed, word_of(item.keyword), context.report)
    last = item.body[body.used - 1].number if body.used else item.last
    report_misplaced(text, last, context)
    return Frame(
        item_id(item, title, context), title, heading, rich_of(body.stem, context), context.place(number, last)
    )


def question_frame(item: Item, body: Body, text: Text, context: Context, keys: Iterable[str] = ()) -> QuestionFrame:
    """Return a question's frame; ``keys`` are the settings of its own kind."""
    allowed = QUESTION_KEYS | set(keys) | ({"measures"} if context.on_evaluation_page else set())
    frame = frame_of(item, body, text, allowed, context)
    return QuestionFrame(
        frame.id,
        frame.title,
        frame.heading,
        frame.stem,
        frame.place,
        question_settings(item.settings, context),
        feedback_of(body.parts, context.markup),
    )


def report_misplaced(text: Text, last: int, context: Context) -> None:
    """Report the comments up to line ``last`` that set something where nothing can be set."""
    for comment, key in text.misplaced(last):
        context.report("misplaced-settings", comment.line, comment.column, key=key)


def rich_of(lines: Iterable[Line], context: Context) -> Rich:
    """Return prose as HTML; an empty text for none."""
    kept = trimmed(tuple(lines))
    return context.markup.block(kept) if kept else Rich()
