"""Playing a case: choosing, going back, starting over, and the runs that have come to an ending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kursapp.domain.case import Case, Ending
from kursapp.domain.course import Course
from kursapp.domain.path import AxisValue, NotTaken, Path, follow, not_taken
from kursapp.domain.problem import refusal
from kursapp.domain.record import CaseRun
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """One time through a case to an ending, told by the case as it was then. ``steps`` is how many choices it took."""

    run: int
    ending: Ending
    scene_title: str
    axes: tuple[AxisValue, ...]
    steps: int
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case as it stands. ``run`` counts from 1; ``runs`` are the earlier ones that came to an ending."""

    run: int
    path: Path
    not_taken: tuple[NotTaken, ...]
    runs: tuple[FinishedRun, ...]
    changes: Changes = NOTHING


class PlayCase:
    """One participant's runs through the cases of one course."""

    def __init__(self, profile: ProfileFile, course: Course, clock: Clock) -> None:
        self._profile = profile
        self._course = course
        self._clock = clock

    def state(self, case: Case) -> CaseState:
        """Return the case where one left it, or its beginning."""
        return self._state(case, NOTHING)

    def choose(self, case: Case, choice_id: str) -> CaseState:
        """Take a choice that stands open. ValueError where it does not."""
        with self._profile.transaction():
            run = self._sound_run(case)
            path = follow(case, run.steps)
            if choice_id not in [choice.id for choice in path.choices]:
                raise ValueError(f"{choice_id} is no open choice of {path.scene.id}")
            run = self._profile.cases.step(run.id, path.scene.id, choice_id, self._clock.now())
            if follow(case, run.steps).ending is not None:
                self._profile.cases.finish(run.id, self._clock.now())
        return self._state(case, Changes.of(Change.CASES, Change.PROGRESS, ids=[case.id]))

    def back(self, case: Case) -> CaseState:
        """Undo the last choice. From an ending this goes on in a new run: the one that ended is kept.

        Raises KursappError ``case-at-start`` where there is no choice to undo.
        """
        with self._profile.transaction():
            run = self._sound_run(case)
            if not run.steps:
                raise refusal("case-at-start", title=case.title)
            if run.finished_at is None:
                self._profile.cases.back(run.id)
            else:
                self._begin(case, [(step.scene_id, step.choice_id) for step in run.steps[:-1]])
        return self._state(case, Changes.of(Change.CASES, ids=[case.id]))

    def start_over(self, case: Case) -> CaseState:
        """Begin again from the first scene. The run so far is kept; one without a choice is simply gone on with."""
        run = self._profile.cases.last(self._course.id, case.id)
        if run is None or not run.steps:
            return self._state(case, NOTHING)
        self._begin(case, [])
        return self._state(case, Changes.of(Change.CASES, ids=[case.id]))

    def _state(self, case: Case, changes: Changes) -> CaseState:
        runs = self._profile.cases.runs(self._course.id, case.id)
        current = runs[-1] if runs else None
        path = follow(case, current.steps if current else ())
        finished = tuple(self._finished(case, run) for run in runs[:-1] if run.finished_at is not None)
        return CaseState(
            current.number if current else 1,
            path,
            not_taken(case, path),
            tuple(run for run in finished if run is not None),
            changes,
        )

    def _finished(self, case: Case, run: CaseRun) -> FinishedRun | None:
        asked = self._profile.asked.get(run.asked)
        path = follow(asked if isinstance(asked, Case) else case, run.steps)
        if path.ending is None or run.finished_at is None:
            return None
        return FinishedRun(run.number, path.ending, path.scene.title, path.axes, len(path.taken), run.finished_at)

    def _sound_run(self, case: Case) -> CaseRun:
        """Return the run to go on with: a new one of the steps that still hold where the case has changed under it."""
        run = self._profile.cases.last(self._course.id, case.id)
        if run is None:
            return self._begin(case, [])
        path = follow(case, run.steps)
        if not path.lost:
            return run
        return self._begin(case, [(step.scene.id, step.choice.id) for step in path.taken])

    def _begin(self, case: Case, steps: Iterable[tuple[str, str]]) -> CaseRun:
        now = self._clock.now()
        with self._profile.transaction():
            run = self._profile.cases.start(self._course.id, self._course.version, case, now)
            for scene_id, choice_id in steps:
                run = self._profile.cases.step(run.id, scene_id, choice_id, now)
        return run
