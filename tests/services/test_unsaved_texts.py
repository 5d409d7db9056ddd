"""What could not be saved is kept until it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.domain.draft import Unsaved
from kursapp.domain.problem import KursappError
from kursapp.services.unsaved_texts import UnsavedTexts

NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder."""
    return tmp_path_factory.mktemp("author")


@settings(deadline=None)
@given(text=st.text(), file=st.text(min_size=1))
def test_any_text_comes_back(folder: Path, text: str, file: str) -> None:
    """Of any file, whatever it holds, also halves of characters and line ends of every kind."""
    texts = UnsavedTexts(folder / "unsaved")
    kept = Unsaved(file, text + "\ud800\r\n", "abc", NOON)
    texts.keep(kept)
    assert kept in texts.all()
    texts.forget(file)
    assert not texts.all()


def test_the_latest_of_a_file_is_kept(tmp_path: Path) -> None:
    """One text a file, by file."""
    texts = UnsavedTexts(tmp_path)
    for file, text in (("b.md", "1"), ("a.md", "2"), ("b.md", "3")):
        texts.keep(Unsaved(file, text, "", NOON))
    assert [(each.file, each.text) for each in texts.all()] == [("a.md", "2"), ("b.md", "3")]


def test_nothing_kept_is_no_error(tmp_path: Path) -> None:
    """Neither asking nor forgetting."""
    texts = UnsavedTexts(tmp_path / "ingen")
    texts.forget("a.md")
    assert texts.all() == ()


@pytest.mark.parametrize(
    "harm", [b"", b"{", b"[]", b"null", b'{"format": 2}', b"\xff", b'{"format":1,"file":1}', b"[" * 100_000]
)
def test_a_damaged_one_costs_none_of_the_others(harm: bytes, tmp_path: Path) -> None:
    """It is passed over and left where it is."""
    texts = UnsavedTexts(tmp_path)
    texts.keep(Unsaved("a.md", "tekst", "", NOON))
    (tmp_path / "0000.json").write_bytes(harm)
    assert [each.file for each in texts.all()] == ["a.md"]
    assert (tmp_path / "0000.json").read_bytes() == harm


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, sealed: Sealed) -> None:
    """Neither keeping nor forgetting passes in silence."""
    texts = UnsavedTexts(tmp_path)
    texts.keep(Unsaved("a.md", "tekst", "", NOON))
    with sealed(tmp_path):
        for attempt in (lambda: texts.keep(Unsaved("a.md", "ny", "", NOON)), lambda: texts.forget("a.md")):
            with pytest.raises(KursappError) as refused:
                attempt()
            assert refused.value.problem.code == "folder-unwritable"
    assert texts.all()[0].text == "tekst"
