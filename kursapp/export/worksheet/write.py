"""A worksheet as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import KursappError
from kursapp.domain.worksheet import PartKind, Worksheet
from kursapp.export.typesetting import typeset
from kursapp.export.worksheet.values import worksheet_values
from kursapp.files.writing import SHARED, write_bytes

Load = Callable[[str], bytes | None]
"""Answers the bytes of a picture of the course for its path, or None."""

SHOWN = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""Kinds of pictures that can be set."""


def write_worksheet_pdf(sheet: Worksheet, load: Load, path: Path, watch: Watch) -> bool:
    """Write a worksheet and say whether its figures could be set.

    A picture that is not what its name says stands as its words. Raises KursappError as ``typesetting.typeset`` and
    ``files.writing`` do.
    """
    files, names = _pictures(sheet, load)
    try:
        pdf = typeset("worksheet", worksheet_values(sheet, names), watch, files)
    except KursappError as error:
        if error.problem.code != "export-not-typeset" or not files:
            raise
        files = {}
        pdf = typeset("worksheet", worksheet_values(sheet, {}), watch)
    write_bytes(path, pdf, SHARED)
    return bool(files) or not names


def _pictures(sheet: Worksheet, load: Load) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the figures' bytes by the names they have while the page is set, and these names by their source."""
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for part in sheet.parts:
        suffix = PurePosixPath(part.source).suffix.lower()
        if part.kind is not PartKind.FIGURE or part.source in names or suffix not in SHOWN:
            continue
        data = load(part.source)
        if data is not None:
            name = f"figures/{len(names) + 1}{suffix}"
            names[part.source], files[name] = f"/{name}", data
    return files, names
