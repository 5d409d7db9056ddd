"""A disk that may forget: what is on it for sure, and what was done and has not reached it yet.

The model, as pessimistic as a disk and a file system may be and no more:

- What was written to a file is on the disk once the file was synced after it. Before that every sector (512 bytes) of
  every write may be there or not, in any order, and the last may be torn at any byte. What lies outside the bytes that
  were written stays (SQLite calls it *powersafe overwrite*).
- A file may have its new size without its new bytes: there are zeros then, or whatever lay on the disk.
- A name that was made, changed or removed is so on the disk once its folder was synced after it; a sync of the file
  itself does not help. Before that each change may be there or not, in any order. A rename is whole: the old name is
  gone when the new one is there, as in every file system with a journal.
- A sync that failed promises nothing, and what was written before it is not promised by later syncs either: the system
  has forgotten that those pages were ever written (Rebello and others, «Can Applications Recover from fsync
  Failures?», USENIX ATC 2020).

Sources: «Atomic Commit In SQLite», https://www.sqlite.org/atomiccommit.html, and Pillai and others, «All File Systems
Are Not Created Equal» (ALICE), OSDI 2014.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tests.faults.cuts.events import ROOT, Event, Names, Resize, Sync, Touch, Trace, Write

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Atom:
    """The least that reaches a disk or does not: a part of the event of this ``number``.

    ``begin`` and ``end`` are places in the file for bytes; of a new size both are that size.
    """

    number: int
    kind: str
    begin: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """What is in the folder after a cut: paths to content, None for folders, parents first.

    ``changed``: when it was last changed, in nanoseconds, where the program or the time before it said so.
    """

    files: Mapping[str, bytes | None]
    changed: Mapping[str, int]


@dataclass(slots=True)
class _Done:
    """Something done to a file or to names, not known to be on the disk."""

    number: int
    event: Write | Resize | Names
    longer: bool = False
    """A write that made the file longer."""

    safe: bool = False
    doubtful: bool = False


class Disk:
    """The disk under the folder of a trace, event by event."""

    def __init__(self, trace: Trace) -> None:
        self._contents = {trace.nodes[path]: data for path, data in trace.before.items() if data is not None}
        self._names: dict[int, dict[str, int]] = {ROOT: {}}
        self._names |= {trace.nodes[path]: {} for path, data in trace.before.items() if data is None}
        for path, node in trace.nodes.items():
            above, _, name = path.rpartition("/")
            self._names[trace.nodes[above] if above else ROOT][name] = node
        self._folders = trace.folders
        self._sizes = {node: len(data) for node, data in self._contents.items()}
        self._changed = {trace.nodes[path]: changed for path, changed in trace.changed.items()}
        self._in_files: dict[int, list[_Done]] = {}
        self._in_names: list[_Done] = []
        self._number = 0

    def take(self, event: Event) -> None:
        """Do what the program did next."""
        number, self._number = self._number, self._number + 1
        match event:
            case Write(node, at, data):
                self._changed.pop(node, None)
                longer = at + len(data) > self._sizes.get(node, 0)
                self._sizes[node] = max(self._sizes.get(node, 0), at + len(data))
                self._in_files.setdefault(node, []).append(_Done(number, event, longer))
            case Resize(node, size):
                self._changed.pop(node, None)
                self._sizes[node] = size
                self._in_files.setdefault(node, []).append(_Done(number, event))
            case Names():
                self._in_names.append(_Done(number, event))
            case Touch(node, changed):
                self._changed[node] = changed
            case Sync():
                self._sync(event)

    def waiting(self) -> tuple[Atom, ...]:
        """Return all that may be on the disk and may not, in the order it was done."""
        waiting = [done for each in self._in_files.values() for done in each] + self._in_names
        return tuple(
            atom for done in sorted(waiting, key=lambda one: one.number) if not done.safe for atom in _atoms(done)
        )

    def left(self, kept: Collection[Atom], garbage: bytes = b"") -> Left:
        """Return what is on the disk when of what is waiting only ``kept`` has reached it.

        ``garbage`` is what lies where a file has its size and not its bytes, repeated; empty for zeros.
        """
        present = frozenset(kept)
        names = {folder: dict(inside) for folder, inside in self._names.items()}
        for done in self._in_names:
            assert isinstance(done.event, Names)
            if done.safe or Atom(done.number, "names") in present:
                for folder, name, node in done.event.changes:
                    inside = names.setdefault(folder, {})
                    inside.pop(name, None) if node is None else inside.__setitem__(name, node)
        by_event: dict[int, list[Atom]] = {}
        for atom in kept:
            by_event.setdefault(atom.number, []).append(atom)
        files: dict[str, bytes | None] = {}
        changed: dict[str, int] = {}
        for path, node in self._walk(names):
            files[path] = None if node in self._folders else self._content(node, by_event, garbage)
            if node in self._changed:
                changed[path] = self._changed[node]
        return Left(files, changed)

    def _walk(self, names: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, int]]:
        open_folders = [("", ROOT)]
        while open_folders:
            above, folder = open_folders.pop()
            for name, node in sorted(names.get(folder, {}).items()):
                path = f"{above}{name}"
                yield path, node
                if node in self._folders:
                    open_folders.append((f"{path}/", node))

    def _content(self, node: int, kept: Mapping[int, Collection[Atom]], garbage: bytes) -> bytes:
        before = self._contents.get(node, b"")
        waiting = self._in_files.get(node)
        if not waiting:
            return before
        content = bytearray(before)
        for done in waiting:
            atoms = _atoms(done) if done.safe else kept.get(done.number, ())
            for atom in atoms:
                _apply(content, done.event, atom, garbage)
        return bytes(content)

    def _sync(self, sync: Sync) -> None:
        reached = [done for done in self._in_files.get(sync.node, ()) if done.number < sync.until]
        for name in self._in_names:
            assert isinstance(name.event, Names)
            if name.event.folder == sync.node and name.number < sync.until:
                reached.append(name)
        for done in reached:
            if sync.failed:
                done.doubtful = True
            elif not done.doubtful:
                done.safe = True
        self._settle(sync.node)

    def _settle(self, node: int) -> None:
        """Make what is safe and has nothing uncertain before it part of what is there."""
        waiting = self._in_files.get(node)
        if waiting:
            content = bytearray(self._contents.get(node, b""))
            while waiting and waiting[0].safe:
                done = waiting.pop(0)
                for atom in _atoms(done):
                    _apply(content, done.event, atom, b"")
            self._contents[node] = bytes(content)
        while self._in_names and self._in_names[0].safe:
            event = self._in_names.pop(0).event
            assert isinstance(event, Names)
            for folder, name, named in event.changes:
                inside = self._names.setdefault(folder, {})
                inside.pop(name, None) if named is None else inside.__setitem__(name, named)


def _atoms(done: _Done) -> Iterator[Atom]:
    match done.event:
        case Names():
            yield Atom(done.number, "names")
        case Resize(_, size):
            yield Atom(done.number, "size", size, size)
        case Write(_, at, data):
            end = at + len(data)
            if done.longer:
                yield Atom(done.number, "size", end, end)
            while at < end:
                stop = min(end, at - at % SECTOR + SECTOR)
                yield Atom(done.number, "bytes", at, stop)
                at = stop


def _apply(content: bytearray, event: Write | Resize | Names, atom: Atom, garbage: bytes) -> None:
    if isinstance(event, Resize):
        del content[event.size :]
        content.extend(bytes(event.size - len(content)))
    elif isinstance(event, Write):
        _lengthen(content, atom.end if atom.kind == "size" else atom.begin, garbage)
        if atom.kind == "bytes":
            content[atom.begin : atom.end] = event.data[atom.begin - event.at : atom.end - event.at]


def _lengthen(content: bytearray, size: int, garbage: bytes) -> None:
    missing = size - len(content)
    if missing > 0:
        content.extend((garbage * (missing // len(garbage) + 1))[:missing] if garbage else bytes(missing))
