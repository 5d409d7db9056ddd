"""What was removed, put back: with its ids, so that what participants answered is theirs again."""

from __future__ import annotations

import posixpath

from kursapp.content.restructuring.along import bring_along
from kursapp.content.restructuring.copying import with_ids
from kursapp.content.restructuring.cover_edits import item_row, put_item
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.front_rows import with_text
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Row, Sheet, read_sheet
from kursapp.content.session import read_session
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import PutBackPage, PutBackSession

_PLACE = ".put-back.md"
"""The file a page stands in while it is put back. No course has it: hidden files are no part of one."""

_BEFORE = ("# -", "")
"""What a page needs above it to be read by itself."""


def put_back_page(desk: Desk, wish: PutBackPage) -> Outcome:
    """Put a page last in a session. Ids that others have by now are given anew."""
    target = desk.session_sheet(wish.file)
    lines = [*_BEFORE, *wish.text.split("\n")]
    pages = read_session(wish.was, "\n".join(lines).encode()).session.pages
    if not pages:
        raise refusal("restructure-gone", file=wish.was)
    place = posixpath.join(posixpath.dirname(wish.was), _PLACE)
    alone = Sheet(tuple(Row(text, target.sheet.line_end, place, at) for at, text in enumerate(lines, start=1)))
    fresh = _fresh(desk, place, alone)
    alone = alone.with_rows(with_ids(alone.rows, fresh))
    desk.lay(place, alone, wish.was)
    moved, _ = bring_along(alone.rows[len(_BEFORE) :], (place, alone), (), (wish.file, target.sheet))
    desk.put(wish.file, target.with_parts([*target.parts, Part(tuple(moved))]))
    page_id = fresh.get(pages[-1].id, pages[-1].id)
    return Outcome("put-back-page", pages[-1].title, wish.file, page_id)


def put_back_session(desk: Desk, wish: PutBackSession) -> Outcome:
    """Put a session's file where it was, and into a module's list. Refuses a name that is taken by now."""
    if wish.file in desk.names:
        raise refusal("file-name-taken", file=wish.file)
    sheet = read_sheet(wish.file, wish.text.encode())
    session = read_session(wish.file, sheet.data()).session
    fresh = _fresh(desk, wish.file, sheet)
    rows = with_ids(sheet.rows, fresh)
    if session.id in fresh:
        rows = with_text(rows, "id", fresh[session.id], desk.language)
    desk.put(wish.file, sheet.with_rows([row._replace(line=0) for row in rows]))
    module = min(wish.module, len(desk.cover_sheet().modules) - 1)
    put_item(desk, [item_row(desk, session.title, wish.file)], module, len(desk.cover_sheet().module(module).items))
    return Outcome("put-back-session", session.title, wish.file)


def _fresh(desk: Desk, file: str, sheet: Sheet) -> dict[str, str]:
    """Return other ids for those that something else in the course is called by now."""
    ids = read_session(file, sheet.data()).ids
    return {one.id: desk.free_id(one.id) for one in ids if not one.form and one.id in desk.taken}
