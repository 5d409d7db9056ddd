"""A file as rows that keep their bytes and remember where they came from, so that they can be put elsewhere."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Row(NamedTuple):
    """A line as written: its text, its line end (empty for a last line without one), and where it stood before.

    ``line`` counts from 1 and is 0 for a row that is new.
    """

    text: str
    end: str = "\n"
    file: str = ""
    line: int = 0

    @property
    def blank(self) -> bool:
        """Say whether nothing can be seen on the row."""
        return not self.text.strip()


class Sheet(NamedTuple):
    """A whole file: its byte order mark if it has one, its rows, and how its lines end."""

    rows: tuple[Row, ...]
    line_end: str = "\n"
    mark: bool = False

    @property
    def closed(self) -> bool:
        """Say whether the last line ends as the others do."""
        return not self.rows or bool(self.rows[-1].end)

    def with_rows(self, rows: Iterable[Row]) -> Sheet:
        """Return a sheet of other rows, each ending as it did; the last one as this sheet's last."""
        whole = [row if row.end else row._replace(end=self.line_end) for row in rows]
        if whole and not self.closed:
            whole[-1] = whole[-1]._replace(end="")
        return self._replace(rows=tuple(whole))

    def new(self, *texts: str) -> list[Row]:
        """Return new rows that end as this sheet's."""
        return [Row(text, self.line_end) for text in texts]

    def data(self) -> bytes:
        """Return the file's bytes."""
        mark = codecs.BOM_UTF8 if self.mark else b""
        return mark + "".join(row.text + row.end for row in self.rows).encode()


def read_sheet(file: str, data: bytes) -> Sheet:
    """Read a file's rows. Raises UnicodeDecodeError where it is not UTF-8: ask ``source.read_lines`` first."""
    parts = _LINE_END.split(data.decode("utf-8-sig"))
    ends = parts[1::2]
    rows = [Row(text, end, file, number) for number, (text, end) in enumerate(_pairs(parts[::2], ends), start=1)]
    if rows and not rows[-1].text and not rows[-1].end:
        rows.pop()
    return Sheet(tuple(rows), ends[0] if ends else "\n", data.startswith(codecs.BOM_UTF8))


def _pairs(texts: Sequence[str], ends: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(texts, [*ends, ""], strict=True)


def without_blanks(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Part rows from the blank ones at their end."""
    last = len(rows)
    while last and rows[last - 1].blank:
        last -= 1
    return list(rows[:last]), list(rows[last:])


class Part(NamedTuple):
    """A stretch of a file that can be moved whole, and the blank rows that part it from the next."""

    rows: tuple[Row, ...]
    gap: tuple[Row, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Part:
        """Part a stretch from its gap."""
        kept, gap = without_blanks(rows)
        return cls(tuple(kept), tuple(gap))


def joined(parts: Sequence[Part], sheet: Sheet, last_gap: Sequence[Row]) -> list[Row]:
    """Put parts after each other: at least one blank row between, and ``last_gap`` after the last."""
    rows: list[Row] = []
    for at, part in enumerate(parts):
        rows += part.rows
        if at == len(parts) - 1:
            rows += last_gap
        else:
            rows += part.gap or sheet.new("")
    return rows
