"""Moves: modules, sessions and pages to another place. Nothing of their text or ids changes."""

from __future__ import annotations

from kursapp.content.restructuring.along import bring_along
from kursapp.content.restructuring.cover_edits import put_item, put_sections, take_item
from kursapp.content.restructuring.cover_sheet import counts
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Row
from kursapp.content.restructuring.session_sheet import SessionSheet
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import MoveModule, MovePage, MoveSession


def move_module(desk: Desk, wish: MoveModule) -> Outcome:
    """Let two modules' places be exchanged for all between them; what is no module stays where it stands."""
    cover = desk.cover_sheet()
    moved = cover.module(wish.module)
    cover.module(wish.at)
    order = [one for one in cover.modules if one is not moved]
    order.insert(wish.at, moved)
    waiting = iter(order)
    sections = [next(waiting) if one.kind != "requirements" else one for one in cover.sections]
    put_sections(desk, cover, sections)
    return Outcome("move-module", moved.title, desk.cover_file, row=cover.sheet.rows[moved.first])


def move_session(desk: Desk, wish: MoveSession) -> Outcome:
    """Take a session's item out of its list and put it into another, or elsewhere in the same."""
    cover = desk.cover_sheet()
    counted = counts(cover.sheet, cover.module(wish.module))
    rows = take_item(desk, wish.file)
    put_item(desk, rows, wish.module, wish.at, counted)
    return Outcome("move-session", desk.parsed(wish.file).session.title, wish.file)


def move_page(desk: Desk, wish: MovePage) -> Outcome:
    """Put a page elsewhere in its session, or into another one with all that it uses."""
    desk.write_ids(wish.file)
    at, page = desk.page(wish.file, wish.page)
    source = desk.session_sheet(wish.file)
    if source.opening and at == 0:
        raise refusal("opening-stays", title=page.title)
    if wish.to_file == wish.file:
        parts = [part for number, part in enumerate(source.parts) if number != at]
        parts.insert(_place(source, wish.at), source.parts[at])
        desk.put(wish.file, source.with_parts(parts))
        return Outcome("move-page", page.title, wish.file, page.id)
    if len(source.parts) == 1:
        raise refusal("last-page", title=desk.parsed(wish.file).session.title)
    _move_away(desk, source, at, wish)
    return Outcome("move-page", page.title, wish.to_file, page.id)


def _move_away(desk: Desk, source: SessionSheet, at: int, wish: MovePage) -> None:
    target = desk.session_sheet(wish.to_file)
    part = source.parts[at]
    rest = [*source.head, *(row for number, one in enumerate(source.parts) if number != at for row in one.rows)]
    rows, stays = bring_along(part.rows, (wish.file, source.sheet), rest, (wish.to_file, target.sheet))
    left = [one for number, one in enumerate(source.parts) if number != at]
    desk.put(wish.file, source.with_parts(with_more(left, stays, source)))
    parts = list(target.parts)
    parts.insert(_place(target, wish.at), Part(tuple(row._replace(end=target.sheet.line_end) for row in rows)))
    desk.put(wish.to_file, target.with_parts(parts))


def with_more(parts: list[Part], rows: list[Row], source: SessionSheet) -> list[Part]:
    """Return pages with some rows added at the end of the last one."""
    if not rows:
        return parts
    last = parts[-1]
    return [*parts[:-1], last._replace(rows=(*last.rows, *source.sheet.new(""), *rows))]


def _place(sheet: SessionSheet, at: int) -> int:
    """Return a place among the pages that is not before the opening page."""
    return max(at, 1 if sheet.opening else 0)
