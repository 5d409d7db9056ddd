"""Ordering questions: the order is the author's, ties where allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.domain.course import Faulty
from kursapp.domain.question import OrderQuestion


def ordering(*lines: str, settings: str = "") -> str:
    return "\n".join(["### Spørsmål (rekkefølge): Hva kommer først?", f"<!-- id: q{settings} -->", *lines, ""])


def test_position_counts_and_not_digits(read: Callable) -> None:
    """Items stand in the author's order, whatever the digits say."""
    found = read(ordering("Sett i rekkefølge.", "1. Melding", "1. Undersøkelse", "7. Tiltak"))
    question = found.block
    assert isinstance(question, OrderQuestion)
    assert [(item.text.plain, item.rank) for item in question.items] == [
        ("Melding", 1),
        ("Undersøkelse", 2),
        ("Tiltak", 3),
    ]
    assert question.stem.plain == "Sett i rekkefølge."
    assert found.codes == []


@pytest.mark.parametrize(
    ("tied", "ranks"),
    [("2-3", [1, 2, 2, 3]), ("1–2, 3–4", [1, 1, 2, 2]), ("1-4", [1, 1, 1, 1]), ("1-2, 2-3", [1, 1, 1, 2])],
)
def test_ties(read: Callable, tied: str, ranks: list[int]) -> None:
    """``likt`` gives neighbours the same rank."""
    found = read(ordering("1. a", "2. b", "3. c", "4. d", settings=f" | likt: {tied}"))
    assert [item.rank for item in found.block.items] == ranks


@pytest.mark.parametrize("tied", ["3-2", "4-5", "alle", "0-1", "2"])
def test_ties_that_cannot_be(read: Callable, tied: str) -> None:
    """A tie outside the list is an error; the question keeps its order."""
    found = read(ordering("1. a", "2. b", "3. c", "4. d", settings=f" | likt: {tied}"))
    assert found.codes == ["bad-setting"]
    assert [item.rank for item in found.block.items] == [1, 2, 3, 4]


def test_bullets_should_be_numbers(read: Callable) -> None:
    """A bulleted list where a numbered one belongs is an error whose repair numbers it."""
    found = read(ordering("- a", "- b", "- c"))
    assert isinstance(found.block, Faulty)
    again = read(found.repaired("order-without-numbers"))
    assert [item.text.plain for item in again.block.items] == ["a", "b", "c"]


def test_bullets_in_the_text_before(read: Callable) -> None:
    """A bulleted list before the numbered one is part of the text."""
    found = read(ordering("- husk", "", "1. a", "2. b"))
    assert [item.text.plain for item in found.block.items] == ["a", "b"]
    assert found.block.stem.plain == "husk"


def test_one_item_is_no_order(read: Callable) -> None:
    """At least two items are needed."""
    assert read(ordering("1. a")).block.codes == ("too-few-items",)


def test_feedback_has_no_place_under_an_item(read: Callable) -> None:
    """A quote under an item is warned about, because nobody would see it."""
    assert read(ordering("1. a", "   > Hm.", "2. b")).codes == ["feedback-not-here"]
