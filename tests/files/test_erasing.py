"""Files go for good, and what is left of somebody is found wherever it stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.files.erasing import Marks, erase, erase_folder, erase_kept, files_under, keep_to_erase


def test_a_file_is_written_over_before_it_goes(tmp_path: Path) -> None:
    """Another name of the same bytes shows that they are gone; a file that was not there is gone."""
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"hemmelig" * 300_000)
    os.link(path, other)
    assert erase(path)
    assert not path.exists()
    assert other.read_bytes() == bytes(2_400_000)
    assert erase(path)


def test_the_zeros_are_on_the_disk_before_the_name_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system does not write out what is changed in a file that is removed at once: the old bytes would stay."""
    path, synced = tmp_path / "a", []
    path.write_bytes(b"hemmelig" * 300_000)
    real = os.fsync

    def follow(descriptor: int) -> None:
        real(descriptor)
        synced.append(path.read_bytes())

    monkeypatch.setattr(os, "fsync", follow)
    assert erase(path)
    assert synced == [bytes(2_400_000)]


def test_a_link_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    """Somebody may have linked to her own documents."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/brev.txt").write_text("brev")
    (tmp_path / "profil").mkdir()
    (tmp_path / "profil/mappe").symlink_to(tmp_path / "mine")
    (tmp_path / "profil/fil").symlink_to(tmp_path / "mine/brev.txt")
    assert erase_folder(tmp_path / "profil") == (2, ())
    assert (tmp_path / "mine/brev.txt").read_text() == "brev"
    assert not (tmp_path / "profil").exists()


def test_a_folder_goes_with_everything_in_it(tmp_path: Path) -> None:
    """Files that can only be read too; one that is not there has nothing in it."""
    for name in ("a", "x/b", "x/y/c"):
        (tmp_path / "mappe" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mappe" / name).write_text("ord")
    (tmp_path / "mappe/x/b").chmod(0o400)
    assert erase_folder(tmp_path / "mappe") == (3, ())
    assert not (tmp_path / "mappe").exists()
    assert erase_folder(tmp_path / "mappe") == (0, ())
    assert list(files_under(tmp_path / "mappe")) == []


def test_a_folder_that_goes_meanwhile_hides_nothing_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else tidies too; nobody is told that nothing is left because of it."""
    for name in ("a/1", "b/2", "c/3"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("ord")
    scan = os.scandir

    def gone(folder: str | Path) -> object:
        if Path(folder).name == "b":
            raise FileNotFoundError(folder)
        return scan(folder)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", gone)
        assert list(files_under(tmp_path)) == [tmp_path / "a/1", tmp_path / "c/3"]
    assert erase_folder(tmp_path) == (3, ())


def test_what_will_not_go_is_named(tmp_path: Path, sealed: Callable[[Path], AbstractContextManager[None]]) -> None:
    """A folder that cannot be written to keeps its file, and she is to be told."""
    (tmp_path / "mappe").mkdir()
    path = tmp_path / "mappe/a"
    path.write_text("ord")
    with sealed(tmp_path / "mappe"):
        assert erase_folder(tmp_path / "mappe") == (0, (path,))


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [0, 1, 1024 * 1024 - 3, 1024 * 1024, 2 * 1024 * 1024 - 20])
def test_a_mark_is_found_anywhere_in_a_file(tmp_path: Path, code: str, before: int) -> None:
    """In every spelling, at odd places, and across the portions a file is read in."""
    path = tmp_path / "a"
    path.write_bytes(b"\x01" * before + "kåri-1a2b3c4d".encode(code) + b"\x01" * 50)
    assert Marks(["noe annet", "kåri-1a2b3c4d"]).are_in(path)
    assert not Marks(["kåri-1a2b3c4e"]).are_in(path)


def test_a_mark_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    """An empty file can tell whose it was."""
    (tmp_path / "kari-1a2b3c4d.txt").touch()
    assert Marks(["kari-1a2b3c4d"]).are_in(tmp_path / "kari-1a2b3c4d.txt")
    assert not Marks([]).are_in(tmp_path / "kari-1a2b3c4d.txt")


def test_a_folder_that_will_not_go_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty as it is, it bears somebody's name, and the next start would take it for hers."""
    (tmp_path / "kari").mkdir()
    (tmp_path / "kari" / "notat").write_text("hemmelig")

    def refuse(_self: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "rmdir", refuse)
    assert erase_folder(tmp_path / "kari") == (1, (tmp_path / "kari",))


def test_a_folder_nobody_can_look_into_is_yielded_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be in it is not to be taken for nothing."""
    (tmp_path / "apen").touch()
    (tmp_path / "lukket").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("lukket"):
            raise OSError(5, "Input/output error", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(files_under(tmp_path)) == [tmp_path / "apen", tmp_path / "lukket"]


def test_what_is_replaced_can_be_written_over_afterwards(tmp_path: Path) -> None:
    """Its bytes are kept under a second name until the new file has the first one."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hemmelig")
    keep_to_erase(path)
    inode = os.open(path, os.O_RDONLY)
    (tmp_path / "ny").write_bytes(b"nytt")
    (tmp_path / "ny").replace(path)
    erase_kept(tmp_path)
    assert os.pread(inode, 100, 0) == bytes(8)
    os.close(inode)
    assert path.read_bytes() == b"nytt"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_was_not_replaced_after_all_is_left_as_it_was(tmp_path: Path) -> None:
    """A file that has its name still is somebody's: only the second name goes."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hemmelig")
    keep_to_erase(path)
    erase_kept(tmp_path)
    assert path.read_bytes() == b"hemmelig"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_where_there_is_nothing_nothing_is_kept(tmp_path: Path) -> None:
    """Neither of a file that is not there, nor of a folder that is gone."""
    keep_to_erase(tmp_path / "borte.txt")
    erase_kept(tmp_path)
    erase_kept(tmp_path / "borte")
    assert list(tmp_path.iterdir()) == []
