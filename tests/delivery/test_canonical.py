"""There is one way to hand an answer in, and the room for words is known while typing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.delivery.canonical import (
    LEAST_FOR_WORDS,
    OVERHEAD,
    NotOnFormError,
    canonical_answers,
    canonical_code,
    canonical_text,
    length_for,
    room_for_words,
    room_left,
)
from kursapp.domain.cohort import ANSWER_FILE_BYTES
from kursapp.domain.evaluation_answer import EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.submission import Solved
from tests.delivery.small_cohort import ANSWERS, answers_to_form, cohort_form, evaluation_form, shared_quiz

FORM = evaluation_form()


def one(item_id: str, answer: EvaluationAnswer, form: Form = FORM) -> EvaluationAnswer:
    """Return one answer as it is handed in."""
    return dict(canonical_answers(form, ((item_id, answer),)))[item_id]


@given(st.text())
def test_a_text_is_tidied_once_and_for_all(text: str) -> None:
    """Tidied again it is the same: composed, line feeds, no space around, nothing unseen."""
    tidy = canonical_text(text)
    assert canonical_text(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)
    assert tidy == tidy.strip()
    assert "\r" not in tidy
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in tidy.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize(
    ("typed", "handed_in"),
    [
        ("  Bra!\r\nVeldig bra.\r", "Bra!\nVeldig bra."),
        ("a\u030a", "å"),
        ("=2+3", "=2+3"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("👩‍🏫🎉", "👩‍🏫🎉"),
        ("\u202bשלום\u202c", "\u202bשלום\u202c"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("halv \ud83d", "halv \ufffd"),
        ("tab\tog ny\n\nlinje", "tab\tog ny\n\nlinje"),
    ],
)
def test_what_people_write_comes_through(typed: str, handed_in: str) -> None:
    """Formulas, emoji and right-to-left text unharmed; control characters are lost, since no eye sees them."""
    assert canonical_text(typed) == handed_in


def test_ten_thousand_characters_have_room() -> None:
    """In one comment, of letters that take two bytes each."""
    answers = (("bra", Written("å" * 10_000)),)
    assert canonical_answers(FORM, answers) == answers
    assert room_left(answers, cohort_form(FORM)) > 0


def test_answers_stand_in_the_forms_order_however_they_were_given() -> None:
    """What was answered first cannot be seen."""
    assert canonical_answers(FORM, reversed(ANSWERS)) == ANSWERS


@given(answers_to_form(FORM))
def test_canonical_answers_are_their_own_canonical_form(answers: tuple[tuple[str, EvaluationAnswer], ...]) -> None:
    """Doing it twice changes nothing."""
    tidy = canonical_answers(FORM, answers)
    assert canonical_answers(FORM, tidy) == tidy


def test_blank_answers_are_left_out() -> None:
    """Nothing given is nothing handed in, in whatever way it is empty."""
    blanks = (("bra", Written(" \n ")), ("tema", Picked(())), ("viktig", Ranked(())), ("trygg", RatedTwice()))
    assert canonical_answers(FORM, blanks) == ()


@pytest.mark.parametrize(
    ("typed", "handed_in"), [("8", "8"), (" 8,50 ", "8.5"), ("08", "8"), ("10", "10"), ("0,0", "0"), ("-0", "0")]
)
def test_a_number_has_one_spelling(typed: str, handed_in: str) -> None:
    """However it was typed: "8,50" would otherwise be one person's own."""
    assert one("karakter", Written(typed)) == Written(handed_in)


def test_options_stand_in_the_items_order_and_ranks_in_the_persons() -> None:
    """The order of ticking tells nothing; the order of ranking is the answer."""
    assert one("tema", Picked(("c", "a"), " mer ")) == Picked(("a", "c"), "mer")
    assert one("viktig", Ranked(("b", "a"))) == Ranked(("b", "a"))
    assert one("q1", Solved(500, ("b", "a")), shared_quiz()) == Solved(500, ("a", "b"))


@pytest.mark.parametrize(
    "wrong",
    [
        ("nytte", Rated(6)),
        ("nytte", Written("4")),
        ("nei", Rated(1)),
        ("karakter", Written("11")),
        ("karakter", Written("åtte")),
        ("rolle", Picked(("z",))),
        ("rolle", Picked(("a", "b"))),
    ],
)
def test_what_the_form_cannot_have_is_named(wrong: tuple[str, EvaluationAnswer]) -> None:
    """By its item, on the laptop, before anything is sealed."""
    with pytest.raises(NotOnFormError) as refused:
        canonical_answers(FORM, (wrong,))
    assert refused.value.args == (wrong[0],)


def test_an_item_is_answered_once() -> None:
    """Two answers to one item are none the form can have."""
    with pytest.raises(NotOnFormError):
        canonical_answers(FORM, (("nytte", Rated(1)), ("nytte", Rated(2))))


@pytest.mark.parametrize("typed", ["AB3CD4", "ab3-cd4", " ab3 cd4 ", "ab3–cd4\n"])
def test_a_code_is_read_as_people_write_it(typed: str) -> None:
    """Any case, spaces and hyphens."""
    assert canonical_code(typed) == "AB3CD4"


def test_only_words_take_room() -> None:
    """Steps, options and numbers have theirs from the start, so that the room shown never jumps."""
    form = cohort_form(FORM)
    without = tuple((item, answer) for item, answer in ANSWERS if item not in ("bra", "tema"))
    assert room_left((), form) == room_left(without, form) == room_for_words(form)


@pytest.mark.parametrize(
    ("words", "bytes_"), [("bra", 3), ("blåbær", 8), ("🎉", 4), ('"sitat"', 9), ("a\r\nb", 4), ("  a  ", 1)]
)
def test_words_take_as_much_as_they_do_in_the_file(words: str, bytes_: int) -> None:
    """Bytes as they are written: æøå two, quotation marks and line ends two."""
    form = cohort_form(FORM)
    assert room_for_words(form) - room_left((("bra", Written(words)),), form) == bytes_
    assert room_for_words(form) - room_left((("tema", Picked(("c",), words)),), form) == bytes_


def test_answers_to_other_items_take_no_room() -> None:
    """Left-overs of an older version of the form are not sent."""
    form = cohort_form(FORM)
    assert room_left((("borte", Written("x")),), form) == room_for_words(form)


def test_a_forms_files_are_32_kib_unless_the_form_itself_takes_them() -> None:
    """A huge form gets longer files, always with room for words."""
    assert length_for(FORM) == ANSWER_FILE_BYTES
    assert length_for(shared_quiz()) == ANSWER_FILE_BYTES
    options = tuple(FormOption(f"et-ganske-langt-navn-{n}", str(n)) for n in range(50))
    items = tuple(FormItem(f"m{n}", AnswerKind.MULTIPLE, "?", options=options) for n in range(40))
    huge = Form("h", "H", FormKind.EVALUATION, "c", "1", (*items, FormItem("t", AnswerKind.TEXT, "?")))
    length = length_for(huge)
    assert length > ANSWER_FILE_BYTES
    assert length % ANSWER_FILE_BYTES == 0
    assert room_for_words(cohort_form(huge, length)) >= LEAST_FOR_WORDS
    assert OVERHEAD < ANSWER_FILE_BYTES
