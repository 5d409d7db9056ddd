"""``kursapp open``: a course in the window as it is, without installing it and without keeping what is answered."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.cli.exits import DONE
from kursapp.cli.parser import LANGUAGES
from kursapp.cli.reading import course_reader
from kursapp.demo.surroundings import do_without_screen, has_screen, own_data_folder
from kursapp.domain.problem import refusal

if TYPE_CHECKING:
    from kursapp.services.open_course import OpenedCourse
    from kursapp.settings import Settings

LONGEST = 24 * 60 * 60
"""Seconds a window may be asked to close itself after."""

NAMES = {"nb": "Prøve", "nn": "Prøve", "en": "Trial"}


class Open:
    """The verb."""

    def add_to(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
        """Add the verb and its options."""
        verb = verbs.add_parser(
            "open",
            help="vis et kurs i vinduet uten å installere det",
            description="Åpner en kursmappe eller en kurspakke i vinduet slik en deltaker ser den. Kurset blir ikke "
            "installert, profilene dine røres ikke, og det som blir svart, er borte når vinduet lukkes.",
            epilog="Avslutter med 0 (vist) eller 2 (kurset kan ikke åpnes, eller det er ingen skjerm).",
        )
        verb.add_argument("course", metavar="KURS", type=Path, help="mappa med kurs.md, eller en kurspakke (.kurs)")
        verb.add_argument(
            "--quit-after",
            metavar="SEKUNDER",
            type=float,
            help="lukk vinduet av seg selv etter så mange sekunder; trenger ingen skjerm",
        )
        return verb

    def run(self, options: argparse.Namespace) -> int:
        """Read the course, and show it until the window is closed. Raises KursappError where it cannot be opened."""
        seconds: float | None = options.quit_after
        if seconds is not None and not 0 <= seconds <= LONGEST:
            raise refusal("command-wrong-choice", name="--quit-after", word=f"{seconds:g}", choices=f"0–{LONGEST}")
        if seconds is None and not has_screen():
            raise refusal("no-screen")
        do_without_screen()
        settings = _look_of_own(options.language)
        with own_data_folder() as folder, _opened(options.course, folder) as course:
            sit_down(settings)
            _show(course, seconds)
        return DONE


@contextmanager
def _opened(path: Path, folder: Path) -> Iterator[OpenedCourse]:
    """Read a course folder where it is, or a package unpacked in ``folder``."""
    from kursapp.services.check_course import is_package
    from kursapp.services.course_package import COURSE, read_package

    with course_reader() as reader:
        opened = read_package(path, folder / COURSE, reader).opened if is_package(path) else reader.open(path)
    try:
        yield opened
    finally:
        opened.close()


def _look_of_own(language: str) -> Settings:
    """Return how the window looks for this person, who is only asked: what cannot be read is as from the start.

    It speaks as it does for her where no other language than the usual one is asked for.
    """
    from kursapp.settings import Settings, from_json
    from kursapp.ui.workspaces import PARTICIPANT

    try:
        own = from_json(paths.settings_file().read_text("utf-8")).settings
    except (OSError, ValueError):
        own = Settings()
    spoken = own.language if language == LANGUAGES[0] else language
    return own._replace(workspace=PARTICIPANT, language=spoken, last_profile="", window=None)


def sit_down(settings: Settings) -> None:
    """Make the settings and the profile of somebody who has begun already."""
    from kursapp.app.people import profile_opener
    from kursapp.files.settings_file import SettingsFile
    from kursapp.services.clock import SystemClock
    from kursapp.services.profiles import Profiles
    from kursapp.storage.profiles import ProfileList

    SettingsFile(paths.settings_file()).save(settings)
    Profiles(ProfileList(paths.data_folder()), profile_opener, SystemClock()).create(NAMES[settings.language])


def _show(course: OpenedCourse, seconds: float | None) -> None:
    """Show the course until the window is closed, or for so many seconds."""
    from kursapp.ui.plain_imports import import_plainly

    import_plainly()
    from PySide6.QtCore import QTimer

    from kursapp.app.crashes import Crashes
    from kursapp.app.program import open_program
    from kursapp.app.start import make_application

    application = make_application()
    crashes = Crashes(application)
    crashes.start()
    program = open_program(application, tried=course)
    crashes.watch(program)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), program, program.close_window)
    application.exec()
    crashes.end()
    application.shutdown()
