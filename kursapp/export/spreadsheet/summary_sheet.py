"""The sheet *Sammendrag*: whose numbers they are, what they say, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.format import Format

from kursapp.domain.results import RoundResults
from kursapp.export.about import facts_of, hidden_units
from kursapp.export.spreadsheet.book import HEADER_HEIGHT, Book, Formats, put
from kursapp.export.summing_up import numbers, sentences, theme_rows
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import hidden

WIDTHS = (34, 24, 20, 14, 16)
_THEME_COLUMNS = ("theme", "theme-favourable", "theme-moved", "items", "left-out")

Cells = list[tuple[str | float | None, Format]]


def write_summary(book: Book, results: RoundResults) -> None:
    """Write the first sheet, which can be read alone."""
    say = Phrases(EXPORTS, results.cohort.language)
    sheet = book.sheet(say("sheet-summary"), WIDTHS, frozen=1)
    for row, cells in enumerate(_rows(results, book.formats, say)):
        if row == 0 or (cells and cells[-1][1] is book.formats.header_number):
            sheet.set_row(row, HEADER_HEIGHT)
        for column, (value, look) in enumerate(cells):
            put(sheet, row, column, value, look)


def _rows(results: RoundResults, looks: Formats, say: Phrases) -> Iterator[Cells]:
    yield [(f"{results.cohort.name}: {results.form.title}", looks.title)]
    if results.cohort.simulated:
        yield [(say("simulated-note"), looks.heading)]
    yield []
    for value, caption in numbers(results):
        yield [(value, looks.heading), (caption, looks.text)]
    yield []
    for sentence in sentences(results):
        yield [(sentence, looks.text)]
    yield from _themes(results, looks, say)
    yield from _hidden(results, looks, say)
    yield []
    yield [(say("about-heading"), looks.heading)]
    for fact in facts_of(results):
        yield [(fact.name, looks.muted), (fact.value, looks.text)]


def _themes(results: RoundResults, looks: Formats, say: Phrases) -> Iterator[Cells]:
    themes = theme_rows(results)
    if not themes:
        return
    yield []
    yield [
        (say(f"head-{name}"), looks.header_number if number else looks.header)
        for number, name in enumerate(_THEME_COLUMNS)
    ]
    columns = (looks.wrapped, looks.share, looks.share, looks.whole, looks.whole)
    for theme in themes:
        yield list(zip(theme, columns, strict=True))


def _hidden(results: RoundResults, looks: Formats, say: Phrases) -> Iterator[Cells]:
    units = hidden_units(results)
    if not units:
        return
    yield []
    yield [(hidden(results.cohort.language), looks.heading)]
    for unit in units:
        kind = say(f"hidden-{unit.key}-name")
        yield [(kind, looks.muted), (f"{unit.name}: {unit.why}", looks.text)]
