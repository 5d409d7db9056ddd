"""Blocks are the same to a reader wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import CheckItem, Checklist, Place, Prose, Rich
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option
from kursapp.domain.sameness import is_same

HERE, THERE = Place("a.md", 1, 2), Place("a.md", 7, 8)
ASKED = ChoiceQuestion("q", "Hva?", HERE, ChoiceKind.SINGLE, (Option("a", Rich("ja", "ja"), right=True),))
PROSE = Prose(HERE, Rich("<p>x</p>", "x"))


@pytest.mark.parametrize(
    ("one", "other"),
    [(PROSE, replace(PROSE, place=THERE)), (ASKED, replace(ASKED, place=THERE)), ((PROSE, ASKED), (PROSE, ASKED))],
)
def test_what_only_stands_elsewhere_is_the_same(one: object, other: object) -> None:
    """Lines have come or gone above it."""
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PROSE, replace(PROSE, text=Rich("<p>y</p>", "y"))),
        (PROSE, ASKED),
        (ASKED, replace(ASKED, options=(Option("a", Rich("ja", "ja")),))),
        (ASKED, replace(ASKED, options=())),
        ((PROSE,), (PROSE, PROSE)),
        (PROSE, Checklist(HERE, "s", (CheckItem("s-1", Rich("x", "x")),))),
    ],
)
def test_what_reads_or_scores_otherwise_is_another(one: object, other: object) -> None:
    """A word, a key, a part more or less, another kind."""
    assert not is_same(one, other)
