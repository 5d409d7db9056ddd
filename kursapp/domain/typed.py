"""Numbers and dates as people in Norway type them, and numbers as they are shown back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

LONGEST = 40
"""Characters looked at: longer texts are no number or date a person meant."""

_NUMBER = re.compile(r"([+-]?)([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DIGITS = re.compile(r"([0-9]{1,2})\s?[./-]\s?([0-9]{1,2})\s?[./-]\s?([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})\.?\s?([^\W\d_]{3,})\.?,?\s?([0-9]{4})")
_WEEKDAY = re.compile(r"(?:man|mån|tys|tirs|ons|tors|fre|lør|laur|søn|sun)dag,?\s+", re.IGNORECASE)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "mars march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}


def read_number(text: str, unit: str = "") -> Decimal | None:
    """Read ``1 680``, ``12,5``, ``12.5`` or ``−3``, with the question's own unit or without; None if it is no number.

    There is one decimal mark, comma or full stop, and thousands are parted by space only: ``1.680`` is 1,68.
    """
    words = " ".join(text[: LONGEST + len(unit) + 1].replace("\u2212", "-").split())
    unit = " ".join(unit.split())
    if unit:
        words = _without_unit(words, unit)
    found = _NUMBER.fullmatch(words) if len(words) <= LONGEST else None
    if found is None:
        return None
    sign, whole, fraction = found.groups()
    return Decimal(f"{sign}{whole.replace(' ', '')}.{fraction or '0'}")


def _without_unit(words: str, unit: str) -> str:
    folded = words.casefold()
    if folded.endswith(unit.casefold()):
        return words[: len(words) - len(unit)].rstrip()
    if folded.startswith(unit.casefold()):
        return words[len(unit) :].lstrip()
    return words


def read_date(text: str) -> date | None:
    """Read ``9. mars 2026``, ``9.3.2026``, ``09.03.26``, ``mandag 9. mars 2026`` or ISO; None if it is no date.

    Month names are those of bokmål, nynorsk and English, whole or shortened; two digits are a year of this century.
    """
    if len(text) > LONGEST:
        return None
    words = _WEEKDAY.sub("", " ".join(text.split()), count=1).rstrip(".")
    if found := _ISO.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DIGITS.fullmatch(words):
        year = int(found[3])
        return _date(year if year > 99 else 2000 + year, int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(words):
        return _date(int(found[3]), _MONTHS.get(found[2].casefold(), 0), int(found[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def write_number(number: Decimal, decimals: int = 2) -> str:
    """Write a number the Norwegian way: ``12,5``, ``1 680`` with a non-breaking space, no zeros at the end."""
    rounded = f"{number:.{decimals}f}"
    sign, digits = ("\u2212", rounded[1:]) if rounded.startswith("-") else ("", rounded)
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", "\u00a0") if len(whole) > 3 else whole
    if not fraction and not whole.strip("0"):
        sign = ""
    return f"{sign}{grouped}{',' if fraction else ''}{fraction}"
