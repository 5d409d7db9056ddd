"""How cost grows with amount: the exponent of the power of n that fits what was measured best."""

from __future__ import annotations

import math
from collections.abc import Sequence

NOISE = 0.1
"""What an exponent of few sizes may be off by chance."""


def fitted(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the slope of the straight line through the logarithms, by least squares: 1 is in proportion, 2 square.

    ValueError for fewer than two different sizes, or a cost that is not positive.
    """
    if len(set(sizes)) < 2 or min(*sizes, *costs) <= 0:
        raise ValueError("an exponent needs different sizes, and costs above nothing")
    across, up = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    steep = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return steep / sum((x - middle) ** 2 for x in across)


def of_n_log_n(sizes: Sequence[float]) -> float:
    """Return the exponent that n log n itself would be fitted with at these sizes."""
    return fitted(sizes, [size * math.log(size) for size in sizes])


def mark(sizes: Sequence[float]) -> float:
    """Return the highest exponent that is no worse than n log n at these sizes."""
    return of_n_log_n(sizes) + NOISE
