"""The way one participant takes through a case, recomputed from its steps (course-format §4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kursapp.domain.case import Axis, Case, Choice, Clause, Condition, Effect, Ending, Operator, Scene
from kursapp.domain.record import CaseStep


@dataclass(frozen=True, slots=True)
class AxisValue:
    """Where an axis stands, within its range where it has one, and what the last step moved it."""

    axis: Axis
    value: int
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of the path with its scene and choice. ``effects`` counted; a choice taken again has none left."""

    scene: Scene
    choice: Choice
    effects: tuple[Effect, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The choices of one scene that the path did not take. ``visited``: the path came to the scene."""

    scene: Scene
    choices: tuple[Choice, ...]
    visited: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A case as it stands after the steps taken.

    ``choices`` are those that can be taken now, in the author's order. ``ending`` is set when the scene ends the case.
    ``lost`` counts steps that a changed case no longer has: they and what came after them are left out.
    """

    scene: Scene
    axes: tuple[AxisValue, ...]
    choices: tuple[Choice, ...]
    taken: tuple[Taken, ...] = ()
    ending: Ending | None = None
    lost: int = 0

    @property
    def last(self) -> Taken | None:
        """Return the step that led here: its feedback and effects are what is told above the scene."""
        return self.taken[-1] if self.taken else None

    @property
    def is_stuck(self) -> bool:
        """Say whether every choice is hidden in a scene that is no ending: one can only go back or start over."""
        return self.ending is None and not self.choices


def follow(case: Case, steps: Iterable[CaseStep]) -> Path:
    """Recompute a case from its first scene through the steps that have been taken."""
    steps = tuple(steps)
    scene, taken = case.scenes[0], list[Taken]()
    met: set[str] = set()
    for step in steps:
        choice = _choice(scene, step)
        target = next((other for other in case.scenes if choice and other.id == choice.target), None)
        if choice is None or target is None:
            break
        again = choice.id in met
        taken.append(Taken(scene, choice, () if again else choice.effects, again))
        met.add(choice.id)
        scene = target
    axes = _axes(case, taken)
    return Path(
        scene,
        axes,
        _visible(scene, axes, _passed(scene, taken)),
        tuple(taken),
        _ending(scene),
        len(steps) - len(taken),
    )


def holds(condition: Condition, axes: Mapping[str, int], passed: Collection[str]) -> bool:
    """Say whether a condition holds where the axes show these values and these choices and scenes are on the path.

    A condition looks at what the participant sees: the value within the axis's range.
    """
    outcomes = [_clause_holds(clause, axes, passed) for clause in condition.clauses]
    if not outcomes:
        return True
    return all(outcomes) if condition.every else any(outcomes)


def not_taken(case: Case, path: Path) -> tuple[NotTaken, ...]:
    """Return the ways the path did not take, scene by scene in the author's order; scenes without any are left out."""
    chosen = {step.choice.id for step in path.taken}
    visited = {path.scene.id} | {step.scene.id for step in path.taken}
    found = []
    for scene in case.scenes:
        left = tuple(choice for choice in scene.choices if choice.id not in chosen)
        if left or scene.id not in visited:
            found.append(NotTaken(scene, left, scene.id in visited))
    return tuple(found)


def _choice(scene: Scene, step: CaseStep) -> Choice | None:
    if step.scene_id != scene.id:
        return None
    return next((choice for choice in scene.choices if choice.id == step.choice_id), None)


def _ending(scene: Scene) -> Ending | None:
    return None if scene.choices else scene.ending or Ending.OPEN


def _passed(scene: Scene, taken: Iterable[Taken]) -> set[str]:
    """Return the ids of the choices taken and of the scenes come to, this one included."""
    return {scene.id} | {part for step in taken for part in (step.scene.id, step.choice.id)}


def _visible(scene: Scene, axes: Iterable[AxisValue], passed: Collection[str]) -> tuple[Choice, ...]:
    values = {shown.axis.id: shown.value for shown in axes}
    return tuple(choice for choice in scene.choices if holds(choice.condition, values, passed))


def _axes(case: Case, taken: list[Taken]) -> tuple[AxisValue, ...]:
    found = []
    for axis in case.axes:
        pushes = [sum(effect.change for effect in step.effects if effect.axis == axis.id) for step in taken]
        value, before = _within(axis, sum(pushes)), _within(axis, sum(pushes[:-1]))
        found.append(AxisValue(axis, value, value - before))
    return tuple(found)


def _within(axis: Axis, value: int) -> int:
    """Keep a sum within the axis's range: the sum itself goes on beyond it, so that the order of steps never counts."""
    if axis.low is not None:
        value = max(value, axis.low)
    return value if axis.high is None else min(value, axis.high)


def _clause_holds(clause: Clause, axes: Mapping[str, int], passed: Collection[str]) -> bool:
    if clause.chosen:
        return clause.chosen in passed
    value = axes.get(clause.axis, 0)
    match clause.operator:
        case Operator.LESS:
            return value < clause.number
        case Operator.AT_MOST:
            return value <= clause.number
        case Operator.EQUAL:
            return value == clause.number
        case Operator.AT_LEAST:
            return value >= clause.number
        case Operator.MORE:
            return value > clause.number
