"""Notes as plain HTML for a printer."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.export.notes.told import label_of, lead_of, paragraphs, phrases, rows_of


def notebook_html(notebook: Notebook, watch: Watch | None = None) -> str:
    """Return the notebook as headings, paragraphs and quotes. Raises KursappError ``export-cancelled``."""
    return "".join(_parts(notebook, watch or Unwatched()))


def _parts(notebook: Notebook, watch: Watch) -> Iterator[str]:
    say = phrases(notebook)
    yield f"<h1>{say('title')}</h1>"
    for told in lead_of(notebook):
        yield f'<p class="meta">{escape(told)}</p>'
    for row in rows_of(notebook, watch):
        if isinstance(row, Entry):
            yield from _entry(row, notebook)
            continue
        level = {NotedCourse: "h2", NotedPart: "h3", NotedPage: "h4"}[type(row)]
        yield f"<{level}>{escape(row.title)}</{level}>"
        if isinstance(row, NotedCourse) and not row.here:
            yield f'<p class="meta">{say("course-gone")}</p>'


def _entry(entry: Entry, notebook: Notebook) -> Iterator[str]:
    yield f'<p class="meta">{escape(label_of(entry, notebook))}</p>'
    quoted = "".join(_paragraph(each) for each in paragraphs(entry.quote))
    if quoted:
        yield f"<blockquote><i>{quoted}</i></blockquote>"
    yield from (_paragraph(each) for each in paragraphs(entry.words))


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(escape(line) for line in lines)}</p>"
