"""The list of profiles holds whatever happens to its files."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.storage.profiles import CARD, LONGEST_NAME, ProfileList

NOW = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
Sealed = Callable[[Path], AbstractContextManager[None]]


def test_no_folder_means_no_profiles(tmp_path: Path) -> None:
    """Asking makes nothing."""
    assert ProfileList(tmp_path / "data").all() == ()
    assert not (tmp_path / "data").exists()


def test_two_of_one_name_are_two_profiles(tmp_path: Path) -> None:
    """Each has its own id and database."""
    profiles = ProfileList(tmp_path)
    first, second = profiles.create("Kari Å", NOW), profiles.create("Kari Å", NOW)
    assert first.name == second.name == "Kari Å"
    assert first.id != second.id
    assert profiles.database(first.id) != profiles.database(second.id)
    assert set(ProfileList(tmp_path).all()) == {first, second}


def test_the_one_used_last_comes_first(tmp_path: Path) -> None:
    """The list is in the order a person looks for."""
    profiles = ProfileList(tmp_path)
    made = [profiles.create(name, NOW) for name in ("Anne", "Berit", "Cato")]
    profiles.used(made[1].id, NOW + timedelta(days=1))
    assert profiles.all()[0].name == "Berit"
    assert profiles.get(made[1].id) == profiles.all()[0]


@pytest.mark.parametrize("wrong", [NOW + timedelta(days=730), datetime.max.replace(tzinfo=UTC)])
def test_one_used_while_the_clock_was_ahead_gives_way(tmp_path: Path, wrong: datetime) -> None:
    """Who is chosen now comes first, though another was used on a day that has not come yet."""
    profiles = ProfileList(tmp_path)
    ahead, chosen = profiles.create("Berit", NOW), profiles.create("Anne", NOW)
    profiles.used(ahead.id, wrong)
    profiles.used(chosen.id, NOW)
    if wrong.year < 9999:
        assert profiles.all()[0].id == chosen.id
    else:
        assert profiles.get(chosen.id).used_at == profiles.get(ahead.id).used_at, "there is no later moment"


def test_a_new_name_keeps_the_profile(tmp_path: Path) -> None:
    """Renaming moves nothing."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Anne", NOW)
    assert profiles.rename(made.id, "  Anne   Lie ").name == "Anne Lie"
    assert profiles.get(made.id) == profiles.all()[0]
    assert profiles.all()[0].id == made.id


@pytest.mark.parametrize("name", ["", " \t\n"])
def test_a_name_is_needed(tmp_path: Path, name: str) -> None:
    """A profile nobody could pick from a list is not made."""
    with pytest.raises(KursappError) as caught:
        ProfileList(tmp_path).create(name, NOW)
    assert caught.value.problem.code == "profile-name-missing"
    assert ProfileList(tmp_path).all() == ()


@pytest.mark.parametrize("name", ["../../etc", "CON", "Żółć 日本", "🙂", "a" * 500, "Kåre / Øst"])
def test_any_name_makes_a_safe_folder(tmp_path: Path, name: str) -> None:
    """What people write never reaches the disk as a path."""
    made = ProfileList(tmp_path).create(name, NOW)
    assert (tmp_path / "profiler" / made.id / CARD).is_file()
    assert made.id.isascii()
    assert made.name == name[:LONGEST_NAME]


@pytest.mark.parametrize("card", [b"", b"{", b"\xff", b"[1]", b'{"name": 3}', b'{"name": "", "used_at": "x"}'])
def test_a_lost_card_costs_the_name_only(tmp_path: Path, card: bytes) -> None:
    """The profile is listed under its folder's name and can be given a new one."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Anne", NOW)
    (tmp_path / "profiler" / made.id / CARD).write_bytes(card)
    assert [profile.name for profile in profiles.all()] == [made.id]
    assert profiles.rename(made.id, "Anne").name == "Anne"


def test_a_card_that_cannot_be_read_for_a_moment_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The profile is used without its name, and no card without a name is written over the one there is."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Kari", NOW)
    real = Path.read_bytes
    for failing in (1, 2, 9):
        tries = iter(range(9))
        with monkeypatch.context() as broken:
            # The disk is well again after so many tries.
            broken.setattr(Path, "read_bytes", lambda path: _fails() if next(tries) < failing else real(path))  # noqa: B023
            assert profiles.used(made.id, NOW).id == made.id
        assert profiles.all() == (made,)


def test_a_name_is_not_changed_where_the_rest_of_the_card_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the profile was made would be lost with it."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Kari", NOW)
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", _fails)
        with pytest.raises(KursappError) as told:
            profiles.rename(made.id, "Anne")
    assert told.value.problem.code == "file-not-read"
    assert profiles.all() == (made,)


def test_a_disk_that_does_not_answer_is_no_empty_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told: nobody is asked to begin anew."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Kari", NOW)
    monkeypatch.setattr(Path, "iterdir", _fails)
    with pytest.raises(KursappError) as listed:
        profiles.all()
    monkeypatch.setattr(Path, "is_dir", _fails)
    with pytest.raises(KursappError) as asked:
        profiles.get(made.id)
    assert [told.value.problem.code for told in (listed, asked)] == ["file-not-read"] * 2


def _fails(*_: object) -> bytes:
    raise OSError(errno.EIO, "Input/output error")


def test_other_folders_are_not_profiles(tmp_path: Path) -> None:
    """Files and hidden folders beside the profiles are not listed."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Anne", NOW)
    (tmp_path / "profiler" / ".DS_Store").mkdir()
    (tmp_path / "profiler" / "notat.txt").write_text("")
    assert profiles.all() == (made,)


@pytest.mark.parametrize("profile_id", ["ingen-12345678", "../x", ""])
def test_an_unknown_profile_is_told(tmp_path: Path, profile_id: str) -> None:
    """An id that leads nowhere, or out of the folder, is the same answer."""
    profiles = ProfileList(tmp_path)
    assert profiles.get(profile_id) is None
    with pytest.raises(KursappError) as caught:
        profiles.database(profile_id)
    assert caught.value.problem.code == "profile-missing"


def test_a_folder_that_can_only_be_read(tmp_path: Path, sealed: Sealed) -> None:
    """Profiles are listed and used there; a new one is refused with the folder's name."""
    profiles = ProfileList(tmp_path)
    made = profiles.create("Anne", NOW)
    with sealed(tmp_path):
        assert profiles.used(made.id, NOW + timedelta(days=1)).name == "Anne"
        assert profiles.all() == (made,)
        with pytest.raises(KursappError) as caught:
            profiles.create("Berit", NOW)
    assert caught.value.problem.code == "folder-unwritable"
