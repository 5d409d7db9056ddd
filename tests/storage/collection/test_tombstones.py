"""The list of deleted cohorts only grows, whatever the disk does meanwhile."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.storage.collection.tombstones import add_tombstones, read_tombstones

FIRST, SECOND = "0" * 32, "1" * 32


def test_a_list_that_cannot_be_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cohort deleted before would come back with the next restored copy."""
    path = tmp_path / "slettet" / "kull.txt"
    add_tombstones(path, [FIRST])
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_text", _fails)
        assert read_tombstones(path) == frozenset()
        with pytest.raises(KursappError) as told:
            add_tombstones(path, [SECOND])
    assert told.value.problem.code == "file-not-read"
    add_tombstones(path, [SECOND])
    assert read_tombstones(path) == {FIRST, SECOND}


def _fails(*_: object, **__: object) -> str:
    raise OSError(errno.EIO, "Input/output error")
