"""The days of a plan for a calendar (iCalendar, RFC 5545): one event for each step.

Events, not tasks: Outlook and most telephones take in events from a file and leave tasks out. An event fills the day
without making it busy, and reminds at nine. Its UID is the step's own, so that a file saved again moves what is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from kursapp.domain.plan import PlanStep, in_short
from kursapp.files.writing import write_bytes
from kursapp.texts.keepsake import KEEPSAKE
from kursapp.texts.phrases import Phrases

LONGEST_SUMMARY = 120
REMINDED_AFTER = timedelta(hours=9)
"""How far into the day the calendar reminds."""


def write_calendar(course: str, steps: Sequence[PlanStep], path: Path, language: str, now: datetime) -> None:
    """Write steps that have a day. Raises KursappError as ``files.writing`` does."""
    say = Phrases(KEEPSAKE, language)
    calendar = Calendar()
    calendar.add("prodid", "-//Kursapp//Plan//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say("calendar", course=course))
    for step in steps:
        calendar.add_component(_event(step, course, say, now))
    write_bytes(path, calendar.to_ical())


def _event(step: PlanStep, course: str, say: Phrases, now: datetime) -> Event:
    assert step.due is not None
    event = Event()
    event.add("uid", f"{step.id}@kursapp")
    event.add("dtstamp", step.updated_at or now)
    event.add("last-modified", step.updated_at or now)
    event.add("sequence", _sequence(step))
    event.add("dtstart", step.due)
    event.add("dtend", _day_after(step))
    event.add("summary", in_short(say("calendar-step", text=step.text), LONGEST_SUMMARY))
    about = [step.text.strip(), say("calendar-owner", owner=step.owner) if step.owner.strip() else ""]
    about.append(say("calendar-about", course=course))
    event.add("description", "\n\n".join(each for each in about if each))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", in_short(step.text, LONGEST_SUMMARY))
    alarm.add("trigger", REMINDED_AFTER)
    event.add_component(alarm)
    return event


def _sequence(step: PlanStep) -> int:
    """Return a number that rises as the step is changed, so that a calendar takes the later of two files."""
    if step.created_at is None or step.updated_at is None:
        return 0
    return max(int((step.updated_at - step.created_at).total_seconds() // 60), 0)


def _day_after(step: PlanStep) -> object:
    assert step.due is not None
    try:
        return step.due + timedelta(days=1)
    except OverflowError:
        return step.due
