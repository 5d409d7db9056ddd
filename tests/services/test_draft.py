"""A draft that is open: no text is lost, and none overwritten unseen."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.domain.draft import SnapshotReason
from kursapp.domain.problem import KursappError
from kursapp.domain.restructuring import FileChange, Restructuring
from kursapp.files import many_files
from kursapp.files.text_file import digest_of
from kursapp.services import draft as draft_module
from kursapp.services.author import Author
from kursapp.services.draft import BETWEEN, ClashError, Draft
from kursapp.services.draft_files import LARGEST_TEXT, DraftFiles
from kursapp.services.snapshots import LATEST
from tests.services import killed_save
from tests.services.conftest import HandClock

FILE = "dag-1/økt.md"


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


@pytest.fixture
def clock() -> HandClock:
    """Return a clock that is moved by hand."""
    return HandClock()


@pytest.fixture
def author(tmp_path: Path, clock: HandClock) -> Iterator[Author]:
    """Return the author's drafts, none yet."""
    found = Author(tmp_path / "data", clock)
    yield found
    found.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a small course."""
    folder = tmp_path / "kurs"
    (folder / "dag-1").mkdir(parents=True)
    (folder / "kurs.md").write_bytes(b"# Kurs\n")
    (folder / FILE).write_bytes(b"En\r\nto\r\ntre\n")
    return folder


@pytest.fixture
def draft(author: Author, root: Path) -> Draft:
    """Open the small course."""
    return author.open(author.add(root).id)


@contextmanager
def full_disk(most: int = 1_000) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def texts_of(draft: Draft, file: str | None = FILE) -> list[str]:
    """Return the texts that were kept of a file, the latest first."""
    return [draft.snapshot_text(head.id) for head in draft.snapshots(file)]


# Reading and saving ---------------------------------------------------------------------------------


def test_a_file_is_read_as_an_editor_has_it(draft: Draft, root: Path) -> None:
    """Its lines end alike, and how they end on disk is told."""
    (root / "merke.md").write_bytes("\ufeffÆ\r\n".encode())
    read = draft.read(FILE)
    assert (read.text, read.line_end, read.mark) == ("En\nto\ntre\n", "\r\n", False)
    assert read.digest == digest_of(b"En\r\nto\r\ntre\n")
    marked = draft.read("merke.md")
    assert (marked.text, marked.line_end, marked.mark) == ("Æ\n", "\r\n", True)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [("Hei\nblåbær".encode("latin-1"), "draft-not-utf8", "2"), (b"a\0b", "draft-not-text", "")],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, line: str, draft: Draft, root: Path) -> None:
    """By name, and with the line where one can be told; its bytes are left alone."""
    (root / "rar.md").write_bytes(data)
    with pytest.raises(KursappError) as refused:
        draft.read("rar.md")
    assert (refused.value.problem.code, refused.value.problem.value("line")) == (code, line)
    with pytest.raises(KursappError):
        draft.save("rar.md", "ny", digest_of(b"noe annet"))
    assert (root / "rar.md").read_bytes() == data


def test_a_file_that_is_not_there_is_told(draft: Draft) -> None:
    """By its name."""
    with pytest.raises(KursappError) as refused:
        draft.read("borte.md")
    assert refused.value.problem.code == "draft-file-missing"


def test_a_text_is_saved_over_what_it_was_written_from(draft: Draft, root: Path) -> None:
    """In the file's own manner, and the new digest is given back for the next time."""
    first = draft.save(FILE, "En\nny\ntre\n", draft.read(FILE).digest)
    assert (root / FILE).read_bytes() == b"En\r\nny\r\ntre\n"
    assert first == draft.read(FILE)
    draft.save(FILE, "En\n", first.digest)
    assert draft.read(FILE).text == "En\n"


@settings(deadline=None, max_examples=60)
@given(lines=st.lists(st.tuples(st.text("aæ\u2028\x0b\xa0 ", max_size=3), st.sampled_from(["\n", "\r\n", "\r"]))))
def test_what_was_only_opened_is_never_written(lines: list[tuple[str, str]], tmp_path_factory: Any) -> None:
    """Whatever is in it, the file keeps its bytes, its times and its place on the disk."""
    root = tmp_path_factory.mktemp("kurs")
    draft = Draft("0" * 16, root, root.with_name("hjemme"), HandClock(), no_worker())
    data = "".join(line + end for line, end in lines).encode()
    (root / "a.md").write_bytes(data)
    before = (root / "a.md").stat()
    read = draft.read("a.md")
    assert draft.save("a.md", read.text, read.digest) == read
    assert (root / "a.md").read_bytes() == data
    assert (root / "a.md").stat().st_ino == before.st_ino
    shutil.rmtree(root)


def no_worker() -> Any:
    """Return no worker: nothing here restructures."""
    return None


def test_a_new_file_is_written_where_there_was_none(draft: Draft, root: Path) -> None:
    """Known by an empty digest; where one has come meanwhile, it stays."""
    draft.save("dag-2/ny.md", "Ny\n", "")
    assert (root / "dag-2" / "ny.md").read_bytes() == b"Ny\n"
    with pytest.raises(ClashError):
        draft.save("dag-2/ny.md", "En annen\n", "")


def test_what_no_file_can_hold_is_left_out(draft: Draft, root: Path) -> None:
    """A NUL from the clipboard would make the file unreadable."""
    draft.save(FILE, "a\0b\ud800\n", draft.read(FILE).digest)
    assert (root / FILE).read_bytes() == "ab\ufffd\r\n".encode()


# Clashes --------------------------------------------------------------------------------------------


def test_a_file_changed_underneath_is_not_overwritten(draft: Draft, root: Path) -> None:
    """Both texts are handed over, hers is kept safe, and nothing is written."""
    base = draft.read(FILE).digest
    (root / FILE).write_bytes(b"De andres\n")
    with pytest.raises(ClashError) as met:
        draft.save(FILE, "Min\n", base)
    clash = met.value.clash
    assert (clash.file, clash.mine) == (FILE, "Min\n")
    assert clash.theirs == draft.read(FILE)
    assert met.value.problem.code == "draft-clash"
    assert (root / FILE).read_bytes() == b"De andres\n"
    assert [(each.file, each.text, each.base) for each in draft.unsaved()] == [(FILE, "Min\n", base)]


def test_a_file_removed_underneath_is_told(draft: Draft, root: Path) -> None:
    """There is no other text then, and she may write the file anew."""
    base = draft.read(FILE).digest
    (root / FILE).unlink()
    with pytest.raises(ClashError) as met:
        draft.save(FILE, "Min\n", base)
    assert met.value.clash.theirs is None
    assert draft.take_theirs(met.value.clash) is None
    assert texts_of(draft)[0] == "Min\n"
    draft.overwrite(FILE, "Min\n", "")
    assert (root / FILE).read_text() == "Min\n"


def test_the_same_text_from_another_program_is_no_clash(draft: Draft, root: Path) -> None:
    """Whoever wrote it, it says what she wants it to."""
    base = draft.read(FILE).digest
    (root / FILE).write_bytes(b"Min\r\n")
    assert draft.save(FILE, "Min\n", base) == draft.read(FILE)
    assert (root / FILE).read_bytes() == b"Min\r\n"


def test_her_own_text_may_take_the_others_place(draft: Draft, root: Path) -> None:
    """After the choice; theirs is kept as a snapshot, and if it changed once more, she is asked again."""
    base = draft.read(FILE).digest
    (root / FILE).write_bytes(b"De andres\n")
    with pytest.raises(ClashError) as met:
        draft.save(FILE, "Min\n", base)
    theirs = met.value.clash.theirs
    assert theirs is not None
    (root / FILE).write_bytes(b"De andres igjen\n")
    with pytest.raises(ClashError) as met:
        draft.overwrite(FILE, "Min\n", theirs.digest)
    theirs = met.value.clash.theirs
    assert theirs is not None
    draft.overwrite(FILE, "Min\n", theirs.digest)
    assert (root / FILE).read_bytes() == b"Min\n"
    assert "De andres igjen\n" in texts_of(draft)
    assert draft.snapshots(FILE)[0].reason is SnapshotReason.OUTSIDE
    assert draft.unsaved() == ()


def test_the_others_text_is_not_overwritten_before_it_is_kept(draft: Draft, root: Path, sealed: Sealed) -> None:
    """Where no snapshot can be taken of it, it stays."""
    (root / FILE).write_bytes(b"De andres\n")
    theirs = draft.read(FILE).digest
    draft.home.mkdir(exist_ok=True)
    with sealed(draft.home), pytest.raises(KursappError) as refused:
        draft.overwrite(FILE, "Min\n", theirs)
    assert refused.value.problem.code == "folder-unwritable"
    assert (root / FILE).read_bytes() == b"De andres\n"


def test_a_text_that_could_not_be_opened_again_is_not_written(draft: Draft, root: Path) -> None:
    """It is told how large it may be, and kept until it is shorter."""
    text = "x" * (LARGEST_TEXT + 1)
    with pytest.raises(KursappError) as refused:
        draft.save(FILE, text, draft.read(FILE).digest)
    assert refused.value.problem.code == "draft-file-too-large"
    assert [len(each.text) for each in draft.unsaved()] == [len(text)]
    assert (root / FILE).read_bytes() == b"En\r\nto\r\ntre\n"


def test_the_others_text_may_stay(draft: Draft, root: Path) -> None:
    """Hers is then a snapshot that can be found."""
    base = draft.read(FILE).digest
    (root / FILE).write_bytes(b"De andres\n")
    with pytest.raises(ClashError) as met:
        draft.save(FILE, "Min\n", base)
    assert draft.take_theirs(met.value.clash) == draft.read(FILE)
    assert (root / FILE).read_bytes() == b"De andres\n"
    assert [(head.reason, draft.snapshot_text(head.id)) for head in draft.snapshots(FILE)] == [
        (SnapshotReason.CLASH, "Min\n")
    ]
    assert draft.unsaved() == ()


def test_what_others_change_is_noticed(draft: Draft, root: Path) -> None:
    """Changed, renamed and gone; what is as it was is not mentioned, nor what cannot be read just now."""
    known = dict(draft.digests())
    assert draft.changed_outside(known) == ()
    (root / "kurs.md").write_bytes(b"# Annet\n")
    (root / FILE).rename(root / "dag-1" / "flyttet.md")
    assert draft.changed_outside(known) == (FILE, "kurs.md")
    assert draft.changed_outside(draft.digests()) == ()


def test_a_change_within_one_step_of_the_clock_is_noticed(draft: Draft, root: Path) -> None:
    """Of the same length, with the same times as what was saved a moment ago."""
    saved = draft.save(FILE, "abc\n", draft.read(FILE).digest)
    before = (root / FILE).stat()
    (root / FILE).write_bytes((root / FILE).read_bytes().replace(b"abc", b"xyz"))
    os.utime(root / FILE, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert draft.changed_outside({FILE: saved.digest}) == (FILE,)
    with pytest.raises(ClashError):
        draft.save(FILE, "abc\ndef\n", saved.digest)


def test_two_drafts_of_one_folder_never_overwrite_each_other(draft: Draft, root: Path, tmp_path: Path) -> None:
    """Two programs, say, on one share: the second is told."""
    other = Draft("1" * 16, root, tmp_path / "annen", HandClock(), no_worker())
    base = other.read(FILE).digest
    draft.save(FILE, "Min\n", base)
    with pytest.raises(ClashError) as met:
        other.save(FILE, "Din\n", base)
    assert met.value.clash.theirs is not None
    assert met.value.clash.theirs.text == "Min\n"


# What could not be saved ----------------------------------------------------------------------------


def test_a_full_disk_keeps_the_old_file_and_the_new_text(draft: Draft, root: Path) -> None:
    """The file is as it was; what could not be saved is kept where there is room, and told until it is saved."""
    base = draft.read(FILE).digest
    text = "Min tekst\n" * 1_000
    with full_disk(), pytest.raises(KursappError) as refused:
        draft.save(FILE, text, base)
    assert refused.value.problem.code == "disk-full"
    assert (root / FILE).read_bytes() == b"En\r\nto\r\ntre\n"
    assert "disk-full" in {problem.code for problem in draft.take_problems()}
    draft.keep_unsaved(FILE, text, base)
    assert [each.text for each in draft.unsaved()] == [text]
    assert draft.save(FILE, text, base).text == text
    assert draft.unsaved() == ()


def test_a_folder_that_can_only_be_read_keeps_the_text(draft: Draft, root: Path, sealed: Sealed) -> None:
    """And it is offered at the next start."""
    base = draft.read(FILE).digest
    with sealed(root):
        (root / FILE).chmod(0o644)
        with pytest.raises(KursappError) as refused:
            draft.save(FILE, "Min\n", base)
    assert refused.value.problem.code == "folder-unwritable"
    again = Draft(draft.id, root, draft.home, HandClock(), no_worker())
    assert [(each.file, each.text, each.base) for each in again.unsaved()] == [(FILE, "Min\n", base)]
    again.forget_unsaved(FILE)
    assert draft.unsaved() == ()


def test_a_stick_taken_out_keeps_the_text(draft: Draft, root: Path) -> None:
    """It is a folder that cannot be found, not files that were removed; put in again, all goes on."""
    base = draft.read(FILE).digest
    root.rename(root.with_name("i lomma"))
    for attempt in (
        lambda: draft.save(FILE, "Min\n", base),
        lambda: draft.changed_outside({FILE: base}),
        lambda: draft.read(FILE),
        draft.files,
    ):
        with pytest.raises(KursappError) as refused:
            attempt()
        assert refused.value.problem.code == "draft-folder-missing"
    assert [each.text for each in draft.unsaved()] == ["Min\n"]
    root.with_name("i lomma").rename(root)
    assert draft.changed_outside({FILE: base}) == ()
    draft.save(FILE, "Min\n", base)
    assert draft.unsaved() == ()


def test_a_data_folder_that_cannot_be_written_to_stops_no_saving(draft: Draft, root: Path, sealed: Sealed) -> None:
    """The text is in the course; that no snapshot was taken is told, once."""
    base = draft.read(FILE).digest
    draft.home.mkdir(exist_ok=True)
    with sealed(draft.home):
        draft.save(FILE, "Min\n", base)
    assert draft.read(FILE).text == "Min\n"
    assert [problem.code for problem in draft.take_problems()] == ["folder-unwritable"]
    assert draft.take_problems() == ()


def test_on_a_share_the_text_is_kept_before_it_is_written(
    author: Author, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that does not answer holds the writer; a program ended meanwhile has lost nothing."""
    monkeypatch.setattr(draft_module, "on_network", lambda folder: folder == root)
    draft = author.open(author.add(root).id)
    seen: list[list[str]] = []
    real = DraftFiles.replace

    def noted(self: DraftFiles, *words: Any) -> None:
        seen.append([each.text for each in draft.unsaved()])
        real(self, *words)

    monkeypatch.setattr(DraftFiles, "replace", noted)
    draft.save(FILE, "Min\n", draft.read(FILE).digest)
    assert seen == [["Min\n"]]
    assert draft.unsaved() == ()


# Snapshots ------------------------------------------------------------------------------------------


def test_what_the_file_said_is_kept_before_the_first_change(draft: Draft) -> None:
    """Also by a program that is ended right after."""
    saved = draft.save(FILE, "1\n", draft.read(FILE).digest)
    assert texts_of(draft) == ["En\nto\ntre\n"]
    draft.save(FILE, "2\n", saved.digest)
    assert texts_of(draft) == ["En\nto\ntre\n"]


def test_a_snapshot_is_taken_every_five_minutes_of_writing(draft: Draft, clock: HandClock) -> None:
    """Whichever way the clock goes."""
    digest = draft.read(FILE).digest
    for number in range(11):
        digest = draft.save(FILE, f"{number}\n", digest).digest
        clock.time += BETWEEN / 5
    assert texts_of(draft) == ["10\n", "5\n", "En\nto\ntre\n"]
    clock.time -= timedelta(days=30)
    draft.save(FILE, "satt tilbake\n", digest)
    assert texts_of(draft)[0] == "satt tilbake\n"


def test_files_are_kept_before_much_is_changed(draft: Draft, root: Path) -> None:
    """As they are on disk; what is no text, or not there, is passed over."""
    (root / "bilde.png").write_bytes(b"\x89PNG")
    (root / "rar.md").write_bytes(b"\xff")
    draft.snapshot_files([FILE, "kurs.md", "bilde.png", "rar.md", "borte.md"])
    draft.keep("kurs.md", b"# Forrige\n")
    draft.keep("bilde.png", b"\x89PNG")
    assert {(head.file, head.reason) for head in draft.snapshots()} == {
        (FILE, SnapshotReason.BEFORE),
        ("kurs.md", SnapshotReason.BEFORE),
    }
    assert texts_of(draft, "kurs.md") == ["# Forrige\n", "# Kurs\n"]
    assert draft.take_problems() == ()


def test_files_that_are_gone_can_be_found(draft: Draft, root: Path) -> None:
    """By the latest that was kept of each."""
    draft.snapshot(FILE, "første")
    last = draft.snapshot(FILE, "siste")
    draft.snapshot("kurs.md", "# Kurs")
    assert draft.deleted_files() == ()
    (root / FILE).unlink()
    assert draft.deleted_files() == (last,)


def test_snapshots_are_outside_the_course(draft: Draft, root: Path) -> None:
    """Nothing but the course's own files is ever in its folder."""
    draft.save(FILE, "1\n", draft.read(FILE).digest)
    draft.keep_unsaved(FILE, "2\n", "")
    assert sorted(path.name for path in root.rglob("*") if path.is_file()) == ["kurs.md", "økt.md"]


# Killed -------------------------------------------------------------------------------------------------


def test_a_new_course_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """Killed at any step: without its cover a folder is no course; and no draft leads to a course that is not there."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_save", str(tmp_path), "new"],
        capture_output=True,
        text=True,
        check=True,
    )
    states = json.loads(told.stdout)
    assert len(states) > 30
    assert {(state["is_course"], state["is_whole"]) for state in states} == {(False, False), (True, True)}
    assert all(state["is_whole"] for state in states if state["drafts"])
    assert states[-1]["drafts"] == ["Kurset"]


@pytest.mark.parametrize("story", killed_save.STORIES)
def test_killed_at_any_step_nothing_is_half(story: str, tmp_path: Path) -> None:
    """The file is the old or the new, every snapshot there is can be read whole, and none that was there is lost."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_save", str(tmp_path), story],
        capture_output=True,
        text=True,
        check=True,
    )
    states = json.loads(told.stdout)
    assert len(states) > {"save": 20, "clash": 5, "snapshot": 10, "prune": 10}[story]
    for state in states:
        assert "half" not in (state["file"], *state["snapshots"], *state["unsaved"]), state
        assert state["files"] == [FILE, "kurs.md"]
        kept = ["older"] * LATEST if story == "prune" else ["earlier"]
        assert [text for text in state["snapshots"] if text in ("earlier", "older")] == kept
    assert states[0]["file"] == "old"
    last = states[-1]
    if story == "save":
        assert last == {"file": "new", "snapshots": ["earlier", "old"], "unsaved": [], "files": [FILE, "kurs.md"]}
        # What was there before the first change is kept before anything is changed.
        assert all("old" in state["snapshots"] for state in states if state["file"] == "new")
    elif story == "clash":
        assert all(state["file"] == "old" for state in states)
        assert last["unsaved"] == ["new"]
    elif story == "snapshot":
        assert last["snapshots"] == ["earlier", "new"]


def test_a_restructuring_cut_off_is_finished_when_the_draft_is_opened(
    draft: Draft, root: Path, tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power went between two files: opening the draft makes it whole, before anything else is done."""
    old = (root / FILE).read_bytes()
    moved = (
        FileChange("kurs.md", b"# Kurs\n", b"# Nytt\n"),
        FileChange("ny.md", None, old),
        FileChange(FILE, old, None),
    )
    real = many_files._write

    def write(base: Path, one: many_files.FileWrite) -> None:
        if one.path == "ny.md":
            raise KeyboardInterrupt
        real(base, one)

    with monkeypatch.context() as patch:
        patch.setattr(many_files, "_write", write)
        with pytest.raises(KeyboardInterrupt):
            draft.structure.apply(Restructuring("rename-file", "Økt", moved))
    assert not (root / FILE).exists()
    assert not (root / "ny.md").exists()
    again = Author(tmp_path / "data", clock)
    opened = again.open(draft.id)
    assert opened.files() == ("kurs.md", "ny.md")
    assert opened.read("ny.md").text == "En\nto\ntre\n"
    again.close()
