"""The words an annotation hangs on are found again in a changed text, or told to be lost; never guessed."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.anchoring import LEAST_ALIKE, Place, find
from kursapp.domain.annotation import CONTEXT, LONGEST_QUOTE, Anchor

TEXT = (
    "Kommunen skal gjennomgå en melding snarest, og senest innen én uke. Meldingen skal vurderes. "
    "Er det grunn til det, skal saken undersøkes snarest, og senest innen tre måneder. Meldingen skal vurderes."
)


def on(words: str, text: str = TEXT, nth: int = 0) -> Anchor:
    """Return an anchor on the ``nth`` place some words stand."""
    at = -1
    for _each in range(nth + 1):
        at = text.index(words, at + 1)
    return Anchor.of(text, at, at + len(words))


def stands(anchor: Anchor, *texts: str) -> str | None:
    """Return the words an anchor is found at."""
    place = find(anchor, texts)
    return None if place is None else texts[place.part][place.start : place.end]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_in_the_same_text_it_stands_where_it_stood(text: str, start: int, length: int) -> None:
    """Whatever the text is, an anchor made in it is found at exactly its place."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    place = find(Anchor.of(text, start, end), [text])
    assert place == (Place(0, start, end) if start < end else None)


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60), st.data())
def test_words_moved_by_what_is_written_before_are_found(
    text: str, before: str, after: str, data: st.DataObject
) -> None:
    """Text put in before and after moves the words; what is found are those words."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = Anchor.of(text, start, end)
    found = find(anchor, [before + text + after])
    if anchor.quote:
        assert found is not None
        assert (before + text + after)[found.start : found.end] == anchor.quote


WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=3, max_size=9), min_size=24, max_size=60, unique=True
)


@given(WORDS, st.data())
def test_one_other_word_in_a_sentence_does_not_lose_it(words: list[str], data: st.DataObject) -> None:
    """A quote of ten words of which one is replaced is found, mostly over its own words."""
    first = data.draw(st.integers(0, len(words) - 10))
    text = " ".join(words)
    start = len(" ".join(words[:first])) + (1 if first else 0)
    quote = " ".join(words[first : first + 10])
    anchor = Anchor.of(text, start, start + len(quote))
    changed = list(words)
    at = first + data.draw(st.integers(1, 8))
    changed[at] = "x" * len(changed[at])
    place = find(anchor, [" ".join(changed)])
    assert place is not None
    found = set(" ".join(changed)[place.start : place.end].split())
    assert len(found & set(words[first : first + 10])) >= 5


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 80), st.lists(st.text(max_size=200), max_size=3))
def test_what_is_found_lies_in_its_text_and_is_like_the_quote(
    text: str, start: int, length: int, others: list[str]
) -> None:
    """Whatever the page has become, a place is a stretch of one of its texts, and its words are mostly the quote's."""
    start = min(start, len(text))
    anchor = Anchor.of(text, start, min(start + length, len(text)))
    place = find(anchor, others)
    if place is not None:
        words = others[place.part][place.start : place.end]
        assert words
        assert len(words) == place.end - place.start
        alike = SequenceMatcher(None, anchor.quote, words, autojunk=False).ratio()
        assert alike >= LEAST_ALIKE


def test_equal_words_are_told_apart_by_what_stands_around_them() -> None:
    """The second of two equal sentences is still the second when text has come before it."""
    anchor = on("Meldingen skal vurderes.", nth=1)
    changed = "En ny innledning står her. " + TEXT
    place = find(anchor, [changed])
    assert place is not None
    assert place.start == changed.rindex("Meldingen skal vurderes.")


def test_the_words_around_count_more_than_where_they_stood() -> None:
    """Of equal words the one with its own neighbours is meant, though another has come to stand where it stood."""
    old = "Først dette. Svaret er nei, og det er endelig."
    new = "Svaret er nei i dag. Først dette. Svaret er nei, og det er endelig."
    place = find(on("Svaret er nei", old), [new])
    assert place is not None
    assert place.start == new.rindex("Svaret er nei")


def test_a_small_word_whose_sentence_is_gone_is_not_another_sentences() -> None:
    """Where it stands in several other places none of them is guessed at; where it stands in one it is that one."""
    anchor = on("skal", "Før. Barnet skal høres før vedtak fattes. Etterpå.")
    assert find(anchor, ["Før. Kommunen skal vurdere saken og skal skrive den ned."]) is None
    assert stands(anchor, "Før. Nå skal det skrives.") == "skal"
    assert stands(anchor, "Nytt, som skal stå her. Dermed skal det høres. Barnet skal høres.") == "skal"
    assert find(anchor, ["Nytt skal stå. Barnet skal høres før."]) == Place(0, 22, 26)
    by_chance = "X" * anchor.start + "skal det og skal det"
    assert find(anchor, [by_chance]) is None


@pytest.mark.parametrize("now", ["Noe ganske annet er skrevet, men ikke senere.", "Mål og vilje innen denne uken."])
def test_words_that_share_little_with_the_quote_are_not_it(now: str) -> None:
    """Between the old neighbours stands something new: the mark is lost, and does not move onto it."""
    anchor = on("gjennomgå en melding snarest, og senest innen én uke")
    changed = f"Kommunen skal {now} Meldingen skal vurderes."
    assert find(anchor, [changed]) is None


def test_what_is_between_the_old_neighbours_is_found_though_no_piece_stands() -> None:
    """Words mended here and there all through keep the mark by what stands around them."""
    text = "Den som leder, må ta ansvar. Slik er det sagt, og slik er det ment. Det er alt som står om det."
    quote = "Slik er det sagt, og slik er det ment."
    changed = text.replace(quote, "Slik var det sagt, og slikt er da ment.")
    assert stands(on(quote, text), changed) is not None


def test_words_that_moved_to_another_part_of_the_page_are_found() -> None:
    """A question that came between cuts the running text in two."""
    place = find(on("senest innen tre måneder"), ["Noe annet.", TEXT[:60], TEXT[60:]])
    assert place is not None
    assert place.part == 2


@pytest.mark.parametrize(
    ("quote", "changed", "now"),
    [
        (
            "gjennomgå en melding snarest, og senest innen én uke",
            TEXT.replace("én uke", "sju dager"),
            "gjennomgå en melding snarest, og senest innen sju dager",
        ),
        ("skal saken undersøkes snarest", TEXT.replace("saken", "saka"), "skal saka undersøkes snarest"),
        (
            "Er det grunn til det, skal saken undersøkes",
            TEXT.replace("Er det grunn", "Dersom det er grunn"),
            "det er grunn til det, skal saken undersøkes",
        ),
    ],
)
def test_words_that_were_mended_are_found(quote: str, changed: str, now: str) -> None:
    """A corrected deadline or spelling keeps the mark, on whole words."""
    found = stands(on(quote), changed)
    assert found is not None
    assert found in now or now in found or len(set(found.split()) & set(now.split())) >= len(now.split()) - 2


@pytest.mark.parametrize(
    "changed", ["", "Noe helt annet står her nå.", TEXT.upper(), "x" * 500], ids=["nothing", "other", "upper", "x"]
)
def test_words_that_are_gone_are_lost(changed: str) -> None:
    """What is not there is not put anywhere."""
    assert stands(on("senest innen én uke"), changed) is None
    assert find(on("senest innen én uke"), []) is None


def test_a_page_note_has_no_place() -> None:
    """Without a quote it hangs on the page."""
    assert find(Anchor(), [TEXT]) is None


def test_a_long_quote_is_cut_and_keeps_its_neighbours() -> None:
    """What is kept has a limit; what stood around it is short."""
    anchor = Anchor.of("å" * 9_000, 100, 8_000)
    assert (len(anchor.quote), len(anchor.before), len(anchor.after)) == (LONGEST_QUOTE, CONTEXT, CONTEXT)
    assert find(anchor, ["å" * 9_000]) == Place(0, 100, 100 + LONGEST_QUOTE)


@pytest.mark.parametrize("text", ["a" * 200_000, "ab " * 70_000, " " * 100_000])
def test_odd_texts_take_no_longer(text: str) -> None:
    """A page of one letter is looked through once, not for every place the letter stands."""
    find(Anchor("a" * 4_999 + "b", "a" * 40, "a" * 40, 0, 3), [text])
    find(Anchor("ab " * 1_000 + "x", "ab " * 13, "ab " * 13, 0, 3), [text])
