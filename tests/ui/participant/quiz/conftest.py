"""Sitting down at a quiz: as it is, against the clock, and with the verdict at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.participant.conftest import SitDown
from tests.ui.participant.quiz.small_quiz import SETTINGS, session


@pytest.fixture
def sit(sit_small: Callable[[str], SitDown]) -> SitDown:
    """Sit down at a quiz of four questions in the order written, with two attempts."""
    return sit_small(session(SETTINGS))


@pytest.fixture
def sit_timed(sit_small: Callable[[str], SitDown]) -> SitDown:
    """Sit down at the same quiz with twenty minutes to do it in."""
    return sit_small(session(f"{SETTINGS} | tid: 20"))


@pytest.fixture
def sit_at_once(sit_small: Callable[[str], SitDown]) -> SitDown:
    """Sit down at the same quiz with the verdict after each answer."""
    return sit_small(session(f"{SETTINGS} | visning: straks"))
