"""How good the questions of a quiz are, from the answers participants chose to share (classical test theory).

Everything is worked out from shown tables and from sums (``domain.quiz_sums``) of shown questions only. Sources: R. L.
Ebel and D. A. Frisbie, "Essentials of Educational Measurement", 5th ed. 1991 (facility, discrimination and their
bounds); L. Crocker and J. Algina, "Introduction to Classical and Modern Test Theory", 1986 (corrected item-total
correlation, p. 317); L. J. Cronbach, Psychometrika 16 (1951) (alpha); T. M. Haladyna and S. M. Downing, "How many
options is enough", Educational and Psychological Measurement 53 (1993) (options that fewer than 5 % choose).
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kursapp.domain.collected import QuizSum
from kursapp.domain.form import FormItem
from kursapp.domain.quiz_sums import COUNT, PAIR_COUNT, PAIR_PRODUCTS, PAIR_SUM, SQUARES, SUM, is_scored
from kursapp.domain.reliability import Reliability, reliability
from kursapp.domain.results import Hidden, RoundResults, Table, Why
from kursapp.domain.statistics import OptionCount, options_of, valid_of

LEAST_FOR_CORRELATION = 10
"""Answers to both of two questions, below which nothing is said of how they go together."""
LEAST_TO_RELY_ON = 30
"""Answers below which numbers are shown, but said to be uncertain."""
EASY, HARD = 0.9, 0.3
WEAK = 0.2
REVERSED = -0.1
"""Correlations from here down are said to be reversed; nearer to 0 they are only weak, for so little is chance."""
SELDOM = 0.05

_FULL = 1000


class Finding(enum.StrEnum):
    """What may be worth improving. ``EASY``: nine of ten points are given. ``HARD``: fewer than three of ten are.

    ``WEAK``: those who do well on the rest hardly do better here. ``REVERSED``: they do worse. ``OPTION_UNUSED``: a
    wrong option fewer than one in twenty choose. ``WRONG_PREFERRED``: more choose a wrong option than the right one.
    """

    EASY = "easy"
    HARD = "hard"
    WEAK = "weak"
    REVERSED = "reversed"
    OPTION_UNUSED = "option_unused"
    WRONG_PREFERRED = "wrong_preferred"


class Missing(enum.StrEnum):
    """Why a number is not there. ``GROWING``: too few have come since the table was shown.

    ``TOO_FEW``: too few answered this and the other questions. ``NO_SPREAD``: all did alike, so nothing goes together
    with anything. ``NO_KEY``: nothing is right or wrong. ``ALONE``: there is no other question to compare with.
    """

    GROWING = "growing"
    TOO_FEW = "too_few"
    NO_SPREAD = "no_spread"
    NO_KEY = "no_key"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class QuestionQuality:
    """One question. ``hidden`` says why nothing of it is shown.

    ``answered`` is n, ``facility`` the mean share of its points (0 to 1), ``discrimination`` the correlation of its
    points with those of the other questions together (−1 to 1), from at least ``together`` answers to both.
    ``no_facility`` and ``no_discrimination`` say why one is None. ``options`` are in order; ``uncertain`` where n is
    small.
    """

    item: FormItem
    hidden: Why | None = None
    answered: int = 0
    facility: float | None = None
    no_facility: Missing | None = None
    discrimination: float | None = None
    no_discrimination: Missing | None = None
    together: int = 0
    options: tuple[OptionCount, ...] = ()
    findings: tuple[Finding, ...] = ()
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class QuizQuality:
    """A quiz: who shared, every question, and alpha, how well they hang together (``no_alpha`` says why not).

    ``reliability`` says how far alpha and a person's total can be relied on; None where there is no alpha.
    """

    persons: int
    questions: tuple[QuestionQuality, ...]
    alpha: float | None
    no_alpha: Missing | None
    left_out: tuple[str, ...]
    reliability: Reliability | None = None


def analyse(results: RoundResults, sums: Iterable[QuizSum]) -> QuizQuality:
    """Return how good the questions of a closed round of a shared quiz are."""
    published = results.published
    shown = [item for item in results.form.items if isinstance(published.table(item.id), Table)]
    moments = _Moments(sums, [item.id for item in shown if is_scored(item)])
    questions = []
    for item in results.form.items:
        unit = published.table(item.id)
        if isinstance(unit, Hidden):
            questions.append(QuestionQuality(item, unit.why))
        else:
            questions.append(_question(item, unit, moments))
    found = moments.reliability()
    left_out = tuple(question.item.id for question in questions if question.hidden is not None)
    if isinstance(found, Missing):
        return QuizQuality(published.persons, tuple(questions), None, found, left_out)
    return QuizQuality(published.persons, tuple(questions), found.alpha, None, left_out, found)


def _question(item: FormItem, table: Table, moments: _Moments) -> QuestionQuality:
    answered = valid_of(item, table)
    facility: float | Missing = Missing.NO_KEY
    discrimination: float | Missing = Missing.NO_KEY
    if is_scored(item):
        facility = discrimination = Missing.GROWING
        if moments.count(item.id) == answered:
            facility = moments.mean(item.id)
            discrimination = moments.discrimination(item.id)
    options = options_of(item, table)
    return QuestionQuality(
        item,
        None,
        answered,
        *_either(facility),
        *_either(discrimination),
        moments.together(item.id),
        options,
        findings_of(item, options, *(None if isinstance(one, Missing) else one for one in (facility, discrimination))),
        answered < LEAST_TO_RELY_ON,
    )


def _either(number: float | Missing) -> tuple[float | None, Missing | None]:
    return (None, number) if isinstance(number, Missing) else (number, None)


def findings_of(
    item: FormItem, options: Sequence[OptionCount], facility: float | None, discrimination: float | None
) -> tuple[Finding, ...]:
    """Return what may be worth improving about a question, by what is known of it."""
    found = []
    if facility is not None and facility >= EASY:
        found.append(Finding.EASY)
    if facility is not None and facility < HARD:
        found.append(Finding.HARD)
    if discrimination is not None and discrimination < WEAK:
        found.append(Finding.REVERSED if discrimination <= REVERSED else Finding.WEAK)
    if is_scored(item) and item.options:
        right = {option.id for option in item.options if option.right}
        wrong = [option.share for option in options if option.option_id not in right]
        if any((share.value or 0.0) < SELDOM for share in wrong):
            found.append(Finding.OPTION_UNUSED)
        best = max(option.share.count for option in options if option.option_id in right)
        if any(share.count > best for share in wrong):
            found.append(Finding.WRONG_PREFERRED)
    return tuple(found)


class _Moments:
    """Means, spreads and co-variances of the shown questions, exact until the last step."""

    def __init__(self, sums: Iterable[QuizSum], shown: Sequence[str]) -> None:
        self._shown = list(shown)
        known = set(shown)
        self._sums: dict[tuple[str, str, str], int] = {}
        for one in sums:
            if one.item_id in known and (not one.other or one.other in known):
                key = (one.name, one.item_id, one.other)
                self._sums[key] = self._sums.get(key, 0) + one.value

    def count(self, item_id: str) -> int:
        return self._of(COUNT, item_id)

    def mean(self, item_id: str) -> float:
        return float(Fraction(self._of(SUM, item_id), _FULL * self.count(item_id)))

    def together(self, item_id: str) -> int:
        """Return the fewest answers this question has together with another; 0 where it stands alone."""
        return min((self._pair_count(item_id, other) for other in self._others(item_id)), default=0)

    def discrimination(self, item_id: str) -> float | Missing:
        """Return the correlation of a question with the sum of the others (corrected item-total correlation)."""
        others = self._others(item_id)
        if not others:
            return Missing.ALONE
        if not self._is_enough(self._shown):
            return Missing.TOO_FEW
        own = self._variance(item_id)
        rest = self._sum_variance(others)
        if own <= 0 or rest <= 0:
            return Missing.NO_SPREAD
        covariance = sum((self._covariance(item_id, other) for other in others), Fraction(0))
        return max(-1.0, min(1.0, float(covariance) / math.sqrt(float(own) * float(rest))))

    def reliability(self) -> Reliability | Missing:
        """Return Cronbach's alpha of the shown questions and what goes with it; points are in questions."""
        if len(self._shown) < 2:
            return Missing.ALONE
        if not self._is_enough(self._shown):
            return Missing.TOO_FEW
        whole = self._sum_variance(self._shown)
        if whole <= 0:
            return Missing.NO_SPREAD
        parts = sum((self._variance(item_id) for item_id in self._shown), Fraction(0))
        persons = min(self.together(item_id) for item_id in self._shown)
        return reliability(parts / _FULL**2, whole / _FULL**2, len(self._shown), persons)

    def _others(self, item_id: str) -> list[str]:
        return [other for other in self._shown if other != item_id]

    def _of(self, name: str, item_id: str, other: str = "") -> int:
        return self._sums.get((name, item_id, other), 0)

    def _pair_count(self, one: str, other: str) -> int:
        return self._of(PAIR_COUNT, one, other) + self._of(PAIR_COUNT, other, one)

    def _is_enough(self, items: Sequence[str]) -> bool:
        return all(
            self._pair_count(one, other) >= LEAST_FOR_CORRELATION
            for place, one in enumerate(items)
            for other in items[place + 1 :]
        )

    def _variance(self, item_id: str) -> Fraction:
        count = self.count(item_id)
        return Fraction(self._of(SQUARES, item_id), count) - Fraction(self._of(SUM, item_id), count) ** 2

    def _covariance(self, one: str, other: str) -> Fraction:
        count = self._pair_count(one, other)
        products = self._of(PAIR_PRODUCTS, one, other) + self._of(PAIR_PRODUCTS, other, one)
        sums = self._of(PAIR_SUM, one, other) * self._of(PAIR_SUM, other, one)
        return Fraction(products, count) - Fraction(sums, count * count)

    def _sum_variance(self, items: Sequence[str]) -> Fraction:
        """Return the variance of the questions' sum: their own variances and each co-variance twice."""
        return sum((self._variance(item_id) for item_id in items), Fraction(0)) + 2 * sum(
            (self._covariance(one, other) for place, one in enumerate(items) for other in items[place + 1 :]),
            Fraction(0),
        )
