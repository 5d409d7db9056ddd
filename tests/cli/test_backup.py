"""``kursapp backup`` and ``kursapp restore``: made, listed, gone back to and undone; refused while a window is open."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.record import Draft
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.services.protect_profile import new_key, set_passphrase
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.vault import passphrases
from kursapp.vault.passphrases import Cost
from tests.cli.conftest import Done
from tests.services.coordinator.office_world import PASSPHRASE, HandClock, OfferedPages, draft

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
Command = Callable[..., Done]


@pytest.fixture(autouse=True)
def nothing_set_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a try at a passphrase cost little, and nothing be set outside."""
    monkeypatch.setattr("kursapp.services.coordinator_door.STRONG", passphrases.LIGHT)
    for name in ("KURSAPP_PASSPHRASE", "KURSAPP_COLLECTION_URL"):
        monkeypatch.delenv(name, raising=False)


def person(folder: Path, name: str, words: str = "mitt") -> Path:
    """Make a profile with something written, and return its database."""
    profiles = ProfileList(folder)
    made = profiles.create(name, AT)
    path = profiles.database(made.id)
    write(path, words)
    profiles.used(made.id, AT + timedelta(minutes=1))
    return path


def write(path: Path, words: str) -> None:
    """Write in a profile."""
    with contextlib.closing(open_profile(path, create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", words, AT))


def read(path: Path) -> str:
    """Return what is written in a profile."""
    with contextlib.closing(open_profile(path)) as profile:
        return profile.drafts.of_course("kurs").get("notat", "")


def test_a_backup_is_made_listed_gone_back_to_and_undone(command: Command, own_data_folder: Path) -> None:
    """Each step says what it did, and the last brings back what the third took away."""
    path = person(own_data_folder, "Kari", "først")
    made = command("backup", "--format", "json")
    assert made.code == 0
    name = json.loads(made.out)[0]["name"]
    write(path, "så")
    listed = command("restore")
    assert (listed.code, name in listed.out) == (0, True)
    done = command("restore", name)
    assert (done.code, read(path)) == (0, "først")
    kept = next(word for word in done.out.split() if "henting" in word).rstrip(".")
    assert kept in command("restore", "--profile", "Kari").out
    undone = command("restore", kept, "--format", "json")
    assert json.loads(undone.out)["restored"]["name"] == kept
    assert read(path) == "så"


def test_the_newest_that_can_be_used_is_called_siste(command: Command, own_data_folder: Path) -> None:
    """A damaged one is passed over; where none is left it is said."""
    path = person(own_data_folder, "Kari", "først")
    folder = path.parent / "sikkerhetskopier"
    command("backup")
    (only,) = folder.glob("*.db")
    only.rename(folder / "profil-20260101T120000Z.db")
    write(path, "så")
    command("backup")
    newest = max(folder.glob("*.db"))
    newest.write_bytes(b"x" * 5000)
    assert command("restore", "siste").code == 0
    assert read(path) == "først"
    for each in (path.parent / "sikkerhetskopier").glob("*.db"):
        each.write_bytes(b"x" * 5000)
    done = command("restore", "siste")
    assert (done.code, "ingen sikkerhetskopi" in done.err) == (2, True)


def test_a_damaged_profile_is_got_back(command: Command, own_data_folder: Path) -> None:
    """The damaged file lies untouched under the name that is told."""
    path = person(own_data_folder, "Kari")
    command("backup")
    path.write_bytes(b"borte" * 1000)
    done = command("restore", "siste")
    assert done.code == 0
    assert "profil-skadet-" in done.out
    assert read(path) == "mitt"


def test_all_profiles_are_backed_up_and_one_that_cannot_keeps_none_from_it(
    command: Command, own_data_folder: Path
) -> None:
    """The damaged one is told of, and the others have theirs."""
    person(own_data_folder, "Kari")
    person(own_data_folder, "Ola").write_bytes(b"borte" * 1000)
    done = command("backup")
    assert done.code == 2
    assert "Kari: profil-" in done.out
    assert "Ola: " in done.err


def test_a_profile_in_an_open_window_is_refused(command: Command, own_data_folder: Path) -> None:
    """Both verbs say so and exit with 3, and the open file has everything."""
    path = person(own_data_folder, "Kari")
    command("backup")
    with contextlib.closing(open_profile(path)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "i arbeid", AT))
        for words in (("backup",), ("restore", "siste")):
            done = command(*words)
            assert (done.code, "Kursapp er åpen" in done.err) == (3, True)
        assert profile.drafts.of_course("kurs") == {"notat": "i arbeid"}


def test_who_is_meant_is_asked_where_there_are_several(command: Command, own_data_folder: Path) -> None:
    """By name; an unknown one is told with those there are; with none on the machine that is said."""
    assert "ingen profiler" in command("backup").out
    assert command("restore").code == 2
    person(own_data_folder, "Kari")
    person(own_data_folder, "Ola")
    several = command("restore")
    assert (several.code, "Kari, Ola" in several.err or "Ola, Kari" in several.err) == (2, True)
    assert "ingen profil som heter «Per»" in command("restore", "--profile", "Per").err
    assert command("backup", "--profile", "Ola").out.startswith("Ola: ")
    assert command("restore", "finnes-ikke.db", "--profile", "Ola").code == 2


def test_a_profile_under_a_passphrase(command: Command, own_data_folder: Path, tmp_path: Path) -> None:
    """Without the passphrase it is refused with 3; with it the backup is made, locked as the profile is."""
    path = person(own_data_folder, "Kari", "hemmelig ord")
    set_passphrase(path, new_key("fire lange ord her", Cost(1, 8192)), AT)
    assert command("backup").code == 3
    word = tmp_path / "ord.txt"
    word.write_text("fire lange ord her")
    assert command("backup", "--passphrase-file", word).code == 0
    for each in (path.parent / "sikkerhetskopier").glob("*.db"):
        assert b"hemmelig" not in each.read_bytes()
    assert command("restore", "siste", "--passphrase-file", word).code == 0
    word.write_text("feil ord")
    assert command("restore", "siste", "--passphrase-file", word).code == 3


def test_the_collection_is_backed_up_and_got_back(
    command: Command, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the coordinator's passphrase: made, listed with what it holds, and gone back to after damage."""
    coordinator = CoordinatorDoor(own_data_folder, HandClock()).create(PASSPHRASE)
    coordinator.create(draft(), OfferedPages())
    coordinator.close()
    assert command("backup", "--collection").code == 3
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    assert "1 kull" in command("backup", "--collection").out
    path = own_data_folder / "coordinator" / "innsamling.db"
    path.write_bytes(path.read_bytes()[:8192])
    assert "1 kull" in command("restore", "--collection").out
    done = command("restore", "siste", "--collection")
    assert (done.code, "innsamling-skadet-" in done.out) == (0, True)
    assert "1 kull" in command("backup", "--collection").out


def test_a_collection_on_a_server_is_its_owners_to_back_up(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says whose."""
    monkeypatch.setenv("KURSAPP_COLLECTION_URL", "postgresql+psycopg://x@localhost/y")
    done = command("restore", "--collection")
    assert (done.code, "server" in done.err) == (2, True)
