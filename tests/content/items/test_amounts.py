"""Numeric and date keys: numbers as Norwegians write them, tolerances, ranges, units, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.items.amounts import Amount, read_amount, read_day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", Amount("12", "12")),
        ("12 ± 1", Amount("11", "13")),
        ("12 ± 1 uke", Amount("11", "13", "uke")),
        ("12 uker ± 1", Amount("11", "13", "uker")),
        ("11–13", Amount("11", "13")),
        ("11-13 %", Amount("11", "13", "%")),
        ("11 til 13", Amount("11", "13")),
        ("11 to 13", Amount("11", "13")),
        ("11 uker til 13 uker", Amount("11", "13", "uker")),
        ("-5–-3", Amount("-5", "-3")),
        ("−2 til 3", Amount("-2", "3")),
        ("1 680 kr", Amount("1680", "1680", "kr")),
        ("1\u00a0680\u202f000", Amount("1680000", "1680000")),
        ("12,5 +/- 0,25", Amount("12.25", "12.75")),
        ("0.10", Amount("0.1", "0.1")),
        ("100", Amount("100", "100")),
        ("1.680", Amount("1.68", "1.68", dotted=("1.680",))),
        ("3 mill. kr", Amount("3", "3", "mill. kr")),
        ("20 m²", Amount("20", "20", "m²")),
        ("18 °C", Amount("18", "18", "°C")),
        ("12til14", Amount("12", "14")),
    ],
)
def test_amounts_as_authors_write_them(text: str, amount: Amount) -> None:
    """One decimal mark, thousands by space, a unit before or after ±, a dash or til between bounds."""
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tolv",
        "1.680,5",
        "1,680,000",
        "1680 000",
        "12 ± ",
        "12 ± -1",
        "12 ± 1 (omtrent)",
        "12 ± 1, cirka",
        "13–11",
        "12 uker og 3 dager",
        "11–13 ± 1",
        "12 til",
        "1" * 200,
        "12 13",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    """Nothing else may stand after the number, and a range begins with its smaller bound."""
    assert read_amount(text) is None


@given(
    number=st.decimals(-(10**9), 10**9, places=3),
    by=st.decimals(0, 1000, places=2),
    mark=st.sampled_from(",."),
    unit=st.sampled_from(["", " uker", " %", " kr"]),
)
def test_an_amount_comes_back_as_written(number: Decimal, by: Decimal, mark: str, unit: str) -> None:
    """Any number with a tolerance gives exactly the two bounds, without binary rounding."""
    text = f"{number:f}".replace(".", mark) + f" ± {by:f}".replace(".", mark) + unit
    amount = read_amount(text)
    assert amount is not None
    assert (Decimal(amount.low), Decimal(amount.high)) == (number - by, number + by)
    assert amount.unit == unit.strip()


@given(st.integers(0, 10**12))
def test_thousands_by_space(number: int) -> None:
    """Groups of three with a space between are one number."""
    assert read_amount(f"{number:,}".replace(",", " ")) == Amount(str(number), str(number))


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    """Whatever stands after ``Svar:``, an amount or a day is read, or None."""
    read_amount(text)
    read_day(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9. mars 2026", (date(2026, 3, 9), 0)),
        ("2026-03-09", (date(2026, 3, 9), 0)),
        ("9. mars 2026 ± 1 dag", (date(2026, 3, 9), 1)),
        ("9. mars 2026 +/- 14 dager", (date(2026, 3, 9), 14)),
        ("9 March 2026 ± 2 days", (date(2026, 3, 9), 2)),
        ("31. februar 2026", None),
        ("9. mars", None),
        ("9. mars 2026 ± 1 uke", None),
        ("9. mars 2026 ±", None),
        ("snart", None),
    ],
)
def test_days_as_authors_write_them(text: str, day: tuple[date, int] | None) -> None:
    """A day in words or ISO, with a tolerance in days."""
    assert read_day(text) == day


@given(st.dates(date(1000, 1, 1)), st.integers(0, 9999))
def test_an_iso_day_comes_back_as_written(day: date, days: int) -> None:
    """Any ISO day with any tolerance is read back exactly."""
    assert read_day(f"{day.isoformat()} ± {days} dager") == (day, days)
