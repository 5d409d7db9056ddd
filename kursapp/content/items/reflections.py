"""Reflections: a question to oneself, answered in free text that is private and never scored."""

from __future__ import annotations

from kursapp.content.items.body import BodyReader
from kursapp.content.items.frame import Reading, frame_of
from kursapp.content.items.item import Context, Item
from kursapp.content.items.quotes import feedback_of
from kursapp.content.items.text import Text
from kursapp.content.items.values import minutes
from kursapp.content.settings import names
from kursapp.domain.question import Reflection

REFLECTION_KEYS = ("id", "minutes", "goals")


def read_reflection(item: Item, text: Text, context: Context) -> Reading:
    """Read one reflection: its prose, an example shown after answering, and a hint."""
    body = BodyReader(item, text, context, lambda at: at, open_ended=True).read()
    frame = frame_of(item, body, text, REFLECTION_KEYS, context)
    feedback = feedback_of(body.parts, context.markup)
    for part in body.parts:
        if part.label in ("right", "wrong"):
            context.report("label-not-here", part.line, label=part.label, item=item.keyword)
    return Reading(
        Reflection(
            frame.id,
            frame.title,
            frame.place,
            frame.heading,
            frame.stem,
            feedback.example or feedback.explanation,
            feedback.hint,
            minutes(item.settings, context),
            names(item.settings.value("goals")),
        ),
        body.used,
    )
