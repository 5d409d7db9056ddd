"""A file named after what somebody called a thing opens on every system."""

from __future__ import annotations

import pytest

from kursapp.ui.file_names import LONGEST, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bergen, høsten 2026", "Bergen, høsten 2026.pdf"),
        ("A/B: «hva?» <x>|*", "A B «hva » x.pdf"),
        ("..\\..\\etc", "etc.pdf"),
        ("  ...  ", "Kursapp.pdf"),
        ("", "Kursapp.pdf"),
        ("linje\nto", "linje to.pdf"),
    ],
)
def test_signs_that_mean_something_to_a_system_are_left_out(words: str, name: str) -> None:
    """Nothing leads to another folder, and there is always a name."""
    assert file_name(words, ".pdf") == name


def test_a_long_name_is_cut() -> None:
    """Shares and sticks have limits."""
    assert len(file_name("x" * 500, ".kull")) == LONGEST + len(".kull")
