"""What looks like a real person's number is found, and other numbers are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.check.personal_data import check_personal_data, is_identity_number


def codes(text: str) -> list[str]:
    """Return the codes found in one line."""
    return [found.code for found in check_personal_data("a.md", [(7, text)])]


@pytest.mark.parametrize("text", ["fnr. 01010750160.", "010107 50160", "010107-50160", "410107 50103"])
def test_a_national_identity_number_is_found(text: str) -> None:
    """Numbers whose day, month and second check digit fit are warned about, however they are grouped."""
    assert codes(text) == ["identity-number"]


@pytest.mark.parametrize("text", ["01010750161", "99999999999", "123456789012", "sak 2026-010107"])
def test_other_long_numbers_are_left_alone(text: str) -> None:
    """A number that fails the check digit, or is longer, is some other number."""
    assert codes(text) == []


@pytest.mark.parametrize("text", ["Ring 22 33 44 55.", "mobil 912 34 567", "+47 41234567", "98765432"])
def test_a_telephone_number_is_found(text: str) -> None:
    """Norwegian numbers in their usual groupings are warned about."""
    assert codes(text) == ["telephone-number"]


@pytest.mark.parametrize(
    "text",
    [
        "55 697 barn",
        "2,1 mrd. kr",
        "12. mars 2026",
        "49 778 (2022)",
        "§ 14-22",
        "1 000 000 kr",
        "2018, 2019, 2020",
        "0,92",
    ],
)
def test_figures_of_the_course_are_left_alone(text: str) -> None:
    """Amounts, years and section numbers are not telephone numbers."""
    assert codes(text) == []


def test_the_finding_names_its_place() -> None:
    """File, line and column point at the number itself."""
    (found,) = check_personal_data("dag-1/01.md", [(7, "Ring 22 33 44 55.")])
    assert (found.file, found.line, found.column) == ("dag-1/01.md", 7, 6)


@given(st.text(alphabet="0123456789", min_size=11, max_size=11))
def test_one_wrong_digit_is_never_taken_for_the_number(digits: str) -> None:
    """Changing the last digit of a valid number makes it invalid, so the check digit is really used."""
    other = str((int(digits[-1]) + 1) % 10)
    assert not (is_identity_number(digits) and is_identity_number(digits[:-1] + other))
