"""Splits: a new page begins at a block, a new session begins with a page."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.lines import Line, heading_of
from kursapp.content.repair import Edit
from kursapp.content.restructuring.along import bring_along
from kursapp.content.restructuring.cover_edits import item_row, put_item
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.front_rows import new_front, with_goals, with_text
from kursapp.content.restructuring.heading_settings import read_settings
from kursapp.content.restructuring.moving import with_more
from kursapp.content.restructuring.naming import free_file, new_page_id, page_title
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Row, Sheet
from kursapp.content.restructuring.session_sheet import SessionSheet
from kursapp.content.restructuring.titles import clean_title, page_heading
from kursapp.content.slugs import ascii_id
from kursapp.content.source import read_lines
from kursapp.content.workload import page_minutes
from kursapp.domain.course import Page, PageKind, Prose, Session
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import SplitPage, SplitSession


def split_page(desk: Desk, wish: SplitPage) -> Outcome:
    """Let a new page begin at the block a line stands in. Refuses quizzes, forms, and a page's very beginning."""
    number = _page_at(desk.parsed(wish.file).session, wish.line)
    line = _moved_by(desk.write_ids(wish.file), wish.line)
    source = desk.session_sheet(wish.file)
    page = desk.parsed(wish.file).session.pages[number]
    if page.kind is not PageKind.TEXT:
        raise refusal("only-text-pages", title=page.title)
    lines, _ = read_lines(wish.file, source.sheet.data())
    cut = _block_start(page, lines, line)
    part = source.parts[number]
    first = part.rows[0].line
    if not _has_words(part.rows[: cut - first], opening=source.opening and number == 0):
        raise refusal("nothing-before", title=page.title)
    if cut - first >= len(part.rows):
        raise refusal("nothing-after", title=page.title)
    kept = Part.of(part.rows[: cut - first])
    new, title = _new_page(desk, source.sheet, part.rows[cut - first :], wish)
    parts = [*source.parts[:number], kept, Part(tuple(new), part.gap), *source.parts[number + 1 :]]
    desk.put(wish.file, source.with_parts(parts))
    return Outcome("split-page", title, wish.file, row=new[0])


def _moved_by(edits: Sequence[Edit], line: int) -> int:
    """Return which line a line is after edits that brought lines of their own."""
    before = [edit for edit in edits if edit.line < line or (edit.line == line and edit.start == 1)]
    return line + sum(edit.text.count("\n") for edit in before)


def _page_at(session: Session, line: int) -> int:
    """Return the page a line stands on, from 0. Refuses a line before the first page."""
    for at, page in enumerate(session.pages):
        if page.place.first <= line <= page.place.last:
            return at
    raise refusal("nothing-before", title=session.title)


def _block_start(page: Page, lines: Sequence[Line], line: int) -> int:
    """Return the line on which the block at ``line`` begins; for one between two blocks, the next."""
    while line < page.place.last and lines[line - 1].blank and not lines[line - 1].fenced:
        line += 1
    for block in page.blocks:
        if not isinstance(block, Prose) and block.place.first <= line <= block.place.last:
            line = block.place.first
    while line > page.place.first and not _begins(lines, line):
        line -= 1
    return line


def _begins(lines: Sequence[Line], line: int) -> bool:
    """Say whether a block of text may begin on a line: after a blank one, or with a heading."""
    here, above = lines[line - 1], lines[line - 2]
    if here.hidden or (here.fenced and above.fenced) or here.text.startswith("  "):
        return False
    return (above.blank and not above.fenced and not above.hidden) or heading_of(here) is not None


def _has_words(rows: Sequence[Row], *, opening: bool) -> bool:
    """Say whether a page's first rows hold more than its heading and its settings."""
    if opening:
        at = next((at for at, row in enumerate(rows) if row.text.lstrip().startswith("#")), 0)
        rows = rows[at:]
    _, used = read_settings(rows) if rows else (None, 0)
    return any(not row.blank for row in rows[1 + used :])


def _new_page(desk: Desk, sheet: Sheet, rows: Sequence[Row], wish: SplitPage) -> tuple[list[Row], str]:
    """Return the rows of the new page and its title: the one wished for, or the heading it begins with."""
    heading = heading_of(Line(1, rows[0].text))
    item_starts = any(
        block.place.first == rows[0].line and not isinstance(block, Prose)
        for page in desk.parsed(wish.file).session.pages
        for block in page.blocks
    )
    if not wish.title.strip() and heading and not item_starts:
        text = page_heading(heading.text)
        title, rest = heading.text, rows[1:]
    else:
        title, rest = (wish.title.strip() and clean_title(wish.title)) or page_title(desk.language), rows
        text = page_heading(title)
    page_id = new_page_id(desk, wish.file, title)
    gap = [] if rest and rest[0].blank else sheet.new("")
    first = rows[0]._replace(text=text) if rest is not rows else sheet.new(text)[0]
    return [first, *sheet.new(f"<!-- id: {page_id} -->"), *(gap if rest is rows else []), *rest], title


def split_session(desk: Desk, wish: SplitSession) -> Outcome:
    """Let a new session, after this one in its list, begin with the page a line stands on."""
    module, at = desk.cover_sheet().find(wish.file)
    number = _page_at(desk.parsed(wish.file).session, wish.line)
    if number == 0:
        raise refusal("first-page-stays", title=desk.parsed(wish.file).session.title)
    desk.write_ids(wish.file)
    source, session = desk.session_sheet(wish.file), desk.parsed(wish.file).session
    title = clean_title(wish.title or session.pages[number].title)
    file = free_file(desk, wish.file.rpartition("/")[0], title)
    moved = source.with_parts(source.parts[number:]).rows[len(source.head) :]
    rest = [*source.head, *(row for part in source.parts[:number] for row in part.rows)]
    blank = Sheet((), source.sheet.line_end)
    rows, stays = bring_along(moved, (wish.file, source.sheet), rest, (file, blank))
    left = source.with_parts(with_more(list(source.parts[:number]), stays, source))
    front, left = _shared_front(desk, source, left, number, ascii_id(file.rpartition(".")[0]))
    head = [*front, *blank.new(f"# {title}", "")]
    desk.put(wish.file, left)
    desk.put(file, blank.with_rows([*head, *rows]))
    put_item(desk, [item_row(desk, title, file)], module, at + 1)
    return Outcome("split-session", title, file)


def _shared_front(desk: Desk, source: SessionSheet, left: Sheet, number: int, wanted: str) -> tuple[list[Row], Sheet]:
    """Return the new session's front matter, and the old one's file with the minutes that are left to it."""
    session = desk.parsed(source.sheet.rows[0].file).session
    values = [("id", desk.free_id(wanted))]
    if session.minutes:
        whole = sum(page_minutes(page) for page in session.pages) or 1
        share = sum(page_minutes(page) for page in session.pages[number:]) / whole
        minutes = max(1, min(round(session.minutes * share), round(session.minutes) - 1))
        if session.minutes >= 2:
            values.append(("minutes", f"{minutes:g}"))
            rows = with_text(left.rows, "minutes", f"{session.minutes - minutes:g}", desk.language)
            left = left.with_rows(rows)
    front = new_front(values, desk.language, source.sheet.line_end)
    return with_goals(front, session.goals, desk.language), left
