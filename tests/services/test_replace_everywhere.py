"""Rewriting all texts of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError, refusal
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.draft import Draft
from kursapp.services.replace_everywhere import rewrite_everywhere, take_back, texts_of


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    """Open a draft of three texts, one of them in Windows' own way and one in no way at all."""
    folder = tmp_path / "kurs"
    folder.mkdir()
    (folder / "kurs.md").write_bytes(b"# Kurs\n\nbarn\n")
    (folder / "a.md").write_bytes(b"\xef\xbb\xbfbarn\r\nbarn\r\n")
    (folder / "b.md").write_bytes(b"barn \xff\n")
    (folder / "c.txt").write_bytes(b"barn\n")
    author = Author(tmp_path / "data", SystemClock())
    yield author.open(author.add(folder).id)
    author.close()


def rewritten(text: str) -> str:
    """Put children in the place of a child."""
    return text.replace("barn", "unger")


def test_every_text_is_read(draft: Draft) -> None:
    """But what is no text, and what is no Markdown."""
    assert [file for file, _text in texts_of(draft)] == ["a.md", "kurs.md"]


def test_all_are_rewritten_with_their_own_line_ends(draft: Draft) -> None:
    """And the step can be taken back, to the byte."""
    assert rewrite_everywhere(draft, rewritten, "barn") == ("a.md", "kurs.md")
    assert (draft.folder / "a.md").read_bytes() == b"\xef\xbb\xbfunger\r\nunger\r\n"
    assert (draft.folder / "b.md").read_bytes() == b"barn \xff\n"
    step = draft.structure.next_undo()
    assert step is not None
    assert (step.title, step.name) == ("replace-everywhere", "barn")
    take_back(draft)
    assert (draft.folder / "a.md").read_bytes() == b"\xef\xbb\xbfbarn\r\nbarn\r\n"
    assert (draft.folder / "kurs.md").read_bytes() == b"# Kurs\n\nbarn\n"


def test_where_nothing_changes_no_step_is_made(draft: Draft) -> None:
    """There is nothing to take back."""
    assert rewrite_everywhere(draft, str, "barn") == ()
    assert draft.structure.next_undo() is None
    take_back(draft)


def test_a_text_that_cannot_be_rewritten_leaves_all_as_they_were(draft: Draft) -> None:
    """The first file is not written before the last is ready."""

    def refuse(text: str) -> str:
        if "# Kurs" in text:
            raise refusal("pattern-too-hard")
        return rewritten(text)

    with pytest.raises(KursappError):
        rewrite_everywhere(draft, refuse, "barn")
    assert (draft.folder / "a.md").read_bytes() == b"\xef\xbb\xbfbarn\r\nbarn\r\n"
