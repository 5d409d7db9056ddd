"""What a bundled course says: sound, long enough, and no rule without its source."""

from __future__ import annotations

import re

from kursapp import paths
from kursapp.domain.course import CallOut, CallOutKind, Figure, MediaCard, Page, PageKind, Prose
from kursapp.domain.page_items import blocks_of
from kursapp.ui.theme.tokens import read_tokens
from tests.courses.conftest import FOLDERS, BundledCourse

LEAST_WORDS = 700
TOLERANCE = 0.15
OTHERS_WORDS = {CallOutKind.GROUP, CallOutKind.ROLE, CallOutKind.INSTRUCTOR}
"""Call-outs that are work or for the instructor, not running text."""

_COLOUR = re.compile(r"""(?:fill|stroke|stop-color|color)\s*[=:]\s*["']?\s*([^"';}]+)""")
_UNPAINTED = {"none", "currentColor", "inherit", "transparent"}
_INNER = re.compile(r"url\(#[\w.-]+\)")


def running_words(page: Page) -> int:
    """Count the words of a page's running text."""
    texts = [block for block in page.blocks if isinstance(block, Prose | CallOut)]
    shown = [one for one in texts if not (isinstance(one, CallOut) and one.call_out in OTHERS_WORDS)]
    return sum(len(one.text.plain.split()) for one in shown)


def test_the_flagship_course_is_there() -> None:
    """A test of all bundled courses is worth nothing where there is none."""
    assert "god-barnevernledelse" in {folder.name for folder in FOLDERS}


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
    """At least 700 words of running text in each session of a day that is read."""
    assert course.lessons
    words = {head.file: sum(map(running_words, session.pages)) for head, session in course.lessons}
    assert {file: count for file, count in words.items() if count < LEAST_WORDS} == {}


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
    """In that order, after what is read."""
    for day in course.opened.course.days():
        kinds = [page.kind for head in day.sessions for page in head.pages]
        assert PageKind.QUIZ in kinds
        assert kinds[-1] is PageKind.EVALUATION
        assert kinds.index(PageKind.QUIZ) < kinds.index(PageKind.EVALUATION)


def test_every_term_is_explained_once(course: BundledCourse) -> None:
    """The glossary has no term without words, and none twice."""
    terms = course.opened.course.glossary
    assert terms
    assert [term.term for term in terms if len(term.explanation.split()) < 3] == []
    assert len({term.term.casefold() for term in terms}) == len(terms)
