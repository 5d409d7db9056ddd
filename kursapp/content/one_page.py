"""The one page of a session file that a line is on, as soon as it has been written (course-format §2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kursapp.content.allowed import SESSION_FRONT_MATTER
from kursapp.content.comments import take_comments
from kursapp.content.definitions import take_definitions
from kursapp.content.findings import Findings
from kursapp.content.front_matter import read_front_matter
from kursapp.content.items.pages import open_page
from kursapp.content.lines import Line, heading_of
from kursapp.content.markup import Markup
from kursapp.content.page_memory import PageMemory, PageRead
from kursapp.content.pages import PageReader
from kursapp.content.parsed import ParsedSession
from kursapp.content.session import derive_id, read_session, title_and_starts, title_of
from kursapp.content.source import read_lines
from kursapp.content.targets import Whereabouts, targets_of, written_ids
from kursapp.domain.course import Page, Session
from kursapp.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class PageName:
    """A page as it is named in a list: ``line`` is its heading's. An id nobody has read yet is empty."""

    id: str
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class OnePage:
    """A page as part of a file that holds nothing else: page ``number`` of ``count``, with its neighbours there."""

    parsed: ParsedSession
    number: int
    count: int
    before: PageName | None = None
    after: PageName | None = None


def read_one_page(file: str, data: bytes, line: int, memory: PageMemory) -> OnePage:
    """Read the page at a line as ``read_session`` would, and what is new above it; nothing below it.

    What cannot be read, or holds no page, gives the one page ``read_session`` makes of it.
    """
    lines, problems = read_lines(file, data)
    found = _Finding(file, lines, problems, memory).page_at(line) if lines else None
    return found or _whole(file, data)


class _Finding:
    """One look at a file for the page at a line."""

    def __init__(self, file: str, lines: Sequence[Line], problems: list[Problem], memory: PageMemory) -> None:
        findings = Findings(file, problems)
        self._front = read_front_matter(lines, SESSION_FRONT_MATTER, findings)
        definitions, self._lines = take_definitions(lines[self._front.length :])
        markup = Markup(definitions, findings, memory.numbers)
        session_id = self._front.id(findings) or derive_id(self._front, findings)
        memory.look(session_id, definitions)
        self._reader = PageReader(session_id, markup, findings, memory)
        title_at, starts = title_and_starts(self._lines, self._reader)
        title = title_of(self._lines, title_at, markup, findings)
        self._session = Session(session_id, file, title, ())
        self._opening = self._reader.opening(self._lines[: starts[0] if starts else None], title, title_at)
        self._spans = [self._lines[start:end] for start, end in pairwise([*starts, len(self._lines)])]

    def page_at(self, line: int) -> OnePage | None:
        """Read the page; None where the file has none."""
        opening, spans = self._opening, self._spans
        at = max((at for at, span in enumerate(spans) if span[0].number <= line), default=-1 if opening else 0)
        if at >= len(spans):
            return None
        # Ids are taken in the order the pages stand; those that are as they were cost next to nothing.
        pages = [opening, *(self._reader.page(span) for span in spans[: at + 1])]
        page = pages[-1]
        assert page is not None
        parsed = self._parsed(page, self._reader.last)
        before = _named(pages[-2]) if at >= 0 else None
        after = self._name(spans[at + 1]) if at + 1 < len(spans) else None
        ahead = 1 if opening else 0
        return OnePage(parsed, at + 1 + ahead, len(spans) + ahead, before, after)

    def _name(self, span: Sequence[Line]) -> PageName:
        """Return a page that follows by its name: as it was read the last time, or as its heading says."""
        heading = heading_of(span[0])
        title = open_page(heading.text)[1] if heading else ""
        return _named(self._reader.known(span)) or PageName("", title, span[0].number)

    def _parsed(self, page: Page, read: PageRead) -> ParsedSession:
        place = page.place
        cleaned = take_comments([line for line in self._lines if place.first <= line.number <= place.last])
        where = Whereabouts((page,))
        targets = targets_of(cleaned, where, written_ids(cleaned, self._front, where))
        return ParsedSession(replace(self._session, pages=(page,)), read.problems, read.links, read.images, targets)


def _whole(file: str, data: bytes) -> OnePage:
    parsed = read_session(file, data)
    return OnePage(parsed, 1, len(parsed.session.pages))


def _named(page: Page | None) -> PageName | None:
    return PageName(page.id, page.title, page.place.first) if page else None
