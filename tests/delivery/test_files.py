"""Files on a stick: whole or not there, and nothing on the outside of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.delivery.files import ALWAYS, read_whole, write_unmarked
from kursapp.domain.problem import KursappError

Sealed = Callable[[Path], AbstractContextManager[None]]


def test_name_and_time_tell_nothing(tmp_path: Path) -> None:
    """Random names, one constant time, nothing beside them."""
    paths = [write_unmarked(tmp_path, b"x", ".svar") for _ in range(8)]
    assert len({path.stem for path in paths}) == 8
    assert all(len(path.stem) == 16 and path.suffix == ".svar" for path in paths)
    assert {path.stat().st_mtime for path in paths} == {ALWAYS} == {path.stat().st_atime for path in paths}
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_the_bytes_are_the_bytes(tmp_path: Path) -> None:
    """Also many of them."""
    data = os.urandom(300_000)
    assert write_unmarked(tmp_path, data, ".svar").read_bytes() == data


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EIO, "file-not-written"),
        (errno.ENODEV, "file-not-written"),
        (errno.EROFS, "folder-unwritable"),
    ],
)
@pytest.mark.parametrize("when", ["os.fsync", "os.utime", "os.link"])
def test_a_stick_that_is_full_or_gone_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, when: str
) -> None:
    """Whatever step meets it: one code, and no half file."""

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if when == "os.link":
        # Without links the rename that stands in for one fails as well.
        monkeypatch.setattr(Path, "rename", fails)
    monkeypatch.setattr(when, fails)
    with pytest.raises(KursappError) as refused:
        write_unmarked(tmp_path, b"x" * 100_000, ".svar")
    assert refused.value.problem.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_or_closed_is_told(tmp_path: Path, sealed: Sealed) -> None:
    """The stick was pulled out before, or is write-protected."""
    with pytest.raises(KursappError) as refused:
        write_unmarked(tmp_path / "gone", b"x", ".svar")
    assert refused.value.problem.code == "file-not-written"
    (tmp_path / "closed").mkdir()
    with sealed(tmp_path / "closed"), pytest.raises(KursappError) as refused:
        write_unmarked(tmp_path / "closed", b"x", ".svar")
    assert refused.value.problem.code == "folder-unwritable"


def test_a_file_is_read_up_to_its_limit_and_no_further(tmp_path: Path) -> None:
    """One byte too many is told, none of it kept."""
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_whole(path, 5) == b"12345"
    assert read_whole(path, 4) is None
    with pytest.raises(KursappError) as refused:
        read_whole(tmp_path / "none", 4)
    assert refused.value.problem.code == "file-not-read"
