"""Colours of scales: the design's own, those between them, and an ink that can be read on each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.colours import BLACK, WHITE, ink_on, luminance, scale_colours

FIVE = ("#9A4312", "#E0A06A", "#DEDAD1", "#7DBEC5", "#0E5A64")
SIX = ("#7A3209", "#AD5D20", "#EBC39B", "#A8D3D8", "#2C7C87", "#0A474F")


@pytest.mark.parametrize("steps", range(1, 12))
def test_every_step_has_a_colour_of_its_own(steps: int) -> None:
    """As many colours as steps, none twice, from the ochre end to the petrol one."""
    made = scale_colours(FIVE, SIX, steps)
    assert len(set(made)) == len(made) == steps
    assert made[-1] in (FIVE[-1], SIX[-1])


@pytest.mark.parametrize("steps", [3, 5, 7, 9, 11])
def test_an_odd_scale_has_the_neutral_one_in_the_middle(steps: int) -> None:
    """Neither for nor against looks like neither."""
    assert scale_colours(FIVE, SIX, steps)[steps // 2] == "#DEDAD1"


def test_five_and_six_are_the_designs_own() -> None:
    """Nothing is mixed where the design has colours."""
    assert scale_colours(FIVE, SIX, 5) == FIVE
    assert scale_colours(FIVE, SIX, 6) == SIX


@given(st.integers(0, 0xFFFFFF))
def test_the_ink_can_be_read_on_any_ground(number: int) -> None:
    """Black or white, whichever has the greater contrast, and never less than 4.58 : 1."""
    ground = f"#{number:06X}"
    light = luminance(ground)
    contrasts = {BLACK: (light + 0.05) / 0.05, WHITE: 1.05 / (light + 0.05)}
    assert contrasts[ink_on(ground)] == max(contrasts.values()) >= 4.58
