"""The course certificate: a paper that says who took part in which course, when, and what it asked for.

It confirms taking part by the course's own rules (``## Krav``), nothing about anybody's competence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kursapp.domain.course import Course, Module
from kursapp.domain.progress import Lack


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """What the participant herself writes on it. ``made_at``: when she last made the file, None before that."""

    name: str = ""
    first: date | None = None
    last: date | None = None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CertificateDay:
    """A day or part of the course, and what one can do after it."""

    title: str
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """All that stands on the paper. ``hours`` 0 and an empty ``organiser`` mean: not said."""

    name: str
    course: str
    version: str
    language: str
    first: date
    last: date
    hours: float = 0
    organiser: str = ""
    days: tuple[CertificateDay, ...] = ()
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateState:
    """How one stands towards the certificate of a course. ``lacks`` are the course's requirements, met or not.

    ``first`` and ``last`` are the days actually worked on the course, None before there is one. ``words`` is what is
    written on it. ``organiser`` is who gave the course: the cohort's, else the course's own.
    """

    lacks: tuple[Lack, ...]
    first: date | None
    last: date | None
    words: CertificateWords
    organiser: str = ""

    @property
    def has_rules(self) -> bool:
        """Say whether the course says what a certificate asks for."""
        return bool(self.lacks)

    @property
    def is_met(self) -> bool:
        """Say whether the course has rules and all of them are met."""
        return self.has_rules and all(lack.is_met for lack in self.lacks)


def certificate_modules(course: Course) -> tuple[Module, ...]:
    """Return the days and parts the certificate is of: not what opens some time after the course."""
    return tuple(each for each in course.modules if not each.bank and each.opens_after_days is None)


def certificate_of(course: Course, name: str, first: date, last: date, organiser: str = "") -> Certificate:
    """Return the certificate of a course in somebody's name; without an ``organiser`` it is the course's own."""
    return Certificate(
        name,
        course.title,
        course.version,
        course.language,
        first,
        last,
        course.hours,
        organiser or course.organiser,
        tuple(
            CertificateDay(each.title, tuple(goal.text for goal in each.goals))
            for each in certificate_modules(course)
            if each.goals
        ),
        tuple(line.text for line in course.requirements),
    )


def days_worked(days: Iterable[date], today: date) -> tuple[date | None, date | None]:
    """Return the first and the last of the days worked on a course, None where there is none.

    Days that have not come yet were written by a wrong clock: they count only where there is no other, and as today.
    """
    every = sorted(days)
    known = [day for day in every if day <= today] or [today for _day in every]
    return (known[0], known[-1]) if known else (None, None)
