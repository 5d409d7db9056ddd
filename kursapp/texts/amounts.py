"""Numbers, shares and dates as they are printed in each language."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NARROW = "\u202f"
"""Between thousands."""
FIXED = "\u00a0"
"""Between a number and what it counts: they stay on one line."""

_MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}


def number(value: float | Decimal, language: str, decimals: int = 0) -> str:
    """Print a number with a decimal comma (a point in English), rounded half up: ``4,3``."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}".replace("-0", "0") if not rounded else f"{rounded:,f}"
    if language == "en":
        return text.replace("-", "\u2212")
    return text.replace("-", "\u2212").replace(",", NARROW).replace(".", ",")


def share(value: float | Decimal, language: str) -> str:
    """Print a share (0 to 1) in whole per cent: ``47 %``, in English ``47%``."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return number(exact * 100, language) + ("%" if language == "en" else f"{FIXED}%")


def day(value: date, language: str) -> str:
    """Print a date in words: ``3. mars 2026``, in English ``3 March 2026``."""
    month = _MONTHS.get(language, _MONTHS["nb"]).split()[value.month - 1]
    return f"{value.day}{'' if language == 'en' else '.'}{FIXED}{month} {value.year}"


def month(value: date, language: str) -> str:
    """Print a month in three letters, to stand below a point of a chart: ``mar``."""
    return _MONTHS.get(language, _MONTHS["nb"]).split()[value.month - 1][:3]


def days(first: date, last: date, language: str) -> str:
    """Print from one date to another; one date where they are the same."""
    if first == last:
        return day(first, language)
    return f"{day(first, language)} \u2013 {day(last, language)}"
