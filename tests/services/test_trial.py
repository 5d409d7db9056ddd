"""A trial is a participant whose work is gone when the trial is over."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.question import Reflection
from kursapp.services.clock import SystemClock
from kursapp.services.trial import Trial
from tests.services.conftest import HERE, OpenCourse, World

REFLECTION = Reflection("r", "Tenk", HERE)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let temporary folders be made where they can be counted."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def trial(place: Path) -> Iterator[Trial]:
    """Begin a trial."""
    made = Trial(SystemClock())
    yield made
    made.close()


def written(trial: Trial, course: OpenCourse) -> str:
    """Return what has been written in the reflection."""
    return trial.on(course).fill.reflections([REFLECTION])["r"]


def test_what_is_answered_in_a_trial_is_there_until_it_is_forgotten(trial: Trial, world: World) -> None:
    """As a participant's own work; and the course is begun without anybody asking."""
    trial.on(world.opened).fill.reflect(REFLECTION, "ord")
    assert written(trial, world.opened) == "ord"
    assert [taken.enrolment.course_id for taken in trial.courses()] == [world.opened.course.id]
    trial.forget()
    assert written(trial, world.opened) == ""
    trial.on(world.opened).fill.reflect(REFLECTION, "nye ord")
    assert written(trial, world.opened) == "nye ord"


def test_nothing_is_left_of_a_trial(place: Path, world: World) -> None:
    """Neither its file nor its folder."""
    before = set(place.iterdir())
    trial = Trial(SystemClock())
    trial.on(world.opened).fill.reflect(REFLECTION, "ord")
    assert set(place.iterdir()) != before
    trial.forget()
    trial.close()
    assert set(place.iterdir()) == before
