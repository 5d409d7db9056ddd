"""The days of the person at the machine."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.days import LONGEST_ABSENCE, day_after, days_from, is_surely_past, local_day

OSLO_SUMMER = timezone(timedelta(hours=2))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 3), datetime(2200, 1, 1), timezones=st.just(UTC))


def midnight(day: date, zone: tzinfo | None = None) -> datetime:
    """Return the moment a day begins; without a zone, the machine's."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def test_a_day_begins_at_the_persons_own_midnight() -> None:
    """Half past eleven at night in UTC is the next day in Oslo."""
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)

    assert local_day(late, OSLO_SUMMER) == date(2026, 7, 2)
    assert local_day(late, UTC) == date(2026, 7, 1)


@given(moment=MOMENTS, zone=ZONES)
def test_every_moment_lies_in_its_own_day(moment: datetime, zone: timezone) -> None:
    """A day holds the moments from its midnight until the next."""
    day = local_day(moment, zone)

    assert midnight(day, zone) <= moment < midnight(day_after(day, 1), zone)


def test_without_a_zone_the_machine_says_where_one_is() -> None:
    """Noon is the same day in the machine's own zone as the clock on the wall says."""
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC)

    assert local_day(moment) == moment.astimezone().date()
    assert local_day(midnight(date(2026, 7, 1))) == date(2026, 7, 1)


def test_a_moment_without_a_zone_is_refused() -> None:
    """Nobody could tell which day it was."""
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 7, 1, 12))


def test_the_ends_of_the_calendar_are_days_too() -> None:
    """A clock that is altogether wrong breaks nothing."""
    assert local_day(datetime.max.replace(tzinfo=UTC), OSLO_SUMMER) == date.max
    assert local_day(datetime.min.replace(tzinfo=UTC), timezone(timedelta(hours=-5))) == date.min
    assert day_after(date.max, 1) == date.max
    assert day_after(date.min, -1) == date.min


def test_no_number_of_days_is_negative() -> None:
    """Where the clock has been set back, no days have passed."""
    assert days_from(date(2026, 7, 1), date(2026, 7, 11)) == 10
    assert days_from(date(2026, 7, 1), date(2024, 7, 1)) == 0


LAST = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("used", "today", "past"),
    [
        (date(2026, 12, 31), date(2027, 1, 1), False),
        (date(2026, 12, 31), date(2027, 1, 2), True),
        (date(2026, 5, 1), date(2027, 9, 1), False),
        (date(2027, 9, 1), date(2027, 9, 1), False),
        (date(2027, 9, 1), date(2028, 9, 1), True),
        (date(2026, 5, 1), date.max, False),
        (None, date(2027, 9, 1), False),
        (date(2028, 1, 1), date(2026, 9, 1), False),
    ],
)
def test_a_day_is_past_for_certain_when_a_clock_to_be_believed_says_so(
    used: date | None, today: date, past: bool
) -> None:
    """In the course of days of use, or on two of them; never by one leap."""
    assert is_surely_past(LAST, today, used) == past


def test_an_absence_that_is_no_leap() -> None:
    """Somebody who comes back after a summer is believed at once."""
    used = LAST - timedelta(days=10)
    assert is_surely_past(LAST, used + timedelta(days=LONGEST_ABSENCE), used)
    assert not is_surely_past(LAST, used + timedelta(days=LONGEST_ABSENCE + 1), used)
