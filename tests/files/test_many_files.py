"""Several files change together: killed anywhere between, they are all as before or all as wished."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError, refusal
from kursapp.files import many_files
from kursapp.files.many_files import FileWrite, read_down, settle, write_all, write_down

BEFORE = {"kurs.md": b"liste", "dag-1/a.md": b"en", "dag-1/b.md": b"to"}
AFTER = {"kurs.md": b"ny liste", "dag-2/a.md": b"en", "dag-1/b.md": b"to"}
WRITES = (
    FileWrite("kurs.md", b"liste", b"ny liste"),
    FileWrite("dag-1/a.md", b"en", None),
    FileWrite("dag-2/a.md", None, b"en"),
)


class PowerCutError(BaseException):
    """The program is gone."""


def lay(root: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder."""
    for file, data in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(data)


def files_of(root: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_all_files_change_and_empty_folders_go(tmp_path: Path) -> None:
    """Files are changed, made and taken away; a folder that held only what was taken away goes too."""
    lay(tmp_path, {"kurs.md": b"liste", "bort/a.md": b"en"})
    write_all(tmp_path, [FileWrite("bort/a.md", b"en", None), FileWrite("ny/dypt/a.md", None, b"en")])
    assert files_of(tmp_path) == {"kurs.md": b"liste", "ny/dypt/a.md": b"en"}
    assert not (tmp_path / "bort").exists()


@pytest.mark.parametrize("changed", ["kurs.md", "dag-1/a.md", "dag-2/a.md"])
def test_a_file_that_is_another_stops_all(tmp_path: Path, changed: str) -> None:
    """Where one file is not what it should be, none is touched."""
    lay(tmp_path, BEFORE | {changed: b"annet"})
    before = files_of(tmp_path)
    with pytest.raises(KursappError) as raised:
        write_all(tmp_path, WRITES)
    assert raised.value.problem.code == "files-changed"
    assert raised.value.problem.value("file") == changed
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("step", range(3))
def test_a_disk_that_fills_between_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """What was written before the disk was full is taken back."""
    lay(tmp_path, BEFORE)
    real, count = many_files._write, [0]

    def write(root: Path, one: FileWrite) -> None:
        count[0] += 1
        if count[0] == step + 1:
            raise refusal("disk-full", file=one.path, folder=root)
        real(root, one)

    monkeypatch.setattr(many_files, "_write", write)
    with pytest.raises(KursappError) as raised:
        write_all(tmp_path, WRITES)
    assert raised.value.problem.code == "disk-full"
    assert files_of(tmp_path) == BEFORE


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", range(3))
def test_killed_at_any_step_it_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, after: bool
) -> None:
    """A program that is gone before or after any file finds what it had written down, and finishes."""
    root, place = tmp_path / "kurs", tmp_path / "data" / "000001"
    lay(root, BEFORE)
    write_down(place, WRITES, {"title": "flytt"})
    real, count = many_files._write, [0]

    def write(base: Path, one: FileWrite) -> None:
        count[0] += 1
        if count[0] == step + 1 and not after:
            raise PowerCutError
        real(base, one)
        if count[0] == step + 1:
            raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(many_files, "_write", write)
        with pytest.raises(PowerCutError):
            write_all(root, WRITES)
    assert settle(root, read_down(place).writes)
    assert files_of(root) == AFTER


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(done=st.sets(st.sampled_from(["kurs.md", "dag-1/a.md", "dag-2/a.md"])), theirs=st.sampled_from(list(WRITES)))
def test_what_somebody_else_wrote_meanwhile_is_left_alone(
    tmp_path_factory: pytest.TempPathFactory, done: set[str], theirs: FileWrite
) -> None:
    """After a crash, a file another program has changed stays theirs, and the rest is as before."""
    root = tmp_path_factory.mktemp("kurs")
    lay(root, BEFORE)
    for write in WRITES:
        if write.path in done:
            many_files._write(root, write)
    lay(root, {theirs.path: b"deres"})
    assert not settle(root, WRITES)
    assert files_of(root) == BEFORE | {theirs.path: b"deres"}


def test_what_is_written_down_is_read_as_it_was(tmp_path: Path) -> None:
    """Any bytes, files that are made and files that are taken away come back the same, with their note."""
    writes = (FileWrite("a.md", b"\xff\x00", None), FileWrite("b.md", None, b""), FileWrite("c.md", b"x", b"x"))
    write_down(tmp_path / "1", writes, {"name": "Økt «én»"})
    found = read_down(tmp_path / "1")
    assert found.writes == writes
    assert found.note == {"name": "Økt «én»"}


@pytest.mark.parametrize("damage", ["plan", "version", "blob", "path"])
def test_a_damaged_record_says_so(tmp_path: Path, damage: str) -> None:
    """A record whose plan or content is not what was written is refused, whatever is wrong with it."""
    place = tmp_path / "1"
    write_down(place, WRITES, {})
    plan = place / many_files.PLAN
    if damage == "plan":
        plan.write_bytes(b"[1]")
    elif damage == "version":
        plan.write_bytes(plan.read_bytes().replace(b'"version": 1', b'"version": 9'))
    elif damage == "path":
        plan.write_bytes(b'{"version": 1, "note": {}, "files": [["a.md", "../../noe", null]]}')
    else:
        blob = next(path for path in place.iterdir() if path.name != many_files.PLAN)
        blob.write_bytes(b"noe annet")
    with pytest.raises(KursappError) as raised:
        read_down(place)
    assert raised.value.problem.code == "journal-damaged"


@pytest.mark.parametrize("path", ["../ute.md", "/ute.md", "a/../../ute.md", "./a.md", "a//b.md"])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    """A path that leads elsewhere is refused before anything is written."""
    root = tmp_path / "kurs"
    root.mkdir()
    with pytest.raises(KursappError) as raised:
        write_all(root, [FileWrite(path, None, b"x")])
    assert raised.value.problem.code == "restructure-outside"
    assert files_of(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A folder in the course that is a link to elsewhere is no way out."""
    root, elsewhere = tmp_path / "kurs", tmp_path / "annet"
    root.mkdir()
    elsewhere.mkdir()
    (root / "lenke").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(KursappError) as raised:
        write_all(root, [FileWrite("lenke/a.md", None, b"x")])
    assert raised.value.problem.code == "restructure-outside"
    assert list(elsewhere.iterdir()) == []


def test_permissions_stay(tmp_path: Path) -> None:
    """A file keeps its permissions."""
    lay(tmp_path, {"kurs.md": b"liste"})
    (tmp_path / "kurs.md").chmod(0o640)
    mode = (tmp_path / "kurs.md").stat().st_mode
    write_all(tmp_path, [FileWrite("kurs.md", b"liste", b"ny")])
    assert (tmp_path / "kurs.md").stat().st_mode == mode
