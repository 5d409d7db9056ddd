"""A shared quiz as sums: what closing a round keeps of it instead of anybody's answers.

For each question: how many answered, the sum of their points and of the squares (points in per mille of full marks).
For each two questions: how many answered both, the sums of their points, and of the products. From these come means,
spreads and correlations, and from nothing in them a person. Two questions that fewer than k persons of a batch
answered both are left out, because their sums would tie two answers of one person together (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TypeVar

from kursapp.domain.collected import QuizSum
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.form import AnswerKind, Form, FormItem
from kursapp.domain.submission import Solved

Key = TypeVar("Key")

COUNT, SUM, SQUARES = "count", "sum", "squares"
"""Names of sums of one question."""
PAIR_COUNT, PAIR_SUM, PAIR_PRODUCTS = "pair_count", "pair_sum", "pair_products"
"""Names of sums of two. ``PAIR_SUM`` is of the points of the first of them, so that each pair has two."""


def is_scored(item: FormItem) -> bool:
    """Say whether a question has a key; a dilemma has none."""
    return item.kind is AnswerKind.QUESTION and (not item.options or any(option.right for option in item.options))


class QuizTally:
    """Adds up the answers of a batch, one person after another, and forgets each at once."""

    def __init__(self, form: Form, least: int) -> None:
        self._scored = [item.id for item in form.items if is_scored(item)]
        self._least = least
        self._ones: dict[str, list[int]] = {}
        self._pairs: dict[tuple[str, str], list[int]] = {}

    def add(self, answers: Mapping[str, EvaluationAnswer]) -> None:
        """Add one person's answers."""
        given = [
            (item_id, answer.per_mille)
            for item_id in self._scored
            if isinstance(answer := answers.get(item_id), Solved)
        ]
        for item_id, points in given:
            _add(self._ones, item_id, (1, points, points * points))
        for (one, first), (other, second) in combinations(given, 2):
            _add(self._pairs, (one, other), (1, first, second, first * second))

    def sums(self) -> Iterator[QuizSum]:
        """Yield the sums that are kept."""
        for item_id, sums in self._ones.items():
            for name, value in zip((COUNT, SUM, SQUARES), sums, strict=True):
                yield QuizSum(name, item_id, "", value)
        for (one, other), (count, first, second, products) in self._pairs.items():
            if count >= self._least:
                yield QuizSum(PAIR_COUNT, one, other, count)
                yield QuizSum(PAIR_SUM, one, other, first)
                yield QuizSum(PAIR_SUM, other, one, second)
                yield QuizSum(PAIR_PRODUCTS, one, other, products)


def _add(sums: dict[Key, list[int]], key: Key, values: tuple[int, ...]) -> None:
    kept = sums.setdefault(key, [0] * len(values))
    for place, value in enumerate(values):
        kept[place] += value
