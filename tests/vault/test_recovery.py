"""A recovery code survives paper and hands, and a slip is noticed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError
from kursapp.vault.recovery import new_seed, read_recovery_code, recovery_code, recovery_pair


@given(st.binary(min_size=16, max_size=16))
def test_a_code_comes_back(seed: bytes) -> None:
    """Any seed, written in seven groups of four that hold no letter taken for another."""
    code = recovery_code(seed)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert read_recovery_code(code) == seed


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", "  "),
        lambda code: f" {code}\n",
        lambda code: code.replace("0", "O").replace("1", "l"),
    ],
)
def test_a_code_may_be_typed_as_people_type(typed: object) -> None:
    """Any case, any gaps, O for 0 and l for 1."""
    seed = bytes(range(16))
    assert read_recovery_code(typed(recovery_code(seed))) == seed  # type: ignore[operator]


def test_one_wrong_letter_anywhere_is_noticed() -> None:
    """And so are two neighbours that changed places, but for one in four thousand."""
    code = recovery_code(b"sixteen bytes  !").replace("-", "")
    for at, letter in enumerate(code):
        wrong = code[:at] + ("2" if letter != "2" else "3") + code[at + 1 :]
        with pytest.raises(KursappError) as refused:
            read_recovery_code(wrong)
        assert refused.value.problem.code == "recovery-code-unreadable"


@pytest.mark.parametrize("typed", ["", "7K2M", "æøå", "U" * 28, "0" * 27, "0" * 29])
def test_what_is_no_code_is_told_so(typed: str) -> None:
    """Too short, too long, letters that are in no code."""
    with pytest.raises(KursappError) as refused:
        read_recovery_code(typed)
    assert refused.value.problem.code == "recovery-code-unreadable"


def test_a_seed_always_gives_the_same_pair_and_another_seed_another() -> None:
    """The sheet alone is enough, years later."""
    seed = new_seed()
    assert recovery_pair(seed) == recovery_pair(seed)
    assert recovery_pair(seed) != recovery_pair(new_seed())
