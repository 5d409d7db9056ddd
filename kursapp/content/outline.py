"""The outline of a course: what the cover, the navigation and progress need of each session, without its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kursapp.content.addresses import Inward, read_address
from kursapp.content.links import find_target
from kursapp.content.parsed import ParsedSession, RequirementLink
from kursapp.content.workload import page_minutes, reading_minutes
from kursapp.domain.case import Case
from kursapp.domain.course import (
    Block,
    Checklist,
    ItemHead,
    ItemKind,
    Page,
    PageHead,
    PageKind,
    Requirement,
    RequirementKind,
    Session,
    SessionHead,
)
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.page_items import blocks_of
from kursapp.domain.problem import Problem, problem
from kursapp.domain.question import Question, Reflection, Workbook


def session_head(session: Session, head_of: Callable[[Page], PageHead]) -> SessionHead:
    """Return a session as the outline shows it; ``head_of`` is ``page_head``, or remembers what it said."""
    pages = tuple(head_of(page) for page in session.pages)
    workload = sum(page.workload for page in pages)
    return SessionHead(
        session.id, session.file, session.title, session.minutes, pages, round(workload, 1), session.goals
    )


def page_head(page: Page) -> PageHead:
    """Return a page as the outline shows it."""
    items = tuple(head for block in blocks_of(page) for head in _item_heads(block))
    graded = page.kind is PageKind.QUIZ
    reading, line = reading_minutes(page), page.place.first
    return PageHead(page.id, page.title, page.kind, items, page_minutes(page, reading), graded, reading, line)


def _item_heads(block: Block) -> Iterator[ItemHead]:
    if isinstance(block, Question):
        yield ItemHead(block.id, ItemKind.QUESTION, block.title, block.settings.bank)
    elif isinstance(block, Reflection):
        yield ItemHead(block.id, ItemKind.REFLECTION, block.title)
    elif isinstance(block, Workbook):
        yield ItemHead(block.id, ItemKind.WORKBOOK, block.title)
    elif isinstance(block, Case):
        yield ItemHead(block.id, ItemKind.CASE, block.title)
    elif isinstance(block, Checklist):
        yield ItemHead(block.id, ItemKind.CHECKLIST, block.items[0].text.plain if block.items else "")
    elif isinstance(block, EvaluationItem):
        yield ItemHead(block.id, ItemKind.EVALUATION, block.title)


def requirement_of(
    link: RequirementLink, cover: str, parsed: Mapping[str, ParsedSession], sessions: Mapping[str, Session]
) -> Requirement | Problem:
    """Return what a line of ``## Krav`` asks for: a quiz page or a workbook; a problem where it leads to neither."""
    if link.kind:
        return Requirement(link.kind, link.text)
    address = read_address(cover, link.target)
    session = sessions.get(address.file) if isinstance(address, Inward) else None
    if session is None or not isinstance(address, Inward):
        return problem("dead-link", cover, link.line, target=link.target, nearest="")
    if not address.fragment:
        quiz = next((page for page in session.pages if page.kind is PageKind.QUIZ), None)
        return _quiz(link, quiz, cover)
    target = find_target(parsed[address.file].targets, address.fragment)
    if target is None:
        return problem("dead-link", cover, link.line, target=link.target, nearest="")
    page = session.page(target.page)
    for block in blocks_of(page):
        if isinstance(block, Workbook) and block.id == target.item:
            return Requirement(RequirementKind.WORKBOOK, link.text, block.id)
    return _quiz(link, page if page.kind is PageKind.QUIZ else None, cover)


def _quiz(link: RequirementLink, page: Page | None, cover: str) -> Requirement | Problem:
    if page is None:
        return problem("requirement-not-countable", cover, link.line, text=link.text, target=link.target)
    return Requirement(RequirementKind.QUIZ, link.text, page.id)
