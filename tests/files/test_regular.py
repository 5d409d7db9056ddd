"""A file that somebody points at is opened only if it is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.regular import open_regular


def refused(path: Path) -> str:
    """Return why a path is not opened."""
    with pytest.raises(KursappError) as error, open_regular(path):
        pass
    return error.value.problem.code


def test_a_file_is_read(tmp_path: Path) -> None:
    """As any file, also by a link that leads to one."""
    (tmp_path / "a").write_bytes(b"hei")
    with open_regular(tmp_path / "a") as file:
        assert file.read() == b"hei"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    """Nothing there, a folder, and where there are such a pipe nobody writes to and a device without an end."""
    assert refused(tmp_path / "ingen") == "file-not-read"
    assert refused(tmp_path) == "file-not-read"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "rør")
        assert refused(tmp_path / "rør") == "file-not-read"
        assert refused(Path("/dev/zero")) == "file-not-read"


def test_a_disk_that_fails_on_the_way_is_told(tmp_path: Path) -> None:
    """As one that cannot be read."""
    (tmp_path / "a").write_bytes(b"hei")
    with pytest.raises(KursappError) as error, open_regular(tmp_path / "a"):
        raise OSError(5, "Input/output error")
    assert error.value.problem.code == "file-not-read"
