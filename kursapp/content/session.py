"""One session file from bytes to pages (course-format §2), before anything is known of the rest of the course."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kursapp.content.allowed import SESSION_FRONT_MATTER
from kursapp.content.check.session import check_session
from kursapp.content.comments import take_comments
from kursapp.content.definitions import take_definitions
from kursapp.content.findings import Findings
from kursapp.content.front_matter import FrontMatter, read_front_matter
from kursapp.content.lines import Line, heading_of
from kursapp.content.markup import Markup
from kursapp.content.numbers import minutes_of
from kursapp.content.page_memory import PageMemory
from kursapp.content.pages import OPENING, PageReader
from kursapp.content.parsed import ParsedSession
from kursapp.content.repair import Edit
from kursapp.content.slugs import ascii_id
from kursapp.content.source import read_lines
from kursapp.content.targets import Whereabouts, fact_uses, targets_of, written_ids
from kursapp.content.unreadable import session_id_of, unreadable
from kursapp.domain.course import Faulty, Page, Place, Session


def read_session(file: str, data: bytes, memory: PageMemory | None = None) -> ParsedSession:
    """Read a session file. One whose bytes cannot be read becomes a session that shows why.

    With a ``memory`` of the file's last reading, the pages that are as they were are taken from it.
    """
    lines, problems = read_lines(file, data)
    if problems and not lines:
        return unreadable(file, problems)
    findings = Findings(file, problems)
    front = read_front_matter(lines, SESSION_FRONT_MATTER, findings)
    definitions, body = take_definitions(lines[front.length :])
    for name, number in definitions.twice:
        findings.warning("definition-twice", number, name=name)
    markup = Markup(definitions, findings, memory.numbers if memory else None)
    session = _session(front, body, markup, findings, memory)
    findings.problems += check_session(session, ((line.number, line.text) for line in lines))
    cleaned = take_comments(body)
    where = Whereabouts(session.pages)
    ids = written_ids(cleaned, front, where)
    return ParsedSession(
        session,
        tuple(findings.problems),
        tuple(markup.links),
        tuple(markup.images),
        targets_of(cleaned, where, ids),
        ids,
        fact_uses(cleaned, where),
    )


def _session(
    front: FrontMatter, lines: Sequence[Line], markup: Markup, findings: Findings, memory: PageMemory | None
) -> Session:
    session_id = front.id(findings) or derive_id(front, findings)
    _report_skipped_levels(lines, findings)
    if memory:
        memory.begin(session_id, markup.definitions)
    reader = PageReader(session_id, markup, findings, memory)
    title_at, starts = title_and_starts(lines, reader)
    title = title_of(lines, title_at, markup, findings)
    first = starts[0] if starts else len(lines)
    opening = reader.opening(lines[:first], title, title_at)
    pages = ((opening,) if opening else ()) + tuple(_pages(lines, starts, reader, findings))
    if memory:
        memory.end()
    if not pages:
        pages = (_empty_page(session_id, title, findings),)
    written = front.text("minutes")
    return Session(
        session_id,
        findings.file,
        title,
        pages,
        (written and minutes_of(written, front.line("minutes"), findings)) or 0,
        front.values("goals"),
        "\n".join(front.values("prior_knowledge")),
    )


def _empty_page(session_id: str, title: str, findings: Findings) -> Page:
    """Return the page of a file that has none, which says so."""
    findings.error("empty-session", 1)
    place = Place(findings.file, 1, 1)
    return Page(f"{session_id}/{OPENING}", title, place, (Faulty(place, ("empty-session",), title, ""),))


def _level(line: Line) -> int:
    heading = heading_of(line)
    return heading.level if heading else 0


def _report_skipped_levels(lines: Sequence[Line], findings: Findings) -> None:
    """Report headings more than one level below the one above them; an opening page counts as level 2."""
    above = 2
    for line in lines:
        level = _level(line)
        if level > above + 1:
            marks = line.text.index("#") + 1
            fewer = Edit(line.number, marks, marks + level - above - 1, "")
            findings.warning("skipped-heading-level", line.number, repair=[fewer], level=level, expected=above + 1)
        above = max(level, 2) if level else above


def title_and_starts(lines: Sequence[Line], reader: PageReader) -> tuple[int | None, list[int]]:
    """Return the index of the session's title, None where it has none, and those its pages begin at."""
    starts = reader.starts(lines)
    title_at = starts.pop(0) if starts and _level(lines[starts[0]]) == 1 else None
    return title_at, starts


def title_of(lines: Sequence[Line], at: int | None, markup: Markup, findings: Findings) -> str:
    """Return the session's title; the file's name, and a finding, where it has none."""
    heading = heading_of(lines[at]) if at is not None else None
    title = markup.inline(heading.text, lines[at or 0].number).plain if heading else ""
    if not title:
        findings.error("no-title", lines[at or 0].number if lines else 1)
    return title or findings.file.rpartition("/")[2].rpartition(".")[0]


def derive_id(front: FrontMatter, findings: Findings) -> str:
    """Return an id made from the file's path, and say that none is written."""
    front.without_id(ascii_id(findings.file.rpartition(".")[0]), findings.file, findings)
    return session_id_of(findings.file)


def _pages(lines: Sequence[Line], starts: Sequence[int], reader: PageReader, findings: Findings) -> Iterator[Page]:
    for start, end in pairwise([*starts, len(lines)]):
        if _level(lines[start]) == 1:
            marks = lines[start].text.index("#") + 1
            findings.error("second-title", lines[start].number, repair=[Edit(lines[start].number, marks, marks, "#")])
        yield reader.page(lines[start:end])
