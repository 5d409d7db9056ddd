"""Follows a program through its system calls: what it did to one folder, and what it said meanwhile."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults.cuts.calls import Call, calls_of_command, calls_of_fork, descriptor, text_of
from tests.faults.cuts.events import ROOT, Event, Names, Resize, Said, Sync, Touch, Trace, Write, contents, times

_MOMENT = re.compile(r"tv_sec=(\d+), tv_nsec=(\d+)")


def trace_command(
    command: Sequence[str],
    root: Path,
    *,
    faults: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Trace:
    """Run a program to its end and return what it did to ``root``."""
    root = root.resolve()
    before, changed = contents(root), times(root)
    calls, done = calls_of_command(command, faults=faults, environment=environment)
    watcher = _Watcher(root, before)
    watcher.follow(calls)
    return watcher.trace(before, changed, done.returncode, done.stderr)


def trace_fork(work: Callable[[], None], root: Path, *, faults: Sequence[str] = ()) -> Trace:
    """Run ``work`` in a fork and return what it did to ``root``. For where no other thread runs."""
    root = root.resolve()
    before, changed = contents(root), times(root)
    calls, code = calls_of_fork(work, faults=faults)
    watcher = _Watcher(root, before)
    watcher.follow(calls)
    return watcher.trace(before, changed, code)


@dataclass(slots=True)
class _Process:
    """What a process has open: the place in each descriptor, and its working folder."""

    places: dict[int, int] = field(default_factory=dict)
    appending: set[int] = field(default_factory=set)
    here: str = field(default_factory=os.getcwd)


class _Watcher:
    """Follows the files and folders below ``root`` as the program sees them."""

    def __init__(self, root: Path, before: Mapping[str, bytes | None]) -> None:
        self._root = PurePosixPath(root.as_posix())
        self._folders: dict[int, dict[str, int]] = {ROOT: {}}
        self._files: dict[int, bytearray] = {}
        self._events: list[tuple[int, Event]] = []
        self._processes: dict[int, _Process] = {}
        self._ended = 0
        self._first: dict[str, int] = {}
        self._named: dict[int, str] = {ROOT: "."}
        for path, data in before.items():
            folder, name = self._parent(self._root / path) or (ROOT, path)
            node = self._new(data)
            self._name(folder, name, node)
            self._first[path] = node

    def follow(self, calls: Iterable[Call]) -> None:
        """Follow calls in the order they ended."""
        for call in calls:
            handle = _HANDLERS.get(call.name)
            if handle is not None:
                handle(self, self._of(call.process), call)
            self._ended += 1

    def trace(
        self, before: Mapping[str, bytes | None], changed: Mapping[str, int], exit_code: int, errors: str = ""
    ) -> Trace:
        """Return all that was followed."""
        events = [event for _, event in self._events]
        return Trace(before, changed, self._first, frozenset(self._folders), self._named, events, exit_code, errors)

    # Names and nodes

    def _new(self, data: bytes | None) -> int:
        node = len(self._folders) + len(self._files)
        if data is None:
            self._folders[node] = {}
        else:
            self._files[node] = bytearray(data)
        return node

    def _name(self, folder: int, name: str, node: int) -> None:
        self._folders[folder][name] = node
        self._named[node] = name if folder == ROOT else f"{self._named[folder]}/{name}"

    def _parent(self, path: PurePosixPath) -> tuple[int, str] | None:
        """Return the folder and the name of a path below the root; None where it is elsewhere."""
        if path == self._root or not path.is_relative_to(self._root):
            return None
        folder = ROOT
        *above, name = path.relative_to(self._root).parts
        for step in above:
            below = self._folders[folder].get(step)
            if below is None or below not in self._folders:
                return None
            folder = below
        return folder, name

    def _node(self, path: str) -> int | None:
        whole = PurePosixPath(path) if path else None
        if whole is None:
            return None
        if whole == self._root:
            return ROOT
        place = self._parent(whole)
        return None if place is None else self._folders[place[0]].get(place[1])

    def _path(self, process: _Process, text: str, beside: str = "") -> PurePosixPath:
        path = os.fsdecode(text_of(text))
        return PurePosixPath(os.path.normpath(PurePosixPath(beside or process.here) / path))

    def _tell(self, event: Event) -> None:
        self._events.append((self._ended, event))

    def _rename(self, old: PurePosixPath, new: PurePosixPath, *, keep: bool) -> None:
        source, target = self._parent(old), self._parent(new)
        if source is None and target is None:
            return
        if source is None or target is None:
            raise ValueError(f"moved across the border of the watched folder: {old} → {new}")
        node = self._folders[source[0]][source[1]]
        changes: list[tuple[int, str, int | None]] = [(*target, node)]
        self._name(*target, node)
        if not keep and source != target:
            changes.append((*source, None))
            del self._folders[source[0]][source[1]]
        self._tell(Names(target[0], tuple(changes)))

    # Calls

    def _of(self, process: int) -> _Process:
        return self._processes.setdefault(process, _Process())

    def _born(self, process: _Process, call: Call) -> None:
        if call.result <= 0:
            return
        known = self._processes.get(call.result)
        if any("CLONE_THREAD" in argument for argument in call.arguments):
            if known is not None:
                process.places |= known.places
            self._processes[call.result] = process
        elif known is None:
            self._processes[call.result] = _Process(dict(process.places), set(process.appending), process.here)

    def _moved_to(self, process: _Process, call: Call) -> None:
        if call.result == 0:
            fchdir = call.name == "fchdir"
            process.here = descriptor(call.arguments[0])[1] if fchdir else str(self._path(process, call.arguments[0]))

    def _duplicated(self, process: _Process, call: Call) -> None:
        if call.result >= 0 and (call.name != "fcntl" or "F_DUPFD" in call.arguments[1]):
            process.places[call.result] = process.places.get(descriptor(call.arguments[0])[0], 0)

    def _opened(self, process: _Process, call: Call) -> None:
        if call.result < 0:
            return
        at = call.name == "openat"
        beside = descriptor(call.arguments[0])[1] if at else ""
        path = self._path(process, call.arguments[int(at)], beside)
        flags = "O_WRONLY|O_CREAT|O_TRUNC" if call.name == "creat" else call.arguments[int(at) + 1]
        process.places[call.result] = 0
        process.appending.discard(call.result)
        if "O_APPEND" in flags:
            process.appending.add(call.result)
        place = self._parent(path)
        if place is None:
            return
        node = self._folders[place[0]].get(place[1])
        if node is None and "O_CREAT" in flags:
            node = self._new(b"")
            self._name(*place, node)
            self._tell(Names(place[0], ((*place, node),)))
        elif node in self._files and "O_TRUNC" in flags and self._files[node]:
            self._resize(node, 0)

    def _written(self, process: _Process, call: Call) -> None:
        if call.result <= 0:
            return
        number, path = descriptor(call.arguments[0])
        if "v" in call.name:
            texts = [part for argument in call.arguments[1:-1] for part in argument.split('"')[1::2]]
            data = b"".join(text_of(f'"{text}"') for text in texts)
        else:
            data = text_of(call.arguments[1])
        data = data[: call.result]
        if number == 1:
            self._tell(Said(data.decode("utf-8", "replace")))
        node = self._node(path)
        if node is None:
            return
        if call.name.startswith("pwrite"):
            self._put(node, int(call.arguments[-2 if call.name == "pwritev2" else -1]), data)
        else:
            place = len(self._files[node]) if number in process.appending else process.places.get(number, 0)
            self._put(node, place, data)
            process.places[number] = place + len(data)

    def _put(self, node: int, at: int, data: bytes) -> None:
        content = self._files[node]
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data
        self._tell(Write(node, at, data))

    def _copied(self, process: _Process, call: Call) -> None:
        if call.result <= 0:
            return
        sending = call.name == "sendfile"
        source, target = call.arguments[int(sending)], call.arguments[0 if sending else 2]
        number, path = descriptor(target)
        node = self._node(path)
        if node is None:
            return
        from_number, from_path = descriptor(source)
        shown = call.arguments[2 if sending else 1].partition(" ")[0].strip("[]")
        start = process.places.get(from_number, 0) if shown == "NULL" else int(shown)
        origin = self._node(from_path)
        whole = Path(from_path).read_bytes() if origin is None else bytes(self._files[origin])
        place = process.places.get(number, 0)
        self._put(node, place, whole[start : start + call.result])
        process.places[number] = place + call.result
        if shown == "NULL":
            process.places[from_number] = start + call.result

    def _sought(self, process: _Process, call: Call) -> None:
        if call.result >= 0:
            process.places[descriptor(call.arguments[0])[0]] = call.result

    def _resized(self, process: _Process, call: Call) -> None:
        if call.result != 0:
            return
        by_path = call.name == "truncate"
        path = str(self._path(process, call.arguments[0])) if by_path else descriptor(call.arguments[0])[1]
        node = self._node(path)
        if node is None:
            return
        if call.name == "fallocate":
            mode, start, length = call.arguments[1:4]
            if mode == "0":
                self._resize(node, max(len(self._files[node]), int(start) + int(length)))
        else:
            self._resize(node, int(call.arguments[1]))

    def _resize(self, node: int, size: int) -> None:
        content = self._files[node]
        del content[size:]
        content.extend(bytes(size - len(content)))
        self._tell(Resize(node, size))

    def _touched(self, process: _Process, call: Call) -> None:
        found = _MOMENT.findall(", ".join(call.arguments))
        if call.result == 0 and found and call.arguments[1].startswith('"'):
            beside = descriptor(call.arguments[0])[1]
            node = self._node(str(self._path(process, call.arguments[1], beside)))
            if node is not None:
                self._tell(Touch(node, int(found[-1][0]) * 10**9 + int(found[-1][1])))

    def _synced(self, _: _Process, call: Call) -> None:
        node = self._node(descriptor(call.arguments[0])[1])
        if node is not None:
            until = sum(1 for ended, _ in self._events if ended < call.began)
            self._tell(Sync(node, until, failed=call.result != 0))

    def _renamed(self, process: _Process, call: Call) -> None:
        if call.result == 0:
            old, new = self._two_paths(process, call)
            self._rename(old, new, keep="link" in call.name)

    def _two_paths(self, process: _Process, call: Call) -> tuple[PurePosixPath, PurePosixPath]:
        if "at" not in call.name:
            return self._path(process, call.arguments[0]), self._path(process, call.arguments[1])
        old_folder, old, new_folder, new = call.arguments[:4]
        return (
            self._path(process, old, descriptor(old_folder)[1]),
            self._path(process, new, descriptor(new_folder)[1]),
        )

    def _made_folder(self, process: _Process, call: Call) -> None:
        at = call.name == "mkdirat"
        if call.result == 0:
            path = self._path(process, call.arguments[int(at)], descriptor(call.arguments[0])[1] if at else "")
            place = self._parent(path)
            if place is not None:
                node = self._new(None)
                self._name(*place, node)
                self._tell(Names(place[0], ((*place, node),)))

    def _removed(self, process: _Process, call: Call) -> None:
        at = call.name == "unlinkat"
        if call.result == 0:
            path = self._path(process, call.arguments[int(at)], descriptor(call.arguments[0])[1] if at else "")
            place = self._parent(path)
            if place is not None:
                del self._folders[place[0]][place[1]]
                self._tell(Names(place[0], ((*place, None),)))


_Handler = Callable[[_Watcher, _Process, Call], None]


def _handlers(groups: Iterable[tuple[str, _Handler]]) -> Mapping[str, _Handler]:
    return {name: handler for names, handler in groups for name in names.split()}


_HANDLERS = _handlers(
    [
        ("clone clone3 fork vfork", _Watcher._born),
        ("chdir fchdir", _Watcher._moved_to),
        ("dup dup2 dup3 fcntl", _Watcher._duplicated),
        ("open openat creat", _Watcher._opened),
        ("write pwrite64 writev pwritev pwritev2", _Watcher._written),
        ("copy_file_range sendfile", _Watcher._copied),
        ("lseek", _Watcher._sought),
        ("ftruncate truncate fallocate", _Watcher._resized),
        ("utimensat", _Watcher._touched),
        ("fsync fdatasync", _Watcher._synced),
        ("rename renameat renameat2 link linkat", _Watcher._renamed),
        ("mkdir mkdirat", _Watcher._made_folder),
        ("unlink unlinkat rmdir", _Watcher._removed),
    ]
)
