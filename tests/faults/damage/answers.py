"""Damaged answer files among sound ones: each is told of with its reason, the sound ones count, none is changed."""

from __future__ import annotations

from pathlib import Path
from random import Random

from kursapp.domain.submission import FileState
from tests.faults.damage.ways import bytes_changed
from tests.services.coordinator.office_world import AFTER, OfficeWorld

SOUND = 5
SHEETS_KEY = slice(155, 235)
"""Where the key to the answers stands sealed to the recovery sheet (docs/developer/files.md): the coordinator, who has
one of her own before it, never reads that, and the answers are whole and proven so."""

COUNTED = frozenset({FileState.NEW, FileState.REPLACES, FileState.REPLACED, FileState.ALREADY_HAD})


def damaged_answers(folder: Path, chance: Random, number: int) -> tuple[int, list[str]]:
    """Collect damaged files and a few sound ones, twice; return how many were damaged, and what is wrong."""
    folder.mkdir()
    world = OfficeWorld(folder)
    try:
        cohort = world.publish()
        (spoilt,) = world.hand_in(cohort, AFTER)
        whole = spoilt.read_bytes()
        spoilt.unlink()
        ways = bytes_changed(chance, len(whole), number)
        damaged = {f"skadet-{at:03}.svar": way.made(whole) for at, way in enumerate(ways)}
        damaged = {name: data for name, data in damaged.items() if data != whole}
        for name, data in damaged.items():
            (world.inbox / name).write_bytes(data)
        sound = {path.name for path in world.hand_in(cohort, AFTER, count=SOUND)}
        before = _content(world.inbox)
        found = []
        for expected in (FileState.NEW, FileState.ALREADY_HAD):
            outcomes = {outcome.name: outcome for outcome in world.collect(cohort).outcomes}
            found += [f"{name}: {outcomes[name].state}" for name in sorted(sound) if outcomes[name].state != expected]
            for name in sorted(damaged):
                outcome = outcomes.get(name)
                if outcome is None:
                    found.append(f"{name}: passed over")
                elif (outcome.state in COUNTED) != _is_whole_to_her(damaged[name], whole):
                    found.append(f"{name}: {outcome.state}, {outcome.why}")
        if _content(world.inbox) != before:
            found.append("a file was changed")
        return len(damaged), found
    finally:
        world.close()


def _is_whole_to_her(data: bytes, whole: bytes) -> bool:
    """Say whether only the key for the recovery sheet is damaged."""
    start, end = SHEETS_KEY.start, SHEETS_KEY.stop
    return len(data) == len(whole) and data[:start] == whole[:start] and data[end:] == whole[end:]


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
