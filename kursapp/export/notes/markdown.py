"""Notes as Markdown any viewer shows: what was written stands as it was written, and nothing of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.html_markdown import as_heading, escaped
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.export.notes.told import label_of, lead_of, paragraphs, phrases, rows_of

LINE_BREAK = "  "
_OPENS = re.compile(r"(\d{1,9})?([#+\->.)]|[=~|:])")
"""What at the start of a line would make it a heading, a list, a quote, a table or code."""
_NEVER_ESCAPED = "=~|:"
"""Signs that not every Markdown program takes a backslash before."""


def notebook_markdown(notebook: Notebook, watch: Watch | None = None) -> str:
    """Return the notebook as Markdown. Raises KursappError ``export-cancelled``."""
    lines = [f"# {phrases(notebook)('title')}"]
    for told in lead_of(notebook):
        lines += ["", f"*{escaped(told)}*"]
    for row in rows_of(notebook, watch or Unwatched()):
        if isinstance(row, Entry):
            lines += _entry(row, notebook)
        else:
            lines += ["", f"{_level(row)} {as_heading(escaped(_one_line(row.title)))}"]
            if isinstance(row, NotedCourse) and not row.here:
                lines += ["", f"*{phrases(notebook)('course-gone')}*"]
    return "\n".join([*lines, ""])


def _level(row: NotedCourse | NotedPart | NotedPage) -> str:
    return {NotedCourse: "##", NotedPart: "###", NotedPage: "####"}[type(row)]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _entry(entry: Entry, notebook: Notebook) -> Iterator[str]:
    yield from ("", f"**{escaped(label_of(entry, notebook))}**")
    for number, each in enumerate(paragraphs(entry.quote)):
        yield ">" if number else ""
        yield from (f"> {line}" for line in _lines(each))
    for each in paragraphs(entry.words):
        yield ""
        yield from _lines(each)


def _lines(paragraph: list[str]) -> Iterator[str]:
    """Yield the lines of a paragraph, each but the last with a mark that it ends where it ends."""
    for number, line in enumerate(paragraph, start=1):
        yield _shut(escaped(line.strip())) + (LINE_BREAK if number < len(paragraph) else "")


def _shut(line: str) -> str:
    found = _OPENS.match(line)
    if not found:
        return line
    sign = f"&#{ord(found[2])};" if found[2] in _NEVER_ESCAPED else f"\\{found[2]}"
    return f"{found[1] or ''}{sign}{line[found.end() :]}"
