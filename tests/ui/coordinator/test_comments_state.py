"""What a hand does to a comment: tags, places taken out and put back, and counting as Qt counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.redaction import REDACTED
from kursapp.services.cohort_cards import CommentEntry
from kursapp.ui.coordinator.comments_state import (
    Shelf,
    Sieve,
    clean_tag,
    from_utf16,
    merged,
    to_utf16,
    with_place,
    with_tag,
    without_place,
    word_at,
)

ENTRY = CommentEntry("1", "fritekst", "Kari sa det. Ola også 😀, sa Kari.", "Kari sa det. Ola også 😀, sa Kari.")
PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)))


@given(st.text())
def test_qts_count_and_ours_agree_both_ways(text: str) -> None:
    """For every place in every text: there and back is the same place, and the count is that of UTF-16."""
    for position in range(len(text) + 1):
        assert to_utf16(text, position) == len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
        assert from_utf16(text, to_utf16(text, position)) == position


@given(PLACES)
def test_places_stay_in_order_and_apart(places: list[tuple[int, int]]) -> None:
    """Merged places cover the same characters, none twice, and never touch."""
    whole = merged(places)
    assert {at for start, end in whole for at in range(start, end)} == {
        at for start, end in places for at in range(start, end)
    }
    ends = [end for place in whole for end in place]
    assert ends == sorted(set(ends))


@given(PLACES)
def test_nothing_of_a_place_taken_out_is_shown(places: list[tuple[int, int]]) -> None:
    """The words shown are those left, with a mark of one length wherever something went."""
    entry = ENTRY
    for start, end in places:
        entry = with_place(entry, start, end)
    gone = {at for start, end in entry.redacted for at in range(start, end)}
    left = "".join(sign for at, sign in enumerate(entry.text) if at not in gone)
    assert [sign for sign in entry.shown.replace(REDACTED, "") if sign != " "] == [sign for sign in left if sign != " "]


def test_a_place_is_put_back_where_the_caret_is() -> None:
    """The one at the caret, or else the last; then the text is as it was written."""
    entry = with_place(with_place(ENTRY, 0, 4), 13, 16)
    assert without_place(entry, 2).redacted == ((13, 16),)
    assert without_place(entry, 30).redacted == ((0, 4),)
    assert without_place(without_place(entry, 0), 0).shown == ENTRY.text


@pytest.mark.parametrize(("position", "word"), [(0, "Kari"), (2, "Kari"), (4, "Kari"), (11, "det"), (23, "")])
def test_the_word_at_the_caret(position: int, word: str) -> None:
    """Inside it, before it and after it; between two marks of punctuation there is none."""
    start, end = word_at(ENTRY.text, position)
    assert ENTRY.text[start:end] == word


def test_tags_are_put_on_once_and_stand_by_name() -> None:
    """Whatever the order they came in; taking one off that is not there changes nothing."""
    entry = with_tag(with_tag(with_tag(ENTRY, "tempo", True), "Faglig", True), "tempo", True)
    assert entry.tags == ("Faglig", "tempo")
    assert with_tag(entry, "Rom", False).tags == entry.tags
    assert with_tag(entry, "Faglig", False).tags == ("tempo",)


def test_a_tag_is_kept_as_one_known_where_only_case_differs() -> None:
    """One line, short, spelled as the one there is."""
    assert clean_tag("  ny \n merkelapp ", ()) == "ny merkelapp"
    assert clean_tag("TEMPO", ("Tempo",)) == "Tempo"
    assert len(clean_tag("x" * 100, ())) == 40
    assert clean_tag("   ", ("Tempo",)) == ""


def test_the_sieve_lets_through_what_its_name_says() -> None:
    """Each shelf by an example of what is on it and what is not."""
    tagged = with_tag(ENTRY, "Tempo", True)
    redacted = with_place(ENTRY, 0, 4)
    assert Sieve().lets_through(ENTRY)
    assert Sieve(Shelf.UNTAGGED).lets_through(ENTRY)
    assert not Sieve(Shelf.UNTAGGED).lets_through(tagged)
    assert Sieve(Shelf.TAGGED, "Tempo").lets_through(tagged)
    assert not Sieve(Shelf.TAGGED, "Annet").lets_through(tagged)
    assert Sieve(Shelf.REDACTED).lets_through(redacted)
    assert not Sieve(Shelf.REDACTED).lets_through(ENTRY)
    assert not Sieve(Shelf.CHOSEN).lets_through(ENTRY)
