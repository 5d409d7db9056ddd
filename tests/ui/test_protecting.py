"""What a passphrase asks for goes through the threads: refused, it leaves the profile open and says why."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from kursapp.domain.problem import Problem, refusal
from kursapp.services import protect_profile
from kursapp.storage.key_file import is_locked
from kursapp.ui.protecting import NewKey, Protecting
from kursapp.vault.passphrases import Cost
from tests.ui.conftest import LONG, Room

PHRASE = "agurk bamboo dragen elvene"


class Keeper:
    """Holds the room's profile."""

    def __init__(self, folder: Path) -> None:
        self.key: bytes | None = None
        self._folder = folder

    def name(self) -> str:
        return "Kari"

    def database(self) -> Path:
        return self._folder / "profil.db"


class Asked:
    """What was answered."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.found: list[Problem] = []

    def wait(self, room: Room) -> str:
        """Wait for an answer; return the code of a refusal, or nothing."""
        room.qtbot.waitUntil(lambda: bool(self.done or self.found), timeout=LONG)
        return self.found[-1].code if self.found else ""


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase be tried quickly."""
    for name in ("new_key", "change_passphrase"):
        cheaply = partial(getattr(protect_profile, name), cost=Cost(1, 8192))
        monkeypatch.setattr(protect_profile, name, cheaply)


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """Keep the profile of the room, which the room itself opens without a key."""
    return Keeper(tmp_path)


@pytest.fixture
def protecting(room: Room, keeper: Keeper) -> Protecting:
    """Make it for the room."""
    room.settle()
    return Protecting(room.parts.tasks, keeper)


def made(protecting: Protecting, room: Room) -> NewKey:
    """Make a key."""
    asked = Asked()
    protecting.make(PHRASE, asked.done.append, asked.found.append)
    assert asked.wait(room) == ""
    return asked.done[0]  # type: ignore[return-value]


def test_a_key_is_made_and_nothing_written(protecting: Protecting, room: Room, keeper: Keeper) -> None:
    """A passphrase that is too short is refused."""
    assert made(protecting, room).code.count("-") == 6
    assert not keeper.database().with_name("nokkel.json").exists()
    asked = Asked()
    protecting.make("kort", asked.done.append, asked.found.append)
    assert asked.wait(room) == "passphrase-short"


def test_with_something_unsaved_the_file_is_not_touched(protecting: Protecting, room: Room, keeper: Keeper) -> None:
    """It is refused at once, and what waits is still there to be saved."""
    full = [True]

    def save(_me: object) -> None:
        if full[0]:
            raise refusal("disk-full", file="profil.db", folder="x")

    key = made(protecting, room)
    room.parts.tasks.save(save)
    asked = Asked()
    protecting.set(key, asked.done.append, asked.found.append)
    assert asked.wait(room) == "profile-unsaved"
    assert not is_locked(keeper.database())
    assert keeper.key is None
    full[0] = False
    room.parts.tasks.try_again()
    assert room.parts.tasks.flush()


def test_a_refusal_opens_the_file_again(protecting: Protecting, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting fails: she works on without a passphrase."""

    def full(path: Path, key: bytes | None, new_key: bytes | None) -> None:
        raise refusal("disk-full", file=path.name, folder=path.parent)

    monkeypatch.setattr(protect_profile, "rekey", full)
    asked = Asked()
    protecting.set(made(protecting, room), asked.done.append, asked.found.append)
    assert asked.wait(room) == "disk-full"
    room.settle()
    read = Asked()
    room.parts.tasks.profile(lambda me: me.profile.read_only, read.done.append, read.found.append)
    assert read.wait(room) == ""
    assert not protecting.is_protected


def test_set_and_forgotten_it_is_found_by_passphrase_and_by_code(
    protecting: Protecting, room: Room, keeper: Keeper
) -> None:
    """The keeper has the key again; a wrong one leaves her without."""
    key = made(protecting, room)
    asked = Asked()
    protecting.set(key, asked.done.append, asked.found.append)
    assert asked.wait(room) == ""
    assert asked.done == [0]
    assert is_locked(keeper.database())
    assert keeper.key == key.key
    for way in (partial(protecting.unlock, PHRASE), partial(protecting.recover, key.code, "en annen lang frase")):
        keeper.key = None
        wrong = Asked()
        protecting.unlock("ikke den rette", wrong.found.append)
        assert wrong.wait(room) == "passphrase-wrong"
        assert not protecting.is_protected
        with room.qtbot.waitSignal(protecting.opened, timeout=LONG):
            way(wrong.found.append)
        assert keeper.key == key.key


def test_a_wrong_passphrase_takes_nothing_away(protecting: Protecting, room: Room, keeper: Keeper) -> None:
    """The file is not even closed for it."""
    asked = Asked()
    protecting.set(made(protecting, room), asked.done.append, asked.found.append)
    asked.wait(room)
    refused = Asked()
    protecting.remove("ikke den rette", refused.done.append, refused.found.append)
    assert refused.wait(room) == "passphrase-wrong"
    assert is_locked(keeper.database())
    removed = Asked()
    protecting.remove(PHRASE, removed.done.append, removed.found.append)
    assert removed.wait(room) == ""
    assert not is_locked(keeper.database())
    assert keeper.key is None
