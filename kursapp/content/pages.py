"""A page of a session: its heading, its settings, and its blocks (course-format §2)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kursapp.content.allowed import TEXT_PAGE_KEYS
from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.items.forms import check_form
from kursapp.content.items.naming import check_id
from kursapp.content.items.opening import open_item
from kursapp.content.items.pages import evaluation_settings, open_page
from kursapp.content.items.quizzes import quiz_settings
from kursapp.content.lines import Line, heading_of
from kursapp.content.markup import Markup
from kursapp.content.numbers import minutes_of
from kursapp.content.page_bounds import bounded
from kursapp.content.page_memory import PageMemory, PageRead
from kursapp.content.repair import Edit
from kursapp.content.scanner import Scanner
from kursapp.content.settings import Settings, report_unknown, settings_under
from kursapp.content.slugs import ascii_id, slug
from kursapp.domain.course import Block, Page, PageKind, Place, Prose

OPENING = "start"
"""The last part of an opening page's id where none is written: no heading of its own gives it one."""


class PageReader:
    """Reads the pages of one session file, in order; with a ``memory`` only those that are not as they were.

    ``last`` is what the last page came from, where there is a memory.
    """

    def __init__(self, session_id: str, markup: Markup, findings: Findings, memory: PageMemory | None = None) -> None:
        self._session_id = session_id
        self._memory = memory
        self.last = PageRead(0, None)
        self._markup = markup
        self._findings = findings
        self._scanner = Scanner(markup, findings)
        self._context = Context(findings.file, "", markup, problems=findings.problems)

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """Return the indexes of the headings of level 1 and 2 that open no item: where pages begin."""
        quiet = replace(self._context, problems=[])
        found = []
        for at, line in enumerate(lines):
            heading = heading_of(line)
            if heading is None or heading.level > 2 or (heading.level == 2 and open_item(lines, at, quiet)):
                continue
            found.append(at)
            quiet.on_evaluation_page = open_page(heading.text)[0] is PageKind.EVALUATION
        return found

    def opening(self, lines: Sequence[Line], title: str, title_at: int | None) -> Page | None:
        """Read what stands before the first ``##``; None where nothing does. ``title_at`` is the title's index."""
        return self._remembered((title, title_at), lines, partial(self._read_opening, lines, title, title_at))

    def page(self, lines: Sequence[Line]) -> Page:
        """Read a page from its heading on."""
        page = self._remembered(None, lines, partial(self._read_page, lines))
        assert page is not None
        return page

    def known(self, lines: Sequence[Line]) -> Page | None:
        """Return what the lines of a page were read as the last time; None where they are new."""
        if self._memory is None:
            return None
        found = self._memory.find(self._memory.key(None, lines), lines[0].number)
        return found.page if found else None

    def _remembered(self, kind: Hashable, lines: Sequence[Line], read: Callable[[], Page | None]) -> Page | None:
        """Return what lines were read as the last time, with all that came with it; read them where they are new."""
        memory = self._memory
        if memory is None:
            return read()
        first = lines[0].number if lines else 0
        key = memory.key(kind, lines)
        known = memory.find(key, first)
        if known and self._context.derive_again(known.derived):
            self._findings.problems += known.problems
            self._markup.links += known.links
            self._markup.images += known.images
        else:
            known = self._read_anew(first, read)
        memory.keep(key, known)
        self.last = known
        return known.page

    def _read_anew(self, first: int, read: Callable[[], Page | None]) -> PageRead:
        markup, derived = self._markup, self._context.derived
        lists: tuple[list[Any], ...] = (self._findings.problems, markup.links, markup.images, derived)
        before = [len(each) for each in lists]
        markup.looked_up = False
        page = read()
        problems, links, images, derivations = (tuple(each[at:]) for each, at in zip(lists, before, strict=True))
        return PageRead(first, page, problems, links, images, derivations, markup.looked_up)

    def _read_opening(self, lines: Sequence[Line], title: str, title_at: int | None) -> Page | None:
        settings, used = settings_under(lines[title_at + 1 :]) if title_at is not None else (Settings(), 0)
        text = list(lines)
        if title_at is not None:
            for at in range(title_at, title_at + 1 + used):
                text[at] = Line(text[at].number, "")
        page_id = self._written_id(settings) or self._context.derive_id(OPENING, self._session_id)
        report_unknown(settings, TEXT_PAGE_KEYS, title, self._context.report)
        blocks = self._blocks(text, page_id, PageKind.TEXT, text[-1]) if text else ()
        if not blocks:
            return None
        return Page(page_id, title, self._place(lines), blocks, minutes=self._minutes(settings))

    def _read_page(self, lines: Sequence[Line]) -> Page:
        heading = heading_of(lines[0])
        text = heading.text if heading else ""
        settings, used = settings_under(lines[1:])
        kind, written = open_page(text)
        title = self._markup.inline(written, lines[0].number).plain
        if not title:
            self._findings.error("page-without-title", lines[0].number)
        page_id = self._written_id(settings) or self._derive_page_id(lines[0], text, settings)
        page = Page(page_id, title, self._place(lines), kind=kind, minutes=self._minutes(settings))
        rest = lines[1 + used :]
        context = self._context_of(page_id, kind)
        if kind is PageKind.QUIZ:
            quiz, bands = quiz_settings(settings, rest, context)
            return replace(page, quiz=quiz, blocks=self._blocks(rest[bands:], page_id, kind, lines[-1]))
        if kind is PageKind.EVALUATION:
            page = replace(page, evaluation=evaluation_settings(settings, lines[0], context))
        else:
            report_unknown(settings, TEXT_PAGE_KEYS, title, context.report)
        blocks = self._blocks(rest, page_id, kind, lines[-1])
        if kind is PageKind.EVALUATION:
            check_form(blocks, context)
        return replace(page, blocks=blocks)

    def _blocks(self, lines: Sequence[Line], page_id: str, kind: PageKind, last: Line) -> tuple[Block, ...]:
        """Read what stands on a page; its footnotes, those of its heading too, stand at its ``last`` line."""
        blocks = bounded(self._scanner.read(lines, self._context_of(page_id, kind)), self._report_too_much)
        notes = self._markup.footnotes()
        return (*blocks, Prose(self._place((last,)), notes)) if notes else blocks

    def _report_too_much(self, line: int) -> None:
        self._findings.error("too-much-here", line)

    def _context_of(self, page_id: str, kind: PageKind) -> Context:
        return replace(self._context, page_id=page_id, on_evaluation_page=kind is PageKind.EVALUATION)

    def _place(self, lines: Sequence[Line]) -> Place:
        return Place(self._findings.file, lines[0].number, lines[-1].number)

    def _minutes(self, settings: Settings) -> float | None:
        found = settings.get("minutes")
        return minutes_of(found.value, found.value_line, self._findings) if found else None

    def _written_id(self, settings: Settings) -> str:
        written = settings.get("id")
        if written and written.value:
            check_id(written, self._context)
        return written.value if written else ""

    def _derive_page_id(self, line: Line, heading: str, settings: Settings) -> str:
        """Return an id made from the heading, and say that none is written."""
        derived = self._context.derive_id(slug(heading) or "side", self._session_id)
        written = f"{ascii_id(self._session_id)}-{ascii_id(derived.rpartition('/')[2]) or 'side'}"
        if settings.after:
            edit = Edit(settings.after[0], settings.after[1], settings.after[1], f" id: {written} |")
        else:
            end = len(line.text) + 1
            edit = Edit(line.number, end, end, f"\n<!-- id: {written} -->")
        self._findings.warning("no-id", line.number, repair=[edit], id=written, title=heading)
        return derived
