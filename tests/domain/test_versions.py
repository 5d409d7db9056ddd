"""Which of two versions is the newer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.versions import is_newer, is_version, order_of

versions = st.lists(st.integers(0, 999_999), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))


@pytest.mark.parametrize("text", ["", "1.", ".1", "v1", "1.0-b", "1,0", "1.2.3.4.5", "1234567", "١", "1.0\n", " 1"])
def test_what_is_no_version(text: str) -> None:
    """Anything but one to four numbers with dots; it comes before every version."""
    assert not is_version(text)
    assert is_newer("0", text)


def test_numbers_are_numbers() -> None:
    """1.10 comes after 1.9, and noughts at the end say nothing."""
    assert is_newer("1.10", "1.9")
    assert is_newer("2", "1.9.9")
    assert order_of("1.0.0") == order_of("1") == order_of("01.0")
    assert not is_newer("1.0", "1")


@given(versions, versions)
def test_one_of_two_is_newer_or_they_are_alike(one: str, other: str) -> None:
    """Never both, and never neither."""
    assert is_newer(one, other) + is_newer(other, one) + (order_of(one) == order_of(other)) == 1
