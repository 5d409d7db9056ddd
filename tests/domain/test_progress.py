"""How far a participant is, what the certificate lacks, and where "Fortsett" leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.course import (
    Course,
    ItemHead,
    ItemKind,
    Module,
    PageHead,
    PageKind,
    Requirement,
    RequirementKind,
    SessionHead,
)
from kursapp.domain.progress import Done, State, Target, continue_at, page_fill, progress


def page(name: str, *kinds: ItemKind, kind: PageKind = PageKind.TEXT, workload: float = 10) -> PageHead:
    items = tuple(ItemHead(f"{name}-{number}", item, item) for number, item in enumerate(kinds))
    return PageHead(name, name, kind, items, workload)


def session(name: str, *pages: PageHead) -> SessionHead:
    return SessionHead(name, f"{name}.md", name, 30, pages)


COURSE = Course(
    "kurs",
    "1.0.0",
    "Kurs",
    (
        Module("for", "Før kurset", (session("for-s", page("eval-for", kind=PageKind.EVALUATION)),)),
        Module(
            "dag-1",
            "Dag 1",
            (
                session("s1", page("krok"), page("les", ItemKind.QUESTION, ItemKind.REFLECTION, workload=30)),
                session("s2", page("bok", ItemKind.WORKBOOK, ItemKind.CHECKLIST), page("case", ItemKind.CASE)),
                session("q1", page("quiz-1", ItemKind.QUESTION, kind=PageKind.QUIZ)),
            ),
            day=1,
        ),
        Module("dag-2", "Dag 2", (session("s3", page("siste", ItemKind.REFLECTION)),), day=2),
        Module("bank", "Bank", (session("b", page("banken", ItemKind.QUESTION, ItemKind.REFLECTION)),), bank=True),
    ),
    requirements=(
        Requirement(RequirementKind.QUIZ, "Quiz dag 1", "quiz-1"),
        Requirement(RequirementKind.WORKBOOK, "Myndighetskart", "bok-0"),
        Requirement(RequirementKind.REFLECTIONS, "Alle refleksjoner besvart"),
    ),
)
EVERYTHING = Done(
    read=frozenset({"krok", "les", "bok", "case", "siste"}),
    items=frozenset({"les-0", "les-1", "bok-0", "case-0", "siste-0"}),
    submitted=frozenset({"quiz-1"}),
    passed=frozenset({"quiz-1"}),
    finished=frozenset({"eval-for"}),
)
IDS = sorted(
    {"krok", "les", "bok", "case", "siste", "les-0", "les-1", "bok-0", "bok-1", "quiz-1", "eval-for", "ukjent"}
)


def test_nothing_done_is_nothing_filled() -> None:
    """At the beginning every bar is empty, every page new and every requirement unmet."""
    got = progress(COURSE, Done())
    assert {share.fill for share in (*got.pages, *got.sessions, *got.modules, got.course)} == {0.0}
    assert got.page("les").state is State.NEW
    assert not any(line.is_met for line in got.requirements)


def test_everything_done_fills_every_bar_to_the_brim() -> None:
    """Exactly 1 everywhere, and nothing lacking."""
    got = progress(COURSE, EVERYTHING)
    assert {share.fill for share in (*got.pages, *got.sessions, *got.modules, *got.days, got.course)} == {1.0}
    assert all(line.is_met for line in got.requirements)


def test_a_page_is_its_reading_and_each_of_its_items() -> None:
    """Three parts: read, answered and reflected; a checklist is no part."""
    head = COURSE.session_head("s1").pages[1]
    assert page_fill(head, Done(read=frozenset({"les"}))) == pytest.approx(1 / 3)
    assert page_fill(head, Done(items=frozenset({"les-0", "les-1"}))) == pytest.approx(2 / 3)
    assert page_fill(COURSE.session_head("s2").pages[0], Done(read=frozenset({"bok"}), items=frozenset({"bok-0"}))) == 1


def test_a_quiz_is_done_when_handed_in_and_half_done_when_begun() -> None:
    """Reading its page or answering its questions elsewhere does not do it; passing is another matter."""
    head = COURSE.session_head("q1").pages[0]
    assert page_fill(head, Done(read=frozenset({"quiz-1"}), items=frozenset({"quiz-1-0"}))) == 0
    assert page_fill(head, Done(begun=frozenset({"quiz-1"}))) == 0.5
    assert page_fill(head, Done(submitted=frozenset({"quiz-1"}), begun=frozenset({"quiz-1"}))) == 1
    assert not progress(COURSE, Done(submitted=frozenset({"quiz-1"}))).requirements[0].is_met


def test_pages_weigh_as_much_as_they_take() -> None:
    """A page of thirty minutes fills three times as much of its session as one of ten."""
    read = Done(read=frozenset({"krok"}))
    assert progress(COURSE, read).session("s1").fill == pytest.approx(0.25)
    assert progress(COURSE, read).session("s1").state is State.STARTED


AFTER = Module("etter", "Oppfølging", (session("e", page("senere", ItemKind.REFLECTION)),), opens_after_days=90)
WITH_AFTER = replace(COURSE, modules=(*COURSE.modules, AFTER))


def test_what_opens_later_is_no_part_of_having_taken_the_course() -> None:
    """The course is done, and its certificate earned, before the follow-up is."""
    got = progress(WITH_AFTER, EVERYTHING)
    assert got.course.state is State.DONE
    assert all(line.is_met for line in got.requirements)
    assert got.module("etter").state is State.NEW


def test_go_on_leads_to_the_follow_up_when_it_is_open() -> None:
    """Not before; then also from a page one stayed on when everything was done."""
    last = Target("s3", "siste")
    assert continue_at(WITH_AFTER, EVERYTHING, last, {"etter"}) == last
    assert continue_at(WITH_AFTER, EVERYTHING, last) == Target("e", "senere")
    assert continue_at(WITH_AFTER, Done(read=EVERYTHING.read), last) == last


def test_days_are_the_bars_of_the_dagsrad() -> None:
    """Only modules that are days, in order; what comes before the course is a module but no day; banks are neither."""
    got = progress(COURSE, replace(EVERYTHING, read=frozenset(), items=frozenset({"siste-0"})))
    assert [share.id for share in got.days] == ["dag-1", "dag-2"]
    assert got.days[1].fill == 0.5
    assert [share.id for share in got.modules] == ["for", "dag-1", "dag-2"]
    assert got.module("for").state is State.DONE


def test_the_certificate_names_what_it_lacks() -> None:
    """The quiz not passed, the workbook not finished, each reflection not answered; those of a bank never."""
    got = progress(COURSE, Done(items=frozenset({"les-1"})))
    assert [line.missing for line in got.requirements] == [("quiz-1",), ("bok-0",), ("siste-0",)]


def test_an_id_the_outline_does_not_have_is_new() -> None:
    """A page of an older version is asked about without failing."""
    assert progress(COURSE, Done()).page("borte").state is State.NEW


SUBSETS = st.sets(st.sampled_from(IDS)).map(frozenset)


@given(SUBSETS, SUBSETS, SUBSETS, SUBSETS)
def test_doing_more_never_empties_a_bar(
    read: frozenset[str], items: frozenset[str], some: frozenset[str], more: frozenset[str]
) -> None:
    """Bars lie from 0 to 1, are full only when every page is, and only grow."""
    less = progress(COURSE, Done(read, items, some, some, some))
    grown = progress(COURSE, Done(read | more, items | more, some | more, some, some | more))
    for before, after in zip((*less.sessions, *less.modules), (*grown.sessions, *grown.modules), strict=True):
        assert 0 <= before.fill <= after.fill + 1e-12 <= 1 + 1e-12
    for module in COURSE.modules[:3]:
        pages = [less.page(head.id) for part in module.sessions for head in part.pages]
        assert (less.module(module.id).fill == 1) == all(share.state is State.DONE for share in pages)


def test_fortsett_begins_at_the_first_page() -> None:
    """A course not begun is begun at its beginning."""
    assert continue_at(COURSE, Done(), None) == Target("for-s", "eval-for")


def test_fortsett_leads_to_the_page_one_was_on_even_when_it_is_done() -> None:
    """Reading something again and closing the lid there brings one back there."""
    assert continue_at(COURSE, EVERYTHING, Target("s1", "les")) == Target("s1", "les")
    assert continue_at(COURSE, Done(), Target("s2", "case")) == Target("s2", "case")


def test_fortsett_leads_on_from_a_quiz_or_evaluation_that_is_done() -> None:
    """After the evaluation comes the first page not done after it; a quiz under way is gone back to."""
    done = Done(finished=frozenset({"eval-for"}), read=frozenset({"krok"}))
    assert continue_at(COURSE, done, Target("for-s", "eval-for")) == Target("s1", "les")
    assert continue_at(COURSE, Done(begun=frozenset({"quiz-1"})), Target("q1", "quiz-1")) == Target("q1", "quiz-1")


def test_fortsett_goes_round_to_what_was_left_behind() -> None:
    """With the rest done, the page skipped at the beginning is next."""
    done = replace(EVERYTHING, read=EVERYTHING.read - {"krok"})
    assert continue_at(COURSE, done, Target("q1", "quiz-1")) == Target("s1", "krok")


def test_fortsett_finds_its_session_when_a_new_version_has_no_such_page() -> None:
    """The first page not done of the same session; where the session is gone too, of the course."""
    assert continue_at(COURSE, Done(), Target("s2", "borte")) == Target("s2", "bok")
    assert continue_at(COURSE, Done(), Target("borte", "borte")) == Target("for-s", "eval-for")


def test_fortsett_finds_a_page_that_has_moved_to_another_session() -> None:
    """Identity is the page's id: the session is the one it stands in now."""
    assert continue_at(COURSE, Done(), Target("s1", "case")) == Target("s2", "case")


def test_fortsett_always_leads_somewhere_in_a_course_with_pages() -> None:
    """When all is done, "Fortsett" still leads to a page; an empty course has none."""
    assert continue_at(COURSE, EVERYTHING, Target("q1", "quiz-1")) == Target("q1", "quiz-1")
    assert continue_at(COURSE, EVERYTHING, None) == Target("for-s", "eval-for")
    assert continue_at(Course("tom", "1", "Tom", ()), Done(), None) is None
