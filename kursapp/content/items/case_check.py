"""Whether a case can be played: every scene can be reached, and from every scene an ending (course-format §4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from kursapp.content.items.item import Context
from kursapp.domain.case import Axis, Case, Choice, Scene
from kursapp.domain.path import holds

MOST_STATES = 4_000
"""Combinations of axes and choices looked through; a scene with more is taken to be able to hide everything."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where findings about a case are shown: its heading, and the heading of each scene in order."""

    case: int
    scenes: Sequence[int]


def check_case(case: Case, lines: Lines, context: Context) -> None:
    """Report what makes a case impossible or odd to play."""
    where = {scene.id: line for scene, line in zip(case.scenes, lines.scenes, strict=True)}
    leads = {scene.id: [choice.target for choice in scene.choices] for scene in case.scenes}
    reached = _reached([case.scenes[0].id], leads)
    _report_unreached(case, reached, where, context)
    _report_circles(case, reached, leads, where, context)
    _report_odd_scenes(case, where, context)
    used = {effect.axis for scene in case.scenes for choice in scene.choices for effect in choice.effects}
    for axis in case.axes:
        if axis.id not in used:
            context.report("unused-axis", lines.case, axis=axis.title)


def _reached(starts: Iterable[str], leads: Mapping[str, Sequence[str]]) -> set[str]:
    found = set(starts)
    left = list(found)
    while left:
        for target in leads.get(left.pop(), ()):
            if target not in found:
                found.add(target)
                left.append(target)
    return found


def _report_unreached(case: Case, reached: set[str], where: Mapping[str, int], context: Context) -> None:
    for scene in case.scenes:
        if scene.id not in reached:
            context.report("unreachable-scene", where[scene.id], title=scene.title)


def _report_circles(
    case: Case, reached: set[str], leads: Mapping[str, Sequence[str]], where: Mapping[str, int], context: Context
) -> None:
    """Report once the scenes one can come to and never get out of."""
    back: dict[str, list[str]] = {}
    for scene_id, targets in leads.items():
        for target in targets:
            back.setdefault(target, []).append(scene_id)
    can_end = _reached([scene.id for scene in case.scenes if not scene.choices], back)
    stuck = [scene for scene in case.scenes if scene.id in reached and scene.id not in can_end]
    if stuck:
        titles = ", ".join(f"«{scene.title}»" for scene in stuck)
        context.report("no-way-out", where[stuck[0].id], scenes=titles)


def _report_odd_scenes(case: Case, where: Mapping[str, int], context: Context) -> None:
    for scene in case.scenes:
        if scene.choices and scene.ending:
            context.report("ending-with-choices", where[scene.id], title=scene.title)
        if can_hide_all(scene, case.axes):
            context.report("all-choices-hidden", where[scene.id], title=scene.title)


def can_hide_all(scene: Scene, axes: Sequence[Axis]) -> bool:
    """Say whether the axes and the path can be so that no choice of a scene that has choices can be taken.

    Every combination of values on either side of the conditions' numbers is tried, whether a path leads there or not.
    """
    if not scene.choices or not all(choice.condition.clauses for choice in scene.choices):
        return False
    values = {axis.id: _values(axis, scene.choices) for axis in axes}
    ids = sorted({clause.chosen for choice in scene.choices for clause in choice.condition.clauses if clause.chosen})
    if prod(map(len, values.values())) * 2 ** min(len(ids), 40) > MOST_STATES:
        return True
    for state in product(*values.values()):
        shown = dict(zip(values, state, strict=True))
        for passed in product((False, True), repeat=len(ids)):
            chosen = {one for one, there in zip(ids, passed, strict=True) if there}
            if not any(holds(choice.condition, shown, chosen) for choice in scene.choices):
                return True
    return False


def _values(axis: Axis, choices: Sequence[Choice]) -> list[int]:
    """Return the values of an axis that can make a difference, within its range."""
    numbers = {clause.number for choice in choices for clause in choice.condition.clauses if clause.axis == axis.id}
    around = {number + step for number in numbers for step in (-1, 0, 1)} | {0}
    low = axis.low if axis.low is not None else min(around)
    high = axis.high if axis.high is not None else max(around)
    return sorted({min(max(value, low), high) for value in around})
