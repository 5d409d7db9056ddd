"""Cases: scenes, choices, axes and endings (course-format §4), and the path one participant takes through them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.course import Block, Place, Rich


@dataclass(frozen=True, slots=True)
class Axis:
    """Something the choices move, from 0. ``low``/``high`` clamp the shown value where the author gave a range."""

    id: str
    title: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """A choice's push on one axis, and why."""

    axis: str
    change: int
    reason: Rich = Rich()


class Operator(enum.StrEnum):
    """The comparisons of ``hvis``."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a condition: an axis compared with a number, or (``chosen``) a choice or scene on the path."""

    axis: str = ""
    operator: Operator = Operator.EQUAL
    number: int = 0
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Clauses joined by ``og`` (``every``) or by ``eller``; no clauses is always true."""

    clauses: tuple[Clause, ...] = ()
    every: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """What one may do in a scene, where it leads, what is told after choosing, and what it moves."""

    id: str
    text: Rich
    target: str
    feedback: Rich = Rich()
    effects: tuple[Effect, ...] = ()
    condition: Condition = Condition()


class Ending(enum.StrEnum):
    """How a scene without choices ends the case."""

    GOOD = "good"
    WEAK = "weak"
    SERIOUS = "serious"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a case. Its blocks are prose, call-outs, figures, and items of level 5. No choices: an ending."""

    id: str
    title: str
    place: Place
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Case(Block):
    """A case. Its first scene is the case's own text and has the case's id."""

    id: str
    title: str
    place: Place
    axes: tuple[Axis, ...]
    scenes: tuple[Scene, ...]
    heading: Rich = Rich()
    minutes: float | None = None
    goals: tuple[str, ...] = ()
    kind: str = "case"

    def scene(self, scene_id: str) -> Scene:
        """Return the scene with this id; KeyError where there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)
