"""The participant's screens by name, each made at its first visit so that none is loaded before it is needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.steering import Maker

if TYPE_CHECKING:
    from kursapp.ui.participant.settings_screen import People


def screens(parts: Parts, people: People) -> dict[str, Maker]:
    """Return the makers of all screens but Hjem, which is made before the first paint."""
    return {
        "library": partial(_library, parts),
        "cover": partial(_cover, parts),
        "page": partial(_page, parts),
        "cohort": partial(_cohort, parts),
        "package": partial(_package, parts),
        "share-quiz": partial(_share_quiz, parts),
        "progress-file": partial(_progress_file, parts),
        "certificate": partial(_certificate, parts, people),
        "notes": partial(_notes, parts),
        "glossary": partial(_glossary, parts),
        "settings": partial(_settings, parts, people),
        "shortcuts": partial(_shortcuts, parts),
    }


def _library(parts: Parts) -> Screen:
    from kursapp.ui.participant.library import LibraryScreen

    return LibraryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)


def _cover(parts: Parts) -> Screen:
    from kursapp.ui.participant.cover import CoverScreen

    return CoverScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)


def _page(parts: Parts) -> Screen:
    from kursapp.ui.participant.page import PageScreen
    from kursapp.ui.participant.read_aloud.attaching import ReadAloud

    screen = PageScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)
    ReadAloud(screen, parts.actions, parts.preferences, parts.theme, parts.messages)
    return screen


def _cohort(parts: Parts) -> Screen:
    from kursapp.ui.participant.cohort.screen import CohortScreen

    return CohortScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _package(parts: Parts) -> Screen:
    from kursapp.ui.participant.package.screen import PackageScreen

    return PackageScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _share_quiz(parts: Parts) -> Screen:
    from kursapp.ui.participant.hand_in.share_screen import ShareScreen

    return ShareScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _progress_file(parts: Parts) -> Screen:
    from kursapp.ui.participant.cohort.progress_screen import ProgressScreen

    return ProgressScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)


def _certificate(parts: Parts, people: People) -> Screen:
    from kursapp.ui.participant.certificate.screen import CertificateScreen

    return CertificateScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, people.name)


def _notes(parts: Parts) -> Screen:
    from kursapp.ui.participant.notes.screen import NotesScreen

    return NotesScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)


def _glossary(parts: Parts) -> Screen:
    from kursapp.ui.participant.glossary.screen import GlossaryScreen

    return GlossaryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.actions)


def _settings(parts: Parts, people: People) -> Screen:
    from kursapp.ui.participant.settings_screen import SettingsScreen

    return SettingsScreen(parts.preferences, parts.theme, parts.messages, people, parts.navigator)


def _shortcuts(parts: Parts) -> Screen:
    from kursapp.ui.participant.shortcuts import ShortcutsScreen

    return ShortcutsScreen(parts.actions, parts.theme)
