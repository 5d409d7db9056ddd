"""Titles as they are written on headings: new ones put there, and those refused that would mean something else."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.content.items.heading import keyword_of
from kursapp.content.items.pages import open_page
from kursapp.content.keywords import SECTIONS
from kursapp.content.lines import Line, heading_of
from kursapp.content.restructuring.rows import Row
from kursapp.domain.problem import refusal

LONGEST_TITLE = 200


def clean_title(title: str) -> str:
    """Return a title as one line. Refuses none, one too long, and one that would hide itself in a comment."""
    plain = " ".join(title.split()).rstrip("#").strip()
    if not plain:
        raise refusal("title-missing")
    if len(plain) > LONGEST_TITLE:
        raise refusal("title-too-long", limit=LONGEST_TITLE)
    if "<!--" in plain or "-->" in plain or not plain.isprintable():
        raise refusal("title-not-plain", title=plain)
    return plain


def page_heading(title: str) -> str:
    """Return the row of an ordinary page's heading. Refuses a title that begins with a keyword."""
    plain = clean_title(title)
    if keyword_of(plain, on_evaluation_page=True) or open_page(plain)[1] != plain:
        raise refusal("title-means-something", title=plain)
    return f"## {plain}"


def module_heading(title: str) -> str:
    """Return the row of a module's heading. Refuses the names of other sections of the cover."""
    plain = clean_title(title)
    if SECTIONS.find(plain) in ("bank", "requirements"):
        raise refusal("title-means-something", title=plain)
    return f"## {plain}"


def retitled(row: Row, title: str, kept: str = "") -> Row:
    """Return a heading's row with another title. ``kept`` is the part of its text that is the title now."""
    heading = heading_of(Line(1, row.text.expandtabs(4)))
    written = kept or (heading.text if heading else "")
    at = row.text.rfind(written) if written else -1
    if at < 0:
        return row._replace(text=f"{row.text.rstrip()} {title}")
    return row._replace(text=row.text[:at] + title + row.text[at + len(written) :])


def heading_row(rows: Iterable[Row], level: int) -> int:
    """Return where among some rows the first heading of a level stands; -1 where there is none."""
    for at, row in enumerate(rows):
        heading = heading_of(Line(1, row.text.replace("\u00a0", " ")))
        if heading and heading.level == level:
            return at
    return -1
