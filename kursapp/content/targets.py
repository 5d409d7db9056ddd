"""What a file offers and uses across files: link targets, written ids, and the facts its pages name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursapp.content.comments import Cleaned, Comment
from kursapp.content.front_matter import FrontMatter
from kursapp.content.items.heading import keyword_of
from kursapp.content.items.pages import open_page
from kursapp.content.lines import heading_of
from kursapp.content.parsed import FactUse, Target, WrittenId
from kursapp.content.settings import Setting, facts_of, parse_comment
from kursapp.content.slugs import slug
from kursapp.domain.course import Block, Page, Place
from kursapp.domain.evaluation import EvaluationItem


class _Where(NamedTuple):
    """The page and the block a line is in."""

    page: Page
    block: Block | None

    @property
    def item(self) -> str:
        return getattr(self.block, "id", "")


def targets_of(cleaned: Cleaned, pages: Sequence[Page], ids: Sequence[WrittenId]) -> tuple[Target, ...]:
    """Return everything in a file that a link may name. ``ids`` are those the author wrote in it."""
    found = [Target(page.id, 0, page.place.first, page.id) for page in pages]
    for line in cleaned.lines:
        heading = heading_of(line)
        where = _where(line.number, pages) if heading else None
        if heading is None or where is None:
            continue
        full = slug(heading.text)
        found.append(Target(full, 1, line.number, where.page.id, where.item))
        short = slug(_without_keyword(heading.text))
        if short != full:
            found.append(Target(short, 2, line.number, where.page.id, where.item))
    for written in ids:
        where = _where(written.line, pages)
        if where:
            found.append(Target(written.id, 0, written.line, where.page.id, where.item))
    return tuple(found)


def written_ids(cleaned: Cleaned, front: FrontMatter, pages: Sequence[Page]) -> tuple[WrittenId, ...]:
    """Return every id the author wrote in a file, in the order they stand."""
    found = []
    if front.text("id"):
        found.append(WrittenId(front.text("id"), front.line("id"), 1))
    for setting in _written(cleaned):
        where = _where(setting.line, pages)
        form = where.page.id if where and isinstance(where.block, EvaluationItem) else ""
        found.append(WrittenId(setting.value, setting.value_line, setting.value_column, form))
    return tuple(found)


def fact_uses(cleaned: Cleaned, pages: Sequence[Page]) -> tuple[FactUse, ...]:
    """Return every fact named in a comment, in the order they stand."""
    found = []
    for comment in _comments(cleaned):
        where = _where(comment.line, pages)
        page = where.page.id if where else ""
        found += [FactUse(fact, line, column, page) for fact, line, column in facts_of(comment)]
    return tuple(found)


def _comments(cleaned: Cleaned) -> Iterator[Comment]:
    for number in sorted(cleaned.comments):
        yield from cleaned.comments[number]


def _written(cleaned: Cleaned) -> Iterator[Setting]:
    tables = {line.number for line in cleaned.lines if line.text.lstrip(" ").startswith("|")}
    for comment in _comments(cleaned):
        separator = ";" if comment.line in tables else "|"
        yield from (part for part in parse_comment(comment, separator) if part.key == "id" and part.value)


def _without_keyword(text: str) -> str:
    keyword = keyword_of(text, on_evaluation_page=True)
    return keyword.title if keyword else open_page(text)[1]


def _where(number: int, pages: Sequence[Page]) -> _Where | None:
    for page in pages:
        if _holds(page.place, number):
            for block in page.blocks:
                if _holds(block.place, number):
                    return _Where(page, block)
            return _Where(page, None)
    return None


def _holds(place: Place, number: int) -> bool:
    return place.first <= number <= place.last
