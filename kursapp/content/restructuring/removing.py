"""Removals. What is taken away is kept by whoever applies the changes; links to it become plain words."""

from __future__ import annotations

from kursapp.content.restructuring.along import bring_along
from kursapp.content.restructuring.cover_edits import put_sections, take_item
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.moving import with_more
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Row, Sheet
from kursapp.content.restructuring.session_sheet import SessionSheet
from kursapp.content.restructuring.titles import heading_row
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import RemoveModule, RemovePage, RemoveSession


def remove_module(desk: Desk, wish: RemoveModule) -> Outcome:
    """Take a module out with its sessions. Refuses the last one that has any."""
    cover = desk.cover_sheet()
    module = cover.module(wish.module)
    files = [item.file for item in module.items if item.file in desk.base]
    if not set(cover.files()) - set(files):
        raise refusal("last-session", title=module.title)
    put_sections(desk, cover, [one for one in cover.sections if one is not module])
    for file in files:
        _drop(desk, file)
    return Outcome("remove-module", module.title, desk.cover_file)


def remove_session(desk: Desk, wish: RemoveSession) -> Outcome:
    """Take a session out of its list and its file away. Refuses the last one of the course."""
    cover = desk.cover_sheet()
    module, at = cover.find(wish.file)
    title = desk.parsed(wish.file).session.title if wish.file in desk.base else wish.file
    if len(cover.files()) == 1:
        raise refusal("last-session", title=title)
    take_item(desk, wish.file)
    if wish.file in desk.base:
        _drop(desk, wish.file)
    items = [item.file for item in desk.cover_sheet().modules[module].items]
    near = items[min(at, len(items) - 1)] if items else desk.cover_file
    return Outcome("remove-session", title, near)


def _drop(desk: Desk, file: str) -> None:
    desk.drop(file)
    desk.gone.add(file)


def remove_page(desk: Desk, wish: RemovePage) -> Outcome:
    """Take a page out of its session; of the opening page the title stays. Refuses a session's only page."""
    desk.write_ids(wish.file)
    at, page = desk.page(wish.file, wish.page)
    source = desk.session_sheet(wish.file)
    if len(source.parts) < 2:
        raise refusal("last-page", title=page.title)
    part = source.parts[at]
    left = [one for number, one in enumerate(source.parts) if number != at]
    rest = [*source.head, *(row for one in left for row in one.rows)]
    taken, stays = bring_along(part.rows, (wish.file, source.sheet), rest, ("", Sheet(())))
    if source.opening and at == 0:
        title = heading_row(part.rows, 1)
        kept = part.rows[: title + 1]
        sheet = source.with_parts(with_more(left, stays, source))
        rows = [*source.head, *kept, *source.sheet.new(""), *sheet.rows[len(source.head) :]]
        desk.put(wish.file, source.sheet.with_rows(rows))
    else:
        desk.put(wish.file, source.with_parts(with_more(left, stays, source)))
    pages = [one.id for one in desk.parsed(wish.file).session.pages if one.id != page.id]
    text = "\n".join(row.text for row in _with_heading(source, taken, page.title))
    return Outcome("remove-page", page.title, wish.file, pages[max(at - 1, 0)], kept=text)


def _with_heading(source: SessionSheet, rows: list[Row], title: str) -> list[Row]:
    """Return a page that was taken out with a heading of its own, also where it stood under the session's title."""
    at = heading_row(rows, 2)
    if at == 0:
        return rows
    under = heading_row(rows, 1)
    return [*source.sheet.new(f"## {title}"), *rows[under + 1 :]]
