"""What carries a participant's own, with a reader of courses of its own when one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.services.clock import SystemClock

if TYPE_CHECKING:
    from kursapp.services.carry.carrier import Carrier
    from kursapp.services.open_course import CourseReader


def open_carrier() -> Carrier:
    """Make it; called on the thread that works with it, where all it needs is loaded."""
    from kursapp.services.carry.carrier import Carrier, Places

    places = Places(paths.data_folder(), paths.installed_courses(), paths.cache_folder())
    return Carrier(places, _open_reader, SystemClock())


def _open_reader() -> CourseReader:
    from kursapp.app.reading import Reading

    return Reading(paths.cache_folder())
