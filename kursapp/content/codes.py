"""How much each finding about lines and items matters. What a person reads about it is ``texts.problems``."""

from __future__ import annotations

from kursapp.domain.problem import Severity

_WARNINGS = frozenset(
    {
        "double-setting",
    }
)


def severity_of(code: str) -> Severity:
    """Return how much a finding of the item readers matters."""
    return Severity.WARNING if code in _WARNINGS else Severity.ERROR
