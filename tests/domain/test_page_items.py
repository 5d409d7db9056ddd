"""Finding what can be answered on a page."""

from __future__ import annotations

from kursapp.domain.case import Case, Scene
from kursapp.domain.course import Page, Place, Prose, Rich
from kursapp.domain.page_items import blocks_of, questions_of
from kursapp.domain.question import NumberQuestion, Reflection

HERE = Place("dag-1/03.md", 1, 9)
FIRST, SECOND, THIRD = (NumberQuestion(name, name, HERE, "1", "1", "1") for name in ("en", "to", "tre"))
INSIDE = Reflection("r", "r", HERE)
CASE = Case(
    "case", "Case", HERE, (), (Scene("case", "Case", HERE, (SECOND,)), Scene("slutt", "Slutt", HERE, (INSIDE,)))
)
PAGE = Page("side", "Side", HERE, (Prose(HERE, Rich("", "tekst")), FIRST, CASE, THIRD))


def test_what_stands_in_scenes_is_found_in_its_place() -> None:
    """Blocks come in reading order, a case before what its scenes hold."""
    assert list(blocks_of(PAGE)) == [PAGE.blocks[0], FIRST, CASE, SECOND, INSIDE, THIRD]


def test_only_questions_are_questions() -> None:
    """Reflections and text are left out."""
    assert questions_of(PAGE) == (FIRST, SECOND, THIRD)
