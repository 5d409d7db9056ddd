"""Characters and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.ui.author.editor.places import characters, from_document, in_characters, to_document, units

TEXTS = st.text(alphabet="aø😀\n", max_size=30)


@given(TEXTS, st.data())
def test_units_and_characters_are_each_others_way_back(text: str, data: st.DataObject) -> None:
    """At every place between two characters."""
    at = data.draw(st.integers(0, len(text)))
    assert units(text, at) == len(text[:at].encode("utf-16-le")) // 2
    assert characters(text, units(text, at)) == at


@given(TEXTS)
def test_many_places_are_counted_at_once(text: str) -> None:
    """As one by one."""
    every = range(len(text) + 1)
    assert list(in_characters(text, [units(text, at) for at in every])) == list(every)


def test_half_a_character_is_none() -> None:
    """A place inside an emoji is the one before it."""
    assert characters("a😀", 2) == 1


@given(st.text(alphabet="a\n\u2028\u2029\ufdd0\ufdd1\u00a0", max_size=20))
def test_no_character_is_taken_for_a_lines_end(text: str) -> None:
    """A document breaks lines at line feeds only, and gives back what it was given."""
    held = to_document(text)
    assert not set(held) & set("\u2029\ufdd0\ufdd1")
    assert from_document(held.replace("\n", "\u2029")) == text
