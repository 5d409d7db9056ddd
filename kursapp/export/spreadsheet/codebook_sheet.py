"""The sheet *Kodebok*: every question with its steps, and what the numbers in the other sheets mean."""

from __future__ import annotations

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import RoundResults
from kursapp.domain.tally import steps_of
from kursapp.export.long_table import step_code
from kursapp.export.spreadsheet.book import Book, make_room, put_header, put_row
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import step_label

COLUMNS = ("theme", "item-id", "heading", "text", "kind", "step", "label")
WIDTHS = (22, 20, 40, 46, 22, 16, 40)


def write_codebook(book: Book, results: RoundResults) -> None:
    """Write a row for every step of every item, then how the numbers are worked out."""
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    sheet = book.sheet(say("sheet-codebook"), WIDTHS)
    put_header(sheet, book.formats, [say(f"head-{column}") for column in COLUMNS], ())
    row = 1
    for item in results.form.items:
        kind = say(f"answer-{item.kind.value}")
        turned = f"{kind} ({say('reversed')})" if item.reversed else kind
        for step in _steps(item):
            make_room(sheet, row, [(item.heading, WIDTHS[2]), (item.text, WIDTHS[3])])
            cells = (item.theme, item.id, item.heading, item.text, turned, step_code(step))
            put_row(sheet, row, (*cells, step_label(item, step, language)), book.formats.wrapped)
            row += 1
    row += 1
    for number in range(1, EXPLANATIONS + 1):
        make_room(sheet, row, [(say(f"explain-{number}"), WIDTHS[3])])
        put_row(sheet, row, (say(f"explain-{number}-name"), "", "", say(f"explain-{number}")), book.formats.wrapped)
        row += 1


EXPLANATIONS = 7


def _steps(item: FormItem) -> tuple[str, ...]:
    if item.kind is AnswerKind.BEFORE_NOW:
        # Its steps are pairs of these.
        return (
            *(str(number) for number in range(1, len(item.steps) + 1)),
            *(("apart",) if item.apart else ()),
            "blank",
        )
    return steps_of(item)
