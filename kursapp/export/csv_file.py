"""Results as CSV: for Excel as it is set up in Norway, and as RFC 4180 for programs.

Both hold the same long table. A text that a spreadsheet would take for a formula gets an apostrophe before it, in both:
a file meant for a program is opened in a spreadsheet all the same (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.results import RoundResults
from kursapp.export.about import Fact
from kursapp.export.long_table import Cell, Row, header, row_count, rows_of
from kursapp.export.new_file import new_text_file
from kursapp.export.portions import portions
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases

RISKY = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Characters at the start of a cell from which some spreadsheet makes a formula, the wide ones of East Asia too."""

LONGEST_KEPT, MOST_KEPT = 200, 10_000
"""Characters of a text, and how many texts, that are remembered while a file is written."""

_PLAIN_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written. ``mark``: the bytes by which Excel knows UTF-8 stand first."""

    delimiter: str
    decimal: str
    mark: bool


EXCEL_NORWEGIAN = Dialect(";", ",", mark=True)
RFC_4180 = Dialect(",", ".", mark=False)


def write_csv(results: RoundResults, path: Path, dialect: Dialect, watch: Watch) -> None:
    """Write a round's results as CSV."""
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    quoted = Fact("quoted", say("about-quoted"), say("about-quoted-value"))
    write_rows(path, header(language), rows_of(results, (quoted,)), dialect, watch, row_count(results))


def write_rows(
    path: Path, names: tuple[str, ...], rows: Iterable[Row], dialect: Dialect, watch: Watch, total: int
) -> None:
    """Write rows to a file, in constant memory."""
    with new_text_file(path, "utf-8-sig" if dialect.mark else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator="\r\n")
        writer.writerow(names)
        texts, numbers = _Texts(), _Numbers(dialect.decimal)
        for portion in portions(rows, total, watch):
            writer.writerows(_cells(portion, texts, numbers))


def safe_text(text: str) -> str:
    """Return a text as no spreadsheet will run it: one that begins like a formula gets an apostrophe before it."""
    if text.lstrip(" \u00a0\ufeff")[:1] in RISKY and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text


class _Texts(dict[Cell, Cell]):
    """The texts of a table come back row after row, so the short ones are looked at once."""

    def __missing__(self, text: Cell) -> Cell:
        safe = safe_text(text) if isinstance(text, str) else text
        if text is None or (isinstance(text, str) and len(text) <= LONGEST_KEPT and len(self) < MOST_KEPT):
            self[text] = safe
        return safe


class _Numbers(dict[Cell, Cell]):
    """Numbers with the decimal sign of the dialect; shares come back too."""

    def __init__(self, decimal: str) -> None:
        super().__init__()
        self._decimal = decimal

    def __missing__(self, number: Cell) -> Cell:
        shown = repr(number).removesuffix(".0").replace(".", self._decimal) if isinstance(number, float) else number
        if len(self) < MOST_KEPT:
            self[number] = shown
        return shown


def _cells(rows: Iterable[Row], texts: _Texts, numbers: _Numbers) -> Iterator[Row]:
    for kind, cohort, form, theme, item_id, item, variable, group, step, label, count, share, value, note in rows:
        yield (
            kind,
            texts[cohort],
            texts[form],
            texts[theme],
            item_id,
            texts[item],
            texts[variable],
            texts[group],
            texts[step],
            texts[label],
            count,
            numbers[share],
            numbers[value],
            texts[note],
        )
