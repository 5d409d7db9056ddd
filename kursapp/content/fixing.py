"""Writes one-step repairs into a file as it stands on disk: its line ends, byte order mark and tabs are left alone."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from kursapp.content.folder import is_markdown, list_files
from kursapp.content.repair import Edit, apply_edits, edits_of
from kursapp.content.slugs import numbered
from kursapp.content.source import LARGEST_FILE, TAB_STOP
from kursapp.domain.problem import Problem

_WRITTEN = re.compile(rb"\bid:\s*([A-Za-z0-9._-]+)", re.IGNORECASE)
_LINE_END = re.compile(r"(\r\n|\r|\n)")


def repaired(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with the edits made. New lines end as the file's first line does."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    parts = _LINE_END.split(data.decode("utf-8-sig"))
    line_end = parts[1] if len(parts) > 1 else "\n"
    for number, on_line in _by_line(edits).items():
        at = 2 * (number - 1)
        moved = [as_written(parts[at], edit)._replace(line=1) for edit in on_line]
        parts[at] = line_end.join(apply_edits([parts[at]], moved))
    return mark + "".join(parts).encode("utf-8")


def ids_in(folder: Path) -> set[str]:
    """Return everything in a course's files that may be a written id, so that no new one is called the same.

    Raises KursappError as ``folder.list_files`` does. A file that cannot be read has none.
    """
    listing = list_files(folder)
    found: set[str] = set()
    for file in filter(is_markdown, listing.files):
        with contextlib.suppress(OSError):
            found.update(name.decode() for name in _WRITTEN.findall(listing.read(file, LARGEST_FILE)))
    return found


def ids_of(texts: Iterable[str]) -> set[str]:
    """Return everything in files' texts that may be a written id, as ``ids_in``."""
    return {name.decode() for text in texts for name in _WRITTEN.findall(text.encode("utf-8", "replace"))}


def edits_with_free_ids(lacking: Iterable[Problem], taken: set[str]) -> dict[str, list[Edit]]:
    """Return by file the edits that write the ids that ``lacking`` miss, each with an id nobody in the course has.

    Each file knows only its own ids when it suggests one. ``taken`` grows with every id given. An id that need only be
    its own within an item (an evaluation's option, a workbook's row) stays as it is suggested.
    """
    found: dict[str, list[Edit]] = {}
    for problem in lacking:
        wanted, derived = problem.value("id"), problem.value("derived")
        free = wanted
        if not derived or "/" in derived:
            free = numbered(wanted, taken)
            taken.add(free)
        edits = (edit._replace(text=edit.text.replace(f"id: {wanted}", f"id: {free}")) for edit in edits_of(problem))
        found.setdefault(problem.file, []).extend(edits)
    return found


def _by_line(edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    lines: dict[int, list[Edit]] = {}
    for edit in edits:
        lines.setdefault(edit.line, []).append(edit)
    return lines


def as_written(line: str, edit: Edit) -> Edit:
    """Return an edit of a line, whose columns are those with tabs expanded, in columns of the line as written."""
    if "\t" not in line:
        return edit
    return edit._replace(start=_column(line, edit.start), end=_column(line, edit.end))


def _column(line: str, column: int) -> int:
    """Return where a column of the line with its tabs expanded stands in the line as written; both count from 1."""
    expanded = 0
    for index, character in enumerate(line):
        if expanded >= column - 1:
            return index + 1
        expanded += TAB_STOP - expanded % TAB_STOP if character == "\t" else 1
    return len(line) + 1
