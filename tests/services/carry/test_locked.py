"""A profile under a passphrase travels locked, comes out readable only by its own key, and is cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.record import Profile
from kursapp.services.carry.move_in import Taking, take_in
from kursapp.services.carry.move_out import copy_profile, move_out
from kursapp.services.carry.take_out import take_out
from kursapp.services.protect_profile import change_passphrase, new_key, remove_passphrase, set_passphrase, unlock
from kursapp.storage.backup import backups
from kursapp.storage.inspection import look
from kursapp.storage.participant.profile_file import open_profile
from tests.services.carry.conftest import CHEAP, NOW, PHRASE, WORDS, Machine
from tests.small_package import ID

OWN = "min egen lange frase"


def lock(machine: Machine, profile: Profile) -> bytes:
    """Put a profile under its passphrase; return the key."""
    made = new_key(OWN, CHEAP)
    assert set_passphrase(machine.profiles.database(profile.id), made, NOW) == ()
    return made.key


def packed(machine: Machine, profile: Profile, target: Path, key: bytes) -> Path:
    """Make a file for moving of a profile under a passphrase."""
    file = open_profile(machine.profiles.database(profile.id), key=key)
    copied = copy_profile(file, profile, machine.profiles.folder)
    file.close()
    assert WORDS.encode() not in copied.database.read_bytes()
    return move_out(copied, (), target, PHRASE, machine.clock, Unwatched(), cost=CHEAP).path


def words(machine: Machine, profile: Profile, key: bytes) -> str:
    """Return what stands in a profile's field."""
    file = open_profile(machine.profiles.database(profile.id), key=key)
    (kept,) = file.fields.of_course(ID)
    file.close()
    return kept.value


def test_it_arrives_under_its_own_passphrase(old: Machine, new: Machine, tmp_path: Path) -> None:
    """Nothing extra is asked: the file has its passphrase, and the profile in it keeps the one it had."""
    profile = old.person()
    parcel = packed(old, profile, tmp_path / "kari.flytt", lock(old, profile))
    arrival = new.look(parcel)
    assert arrival.profile.name == "Kari"
    taken = take_in(arrival, new.profiles, new.clock)
    assert new.profiles.is_locked(taken.id)
    assert words(new, taken, unlock(new.profiles.database(taken.id), OWN)) == WORDS
    assert not any(WORDS.encode() in each.read_bytes() for each in new.data.rglob("*") if each.is_file())


def test_one_without_a_passphrase_travels_as_older_programs_read_it(old: Machine, tmp_path: Path) -> None:
    """The list of contents is of the first format still."""
    file = open_profile(old.profiles.database(old.person().id))
    copied = copy_profile(file, old.profiles.all()[0], old.profiles.folder)
    file.close()
    assert copied.key is None
    assert sorted(each.name for each in copied.place.iterdir()) == ["profil.db"]


def test_in_place_of_itself_the_one_that_was_here_is_a_backup(old: Machine, tmp_path: Path) -> None:
    """The passphrase was changed since: the newer one counts, and opens the older backup as well."""
    profile = old.person()
    key = lock(old, profile)
    database = old.profiles.database(profile.id)
    change_passphrase(database, key, "en nyere lang frase", CHEAP)
    parcel = packed(old, profile, tmp_path / "kari.flytt", key)
    change_passphrase(database, key, OWN, CHEAP)
    taken = take_in(old.look(parcel), old.profiles, old.clock, Taking.INSTEAD, key=key)
    found = unlock(database, "en nyere lang frase")
    assert found == key
    assert words(old, taken, found) == WORDS
    assert look(backups(database)[0].path, key).sound


def test_two_keys_never_meet_in_one_folder(old: Machine, tmp_path: Path) -> None:
    """With and without a passphrase, or each with its own: only beside each other. Nothing has changed then."""
    profile = old.person()
    database = old.profiles.database(profile.id)
    first = lock(old, profile)
    locked = packed(old, profile, tmp_path / "laast.flytt", first)
    remove_passphrase(database, first, NOW)
    plain = tmp_path / "aapen.flytt"
    old.pack(profile, plain)
    assert refused(old, locked, None) == "profile-keys-differ"
    second = lock(old, profile)
    before = database.read_bytes()
    assert refused(old, plain, second) == "profile-keys-differ"
    assert refused(old, locked, second) == "profile-keys-differ"
    assert database.read_bytes() == before
    beside = take_in(old.look(locked), old.profiles, old.clock, Taking.BESIDE, "Kari 2")
    assert words(old, beside, first) == WORDS


def test_one_that_is_locked_here_is_opened_before_it_gives_way(old: Machine, tmp_path: Path) -> None:
    """Without its key it could not be kept among the backups."""
    profile = old.person()
    parcel = packed(old, profile, tmp_path / "kari.flytt", lock(old, profile))
    assert refused(old, parcel, None) == "profile-locked"


def refused(machine: Machine, parcel: Path, key: bytes | None) -> str:
    """Return the code a taking in place of the one here is refused with."""
    arrival = machine.look(parcel)
    with pytest.raises(KursappError) as error:
        take_in(arrival, machine.profiles, machine.clock, Taking.INSTEAD, key=key)
    arrival.put_away()
    return error.value.problem.code


def test_what_is_taken_out_can_be_read(old: Machine, tmp_path: Path) -> None:
    """The copy it is made from is locked; what she asked for is in clear, where she asked for it."""
    profile = old.person()
    key = lock(old, profile)
    file = open_profile(old.profiles.database(profile.id), key=key)
    copied = copy_profile(file, profile, old.profiles.folder)
    file.close()
    taken = take_out(copied, tmp_path, "nb", old.clock, Unwatched())
    assert WORDS in (taken.folder / "alt.json").read_text("utf-8")
    assert not copied.place.exists()


def test_a_damaged_key_file_is_a_damaged_file(old: Machine, new: Machine, tmp_path: Path) -> None:
    """It could never be opened, so it is not taken in."""
    profile = old.person()
    key = lock(old, profile)
    file = open_profile(old.profiles.database(profile.id), key=key)
    copied = copy_profile(file, profile, old.profiles.folder)
    file.close()
    (copied.place / "nokkel.json").write_bytes(b"{}")
    parcel = move_out(copied, (), tmp_path / "a.flytt", PHRASE, old.clock, Unwatched(), cost=CHEAP).path
    assert new.refuses(parcel) == "parcel-damaged"
