"""A folder's list, and a disk that does not give it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.listed import listed


def test_what_is_called_so_is_listed_in_order(tmp_path: Path) -> None:
    """And nothing where there is no folder."""
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).touch()
    assert [path.name for path in listed(tmp_path, "*.txt")] == ["a.txt", "b.txt"]
    assert listed(tmp_path / "ingen", "*") == ()


def test_a_disk_that_does_not_answer_is_no_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken for nothing may be taken for gone."""

    def fail(*_: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "glob", fail)
    with pytest.raises(KursappError) as told:
        listed(tmp_path, "*")
    assert told.value.problem.code == "file-not-read"
