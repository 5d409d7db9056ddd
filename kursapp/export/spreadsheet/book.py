"""A workbook being written: rows in constant memory, strings that stay strings, and a stop at any time.

XlsxWriter keeps one row of each sheet in memory and the rest in temporary files. They lie in a folder beside the target
that goes when the book is closed or given up. What it does at the end (the sheets put together, packed) takes longer
than writing the rows, so its files look at the watch each time they are read or written.
"""

from __future__ import annotations

import contextlib
import io
import math
import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kursapp import __version__
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.results import RoundResults
from kursapp.export.new_file import new_file
from kursapp.export.portions import stop_if_cancelled
from kursapp.export.theme import Theme, light_theme
from kursapp.files.writing import SUFFIX

LONGEST_TEXT = 32_000
"""Characters in one cell, somewhat below Excel's 32,767 UTF-16 units."""

LINE_HEIGHT, HEADER_HEIGHT, HIGHEST_ROW = 15, 32, 409
"""Heights of rows in points; Excel knows none above the last."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LIKE_REFERENCE = re.compile(r"=?[^!]+!\$?[A-Z]+\$?\d+")
_LIKE_RICH = "<r>"


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of cells."""

    title: Format
    heading: Format
    header: Format
    header_number: Format
    text: Format
    wrapped: Format
    muted: Format
    whole: Format
    decimal: Format
    share: Format


@dataclass(frozen=True, slots=True)
class Book:
    """An open workbook with what every sheet needs."""

    workbook: Workbook
    formats: Formats
    theme: Theme
    watch: Watch

    def sheet(self, name: str, widths: tuple[float, ...], *, frozen: int = 1, landscape: bool = True) -> Worksheet:
        """Add a sheet with columns of these widths (in characters) and ``frozen`` rows that stay when one scrolls."""
        sheet = self.workbook.add_worksheet(name)
        sheet.row_data_fh = _Watched(sheet.row_data_fh, self.watch)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&R&P / &N")
        if frozen:
            sheet.freeze_panes(frozen, 0)
            sheet.repeat_rows(frozen - 1)
        return sheet


def put(sheet: Worksheet, row: int, column: int, value: str | float | None, look: Format | None = None) -> None:
    """Write one cell as what it is: a number as a number, a text as a text whatever it looks like."""
    if value is None:
        if look is not None:
            sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        put_text(sheet, row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def put_text(sheet: Worksheet, row: int, column: int, text: str, look: Format | None = None) -> None:
    """Write a text that no reader will take for a formula, a link or markup."""
    if text[:3] == _LIKE_RICH:
        # XlsxWriter would take it for markup of its own and write it as it stands.
        sheet.write_rich_string(row, column, *_fragments(legible(text)), *([look] if look else []))
    else:
        sheet.write_string(row, column, legible(text), look)


def put_header(sheet: Worksheet, formats: Formats, names: Sequence[str], numbers: Container[int], row: int = 0) -> None:
    """Write the names of columns; those of numbers stand to the right, as the numbers do."""
    sheet.set_row(row, HEADER_HEIGHT)
    for column, name in enumerate(names):
        put_text(sheet, row, column, name, formats.header_number if column in numbers else formats.header)


def make_room(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
    """Make a row, before it is written, as high as its texts need in columns of their widths (in characters).

    Excel would do so by itself when the file is opened, but not every program does.
    """
    lines = max(sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n")) for text, width in texts)
    if lines > 1:
        sheet.set_row(row, min(lines * LINE_HEIGHT, HIGHEST_ROW))


def put_row(sheet: Worksheet, row: int, values: tuple[str | float | None, ...], look: Format) -> None:
    """Write a row of cells that look alike."""
    for column, value in enumerate(values):
        put(sheet, row, column, value, look)


def legible(text: str) -> str:
    """Return a text without what XML cannot hold: halves of characters and two that are none."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode().replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def plain(text: str) -> str:
    """Return a text for charts and properties, where the format has no escapes.

    XlsxWriter takes a name such as ``Endelig!A1`` for a reference; a character that is not seen keeps it a text.
    """
    told = _CONTROL.sub("", legible(text))
    return told.replace("!", "!\u200b") if _LIKE_REFERENCE.match(told) else told


def parts(text: str) -> list[str]:
    """Return a text in parts that each have room in a cell."""
    return [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)] or [""]


@contextlib.contextmanager
def writing(results: RoundResults, path: Path, watch: Watch) -> Iterator[Book]:
    """Open a workbook that becomes ``path`` at the end; nothing is left of it when the body fails."""
    with new_file(path) as file, _scratch(path) as folder:
        # An in-between file object, so that packing can be stopped.
        packed = _Watched(file, watch)
        workbook = Workbook(packed, {"constant_memory": True, "tmpdir": folder, **_AS_TEXT})
        try:
            workbook.set_properties(_properties(results))
            yield Book(workbook, _formats(workbook), light_theme(), watch)
            _close(workbook)
        except BaseException:
            _give_up(workbook, packed)
            raise


_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextlib.contextmanager
def _scratch(path: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix=f".{path.name}.", suffix=SUFFIX, dir=path.parent) as folder:
        yield folder


def _close(workbook: Workbook) -> None:
    try:
        workbook.close()
    except FileCreateError as error:
        # XlsxWriter wraps what the system said.
        cause = error.args[0] if error.args else error
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error


def _give_up(workbook: Workbook, packed: _Watched) -> None:
    """Close what a book that will never be whole still has open, without a word about the rest of it."""
    packed.give_up()
    workbook.fileclosed = True
    for sheet in workbook.worksheets():
        for file in (sheet.row_data_fh, sheet.fh):
            with contextlib.suppress(OSError):
                file.close()


def _properties(results: RoundResults) -> dict[str, object]:
    cohort = results.cohort
    return {
        "title": plain(f"{cohort.name}: {results.form.title}"),
        "subject": plain(cohort.course_title),
        "author": plain(cohort.organiser),
        "comments": f"Kursapp {__version__}",
        # The day the course ended, not now: equal results give equal files.
        "created": datetime.combine(cohort.ends, time(12)),
    }


def _formats(workbook: Workbook) -> Formats:
    theme = light_theme()
    header = {"bold": True, "font_color": theme["on_primary"], "bg_color": theme["primary"], "text_wrap": True}
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "font_color": theme["text"]}
    add = workbook.add_format
    return Formats(
        title=add({**base, "bold": True, "font_size": 18, "font_color": theme["primary"]}),
        heading=add({**base, "bold": True, "font_size": 13, "font_color": theme["primary"]}),
        header=add({**base, **header, "valign": "vcenter"}),
        header_number=add({**base, **header, "valign": "vcenter", "align": "right"}),
        text=add(base),
        wrapped=add({**base, "text_wrap": True}),
        muted=add({**base, "text_wrap": True, "font_color": theme["muted"]}),
        whole=add({**base, "num_format": "0"}),
        decimal=add({**base, "num_format": "0.0"}),
        share=add({**base, "num_format": "0 %"}),
    )


def _fragments(text: str) -> tuple[str, str, str]:
    return text[:1], text[1:2], text[2:]


class _Watched:
    """A file that looks at the watch whenever it is read or written."""

    def __init__(self, file: IO[Any], watch: Watch) -> None:
        self._file = file
        self._watch = watch

    def read(self, size: int = -1) -> Any:
        """Read, unless the work is to stop."""
        stop_if_cancelled(self._watch)
        return self._file.read(size)

    def write(self, data: Any) -> int:
        """Write, unless the work is to stop."""
        stop_if_cancelled(self._watch)
        return self._file.write(data)

    def give_up(self) -> None:
        """Let what is still written go nowhere: a half-made archive ends itself when it is forgotten."""
        self._file, self._watch = io.BytesIO(), Unwatched()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
