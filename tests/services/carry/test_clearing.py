"""A machine is cleared of one profile, whole, and what was done is proved by looking."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.record import KeptDelivery, Profile
from kursapp.services.carry import clearing
from kursapp.services.carry.clearing import Ground, begin_clearing, finish_clearing, holdings
from kursapp.services.carry.pending import Pending, note_path, read_pending, write_pending
from kursapp.storage.inspection import COPY_PREFIX
from kursapp.storage.participant.profile_file import open_profile
from tests.services.carry.conftest import NOW, WORDS, Machine

RESPONSE = "4f" * 16


@pytest.fixture
def ground(old: Machine, tmp_path: Path) -> Ground:
    """Return where to clear: a temporary folder of the test's own."""
    (tmp_path / "tmp").mkdir()
    return Ground(old.data, old.data / "cache", tmp_path / "tmp")


def begin(machine: Machine, profile: Profile) -> Pending:
    """Let a profile with a delivery be about to go."""
    file = open_profile(machine.profiles.database(profile.id))
    try:
        from datetime import date

        from kursapp.domain.record import JoinedCohort

        file.cohorts.save(JoinedCohort("c" * 32, "kurs", b"fil", ("a", "b", "c", "d"), date(2026, 9, 1), NOW))
        file.deliveries.save(KeptDelivery("c" * 32, "skjema", RESPONSE))
        file.back_up(NOW)
        return begin_clearing(machine.data, profile, file)
    finally:
        file.close()


def test_everything_of_the_profile_goes_and_nothing_else(old: Machine, ground: Ground) -> None:
    """The other person's profile, the courses and the settings are as they were."""
    old.install()
    kari, ola = old.person("Kari"), old.person("Ola")
    (old.data / "settings.json").write_text("{}")
    (old.data / "start.json").write_text('{"course_id": "x"}')
    kept = {name: data for name, data in old.files().items() if kari.id not in name and name != "start.json"}
    pending = begin(old, kari)
    assert (pending.profile_id, pending.name, pending.marks) == (kari.id, "Kari", (kari.id, RESPONSE))
    held = holdings(old.profiles, kari)
    proof = finish_clearing(pending, ground, Unwatched())
    assert old.files() == kept
    assert old.profiles.all() == (old.profiles.get(ola.id),)
    assert proof.is_clean
    assert (proof.erased, held.files, held.backups) == (held.files + 1, 3, 1)
    assert (proof.looked, proof.size) == (len(kept), sum(map(len, kept.values())))
    assert read_pending(old.data) is None


def test_nothing_goes_before_the_note_is_on_the_disk(
    old: Machine, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """Where it cannot be written, she is told and everything stands."""
    kari = old.person()
    file = open_profile(old.profiles.database(kari.id))
    with sealed(old.data), pytest.raises(KursappError) as raised:
        begin_clearing(old.data, kari, file)
    file.close()
    assert raised.value.problem.code == "folder-unwritable"
    assert old.words(kari) == WORDS


def test_what_killed_programs_left_of_anybody_goes_too(old: Machine, ground: Ground) -> None:
    """Copies on their way in or out, and a copy in the temporary folder."""
    kari = old.person()
    for folder in (old.profiles.folder / ".1234.kursapp-tmp", ground.temporary / f"{COPY_PREFIX}x1"):
        folder.mkdir()
        (folder / "profil.db").write_text(WORDS)
    others = ground.temporary / "kursapp-y2"
    others.mkdir()
    (others / "kurs.svg").write_text("<svg/>")
    proof = finish_clearing(begin(old, kari), ground, Unwatched())
    assert proof.is_clean
    assert [path.name for path in old.profiles.folder.iterdir()] == []
    assert [path.name for path in ground.temporary.iterdir()] == ["kursapp-y2"]
    assert proof.looked == 1


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_what_is_left_somewhere_is_found_and_named(old: Machine, ground: Ground, code: str) -> None:
    """The proof is a look, not a promise."""
    kari = old.person()
    left = [old.data / "author/notat.txt", ground.cache / "x/kurs", ground.temporary / "kursapp-z/a"]
    for path, mark in zip(left, (kari.id, RESPONSE, kari.id), strict=True):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"\0" + mark.encode(code) + b"\0")
    proof = finish_clearing(begin(old, kari), ground, Unwatched())
    assert set(proof.remains) == set(left)
    assert not proof.is_clean


def test_what_will_not_go_is_named_and_tried_again_next_time(
    old: Machine, ground: Ground, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """The note stays until everything is gone."""
    kari = old.person()
    pending = begin(old, kari)
    with sealed(old.profiles.folder / kari.id):
        proof = finish_clearing(pending, ground, Unwatched())
    assert {path.name for path in proof.stubborn} >= {"profil.db", "profil.json"}
    assert read_pending(old.data) == pending
    assert finish_clearing(pending, ground, Unwatched()).is_clean
    assert read_pending(old.data) is None


def test_a_folder_that_cannot_be_looked_into_is_no_proof(
    old: Machine, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named among what was not read: nobody knows what is in it."""
    (ground.cache / "lukket").mkdir(parents=True)
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("lukket"):
            raise OSError(5, "Input/output error", str(path))
        return real(path)

    pending = begin(old, old.person())
    monkeypatch.setattr(os, "scandir", scandir)
    proof = finish_clearing(pending, ground, Unwatched())
    assert proof.unread == (ground.cache / "lukket",)
    assert not proof.is_clean


def test_a_disk_that_does_not_say_what_there_is_leaves_the_note(
    old: Machine, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start finishes; until then it is a sentence."""
    pending = begin(old, old.person())
    with monkeypatch.context() as patch:

        def fail(*_: object) -> object:
            raise OSError(5, "Input/output error")

        patch.setattr(Path, "glob", fail)
        with pytest.raises(KursappError) as told:
            finish_clearing(pending, ground, Unwatched())
    assert told.value.problem.code == "file-not-read"
    assert read_pending(old.data) == pending
    assert finish_clearing(pending, ground, Unwatched()).is_clean
    assert read_pending(old.data) is None


def test_what_may_come_back_after_a_power_cut_is_not_gone(
    old: Machine, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk does not say that the names are gone: the note stays, and the next start sees to it."""
    pending = begin(old, old.person())

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(clearing, "sync_folder", fail)
        assert finish_clearing(pending, ground, Unwatched()).stubborn == (old.profiles.folder,)
    assert read_pending(old.data) == pending
    assert finish_clearing(pending, ground, Unwatched()).is_clean


def test_a_note_that_says_nothing_is_no_order(old: Machine, ground: Ground) -> None:
    """Damaged, foreign, of tomorrow, or pointing outside: nothing is deleted for it."""
    kari = old.person()
    path = note_path(old.data)
    assert read_pending(old.data) is None
    for words in ("", "[]", "{", '{"version": 2, "profile": "a", "name": "b", "marks": []}', "[" * 100_000):
        path.write_text(words)
        assert read_pending(old.data) is None, words
    sound = Pending(kari.id, kari.name, (kari.id,))
    write_pending(old.data, sound)
    assert read_pending(old.data) == sound
    outside = old.data.parent / "utenfor"
    outside.mkdir()
    (outside / "brev").write_text("brev")
    for strange in ("../../utenfor", "..", ".", "", "/"):
        finish_clearing(replace_id(sound, strange), ground, Unwatched())
    assert (outside / "brev").read_text() == "brev"
    assert old.words(kari) == WORDS


def replace_id(pending: Pending, profile_id: str) -> Pending:
    """Return the note with another id, as somebody might write it by hand."""
    return pending._replace(profile_id=profile_id)


def test_cleared_twice_is_cleared_once(old: Machine, ground: Ground) -> None:
    """A start that finds the note after everything is gone looks once more, and is done."""
    pending = begin(old, old.person())
    assert finish_clearing(pending, ground, Unwatched()).is_clean
    write_pending(old.data, pending)
    proof = finish_clearing(pending, ground, Unwatched())
    assert (proof.erased, proof.is_clean) == (0, True)


def test_the_power_may_go_at_any_moment(tmp_path: Path, project: Path) -> None:
    """Killed at every step, the next start finishes what was begun, and what was not begun has not happened."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.carry.killed_clearing", str(tmp_path / "root")],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=1800,
    )
    states = json.loads(done.stdout)
    assert set(states) == {"whole", "gone"}
    turn = states.index("gone")
    assert states == ["whole"] * turn + ["gone"] * (len(states) - turn)
    assert len(states) - turn >= 10
