"""A session file parted into what stands before its pages, and its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.restructuring.rows import Part, Row, Sheet, joined
from kursapp.domain.course import Page, Session


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """The rows of a session file. ``head`` goes up to the first page; ``parts`` are the pages in order.

    ``opening`` says whether the first page is the one under the title.
    """

    sheet: Sheet
    head: tuple[Row, ...]
    parts: tuple[Part, ...]
    opening: bool

    def with_parts(self, parts: Sequence[Part]) -> Sheet:
        """Return the file with other pages."""
        last_gap = self.parts[-1].gap if self.parts else ()
        return self.sheet.with_rows([*self.head, *joined(parts, self.sheet, last_gap)])


def part_session(sheet: Sheet, session: Session) -> SessionSheet:
    """Part a session's rows at its pages."""
    pages = [page for page in session.pages if page.place.last >= page.place.first and not is_stand_in(page)]
    starts = [page.place.first - 1 for page in pages]
    ends = [*starts[1:], len(sheet.rows)] if starts else []
    head = sheet.rows[: starts[0]] if starts else sheet.rows
    parts = [Part.of(sheet.rows[start:end]) for start, end in zip(starts, ends, strict=True)]
    return SessionSheet(sheet, tuple(head), tuple(parts), has_opening(sheet, session))


def is_stand_in(page: Page) -> bool:
    """Say whether a page only says that its file has none."""
    return any(getattr(block, "codes", ()) == ("empty-session",) for block in page.blocks)


def has_opening(sheet: Sheet, session: Session) -> bool:
    """Say whether a session's first page is the one under its title, which has no heading of its own."""
    if not session.pages or is_stand_in(session.pages[0]):
        return False
    text = sheet.rows[session.pages[0].place.first - 1].text.lstrip(" ")
    return not text.startswith("##")
