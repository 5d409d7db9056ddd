"""The states a disk may be in after a power cut, chosen from the many there are."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.cuts.disk import Atom, Disk, Left
from tests.faults.cuts.events import Event, Names, Resize, Said, Sync, Touch, Trace, Write

PAGE = 4096
_TRIES = 4
"""How often another state is sought at a place where one has been seen already."""

_GARBAGE = 1024


@dataclass(frozen=True, slots=True)
class State:
    """What is in the folder after a cut.

    ``said``: the lines the program had printed before the cut. ``where``: when the power went, and what was on its
    way and reached the disk.
    """

    left: Left
    said: tuple[str, ...]
    where: str

    def put(self, folder: Path) -> None:
        """Make ``folder`` hold this state and nothing else."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for path, data in self.left.files.items():
            if data is None:
                (folder / path).mkdir(mode=0o700)
            else:
                (folder / path).write_bytes(data)
        for path, changed in self.left.changed.items():
            os.utime(folder / path, ns=(changed, changed))


def states(trace: Trace, chance: random.Random, many: int) -> Iterator[State]:
    """Yield up to ``many`` different states after cuts all along a trace, the same for the same ``chance``.

    Among them are always: nothing of what is on its way has arrived, all of it has, names without content, content
    without names; then chance decides, by whole writes, pages and sectors, in any order and torn.
    """
    places = [number for number, waiting in enumerate(_waiting(trace)) if waiting]
    if not places:
        return
    visits = _visits(places, chance, many)
    disk = Disk(trace)
    seen: set[int] = set()
    said = ""
    turn = 0
    for number, event in enumerate(trace.events):
        disk.take(event)
        if isinstance(event, Said):
            said += event.text
        for _ in range(visits.count(number)):
            for _ in range(_TRIES):
                state = _state(disk, trace, number, said, _KINDS[turn % len(_KINDS)], chance)
                turn += 1
                mark = hash((state.said, tuple(state.left.files.items())))
                if mark not in seen:
                    seen.add(mark)
                    yield state
                    break


def _waiting(trace: Trace) -> Iterator[bool]:
    """Say after each event whether there is more than one thing the disk may hold."""
    disk = Disk(trace)
    for event in trace.events:
        disk.take(event)
        # A word said changes what must be there, though not what may be.
        yield bool(disk.waiting()) or isinstance(event, Said)


def _visits(places: Sequence[int], chance: random.Random, many: int) -> Sequence[int]:
    """Choose where the power goes, ``many`` times, spread over the whole."""
    step = len(places) / many
    return [places[min(len(places) - 1, int((turn + chance.random()) * step))] for turn in range(many)]


def _state(disk: Disk, trace: Trace, number: int, said: str, kind: str, chance: random.Random) -> State:
    waiting = disk.waiting()
    kept = _CHOICES[kind](waiting, chance)
    torn = ""
    if kind == "torn" and kept and kept[-1].kind == "bytes" and kept[-1].end - kept[-1].begin > 1:
        last = kept[-1]
        cut = Atom(last.number, last.kind, last.begin, chance.randrange(last.begin + 1, last.end))
        kept = (*kept[:-1], cut)
        torn = f", torn at byte {cut.end}"
    garbage = chance.randbytes(_GARBAGE) if chance.random() < 0.3 else b""
    left = disk.left(kept, garbage)
    where = (
        f"cut after event {number} of {len(trace.events)} ({_words(trace, trace.events[number])}); {kind}: "
        f"{len(kept)} of {len(waiting)} parts on their way arrived{torn}"
        f"{', garbage where nothing was' if garbage else ''}"
    )
    return State(left, tuple(said[: said.rfind("\n") + 1].splitlines()), where)


def _words(trace: Trace, event: Event) -> str:
    match event:
        case Write(node, at, data):
            return f"{len(data)} bytes at {at} of {trace.names[node]}"
        case Resize(node, size):
            return f"{trace.names[node]} is of {size} bytes"
        case Names(folder, changes):
            told = (f"{name} {'gone' if node is None else 'made'}" for _, name, node in changes)
            return f"in {trace.names[folder]}: {', '.join(told)}"
        case Sync(node, _, failed):
            return f"{trace.names[node]} {'could not be' if failed else ''} synced"
        case Touch(node, _):
            return f"{trace.names[node]} touched"
        case Said(text):
            return f"said {text.strip()[:40]!r}"


def _groups(waiting: Sequence[Atom], key: Callable[[Atom], object]) -> Sequence[Sequence[Atom]]:
    groups: dict[object, list[Atom]] = {}
    for atom in waiting:
        groups.setdefault(key(atom), []).append(atom)
    return list(groups.values())


def _by_write(waiting: Sequence[Atom]) -> Sequence[Sequence[Atom]]:
    return _groups(waiting, lambda atom: atom.number)


def _by_page(waiting: Sequence[Atom]) -> Sequence[Sequence[Atom]]:
    return _groups(waiting, lambda atom: (atom.number, atom.kind, atom.begin // PAGE))


def _some(groups: Sequence[Sequence[Atom]], chance: random.Random) -> tuple[Atom, ...]:
    share = chance.choice((0.2, 0.5, 0.8))
    return tuple(atom for group in groups if chance.random() < share for atom in group)


def _all_but_one(waiting: Sequence[Atom], chance: random.Random) -> tuple[Atom, ...]:
    groups = chance.choice((_by_write, _by_page))(waiting)
    missing = chance.randrange(len(groups)) if groups else 0
    return tuple(atom for number, group in enumerate(groups) if number != missing for atom in group)


def _one(waiting: Sequence[Atom], chance: random.Random) -> tuple[Atom, ...]:
    groups = chance.choice((_by_write, _by_page))(waiting)
    return tuple(chance.choice(groups)) if groups else ()


def _first(waiting: Sequence[Atom], chance: random.Random) -> tuple[Atom, ...]:
    return tuple(waiting[: chance.randrange(len(waiting) + 1)])


_Choice = Callable[[Sequence[Atom], random.Random], tuple[Atom, ...]]
_CHOICES: Mapping[str, _Choice] = {
    "nothing": lambda waiting, chance: (),
    "everything": lambda waiting, chance: tuple(waiting),
    "names": lambda waiting, chance: tuple(atom for atom in waiting if atom.kind == "names"),
    "content": lambda waiting, chance: tuple(atom for atom in waiting if atom.kind != "names"),
    "sizes": lambda waiting, chance: tuple(atom for atom in waiting if atom.kind != "bytes"),
    "some writes": lambda waiting, chance: _some(_by_write(waiting), chance),
    "some pages": lambda waiting, chance: _some(_by_page(waiting), chance),
    "some sectors": lambda waiting, chance: _some([[atom] for atom in waiting], chance),
    "all but one": _all_but_one,
    "one": _one,
    "in order": _first,
    "torn": _first,
}
_KINDS = ("nothing", "names", "everything", "sizes", "some writes", "torn", "content", "some pages", "all but one",
          "some sectors", "one", "in order")  # fmt: skip
