"""Aiken: letters, keys, and what is no question."""

from __future__ import annotations

import pytest

from kursapp.domain.course import Faulty
from kursapp.domain.problem import KursappError
from kursapp.domain.question import ChoiceQuestion
from kursapp.domain.question_bank import BankFormat
from kursapp.interchange.formats import format_of, read_bank


def test_a_question_and_a_broken_one() -> None:
    """Both ways of writing letters; a key that is no option keeps the question as words."""
    bank = read_bank(b"Hva?\nA. ja\nB) nei\nANSWER: B\n\nHvem?\nA. du\nB. jeg\nANSWER: C\n", "b.txt")
    good, bad = (item.block for item in bank.items)
    assert isinstance(good, ChoiceQuestion)
    assert [option.right for option in good.options] == [False, True]
    assert isinstance(bad, Faulty)
    assert [(found.code, found.line) for found in bank.problems] == [("import-answer-not-an-option", 6)]


def test_a_question_without_its_key() -> None:
    """The next question is not swallowed by it."""
    bank = read_bank(b"En?\nA. a\nB. b\nTo?\nA. a\nB. b\nANSWER: A\n", "b.txt")
    assert [type(item.block) for item in bank.items] == [Faulty, ChoiceQuestion]


@pytest.mark.parametrize(
    ("data", "code"),
    [("æ".encode("latin-1"), "import-not-utf8"), (b"a\x00b", "import-not-a-bank"), (b"  \n", "import-empty")],
)
def test_files_that_are_no_text(data: bytes, code: str) -> None:
    """Each is refused with its own code."""
    with pytest.raises(KursappError) as caught:
        read_bank(data, "b.txt")
    assert caught.value.problem.code == code


def test_the_format_is_found_by_what_the_file_holds() -> None:
    """A key line makes Aiken, braces make GIFT, a tag makes XML, whatever the name."""
    assert format_of(b"Q\nA. a\nB. b\nANSWER: A", "x.txt", None) is BankFormat.AIKEN
    assert format_of(b"Q {T}", "x.txt", None) is BankFormat.GIFT
    assert format_of(b"\xef\xbb\xbf <quiz/>", "x.txt", None) is BankFormat.MOODLE_XML
