"""The one table of ``begreper.md`` and ``kilder.md``: its rows by the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kursapp.content.definitions import take_definitions
from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.items.marks import is_table
from kursapp.content.items.tables import TableReader, TableRow
from kursapp.content.items.text import Text
from kursapp.content.keywords import Vocabulary
from kursapp.content.markup import Markup
from kursapp.content.source import read_lines


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its cells' plain words by column name, and its line. Columns of other names are left out."""

    words: Mapping[str, str]
    line: int


def read_entries(
    file: str, data: bytes, columns: Vocabulary, required: Sequence[str], findings: Findings
) -> list[Entry]:
    """Read every table of a file that has the required columns. A file without one, or an unnamed row, is reported."""
    lines, problems = read_lines(file, data)
    findings.problems += problems
    if problems and not lines:
        return []
    definitions, lines = take_definitions(lines)
    markup = Markup(definitions, findings)
    text = Text(lines)
    entries: list[Entry] = []
    found = False
    at = 0
    while at < len(text.lines):
        if not is_table(text.lines, at):
            at += 1
            continue
        reader = TableReader(text, Context(file, "", markup, problems=findings.problems))
        at = reader.take(at)
        if reader.table is None:
            continue
        names = [columns.find(cell.text) or "" for cell in reader.table.head.cells]
        if set(required) <= set(names):
            found = True
            entries += [_entry(names, row, markup) for row in reader.table.rows if not row.empty]
    if not found:
        words = ", ".join(columns.word(name).capitalize() for name in required)
        findings.error("no-reference-table", 1, columns=words)
    return [entry for entry in entries if _complete(entry, required, columns, findings)]


def _entry(names: Sequence[str], row: TableRow, markup: Markup) -> Entry:
    cells = zip(names, row.cells, strict=True)
    return Entry({name: markup.inline(cell.text, cell.line).plain for name, cell in cells if name}, row.line)


def _complete(entry: Entry, required: Sequence[str], columns: Vocabulary, findings: Findings) -> bool:
    missing = [name for name in required if not entry.words[name]]
    if missing:
        findings.error("empty-reference-cell", entry.line, column_name=columns.word(missing[0]).capitalize())
    return not missing
