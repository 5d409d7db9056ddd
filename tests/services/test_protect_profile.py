"""A profile under a passphrase: nothing of it in clear, nothing lost, and back again."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.problem import KursappError
from kursapp.domain.record import Field
from kursapp.files import writing
from kursapp.services import protect_profile
from kursapp.services.profiles import Profiles
from kursapp.services.protect_profile import (
    change_passphrase,
    keep,
    new_code,
    new_key,
    remove_passphrase,
    set_passphrase,
    settle,
    unlock,
    unlock_by_code,
)
from kursapp.storage import rekeying
from kursapp.storage.backup import backups, is_backed_up
from kursapp.storage.inspection import Look
from kursapp.storage.key_file import is_locked, key_files
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from tests.services.protected import (
    AT,
    BACKUPS,
    CHEAP,
    MARK,
    PHRASE,
    cheap_key,
    in_clear,
    left_over,
    lived_in,
    sound_backups,
    words,
)

LATER = AT + timedelta(days=3)
OTHER = "noe helt annet enn før"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a profile that was used for a while; return where its database is."""
    return lived_in(tmp_path)


def contents(folder: Path) -> dict[str, str]:
    """Return every file of a folder with its digest."""
    return {
        each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def refused(action: Callable[[], object]) -> str:
    """Return the code an action is refused with."""
    with pytest.raises(KursappError) as error:
        action()
    return error.value.problem.code


def test_nothing_of_a_profile_under_a_passphrase_is_in_clear(path: Path) -> None:
    """The database, every backup, damaged ones too, and what was set aside with its log."""
    before = words(path, None)
    assert len(in_clear(path)) == 6
    assert set_passphrase(path, cheap_key(), LATER) == ()
    assert in_clear(path) == []
    assert left_over(path) == []
    assert is_locked(path)
    assert words(path, unlock(path, PHRASE)) == before


def test_every_sound_backup_opens_with_the_key_and_is_as_old_as_before(path: Path) -> None:
    """What counted as backed up still does: no needless backup is made at the next start."""
    assert is_backed_up(path)
    times = {backup.path.name: backup.path.stat().st_mtime_ns for backup in backups(path)}
    made = cheap_key()
    set_passphrase(path, made, LATER)
    assert sound_backups(path, made.key) == BACKUPS
    assert sound_backups(path, None) == 0
    assert {each.path.name: times[each.path.name] for each in backups(path)} == {
        each.path.name: each.path.stat().st_mtime_ns for each in backups(path)
    }
    assert is_backed_up(path)


def test_what_is_damaged_comes_back_as_it_was_when_the_passphrase_goes(path: Path) -> None:
    """To the byte; and so do the words, and every backup."""
    before, said = contents(path.parent), words(path, None)
    made = cheap_key()
    set_passphrase(path, made, LATER)
    assert not [name for name in contents(path.parent) if name.startswith("profil-skadet") and "laast" not in name]
    remove_passphrase(path, unlock(path, PHRASE), LATER)
    after = contents(path.parent)
    assert set(after) == set(before)
    kept = {name for name in before if "skadet" in name or "20260307" in name}
    assert len(kept) == 3
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert words(path, None) == said
    assert sound_backups(path, None) == BACKUPS
    assert not is_locked(path)
    assert left_over(path) == []


def test_only_the_wrapping_is_new_when_the_passphrase_is_changed(path: Path) -> None:
    """The database is not touched, the code stays, and the old passphrase opens neither file nor copy."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    database = path.read_bytes()
    change_passphrase(path, made.key, OTHER, CHEAP)
    assert path.read_bytes() == database
    assert unlock(path, OTHER) == unlock_by_code(path, made.code) == made.key
    assert refused(lambda: unlock(path, PHRASE)) == "passphrase-wrong"
    first, copy = key_files(path)
    assert first.read_bytes() == copy.read_bytes()


def test_a_change_that_was_broken_off_opens_by_what_she_types(path: Path) -> None:
    """Killed between the two files: either passphrase opens, and the one she used counts from then on."""
    for phrase, other in ((PHRASE, OTHER), (OTHER, PHRASE)):
        made = cheap_key()
        set_passphrase(path, made, LATER)
        first, copy = key_files(path)
        old = first.read_bytes()
        change_passphrase(path, made.key, OTHER, CHEAP)
        first.write_bytes(old)
        assert unlock(path, phrase) == made.key
        settle(path, made.key, LATER)
        assert first.read_bytes() == copy.read_bytes()
        assert refused(lambda other=other: unlock(path, other)) == "passphrase-wrong"
        remove_passphrase(path, made.key, LATER)


@pytest.mark.parametrize("number", [0, 1])
def test_a_change_that_fails_leaves_the_old_passphrase(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Whichever of the two files cannot be written: what she is told is how it is, after the next opening too."""
    made, real = cheap_key(), protect_profile.write_key_file
    set_passphrase(path, made, LATER)
    full = key_files(path)[number]

    def write(file: Path, data: bytes) -> None:
        if file == full:
            raise rekeying.refusal("disk-full", file=file.name, folder=file.parent)
        real(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(protect_profile, "write_key_file", write)
        assert refused(lambda: change_passphrase(path, made.key, OTHER, CHEAP)) == "disk-full"
    settle(path, unlock(path, PHRASE), LATER)
    assert refused(lambda: unlock(path, OTHER)) == "passphrase-wrong"


def test_what_the_engine_says_is_told_in_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what it says without a code of its own, as the copying function does."""
    for said, code in (
        ("disk I/O error", "database-io-failed"),
        ("database or disk is full", "disk-full"),
        ("something new", "rekeying-failed"),
    ):

        def fails(connection: object, said: str = said) -> bool:
            raise dbapi2.OperationalError(said)

        monkeypatch.setattr(rekeying, "_is_same", fails)
        assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == code
        assert left_over(path) == []


def test_a_new_code_is_worth_something_only_when_it_is_kept(path: Path) -> None:
    """Until she has shown that she has it, the old one holds."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    data, code = new_code(path, made.key)
    assert unlock_by_code(path, made.code) == made.key
    keep(path, data)
    assert unlock_by_code(path, code) == unlock(path, PHRASE) == made.key
    assert refused(lambda: unlock_by_code(path, made.code)) == "profile-code-foreign"


def test_a_short_passphrase_is_refused_before_anything_is_made(path: Path) -> None:
    """Whether it is the first or another."""
    before = contents(path.parent)
    assert refused(lambda: new_key("for kort")) == "passphrase-short"
    assert contents(path.parent) == before
    made = cheap_key()
    set_passphrase(path, made, LATER)
    assert refused(lambda: change_passphrase(path, made.key, "for kort")) == "passphrase-short"


def test_a_second_passphrase_is_refused(path: Path) -> None:
    """It would be a key that opens nothing."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    before = contents(path.parent)
    assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == "profile-has-passphrase"
    assert contents(path.parent) == before


def test_a_profile_that_is_open_is_left_as_it_is(path: Path) -> None:
    """Nobody's file is replaced under her hands, and no key file is left."""
    file = open_profile(path)
    assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == "profile-open-elsewhere"
    file.close()
    assert not is_locked(path)
    assert not any(each.exists() for each in key_files(path))
    assert left_over(path) == []


def test_a_copy_that_is_not_the_same_never_takes_the_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One row too few, and nothing has changed."""
    before, real = contents(path.parent), rekeying._is_same

    def loses_a_row(connection: object) -> bool:
        connection.execute("DELETE FROM fresh.enrolment")  # type: ignore[attr-defined]
        return real(connection)  # type: ignore[arg-type]

    monkeypatch.setattr(rekeying, "_is_same", loses_a_row)
    assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == "rekeying-failed"
    assert contents(path.parent) == before


def test_a_row_that_is_another_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many rows are not the same rows."""
    real = rekeying._is_same

    def changes_a_row(connection: object) -> bool:
        connection.execute("UPDATE fresh.enrolment SET title = 'en annen'")  # type: ignore[attr-defined]
        return real(connection)  # type: ignore[arg-type]

    monkeypatch.setattr(rekeying, "_is_same", changes_a_row)
    assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == "rekeying-failed"


def test_a_copy_that_is_damaged_never_takes_the_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows were the same in memory; what counts is what can be read from the file."""
    before = path.read_bytes()
    monkeypatch.setattr(rekeying, "look", lambda *_words, **_more: Look())
    assert refused(lambda: set_passphrase(path, cheap_key(), LATER)) == "rekeying-failed"
    assert path.read_bytes() == before
    assert not key_files(path)[0].exists()


def test_a_fault_when_the_database_is_locked_already_leaves_the_key(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's names would not be written out, and the locked file has the name: without the key all is lost."""
    said, real = words(path, None), writing.sync_folder

    def fails(folder: Path) -> None:
        if is_locked(path):
            raise OSError(errno.EIO, "Input/output error")
        real(folder)

    made = cheap_key()
    monkeypatch.setattr(writing, "sync_folder", fails)
    assert refused(lambda: set_passphrase(path, made, LATER)) == "file-not-written"
    monkeypatch.undo()
    assert is_locked(path)
    assert words(path, unlock(path, PHRASE)) == said
    settle(path, made.key, LATER)
    assert in_clear(path) == []


def test_either_key_file_is_enough(path: Path) -> None:
    """One that is damaged or gone is made anew from the other at the next opening."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    whole = key_files(path)[0].read_bytes()
    for each in key_files(path):
        for lost in (None, b"", b"\0" * 300, whole[:-40]):
            each.unlink() if lost is None else each.write_bytes(lost)
            key = unlock(path, PHRASE)
            settle(path, key, LATER)
            assert [one.read_bytes() for one in key_files(path)] == [whole, whole]


def test_a_damaged_key_file_never_takes_the_place_of_its_copy(path: Path) -> None:
    """Where the key is known already, and nobody has typed what would have mended it."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    first, copy = key_files(path)
    first.write_bytes(first.read_bytes()[:-40])
    settle(path, made.key, LATER)
    assert first.read_bytes() == copy.read_bytes()
    assert unlock(path, PHRASE) == made.key


def test_without_a_key_file_the_person_is_told(path: Path) -> None:
    """There is nothing the passphrase could open."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    for each in key_files(path):
        each.unlink()
    assert refused(lambda: unlock(path, PHRASE)) == "profile-key-missing"


def test_a_key_that_something_damaged_still_needs_is_set_aside(path: Path) -> None:
    """A backup that was damaged under the key stays as it is, and so does what opens it."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    hurt = backups(path)[0].path
    hurt.write_bytes(b"x" * 100 + hurt.read_bytes()[100:])
    left = hurt.read_bytes()
    remove_passphrase(path, made.key, LATER)
    assert not is_locked(path)
    assert hurt.read_bytes() == left
    assert [each.name for each in path.parent.glob("nokkel*")] == ["nokkel-skadet-2026-03-12.json"]
    assert set_passphrase(path, cheap_key(), LATER) == ()


def test_a_removal_that_was_broken_off_at_its_end_keeps_the_key_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is in clear again; a damaged backup is still locked, and the next opening must not forget how."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    hurt = backups(path)[0].path
    hurt.write_bytes(b"x" * 100 + hurt.read_bytes()[100:])
    with monkeypatch.context() as cut:
        cut.setattr(protect_profile, "_forget_key", lambda *_words, **_more: None)
        remove_passphrase(path, made.key, LATER)
    assert key_files(path)[0].exists()
    settle(path, None, LATER)
    assert [each.name for each in path.parent.glob("nokkel*")] == ["nokkel-skadet-2026-03-12.json"]


def test_what_another_key_locked_is_left_as_it_is(path: Path) -> None:
    """Its name is taken, so that another is found; its bytes are never written over, and it stops nobody."""
    foreign = path.with_name("profil-skadet-2026-03-01.db.laast")
    foreign.write_bytes(b"under en annen n\xc3\xb8kkel" * 9)
    held = foreign.read_bytes()
    aside = path.with_name("profil-skadet-2026-03-01.db").read_bytes()
    made = cheap_key()
    assert set_passphrase(path, made, LATER) == ()
    assert in_clear(path) == []
    assert foreign.read_bytes() == held
    remove_passphrase(path, made.key, LATER)
    assert foreign.read_bytes() == held
    assert aside in [each.read_bytes() for each in path.parent.glob("profil-skadet-*.db")]


def test_what_cannot_be_brought_along_is_named_and_seen_to_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the backups' turn comes: the profile is locked, and the next opening does the rest."""
    made, real = cheap_key(), rekeying._rekey_copy

    def full(path: Path, key: bytes | None, new_key: bytes | None) -> None:
        raise rekeying.refusal("disk-full", file=path.name, folder=path.parent)

    monkeypatch.setattr(rekeying, "_rekey_copy", full)
    left = set_passphrase(path, made, LATER)
    assert len(left) == BACKUPS
    assert len(in_clear(path)) == BACKUPS
    assert not key_files(path)[1].exists()
    monkeypatch.setattr(rekeying, "_rekey_copy", real)
    profiles = ProfileList(path.parents[2])
    Profiles(profiles, lambda: open_profile, _Clock()).open(profiles.all()[0], key=made.key).close()
    assert in_clear(path) == []
    assert key_files(path)[1].exists()


def test_a_removal_that_fails_leaves_the_passphrase(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was in clear by then is locked again at once."""
    made = cheap_key()
    set_passphrase(path, made, LATER)

    def full(path: Path, key: bytes | None, new_key: bytes | None) -> None:
        raise rekeying.refusal("disk-full", file=path.name, folder=path.parent)

    with monkeypatch.context() as patch:
        patch.setattr(protect_profile, "rekey", full)
        assert refused(lambda: remove_passphrase(path, made.key, LATER)) == "disk-full"
    assert in_clear(path) == []
    assert words(path, unlock(path, PHRASE))


def test_the_log_of_an_open_profile_is_written_over_too(path: Path) -> None:
    """It was kept under a name of its own when the file was closed."""
    file = open_profile(path)
    file.fields.save(Field("kurs", "rf-hvor", "", MARK.decode(), AT))
    file.keep_log()
    kept = next(path.parent.glob(".*wal*"))
    inode = os.open(kept, os.O_RDONLY)
    file.close()
    assert MARK in os.pread(inode, 10_000_000, 0)
    set_passphrase(path, cheap_key(), LATER)
    assert set(os.pread(inode, 10_000_000, 0)) == {0}
    os.close(inode)
    assert left_over(path) == []


def test_the_database_in_clear_is_written_over(path: Path) -> None:
    """Not only its name is gone."""
    inode = os.open(path, os.O_RDONLY)
    set_passphrase(path, cheap_key(), LATER)
    assert set(os.pread(inode, 10_000_000, 0)) == {0}
    os.close(inode)


def test_a_locked_database_is_not_taken_for_a_damaged_one(path: Path) -> None:
    """Opened without its key it is refused, and stays where it is; so it is where it has gone missing."""
    set_passphrase(path, cheap_key(), LATER)
    before = contents(path.parent)
    assert refused(lambda: open_profile(path)) == "profile-locked"
    assert contents(path.parent) == before
    path.unlink()
    assert refused(lambda: open_profile(path, create=True)) == "profile-locked"
    assert not path.exists()


def test_a_locked_database_that_is_damaged_is_set_aside(path: Path) -> None:
    """Also where its first page is gone, which to the engine looks like another key."""
    made = cheap_key()
    set_passphrase(path, made, LATER)
    data = path.read_bytes()
    path.write_bytes(b"\1" * 4096 + data[4096:])
    assert is_locked(path)
    with pytest.raises(KursappError) as error:
        open_profile(path, key=unlock(path, PHRASE))
    assert error.value.problem.code == "profile-damaged"
    assert error.value.problem.value("backup") == backups(path)[0].path.name
    assert is_locked(path), "its backups need the key"


@pytest.mark.parametrize(("work", "before", "after"), [("set", "plain", "locked"), ("remove", "locked", "plain")])
def test_killed_at_any_step_it_is_one_or_the_other(tmp_path: Path, work: str, before: str, after: str) -> None:
    """Old until it is new, and never between; the next opening finishes the rest, and it can be done again."""
    project = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_protecting", work, str(tmp_path / "root"), "7"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=1800,
    )
    states = json.loads(done.stdout)
    turn = states.index(after)
    assert states == [before] * turn + [after] * (len(states) - turn), "once it is new, it stays"
    assert turn > 1
    assert len(states) - turn > 1


class _Clock:
    def now(self) -> object:
        return LATER
