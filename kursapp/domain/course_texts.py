"""What of a course can be searched: each page's running text, each item as it is met, each term of the glossary.

What a participant meets later is left out, since a search would give it away: explanations and feedback, the questions
of quizzes, scenes of a case after the first. So is what is meant for instructors only.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kursapp.domain.case import Case
from kursapp.domain.course import (
    Block,
    CallOut,
    CallOutKind,
    Checklist,
    Figure,
    MediaCard,
    Page,
    PageKind,
    Prose,
    Rich,
    Session,
    Term,
)
from kursapp.domain.question import (
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
    Reflection,
    Workbook,
)
from kursapp.domain.search_hit import HitKind

_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TERM = re.compile(r'href="begrep:([^"]*)"')


@dataclass(frozen=True, slots=True)
class CourseText:
    """Something to be found: ``heads`` are headings inside it, ``body`` its paragraphs, a line each.

    ``terms`` are those of the glossary that are explained in it.
    """

    kind: HitKind
    page_id: str
    target_id: str
    title: str
    heads: str = ""
    body: str = ""
    terms: tuple[str, ...] = ()


def session_texts(session: Session) -> Iterator[CourseText]:
    """Yield what can be found in a session, page by page."""
    for page in session.pages:
        yield _page_text(page)
        for block in page.blocks:
            if _gives_nothing_away(page, block):
                yield from _item_texts(page, block)


def term_text(term: Term) -> CourseText:
    """Return an entry of the glossary. Its names in other languages are found as if they were headings."""
    names = "\n".join(filter(None, (term.nynorsk, term.english)))
    return CourseText(HitKind.TERM, "", term.term, term.term, names, term.explanation)


def _page_text(page: Page) -> CourseText:
    shown = [rich for block in page.blocks for rich in _running_text(block)]
    heads = [head for rich in shown for head in _headings(rich.html)]
    terms = dict.fromkeys(html.unescape(term) for rich in shown for term in _TERM.findall(rich.html))
    body = "\n".join(rich.plain for rich in shown if rich.plain)
    return CourseText(HitKind.PAGE, page.id, "", page.title, "\n".join(heads), body, tuple(terms))


def _running_text(block: Block) -> Iterator[Rich]:
    match block:
        case Prose():
            yield block.text
        case CallOut() if block.call_out is not CallOutKind.INSTRUCTOR:
            yield from (Rich(plain=block.title), block.text)
        case Figure():
            yield from (Rich(plain=block.alt), Rich(plain=block.caption))
        case MediaCard():
            yield Rich(plain=block.title)
        case Checklist():
            yield from (item.text for item in block.items)


def _gives_nothing_away(page: Page, block: Block) -> bool:
    return page.kind is PageKind.TEXT or not isinstance(block, Question)


def _item_texts(page: Page, block: Block) -> Iterator[CourseText]:
    if isinstance(block, Question | Reflection | Workbook):
        shown: Iterator[Rich] = _as_met(block)
    elif isinstance(block, Case):
        first = block.scenes[0]
        told = [rich for inside in first.blocks for rich in _running_text(inside)]
        shown = iter([*told, *(choice.text for choice in first.choices)])
    else:
        return
    body = "\n".join(rich.plain for rich in shown if rich.plain)
    yield CourseText(HitKind.ITEM, page.id, block.id, block.title, body=body)


def _as_met(item: Block) -> Iterator[Rich]:
    """Yield what stands in an item before anybody has answered it."""
    match item:
        case ChoiceQuestion():
            yield from (item.stem, *(option.text for option in item.options))
        case OrderQuestion():
            yield from (item.stem, *(each.text for each in item.items))
        case MatchQuestion():
            yield from (item.stem, *(left.text for left in item.lefts), *(right.text for right in item.rights))
        case GapQuestion():
            yield item.stem
            yield from (Rich(plain=_words(" … ".join(said for said, _ in line))) for line in item.paragraphs)
        case Question() | Reflection():
            yield item.stem
        case Workbook():
            yield from (item.stem, *(Rich(plain=column.title) for column in item.columns))
            yield from (cell.text for row in item.rows for cell in row.cells)
            yield from (text for _, text in item.items)


def _headings(markup: str) -> Iterator[str]:
    for inside in _HEADING.findall(markup):
        yield _words(inside)


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup)).strip()
