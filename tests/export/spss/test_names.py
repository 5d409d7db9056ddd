"""Names that SPSS takes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kursapp.export.spss.names import Names


@given(st.lists(st.text(max_size=90), max_size=20))
def test_every_name_is_one_spss_takes_and_none_comes_twice(ids: list[str]) -> None:
    """Letters first, letters, digits and underscores after, at most 64, told apart without regard to case."""
    names = Names()
    made = [names.new(each) for each in ids]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,63}", name) for name in made)
    assert len({name.lower() for name in made}) == len(made)
    assert not {name.lower() for name in made} & {"all", "and", "by", "to", "with", "not", "or"}


def test_norwegian_letters_are_spelled() -> None:
    """An id is known again in its name."""
    assert Names().new("bærekraft-på-øya") == "baerekraft_pa_oya"
