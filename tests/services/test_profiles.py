"""The profiles on this laptop."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services.profiles import Profiles
from kursapp.storage.key_file import key_files, write_key_file
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.vault.passphrases import LIGHT
from kursapp.vault.profile_key import new_profile_key


@pytest.fixture
def profiles(tmp_path: Path, world) -> Profiles:
    """Give an empty list of profiles in a folder of its own, at the world's clock."""
    return Profiles(ProfileList(tmp_path / "data"), lambda: open_profile, world.clock)


def test_at_first_there_is_no_profile(profiles: Profiles) -> None:
    """The first start asks for a name."""
    assert profiles.all() == ()
    assert profiles.last_used() is None


def test_a_profile_is_made_and_opened(profiles: Profiles) -> None:
    """Its file is made at the first opening, and the same one is opened the next time."""
    made = profiles.create("  Kari   Nordmann ")
    assert made.label == "Kari Nordmann"
    profiles.open(made.profile).close()
    (entry,) = profiles.all()
    profiles.open(entry.profile).close()


def test_two_of_one_name_are_told_apart(profiles: Profiles, world) -> None:
    """The later has a number in lists, in whatever order they are used; both keep their own name."""
    first = profiles.create("Kari")
    world.clock.move(minutes=1)
    second = profiles.create("kari")
    assert [entry.label for entry in profiles.all()] == ["kari (2)", "Kari"]
    assert second.profile.name == "kari"
    world.clock.move(minutes=1)
    profiles.open(first.profile).close()
    assert [entry.label for entry in profiles.all()] == ["Kari", "kari (2)"]


def test_the_profile_opened_last_comes_first(profiles: Profiles, world) -> None:
    """Opening is using."""
    first, _ = profiles.create("Kari"), profiles.create("Ola")
    world.clock.move(days=1)
    profiles.open(first.profile).close()
    assert profiles.last_used().profile.id == first.profile.id


def test_a_profile_may_be_renamed(profiles: Profiles) -> None:
    """Its id and its file stay."""
    made = profiles.create("Kari")
    assert profiles.rename(made.profile, "Kari N.").label == "Kari N."
    assert profiles.all()[0].profile.id == made.profile.id


def test_a_name_must_have_letters(profiles: Profiles) -> None:
    """Only spaces is no name, and makes no profile."""
    with pytest.raises(KursappError) as refused:
        profiles.create("   ")
    assert refused.value.problem.code == "profile-name-missing"
    assert profiles.all() == ()


def test_a_profile_that_has_lost_its_file_is_not_given_an_empty_one(profiles: Profiles, world) -> None:
    """The person is told; nobody writes on in an empty file believing it is the old one."""
    made = profiles.create("Kari")
    world.clock.move(minutes=1)
    file = profiles.open(made.profile)
    file.close()
    file.path.unlink()
    with pytest.raises(KursappError) as refused:
        profiles.open(profiles.last_used().profile)
    assert refused.value.problem.code == "profile-missing"
    with pytest.raises(KursappError):
        profiles.open(made.profile)
    assert not file.path.exists(), "nor to one who knew it only as it was made"


def test_a_clock_set_back_makes_no_used_profile_new(profiles: Profiles, world) -> None:
    """Made while the clock was ahead, used since: a lost file is told of all the same."""
    made = profiles.create("Kari")
    world.clock.move(days=-730)
    file = profiles.open(made.profile)
    file.close()
    file.path.unlink()
    with pytest.raises(KursappError) as refused:
        profiles.open(profiles.last_used().profile)
    assert refused.value.problem.code == "profile-missing"


def test_one_who_has_been_told_may_begin_afresh(profiles: Profiles, world) -> None:
    """After the loss of the file the profile goes on in a new one; a file that is there is never replaced."""
    made = profiles.create("Kari")
    world.clock.move(minutes=1)
    file = profiles.open(made.profile)
    file.close()
    file.path.unlink()
    lost = profiles.last_used().profile
    again = profiles.open(lost, afresh=True)
    again.pages.done("kurs", "side", world.clock.now())
    again.close()
    kept = profiles.open(lost, afresh=True)
    assert "side" in kept.pages.of_course("kurs")
    kept.close()


def test_a_file_is_closed_again_when_its_use_cannot_be_noted(profiles: Profiles, monkeypatch) -> None:
    """An open file nobody holds would lock the profile until the program ends."""
    made = profiles.create("Kari")

    def fail(*_: object) -> None:
        raise OSError("full")

    with monkeypatch.context() as broken:
        broken.setattr(ProfileList, "used", fail)
        with pytest.raises(OSError, match="full"):
            profiles.open(made.profile)
    profiles.open(made.profile).close()


def test_the_list_is_read_without_the_database(project: Path) -> None:
    """Profiles, clock, changes and the start card load no database and no window: they are there at first paint."""
    code = (
        "import sys; import kursapp.services.profiles, kursapp.services.remember_start, kursapp.services.changes,"
        " kursapp.services.clock; print([m for m in ('sqlalchemy', 'msgspec', 'sqlcipher3', 'alembic', 'PySide6')"
        " if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_locked_profile_opens_by_its_key_alone(profiles: Profiles, tmp_path: Path) -> None:
    """Passphrase and recovery code give the key; without it the file stays shut."""
    profile = profiles.create("Kari").profile
    made = new_profile_key("fire vanlige ord her", LIGHT)
    database = ProfileList(tmp_path / "data").database(profile.id)
    assert not profiles.is_locked(profile)
    write_key_file(key_files(database)[0], made.data)
    open_profile(database, create=True, key=made.key).close()
    assert profiles.is_locked(profile)
    with pytest.raises(KursappError) as refused:
        profiles.open(profile)
    assert refused.value.problem.code == "profile-locked"
    key = profiles.key(profile, "fire vanlige ord her")
    assert key == profiles.key_by_code(profile, made.code) == made.key
    profiles.open(profile, key=key).close()
