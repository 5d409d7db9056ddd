"""The line under a course's name."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from kursapp.domain.course import Course
from kursapp.ui.i18n import _, day, number


def course_facts(course: Course, *, law: bool = False) -> str:
    """Return who gives the course, how long it takes and, with ``law``, at which date its law was right."""
    facts = [course.organiser] if course.organiser else []
    if course.hours:
        facts.append(_("{hours} timer").format(hours=number(course.hours)))
    if law and course.law_date:
        facts.append(_("Rettstilstand {date}").format(date=written_date(course.law_date)))
    return " · ".join(facts)


def written_date(iso: str) -> str:
    """Return an ISO date in words, and anything else as it stands."""
    with suppress(ValueError):
        return day(date.fromisoformat(iso))
    return iso
