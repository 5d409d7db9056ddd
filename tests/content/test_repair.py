"""Repairs as values: edits that survive the journey and are made from the end of a line forwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.repair import VALUE, Edit, apply_edits, edits_of, write_edits
from kursapp.domain.problem import problem

edits = st.builds(Edit, st.integers(1, 9), st.integers(1, 30), st.integers(1, 30), st.text(max_size=10))


@given(st.lists(edits, max_size=5))
def test_edits_come_back(made: list[Edit]) -> None:
    """Edits written into a problem are read out of it again."""
    found = problem("no-id", "a.md", 1, **{VALUE: write_edits(made)})
    assert list(edits_of(found)) == made


def test_a_problem_without_a_repair() -> None:
    """A problem that carries none has no edits."""
    assert edits_of(problem("no-key", "a.md", 1)) == ()


def test_edits_on_one_line_do_not_move_each_other() -> None:
    """Columns are those of the line before any edit; a text may add lines."""
    made = [Edit(1, 1, 2, "A"), Edit(1, 3, 3, "-"), Edit(1, 4, 4, "\n"), Edit(2, 1, 3, "")]
    assert apply_edits(["abc", "de"], made) == ["Ab-c", "", ""]


def test_of_edits_that_overlap_the_last_one_holds() -> None:
    """Of two edits to the same letters one is made; the other waits for the next time."""
    assert apply_edits(["abcd"], [Edit(1, 1, 3, "X"), Edit(1, 2, 4, "Y")]) == ["aYd"]
