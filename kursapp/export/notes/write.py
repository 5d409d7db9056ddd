"""Notes written as a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.domain.problem import refusal
from kursapp.export.notes.markdown import notebook_markdown
from kursapp.export.notes.told import label_of, lead_of, paragraphs, phrases, rows_of
from kursapp.export.portions import stop_if_cancelled
from kursapp.export.recovery_sheet import region
from kursapp.export.theme import Theme, light_theme
from kursapp.export.typesetting import typeset
from kursapp.files.writing import write_bytes

PDF = ".pdf"
MARKDOWN = frozenset({".md", ".markdown", ".txt", ""})
MOST_IN_PDF = 5_000
"""Entries in one PDF: more is a thousand pages nobody turns, and minutes of waiting. Markdown holds them all."""

NAMELESS = "\N{EN DASH}"
"""A heading of a PDF for screen readers may not be empty."""

_LEVELS = {NotedCourse: 2, NotedPart: 3, NotedPage: 4}


def write_notebook(notebook: Notebook, path: Path, watch: Watch) -> None:
    """Write the notebook as a PDF where the file is named so, else as Markdown; for its owner's eyes alone.

    Raises KursappError: ``notes-no-such-kind``, ``notes-too-many-for-pdf``, ``export-cancelled``, as
    ``typesetting.typeset`` and as ``files.writing`` do. Nothing is left of a file that did not become whole.
    """
    kind = path.suffix.lower()
    if kind == PDF:
        if notebook.count() > MOST_IN_PDF:
            raise refusal("notes-too-many-for-pdf", count=notebook.count(), most=MOST_IN_PDF)
        data = typeset("notes", notebook_values(notebook, watch), watch)
    elif kind in MARKDOWN:
        data = notebook_markdown(notebook, watch).encode("utf-8", "replace")
    else:
        raise refusal("notes-no-such-kind", file=path)
    stop_if_cancelled(watch)
    write_bytes(path, data)


def notebook_values(notebook: Notebook, watch: Watch) -> dict[str, object]:
    """Return what the template is filled with."""
    say, theme = phrases(notebook), light_theme()
    rows: list[dict[str, object]] = []
    for row in rows_of(notebook, watch):
        if isinstance(row, Entry):
            rows.append(_entry(row, notebook, theme))
            continue
        rows.append({"kind": "heading", "level": _LEVELS[type(row)], "text": row.title.strip() or NAMELESS})
        if isinstance(row, NotedCourse) and not row.here:
            rows.append({"kind": "meta", "text": say("course-gone")})
    return {
        "theme": theme,
        "language": notebook.language,
        "region": region(notebook.language),
        "title": say("title"),
        "author": "",
        "heading": say("title"),
        "lead": lead_of(notebook),
        "page": say("page"),
        "rows": rows,
    }


def _entry(entry: Entry, notebook: Notebook, theme: Theme) -> dict[str, object]:
    line = f"mark_{entry.colour}_line"
    return {
        "kind": "entry",
        "label": label_of(entry, notebook),
        "colour": line if line in theme else "border",
        "quote": paragraphs(entry.quote),
        "words": paragraphs(entry.words),
    }
