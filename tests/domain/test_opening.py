"""Parts of a course that open some time after it."""

from __future__ import annotations

from datetime import date

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.domain.opening import waiting

LAST_DAY = date(2026, 3, 2)


def module(name: str, *pages: str, opens: int | None = None, bank: bool = False) -> Module:
    heads = tuple(PageHead(page, page, PageKind.TEXT) for page in pages)
    return Module(
        name, name, (SessionHead(name + "-s", f"{name}.md", name, 30, heads),), bank=bank, opens_after_days=opens
    )


COURSE = Course(
    "kurs",
    "1.0.0",
    "Kurs",
    (
        module("dag-1", "p1"),
        module("dag-2", "p2", "p3"),
        module("bank", "b", bank=True),
        module("etter", "p4", opens=90),
        module("siden", "p5", opens=180),
    ),
)


def test_a_part_opens_its_days_after_the_last_page_before_it() -> None:
    """Counted from the day the last page of the course itself was read; the day before, it is closed."""
    read = {"p1": date(2026, 2, 2), "p2": LAST_DAY, "p3": date(2026, 2, 20)}
    opens = date(2026, 5, 31)
    assert waiting(COURSE, read, LAST_DAY) == {"etter": opens, "siden": date(2026, 8, 29)}
    assert "etter" in waiting(COURSE, read, date(2026, 5, 30))
    assert "etter" not in waiting(COURSE, read, opens)


def test_no_day_is_known_before_the_last_day_is_begun() -> None:
    """Who has read only the first day does not know yet when the follow-up opens."""
    assert waiting(COURSE, {"p1": LAST_DAY}, date(2030, 1, 1)) == {"etter": None, "siden": None}


def test_reading_on_in_the_follow_up_moves_no_day() -> None:
    """What opens later is counted from the course itself only."""
    read = {"p2": LAST_DAY, "p4": date(2026, 6, 10)}
    assert waiting(COURSE, read, date(2026, 6, 10)) == {"siden": date(2026, 8, 29)}


def test_a_course_with_nothing_before_its_follow_up_never_opens_it() -> None:
    """There is no day to count from, and no error."""
    alone = Course("k", "1", "K", (module("etter", "p4", opens=1),))
    assert waiting(alone, {}, LAST_DAY) == {"etter": None}
