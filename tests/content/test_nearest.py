"""The known word an author most likely meant."""

from __future__ import annotations

import pytest

from kursapp.content.nearest import LONGEST, nearest


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mandga", "mandag"),
        ("mandag", "mandag"),
        ("tirsdga", "tirsdag"),
        ("xyz", ""),
        ("", ""),
        ("m" * (LONGEST + 1), ""),
    ],
)
def test_nearest(word: str, expected: str) -> None:
    """A slip finds its word; nonsense, nothing and endless words find none."""
    assert nearest(word, ["mandag", "tirsdag", "m" * (LONGEST + 1)]) == expected
