"""Runs through cases keep every choice in order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kursapp.domain.case import Case
from kursapp.domain.course import Block
from kursapp.domain.record import CaseRun, CaseStep
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint


@pytest.fixture
def case(items: dict[str, Block]) -> Case:
    """Return a case."""
    found = items["case"]
    assert isinstance(found, Case)
    return found


def test_a_run_is_its_choices_in_order(profile: ProfileFile, now: datetime, case: Case) -> None:
    """Choices may repeat; the case is kept as it was played."""
    run = profile.cases.start("kurs", "1.0", case, now)
    assert run == CaseRun(run.id, "kurs", "1.0", "sak", 1, now, fingerprint(case))
    for scene, choice in (("sak", "c1"), ("mandag", "c2"), ("sak", "c1")):
        run = profile.cases.step(run.id, scene, choice, now)
    assert run.steps == (CaseStep("sak", "c1", now), CaseStep("mandag", "c2", now), CaseStep("sak", "c1", now))
    assert profile.cases.last("kurs", "sak") == run
    assert isinstance(profile.asked.get(run.asked), Case)


def test_a_choice_can_be_taken_back(profile: ProfileFile, now: datetime, case: Case) -> None:
    """The last one goes, and the run is no longer finished; at the start nothing happens."""
    run = profile.cases.start("kurs", "1.0", case, now)
    profile.cases.step(run.id, "sak", "c1", now)
    profile.cases.finish(run.id, now)
    back = profile.cases.back(run.id)
    assert (back.steps, back.finished_at) == ((), None)
    assert profile.cases.back(run.id) == back
    assert profile.cases.step(run.id, "sak", "c1", now).steps == (CaseStep("sak", "c1", now),)


def test_starting_over_is_a_new_run(profile: ProfileFile, now: datetime, case: Case) -> None:
    """The old one is still there, with when it was first finished."""
    first = profile.cases.start("kurs", "1.0", case, now)
    profile.cases.finish(first.id, now)
    finished = profile.cases.finish(first.id, now + timedelta(1))
    second = profile.cases.start("kurs", "1.0", case, now + timedelta(2))
    assert finished.finished_at == now
    assert second.number == 2
    assert profile.cases.runs("kurs", "sak") == (finished, second)
    assert profile.cases.last("kurs", "sak") == second
    assert profile.cases.of_course("kurs") == (finished, second)
    assert profile.cases.last("kurs", "ukjent") is None


def test_an_unknown_run_is_a_mistake(profile: ProfileFile, now: datetime) -> None:
    """It is told as one, and nothing is written."""
    for call in (
        lambda: profile.cases.step(7, "a", "b", now),
        lambda: profile.cases.finish(7, now),
        lambda: profile.cases.back(7),
    ):
        with pytest.raises(KeyError):
            call()
