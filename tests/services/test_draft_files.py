"""The files of a draft on disk: what has changed is noticed, and only what was expected is replaced."""

from __future__ import annotations

import errno
import os
import stat
import time
import unicodedata
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.text_file import digest_of
from kursapp.services import draft_files
from kursapp.services.draft_files import LARGEST_TEXT, DraftFiles


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


class ChangedError(Exception):
    """The file was changed at the last moment."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a course of three files, an hour ago."""
    folder = tmp_path / "kurs"
    for name, text in {"kurs.md": "# Kurs\n", "dag-1/en.md": "En\n", "media/bilde.png": "x"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
        long_ago(folder / name)
    return folder


@pytest.fixture
def files(root: Path) -> DraftFiles:
    """Return the files of the course."""
    return DraftFiles(root)


def long_ago(path: Path) -> None:
    """Say that a file was written an hour ago. (When its entry changed cannot be set.)"""
    os.utime(path, (time.time() - 3600,) * 2)


def code_of(attempt: object) -> str:
    """Return the code of what an attempt refuses."""
    assert callable(attempt)
    with pytest.raises(KursappError) as refused:
        attempt()
    return refused.value.problem.code


def test_files_are_listed_by_path(files: DraftFiles) -> None:
    """With ``/`` between parts."""
    assert files.names() == ("dag-1/en.md", "kurs.md", "media/bilde.png")


def test_digests_are_those_of_the_bytes(files: DraftFiles) -> None:
    """Of every file, of one, and of one that is not there."""
    assert files.digests()["dag-1/en.md"] == digest_of(b"En\n") == files.digest("dag-1/en.md")
    assert set(files.digests()) == set(files.names())
    assert files.digest("dag-1/to.md") == ""


def test_what_was_left_alone_is_not_read_again(files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its stamp tells, once it is old enough to be trusted."""
    reads: list[str] = []
    real = DraftFiles._fresh_digest

    def noted(self: DraftFiles, file: str, path: Path) -> str:
        reads.append(file)
        return real(self, file, path)

    monkeypatch.setattr(DraftFiles, "_fresh_digest", noted)
    monkeypatch.setattr(draft_files, "_UNSURE", -1)
    files.digests()
    assert len(reads) == 3
    files.digests()
    assert files.digest("dag-1/en.md") == digest_of(b"En\n")
    assert len(reads) == 3
    (root / "dag-1" / "en.md").write_text("To\nlinjer\n")
    assert files.digests()["dag-1/en.md"] == digest_of(b"To\nlinjer\n")
    assert len(reads) == 4


def test_a_clock_ahead_costs_no_reading(files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file from tomorrow is trusted when it has looked the same for two seconds."""
    path = root / "dag-1" / "en.md"
    os.utime(path, (time.time() + 86_400,) * 2)
    now = [time.monotonic_ns()]
    monkeypatch.setattr(draft_files.time, "monotonic_ns", lambda: now[0])
    files.digest("dag-1/en.md")
    assert "dag-1/en.md" not in files._seen
    now[0] += 2_100_000_000
    files.digest("dag-1/en.md")
    assert "dag-1/en.md" in files._seen


def test_a_change_within_one_step_of_the_clock_is_noticed(files: DraftFiles, root: Path) -> None:
    """As long, and with the very same times: a file just written is not trusted to be what it was."""
    path = root / "dag-1" / "en.md"
    path.write_text("AA\n")
    before = path.stat()
    assert files.digest("dag-1/en.md") == digest_of(b"AA\n")
    path.write_text("BB\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert files.digest("dag-1/en.md") == digest_of(b"BB\n")
    assert files.digests()["dag-1/en.md"] == digest_of(b"BB\n")


def test_a_change_with_the_old_time_put_back_is_noticed(
    files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that restores a file with its date changes the entry at least."""
    monkeypatch.setattr(draft_files, "_UNSURE", -1)
    path = root / "dag-1" / "en.md"
    before = path.stat()
    files.digests()
    time.sleep(0.02)
    path.write_text("Xn\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert files.digest("dag-1/en.md") == digest_of(b"Xn\n")


def test_a_file_is_replaced_when_it_is_what_was_expected(files: DraftFiles, root: Path) -> None:
    """With the permissions it had; a new one as any document, in a folder that is made."""
    path = root / "dag-1" / "en.md"
    path.chmod(0o664)
    files.replace("dag-1/en.md", b"Ny\n", b"En\n", ChangedError)
    assert path.read_bytes() == b"Ny\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    files.replace("dag-2/to.md", b"To\n", None, ChangedError)
    assert (root / "dag-2" / "to.md").read_bytes() == b"To\n"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((root / "dag-2" / "to.md").stat().st_mode) == 0o666 & ~mask


def test_a_file_changed_at_the_last_moment_stays(
    files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the rename: the new text is not written, and nothing is left over."""
    path = root / "dag-1" / "en.md"
    real = draft_files.sync_file

    def meanwhile(temporary: Path) -> None:
        real(temporary)
        path.write_text("De andres\n")

    monkeypatch.setattr(draft_files, "sync_file", meanwhile)
    with pytest.raises(ChangedError):
        files.replace("dag-1/en.md", b"Min\n", b"En\n", ChangedError)
    path.write_text("x")
    with pytest.raises(ChangedError):
        files.replace("dag-1/ny.md", b"Min\n", b"", ChangedError)
    assert path.read_text() == "De andres\n"
    assert [each.name for each in path.parent.iterdir()] == ["en.md"]


def test_a_new_file_never_takes_the_place_of_one(
    files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that came while it was being written stays."""
    path = root / "dag-1" / "ny.md"
    real = draft_files.DraftFiles.content

    def too_early(self: DraftFiles, file: str, most: int = LARGEST_TEXT) -> bytes | None:
        found = real(self, file, most)
        path.write_text("De andres\n")
        return found

    monkeypatch.setattr(DraftFiles, "content", too_early)
    with pytest.raises(ChangedError):
        files.replace("dag-1/ny.md", b"Min\n", None, ChangedError)
    assert path.read_text() == "De andres\n"


@pytest.mark.parametrize("gone", ["removed", "empty"])
def test_a_stick_taken_out_is_told(gone: str, files: DraftFiles, root: Path) -> None:
    """Nothing is read as missing, and nothing is written where the stick was."""
    known = root.with_name("annet sted")
    root.rename(known)
    if gone == "empty":
        root.mkdir()
    for attempt in (
        files.names,
        files.need_folder,
        files.digests,
        lambda: files.content("kurs.md"),
        lambda: files.digest("kurs.md"),
        lambda: files.replace("kurs.md", b"x", None, ChangedError),
    ):
        assert code_of(attempt) == "draft-folder-missing"
    assert not root.exists() or not list(root.iterdir())


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../kurs.md", "dag-1/../../x.md", "dag-1//en.md", "a\0.md", "./a.md"]
)
def test_nothing_outside_the_folder_is_touched(path: str, files: DraftFiles) -> None:
    """A path leads to a place in the folder or is refused, before anything is done."""
    assert code_of(lambda: files.content(path)) == "draft-path-unsafe"
    assert code_of(lambda: files.replace(path, b"x", None, ChangedError)) == "draft-path-unsafe"


@pytest.mark.parametrize("name", ["con.md", "hva?.md", "dag-1/.skjult.md", "a" * 210 + ".md"])
def test_a_new_file_gets_a_name_every_system_knows(name: str, files: DraftFiles) -> None:
    """One that is there under such a name can still be read and saved."""
    assert code_of(lambda: files.replace(name, b"x", None, ChangedError)) == "draft-path-unsafe"


def test_a_file_with_a_name_of_this_system_only_is_saved(files: DraftFiles, root: Path) -> None:
    """It was there before the program was."""
    (root / "hva?.md").write_text("a")
    files.replace("hva?.md", b"b", b"a", ChangedError)
    assert (root / "hva?.md").read_text() == "b"


def test_links_and_folders_are_no_files(files: DraftFiles, root: Path, tmp_path: Path) -> None:
    """What a link leads to is not the course's, neither read nor replaced."""
    (tmp_path / "hemmelig.md").write_text("hemmelig")
    (root / "lenke.md").symlink_to(tmp_path / "hemmelig.md")
    (root / "mappe").symlink_to(tmp_path)
    os.mkfifo(root / "rør.md")
    for file in ("lenke.md", "mappe/hemmelig.md", "rør.md", "dag-1"):
        assert code_of(lambda file=file: files.content(file)) == "draft-not-a-file"
        assert code_of(lambda file=file: files.replace(file, b"x", b"", ChangedError)) == "draft-not-a-file"
    assert (tmp_path / "hemmelig.md").read_text() == "hemmelig"


def test_letters_the_disk_takes_apart_are_put_together(files: DraftFiles, root: Path) -> None:
    """A file from a Mac is named as the rest of the program names it, and stays where it is when saved."""
    spelt = unicodedata.normalize("NFD", "økt-é.md")
    (root / spelt).write_text("a")
    assert "økt-é.md" in files.names()
    assert DraftFiles(root).content("økt-é.md") == b"a"
    files.replace("økt-é.md", b"b", b"a", ChangedError)
    assert (root / spelt).read_text() == "b"
    assert len(files.names()) == 4


def test_a_file_too_large_is_refused(files: DraftFiles, root: Path) -> None:
    """A course's own limit may be passed, so that the file can be divided; not by far."""
    (root / "stor.md").write_bytes(b"a" * LARGEST_TEXT)
    assert len(files.content("stor.md") or b"") == LARGEST_TEXT
    (root / "stor.md").write_bytes(b"a" * (LARGEST_TEXT + 1))
    assert code_of(lambda: files.content("stor.md")) == "draft-file-too-large"
    assert files.digest("stor.md") == digest_of(b"a" * (LARGEST_TEXT + 1))


def test_a_file_that_may_not_be_read_is_told(files: DraftFiles, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the digests of all it is what it was last, so that nobody takes it for gone; if it never was read, nothing."""
    real = Path.open
    known = files.digests()

    def refuse(path: Path, *words: Any) -> Any:
        if path.name == "en.md":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *words)

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(lambda: files.content("dag-1/en.md")) == "file-not-read"
    assert files.digests() == files.digests() == known
    assert set(DraftFiles(root).digests()) == {"kurs.md", "media/bilde.png"}


def test_a_folder_that_can_only_be_read_is_told(files: DraftFiles, root: Path, sealed: Sealed) -> None:
    """Nothing is written, and nothing left."""
    with sealed(root):
        (root / "kurs.md").chmod(0o644)
        for file, before in (("kurs.md", b"# Kurs\n"), ("ny/fil.md", None)):
            assert code_of(lambda f=file, b=before: files.replace(f, b"x", b, ChangedError)) == "folder-unwritable"
    assert (root / "kurs.md").read_text() == "# Kurs\n"
    assert len([path for path in root.rglob("*") if path.is_file()]) == 3


def test_a_protected_file_is_left_alone(files: DraftFiles, root: Path) -> None:
    """Somebody wanted it to stay as it is, though the folder would let it be replaced."""
    (root / "kurs.md").chmod(0o444)
    assert code_of(lambda: files.replace("kurs.md", b"x", b"# Kurs\n", ChangedError)) == "draft-file-protected"
    assert (root / "kurs.md").read_bytes() == b"# Kurs\n"


def test_what_a_killed_program_left_goes(files: DraftFiles, root: Path) -> None:
    """Temporary files of an hour ago, wherever in the course; the rest stays."""
    left = [root / ".kurs.md.1.kursapp-tmp", root / "dag-1" / ".en.md.2.kursapp-tmp"]
    for path in left:
        path.write_text("halv")
        os.utime(path, (time.time() - 4000,) * 2)
    files.sweep()
    assert not any(path.exists() for path in left)
    assert len(files.names()) == 3
