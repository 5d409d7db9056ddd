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
        "comments": partial(_comments, parts),
    }


def _cohorts(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.cohorts import CohortsScreen

    return CohortsScreen(parts.desk, parts.navigator, parts.theme)


def _comments(parts: Parts) -> Screen:
    from kursapp.ui.coordinator.comments import CommentsScreen

    return CommentsScreen(parts.desk, parts.navigator, parts.theme, parts.messages, parts.actions)
