"""Numbers and dates as people type them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.typed import read_date, read_number, write_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 680", "1680"),
        ("1\u00a0680", "1680"),
        ("1\u202f680 000", "1680000"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (" 7 ", "7"),
        ("-3", "-3"),
        ("\u22123,25", "-3.25"),
        ("+4", "4"),
        ("0,10", "0.1"),
        ("1.680", "1.68"),
        ("007", "7"),
    ],
)
def test_norwegian_numbers_are_read(text: str, number: str) -> None:
    """Thousands are parted by space, decimals by comma or full stop, and nothing else is guessed at."""
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", " ", "seks", "1,2,3", "1.680,5", "12 5", "1 68", "12,", ",5", "1e3", "٣", "5 dager", "1" * 41, "NaN"]
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    """Words, two decimal marks, wrong grouping and numbers of other scripts are no numbers."""
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["12", "12 %", "12%", "12,0 %", "% 12"])
def test_the_questions_own_unit_may_be_typed_or_left_out(text: str) -> None:
    """The unit is accepted behind or before the number, with or without a space."""
    assert read_number(text, "%") == 12


def test_a_unit_is_compared_without_case_and_another_is_refused() -> None:
    """«500 Kroner» answers a question in kroner, «500 euro» does not."""
    assert read_number("500 Kroner", "kroner") == 500
    assert read_number("500 euro", "kroner") is None


NINTH_OF_MARCH = [
    "9. mars 2026", "9 mars 2026", "09. Mars 2026", "9.3.2026", "09.03.2026", "9. 3. 2026", "9/3/2026", "9-3-2026",
    "9.3.26", "2026-03-09", "2026-3-9", "mandag 9. mars 2026", "Måndag, 9. mars 2026", "9. mar. 2026",
    " 9.  mars  2026 ", "9. March 2026", "9. mars, 2026", "9. mars 2026.",
]  # fmt: skip


@pytest.mark.parametrize("text", NINTH_OF_MARCH)
def test_dates_are_read_in_every_form_people_write(text: str) -> None:
    """Month names, figures day first, two-figure years, weekdays and ISO all mean the same day."""
    assert read_date(text) == date(2026, 3, 9)


@pytest.mark.parametrize(
    "text",
    ["", "9. mars", "mars 2026", "31.4.2026", "29.2.2026", "9. marsj 2026", "2026", "3/9", "00.00.2026", "x" * 500],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    """Days that do not exist, missing parts and other words are no dates."""
    assert read_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_date_is_read_back_from_its_written_forms(day: date) -> None:
    """A day written in figures, with or without noughts, or in ISO is read as itself."""
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day}.{day.month}.{day.year}") == day
    assert read_date(f"{day.day:02}.{day.month:02}.{day.year}") == day


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_that_is_shown_can_be_typed_back(number: Decimal) -> None:
    """What ``write_number`` shows, ``read_number`` reads as the same number."""
    assert read_number(write_number(number)) == number


@pytest.mark.parametrize(
    ("number", "shown"),
    [("12.50", "12,5"), ("1680", "1\u00a0680"), ("-3", "\u22123"), ("0", "0"), ("-0.001", "0"), ("2.675", "2,68")],
)
def test_numbers_are_shown_the_norwegian_way(number: str, shown: str) -> None:
    """Comma, grouped thousands, a real minus and no idle noughts."""
    assert write_number(Decimal(number)) == shown


@given(st.text(max_size=60), st.text(max_size=5))
def test_any_text_can_be_looked_at(text: str, unit: str) -> None:
    """Nothing a person types makes reading a number or a date fail."""
    read_number(text, unit)
    read_date(text)
