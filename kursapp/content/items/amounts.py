"""The keys of numeric and date questions: a number with its tolerance, range and unit, or a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kursapp.content.keywords import RANGES
from kursapp.domain.typed import read_date, read_number

LONGEST = 120
"""Characters of an answer line that are read as a number or a date."""

_NUMBER = r"[+-]?(?:\d{1,3}(?: \d{3})+|\d{1,15})(?:[.,]\d{1,9})?(?![\d.,])"
_UNIT = r"[^\W\d_][\w./²³-]{0,19}(?: [^\W\d_][\w./²³-]{0,19}){0,2}|[%‰°§€$£]C?"
_TO = r"–|—|-|til|to"
_AROUND = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?P<unit>{_UNIT})??(?: ?± ?(?P<by>{_NUMBER}) ?(?P<after>{_UNIT})?)?$", re.IGNORECASE
)
_BETWEEN = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?P<unit>{_UNIT})?? ?(?:{_TO}) ?(?P<high>{_NUMBER}) ?(?P<after>{_UNIT})?$", re.IGNORECASE
)
_DOTTED = re.compile(r"[+-]?\d{1,3}\.\d{3}(?!\d)")
_DAYS = re.compile(r"(?P<days>\d{1,4}) (?P<word>[^\W\d_]{1,12})")
_SPACES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "−": "-"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeric key: bounds as exact decimal texts, the unit, and numbers that look like thousands with a full stop."""

    low: str
    high: str
    unit: str = ""
    dotted: tuple[str, ...] = ()


def read_amount(text: str) -> Amount | None:
    """Read ``12``, ``12 ± 1 uke``, ``11–13`` or ``11 til 13``; None where it is nothing of the kind.

    A range whose first number is the larger one is None too.
    """
    plain = _plain(text)
    if plain is None:
        return None
    found = _BETWEEN.match(plain)
    if found:
        bounds = read_number(found["low"]), read_number(found["high"])
    else:
        found = _AROUND.match(plain)
        bounds = _around(found) if found else (None, None)
    low, high = bounds
    if found is None or low is None or high is None or low > high:
        return None
    unit = found["unit"] or found["after"] or ""
    if RANGES.find(unit) in ("from", "to"):
        return None
    return Amount(_written(low), _written(high), unit.strip(), tuple(_DOTTED.findall(plain)))


def read_day(text: str) -> tuple[date, int] | None:
    """Read ``9. mars 2026``, ISO or ``9. mars 2026 ± 1 dag`` as a day and a tolerance in days; None otherwise."""
    plain = _plain(text)
    if plain is None:
        return None
    written, _, tolerance = plain.partition("±")
    day = read_date(written.strip())
    if day is None:
        return None
    if "±" not in plain:
        return day, 0
    found = _DAYS.fullmatch(tolerance.strip())
    if not found or RANGES.find(found["word"]) != "day":
        return None
    return day, int(found["days"])


def _plain(text: str) -> str | None:
    """Return the text with plain spaces and signs, or None where it is too long to mean a number or a day."""
    if len(text) > LONGEST:
        return None
    plain = " ".join(text.translate(_SPACES).split())
    return plain.replace("+/-", "±").replace("+-", "±")


def _around(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    middle = read_number(found["low"])
    by = read_number(found["by"]) if found["by"] else Decimal(0)
    if middle is None or by is None or by < 0:
        return None, None
    return middle - by, middle + by


def _written(number: Decimal) -> str:
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
