"""How far a quiz's total can be relied on: Cronbach's alpha, its standard error, and the error of one person's total.

Sources: L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951), 297-334;
L. Crocker and J. Algina, "Introduction to Classical and Modern Test Theory", 1986, p. 150 (standard error of
measurement); D. G. Bonett, "Sample size requirements for testing and estimating coefficient alpha", Journal of
Educational and Behavioral Statistics 27 (2002), 335-340 (standard error of alpha, for parallel questions).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha of ``items`` questions from at least ``persons`` answers to each two of them.

    ``error`` is alpha's own standard error. ``deviation`` is the standard deviation of the total and ``measurement``
    the standard error of one person's total, both in questions: one is full marks for one.
    """

    alpha: float
    error: float
    deviation: float
    measurement: float
    items: int
    persons: int


def reliability(parts: Fraction, whole: Fraction, items: int, persons: int) -> Reliability:
    """Return how far a total can be relied on, from the sum of the questions' variances and that of their total.

    There are at least two questions and three persons, and the total varies.
    """
    alpha = float(Fraction(items, items - 1) * (1 - parts / whole))
    deviation = math.sqrt(whole)
    return Reliability(
        alpha, error_of_alpha(alpha, items, persons), deviation, error_of_measurement(deviation, alpha), items, persons
    )


def error_of_alpha(alpha: float, items: int, persons: int) -> float:
    """Return alpha's standard error: (1 − α) √(2k / ((k − 1)(n − 2))) (Bonett 2002)."""
    return (1 - alpha) * math.sqrt(2 * items / ((items - 1) * (persons - 2)))


def error_of_measurement(deviation: float, alpha: float) -> float:
    """Return the standard error of one person's total: s √(1 − α); a negative alpha says no more than none does."""
    return deviation * math.sqrt(1 - max(0.0, min(1.0, alpha)))
