"""How many minutes a page takes (course-format §2): words / 200, 45 s a question, and the minutes of exercises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kursapp.domain.case import Case
from kursapp.domain.course import Block, CallOut, CallOutKind, Page, PageKind, Prose
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import Question, Reflection, Workbook

WORDS_A_MINUTE = 200
QUESTION_MINUTES = 0.75
REFLECTION_MINUTES = 5.0
WORKBOOK_MINUTES = 15.0
SCENE_MINUTES = 2.0
ANSWER_MINUTES = 0.3
"""For one answer of an evaluation form: each statement of a scale is one."""
TOLERANCE = 0.15
"""How far a session may be from the minutes it says, as a share of them."""

_WORD = re.compile(r"\w\S*")
"""From a letter to the next blank: once in everything between blanks that has a letter in it."""


def page_minutes(page: Page, reading: float | None = None) -> float:
    """Return what a page takes, in minutes; ``reading`` is what its words take, where that is known already.

    A quiz takes the questions drawn in one attempt.
    """
    exercises = sum(_exercise_minutes(block) for block in page.blocks)
    if page.kind is PageKind.QUIZ and page.quiz and page.quiz.draws:
        exercises = QUESTION_MINUTES * sum(draw.count for draw in page.quiz.draws)
    words = reading_minutes(page) if reading is None else reading
    return words + exercises + (page.minutes or 0)


def reading_minutes(page: Page) -> float:
    """Return what the words of a page take to read, in minutes."""
    return sum(_words(block) for block in page.blocks) / WORDS_A_MINUTE


def is_off(workload: float, minutes: float) -> bool:
    """Say whether a session's workload is too far from the minutes it says. One that says nothing is never off."""
    return minutes > 0 and abs(workload - minutes) > TOLERANCE * minutes


def longest_path(case: Case) -> int:
    """Return how many scenes the longest way through a case has, never counting a scene twice."""
    ways = {scene.id: [choice.target for choice in scene.choices] for scene in case.scenes}
    return _longest(case.scenes[0].id, ways) if case.scenes else 0


def _words(block: Block) -> int:
    if isinstance(block, Prose) or (isinstance(block, CallOut) and block.call_out is not CallOutKind.INSTRUCTOR):
        return len(_WORD.findall(block.text.plain))
    return 0


def _exercise_minutes(block: Block) -> float:
    if isinstance(block, CallOut):
        return block.workload if block.workload is not None else block.minutes or 0.0
    if isinstance(block, Question):
        return _or_default(block.settings.minutes, QUESTION_MINUTES)
    if isinstance(block, Reflection):
        return _or_default(block.minutes, REFLECTION_MINUTES)
    if isinstance(block, Workbook):
        return _or_default(block.minutes, WORKBOOK_MINUTES)
    if isinstance(block, Case):
        return _or_default(block.minutes, SCENE_MINUTES * longest_path(block))
    if isinstance(block, EvaluationItem):
        return _or_default(block.minutes, ANSWER_MINUTES * len(block.answer_ids()))
    return 0.0


def _or_default(minutes: float | None, default: float) -> float:
    return default if minutes is None else minutes


def _longest(first: str, ways: Mapping[str, list[str]]) -> int:
    """Walk every way once, depth first; a choice that leads back to a scene on the way is a circle, not a path."""
    lengths: dict[str, int] = {}
    on_way: set[str] = set()
    waiting: list[tuple[str, Iterator[str]]] = [(first, iter(ways.get(first, ())))]
    on_way.add(first)
    best = {first: 0}
    while waiting:
        scene, targets = waiting[-1]
        target = next(targets, None)
        if target is None:
            waiting.pop()
            on_way.discard(scene)
            lengths[scene] = 1 + best.pop(scene)
            if waiting:
                above = waiting[-1][0]
                best[above] = max(best[above], lengths[scene])
        elif target in lengths:
            best[scene] = max(best[scene], lengths[target])
        elif target in ways and target not in on_way:
            on_way.add(target)
            best[target] = 0
            waiting.append((target, iter(ways[target])))
    return lengths[first]
