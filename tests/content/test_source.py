"""From bytes to lines: what is refused, what is made plain, and that no letter is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.lines import Line, code_spans, heading_of, is_rule, paragraphs, trimmed
from kursapp.content.repair import apply_edits, edits_of
from kursapp.content.source import LARGEST_FILE, LONGEST_LINE, read_lines
from kursapp.domain.problem import Severity


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_lines("a.md", data)[0]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks(end: str, mark: bytes) -> None:
    """LF, CRLF and CR end lines, with or without a byte order mark; nothing else does."""
    data = mark + f"en{end}{end}to\x0btre\u2028fire{end}".encode()
    assert texts(data) == ["en", "", "to\x0btre\u2028fire"]


def test_tabs_go_to_the_next_stop_of_four() -> None:
    """A tab is as many spaces as lead to the next stop of 4."""
    assert texts(b"a\tb\n\t- c\n") == ["a   b", "    - c"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"en\nto \xe5\n", "not-utf8", 2),
        (b"en\n\nto\0\n", "nul-character", 3),
        (b"en\n" + b"x" * (LONGEST_LINE + 1), "line-too-long", 2),
        (b"x\n" * (LARGEST_FILE // 2 + 1), "file-too-large", 1),
    ],
)
def test_bytes_that_are_refused(data: bytes, code: str, line: int) -> None:
    """A file that is no text, or too large, gives no lines and one error with its line."""
    lines, (found,) = read_lines("a.md", data)
    assert lines == ()
    assert (found.code, found.line, found.severity) == (code, line, Severity.ERROR)


def test_the_column_of_a_wrong_byte() -> None:
    """The place of a byte that is no UTF-8 is told in letters, not in bytes."""
    _, (found,) = read_lines("a.md", "æøå".encode() + b"\xff")
    assert (found.line, found.column) == (1, 4)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("###\u00a0Spørsmål", "### Spørsmål"),
        ("-\u00a0[ ] a", "- [ ] a"),
        (">\u00a0- a", "> - a"),
        ("1.\u00a0\u00a0a", "1.  a"),
    ],
)
def test_non_breaking_spaces_in_structure(written: str, plain: str) -> None:
    """After a mark a non-breaking space counts as a space, with a finding whose repair writes one."""
    lines, (found,) = read_lines("a.md", written.encode())
    assert lines[0].text == plain
    assert (found.code, found.severity) == ("non-breaking-space", Severity.WARNING)
    assert apply_edits([written], edits_of(found)) == [plain]


@pytest.mark.parametrize("written", ["1\u00a0680 barn", "\u00a0\u00a0Innrykk", "```\n-\u00a0a\n```"])
def test_non_breaking_spaces_in_words(written: str) -> None:
    """Elsewhere, and in code, a non-breaking space stays what it is."""
    lines, problems = read_lines("a.md", written.encode())
    assert [line.text for line in lines] == written.split("\n")
    assert problems == []


def fenced(text: str) -> list[int]:
    return [line.number for line in read_lines("a.md", text.encode())[0] if line.fenced]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a\n```\nb\n```\nc", [2, 3, 4]),
        ("~~~ python\na\n```\n~~~~\nb", [1, 2, 3, 4]),
        ("````\n```\n````\nb", [1, 2, 3]),
        ("- a\n  ```\n  b\n  ```\n- c", [2, 3, 4]),
        ("> ```\n> a\n> ```\nb", [1, 2, 3]),
        ("``` `a`\nb", []),
        ("a ```\nb\n```", []),
    ],
)
def test_fences(text: str, numbers: list[int]) -> None:
    """A fence goes from its opening line to a closing one at least as long, in lists and quotes too."""
    assert fenced(text) == numbers


@pytest.mark.parametrize("text", ["```\na\n# b", "> ```\n> a\n\n```\nc\n```", "~~~\n```\na"])
def test_a_fence_that_is_never_closed(text: str) -> None:
    """It is an error at its line, and hides nothing of what follows."""
    lines, problems = read_lines("a.md", text.encode())
    assert "open-fence" in {found.code for found in problems}
    assert not lines[0].fenced


def test_lines_inside_a_comment_are_no_structure() -> None:
    """A line that begins inside a comment is neither a heading nor a rule."""
    lines, problems = read_lines("a.md", b"<!--\n# a\n---\n-->\n# b\n")
    assert [line.hidden for line in lines] == [False, True, True, True, False]
    assert [heading_of(line) is not None for line in lines] == [False, False, False, False, True]
    assert not any(is_rule(line) for line in lines)
    assert problems == []


@pytest.mark.parametrize(
    ("text", "level", "words", "column"),
    [
        ("# A", 1, "A", 3),
        ("   ##  A b ##  ", 2, "A b", 8),
        ("### C#", 3, "C#", 5),
        ("#", 1, "", 2),
    ],
)
def test_headings(text: str, level: int, words: str, column: int) -> None:
    """A heading has one to six marks, a space, and perhaps marks at its end."""
    found = heading_of(Line(1, text))
    assert found is not None
    assert (found.level, found.text, found.column) == (level, words, column)


@pytest.mark.parametrize("text", ["#A", "    # A", "####### A", "A\n===", "\\# A"])
def test_what_is_no_heading(text: str) -> None:
    """Indented code, too many marks and underlined words are no headings."""
    assert all(heading_of(Line(1, part)) is None for part in text.split("\n"))


@pytest.mark.parametrize(
    ("text", "rule"), [("---", True), (" - - -", True), ("--", False), ("---a", False), ("***", False)]
)
def test_rules(text: str, *, rule: bool) -> None:
    """Three hyphens or more are the line that ends an item."""
    assert is_rule(Line(1, text)) is rule


@given(st.text(st.sampled_from("`a b"), max_size=40))
def test_code_spans_are_in_order_and_apart(text: str) -> None:
    """Code spans begin and end with runs of backticks of one length, and never overlap."""
    end = 0
    for start, stop in code_spans(text):
        assert end <= start < stop
        span = text[start:stop]
        run = len(span) - len(span.lstrip("`"))
        assert span.endswith("`" * run)
        end = stop


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    """Lines joined again are the text, but for line ends, tabs and spaces that were not breaking."""
    if "\0" in text:
        return
    lines, _ = read_lines("a.md", text.encode())
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert letters([line.text for line in lines]) == letters([text.removeprefix("\ufeff")])


def letters(parts: Sequence[str]) -> str:
    return "".join("".join(parts).split())


@given(st.lists(st.sampled_from(["", "a", " ", "```", "> b"]), max_size=12))
def test_paragraphs_hold_every_line_that_is_not_blank(parts: list[str]) -> None:
    """Every line with words stands in exactly one paragraph, in order."""
    lines, _ = read_lines("a.md", "\n".join(parts).encode())
    kept = [line for run in paragraphs(lines) for line in run]
    assert [line for line in lines if not line.blank or line.fenced] == kept
    assert not trimmed(lines) or not trimmed(lines)[0].blank
