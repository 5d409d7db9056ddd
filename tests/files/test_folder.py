"""A data folder is looked at before anything is kept in it."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files import folder as folder_module
from kursapp.files.folder import FolderState, check_data_folder, make_folder

Sealed = Callable[[Path], AbstractContextManager[None]]


def test_a_missing_folder_is_made_for_this_person_only(tmp_path: Path) -> None:
    """The folder and its parents are made, and nobody else may look inside."""
    wanted = tmp_path / "a" / "b"
    assert check_data_folder(wanted) == FolderState(wanted, read_only=False)
    assert stat.S_IMODE(wanted.stat().st_mode) == 0o700
    assert [path.name for path in wanted.iterdir()] == []


def test_a_new_folder_is_on_the_disk_before_anything_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder that got a new one in it is synced, outermost first; one that was there costs nothing."""
    synced: list[Path] = []
    monkeypatch.setattr(folder_module, "sync_folder", synced.append)
    make_folder(tmp_path / "a" / "b" / "c")
    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    make_folder(tmp_path / "a" / "b" / "c")
    assert len(synced) == 3


def test_a_folder_that_can_only_be_read_is_an_answer(tmp_path: Path, sealed: Sealed) -> None:
    """Reading still works there, so it is told and not refused."""
    with sealed(tmp_path):
        assert check_data_folder(tmp_path) == FolderState(tmp_path, read_only=True)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, sealed: Sealed) -> None:
    """Where the parent cannot be written to the error names the folder to look at."""
    with sealed(tmp_path), pytest.raises(KursappError) as caught:
        check_data_folder(tmp_path / "ny")
    assert caught.value.problem.code == "folder-unwritable"
    assert caught.value.problem.value("folder") == str(tmp_path)


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """A file with the folder's name is left alone."""
    (tmp_path / "data").write_text("mitt")
    with pytest.raises(KursappError) as caught:
        check_data_folder(tmp_path / "data")
    assert caught.value.problem.code == "not-a-folder"
    assert (tmp_path / "data").read_text() == "mitt"


def test_a_network_drive_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to a network drive, not even the folder."""
    monkeypatch.setattr(folder_module, "on_network", lambda path: path == tmp_path / "delt")
    with pytest.raises(KursappError) as caught:
        check_data_folder(tmp_path / "delt")
    assert caught.value.problem.code == "network-folder"
    assert not (tmp_path / "delt").exists()
