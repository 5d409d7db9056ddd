"""Looking for words and patterns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError
from kursapp.ui.author.editor.places import characters
from kursapp.ui.author.editor.searching import MOST, Query, Search


def found(text: str, query: Query, instead: str = "") -> list[str]:
    """Return the words found, or what comes in their place."""
    places = Search(query).places(text, instead)
    if instead:
        return [place.instead for place in places]
    return [text[characters(text, place.start) : characters(text, place.end)] for place in places]


def test_words_are_found_as_they_stand() -> None:
    """Signs of patterns are only signs; case does not matter until one says so."""
    assert found("Barn (barn) BARN", Query("barn")) == ["Barn", "barn", "BARN"]
    assert found("Barn (barn) BARN", Query("barn", case=True)) == ["barn"]
    assert found("a.b a+b", Query("a.b")) == ["a.b"]
    assert found("ÆØÅ æøå", Query("æøå")) == ["ÆØÅ", "æøå"]
    assert found("to\nlinjer", Query("to\nlinjer")) == ["to\nlinjer"]
    assert found("noe", Query("")) == []


def test_whole_words_end_where_norwegian_words_end() -> None:
    """Letters with rings and strokes are letters."""
    assert found("barn barnet småbarn barn_a (barn)", Query("barn", word=True)) == ["barn", "barn"]
    assert found("på påå", Query("på", word=True)) == ["på"]


def test_patterns_are_looked_for_in_a_line_at_a_time() -> None:
    """A place of no length is none; groups can be put back."""
    assert found("d1-m1\nd2-m3", Query(r"d(\d)-m(\d)", pattern=True)) == ["d1-m1", "d2-m3"]
    assert found("ab\nab", Query("^a", pattern=True)) == ["a", "a"]
    assert found("abc 😀😀", Query("x*", pattern=True)) == []
    assert found("d1-m2", Query(r"d(\d)-m(\d)", pattern=True), r"$2/\1\n\\") == ["2/1\n\\"]
    assert found("😀 id", Query("i.", pattern=True)) == ["id"]


def test_in_words_a_replacement_is_what_it_says() -> None:
    """Only a pattern has groups."""
    assert found("pris", Query("pris"), "$1") == ["$1"]


@pytest.mark.parametrize("pattern", ["(ab", "a)|(b", "[", "*", "a{2,1}"])
def test_a_pattern_that_cannot_be_read_is_refused_with_its_place(pattern: str) -> None:
    """Also one that would make sense between our own brackets."""
    with pytest.raises(KursappError) as refused:
        Search(Query(pattern, word=True, pattern=True))
    assert refused.value.problem.code == "bad-pattern"
    assert 1 <= int(refused.value.problem.value("at")) <= len(pattern) + 1


def test_a_pattern_that_would_look_for_ever_is_refused() -> None:
    """The screen stands still for a moment at most."""
    with pytest.raises(KursappError) as refused:
        list(Search(Query(r"(a+)+\$", pattern=True)).places("a" * 60 + "!$\n"))
    assert refused.value.problem.code == "pattern-too-hard"


def test_no_more_places_are_found_than_anybody_goes_through() -> None:
    """A letter in a long file is no reason to wait."""
    assert len(found("a" * (MOST + 5), Query("a"))) == MOST


@given(st.text(alphabet="ab.*😀\n", max_size=40), st.text(alphabet="ab.*😀", min_size=1, max_size=3))
def test_what_is_found_is_what_was_looked_for(text: str, words: str) -> None:
    """Everywhere it stands, from the left, whatever signs it has."""
    assert found(text, Query(words, case=True)) == [words] * text.count(words)
