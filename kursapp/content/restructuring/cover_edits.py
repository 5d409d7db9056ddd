"""The edits of the cover: items put into and taken out of its lists, modules moved; all other text stays as it is."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from kursapp.content.restructuring.cover_sheet import (
    CoverSheet,
    Section,
    counts,
    marker_of,
    part_cover,
    renumbered,
    with_marker,
)
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.rows import Part, Row, Sheet, without_blanks


def take_item(desk: Desk, file: str) -> tuple[Row, ...]:
    """Take a session's item out of its list and return its rows."""
    cover = desk.cover_sheet()
    number, at = cover.find(file)
    module = cover.modules[number]
    counted = counts(cover.sheet, module)
    item = module.items[at]
    rows = list(cover.sheet.rows)
    taken = rows[item.first : item.end]
    alone = len(module.items) == 1
    del rows[item.first : item.end]
    if alone:
        _close_gap(rows, item.first)
    _put(desk, cover.sheet.with_rows(rows), number, counted)
    return tuple(taken)


def put_item(desk: Desk, rows: Sequence[Row], number: int, at: int, counted: str | None = None) -> None:
    """Put an item's rows into a module's list, before the item at ``at``; last where there is none.

    ``counted`` is what ``counts`` said of the list before anything was taken out of it.
    """
    cover = desk.cover_sheet()
    module = cover.module(number)
    counted = counts(cover.sheet, module) if counted is None else counted
    neighbour = module.items[min(at, len(module.items)) - 1 if at else 0] if module.items else None
    marker = marker_of(cover.sheet.rows[neighbour.first]) if neighbour else ""
    rows = [with_marker(rows[0], marker) if marker else rows[0], *rows[1:]]
    whole = list(cover.sheet.rows)
    if neighbour is None:
        place = _after_text(whole, module)
        before = [] if whole[place - 1].blank else cover.sheet.new("")
        after = cover.sheet.new("") if place < len(whole) and not whole[place].blank else []
        whole[place:place] = [*before, *rows, *after]
    else:
        place = neighbour.end if at else neighbour.first
        whole[place:place] = rows
    _put(desk, cover.sheet.with_rows(whole), number, counted)


def item_row(desk: Desk, title: str, file: str) -> Row:
    """Return a new item for a session."""
    folder = posixpath.dirname(desk.cover_file) or "."
    address = posixpath.relpath(file, folder).replace("%", "%25").replace(" ", "%20")
    for letter in "()":
        address = address.replace(letter, f"%{ord(letter):02X}")
    return Row(f"- [{as_words(title)}]({address})", desk.sheet(desk.cover_file).line_end)


def as_words(title: str) -> str:
    """Return a title as the words of a link."""
    return title.replace("[", "\\[").replace("]", "\\]")


def put_sections(desk: Desk, cover: CoverSheet, order: Sequence[Section | Sequence[Row]]) -> None:
    """Write the cover with its sections in another order; new ones are given as rows."""
    first = cover.sections[0].first if cover.sections else len(cover.sheet.rows)
    head = Part.of(cover.sheet.rows[:first])
    parts = [
        Part.of(cover.sheet.rows[one.first : one.end]) if isinstance(one, Section) else Part(tuple(one))
        for one in order
    ]
    last = Part.of(cover.sheet.rows[cover.sections[-1].first :]).gap if cover.sections else head.gap
    rows = [*head.rows, *(head.gap or cover.sheet.new(""))] if parts else [*head.rows, *head.gap]
    for at, part in enumerate(parts):
        gap = last if at == len(parts) - 1 else part.gap or cover.sheet.new("")
        rows += [*part.rows, *gap]
    desk.put(desk.cover_file, cover.sheet.with_rows(rows))


def _put(desk: Desk, sheet: Sheet, number: int, counted: str) -> None:
    """Put the cover; where the list was counted, it is counted again."""
    if counted:
        cover = part_cover(desk.cover_file, sheet)
        sheet = renumbered(sheet, cover.modules[number].items, counted)
    desk.put(desk.cover_file, sheet)


def _after_text(rows: Sequence[Row], section: Section) -> int:
    kept, _ = without_blanks(rows[section.first : section.end])
    return section.first + len(kept)


def _close_gap(rows: list[Row], at: int) -> None:
    """Take away a blank row where two meet because what stood between them is gone."""
    if 0 < at < len(rows) and rows[at].blank and rows[at - 1].blank:
        del rows[at]
    elif at == len(rows) and at and rows[at - 1].blank:
        del rows[at - 1]
