"""Numbers and dates as each language prints them."""

from __future__ import annotations

from datetime import date

import pytest

from kursapp.texts import amounts


@pytest.mark.parametrize(
    ("value", "decimals", "language", "printed"),
    [
        (4.25, 1, "nb", "4,3"),
        (4.25, 1, "en", "4.3"),
        (3, 1, "nn", "3,0"),
        (12345, 0, "nb", "12\u202f345"),
        (12345, 0, "en", "12,345"),
        (-0.04, 1, "nb", "0,0"),
        (-2, 0, "nb", "\u22122"),
    ],
)
def test_numbers(value: float, decimals: int, language: str, printed: str) -> None:
    """A decimal comma in Norwegian, half rounded up, no minus on zero."""
    assert amounts.number(value, language, decimals) == printed


def test_shares() -> None:
    """Whole per cent, the sign as the language sets it."""
    assert amounts.share(0.465, "nb") == "47\u00a0%"
    assert amounts.share(1, "en") == "100%"


def test_dates() -> None:
    """A date in words, two as a span, one where they are the same."""
    first, last = date(2026, 3, 3), date(2026, 11, 20)
    assert amounts.day(first, "nb") == "3.\u00a0mars 2026"
    assert amounts.day(first, "en") == "3\u00a0March 2026"
    assert amounts.days(first, last, "nn") == "3.\u00a0mars 2026 \u2013 20.\u00a0november 2026"
    assert amounts.days(first, first, "nb") == amounts.day(first, "nb")
