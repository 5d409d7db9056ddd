"""What stands above every line, kept up through edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.services.colouring import BEGINNING, Above, after
from kursapp.ui.author.editor.line_states import LineStates

LINES = st.lists(
    st.sampled_from(["a", "```", "~~~", "<!-- b", "-->", "---", "> ```", "## Evaluering: x", ""]), max_size=8
)


def from_scratch(lines: list[str]) -> list[Above]:
    """Read all lines from the first."""
    above = [BEGINNING]
    for line in lines[:-1]:
        above.append(after(line, above[-1]))
    return above


@given(LINES, st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4), LINES, st.integers(0, 12)), max_size=6))
def test_after_any_edits_it_is_what_reading_anew_gives(
    first: list[str], edits: list[tuple[int, int, list[str], int]]
) -> None:
    """However far down was read between them."""
    lines = first or [""]
    states = LineStates()
    states.append(lines)
    for at, gone, new, read in edits:
        at = min(at, len(lines) - 1)
        gone = min(gone, len(lines) - at)
        came = new or [""]
        lines[at : at + gone] = came
        states.replace(at, gone, len(came))
        upto = min(read, len(lines) - 1)
        states.read_to(upto, lines.__getitem__)
        assert [states.above(line) for line in range(upto + 1)] == from_scratch(lines)[: upto + 1]
    states.read_to(len(lines), lines.__getitem__)
    assert [states.above(line) for line in range(len(lines))] == from_scratch(lines)


def test_an_edit_that_changes_nothing_below_reads_one_line() -> None:
    """Typing a letter costs the same whatever comes after."""
    lines = ["a"] * 1000
    states = LineStates()
    states.append(lines)
    read: list[int] = []

    def text_of(line: int) -> str:
        read.append(line)
        return lines[line]

    lines[10] = "ab"
    states.replace(10, 1, 1)
    states.read_to(999, text_of)
    assert read == [10]


def test_a_second_edit_further_down_is_not_forgotten() -> None:
    """Reading on from the first one stops at what was known before, but not past the second."""
    lines = ["a"] * 20
    states = LineStates()
    states.append(lines)
    for at, text in ((2, "b"), (10, "~~~")):
        lines[at] = text
        states.replace(at, 1, 1)
    states.read_to(19, lines.__getitem__)
    assert [states.above(line) for line in range(20)] == from_scratch(lines)


def test_a_line_needs_colours_again_when_what_is_above_it_changes() -> None:
    """And not otherwise."""
    lines = ["a", "b", "c"]
    states = LineStates()
    states.append(lines)
    for line in range(3):
        assert states.needs_colour(line)
        states.coloured(line)
    lines[0] = "```"
    states.replace(0, 1, 1)
    states.read_to(2, lines.__getitem__)
    assert all(states.needs_colour(line) for line in range(3))
    states.forget_colours()
    assert states.needs_colour(2)
