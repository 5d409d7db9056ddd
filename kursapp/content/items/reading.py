"""From an item to its value, or to a box that shows what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kursapp.content.instructor_notes import without_notes
from kursapp.content.items.body import BodyReader
from kursapp.content.items.cases import CaseReader
from kursapp.content.items.choices import ChoiceReader
from kursapp.content.items.evaluations import EvaluationReader
from kursapp.content.items.frame import Reading, word_of
from kursapp.content.items.gaps import GapReader
from kursapp.content.items.item import Context, Item
from kursapp.content.items.lists import ListReader, any_item
from kursapp.content.items.marks import answer_line
from kursapp.content.items.matching import read_matching
from kursapp.content.items.opening import UNKNOWN
from kursapp.content.items.ordering import read_ordering
from kursapp.content.items.reflections import read_reflection
from kursapp.content.items.tables import TableReader
from kursapp.content.items.text import Text
from kursapp.content.items.typed_answers import TypedAnswerReader
from kursapp.content.items.workbooks import WorkbookReader
from kursapp.content.keywords import EVALUATION_ITEMS
from kursapp.domain.course import Block, Faulty
from kursapp.domain.problem import Severity

Reader = Callable[[Item, Text, Context], Reading]


def read_item(item: Item, context: Context) -> tuple[Block, int]:
    """Read an item; return its block, and how many lines of its body it took.

    What is wrong goes to ``context.problems``. An item that nobody could answer becomes a Faulty block with its text
    as written, notes to the instructor left out; the rest of the page is not touched by it.
    """
    text = Text(item.body)
    before = len(context.problems)
    reading = _reader(item)(item, text, context)
    if reading.block is not None:
        return reading.block, reading.used
    errors = ["unknown-variant"] if item.variant == UNKNOWN else []
    errors += [found.code for found in context.problems[before:] if found.severity is Severity.ERROR]
    body = item.body[: reading.used]
    last = body[-1].number if body else item.last
    block = Faulty(
        context.place(item.heading_line.number, last),
        tuple(dict.fromkeys(errors)),
        context.markup.inline(item.title, item.heading_line.number).plain or word_of(item.keyword).capitalize(),
        "\n".join(line.text for line in without_notes((item.heading_line, *body))),
    )
    return block, reading.used


def _reader(item: Item) -> Reader:
    if item.keyword in EVALUATION_ITEMS.names():
        return _read_evaluation
    if item.keyword == "question":
        return _questions()[item.variant]
    return {"reflection": read_reflection, "workbook": _read_workbook, "case": _read_case}.get(
        item.keyword, _read_lost_scene
    )


def _questions() -> Mapping[str, Reader]:
    return {
        "": _read_choice,
        "discuss": _read_choice,
        "order": read_ordering,
        "match": read_matching,
        "number": _read_typed,
        "date": _read_typed,
        "short_answer": _read_typed,
        "gaps": _read_gaps,
        UNKNOWN: _read_unknown,
    }


def _read_choice(item: Item, text: Text, context: Context) -> Reading:
    return ChoiceReader(item, text, context).read()


def _read_typed(item: Item, text: Text, context: Context) -> Reading:
    return TypedAnswerReader(item, text, context).read()


def _read_gaps(item: Item, text: Text, context: Context) -> Reading:
    return GapReader(item, text, context).read()


def _read_workbook(item: Item, text: Text, context: Context) -> Reading:
    return WorkbookReader(item, text, context).read()


def _read_case(item: Item, text: Text, context: Context) -> Reading:
    return CaseReader(item, text, context).read()


def _read_evaluation(item: Item, text: Text, context: Context) -> Reading:
    return EvaluationReader(item, text, context).read()


def _read_unknown(item: Item, text: Text, context: Context) -> Reading:
    """Go past a question of an unknown kind, whatever its answers look like; the kind is reported already."""
    found, tables = ListReader(text, context.silent(), any_item), TableReader(text, context.silent())

    def take(at: int) -> int:
        line = text.lines[at]
        if any_item(line) and not found.entries:
            return found.read(at)
        return at + 1 if answer_line(line) else tables.take(at)

    return Reading(None, BodyReader(item, text, context.silent(), take).read().used)


def _read_lost_scene(item: Item, text: Text, context: Context) -> Reading:
    """A scene stands in a case and nowhere else."""
    context.report("scene-outside-case", item.heading_line.number, title=item.title)
    return Reading(None, BodyReader(item, text, context.silent(), lambda at: at, open_ended=True).read().used)
