"""Whole files are written durably or not at all."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError, refusal
from kursapp.files import writing
from kursapp.files.writing import (
    LEFT_OVER_AFTER,
    SUFFIX,
    replacing,
    sweep,
    sync_folder,
    sync_names,
    write_bytes,
    write_new,
    write_text,
)


def test_a_file_holds_exactly_what_was_written(tmp_path: Path) -> None:
    """The bytes are the text in UTF-8 with line feeds, and no temporary file is left."""
    write_text(tmp_path / "notat.txt", "Blåbær\nog § 4-2\n")
    assert (tmp_path / "notat.txt").read_bytes() == "Blåbær\nog § 4-2\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]


def test_a_file_is_private(tmp_path: Path) -> None:
    """Only the person herself can read what the program writes."""
    write_bytes(tmp_path / "notat.txt", b"x")
    assert stat.S_IMODE((tmp_path / "notat.txt").stat().st_mode) == 0o600


def test_file_and_folder_are_synced_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file is synced before the rename and the folder after it."""
    seen: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        seen.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def replace(source: Path, target: Path) -> None:
        seen.append("rename")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    write_bytes(tmp_path / "a", b"1")
    assert seen == ["file", "rename", "folder"]


def test_what_can_be_made_again_does_not_wait_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is synced where nobody asked for it, and the file is there all the same."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    writing.write_bytes(tmp_path / "fil", b"ny", durable=False)
    assert synced == []
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ny"]


def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    """Where the new file has no room the old one stands, nothing is left over, and the error names the folder."""
    target = tmp_path / "notat.txt"
    write_bytes(target, b"gammelt")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(KursappError) as caught:
            write_bytes(target, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problem.code == "disk-full"
    assert caught.value.problem.value("folder") == str(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]
    assert target.read_bytes() == b"gammelt"


def test_a_body_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """An error while the temporary file is made goes on as it is and leaves no trace."""

    def fail() -> None:
        with replacing(tmp_path / "a") as temporary:
            temporary.write_bytes(b"halvt")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [path.name for path in tmp_path.iterdir()] == []


def test_what_goes_wrong_with_the_temporary_file_is_told_of_the_file_itself(tmp_path: Path) -> None:
    """Nobody knows the other name; what was said of something else is said as it was."""
    with pytest.raises(KursappError) as told, replacing(tmp_path / "profil.db") as temporary:
        raise refusal("disk-full", file=temporary.name, folder=tmp_path)
    assert told.value.problem == refusal("disk-full", file="profil.db", folder=tmp_path).problem
    with pytest.raises(KursappError) as told, replacing(tmp_path / "profil.db"):
        raise refusal("disk-full", file="annet.db", folder=tmp_path)
    assert told.value.problem.value("file") == "annet.db"


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    """With ``overwrite=False`` the file that came first stays."""
    (tmp_path / "a").write_bytes(b"eldst")
    with pytest.raises(FileExistsError), replacing(tmp_path / "a", overwrite=False) as temporary:
        temporary.write_bytes(b"yngst")
    assert (tmp_path / "a").read_bytes() == b"eldst"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_new_file_never_replaces_one_where_links_do_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same holds on file systems that cannot link."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with replacing(tmp_path / "a", overwrite=False) as temporary:
        temporary.write_bytes(b"eldst")
    with pytest.raises(FileExistsError), replacing(tmp_path / "a", overwrite=False) as temporary:
        temporary.write_bytes(b"yngst")
    assert (tmp_path / "a").read_bytes() == b"eldst"


def test_a_new_file_is_written_or_left(tmp_path: Path) -> None:
    """``write_new`` says whether the name was free, and never touches what has it."""
    assert write_new(tmp_path / "a", b"eldst")
    assert not write_new(tmp_path / "a", b"yngst")
    assert (tmp_path / "a").read_bytes() == b"eldst"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path: Path) -> None:
    """The temporary file's name is not made longer than the file system takes."""
    name = "å" * 126 + ".md"
    write_bytes(tmp_path / name, b"1")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_share_that_cannot_sync_a_folder_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network file systems know no syncing of folders; any other failure to sync is one."""
    real = os.fsync

    def refuse(number: int) -> None:
        def sync(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(number, os.strerror(number))
            real(descriptor)

        monkeypatch.setattr(os, "fsync", sync)

    refuse(errno.EINVAL)
    write_bytes(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1"
    refuse(errno.EIO)
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


def test_windows_waits_for_the_virus_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a rename that is refused for a moment is tried again; a lasting refusal is an error."""
    real, tries = os.replace, []

    def held(source: Path, target: Path) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(13, "Access is denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(writing, "_waits_for_scanners", lambda: True)
    write_bytes(tmp_path / "a", b"1")
    assert len(tries) == 3
    assert (tmp_path / "a").read_bytes() == b"1"

    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Access is denied")))
    with pytest.raises(KursappError) as caught:
        write_bytes(tmp_path / "a", b"2")
    assert caught.value.problem.code == "folder-unwritable"
    assert (tmp_path / "a").read_bytes() == b"1"


_ENDLESS = """
import sys
from pathlib import Path
from kursapp.files.writing import write_bytes
number = 0
while True:
    number += 1
    write_bytes(Path(sys.argv[1]), (b"%08d" % number) * 40_000)
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    """Killed at any moment, the file is one of the whole ones, at least as new as the last that was promised."""
    target = tmp_path / "notat.txt"
    for lines in (1, 2, 5):
        writer = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(target)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        promised = [writer.stdout.readline() for _ in range(lines)][-1]
        writer.send_signal(signal.SIGKILL)
        promised = (writer.stdout.read().splitlines() or [promised])[-1]
        writer.wait()
        writer.stdout.close()
        data = target.read_bytes()
        assert data == data[:8] * 40_000
        assert int(data[:8]) >= int(promised)


def test_left_over_temporaries_are_swept_when_old(tmp_path: Path) -> None:
    """What a killed program left behind goes after an hour; younger ones and other people's files stay."""
    old, young, other = (tmp_path / f".a.1{SUFFIX}-wal", tmp_path / f".b.2{SUFFIX}", tmp_path / "notat.txt")
    for path in (old, young, other):
        path.write_bytes(b"x")
    now = time.time()
    os.utime(old, (now, now - LEFT_OVER_AFTER - 1))
    os.utime(other, (now, now - LEFT_OVER_AFTER - 1))
    assert sweep(tmp_path, now) == (old,)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([young.name, other.name])


def test_names_that_the_disk_does_not_take_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is there now, and nobody knows whether it will be after a power cut."""

    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KursappError) as told:
        sync_names(tmp_path)
    assert told.value.problem.code == "file-not-written"
