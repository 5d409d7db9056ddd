"""The sheet *Før og nå*: for each statement how many moved up, stayed and moved down, and both distributions."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import Hidden, RoundResults
from kursapp.domain.statistics import Moved, halves, mean, moved
from kursapp.export.descriptions import moves_in_words
from kursapp.export.spreadsheet import charts
from kursapp.export.spreadsheet.book import Book, make_room, put, put_header, put_row
from kursapp.export.theme import scale
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import hidden, why

COLUMNS = ("theme", "item", "n", "before-mean", "now-mean", "up", "same", "down", "up-share", "apart", "blank")
WIDTHS = (22, 48, 9, 11, 11, 9, 9, 9, 9, 11, 11)
_N, _UP, _DOWN = COLUMNS.index("n"), COLUMNS.index("up"), COLUMNS.index("down")
_STEP_WIDTH = 16


def write_before_now(book: Book, results: RoundResults) -> None:
    """Write the table, and under it one chart for each theme; a form without before and now gets no such sheet."""
    items = [item for item in results.form.items if item.kind is AnswerKind.BEFORE_NOW]
    if not items:
        return
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    most = max(len(item.steps) for item in items)
    sheet = book.sheet(say("sheet-before-now"), (*WIDTHS, *(_STEP_WIDTH,) * (2 * most)))
    names = _names(say, items[0], most)
    put_header(sheet, book.formats, names, range(_N, len(names)))
    charted: dict[str, list[tuple[int, FormItem, Moved]]] = {}
    for row, item in enumerate(items, start=1):
        moves = _write_item(book, sheet, row, results, item, most)
        if moves is not None:
            charted.setdefault(item.theme, []).append((row, item, moves))
    at = len(items) + 2
    for theme, rows in charted.items():
        for run in _runs(rows):
            height = max(charts.LEAST_ROWS, 2 * len(run) + 4)
            _write_chart(book, sheet, at, theme, run, height, language)
            at += height + 1


def _names(say: Phrases, item: FormItem, most: int) -> tuple[str, ...]:
    # Statements of one form share their scale but for rare forms, where the numbers say enough.
    labels = item.steps if len(item.steps) == most else tuple(str(step) for step in range(1, most + 1))
    return (
        *(say(f"head-{column}") for column in COLUMNS),
        *(say("head-before-step", step=label) for label in labels),
        *(say("head-now-step", step=label) for label in labels),
    )


def _write_item(
    book: Book, sheet: Worksheet, row: int, results: RoundResults, item: FormItem, most: int
) -> Moved | None:
    language, looks = results.cohort.language, book.formats
    unit = results.published.table(item.id)
    make_room(sheet, row, [(item.text, WIDTHS[1])])
    put_row(sheet, row, (item.theme, item.text), looks.wrapped)
    if isinstance(unit, Hidden):
        told = f"{hidden(language)}. {why(unit.why, results.cohort.rules.k, language)}"
        put(sheet, row, _N, told, looks.text)
        return None
    moves = moved(item, unit)
    before, now = halves(item, unit)
    put(sheet, row, 2, moves.total, looks.whole)
    put(sheet, row, 3, mean(before), looks.decimal)
    put(sheet, row, 4, mean(now), looks.decimal)
    for column, count in enumerate((moves.up, moves.same, moves.down), start=_UP):
        put(sheet, row, column, count, looks.whole)
    put(sheet, row, 8, moves.up / moves.total if moves.total else None, looks.share)
    put(sheet, row, 9, unit.count("apart") if item.apart else None, looks.whole)
    put(sheet, row, 10, unit.count("blank"), looks.whole)
    for column, step_count in enumerate((*_filled(before, most), *_filled(now, most)), start=len(COLUMNS)):
        put(sheet, row, column, step_count, looks.whole)
    return moves


def _filled(counts: tuple[int, ...], most: int) -> tuple[int | None, ...]:
    return (*counts, *(None,) * (most - len(counts)))


def _runs(rows: list[tuple[int, FormItem, Moved]]) -> list[list[tuple[int, FormItem, Moved]]]:
    """Return rows of the table that stand together: a chart's cells may not skip any."""
    runs: list[list[tuple[int, FormItem, Moved]]] = []
    for each in rows:
        if runs and runs[-1][-1][0] + 1 == each[0]:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _write_chart(
    book: Book,
    sheet: Worksheet,
    at: int,
    theme: str,
    rows: list[tuple[int, FormItem, Moved]],
    height: int,
    language: str,
) -> None:
    say = Phrases(EXPORTS, language)
    first, last, name = rows[0][0], rows[-1][0], sheet.get_name()
    down, same, up = scale(book.theme, 3)
    parts = (
        ("down", _DOWN, down, [moves.down for _, _, moves in rows]),
        ("same", _UP + 1, same, [moves.same for _, _, moves in rows]),
        ("up", _UP, up, [moves.up for _, _, moves in rows]),
    )
    chart = charts.stacked(
        book,
        say("chart-moves", theme=theme) if theme else say("sheet-before-now"),
        charts.Cells(name, (first, 1), (last, 1), [item.text for _, item, _ in rows]),
        [
            charts.Series(say(f"head-{key}"), charts.Cells(name, (first, column), (last, column), counts), (colour,))
            for key, column, colour, counts in parts
        ],
    )
    told = moves_in_words([(item.text, moves.up, moves.same, moves.down) for _, item, moves in rows], language)
    charts.place(sheet, at, 1, chart, height, told)
