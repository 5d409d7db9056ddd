"""GIFT as Moodle reads it: kinds, weights, feedback, formats, categories, comments."""

from __future__ import annotations

import pytest

from kursapp.domain.course import Faulty, Prose
from kursapp.domain.problem import Severity
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import Bank
from kursapp.interchange.gift_reader import read_gift


def read(text: str) -> Bank:
    """Read one file."""
    return read_gift(text, "bank.gift")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("En tekst uten klammer.", Prose),
        ("Skriv {}", Reflection),
        ("Hvor mange? {#12:1}", NumberQuestion),
        ("Velg {=a ~b}", ChoiceQuestion),
        ("Velg {#=a ~b}", Faulty),
        ("Koble {=a -> b =c -> d}", MatchQuestion),
        ("Sant? {T}", ChoiceQuestion),
        ("Sant? {FALSE#feil#rett}", ChoiceQuestion),
        ("Hva? {=a =b}", ShortAnswerQuestion),
        ("Hva? {a}", ShortAnswerQuestion),
        ("Oslo er {=hovedstad} i Norge.", GapQuestion),
    ],
)
def test_the_kind_is_the_one_moodle_takes_it_for(text: str, kind: type) -> None:
    """No braces, empty ones, ``#``, ``~``, ``->``, T or F, else a short answer: in this order."""
    assert [type(item.block) for item in read(text).items] == [kind]


def test_several_are_chosen_when_none_begins_with_an_equals_sign() -> None:
    """Moodle's rule for one or several; an escaped ``\\=`` is no sign."""
    bank = read("Velg {~%50%a \\= b ~%50%c ~%-100%d}")
    question = bank.items[0].block
    assert isinstance(question, ChoiceQuestion)
    assert question.choice is ChoiceKind.MULTIPLE
    assert [(option.text.plain, option.right) for option in question.options] == [
        ("a = b", True),
        ("c", True),
        ("d", False),
    ]
    assert bank.problems == ()


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ("#12", "12", "12"),
        ("#12:1", "11", "13"),
        ("#11..13", "11", "13"),
        ("#=12,5:0.5", "12", "13"),
        ("#-1..-3", "-3", "-1"),
    ],
)
def test_numbers_have_bounds(answers: str, low: str, high: str) -> None:
    """``a:b`` is a tolerance and ``a..b`` a range."""
    question = read(f"Tall? {{{answers}}}").items[0].block
    assert isinstance(question, NumberQuestion)
    assert (question.low, question.high) == (low, high)


def test_what_is_lost_is_told_with_its_line() -> None:
    """Partial answers and odd weights are reported where they stand; nothing else is."""
    bank = read("Hva? {=a =%50%b}\n\nVelg {=x ~%30%y}\n\nGreit {=x ~y}\n")
    assert [(found.code, found.line) for found in bank.problems] == [
        ("import-partial-answers-lost", 1),
        ("import-weights-lost", 3),
    ]


def test_one_bad_entry_never_stops_the_rest() -> None:
    """It is kept as it is written, and told of."""
    bank = read("En {=a ~b}\n\nØdelagt { =a\n\nTo {T}\n")
    assert [type(item.block) for item in bank.items] == [ChoiceQuestion, Faulty, ChoiceQuestion]
    kept = bank.items[1].block
    assert isinstance(kept, Faulty)
    assert kept.source == "Ødelagt { =a"
    assert [(found.code, found.line, found.severity) for found in bank.problems] == [
        ("import-braces", 3, Severity.ERROR)
    ]


def test_comments_categories_names_and_ids() -> None:
    """A comment is no part of a question, a category holds until the next one, an id stands in a comment."""
    bank = read(
        "// [id:q-1] merk\n::Navn::Hva? {=a} // slutt\n\n$CATEGORY: $course$/top/Lov//rett/Del 1\n\nHva? {=b}\n"
    )
    first, second = bank.items
    assert (first.name, first.id, first.category) == ("Navn", "q-1", ())
    assert (second.id, second.category) == ("", ("Lov/rett", "Del 1"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[html]<b>a</b> &amp; b {}", "<b>a</b> &amp; b"),
        ("[markdown]**a** & `b` {}", "<strong>a</strong> &amp; <code>b</code>"),
        ("[plain]a <b> {}", "a &lt;b&gt;"),
        ("a\\: b \\#1 \\{x\\} \\~ \\= \\\\ {}", "a: b #1 {x} ~ = \\"),
    ],
)
def test_texts_are_in_the_format_they_name(text: str, html: str) -> None:
    """Escapes are undone last, whatever the format."""
    question = read(text).items[0].block
    assert isinstance(question, Reflection)
    assert question.heading.html == html


def test_true_and_false_have_feedback_for_wrong_then_right() -> None:
    """Moodle's order: the first is for a wrong answer, the second for a right one."""
    question = read("Sola er en stjerne {T#Nei#Ja}").items[0].block
    assert isinstance(question, ChoiceQuestion)
    assert [option.feedback.plain for option in question.options] == ["Ja", "Nei"]


def test_a_sign_in_a_pair_is_part_of_it() -> None:
    """Moodle has no feedback to pairs, so that nothing after the sign is lost."""
    question = read("Koble {=a -> b#1 =c#2 -> d}").items[0].block
    assert isinstance(question, MatchQuestion)
    assert [left.text.plain for left in question.lefts] == ["a", "c#2"]
    assert [right.text.plain for right in question.rights] == ["b#1", "d"]


def test_tags_become_the_theme_and_the_rest_is_told() -> None:
    """One theme a question; a text without a question has none."""
    bank = read("// [id:q1] [tag:Lov] [tag:Dag \\] 1]\nSant? {T}\n\n// [tag:x]\nBare tekst\n")
    question = bank.items[0].block
    assert isinstance(question, ChoiceQuestion)
    assert question.settings.theme == "Lov"
    assert [(found.code, found.value("written")) for found in bank.problems] == [
        ("import-tags-lost", "Dag ] 1"),
        ("import-tags-lost", "x"),
    ]
