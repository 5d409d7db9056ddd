"""What is due after a course: reminders on their weeks, what has opened, what is half done, and putting it off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

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
from kursapp.domain.follow_up import Due, DueKind, PutOff, due_in_course, merged, place_of, plan_product, still_due
from kursapp.domain.progress import Done

LAST = date(2026, 3, 2)
READ = {"p1": date(2026, 2, 20), "p2": LAST}


def session(name: str, *pages: PageHead) -> SessionHead:
    return SessionHead(name, f"{name}.md", f"Økt {name}", 30, pages)


PLAN_PAGE = PageHead("p2", "Planen", PageKind.TEXT, (ItemHead("wb-plan", ItemKind.WORKBOOK, "Plan"),))
COURSE = Course(
    "kurs",
    "1.0.0",
    "Kurs",
    (
        Module("dag-1", "Dag 1", (session("s1", PageHead("p1", "Start", PageKind.TEXT)),), day=1),
        Module(
            "dag-2", "Dag 2", (session("s2", PLAN_PAGE), session("q", PageHead("quiz", "Quiz", PageKind.QUIZ))), day=2
        ),
        Module("bank", "Bank", (session("b", PageHead("b1", "B", PageKind.TEXT)),), bank=True),
        Module(
            "etter",
            "Oppfølging",
            (
                session("t1", PageHead("t1a", "Tre måneder", PageKind.TEXT), PageHead("t1b", "To", PageKind.TEXT)),
                session("t2", PageHead("eval", "Etter", PageKind.EVALUATION)),
            ),
            opens_after_days=90,
            reminder_weeks=(2, 6, 12),
        ),
    ),
    requirements=(
        Requirement(RequirementKind.WORKBOOK, "Kart", "wb-kart"),
        Requirement(RequirementKind.WORKBOOK, "Plan", "wb-plan"),
        Requirement(RequirementKind.REFLECTIONS, "Alle"),
    ),
)


def found(days: int, done: Done | None = None, here: str = "") -> list[Due]:
    """Return what is due so many days after the last day."""
    return list(due_in_course(COURSE, READ, done or Done(), LAST + timedelta(days=days), here))


@pytest.mark.parametrize(
    ("days", "weeks"), [(0, []), (13, []), (14, [2]), (41, [2]), (42, [6]), (83, [6]), (84, [12]), (89, [12])]
)
def test_a_reminder_comes_on_its_week_and_gives_way_to_the_next(days: int, weeks: list[int]) -> None:
    """Two, six and twelve weeks after the last day; she who was away meets one reminder, not three."""
    assert [due.weeks for due in found(days)] == weeks


def test_the_plan_of_a_course_is_the_product_it_ends_with() -> None:
    """The last its requirements name, and the page it is on."""
    assert plan_product(COURSE) == "wb-plan"
    head, page_id = place_of(COURSE, "wb-plan")
    assert head is not None
    assert (head.id, page_id) == ("s2", "p2")
    bare = Course("k", "1", "K", ())
    assert plan_product(bare) == ""
    assert place_of(bare, "wb-plan") == (None, "")


def test_what_has_opened_speaks_for_itself() -> None:
    """On the ninetieth day its sessions take the reminder's place, the form as a form."""
    assert [(due.kind, due.session_id, due.page_id) for due in found(90)] == [
        (DueKind.FOLLOW_UP, "t1", "t1a"),
        (DueKind.FOLLOW_UP_FORM, "t2", "eval"),
    ]


def test_what_is_done_of_the_follow_up_is_not_due() -> None:
    """A session leads to what is left of it; when all of it is done it says nothing."""
    half = Done(read=frozenset({"t1a"}), finished=frozenset({"eval"}))
    assert [(due.session_id, due.page_id) for due in found(400, half)] == [("t1", "t1b")]
    assert found(400, Done(read=frozenset({"t1a", "t1b"}), finished=frozenset({"eval"}))) == []


def test_where_one_goes_on_anyhow_is_not_said_twice() -> None:
    """The card above leads to the follow-up's next page already."""
    assert [due.session_id for due in found(90, here="t1a")] == ["t2"]


def test_a_quiz_under_way_is_brought_up_unless_it_is_where_one_goes_on() -> None:
    """The card above leads there already."""
    begun = Done(begun=frozenset({"quiz", "b1"}))
    assert [(due.kind, due.page_id) for due in found(1, begun)] == [(DueKind.BEGUN, "quiz")]
    assert found(1, begun, here="quiz") == []
    assert found(1, Done(begun=frozenset({"quiz"}), submitted=frozenset({"quiz"}))) == []


def test_what_has_opened_and_is_begun_is_told_once() -> None:
    """A form of the follow-up that is half filled in is the open form, not one thing more; closed, it is neither."""
    begun = Done(begun=frozenset({"eval"}))
    assert [(due.kind, due.page_id) for due in found(90, begun)] == [
        (DueKind.FOLLOW_UP, "t1a"),
        (DueKind.FOLLOW_UP_FORM, "eval"),
    ]
    assert [due.kind for due in found(89, begun)] == [DueKind.REMINDER]


def test_nothing_is_due_before_the_last_day_is_begun() -> None:
    """There is no day to count from."""
    assert list(due_in_course(COURSE, {"p1": LAST}, Done(), date(2030, 1, 1))) == []


def test_a_clock_set_back_closes_nothing_and_reminds_of_nothing() -> None:
    """Days that have not come count as today, and what was begun on stays open."""
    back = LAST - timedelta(days=730)
    assert list(due_in_course(COURSE, READ, Done(), back)) == []
    read = {**READ, "t1a": LAST + timedelta(days=95)}
    kinds = [due.kind for due in due_in_course(COURSE, read, Done(read=frozenset(read)), back)]
    assert kinds == [DueKind.FOLLOW_UP, DueKind.FOLLOW_UP_FORM]


def test_a_day_from_a_wrong_clock_counts_only_where_there_is_no_other() -> None:
    """One page read while the clock was two years ahead holds no reminder back."""
    read = {**READ, "p1": date(2028, 1, 1)}
    assert [due.weeks for due in due_in_course(COURSE, read, Done(), LAST + timedelta(days=14))] == [2]


@given(
    st.dictionaries(st.sampled_from(["p1", "p2", "quiz", "t1a"]), st.dates()),
    st.dates(),
)
def test_any_days_at_all_give_an_answer(read: dict[str, date], today: date) -> None:
    """Whatever the clock has said, there is at most one reminder, and it is of a week the course names."""
    weeks = [due.weeks for due in due_in_course(COURSE, read, Done(read=frozenset(read)), today) if due.weeks]
    assert len(weeks) <= 1
    assert set(weeks) <= {2, 6, 12}


def test_put_off_until_tomorrow_is_for_that_very_day() -> None:
    """It is back the next day, and back too where the clock jumps either way; put away for good it stays away."""
    due = Due(DueKind.REMINDER, "reminder:etter:2", "kurs")
    at = datetime(2026, 3, 16, 12, tzinfo=UTC)
    today = date(2026, 3, 16)
    later = [PutOff("kurs", due.task, at)]
    assert still_due([due], later, today) == ()
    for other in (today + timedelta(days=1), today - timedelta(days=730), today + timedelta(days=730)):
        assert still_due([due], later, other) == (due,)
    for_good = [PutOff("kurs", due.task, at, for_good=True)]
    assert still_due([due], for_good, today + timedelta(days=400)) == ()
    assert still_due([due], [PutOff("annet", due.task, at, for_good=True)], today) == (due,)


def test_a_reminder_tells_of_the_steps_whose_day_has_come() -> None:
    """One line about the plan of a course, not two; the most pressing stands first."""
    reminder = Due(DueKind.REMINDER, "reminder:etter:2", "kurs", weeks=2)
    plan, other = Due(DueKind.PLAN, "plan:x", "kurs", count=3), Due(DueKind.PLAN, "plan:y", "annet", count=1)
    certificate = Due(DueKind.CERTIFICATE, "certificate", "kurs")
    told = merged([other, plan, reminder, certificate])
    assert [(due.kind, due.count) for due in told] == [
        (DueKind.CERTIFICATE, 0),
        (DueKind.REMINDER, 3),
        (DueKind.PLAN, 1),
    ]
