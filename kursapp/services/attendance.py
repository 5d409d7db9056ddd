"""Who has handed in named progress, for attendance and certificates."""

from __future__ import annotations

from kursapp.delivery.progress_file import open_progress
from kursapp.domain.attendance import Attendance
from kursapp.services.office import Held, Office


def attendance_of(office: Office, held: Held) -> tuple[Attendance, ...]:
    """Return the latest progress of everybody who has handed it in, by name."""
    private = office.keys(held.id).private
    files = office.collection.participation.of_cohort(held.id).values()
    found = [open_progress(file, held.cohort, private) for file in files]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.workplace.casefold(), one.made)))
