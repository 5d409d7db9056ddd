"""A profile moves to another machine whole, and nothing else happens to either."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services.carry import contents as contents_module
from kursapp.services.carry.move_in import Taking, install_packages, take_in
from kursapp.storage.backup import backups
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from tests.kept_worker import KeptWorker
from tests.services.carry.conftest import PHRASE, WORDS, Machine
from tests.small_package import ID, TITLE


class Stopping:
    """Somebody who has had enough after some reports."""

    def __init__(self, after: int) -> None:
        self.left = after

    def progress(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        self.left -= 1

    def cancelled(self) -> bool:
        return self.left <= 0


def test_everything_she_wrote_is_on_the_other_machine(old: Machine, new: Machine, parcel: Path) -> None:
    """Same id, same name, same words; it is the one that opens next."""
    arrival = new.look(parcel)
    assert (arrival.profile.name, arrival.titles, arrival.here) == ("Kari", (TITLE,), None)
    profile = take_in(arrival, new.profiles, new.clock)
    assert new.words(profile) == WORDS
    (there,) = old.profiles.all()
    assert (profile.id, profile.created_at) == (there.id, there.created_at)
    assert new.profiles.all() == (profile,)


def test_a_card_written_by_hand_travels_too(old: Machine, new: Machine, tmp_path: Path) -> None:
    """Whatever name the list shows here is one the other machine takes."""
    profile = old.person()
    card = old.profiles.folder / profile.id / "profil.json"
    held = json.loads(card.read_text("utf-8"))
    card.write_text(json.dumps({**held, "name": " Kari \t Nordmann\n" + "av Moss " * 40}), "utf-8")
    (listed,) = old.profiles.all()
    assert listed.name.startswith("Kari Nordmann av Moss")

    old.pack(listed, tmp_path / "kari.flytt")

    assert new.words(take_in(new.look(tmp_path / "kari.flytt"), new.profiles, new.clock)) == WORDS


def test_the_file_tells_nobody_whose_it_is(parcel: Path, old: Machine) -> None:
    """Neither name, course nor words can be read in it, and only she may read it."""
    (profile,) = old.profiles.all()
    data = parcel.read_bytes()
    for word in ("Kari", profile.id, TITLE, ID, WORDS, PHRASE):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in data
    assert parcel.stat().st_mode & 0o077 == 0


def test_making_it_changes_nothing_on_the_old_machine(old: Machine, tmp_path: Path) -> None:
    """The profile is as it was, and no copy is left."""
    profile = old.person()
    open_profile(old.profiles.database(profile.id)).close()
    before = old.files()
    old.pack(profile, tmp_path / "a.flytt")
    assert old.files() == before
    assert sorted(each.name for each in old.profiles.folder.iterdir()) == [profile.id]


def test_the_words_may_be_typed_with_large_letters_and_more_room(new: Machine, parcel: Path) -> None:
    """Who copies them from paper begins with a capital; another order of them opens nothing."""
    new.look(parcel, f"  {PHRASE.replace(' ', '   ').upper()} ").put_away()
    assert new.refuses(parcel, "bamboo agurk dragen elvene") == "parcel-passphrase-wrong"


def test_the_courses_that_came_in_packages_travel_along(
    old: Machine, new: Machine, tmp_path: Path, kept_worker: KeptWorker
) -> None:
    """They are installed where they are not, and left alone where they are."""
    from kursapp.services.open_course import CourseReader

    old.install("1.0.0")
    old.install("1.2.0")
    old.pack(old.person(), tmp_path / "a.flytt")
    arrival = new.look(tmp_path / "a.flytt")
    assert [(each.id, each.version, each.title) for each in arrival.packages] == [(ID, "1.2.0", TITLE)]

    def reader() -> CourseReader:
        return CourseReader(kept_worker, tmp_path / "cache")

    assert install_packages(arrival, new.installed, reader) == ()
    there = {path.name: path.read_bytes() for path in (old.installed / ID / "1.2.0").rglob("*") if path.is_file()}
    here = {path.name: path.read_bytes() for path in (new.installed / ID / "1.2.0").rglob("*") if path.is_file()}
    assert here == there

    def none_needed() -> CourseReader:
        raise AssertionError("it is here already")

    assert install_packages(arrival, new.installed, none_needed) == ()


def test_a_course_whose_files_were_changed_stays_behind_and_is_named(old: Machine, tmp_path: Path) -> None:
    """It is no longer the package it came in; her profile moves all the same."""
    (old.install("1.0.0") / "kurs.md").write_text("# noe annet")
    moved = old.pack(old.person(), tmp_path / "a.flytt")
    assert moved.left_out == (TITLE,)
    assert moved.path.stat().st_size == moved.size


def test_a_course_that_is_refused_costs_nobody_the_profile(old: Machine, new: Machine, tmp_path: Path) -> None:
    """It is named, and the profile is there."""
    from kursapp.services.open_course import CourseReader

    old.install("1.0.0")
    old.pack(old.person(), tmp_path / "a.flytt")
    arrival = new.look(tmp_path / "a.flytt")
    (arrival.place / "kurs/1.kurs").write_bytes(b"PK" + bytes(200))

    class Reader:
        def close(self) -> None:
            """Be closed."""

    def reader() -> CourseReader:
        return Reader()  # type: ignore[return-value]

    assert install_packages(arrival, new.installed, reader) == (TITLE,)
    assert new.words(take_in(arrival, new.profiles, new.clock)) == WORDS


def test_the_same_profile_beside_the_one_that_is_here(old: Machine, parcel: Path) -> None:
    """Both are kept: the one that came gets an id and a name of its own."""
    (here,) = old.profiles.all()
    file = open_profile(old.profiles.database(here.id))
    file.fields.remove(ID, "rf-hvem", "")
    file.close()
    arrival = old.look(parcel)
    assert arrival.here == here
    profile = take_in(arrival, old.profiles, old.clock, Taking.BESIDE, "Kari (flyttet 9. mars)")
    assert profile.id != here.id
    assert old.words(profile) == WORDS
    assert [each.name for each in old.profiles.all()] == ["Kari (flyttet 9. mars)", "Kari"]


def test_the_same_profile_instead_of_the_one_that_is_here(old: Machine, parcel: Path) -> None:
    """What was here is among the backups, and its log does not lie beside the one that came."""
    (here,) = old.profiles.all()
    path = old.profiles.database(here.id)
    file = open_profile(path)
    (kept,) = file.fields.of_course(ID)
    from dataclasses import replace

    file.fields.save(replace(kept, value="Skrevet etterpå"))
    file.close()
    old.profiles.rename(here.id, "Kari N.")
    profile = take_in(old.look(parcel), old.profiles, old.clock, Taking.INSTEAD)
    assert old.words(profile) == WORDS
    assert [each.name for each in old.profiles.all()] == ["Kari"]
    backup = backups(path)[0].path
    copy = path.parent.parent / "se.db"
    copy.write_bytes(backup.read_bytes())
    file = open_profile(copy)
    assert file.fields.of_course(ID)[0].value == "Skrevet etterpå"
    file.close()


def test_a_damaged_one_gives_way_and_is_kept_untouched(old: Machine, parcel: Path) -> None:
    """What cannot be opened cannot be backed up: it lies beside, under a dated name."""
    (here,) = old.profiles.all()
    path = old.profiles.database(here.id)
    path.write_bytes(b"ikke lenger en database" * 500)
    profile = take_in(old.look(parcel), old.profiles, old.clock, Taking.INSTEAD)
    assert old.words(profile) == WORDS
    (kept,) = path.parent.glob("profil-skadet-*.db")
    assert kept.read_bytes().startswith(b"ikke lenger")


def test_a_log_that_has_lost_its_file_does_not_join_the_new_one(old: Machine, parcel: Path) -> None:
    """Where somebody has thrown the database away and left what belongs to it."""
    (here,) = old.profiles.all()
    path = old.profiles.database(here.id)
    path.unlink()
    for companion in ("-wal", "-journal"):
        path.with_name(path.name + companion).write_bytes(b"det som var")
    profile = take_in(old.look(parcel), old.profiles, old.clock, Taking.INSTEAD)
    beside = sorted(each.name for each in path.parent.iterdir())
    assert beside[:2] == ["profil-skadet-2026-03-09.db-journal", "profil-skadet-2026-03-09.db-wal"]
    assert beside[2:] == ["profil.db", "profil.json"]
    assert old.words(profile) == WORDS


def test_one_that_is_open_elsewhere_is_not_replaced(old: Machine, parcel: Path) -> None:
    """It stays, and so does what came: she can close the window and try again."""
    (here,) = old.profiles.all()
    file = open_profile(old.profiles.database(here.id))
    arrival = old.look(parcel)
    with pytest.raises(KursappError) as raised:
        take_in(arrival, old.profiles, old.clock, Taking.INSTEAD)
    assert raised.value.problem.code == "profile-open-elsewhere"
    file.close()
    assert old.words(take_in(arrival, old.profiles, old.clock, Taking.INSTEAD)) == WORDS


def test_a_clock_that_was_set_back_does_not_hide_what_came(old: Machine, parcel: Path) -> None:
    """It is the one that opens next, whatever the clock says."""
    old.clock.moment -= timedelta(days=731)
    profile = take_in(old.look(parcel), old.profiles, old.clock, Taking.BESIDE, "Kari 2")
    assert old.profiles.all()[0] == profile
    assert old.words(profile) == WORDS


def test_what_is_wrong_with_a_file_is_said_and_nothing_is_kept_of_it(new: Machine, parcel: Path) -> None:
    """Cut off, changed, foreign, newer, gone."""
    data = parcel.read_bytes()

    def refused(changed: bytes) -> str:
        parcel.write_bytes(changed)
        return new.refuses(parcel)

    assert refused(data[: len(data) // 2]) == "parcel-cut"
    assert refused(data + b"x") == "parcel-damaged"
    assert refused(b"PK\x03\x04" + data) == "parcel-unknown"
    assert refused(b"") == "parcel-unknown"
    for place in [*range(8, 180, 11), *range(180, len(data), max(1, len(data) // 40))]:
        changed = bytearray(data)
        changed[place] ^= 0x10
        assert refused(bytes(changed)) in {"parcel-damaged", "parcel-newer"}, place
    parcel.unlink()
    assert new.refuses(parcel) == "file-not-read"


def test_a_file_of_a_newer_program_is_told_as_such(
    old: Machine, new: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer database or a newer list of contents: nothing is written, and the remedy is a newer program."""
    profile = old.person()
    newer = contents_module.Contents
    for change in ({"schema": SCHEMA.version + 1}, {"format": 3}):

        def of_tomorrow(change: dict[str, int] = change, **fields: object) -> contents_module.Contents:
            return newer(**{**fields, **change})  # type: ignore[arg-type]

        monkeypatch.setattr("kursapp.services.carry.move_out.Contents", of_tomorrow)
        old.pack(profile, tmp_path / "a.flytt")
        assert new.refuses(tmp_path / "a.flytt") == "parcel-newer"


def test_a_profile_of_an_older_program_is_brought_up_to_date(new: Machine, old: Machine, tmp_path: Path) -> None:
    """It is migrated when it is opened, as any other is, with a backup first."""
    data = Path(__file__).parents[2] / "data"
    profile = old.person()
    path = old.profiles.database(profile.id)
    path.write_bytes((data / "profile-2.db").read_bytes())
    # A profile as an older program packed it: copied as it is, without being opened here.
    from kursapp.domain.exporting import Unwatched
    from kursapp.files.folders import make_staging
    from kursapp.services.carry.move_out import Copied, move_out
    from tests.services.carry.conftest import CHEAP

    place = make_staging(old.profiles.folder)
    (place / "profil.db").write_bytes(path.read_bytes())
    move_out(Copied(place, profile, ()), (), tmp_path / "a.flytt", PHRASE, old.clock, Unwatched(), cost=CHEAP)
    moved = take_in(new.look(tmp_path / "a.flytt"), new.profiles, new.clock)
    file = open_profile(new.profiles.database(moved.id))
    assert file.enrolments.all()
    file.close()
    assert backups(new.profiles.database(moved.id))[0].before == SCHEMA.version


SOUND: dict[str, object] = {
    "format": 1,
    "made_at": "2026-03-09T12:00:00Z",
    "program": "1.0",
    "profile": {
        "id": "kari-1a2b3c4d",
        "name": "Kari",
        "created_at": "2026-03-09T12:00:00Z",
        "used_at": "2026-03-09T12:00:00Z",
    },
    "schema": 1,
    "courses": [],
    "files": [],
}


def write_by_hand(target: Path, secret: bytes, change: dict[str, object]) -> None:
    """Write a moving file with one file in it, and a list that says something else than the sound one."""
    import io

    import msgspec

    from kursapp.vault.parcels import lock_parcel
    from tests.services.carry.conftest import CHEAP

    listed = {**SOUND, "files": [{"name": "profil.db", "size": len(secret)}]}
    for name, value in change.items():
        before = listed.get(name)
        listed[name] = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    contents = msgspec.json.encode(listed)
    whole = len(contents).to_bytes(4, "big") + contents + secret
    written = io.BytesIO()
    lock_parcel([whole], len(whole), written, PHRASE, CHEAP)
    target.write_bytes(written.getvalue())


@pytest.fixture
def database(project: Path) -> bytes:
    """A profile's database that any moving file may hold."""
    return (project / "tests" / "data" / "profile-1.db").read_bytes()


def test_a_file_made_by_hand_as_the_program_makes_it_is_taken(new: Machine, tmp_path: Path, database: bytes) -> None:
    """What the next test changes is all that is wrong there."""
    write_by_hand(tmp_path / "a.flytt", database, {})
    arrival = new.look(tmp_path / "a.flytt")
    assert (arrival.profile.id, arrival.profile.name) == ("kari-1a2b3c4d", "Kari")


@pytest.mark.parametrize(
    "change",
    [
        {"profile": {"id": "../utenfor"}},
        {"profile": {"id": "nul"}},
        {"profile": {"name": ""}},
        {"profile": {"name": "  "}},
        {"profile": {"name": "Kari\nOla"}},
        {"profile": {"name": "K" * 81}},
        {"files": [{"name": "../profil.db", "size": "all"}]},
        {"files": [{"name": "annet.db", "size": "all"}]},
        {"files": [{"name": "profil.db", "size": "all"}, {"name": "kurs/../../x.kurs", "size": 0}]},
        {"files": [{"name": "profil.db", "size": "all"}, {"name": "kurs/1.kurs", "size": 0}]},
        {"files": [{"name": "profil.db", "size": 4}]},
        {"files": [{"name": "profil.db", "size": -3}]},
        {"courses": [{"id": "a", "version": "1", "title": "A", "file": "/etc/passwd"}]},
        {"courses": [{"id": "a", "version": "1", "title": "A", "file": "kurs/1.kurs"}]},
        {"schema": 0},
        {"extra": 1},
    ],
)
def test_a_file_made_by_hand_to_reach_outside_is_damaged(
    new: Machine, tmp_path: Path, database: bytes, change: dict[str, object]
) -> None:
    """Whoever knows the passphrase can write any list: only what this program writes is taken."""
    files = change.get("files")
    if isinstance(files, list):
        change = {"files": [{**each, "size": len(database)} if each["size"] == "all" else each for each in files]}
    write_by_hand(tmp_path / "a.flytt", database, change)
    assert new.refuses(tmp_path / "a.flytt") == "parcel-damaged"
    assert not (tmp_path / "utenfor").exists()


def test_a_list_of_a_database_that_is_none_is_damaged(new: Machine, tmp_path: Path) -> None:
    """It would be met only when the profile is opened, and then be in the way."""
    write_by_hand(tmp_path / "a.flytt", b"abc", {})
    assert new.refuses(tmp_path / "a.flytt") == "parcel-damaged"


def test_no_room_for_the_file_leaves_the_old_one(old: Machine, tmp_path: Path) -> None:
    """A full stick: one sentence, nothing half, and the file that was there stands."""
    profile, target = old.person(), tmp_path / "a.flytt"
    target.write_bytes(b"den gamle")
    large = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = old.files()

    def packed() -> str:
        with pytest.raises(KursappError) as raised:
            old.pack(profile, target)
        return raised.value.problem.code

    from kursapp.services.carry import move_out as module

    real = module.write_flytt

    def on_a_full_disk(*words: object, **more: object) -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, large[1]))
        try:
            return real(*words, **more)  # type: ignore[arg-type]
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, large)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "write_flytt", on_a_full_disk)
        assert packed() == "disk-full"
    assert target.read_bytes() == b"den gamle"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a.flytt"]
    assert old.files() == before


def test_no_room_for_what_comes_leaves_the_machine_as_it_was(new: Machine, parcel: Path) -> None:
    """A full disk: nothing half of it stays."""
    new.profiles.folder.mkdir()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        assert new.refuses(parcel) == "disk-full"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_machine_that_can_only_be_read_says_so(
    new: Machine, parcel: Path, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """Before anything is unpacked."""
    new.profiles.folder.mkdir()
    with sealed(new.data):
        assert new.refuses(parcel) == "folder-unwritable"


def test_it_can_be_stopped_at_any_place(old: Machine, new: Machine, tmp_path: Path) -> None:
    """Nothing of it stays, on either machine."""
    profile, target = old.person(words=WORDS * 20_000), tmp_path / "a.flytt"
    before = old.files()
    for after in (0, 1, 3, 20, 25):
        with pytest.raises(KursappError) as raised:
            old.pack(profile, target, watch=Stopping(after))
        assert raised.value.problem.code == "carry-cancelled"
        assert not target.exists()
        assert old.files().keys() == before.keys()
    old.pack(profile, target)
    for after in (0, 2, 9):
        with pytest.raises(KursappError) as raised:
            new.look(target, watch=Stopping(after))
        assert raised.value.problem.code == "carry-cancelled"
        assert new.files() == {}


def test_a_short_passphrase_is_refused_before_anything_is_written(old: Machine, tmp_path: Path) -> None:
    """And the copy is put away."""
    profile = old.person()
    with pytest.raises(KursappError) as raised:
        old.pack(profile, tmp_path / "a.flytt", "kort")
    assert raised.value.problem.code == "passphrase-short"
    assert not (tmp_path / "a.flytt").exists()
    assert len(list(old.profiles.folder.iterdir())) == 1


def test_what_a_killed_program_left_is_swept(new: Machine, parcel: Path) -> None:
    """An arrival nobody took holds her words in the open: the next start removes it, however young."""
    arrival = new.look(parcel)
    assert arrival.place.is_dir()
    new.profiles.tidy()
    assert new.files() == {}


def test_an_arrival_that_cannot_be_put_in_place_is_still_there(
    new: Machine, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rename that fails leaves no half profile, and she can try again."""
    arrival = new.look(parcel)

    def refuse(*_words: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    with pytest.raises(KursappError) as raised:
        take_in(arrival, new.profiles, new.clock)
    assert raised.value.problem.code == "disk-full"
    monkeypatch.undo()
    assert new.profiles.all() == ()
    assert new.words(take_in(arrival, new.profiles, new.clock)) == WORDS


@pytest.mark.parametrize(("work", "before"), [("out", "old"), ("in", "nothing"), ("instead", "old")])
def test_the_power_may_go_at_any_moment(tmp_path: Path, project: Path, work: str, before: str) -> None:
    """Killed at every step of making a file and of taking one in, there is all of the old or all of the new."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.carry.killed_moving", work, str(tmp_path / "root")],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=1800,
    )
    states = json.loads(done.stdout)
    turn = states.index("new")
    assert states == [before] * turn + ["new"] * (len(states) - turn), "once the new one is there, it stays"
    assert turn > 5
