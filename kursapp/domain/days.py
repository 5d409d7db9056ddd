"""The days of the person at the machine: each begins at her own midnight, whatever the day is in UTC."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def local_day(moment: datetime, zone: tzinfo | None = None) -> date:
    """Return the day a moment falls on where the person is; ``zone`` None is the machine's own.

    ValueError for a moment without a zone: nobody could tell which day it was.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    try:
        return moment.astimezone(zone).date()
    except (OSError, OverflowError, ValueError):
        # The system knows no local time at the far ends of the calendar, nor, on Windows, before 1970.
        return moment.date()


def days_from(earlier: date, later: date) -> int:
    """Return how many days have passed; none where the clock says that the later day came first."""
    return max((later - earlier).days, 0)


def day_after(day: date, days: int) -> date:
    """Return the day so many days on, never past the last day of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


LONGEST_ABSENCE = 60
"""Days a clock may have gone on since the program was last used, to be believed where something would be deleted."""


def is_surely_past(day: date, today: date, used: date | None) -> bool:
    """Say whether a day has passed for certain. ``used``: the day the program was used before, as the clock had it.

    A clock that is wrong for a day must not have things deleted that are to be kept for years. So one that has leapt
    ahead past the day is believed only when it was past it on an earlier day too.
    """
    if used is None or used == today or today <= day:
        return False
    return used > day or (today - used).days <= LONGEST_ABSENCE
