"""Sitting down at the window, again and again on the same files, with a small course or the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.ui.theme.theme import Look
from tests.ui.participant.sitting import HandClock, Sitting, make_theme, write_course


class SitDown(Protocol):
    """Sits down at the window; the sitting before it is closed first, so that the next one is a restart."""

    def __call__(self, *, zoom: int = 100, size: tuple[int, int] = (1366, 768)) -> Sitting: ...


class SitAt(Protocol):
    """Makes sittings at the courses of a folder, where one course is taken."""

    def __call__(self, courses: Path, course: str = "") -> SitDown: ...


@pytest.fixture(scope="session")
def kept_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache all tests of the real course share, so that it is parsed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def clock() -> HandClock:
    """Return the clock of the window."""
    return HandClock()


@pytest.fixture
def sit_at(tmp_path: Path, clock: HandClock, kept_cache: Path, qapp: QApplication) -> Iterator[SitAt]:
    """Give a maker of sittings at the courses of a folder."""
    sittings: list[Sitting] = []

    def at(courses: Path, course: str = "") -> SitDown:
        def down(*, zoom: int = 100, size: tuple[int, int] = (1366, 768)) -> Sitting:
            if sittings:
                sittings.pop().close()
            theme = make_theme(Look("light", zoom))
            sittings.append(Sitting(tmp_path / "profil.db", courses, clock, theme, size, kept_cache, course))
            return sittings[-1]

        return down

    yield at
    for sitting in sittings:
        sitting.close()


@pytest.fixture
def sit_real(sit_at: SitAt) -> SitDown:
    """Sit down at the flagship course."""
    return sit_at(paths.bundled_courses(), "god-barnevernledelse")


@pytest.fixture
def sit_small(sit_at: SitAt, tmp_path: Path) -> Callable[[str], SitDown]:
    """Write a course of one session and sit down at it."""

    def written(session: str) -> SitDown:
        return sit_at(write_course(tmp_path / "kurs", [("en.md", session)]))

    return written
