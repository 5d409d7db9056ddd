"""What is new: modules, sessions, pages; and files taken into a list."""

from __future__ import annotations

from collections import Counter
from posixpath import dirname

from kursapp.content.folder import is_markdown
from kursapp.content.restructuring.cover_edits import item_row, put_item, put_sections
from kursapp.content.restructuring.cover_sheet import Section
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.front_rows import new_front
from kursapp.content.restructuring.naming import free_file, new_page_id
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Sheet
from kursapp.content.restructuring.templates import page_lines
from kursapp.content.restructuring.titles import clean_title, module_heading, page_heading
from kursapp.content.slugs import ascii_id
from kursapp.domain.course import PageKind
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import ListSession, NewModule, NewPage, NewSession

_FILES = {PageKind.QUIZ: "quiz", PageKind.EVALUATION: "evaluering"}


def new_module(desk: Desk, wish: NewModule) -> Outcome:
    """Open a module on the cover."""
    cover = desk.cover_sheet()
    row = cover.sheet.new(module_heading(wish.title))[0]
    before = cover.modules[wish.at] if 0 <= wish.at < len(cover.modules) else None
    at = cover.sections.index(before) if before else _after_modules(cover.sections)
    put_sections(desk, cover, [*cover.sections[:at], [row], *cover.sections[at:]])
    return Outcome("new-module", clean_title(wish.title), desk.cover_file, row=row)


def _after_modules(sections: tuple[Section, ...]) -> int:
    """Return the place after the last module that is shown: before the bank and the requirements at the end."""
    at = len(sections)
    while at and sections[at - 1].kind:
        at -= 1
    return at


def new_session(desk: Desk, wish: NewSession) -> Outcome:
    """Make a file with one page, beside the files of its module, and put it into the list."""
    cover = desk.cover_sheet()
    module = cover.module(wish.module)
    title = clean_title(wish.title)
    if wish.kind is PageKind.TEXT:
        page_heading(title)
    file = free_file(desk, _folder_of(desk, module, wish.module), title, _FILES.get(wish.kind, ""))
    sheet = Sheet((), cover.sheet.line_end)
    session_id = desk.free_id(ascii_id(file.rpartition(".")[0]))
    page_id = desk.free_id(f"{session_id}-1")
    lines = ["", f"# {title}", "", *page_lines(wish.kind, title, page_id, desk.language)]
    front = new_front([("id", session_id)], desk.language, sheet.line_end)
    desk.put(file, sheet.with_rows([*front, *sheet.new(*lines[1:])]))
    put_item(desk, [item_row(desk, title, file)], wish.module, wish.at)
    return Outcome("new-session", title, file)


def _folder_of(desk: Desk, module: Section, number: int) -> str:
    """Return the folder most of a module's sessions are in; for an empty module one called after it."""
    folders = Counter(dirname(item.file) for item in module.items if item.file in desk.names)
    if folders:
        return folders.most_common(1)[0][0]
    day = desk.cover.modules[number].day
    return f"dag-{day}" if day is not None else ascii_id(module.title)[:40].strip("-") or "del"


def new_page(desk: Desk, wish: NewPage) -> Outcome:
    """Put a page into a session."""
    title = clean_title(wish.title)
    if wish.kind is PageKind.TEXT:
        page_heading(title)
    source = desk.session_sheet(wish.file)
    page_id = new_page_id(desk, wish.file, title)
    rows = tuple(source.sheet.new(*page_lines(wish.kind, title, page_id, desk.language)))
    parts = list(source.parts)
    at = max(wish.at, 1) if source.opening else wish.at
    parts.insert(at, Part(rows))
    if not source.parts and source.head and not source.head[-1].blank:
        rows = (*source.sheet.new(""), *rows)
        parts = [Part(rows)]
    desk.put(wish.file, source.with_parts(parts))
    return Outcome("new-page", title, wish.file, page_id)


def list_session(desk: Desk, wish: ListSession) -> Outcome:
    """Take a file that no list names into a module, with ids of its own."""
    if wish.file not in desk.base or not is_markdown(wish.file) or wish.file == desk.cover_file:
        raise refusal("restructure-gone", file=wish.file)
    if wish.file in desk.cover_sheet().files():
        raise refusal("listed-already", file=wish.file)
    desk.write_ids(wish.file)
    title = desk.parsed(wish.file).session.title
    put_item(desk, [item_row(desk, title, wish.file)], wish.module, wish.at)
    return Outcome("list-session", title, wish.file)
