"""The coordinator's screens by name, each made at its first visit so that none is loaded before it is needed."""

from __future__ import annotations

import importlib
from functools import partial

from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.steering import Maker

MODULES = ("cohorts", "collecting", "cohort_details", "new_cohort", "results", "comments", "compare", "report", "keys")
"""Where the screens are that she comes to in a day's work, the first of them first."""


def load() -> None:
    """Import the screens, on another thread than the one that will make them: together it takes a while."""
    for module in MODULES:
        importlib.import_module(f"{__package__}.{module}")


def screens(parts: Parts) -> dict[str, Maker]:
    """Return the makers of all her screens but the unlocking one, which may be made before the first paint."""
    return {
        "cohorts": partial(_cohorts, parts),
        "new-cohort": partial(_new_cohort, parts),
        "cohort-details": partial(_cohort_details, parts),
        "collecting": partial(_collecting, parts),
        "keys": partial(_keys, parts),
        "collection-backups": partial(_backups, parts),
        "results": partial(_results, parts),
        "comparison": partial(_comparison, parts),
        "comments": partial(_comments, parts),
        "report": partial(_report, parts),
    }


def _cohorts(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.cohorts import CohortsScreen

    return CohortsScreen(parts.desk, parts.courses, parts.navigator, parts.theme, parts.messages)


def _new_cohort(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.new_cohort import NewCohortScreen

    return NewCohortScreen(parts.desk, parts.courses, parts.navigator, parts.theme, parts.messages)


def _cohort_details(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.cohort_details import CohortDetailsScreen

    return CohortDetailsScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _collecting(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.collecting import CollectingScreen

    return CollectingScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _keys(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.keys import KeysScreen

    return KeysScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _backups(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.backups import CollectionBackupsScreen

    return CollectionBackupsScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _comments(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.comments import CommentsScreen

    return CommentsScreen(parts.desk, parts.navigator, parts.theme, parts.messages, parts.actions)


def _results(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.results import ResultsScreen

    return ResultsScreen(parts.desk, parts.navigator, parts.theme, parts.messages, parts.actions)


def _comparison(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.compare import ComparisonScreen

    return ComparisonScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _report(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.report import ReportScreen

    return ReportScreen(parts.desk, parts.navigator, parts.theme, parts.messages)
