"""A text and its bytes: what was not changed comes back as it was."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.files.text_file import bytes_of, digest_of, has_mark, line_end_of, plain, text_of

LINES = st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=4), min_size=1, max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Make a file of any lines, each with any line end, with or without a byte order mark."""
    lines = draw(LINES)
    text = "".join(line + draw(ENDS) for line in lines[:-1]) + lines[-1]
    return (codecs.BOM_UTF8 if draw(st.booleans()) else b"") + text.encode()


@given(files())
def test_a_text_that_was_not_changed_gives_the_same_bytes(data: bytes) -> None:
    """Whatever line ends are mixed, and whether there is a byte order mark or not."""
    assert bytes_of(text_of(data), data) == data


@given(files(), LINES)
def test_what_is_written_is_what_is_read(data: bytes, lines: list[str]) -> None:
    """A new text in an old file's manner is that text when it is read again."""
    text = "\n".join(lines)
    written = bytes_of(text, data)
    assert text_of(written).removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert has_mark(written) or not has_mark(data)


@given(files(), st.integers(0, 12), st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=4))
def test_a_changed_line_leaves_the_others_alone(data: bytes, at: int, word: str) -> None:
    """The bytes before the line and after it are those that were there."""
    lines = text_of(data).split("\n")
    at %= len(lines)
    written = bytes_of("\n".join([*lines[:at], word, *lines[at + 1 :]]), data)
    parts = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert parts == lines
    before = _first_lines(data, at)
    assert written.startswith(before) or word == ""
    assert _last_lines(written, len(lines) - at - 1) == _last_lines(data, len(lines) - at - 1)


def _first_lines(data: bytes, count: int) -> bytes:
    """Return so many lines with their line ends; the last one's own may be made of two characters."""
    lines = data.splitlines(keepends=True)
    return b"".join(lines[:count])


def _last_lines(data: bytes, count: int) -> bytes:
    lines = data.splitlines(keepends=True)
    lines += [b""] if not lines or lines[-1].endswith((b"\r", b"\n")) else []
    return b"".join(lines[len(lines) - count :]) if count else b""


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"", "\n"), (b"a", "\n"), (b"a\r\nb\r\nc\n", "\r\n"), (b"a\nb\nc\r\n", "\n"), (b"a\rb\rc\n", "\r")],
)
def test_the_commonest_line_end_is_the_files(data: bytes, end: str) -> None:
    """A file with none gets line feeds."""
    assert line_end_of(data) == end


def test_of_two_as_common_the_first_counts() -> None:
    """So the same file always answers the same."""
    assert line_end_of(b"a\r\nb\n") == "\r\n"
    assert line_end_of(b"a\nb\r\n") == "\n"
    assert line_end_of(b"a\rb\n") == "\r"


def test_new_lines_end_as_most_lines_do() -> None:
    """Also where a line is put in between others, or after the last."""
    assert bytes_of("a\nny\nb\n", b"a\r\nb\r\n") == b"a\r\nny\r\nb\r\n"
    assert bytes_of("a\nb\nny", b"a\r\nb\r\n") == b"a\r\nb\r\nny"


def test_an_empty_line_is_not_lost_after_a_lone_return() -> None:
    """A carriage return and the line feed of an empty line after it would be one line end."""
    assert text_of(bytes_of("a\n\nb\nc\nd", b"a\rb\nc\nd")) == "a\n\nb\nc\nd"


def test_what_no_file_can_hold_is_replaced() -> None:
    """Half a character, as some programs put on the clipboard."""
    assert plain("a\ud83d\r\nb\rc") == "a\ufffd\nb\nc"
    assert bytes_of("\udc00") == "\ufffd".encode()


def test_the_digest_is_that_of_the_bytes() -> None:
    """SHA-256 in hexadecimal digits."""
    assert digest_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
