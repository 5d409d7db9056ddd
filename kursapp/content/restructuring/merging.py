"""Merges: a page goes on from the one before it, a session from the one before it in its module."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.items.heading import keyword_of
from kursapp.content.lines import Line, heading_of
from kursapp.content.restructuring.along import bring_along
from kursapp.content.restructuring.cover_edits import take_item
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.front_rows import with_goals, with_text
from kursapp.content.restructuring.heading_settings import read_settings, with_setting, without_settings
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Row
from kursapp.content.restructuring.session_sheet import SessionSheet
from kursapp.content.restructuring.titles import heading_row
from kursapp.content.settings import Settings, names
from kursapp.content.slugs import ascii_id
from kursapp.domain.course import PageKind
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import MergePage, MergeSession


def merge_page(desk: Desk, wish: MergePage) -> Outcome:
    """Let a page go on from the one before it; its title becomes a heading there. Refuses quizzes and forms."""
    at, _ = desk.page(wish.file, wish.page)
    pages = desk.parsed(wish.file).session.pages
    if at == 0:
        raise refusal("no-page-before", title=pages[0].title)
    for page in pages[at - 1 : at + 1]:
        if page.kind is not PageKind.TEXT:
            raise refusal("only-text-pages", title=page.title)
    desk.write_ids(wish.file)
    source, pages = desk.session_sheet(wish.file), desk.parsed(wish.file).session.pages
    above, part = source.parts[at - 1], source.parts[at]
    settings, _ = read_settings(part.rows)
    rows = _with_settings_of(desk, list(above.rows), settings, opening=source.opening and at == 1)
    gap = above.gap or source.sheet.new("")
    lower = without_settings(part.rows, desk.language)
    merged = Part((*rows, *gap, _lower_heading(part.rows[0]), *lower), part.gap)
    desk.put(wish.file, source.with_parts([*source.parts[: at - 1], merged, *source.parts[at + 1 :]]))
    desk.heirs[pages[at].id] = pages[at - 1].id
    return Outcome("merge-page", pages[at].title, wish.file, row=_lower_heading(part.rows[0]))


def _lower_heading(row: Row) -> Row:
    """Return a page's heading as one on a page; a title that would open an item becomes strong words instead."""
    heading = heading_of(Line(1, row.text.replace("\u00a0", " ")))
    text = heading.text if heading else row.text
    if keyword_of(text, on_evaluation_page=True):
        return row._replace(text=f"**{text.replace('*', '')}**")
    return row._replace(text=f"### {text}")


def _with_settings_of(desk: Desk, rows: list[Row], lower: Settings, *, opening: bool) -> list[Row]:
    """Return a page's rows with the minutes and goals of the one that is added to it."""
    first = heading_row(rows, 1) if opening else 0
    if first < 0:
        return rows
    head, rows = rows[:first], rows[first:]
    own, _ = read_settings(rows)
    minutes = _number(own.value("minutes")) + _number(lower.value("minutes"))
    if lower.value("minutes"):
        rows = with_setting(rows, "minutes", f"{minutes:g}", desk.language)
    new = [goal for goal in names(lower.value("goals")) if goal not in names(own.value("goals"))]
    if new:
        rows = with_setting(rows, "goals", ", ".join([*names(own.value("goals")), *new]), desk.language)
    return [*head, *rows]


def _number(written: str) -> float:
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return 0.0


def merge_session(desk: Desk, wish: MergeSession) -> Outcome:
    """Put a session's pages at the end of the one before it in its module, and take its file away."""
    cover = desk.cover_sheet()
    module, at = cover.find(wish.file)
    session = desk.parsed(wish.file).session
    if at == 0:
        raise refusal("no-session-before", title=session.title)
    above = cover.modules[module].items[at - 1].file
    desk.write_ids(wish.file)
    source, target = desk.session_sheet(wish.file), desk.session_sheet(above)
    session = desk.parsed(wish.file).session
    rows = [row for part in _as_pages(desk, source) for row in part]
    moved, _ = bring_along(rows, (wish.file, source.sheet), (), (above, target.sheet))
    moved = [row._replace(end=target.sheet.line_end) for row in moved]
    parts = [*target.parts, Part(tuple(moved), source.parts[-1].gap if source.parts else ())] if moved else target.parts
    sheet = target.with_parts(parts)
    desk.put(above, sheet.with_rows(_shared_front(desk, sheet.rows, wish.file, above)))
    desk.drop(wish.file)
    first = desk.first_page(wish.file) if source.parts else ""
    desk.went[wish.file] = (above, first)
    take_item(desk, wish.file)
    return Outcome("merge-session", session.title, above, first)


def _as_pages(desk: Desk, source: SessionSheet) -> list[Sequence[Row]]:
    """Return a session's pages with the blank rows after each; the opening one gets the title as its heading."""
    found: list[Sequence[Row]] = []
    for number, part in enumerate(source.parts):
        rows = _opening_page(desk, source, part) if source.opening and number == 0 else list(part.rows)
        last = number == len(source.parts) - 1
        found.append([*rows, *(() if last else part.gap or source.sheet.new(""))])
    return found


def _opening_page(desk: Desk, source: SessionSheet, part: Part) -> list[Row]:
    file = source.sheet.rows[0].file
    session = desk.parsed(file).session
    at = heading_row(part.rows, 1)
    rows = list(part.rows[at + 1 :])
    before = [row for row in part.rows[: max(at, 0)] if not row.blank]
    title = source.sheet.new(f"## {session.title}")[0]
    page = session.pages[0]
    settings, _ = read_settings([title, *rows])
    whole = [title, *rows]
    if "id" not in settings:
        page_id = desk.free_id(ascii_id(page.id))
        desk.heirs[page.id] = page_id
        whole = with_setting(whole, "id", page_id, desk.language)
    if not settings and len(whole) > 2 and not whole[2].blank:
        whole.insert(2, source.sheet.new("")[0])
    return [*whole[:1], *whole[1:], *(source.sheet.new("") if before else []), *before]


def _shared_front(desk: Desk, rows: Sequence[Row], file: str, above: str) -> list[Row]:
    """Return the rows of the session above with the minutes and goals of the one added to it."""
    added, own = desk.parsed_before(file).session, desk.parsed_before(above).session
    changed = list(rows)
    if added.minutes and own.minutes:
        changed = with_text(changed, "minutes", f"{added.minutes + own.minutes:g}", desk.language)
    return with_goals(changed, added.goals, desk.language)
