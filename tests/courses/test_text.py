"""What a bundled course says: sound, long enough, and no rule without its source."""

from __future__ import annotations

import re

from kursapp import paths
from kursapp.domain.case import Case
from kursapp.domain.course import Block, CallOut, CallOutKind, Checklist, Figure, MediaCard, Page, PageKind, Prose
from kursapp.domain.page_items import blocks_of
from kursapp.domain.question import Question, Reflection, Workbook
from kursapp.ui.theme.tokens import read_tokens
from tests.courses.conftest import FOLDERS, BundledCourse

LEAST_WORDS = 700
FULL_SESSION_MINUTES = 45
WORDS_A_MINUTE = 15
LEAST_FIGURES = 12
TOLERANCE = 0.15
OTHERS_WORDS = {CallOutKind.GROUP, CallOutKind.ROLE, CallOutKind.INSTRUCTOR}
"""Call-outs that are work or for the instructor, not running text."""

WRITTEN = (Reflection, Workbook, Checklist)
"""What one thinks over or writes oneself."""

_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+,\d+|\d+(?=[ \u00a0]?(?:prosent|%))")
_COLOUR = re.compile(r"""(?:fill|stroke|stop-color|color)\s*[=:]\s*["']?\s*([^"';}]+)""")
_UNPAINTED = {"none", "currentColor", "inherit", "transparent"}
_INNER = re.compile(r"url\(#[\w.-]+\)")


def running_texts(page: Page) -> list[str]:
    """Return a page's running text."""
    texts = [block for block in page.blocks if isinstance(block, Prose | CallOut)]
    return [one.text.plain for one in texts if not (isinstance(one, CallOut) and one.call_out in OTHERS_WORDS)]


def running_words(page: Page) -> int:
    """Count the words of a page's running text."""
    return sum(len(text.split()) for text in running_texts(page))


def test_the_courses_are_there() -> None:
    """A test of all bundled courses is worth nothing where there are none."""
    assert {folder.name for folder in FOLDERS} == {
        "god-barnevernledelse",
        "barnevernloftet-kommunestyret",
        "temadag-arbeidsgiveransvar",
    }


def test_there_are_figures_to_see() -> None:
    """At least twelve are drawn for the courses."""
    assert len({figure.name for folder in FOLDERS for figure in folder.rglob("*.svg")}) >= LEAST_FIGURES


def test_nothing_is_wrong_with_it(course: BundledCourse) -> None:
    """``kursapp check --strict`` has no findings."""
    assert course.opened.problems == ()


def test_every_session_takes_the_minutes_it_says(course: BundledCourse) -> None:
    """Within 15 %, and every one that is taken says how many."""
    heads = list(course.opened.course.sessions())
    assert [head.file for head in heads if head.minutes <= 0] == []
    off = {head.file: head.workload for head in heads if abs(head.workload - head.minutes) > TOLERANCE * head.minutes}
    assert off == {}


def test_every_lesson_has_enough_to_read(course: BundledCourse) -> None:
    """At least 700 words of running text; in a session of less than three quarters of an hour 15 a minute."""
    assert course.lessons
    short = {
        head.file: words
        for head, session in course.lessons
        if (words := sum(map(running_words, session.pages))) < least_words(head.minutes)
    }
    assert short == {}


def least_words(minutes: float) -> float:
    """Return how much there must be to read in a session."""
    return LEAST_WORDS if minutes >= FULL_SESSION_MINUTES else WORDS_A_MINUTE * minutes


def test_every_fact_used_has_its_source(course: BundledCourse) -> None:
    """Its id stands in ``kilder.md`` with own words, a source, a date and a status."""
    facts = {fact.id: fact for fact in course.opened.facts}
    used = set().union(*(course.facts_on(page) for page in course.pages))
    assert used
    assert used - set(facts) == set()
    assert [one for one in facts.values() if not (one.text and one.source and one.date and one.status)] == []


def test_no_section_of_law_without_a_fact(course: BundledCourse) -> None:
    """A page that names a paragraph names on itself the facts it rests on."""
    named = [page for page in course.pages if "§" in course.written(page)]
    assert named
    assert [page.id for page in named if not course.facts_on(page)] == []


def test_no_rule_rests_on_what_nobody_has_read(course: BundledCourse) -> None:
    """A page with a law call-out names at least one fact that is verified."""
    verified = {fact.id for fact in course.opened.facts if fact.status == "verifisert"}
    for page in course.pages:
        if any(isinstance(block, CallOut) and block.call_out is CallOutKind.LAW for block in blocks_of(page)):
            assert course.facts_on(page) & verified, page.id


def test_figures_in_the_text_are_those_of_the_sources(course: BundledCourse) -> None:
    """A thousand or more, a decimal or a per cent stands in a fact the page names, or is said to be made up."""
    facts = {fact.id: fact.text for fact in course.opened.facts}
    for module in course.opened.course.modules:
        pages = [page for head in module.sessions for page in course.opened.session(head.id).pages]
        made_up = {figure for page in pages if course.is_made_up(page) for figure in figures_in(course.written(page))}
        for page in pages:
            told = {figure for fact in course.facts_on(page) for figure in figures_in(facts[fact])}
            strange = {figure for text in running_texts(page) for figure in figures_in(text)} - told - made_up
            assert strange - marks_of(pages) == set(), (page.place.file, page.title)


def figures_in(text: str) -> set[str]:
    """Return the figures of a text as they are written: 43 954, 14,3 and 70 (prosent)."""
    return {found.replace("\u00a0", " ") for found in _FIGURE.findall(text)}


def marks_of(pages: list[Page]) -> set[str]:
    """Return the pass marks of the quizzes: those are settings, not facts."""
    return {str(page.quiz.pass_percent) for page in pages if page.quiz is not None}


def test_every_picture_is_described(course: BundledCourse) -> None:
    """A figure's alt text says something, and a sound or film has a title."""
    for page in course.pages:
        for block in blocks_of(page):
            if isinstance(block, Figure):
                assert len(block.alt.split()) >= 3, block.source
                assert course.opened.media(block.source), block.source
            if isinstance(block, MediaCard):
                assert block.title, block.source


def test_every_figure_can_be_read_in_the_dark(course: BundledCourse) -> None:
    """Only the light theme's colours are used, written out: those are exchanged for the dark theme's."""
    known = {colour.upper() for colour in read_tokens(paths.assets() / "theme", "light").colours.values()}
    for figure in course.figures():
        text = figure.read_text(encoding="utf-8")
        used = {colour.strip() for colour in _COLOUR.findall(text)} - _UNPAINTED
        strange = {colour for colour in used if colour.upper() not in known and not _INNER.fullmatch(colour)}
        assert strange == set(), figure.name
        # What has no fill of its own is black, and stays black in the dark.
        assert re.search(r"<svg[^>]*\bfill=", text) or not re.findall(r"<text\b(?![^>]*fill=)", outside_groups(text)), (
            figure.name
        )


def outside_groups(svg: str) -> str:
    """Return an SVG text without the groups that give their content a fill."""
    return re.sub(r"<g\b[^>]*\bfill=.*?</g>", "", svg, flags=re.DOTALL)


def test_every_day_ends_with_a_quiz_and_an_evaluation(course: BundledCourse) -> None:
    """In that order, after what is read; a course without days ends so as a whole."""
    days = [[day] for day in course.opened.course.days()] or [course.opened.course.modules]
    for modules in days:
        kinds = [page.kind for module in modules for head in module.sessions for page in head.pages]
        assert PageKind.QUIZ in kinds
        assert kinds[-1] is PageKind.EVALUATION
        assert kinds.index(PageKind.QUIZ) < kinds.index(PageKind.EVALUATION)


def test_an_instructor_is_told_how_to_run_every_lesson(course: BundledCourse) -> None:
    """A note for who runs the session in a room stands in each."""
    for head, session in course.lessons:
        notes = [
            block
            for page in session.pages
            for block in page.blocks
            if isinstance(block, CallOut) and block.call_out is CallOutKind.INSTRUCTOR
        ]
        assert notes, head.file


def test_every_lesson_has_something_to_try(course: BundledCourse) -> None:
    """A question, a case or a product stands in each, and something to think over or write."""
    for head, session in course.lessons:
        blocks = [block for page in session.pages for block in blocks_of(page)]
        assert any(isinstance(block, Question | Case) for block in blocks), head.file
        assert any(isinstance(block, WRITTEN) or is_group_work(block) for block in blocks), head.file


def is_group_work(block: Block) -> bool:
    """Say whether this is something to do together."""
    return isinstance(block, CallOut) and block.call_out is CallOutKind.GROUP


def test_every_term_is_explained_once(course: BundledCourse) -> None:
    """The glossary has no term without words, and none twice."""
    terms = course.opened.course.glossary
    assert terms
    assert [term.term for term in terms if len(term.explanation.split()) < 3] == []
    assert len({term.term.casefold() for term in terms}) == len(terms)
