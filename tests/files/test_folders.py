"""Whole folders put in place."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files import folders
from kursapp.files.folders import make_staging, move_folder, staging, sweep_folders
from kursapp.files.writing import LEFT_OVER_AFTER


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


def filled(folder: Path) -> Path:
    (folder / "under").mkdir(parents=True)
    (folder / "under" / "a.md").write_text("a")
    return folder


def test_a_folder_moves_whole(tmp_path: Path) -> None:
    """To a place that is not there yet, however deep, or to an empty folder."""
    (tmp_path / "tom").mkdir()
    for target in (tmp_path / "ny" / "dypt" / "her", tmp_path / "tom"):
        source = filled(tmp_path / "fra")
        move_folder(source, target)
        assert (target / "under" / "a.md").read_text() == "a"
        assert not source.exists()


def test_every_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders are synced first, then comes the rename, then the folder it happened in."""
    done: list[str] = []
    monkeypatch.setattr(folders, "sync_file", lambda path: done.append(path.name))
    monkeypatch.setattr(folders, "sync_folder", lambda path: done.append(f"{path.name}/"))
    rename = Path.rename

    def noted(path: Path, target: Path) -> Path:
        done.append("rename")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", noted)
    move_folder(filled(tmp_path / "fra"), tmp_path / "mappe" / "til")
    assert done == ["under/", "a.md", "fra/", "rename", "mappe/", f"{tmp_path.name}/"]


@pytest.mark.parametrize("there", ["folder", "file"])
def test_what_is_there_is_never_replaced(there: str, tmp_path: Path) -> None:
    """A folder with something in it, or a file, stays as it is."""
    target = tmp_path / "til"
    filled(target) if there == "folder" else target.write_text("x")
    with pytest.raises(KursappError) as refused:
        move_folder(filled(tmp_path / "fra"), target)
    assert refused.value.problem.code == "folder-not-empty"
    assert (tmp_path / "fra").exists()


def test_a_staging_folder_goes_whatever_happens(tmp_path: Path) -> None:
    """Also when what is done in it fails, with all that is in it."""

    def fail() -> None:
        with staging(tmp_path / "ny") as place:
            filled(place / "fra")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not list((tmp_path / "ny").iterdir())


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, sealed: Sealed) -> None:
    """Neither a temporary folder nor the last one can be made there."""
    source, target = filled(tmp_path / "fra"), tmp_path / "til" / "x"
    target.parent.mkdir()
    with sealed(target.parent):
        for attempt in (lambda: make_staging(target.parent), lambda: move_folder(source, target)):
            with pytest.raises(KursappError) as refused:
                attempt()
            assert refused.value.problem.code == "folder-unwritable"


def test_what_a_killed_program_left_is_swept_when_old(tmp_path: Path) -> None:
    """Younger temporary folders belong to a program that runs; other folders are nobody's business."""
    old, young, other = make_staging(tmp_path), make_staging(tmp_path), filled(tmp_path / "kurs")
    long_ago = old.stat().st_mtime - LEFT_OVER_AFTER - 1
    filled(old / "x")
    os.utime(old, (long_ago, long_ago))
    assert sweep_folders(tmp_path) == (old,)
    assert not old.exists()
    assert young.exists()
    assert other.exists()
