"""Comments: taken out of lines without losing a word, and mended where Word or a slip has spoilt them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content import comments as reading
from kursapp.content.comments import comment_problems, take_comments
from kursapp.content.lines import Line
from kursapp.content.repair import apply_edits, edits_of


def lines_of(text: str) -> list[Line]:
    return [Line(number, part) for number, part in enumerate(text.split("\n"), start=1)]


@pytest.mark.parametrize(
    ("text", "clean", "comments"),
    [
        ("a <!-- b --> c", "a  c", [" b "]),
        ("a <!-- b -->", "a", [" b "]),
        ("<!-- a --><!-- b -->", "", [" a ", " b "]),
        ("a <!-- b\nc --> d\ne", "a\n d\ne", [" b\nc "]),
        ("a <!-- b\n\n### c\n--> d <!-- e -->", "a\n\n\n d", [" b\n\n### c\n", " e "]),
        ("`<!-- a -->` <!-- b -->", "`<!-- a -->`", [" b "]),
        ("``a ` <!-- b`` c", "``a ` <!-- b`` c", []),
        ("a -- b --> c", "a -- b --> c", []),
    ],
)
def test_comments_are_taken_out(text: str, clean: str, comments: list[str]) -> None:
    """Comments go, line numbers and code spans stay."""
    found = take_comments(lines_of(text))
    assert [line.text for line in found.lines] == clean.split("\n")
    assert [comment.text for on in found.comments.values() for comment in on] == comments


def test_comments_know_their_places() -> None:
    """A comment knows where it begins and ends, in the line as written and in the line without it."""
    found = take_comments(lines_of("a <!-- b --> c <!-- d\ne --> f"))
    first, second = found.on(1)
    assert (first.column, first.begins, first.last, first.end, first.at) == (3, 7, 1, 13, 3)
    assert (second.column, second.last, second.end, second.at) == (16, 2, 6, 6)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a <!– id: x –> b", "a <!-- id: x --> b"),
        ("a <!— id: x —>", "a <!-- id: x -->"),
        ("a <!-- id: x –>", "a <!-- id: x -->"),
    ],
)
def test_dashes_that_word_joined(text: str, right: str) -> None:
    """A comment whose hyphens Word made a dash is read, warned about, and repaired."""
    found = take_comments(lines_of(text))
    (comment,) = found.on(1)
    assert comment.text.strip() == "id: x"
    (problem,) = comment_problems("a.md", [comment])
    assert problem.code == "word-comment"
    assert apply_edits([text], edits_of(problem)) == [right]


@pytest.mark.parametrize("text", ["a <!-- id: x\nb\nc", "a <!-- id: x\nb <!-- c -->", "a <!-- id: x"])
def test_a_comment_that_is_never_closed(text: str) -> None:
    """It ends with its line, so that it hides nothing of what follows; the repair closes it there."""
    found = take_comments(lines_of(text))
    assert [line.text for line in found.lines][1:2] in ([], ["b"])
    (problem,) = comment_problems("a.md", found.on(1))
    assert (problem.code, problem.line) == ("open-comment", 1)
    assert apply_edits(text.split("\n"), edits_of(problem))[0] == "a <!-- id: x -->"


@given(st.text(st.sampled_from("<!->–a`\n "), max_size=60))
def test_every_letter_is_in_a_line_or_a_comment(text: str) -> None:
    """Whatever the mixture, each letter outside marks stands in exactly one line or comment."""
    lines = lines_of(text)
    found = take_comments(lines)
    assert [line.number for line in found.lines] == [line.number for line in lines]
    kept = "".join(line.text for line in found.lines)
    told = "".join(comment.text for on in found.comments.values() for comment in on)
    assert (kept + told).count("a") == text.count("a")


def test_a_line_whose_comments_end_on_it_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a line of its file, of its page and of its item it is the same; nothing is looked for in it again."""
    line = Line(7, "Ord <!-- id: en-linje-for-seg --> og ord <!-- fakta: F1 -->")
    first = take_comments([line, Line(8, "<!-- åpen")])
    read: list[str] = []
    real = reading._next_opening

    def next_opening(text: str, start: int) -> re.Match[str] | None:
        read.append(text)
        return real(text, start)

    monkeypatch.setattr(reading, "_next_opening", next_opening)
    assert take_comments([line, Line(8, "slutt")]).comments[7] == first.comments[7]
    assert read == []


_MARKS = st.sampled_from(("<!--", "-->", "–>", "<!–", "`", "ord", " ", "\n", "<!", "id: a"))


@given(st.lists(_MARKS, max_size=16).map("".join))
def test_a_line_read_alone_is_as_among_the_others(text: str) -> None:
    """Whatever opens or closes above and below, the lines and their comments are the same without the quick way."""
    quick = take_comments(lines_of(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_whole", lambda line: None)
        assert quick == take_comments(lines_of(text))
