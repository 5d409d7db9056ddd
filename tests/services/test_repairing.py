"""Repairs in the text as it stands in the editor: where the lines are now, each id its own, nothing done by halves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.repair import VALUE, Edit, write_edits
from kursapp.domain.problem import KursappError, Problem, problem
from kursapp.services.repairing import alike, ids_of, repaired, repairs

WORDS = st.text(alphabet="abc #\t", max_size=6)
TEXTS = st.lists(WORDS, max_size=5)


def mended(*edits: Edit, code: str = "odd-option", file: str = "a.md") -> Problem:
    """Return a finding that these edits repair."""
    return problem(code, file, edits[0].line, fixable=True, **{VALUE: write_edits(edits)})


def lacking(line: int, column: int, wanted: str) -> Problem:
    """Return a finding that an id is missing."""
    edit = Edit(line, column, column, f" <!-- id: {wanted} -->")
    return problem(
        "no-id", "a.md", line, fixable=True, id=wanted, derived=f"s/{wanted}", **{VALUE: write_edits([edit])}
    )


def test_a_repair_is_made_where_it_was_found() -> None:
    """Nothing has changed since the check: the edit is as it was."""
    text = "a\n-[x] b\n"
    edits = repairs([mended(Edit(2, 1, 5, "- [x]"))], {"a.md": text}, {"a.md": text})
    assert repaired(text, edits["a.md"]) == "a\n- [x] b\n"


@given(TEXTS, TEXTS, TEXTS)
def test_a_repair_follows_its_line(above: list[str], added: list[str], below: list[str]) -> None:
    """Lines written above it or below it since the check do not move the repair to another line."""
    was = "\n".join([*above, "-[x] b", *below])
    now = "\n".join([*above, *added, "-[x] b", *below])
    edits = repairs([mended(Edit(len(above) + 1, 1, 5, "- [x]"))], {"a.md": was}, {"a.md": now})
    assert repaired(now, edits["a.md"]) == "\n".join([*above, *added, "- [x] b", *below])


def test_a_line_that_has_changed_is_left_alone() -> None:
    """A repair for other words would spoil the new ones; the author is told to wait for the next check."""
    with pytest.raises(KursappError) as refused:
        repairs([mended(Edit(1, 1, 5, "- [x]"))], {"a.md": "-[x] b"}, {"a.md": "- [x] b"})
    assert refused.value.problem.code == "repair-outdated"


def test_of_many_only_the_outdated_are_left_out() -> None:
    """One changed line does not keep the others from being repaired."""
    found = [mended(Edit(line, 1, 5, "- [x]")) for line in (1, 3)]
    edits = repairs(found, {"a.md": "-[x] a\n\n-[x] b"}, {"a.md": "-[x] a\n\n- [x] b"})
    assert [edit.line for edit in edits["a.md"]] == [1]


def test_repairs_that_meet_are_never_half_made() -> None:
    """Of two findings whose edits touch the same letters the first is repaired, the other waits whole."""
    first = mended(Edit(1, 1, 3, "X"))
    second = mended(Edit(1, 2, 4, "Y"), Edit(2, 1, 1, "Z"))
    edits = repairs([first, second], {"a.md": "abcd\nef"}, {"a.md": "abcd\nef"})
    assert repaired("abcd\nef", edits["a.md"]) == "Xcd\nef"


def test_no_two_findings_are_given_the_same_id() -> None:
    """Each file suggests ids by itself; what the course has already is not given again."""
    found = [lacking(1, 2, "a"), lacking(2, 2, "a")]
    edits = repairs(found, {"a.md": "A\nB"}, {"a.md": "A\nB"}, ids_of(["x <!-- id: a -->"]))
    assert repaired("A\nB", edits["a.md"]) == "A <!-- id: a-2 -->\nB <!-- id: a-3 -->"


def test_a_tab_counts_as_its_columns() -> None:
    """The check counts a tab as its columns; the tab stays a tab."""
    edits = repairs([mended(Edit(1, 7, 7, "!"))], {"a.md": "-\tJa"}, {"a.md": "-\tJa"})
    assert repaired("-\tJa", edits["a.md"]) == "-\tJa!"


def test_what_cannot_be_repaired_is_passed_over() -> None:
    """A finding without a repair asks for no edit, and neither does one in a file that is not open."""
    assert repairs([problem("no-key", "a.md", 1)], {"a.md": "x"}, {"a.md": "x"}) == {}
    found = [mended(Edit(1, 1, 2, "y")), mended(Edit(1, 1, 2, "y"), file="b.md")]
    assert set(repairs(found, {"a.md": "x"}, {"a.md": "x"})) == {"a.md"}


def test_alike_are_those_of_one_kind_that_can_be_repaired() -> None:
    """A dead link nobody can guess the target of is not mended with those one can."""
    one, other = mended(Edit(1, 1, 1, "a")), mended(Edit(2, 1, 1, "a"))
    found = [one, problem("odd-option", "a.md", 3), mended(Edit(4, 1, 1, "a"), code="lazy-line"), other]
    assert alike(found, one) == (one, other)
