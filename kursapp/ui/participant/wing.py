"""The participant's screens by name, each made at its first visit so that none is loaded before it is needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.steering import Maker

if TYPE_CHECKING:
    from kursapp.ui.carrying import Carrying
    from kursapp.ui.participant.settings_screen import People
    from kursapp.ui.protecting import Protecting
    from kursapp.ui.restoring import Restoring


def screens(
    parts: Parts, people: People, carrying: Carrying, restoring: Restoring, protecting: Protecting
) -> dict[str, Maker]:
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
        "workbook": partial(_workbook, parts),
        "workbook-item": partial(_workbook_item, parts),
        "workbook-history": partial(_workbook_history, parts),
        "plan": partial(_plan, parts),
        "practice": partial(_practice, parts),
        "glossary": partial(_glossary, parts),
        "search": partial(_search, parts),
        "settings": partial(_settings, parts, people, protecting),
        "passphrase": partial(_passphrase, parts, protecting),
        "move-out": partial(_move_out, parts, carrying),
        "move-in": partial(_move_in, parts, carrying),
        "take-out": partial(_take_out, parts, carrying),
        "clear": partial(_clear, parts, carrying),
        "about": partial(_about, parts),
        "backups": partial(_backups, parts, restoring),
        "shortcuts": partial(_shortcuts, parts),
    }


def _library(parts: Parts) -> Screen:
    from kursapp.ui.participant.library import LibraryScreen

    return LibraryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)


def _cover(parts: Parts) -> Screen:
    from kursapp.ui.participant.cover import CoverScreen

    return CoverScreen(parts.tasks, parts.courses, parts.navigator, parts.theme)


def _page(parts: Parts) -> Screen:
    from kursapp.ui.participant.notes_beside.attaching import NotesBeside
    from kursapp.ui.participant.page import PageScreen
    from kursapp.ui.participant.read_aloud.attaching import ReadAloud

    screen = PageScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)
    NotesBeside(screen, parts.tasks, parts.navigator, parts.theme, parts.messages, parts.actions)
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


def _workbook(parts: Parts) -> Screen:
    from kursapp.ui.participant.workbook.overview import WorkbookScreen

    return WorkbookScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _workbook_item(parts: Parts) -> Screen:
    from kursapp.ui.participant.workbook.product import ProductScreen

    return ProductScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _workbook_history(parts: Parts) -> Screen:
    from kursapp.ui.participant.workbook.history import HistoryScreen

    return HistoryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _plan(parts: Parts) -> Screen:
    from kursapp.ui.participant.workbook.plan import PlanScreen

    return PlanScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages, parts.actions)


def _practice(parts: Parts) -> Screen:
    from kursapp.ui.participant.practice.screen import PracticeScreen

    return PracticeScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.messages)


def _glossary(parts: Parts) -> Screen:
    from kursapp.ui.participant.glossary.screen import GlossaryScreen

    return GlossaryScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.actions)


def _search(parts: Parts) -> Screen:
    from kursapp.ui.participant.search.screen import SearchScreen

    return SearchScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, parts.actions)


def _settings(parts: Parts, people: People, protecting: Protecting) -> Screen:
    from kursapp.ui.participant.settings_screen import SettingsScreen

    return SettingsScreen(parts.preferences, parts.theme, parts.messages, people, parts.navigator, protecting)


def _passphrase(parts: Parts, protecting: Protecting) -> Screen:
    from kursapp.ui.participant.protect.screen import PassphraseScreen

    return PassphraseScreen(protecting, parts.navigator, parts.theme, parts.messages)


def _move_out(parts: Parts, carrying: Carrying) -> Screen:
    from kursapp.ui.participant.carry.move_out_screen import MoveOutScreen

    return MoveOutScreen(carrying, parts.navigator, parts.theme)


def _move_in(parts: Parts, carrying: Carrying) -> Screen:
    from kursapp.ui.participant.carry.move_in_screen import MoveInScreen

    return MoveInScreen(carrying, parts.navigator, parts.theme)


def _take_out(parts: Parts, carrying: Carrying) -> Screen:
    from kursapp.ui.participant.carry.take_out_screen import TakeOutScreen

    return TakeOutScreen(carrying, parts.navigator, parts.theme)


def _clear(parts: Parts, carrying: Carrying) -> Screen:
    from kursapp.ui.participant.carry.clear_screen import ClearScreen

    return ClearScreen(carrying, parts.navigator, parts.theme)


def _about(parts: Parts) -> Screen:
    from kursapp.ui.participant.about_screen import AboutScreen

    return AboutScreen(parts.tasks, parts.navigator, parts.theme, parts.messages)


def _backups(parts: Parts, restoring: Restoring) -> Screen:
    from kursapp.ui.participant.backups_screen import BackupsScreen

    return BackupsScreen(restoring, parts.navigator, parts.theme, parts.messages)


def _shortcuts(parts: Parts) -> Screen:
    from kursapp.ui.participant.shortcuts import ShortcutsScreen

    return ShortcutsScreen(parts.actions, parts.theme)
