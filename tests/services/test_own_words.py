"""The author's own list of words: a plain file she may edit in any program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services import own_words
from kursapp.services.own_words import OwnWords


def test_a_list_written_by_hand_is_read(tmp_path: Path) -> None:
    """With a byte order mark, Windows' line ends, empty lines and lines that are no words."""
    file = tmp_path / "words.txt"
    file.write_bytes("\ufeffHavrøya\r\n\r\n  Sanna  \r\n".encode() + b"x" * 200 + b"\r\n")
    assert OwnWords(file).all() == ("Havrøya", "Sanna")


def test_what_was_added_elsewhere_is_kept(tmp_path: Path) -> None:
    """Another window's word is not lost when this one adds its own."""
    file = tmp_path / "words.txt"
    first, second = OwnWords(file), OwnWords(file)
    assert first.all() == second.all() == ()
    first.add("en")
    second.add(" to ")
    second.add("")
    assert second.all() == ("en", "to")
    assert file.read_text(encoding="utf-8") == "en\nto\n"


def test_a_file_that_is_too_large_is_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is left alone, and adding says so."""
    file = tmp_path / "words.txt"
    file.write_text("ord\n" * 10, encoding="utf-8")
    monkeypatch.setattr(own_words, "LARGEST", 20)
    assert OwnWords(file).all() == ()
    with pytest.raises(KursappError) as refused:
        OwnWords(file).add("nytt")
    assert refused.value.problem.code == "own-words-unreadable"
    assert file.read_text(encoding="utf-8") == "ord\n" * 10
