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
    block: Block | None = None

    @property
    def item(self) -> str:
        return getattr(self.block, "id", "")


class Whereabouts:
    """Says of each line of a file which page and block it is in."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self._lines: dict[int, _Where] = {}
        for page in pages:
            self._put(page.place, _Where(page))
            for block in page.blocks:
                self._put(block.place, _Where(page, block))

    def of(self, line: int) -> _Where | None:
        """Return where a line is, or None for one before the first page."""
        return self._lines.get(line)

    def _put(self, place: Place, where: _Where) -> None:
        self._lines.update(dict.fromkeys(range(place.first, place.last + 1), where))


def targets_of(cleaned: Cleaned, where: Whereabouts, ids: Sequence[WrittenId]) -> tuple[Target, ...]:
    """Return everything in a file that a link may name. ``ids`` are those the author wrote in it."""
    found = [Target(page.id, 0, page.place.first, page.id) for page in where.pages]
    for line in cleaned.lines:
        heading = heading_of(line)
        here = where.of(line.number) if heading else None
        if heading is None or here is None:
            continue
        full = slug(heading.text)
        found.append(Target(full, 1, line.number, here.page.id, here.item))
        short = slug(_without_keyword(heading.text))
        if short != full:
            found.append(Target(short, 2, line.number, here.page.id, here.item))
    for written in ids:
        here = where.of(written.line)
        if here:
            found.append(Target(written.id, 0, written.line, here.page.id, here.item))
    return tuple(found)


def written_ids(cleaned: Cleaned, front: FrontMatter, where: Whereabouts) -> tuple[WrittenId, ...]:
    """Return every id the author wrote in a file, in the order they stand."""
    found = []
    if front.text("id"):
        found.append(WrittenId(front.text("id"), front.line("id"), 1))
    for setting in _written(cleaned):
        here = where.of(setting.line)
        form = here.page.id if here and isinstance(here.block, EvaluationItem) else ""
        found.append(WrittenId(setting.value, setting.value_line, setting.value_column, form))
    return tuple(found)


def fact_uses(cleaned: Cleaned, where: Whereabouts) -> tuple[FactUse, ...]:
    """Return every fact named in a comment, in the order they stand."""
    found = []
    for comment in _comments(cleaned):
        here = where.of(comment.line)
        page = here.page.id if here else ""
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
