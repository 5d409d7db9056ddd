"""How far a participant has come with each learning goal: her first answers, and those she gives now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kursapp.domain.course import Goal

FEW = 5
"""Questions below which two counts say too little to be set beside each other."""


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """One goal. ``first`` and ``now`` count the right ones among the same ``of`` questions; ``questions`` are all.

    ``first``: the first answer ever given. ``now``: the newest one in Øving.
    """

    goal: Goal
    first: int
    now: int
    of: int
    questions: int

    @property
    def is_few(self) -> bool:
        """Say whether there are too few questions to say anything by."""
        return self.of < FEW


def goal_progress(
    goals: Sequence[Goal], cards: Mapping[str, Iterable[str]], told: Mapping[str, tuple[bool, bool]]
) -> tuple[GoalProgress, ...]:
    """Return the goals that any question belongs to, in the order they are given.

    ``cards``: the goals of each question, by its id. ``told``: of each question that has been answered more than once,
    whether it was right the first time and is now.
    """
    by_goal: dict[str, list[str]] = {}
    for item_id, named in cards.items():
        for goal_id in dict.fromkeys(named):
            by_goal.setdefault(goal_id, []).append(item_id)
    found = []
    for goal in goals:
        items = by_goal.get(goal.id, [])
        pairs = [told[item_id] for item_id in items if item_id in told]
        if items:
            first, now = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
            found.append(GoalProgress(goal, first, now, len(pairs), len(items)))
    return tuple(found)
