"""The sheet *Spørsmål*: each question's answers with counts and shares, and a chart beside them."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Hidden, RoundResults, Table
from kursapp.domain.tally import ANSWERED, WITHOUT_VALUE
from kursapp.export.descriptions import counts_in_words
from kursapp.export.long_table import item_name, share
from kursapp.export.measures import counting, measures_of
from kursapp.export.spreadsheet import charts
from kursapp.export.spreadsheet.book import Book, make_room, put, put_header, put_row
from kursapp.export.theme import scale
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import hidden, step_label, why

COLUMNS = ("theme", "item", "label", "count", "share", "n", "mean", "median", "note")
WIDTHS = (22, 46, 30, 9, 9, 9, 12, 9, 34)
_LABEL, _COUNT, _SHARE, _N, _MEAN, _MEDIAN = range(2, 8)
_NOTE = COLUMNS.index("note")
GAP = 1
"""Empty rows between two items."""


def write_questions(book: Book, results: RoundResults) -> None:
    """Write every item that is answered once; before and now have a sheet of their own."""
    say = Phrases(EXPORTS, results.cohort.language)
    name = say("sheet-questions")
    sheet = book.sheet(name, WIDTHS)
    names = [say(f"head-{column}") for column in COLUMNS]
    put_header(sheet, book.formats, names, range(_COUNT, _NOTE))
    row = 1
    for unit in results.published.tables:
        item = results.form.item(unit.item_id)
        if item.kind is AnswerKind.BEFORE_NOW:
            continue
        if isinstance(unit, Hidden):
            _write_hidden(book, sheet, row, results, item, unit)
            row += 1 + GAP
        else:
            row += max(_write_table(book, sheet, row, results, item, unit), charts.LEAST_ROWS) + GAP


def _write_hidden(book: Book, sheet: Worksheet, row: int, results: RoundResults, item: FormItem, unit: Hidden) -> None:
    language = results.cohort.language
    make_room(sheet, row, [(item_name(item), WIDTHS[1])])
    put_row(sheet, row, (item.theme, item_name(item), hidden(language)), book.formats.wrapped)
    put(sheet, row, _NOTE, why(unit.why, results.cohort.rules.k, language), book.formats.muted)


def _write_table(book: Book, sheet: Worksheet, first: int, results: RoundResults, item: FormItem, table: Table) -> int:
    """Write an item's rows from ``first`` and its chart; return how many rows it has."""
    language = results.cohort.language
    base, counted = counting(item, table)
    shown = [
        (step, count) for step, count in table.counts if step != ANSWERED or len(table.counts) <= len(WITHOUT_VALUE)
    ]
    for row, (step, count) in enumerate(shown, start=first):
        label = step_label(item, step, language)
        make_room(sheet, row, [(label, WIDTHS[_LABEL]), (item_name(item) if row == first else "", WIDTHS[1])])
        if row == first:
            put_row(sheet, row, (item.theme, item_name(item)), book.formats.wrapped)
        put(sheet, row, _LABEL, label, book.formats.wrapped)
        put(sheet, row, _COUNT, count, book.formats.whole)
        put(sheet, row, _SHARE, share(count, base) if step in counted else None, book.formats.share)
        if row == first:
            _write_measures(book, sheet, row, item, table, language)
    _write_chart(book, sheet, first, item, table, [each for each in shown if each[0] not in WITHOUT_VALUE], language)
    return len(shown)


def _write_measures(book: Book, sheet: Worksheet, row: int, item: FormItem, table: Table, language: str) -> None:
    values = {measure.key: measure.value for measure in measures_of(item, table, language)}
    put(sheet, row, _N, values.get("n"), book.formats.whole)
    put(sheet, row, _MEAN, values.get("mean"), book.formats.decimal)
    put(sheet, row, _MEDIAN, values.get("median"), book.formats.decimal)


def _write_chart(
    book: Book,
    sheet: Worksheet,
    first: int,
    item: FormItem,
    table: Table,
    bars: list[tuple[str, int]],
    language: str,
) -> None:
    if not bars:
        return
    last = first + len(bars) - 1
    labels = [step_label(item, step, language) for step, _ in bars]
    name = sheet.get_name()
    many = item.kind is AnswerKind.SCALE
    colours = scale(book.theme, len(bars)) if many else (book.theme["primary"],) * len(bars)
    chart = charts.bars(
        book,
        item.text,
        charts.Cells(name, (first, _LABEL), (last, _LABEL), labels),
        charts.Series(
            Phrases(EXPORTS, language)("head-count"),
            charts.Cells(name, (first, _COUNT), (last, _COUNT), [count for _, count in bars]),
            colours,
        ),
    )
    charts.place(sheet, first, len(COLUMNS), chart, len(table.counts), counts_in_words(item, table, language))
