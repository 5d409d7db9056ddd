"""Whatever is typed in a search field, there are words in it or there are not; it never is an order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.search_query import LONGEST, MOST_PARTS, Part, parse

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


def said(typed: str) -> list[str]:
    return [" ".join(part.words) for part in parse(typed)]


def test_words_are_parts() -> None:
    """Each word once, in order; words with hyphens are one thing that may be written as one."""
    assert said("Frister for melding, frister") == ["frister", "melding"]
    (part,) = parse("e-post")
    assert (part.words, part.joined) == (("e", "post"), "epost")


def test_small_words_count_where_there_are_no_others() -> None:
    """They stand on every page, so they are left out of a search that has greater ones."""
    assert said("hva er fristen for en melding") == ["fristen", "melding"]
    assert said("for en") == ["for", "en"]


def test_quotation_marks_make_a_row() -> None:
    """Of every kind; small words count in a row, and a mark that is never closed is none."""
    row = Part(("varsle", "om", "vold"), quoted=True)
    assert parse("«varsle om vold» straks") == (row, Part(("straks",)))
    assert parse('"varsle om vold"') == parse("“varsle om vold”") == parse("„varsle om vold“") == (row,)
    assert said("«uten slutt") == ["uten", "slutt"]
    assert parse("«»") == ()


def test_orders_to_the_engine_are_words() -> None:
    """What a full-text engine would take as its own language is searched for as it stands."""
    assert said('title:frist AND NOT "x* OR NEAR(a b, 3)') == [
        "title",
        "frist",
        "and",
        "not",
        "x",
        "or",
        "near",
        "a",
        "b",
        "3",
    ]


def test_there_is_an_end_to_what_counts() -> None:
    """Ten thousand characters are as quick as five hundred."""
    assert parse("\x00 ?!*") == ()
    assert len(parse("ord " * 2500)) == 1
    assert said("frist" + " " * LONGEST + "melding") == ["frist"]
    assert len(parse(" ".join(f"ord{number}" for number in range(2500)))) == MOST_PARTS


@given(ANY)
def test_anything_can_be_typed(typed: str) -> None:
    """Every part has words, and no word holds a quotation mark."""
    for part in parse(typed):
        assert part.words
        assert all(word and '"' not in word and "\x00" not in word for word in part.words)
