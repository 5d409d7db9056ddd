"""Enrolments, places and progress are what was last said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.record import Enrolment, PageProgress, Position, ReadingPlace
from kursapp.storage.participant.profile_file import ProfileFile

POSITIONS = st.builds(
    Position, st.integers(0, 10**6), st.floats(0, 1), st.text(max_size=20), st.text(max_size=20), st.integers(0, 10**6)
)


def test_a_later_enrolment_keeps_when_it_began(profile: ProfileFile, now: datetime) -> None:
    """Opening a new version from another folder changes all but the first day."""
    first = Enrolment("kurs", "1.0", "God ledelse", "/kurs", now, now)
    second = Enrolment("kurs", "1.10", "God barnevernledelse", "/nytt/sted", now + timedelta(1), now + timedelta(1))
    profile.enrolments.save(first)
    assert profile.enrolments.get("kurs") == first
    profile.enrolments.save(second)
    assert profile.enrolments.all() == (replace(second, enrolled_at=now),)


def test_the_course_opened_last_comes_first(profile: ProfileFile, now: datetime) -> None:
    """The library is in the order a person looks for."""
    for days, course in ((1, "b"), (3, "a"), (2, "c")):
        profile.enrolments.save(Enrolment(course, "1", course, "", now, now + timedelta(days)))
    assert [enrolment.course_id for enrolment in profile.enrolments.all()] == ["a", "c", "b"]
    assert profile.enrolments.get("d") is None


def test_the_newest_place_is_where_to_go_on(profile: ProfileFile, now: datetime) -> None:
    """Each page remembers its own place; the course's is the last one saved."""
    first = ReadingPlace("kurs", "okt-1", "side-1", now, Position(3, 0.25, "refleksjon", "", 17))
    second = ReadingPlace("kurs", "okt-1", "side-2", now + timedelta(seconds=1))
    assert profile.places.last("kurs") is None
    profile.places.save(first)
    profile.places.save(second)
    profile.places.save(ReadingPlace("annet", "x", "y", now + timedelta(seconds=2)))
    assert profile.places.last("kurs") == second
    assert profile.places.on_page("kurs", "side-1") == first
    assert profile.places.on_page("kurs", "side-3") is None
    back = replace(first, at=now + timedelta(seconds=3), position=Position(4))
    profile.places.save(back)
    assert profile.places.last("kurs") == back


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(position=POSITIONS)
def test_a_position_comes_back_exactly(profile: ProfileFile, now: datetime, position: Position) -> None:
    """Going on means the same line, the same field and the same place in the sentence."""
    place = ReadingPlace("kurs", "okt", "side", now, position)
    profile.places.save(place)
    assert profile.places.on_page("kurs", "side") == place


def test_a_page_is_seen_once_for_the_first_time(profile: ProfileFile, now: datetime) -> None:
    """Later visits move only the last time."""
    assert profile.pages.seen("kurs", "side", now)
    assert not profile.pages.seen("kurs", "side", now + timedelta(1))
    assert profile.pages.of_course("kurs") == {"side": PageProgress("kurs", "side", now, now + timedelta(1))}
    assert profile.pages.of_course("annet") == {}


def test_a_page_is_done_once(profile: ProfileFile, now: datetime) -> None:
    """Done means seen; the first time it was done stands until it is taken back."""
    assert profile.pages.done("kurs", "side", now)
    assert not profile.pages.done("kurs", "side", now + timedelta(1))
    assert not profile.pages.seen("kurs", "side", now + timedelta(2))
    assert profile.pages.of_course("kurs")["side"] == PageProgress("kurs", "side", now, now + timedelta(2), now)
    profile.pages.undone("kurs", "side")
    assert profile.pages.of_course("kurs")["side"].done_at is None
    assert profile.pages.done("kurs", "side", now + timedelta(3))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(at=st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.timezones()))
def test_moments_come_back_exactly(profile: ProfileFile, at: datetime) -> None:
    """To the microsecond, from whatever zone, in UTC."""
    profile.products.finish("kurs", "kart", at)
    read = profile.products.finished("kurs")["kart"]
    assert read == at.astimezone(UTC)
    assert read.tzinfo is UTC


def test_a_moment_needs_a_zone(profile: ProfileFile) -> None:
    """A time nobody could place is a mistake of the program, not kept."""
    with pytest.raises(Exception, match="time zone"):
        profile.products.finish("kurs", "kart", datetime(2026, 3, 9))
    assert profile.products.finished("kurs") == {}
    oslo = timezone(timedelta(hours=1))
    profile.products.finish("kurs", "kart", datetime(2026, 3, 9, 13, tzinfo=oslo))
    assert profile.products.finished("kurs") == {"kart": datetime(2026, 3, 9, 12, tzinfo=UTC)}
