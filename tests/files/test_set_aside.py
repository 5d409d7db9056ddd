"""What cannot be used is kept under a dated name, its bytes untouched."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.set_aside import copy_aside, move_aside, move_orphans_aside, set_aside

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_file_and_its_companions_move_together(tmp_path: Path) -> None:
    """SQLite finds the log of a file by its name, so both get the new one."""
    (tmp_path / "profil.db").write_bytes(b"1")
    (tmp_path / "profil.db-wal").write_bytes(b"2")
    moved = move_aside(tmp_path / "profil.db", AT, ("-wal", "-journal"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "profil-skadet-2026-11-21.db",
        "profil-skadet-2026-11-21.db-wal",
    ]
    assert moved.read_bytes() == b"1"


def test_a_name_is_never_taken_twice(tmp_path: Path) -> None:
    """The second of a day gets a number; nothing set aside is overwritten."""
    for content in (b"1", b"2", b"3"):
        (tmp_path / "profil.db").write_bytes(content)
        move_aside(tmp_path / "profil.db", AT)
    assert {path.name: path.read_bytes() for path in set_aside(tmp_path / "profil.db")} == {
        "profil-skadet-2026-11-21.db": b"1",
        "profil-skadet-2026-11-21-2.db": b"2",
        "profil-skadet-2026-11-21-3.db": b"3",
    }


def test_the_same_content_is_copied_once(tmp_path: Path) -> None:
    """A program started every day on the same damaged file does not fill the disk with copies."""
    (tmp_path / "settings.json").write_bytes(b"{")
    first = copy_aside(tmp_path / "settings.json", AT)
    assert copy_aside(tmp_path / "settings.json", AT) == first
    (tmp_path / "settings.json").write_bytes(b"{{")
    assert copy_aside(tmp_path / "settings.json", AT) != first
    assert (tmp_path / "settings.json").read_bytes() == b"{{"


def test_a_file_that_cannot_be_moved_stands_where_it_stood(
    tmp_path: Path, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """In a folder that cannot be written to the error says so and the file is untouched."""
    (tmp_path / "profil.db").write_bytes(b"1")
    with sealed(tmp_path), pytest.raises(KursappError) as caught:
        move_aside(tmp_path / "profil.db", AT)
    assert caught.value.problem.code == "folder-unwritable"
    assert (tmp_path / "profil.db").read_bytes() == b"1"


def test_a_log_that_cannot_be_moved_keeps_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What had been moved is moved back: a file without its log would be taken for all there is."""
    (tmp_path / "profil.db").write_bytes(b"1")
    (tmp_path / "profil.db-wal").write_bytes(b"2")
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name == "profil.db-wal":
            raise OSError(errno.EIO, "Input/output error")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KursappError) as caught:
        move_aside(tmp_path / "profil.db", AT, ("-wal", "-journal"))
    assert caught.value.problem.code == "file-not-written"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profil.db", "profil.db-wal"]


def test_what_belongs_to_a_file_that_is_gone_is_kept_under_another_name(tmp_path: Path) -> None:
    """Beside what was set aside of the file on that day; an empty log holds nothing, and goes."""
    (tmp_path / "a.db-wal").write_bytes(b"siste ord")
    (tmp_path / "a.db-journal").touch()
    move_orphans_aside(tmp_path / "a.db", AT, ("-wal", "-journal"))
    (left,) = tmp_path.iterdir()
    assert left.name == f"a-skadet-{AT.astimezone().date()}.db-wal"
    assert left.read_bytes() == b"siste ord"


def test_an_orphan_that_will_not_go_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is put in the place of the file then."""
    (tmp_path / "a.db-wal").touch()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KursappError) as told:
        move_orphans_aside(tmp_path / "a.db", AT, ("-wal",))
    assert told.value.problem.code == "file-not-written"
