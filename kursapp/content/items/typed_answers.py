"""Questions answered by typing: a number, a date, or short texts, each with its answer lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursapp.content.items.amounts import read_amount, read_day
from kursapp.content.items.body import BodyReader
from kursapp.content.items.frame import QuestionFrame, Reading, question_frame
from kursapp.content.items.item import Context, Item
from kursapp.content.items.marks import answer_line
from kursapp.content.items.text import Text
from kursapp.content.items.values import yes
from kursapp.domain.course import Block
from kursapp.domain.question import DateQuestion, NumberQuestion, ShortAnswerQuestion

_BETWEEN_SPELLINGS = re.compile(r"(?:(?<=\s)|^)/(?=\s|$)")

Answer = tuple[str, int, int]
"""What stands after ``Svar:``, its line and its column."""


class TypedAnswerReader:
    """Reads one question with ``Svar:`` lines."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._text, self._context = item, text, context
        self._answers: list[Answer] = []

    def read(self) -> Reading:
        """Read the question; without a value where its key cannot be read."""
        body = BodyReader(self._item, self._text, self._context, self._take).read()
        keys = ("exact",) if self._item.variant == "short_answer" else ()
        frame = question_frame(self._item, body, self._text, self._context, keys)
        return Reading(self._question(frame), body.used)

    def _take(self, at: int) -> int:
        line = self._text.lines[at]
        found = answer_line(line)
        if found is None:
            return at
        self._answers.append((*found[:1], line.number, found[1]))
        return at + 1

    def _question(self, frame: QuestionFrame) -> Block | None:
        if not self._answers:
            self._context.report("no-answer", self._item.heading_line.number, title=frame.title)
            return None
        for text, line, column in self._answers:
            if not text:
                self._context.report("empty-answer", line, column)
                return None
        if self._item.variant == "short_answer":
            return self._short_answer(frame)
        if len(self._answers) > 1:
            self._context.report("two-answers", self._answers[1][1], first=self._answers[0][1])
            return None
        return self._number(frame) if self._item.variant == "number" else self._date(frame)

    def _number(self, frame: QuestionFrame) -> Block | None:
        text, line, column = self._answers[0]
        amount = read_amount(text)
        if amount is None:
            self._context.report("bad-number", line, column, written=text)
            return None
        for dotted in amount.dotted:
            self._context.report("dotted-number", line, column, written=dotted, thousands=dotted.replace(".", " "))
        return NumberQuestion(
            frame.id,
            frame.title,
            frame.place,
            amount.low,
            amount.high,
            " ".join(text.split()),
            amount.unit,
            frame.heading,
            frame.stem,
            frame.settings,
            frame.feedback,
        )

    def _date(self, frame: QuestionFrame) -> Block | None:
        text, line, column = self._answers[0]
        day = read_day(text)
        if day is None:
            self._context.report("bad-date", line, column, written=text)
            return None
        return DateQuestion(
            frame.id, frame.title, frame.place, *day, frame.heading, frame.stem, frame.settings, frame.feedback
        )

    def _short_answer(self, frame: QuestionFrame) -> Block | None:
        answers = []
        for text, line, column in self._answers:
            spellings = spellings_of(text)
            if not spellings or not all(spellings):
                self._context.report("empty-answer", line, column)
                return None
            answers.append(tuple(dict.fromkeys(spellings)))
        return ShortAnswerQuestion(
            frame.id,
            frame.title,
            frame.place,
            tuple(answers),
            bool(yes(self._item.settings, "exact", self._context)),
            frame.heading,
            frame.stem,
            frame.settings,
            frame.feedback,
        )


def spellings_of(text: str) -> Sequence[str]:
    """Return the parts of a text between slashes with spaces around them; an empty part stays empty."""
    return [part.strip() for part in _BETWEEN_SPELLINGS.split(text)]
