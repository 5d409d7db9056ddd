"""Two texts compared: nothing is left out, what is alike is found, and no text makes it slow."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.draft import Clash, DiffLine, FileText, Side
from kursapp.services import compare_texts
from kursapp.services.compare_texts import clash_diff, hunks, line_diff, side_by_side

TEXTS = st.lists(st.sampled_from(["", "a", "b", "c", "en to tre", "en fire tre"]), max_size=14).map("\n".join)


def olds(lines: tuple[DiffLine, ...]) -> list[tuple[int, str]]:
    """Return the lines of the old text with their numbers."""
    return [(line.old, line.text) for line in lines if line.side is not Side.NEW]


def news(lines: tuple[DiffLine, ...]) -> list[tuple[int, str]]:
    """Return the lines of the new text with their numbers."""
    return [(line.new, line.text) for line in lines if line.side is not Side.OLD]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_a_comparison(old: str, new: str) -> None:
    """Every line of either stands in it once, in order, with its number."""
    lines = line_diff(old, new)
    assert olds(lines) == list(enumerate(old.split("\n"), 1))
    assert news(lines) == list(enumerate(new.split("\n"), 1))


@given(TEXTS, TEXTS)
def test_rows_hold_the_same_lines(old: str, new: str) -> None:
    """Side by side, the left column is the old text and the right one the new; a row is never empty on both sides."""
    rows = side_by_side(line_diff(old, new))
    assert [left.text for left, _ in rows if left] == old.split("\n")
    assert [right.text for _, right in rows if right] == new.split("\n")
    assert all(left or right for left, right in rows)
    assert all((left is right) == (left is not None and left.side is Side.BOTH) for left, right in rows)


@given(TEXTS, TEXTS)
def test_what_is_pointed_out_lies_in_the_line_and_is_the_difference(old: str, new: str) -> None:
    """Without the words pointed out, two lines in each other's place are the same."""
    for left, right in side_by_side(line_diff(old, new)):
        if left and right and (left.spans or right.spans):
            assert without(left) == without(right)


def without(line: DiffLine) -> str:
    """Return a line without the words that are pointed out."""
    kept, at = [], 0
    for start, end in line.spans:
        assert at <= start < end <= len(line.text)
        kept.append(line.text[at:start])
        at = end
    return "".join([*kept, line.text[at:]])


@given(TEXTS, TEXTS)
def test_hunks_leave_out_only_what_is_the_same(old: str, new: str) -> None:
    """And say how many lines; every difference is in one of them, with what stands around it."""
    lines = line_diff(old, new)
    found = hunks(lines, around=1)
    rest = list(lines)
    for hunk in found:
        assert all(line.side is Side.BOTH for line in rest[: hunk.skipped])
        assert tuple(rest[hunk.skipped : hunk.skipped + len(hunk.lines)]) == hunk.lines
        del rest[: hunk.skipped + len(hunk.lines)]
    assert not rest if found else all(line.side is Side.BOTH for line in lines)


def test_a_hunk_shows_what_stands_around() -> None:
    """Two lines on either side, and how many are left out before and after."""
    old = [str(number) for number in range(20)]
    (hunk, last) = hunks(line_diff("\n".join(old), "\n".join([*old[:9], "ny", *old[10:]])))
    assert (hunk.skipped, [line.text for line in hunk.lines]) == (7, ["7", "8", "9", "ny", "10", "11"])
    assert last == (8, ())


def test_a_clash_is_hers_against_the_others() -> None:
    """What she wrote is the old side; a file that is gone says nothing."""
    theirs = FileText("a.md", "De\n", "")
    assert [line.side for line in clash_diff(Clash("a.md", "Jeg\n", theirs))] == [Side.OLD, Side.NEW, Side.BOTH]
    assert [line.text for line in clash_diff(Clash("a.md", "Jeg", None)) if line.side is Side.OLD] == ["Jeg"]


def test_equal_texts_have_no_difference() -> None:
    """Nor has the empty text to itself."""
    for text in ("", "a\nb\n"):
        assert all(line.side is Side.BOTH for line in line_diff(text, text))


def test_a_line_that_came_is_one_line() -> None:
    """Though the lines around it are alike."""
    lines = line_diff("# Tittel\n\nEn.\n\nTo.\n", "# Tittel\n\nEn.\n\nNy.\n\nTo.\n")
    assert [line.text for line in lines if line.side is Side.NEW] in (["Ny.", ""], ["", "Ny."])
    assert not [line for line in lines if line.side is Side.OLD]


def test_words_are_pointed_out() -> None:
    """In a paragraph on one line, only what was written otherwise."""
    went, came = line_diff("Lederen skal alltid svare innen en uke.", "Lederen skal svare innen to uker.")
    assert [went.text[a:b] for a, b in went.spans] == ["alltid ", "en", "uke"]
    assert [came.text[a:b] for a, b in came.spans] == ["to", "uker"]


def test_other_sentences_are_not_compared_by_word() -> None:
    """Lines with little in common are other lines."""
    went, came = line_diff("Lederen skal alltid svare.", "Kommunen har ansvaret.")
    assert not went.spans
    assert not came.spans


def test_a_moved_paragraph_is_found_where_it_was_and_where_it_is() -> None:
    """What stays in its order is as long as it can be."""
    old = [f"Linje {number}." for number in range(50)]
    new = [*old[1:], old[0]]
    lines = line_diff("\n".join(old), "\n".join(new))
    assert [(line.side, line.text) for line in lines if line.side is not Side.BOTH] == [
        (Side.OLD, "Linje 0."),
        (Side.NEW, "Linje 0."),
    ]


@pytest.mark.parametrize("shape", ["blank", "two", "words"])
def test_texts_without_landmarks_are_compared_in_bounds(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands many times is compared thoroughly only in small stretches: the pairs looked at stay few."""
    chance = random.Random(1)
    made = {
        "blank": ("\n" * 20_000, "x" + "\n" * 10_000 + "y" + "\n" * 10_000 + "z"),
        "two": tuple("\n".join(chance.choices("ab", k=20_000)) for _ in range(2)),
        "words": tuple(" ".join(chance.choices("ab", k=20_000)) for _ in range(2)),
    }
    looked: list[int] = []
    real = compare_texts._thorough

    def noted(old: list[str], new: list[str], part: compare_texts._Part) -> object:
        looked.append((part.i_end - part.i) * (part.j_end - part.j))
        return real(old, new, part)

    monkeypatch.setattr(compare_texts, "_thorough", noted)
    old, new = made[shape]
    lines = line_diff(old, new)
    assert [text for _, text in olds(lines)] == old.split("\n")
    assert sum(looked) <= 1_000_000
