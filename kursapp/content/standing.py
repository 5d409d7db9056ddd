"""Where a line of a file that is being written stands: on which kind of page, in which item, and what may be set there.

Only headings are read, of the lines it is given, so that it can be asked at any key.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kursapp.content.allowed import COVER_FRONT_MATTER, MODULE_KEYS, SESSION_FRONT_MATTER, TEXT_PAGE_KEYS
from kursapp.content.folder import COVERS
from kursapp.content.items.cases import CASE_KEYS, CHOICE_KEYS, SCENE_KEYS
from kursapp.content.items.choices import OPTION_KEYS
from kursapp.content.items.evaluations import ITEM_KEYS, SCALE_KEYS
from kursapp.content.items.heading import Keyword, keyword_of
from kursapp.content.items.marks import item_mark
from kursapp.content.items.pages import EVALUATION_KEYS, open_page
from kursapp.content.items.quizzes import QUIZ_KEYS
from kursapp.content.items.reflections import REFLECTION_KEYS
from kursapp.content.items.scales import STATEMENT_KEYS
from kursapp.content.items.values import QUESTION_KEYS
from kursapp.content.items.workbooks import WORKBOOK_KEYS
from kursapp.content.keywords import EVALUATION_ITEMS, ITEMS, VARIANTS
from kursapp.content.lines import Line, heading_of, is_rule
from kursapp.domain.course import PageKind

ITEM_LEVEL = 3
"""The level of items outside scenes."""

_KINDS_OWN = {"": ("multiple",), "order": ("tied",), "short_answer": ("exact",), "gaps": ("exact",)}
"""Settings a question has besides those of all questions, by its variant."""

_SCALES = frozenset({"scale", "before_now"})


class Part(enum.Enum):
    """The parts of a file that are written by rules of their own."""

    FRONT_MATTER = "front_matter"
    COVER = "cover"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a line stands. Line numbers count from 1 and are 0 where there is no such heading above it.

    ``item`` is a name of ``keywords.ITEMS`` or ``EVALUATION_ITEMS``, empty outside items; ``item_line`` its heading's
    line. ``case_line`` is that of the case the line is in, the case's own text included.
    """

    part: Part
    page: PageKind = PageKind.TEXT
    page_line: int = 0
    item: str = ""
    variant: str = ""
    item_line: int = 0
    case_line: int = 0

    @property
    def in_scene(self) -> bool:
        """Say whether items here are those of a scene, or of the case itself, which is its own first scene."""
        return self.case_line > 0


def standing(file: str, lines: Sequence[Line], number: int) -> Standing:
    """Return where the line with this number (of the whole file) stands. ``lines`` end with it or go on after it."""
    if _in_front_matter(lines, number):
        return Standing(Part.FRONT_MATTER)
    page, page_line = PageKind.TEXT, 0
    found: list[tuple[int, Line, str]] = []
    for level, line, text in _headings_above(lines, number):
        if level <= 2:
            page, page_line = (open_page(text)[0] if level == 2 else PageKind.TEXT), line.number
            break
        found.append((level, line, text))
    if file in COVERS:
        return Standing(Part.COVER, page_line=page_line)
    item = Standing(Part.PAGE, page, page_line)
    for _level, line, text in found:
        keyword = keyword_of(text, on_evaluation_page=page is PageKind.EVALUATION)
        if keyword is None:
            continue
        item = _with(item, keyword, line.number)
        if keyword.name == "case":
            break
    return item


def setting_keys(stands: Standing, line: Line, file: str) -> frozenset[str]:
    """Return the canonical keys that mean something in a comment on this line."""
    if stands.part is Part.FRONT_MATTER:
        return COVER_FRONT_MATTER if file in COVERS else SESSION_FRONT_MATTER
    if item_mark(line) or is_row(line):
        return _keys_of_part(stands, line)
    return _keys_of_heading(stands) | {"facts"}


def is_row(line: Line) -> bool:
    """Say whether a line is meant as a row of a table."""
    return line.text.lstrip(" ").startswith("|") and not line.fenced


def _keys_of_heading(stands: Standing) -> frozenset[str]:
    if stands.part is Part.COVER:
        return MODULE_KEYS
    if not stands.item:
        pages = {PageKind.QUIZ: QUIZ_KEYS, PageKind.EVALUATION: EVALUATION_KEYS}
        return frozenset(pages.get(stands.page, TEXT_PAGE_KEYS))
    if stands.item in EVALUATION_ITEMS.names() and stands.item not in ITEMS.names():
        return frozenset(ITEM_KEYS + (SCALE_KEYS if stands.item in _SCALES else ()))
    if stands.item == "question":
        measures = {"measures"} if stands.page is PageKind.EVALUATION else set()
        return QUESTION_KEYS | set(_KINDS_OWN.get(stands.variant, ())) | measures
    return frozenset(
        {"reflection": REFLECTION_KEYS, "workbook": WORKBOOK_KEYS, "case": CASE_KEYS, "scene": SCENE_KEYS}[stands.item]
    )


def _keys_of_part(stands: Standing, line: Line) -> frozenset[str]:
    """Return what an option, a choice or a row may set."""
    if stands.item in ("case", "scene"):
        return frozenset(CHOICE_KEYS)
    if stands.item in _SCALES:
        return frozenset(STATEMENT_KEYS)
    if stands.item == "workbook" and is_row(line):
        return frozenset({"row", "column"})
    if stands.item == "question" and stands.variant in ("", "discuss"):
        return frozenset(OPTION_KEYS)
    return frozenset({"id"})


def _with(item: Standing, keyword: Keyword, line: int) -> Standing:
    """Add an item further out: the innermost gives the name, a case says that what is in it is in a scene."""
    case = line if keyword.name == "case" else item.case_line
    if item.item:
        return Standing(item.part, item.page, item.page_line, item.item, item.variant, item.item_line, case)
    variant = VARIANTS.find(keyword.variant) or "" if keyword.variant else ""
    return Standing(item.part, item.page, item.page_line, keyword.name, variant, line, case)


def _in_front_matter(lines: Sequence[Line], number: int) -> bool:
    """Say whether a line stands between the two ``---`` that open the file, or on one of them."""
    if not lines or lines[0].number != 1 or lines[0].text.rstrip() != "---":
        return False
    end = next((line.number for line in lines[1:] if line.text.rstrip() == "---"), None)
    return end is not None and number <= end


def _headings_above(lines: Sequence[Line], number: int) -> Iterator[tuple[int, Line, str]]:
    """Yield the headings a line is under, the nearest first. A ``---`` ends all items, but not the page."""
    bound, ended = 7, False
    for line in reversed(lines):
        if line.number > number:
            continue
        ended = ended or (is_rule(line) and line.number < number)
        heading = heading_of(line)
        if heading is None or heading.level >= bound:
            continue
        if heading.level > 2 and ended:
            continue
        bound = heading.level
        yield heading.level, line, heading.text
        if heading.level <= 2:
            return
