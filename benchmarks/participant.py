"""A participant who has begun the flagship course: the data folder that the window benchmarks start from."""

from __future__ import annotations

from pathlib import Path

from benchmarks.flagship import FLAGSHIP, HEIGHT, WIDTH, flagship
from kursapp.files.settings_file import SettingsFile
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import CourseReader
from kursapp.services.participant import Participant
from kursapp.services.profiles import Profiles
from kursapp.services.remember_start import StartCard, write_start
from kursapp.settings import Settings, WindowPlace
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.worker import Worker


def settle_in(data: Path) -> None:
    """Fill a data folder: settings, a profile enrolled in the flagship course, and the course in the cache."""
    profiles = Profiles(ProfileList(data), lambda: open_profile, SystemClock())
    file = profiles.open(profiles.create("Kari").profile)
    with Worker() as worker:
        opened = CourseReader(worker, data / "cache").open(flagship())
    try:
        desk = Participant(file, SystemClock()).on(opened)
        desk.take.enrol()
        head = next(opened.course.sessions())
        desk.take.open_page(head.id, head.pages[0].id)
    finally:
        opened.close()
        file.close()
    place = WindowPlace(0, 0, WIDTH, HEIGHT)
    SettingsFile(data / "settings.json").save(Settings(workspace="participant", theme="light", window=place))
    days = tuple(0.0 for _ in opened.course.days())
    card = StartCard(FLAGSHIP, opened.course.title, head.pages[0].title, days, head.id, head.pages[0].id)
    write_start(data / "start.json", card)
