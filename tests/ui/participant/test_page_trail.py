"""The way through a course, page by page."""

from __future__ import annotations

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.ui.participant.page_trail import find_stop, stop_after, stops


def test_the_way_through_a_course_knows_every_page() -> None:
    """Pages follow each other over sessions and days; a bank is never on the way; an unknown page is nowhere."""
    first = SessionHead("s1", "a.md", "A", 0, (PageHead("p1", "1", PageKind.TEXT), PageHead("p2", "2", PageKind.TEXT)))
    second = SessionHead("s2", "b.md", "B", 0, (PageHead("p3", "3", PageKind.QUIZ),))
    bank = SessionHead("s3", "c.md", "C", 0, (PageHead("p4", "4", PageKind.TEXT),))
    modules = (
        Module("m1", "Dag 1", (first,)),
        Module("m2", "Dag 2", (second,)),
        Module("b", "Bank", (bank,), bank=True),
    )
    way = stops(Course("k", "1", "Kurs", modules))
    assert [(stop.page.id, stop.number, stop.count) for stop in way] == [("p1", 1, 2), ("p2", 2, 2), ("p3", 1, 1)]
    assert [find_stop(way, "s1", ""), find_stop(way, "s2", "p3"), find_stop(way, "s3", "p4")] == [0, 2, None]


def test_neste_stops_before_a_part_that_opens_later() -> None:
    """It leads from page to page and day to day, to nowhere at the end, and not over into the follow-up."""
    day, later = (
        SessionHead(name, f"{name}.md", name, 0, tuple(PageHead(f"{name}{n}", "x", PageKind.TEXT) for n in (1, 2)))
        for name in ("dag", "etter")
    )
    modules = (Module("m1", "Dag 1", (day,)), Module("m2", "Oppfølging", (later,), opens_after_days=90))
    way = stops(Course("k", "1", "Kurs", modules))
    assert [stop_after(way, at) for at in range(4)] == [1, None, 3, None]
