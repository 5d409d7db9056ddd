"""Named progress: what a participant chooses to tell about how far she has come, for attendance and certificate.

It is never made together with answers to a form, and holds nothing that could tie it to one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayDone:
    """A module of the course, and how many of its pages have been read."""

    module_id: str
    title: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """One participant's progress file. ``made`` is the day she made it; the certificate's requirements may be met."""

    cohort_id: str
    name: str
    workplace: str
    made: date
    days: tuple[DayDone, ...]
    certificate: bool
