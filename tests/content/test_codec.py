"""What is stored comes back as it was, and bytes that are something else are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.codec import DamagedError, decode, encode
from kursapp.content.session import read_session
from kursapp.domain.course import Block, Course, Session

FLAGSHIP = "courses/god-barnevernledelse"


def test_every_session_of_the_flagship_course_comes_back_as_it_was(project: Path) -> None:
    """All kinds of blocks survive storing, down to the last field."""
    kinds = set()
    for path in sorted((project / FLAGSHIP).rglob("*.md")):
        session = read_session(path.name, path.read_bytes()).session
        assert decode(encode(session), Session) == session
        kinds |= {type(block).__name__ for page in session.pages for block in page.blocks}
    assert kinds >= {"Prose", "CallOut", "Figure", "Checklist", "ChoiceQuestion", "Case", "Workbook", "EvaluationItem"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        encode({}),
        encode([]),
        encode({"kind": "ukjent"}),
        encode({"kind": "prose"})[:-1],
        b"\xa1\xff",
        b"\x91" * 100_000,
    ],
)
def test_other_bytes_are_damaged(data: bytes) -> None:
    """Nothing, half of something, and values of another shape."""
    for kind in (Course, Session, Block):
        with pytest.raises(DamagedError):
            decode(data, kind)


@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    """Whatever a damaged cache holds, there is one error to meet."""
    try:
        decode(data, tuple[Block, ...])
    except DamagedError:
        return
    assert decode(data, tuple[Block, ...]) == ()
