"""New titles and new file names. What has a derived id gets it written first."""

from __future__ import annotations

from kursapp.content.course_checks import KNOWN_FILES
from kursapp.content.fixing import repaired
from kursapp.content.folder import DEEPEST_PATH, LONGEST_PATH, is_markdown
from kursapp.content.items.pages import open_page
from kursapp.content.keywords import SETTINGS
from kursapp.content.lines import Line, heading_of
from kursapp.content.repair import edits_of
from kursapp.content.restructuring.cover_edits import as_words
from kursapp.content.restructuring.cover_sheet import Listed
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.heading_settings import read_settings
from kursapp.content.restructuring.link_spots import spots_of
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Row, Sheet
from kursapp.content.restructuring.titles import clean_title, heading_row, module_heading, page_heading, retitled
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import RenameFile, RenameModule, RenamePage, RenameSession
from kursapp.files.portable_names import meeting_point, path_problem


def rename_module(desk: Desk, wish: RenameModule) -> Outcome:
    """Give a module another title; its id, and those of its goals, stay what they were."""
    module_heading(wish.title)
    _write_module_ids(desk, wish.module)
    cover = desk.cover_sheet()
    module = cover.module(wish.module)
    rows = list(cover.sheet.rows)
    rows[module.first] = retitled(rows[module.first], clean_title(wish.title))
    desk.put(desk.cover_file, cover.sheet.with_rows(rows))
    return Outcome("rename-module", clean_title(wish.title), desk.cover_file, row=rows[module.first])


def _write_module_ids(desk: Desk, number: int) -> None:
    """Write the id that a module has from its title, and those its goals have from it."""
    section = desk.cover_sheet().module(number)
    lacking = [found for found in desk.cover.problems if found.code == "no-id" and edits_of(found)]
    goals = [found for found in lacking if section.first < found.line - 1 < section.end]
    for found in sorted(goals, key=lambda found: found.line, reverse=True):
        desk.write_base(desk.cover_file, repaired(desk.base[desk.cover_file], edits_of(found)))
    parsed = desk.cover.modules[number]
    sheet = desk.sheet(desk.cover_file)
    settings, _ = read_settings(sheet.rows[section.first : section.end])
    if "id" not in settings and parsed.id not in desk.taken:
        if settings.after:
            at, column = section.first + settings.after[0] - 1, settings.after[1] - 1
            row = sheet.rows[at]
            text = f"{row.text[:column]} id: {parsed.id} |{row.text[column:]}"
            rows = [*sheet.rows[:at], row._replace(text=text), *sheet.rows[at + 1 :]]
        else:
            at = section.first + 1
            rows = [*sheet.rows[:at], *sheet.new(f"<!-- {SETTINGS.word('id')}: {parsed.id} -->"), *sheet.rows[at:]]
        desk.write_base(desk.cover_file, sheet.with_rows(rows).data())


def rename_session(desk: Desk, wish: RenameSession) -> Outcome:
    """Give a session another title: in its file, in its list, and where a requirement is called the same."""
    title = clean_title(wish.title)
    session = desk.parsed(wish.file).session
    sheet = desk.sheet(wish.file)
    at = heading_row(sheet.rows, 1)
    rows = list(sheet.rows)
    if at >= 0:
        rows[at] = retitled(rows[at], title)
        desk.put(wish.file, sheet.with_rows(rows))
    else:
        first = desk.session_sheet(wish.file)
        front = len(first.head) if not first.opening else _front_length(first.sheet)
        desk.put(wish.file, sheet.with_rows([*rows[:front], *sheet.new(f"# {title}", ""), *rows[front:]]))
    _rename_items(desk, wish.file, session.title, title)
    return Outcome("rename-session", title, wish.file)


def _front_length(sheet: Sheet) -> int:
    if not sheet.rows or sheet.rows[0].text.rstrip() != "---":
        return 0
    return next((at + 1 for at in range(1, len(sheet.rows)) if sheet.rows[at].text.rstrip() == "---"), 0)


def _rename_items(desk: Desk, file: str, old: str, title: str) -> None:
    cover = desk.cover_sheet()
    rows = list(cover.sheet.rows)
    was = {old}
    for section in cover.modules:
        for item in section.items:
            if item.file == file:
                was.add(_words(rows, item))
                _set_words(rows, item, title)
    for section in cover.sections:
        for item in section.items if section.kind == "requirements" else ():
            if item.file == file and _words(rows, item) in was:
                _set_words(rows, item, title)
    desk.put(desk.cover_file, cover.sheet.with_rows(rows))


def _words(rows: list[Row], item: Listed) -> str:
    text = rows[item.first].text
    spots = list(spots_of(text, Line(1, text)))
    return text[spots[0].opens + 1 : text.rindex("](", 0, spots[0].start + 1)] if spots else ""


def _set_words(rows: list[Row], item: Listed, title: str) -> None:
    text = rows[item.first].text
    spots = list(spots_of(text, Line(1, text)))
    if spots and spots[0].opens >= 0:
        closes = text.rindex("](", 0, spots[0].start + 1)
        rows[item.first] = rows[item.first]._replace(text=text[: spots[0].opens + 1] + as_words(title) + text[closes:])


def rename_page(desk: Desk, wish: RenamePage) -> Outcome:
    """Give a page another heading. The opening page's is the session's."""
    desk.write_ids(wish.file)
    at, page = desk.page(wish.file, wish.page)
    source = desk.session_sheet(wish.file)
    if source.opening and at == 0:
        return rename_session(desk, RenameSession(wish.file, wish.title))
    page_heading(wish.title)
    part = source.parts[at]
    heading = heading_of(Line(1, part.rows[0].text.replace("\u00a0", " ")))
    kept = open_page(heading.text)[1] if heading else ""
    row = retitled(part.rows[0], clean_title(wish.title), kept)
    parts = [*source.parts[:at], part._replace(rows=(row, *part.rows[1:])), *source.parts[at + 1 :]]
    desk.put(wish.file, source.with_parts(parts))
    return Outcome("rename-page", clean_title(wish.title), wish.file, page.id)


def rename_file(desk: Desk, wish: RenameFile) -> Outcome:
    """Give a file another path. Refuses paths that are taken, unsafe, out of the course, or of another kind."""
    if wish.file not in desk.names:
        raise refusal("restructure-gone", file=wish.file)
    known = KNOWN_FILES | {desk.cover_file.casefold()}
    if wish.file.casefold() in known or wish.to.casefold() in known:
        raise refusal("file-keeps-its-name", file=wish.file)
    code = path_problem(wish.to, LONGEST_PATH, DEEPEST_PATH)
    if code or any(part.startswith(".") for part in wish.to.split("/")):
        raise refusal("file-name-unsafe", file=wish.to)
    ending = wish.file.rpartition(".")[2]
    if wish.to.rpartition(".")[2].casefold() != ending.casefold() or "." not in wish.to:
        raise refusal("file-name-ending", file=wish.to, ending=ending)
    if any(meeting_point(name) == meeting_point(wish.to) for name in desk.names - {wish.file}):
        raise refusal("file-name-taken", file=wish.to)
    if wish.to != wish.file:
        _move_file(desk, wish)
    return Outcome("rename-file", wish.to, wish.to if is_markdown(wish.to) else "")


def _move_file(desk: Desk, wish: RenameFile) -> None:
    desk.went[wish.file] = (wish.to, "")
    if is_markdown(wish.file):
        if wish.file in desk.cover_sheet().files():
            desk.write_ids(wish.file)
        desk.put(wish.to, desk.sheet(wish.file))
        desk.drop(wish.file)
    else:
        desk.moved = (wish.file, wish.to)
