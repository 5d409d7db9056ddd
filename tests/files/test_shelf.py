"""Small secret files: private, whole, and overwritten before they go."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.shelf import Shelf


def test_files_come_back_by_name(tmp_path: Path) -> None:
    """Those of one part are named; one that is not there is None."""
    shelf = Shelf(tmp_path / "shelf")
    assert shelf.read("safe.json") is None
    assert shelf.names("keys") == ()
    shelf.write("keys/b.key", b"2")
    shelf.write("keys/a.key", b"1")
    assert shelf.read("keys/a.key") == b"1"
    assert shelf.names("keys") == ("a.key", "b.key")
    assert shelf.place == str(tmp_path / "shelf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    """Folder and file are this person's only."""
    shelf = Shelf(tmp_path / "shelf")
    shelf.write("keys/a.key", b"1")
    assert stat.S_IMODE((tmp_path / "shelf" / "keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "shelf" / "keys" / "a.key").stat().st_mode) == 0o600


def test_a_destroyed_file_is_overwritten_where_it_lay(tmp_path: Path) -> None:
    """Another name of the same bytes on the disk shows that they are gone; destroying twice is no error."""
    shelf = Shelf(tmp_path)
    shelf.write("a.key", b"hemmelig nok")
    (tmp_path / "other").hardlink_to(tmp_path / "a.key")
    shelf.destroy("a.key")
    shelf.destroy("a.key")
    assert shelf.read("a.key") is None
    assert len((tmp_path / "other").read_bytes()) == 12
    assert (tmp_path / "other").read_bytes() != b"hemmelig nok"


def test_what_the_system_refuses_is_told(
    tmp_path: Path, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """A folder that may not be changed, and a file that is a folder."""
    shelf = Shelf(tmp_path / "shelf")
    shelf.write("a.key", b"1")
    with sealed(tmp_path / "shelf"), pytest.raises(KursappError) as refused:
        shelf.destroy("a.key")
    assert refused.value.problem.code == "folder-unwritable"
    (tmp_path / "shelf" / "b.key").mkdir()
    with pytest.raises(KursappError) as refused:
        shelf.read("b.key")
    assert refused.value.problem.code == "file-not-read"
