"""A profile on its way: out of a machine, into another, cleared away, taken out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.exporting import Unwatched
from kursapp.domain.record import Profile
from kursapp.services.carry.clearing import Ground, begin_clearing, finish_clearing
from kursapp.services.carry.move_out import copy_profile
from kursapp.services.carry.pending import read_pending
from kursapp.services.carry.take_out import take_out
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from tests.faults.operations.keeping import leave_log
from tests.faults.operations.operation import NEW, OLD
from tests.services.carry import killed_clearing, killed_moving
from tests.services.carry.conftest import NOW, WORDS, Clock, Machine


@dataclass
class Moving:
    """A profile moved: ``out`` to a file over an older one, ``in`` to a machine without it, ``instead`` of one."""

    name: str
    work: str

    def prepare(self, world: Path) -> None:
        """Make the machine and the file."""
        killed_moving.make_world(world, self.work)
        if self.work == "instead":
            machine, _target = killed_moving.there(world)
            (profile,) = machine.profiles.all()
            # The one that is here was killed last: what it wrote lies in its log.
            leave_log(machine.profiles.database(profile.id), None)

    def do(self, world: Path) -> None:
        """Move; a profile that has come already is asked about by the window, not taken in once more."""
        machine, target = killed_moving.there(world)
        if self.work != "in" or not machine.profiles.all():
            killed_moving.do(machine, target, self.work)

    def state(self, world: Path) -> str:
        """Say what there is at the next start."""
        found = killed_moving.state(*killed_moving.there(world), self.work)
        return {"nothing": OLD}.get(found, found)


def _machine(world: Path) -> Machine:
    return Machine(world / "maskin", Clock(NOW))


def _with_profile(machine: Machine, work: Callable[[Profile, ProfileFile], None]) -> None:
    (profile,) = machine.profiles.all()
    file = open_profile(machine.profiles.database(profile.id))
    try:
        work(profile, file)
    finally:
        file.close()


class Clearing:
    """A machine cleared of a profile, with backups and what lies about."""

    name = "tømming av maskinen"

    def prepare(self, world: Path) -> None:
        """Make a profile that has a backup."""
        (world / "maskin").mkdir()
        machine = _machine(world)
        machine.person()
        _with_profile(machine, lambda _profile, file: file.back_up_and_empty(NOW))

    def do(self, world: Path) -> None:
        """Ask and clear, or finish what was broken off."""
        machine, ground = _machine(world), _ground(world)
        pending = read_pending(machine.data)
        if pending is None and machine.profiles.all():
            (profile,) = machine.profiles.all()
            file = open_profile(machine.profiles.database(profile.id))
            try:
                pending = begin_clearing(machine.data, profile, file)
            finally:
                file.close()
        if pending is not None:
            finish_clearing(pending, ground, Unwatched())

    def state(self, world: Path) -> str:
        """Do what the next start does: the profile is whole, or nothing of it is left anywhere."""
        return {"whole": OLD, "gone": NEW}[killed_clearing.state(_machine(world), _ground(world))]


def _ground(world: Path) -> Ground:
    data = world / "maskin"
    return Ground(data, data / "cache", world / "tmp")


class TakingOut:
    """Everything of a profile taken out to a folder."""

    name = "«Ta ut alt mitt»"

    def prepare(self, world: Path) -> None:
        """Make a profile, and a folder to take it out to."""
        (world / "maskin").mkdir()
        (world / "ut").mkdir()
        _machine(world).person()

    def do(self, world: Path) -> None:
        """Take it out."""
        machine = _machine(world)

        def out(profile: Profile, file: ProfileFile) -> None:
            copied.append(copy_profile(file, profile, machine.profiles.folder))

        copied: list[object] = []
        _with_profile(machine, out)
        take_out(copied[0], world / "ut", "nb", machine.clock, Unwatched())  # type: ignore[arg-type]

    def state(self, world: Path) -> str:
        """Say whether there is a folder, and that every folder there is whole; nothing else has her words in it."""
        machine = _machine(world)
        machine.profiles.tidy()
        (profile,) = machine.profiles.all()
        assert machine.words(profile) == WORDS
        found = [each for each in (world / "ut").iterdir() if not each.name.startswith(".")]
        wrong = [wrong for wrong in map(_not_whole, found) if wrong]
        return wrong[0] if wrong else NEW if found else OLD


def _not_whole(folder: Path) -> str:
    everything = json.loads((folder / "alt.json").read_text("utf-8"))
    if not any(WORDS in json.dumps(row, ensure_ascii=False) for row in everything["tables"]["field"]):
        return "ordene hennes er ikke i alt.json"
    texts = [path.read_text("utf-8") for path in folder.glob("*.md")]
    return "" if any(WORDS in text for text in texts) else "ordene hennes er ikke i noen av tekstene"


def carryings() -> tuple[Moving | Clearing | TakingOut, ...]:
    """Return the ways a profile travels."""
    return (
        Moving("flytting ut (.flytt)", "out"),
        Moving("flytting inn", "in"),
        Moving("flytting inn i stedet for", "instead"),
        Clearing(),
        TakingOut(),
    )
