"""Writes one-step repairs into a file as it stands on disk: its line ends, byte order mark and tabs are left alone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from kursapp.content.repair import Edit, apply_edits
from kursapp.content.source import TAB_STOP

_LINE_END = re.compile(r"(\r\n|\r|\n)")


def repaired(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with the edits made. New lines end as the file's first line does."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    parts = _LINE_END.split(data.decode("utf-8-sig"))
    line_end = parts[1] if len(parts) > 1 else "\n"
    for number, on_line in _by_line(edits).items():
        at = 2 * (number - 1)
        line = parts[at]
        moved = [Edit(1, _as_written(line, edit.start), _as_written(line, edit.end), edit.text) for edit in on_line]
        parts[at] = line_end.join(apply_edits([line], moved))
    return mark + "".join(parts).encode("utf-8")


def _by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    lines: dict[int, list[Edit]] = {}
    for edit in edits:
        lines.setdefault(edit.line, []).append(edit)
    return lines


def _as_written(line: str, column: int) -> int:
    """Return where a column of the line with its tabs expanded stands in the line as written; both count from 1."""
    expanded = 0
    for index, character in enumerate(line):
        if expanded >= column - 1:
            return index + 1
        expanded += TAB_STOP - expanded % TAB_STOP if character == "\t" else 1
    return len(line) + 1
