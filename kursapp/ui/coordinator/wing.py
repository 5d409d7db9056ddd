"""The coordinator's screens by name, each made at its first visit so that none is loaded before it is needed."""

from __future__ import annotations

from functools import partial

from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.steering import Maker


def screens(parts: Parts) -> dict[str, Maker]:
    """Return the makers of all her screens but the unlocking one, which may be made before the first paint."""
    return {
        "cohorts": partial(_cohorts, parts),
        "results": partial(_results, parts),
        "comparison": partial(_comparison, parts),
        "comments": partial(_comments, parts),
        "report": partial(_report, parts),
    }


def _cohorts(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.cohorts import CohortsScreen

    return CohortsScreen(parts.desk, parts.navigator, parts.theme)


def _results(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.results import ResultsScreen

    return ResultsScreen(parts.desk, parts.navigator, parts.theme, parts.messages, parts.actions)


def _comparison(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.compare import ComparisonScreen

    return ComparisonScreen(parts.desk, parts.navigator, parts.theme, parts.messages)


def _comments(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.comments import CommentsScreen

    return CommentsScreen(parts.desk, parts.navigator, parts.theme, parts.messages, parts.actions)


def _report(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.report import ReportScreen

    return ReportScreen(parts.desk, parts.navigator, parts.theme, parts.messages)
