"""Several files changed together: all of them, or none, whatever happens between.

What is to be done is written down first, in a folder of its own that gets its name only when it is whole. Then the
files are written one by one. A program that is killed between finds the folder again and finishes, or, where somebody
has changed a file since, takes back what was done.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.folder import make_folder
from kursapp.files.folders import make_staging, move_folder, remove_folder
from kursapp.files.writing import SHARED, sync_folder, write_bytes

PLAN = "plan.json"
_VERSION = 1


class FileWrite(NamedTuple):
    """One file before and after, by its path below the folder (``/`` between parts). None: there is no such file."""

    path: str
    before: bytes | None
    after: bytes | None

    def reversed(self) -> FileWrite:
        """Return the change that takes this one back."""
        return FileWrite(self.path, self.after, self.before)


class Written(NamedTuple):
    """What stands written down: the changes, and what their author noted about them."""

    writes: tuple[FileWrite, ...]
    note: Mapping[str, object]


def write_down(place: Path, writes: Iterable[FileWrite], note: Mapping[str, object]) -> None:
    """Write down changes as the folder ``place``, durably: it is there whole, or not at all.

    Raises KursappError as ``files.writing``.
    """
    staging = make_staging(place.parent)
    try:
        plan = [[write.path, _put(staging, write.before), _put(staging, write.after)] for write in writes]
        whole = {"version": _VERSION, "note": dict(note), "files": plan}
        write_bytes(staging / PLAN, json.dumps(whole, ensure_ascii=False).encode())
        move_folder(staging, place)
    finally:
        remove_folder(staging)


def read_down(place: Path) -> Written:
    """Read what was written down. Raises KursappError ``journal-damaged`` where it is not what was written."""
    try:
        whole = json.loads((place / PLAN).read_bytes())
        if whole["version"] != _VERSION:
            raise ValueError(whole["version"])
        writes = [
            FileWrite(str(path), _get(place, before), _get(place, after)) for path, before, after in whole["files"]
        ]
        return Written(tuple(writes), dict(whole["note"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise refusal("journal-damaged", folder=place.name) from error


def read_note(place: Path) -> Mapping[str, object]:
    """Read only the note of what was written down; nothing where it cannot be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return dict(json.loads((place / PLAN).read_bytes())["note"])
    return {}


def write_all(root: Path, writes: Sequence[FileWrite]) -> None:
    """Make the changes below ``root``. Refused where a file is another than ``before``; taken back where one fails.

    Raises KursappError: ``files-changed`` (``file``), ``restructure-outside``, and as ``files.writing``.
    """
    for write in writes:
        _check_way(root, write.path)
    _refuse_changed(root, writes)
    done: list[FileWrite] = []
    try:
        for write in _in_order(writes):
            if _content(root, write.path) != write.before:
                raise refusal("files-changed", file=write.path)
            done.append(write)
            _write(root, write)
    except KursappError:
        # What cannot be taken back now is settled by the next start.
        with contextlib.suppress(KursappError):
            for write in reversed(done):
                if _content(root, write.path) != write.before:
                    _write(root, write.reversed())
        raise


def settle(root: Path, writes: Sequence[FileWrite]) -> bool:
    """Finish changes that may be half made, and say True; where a file is neither as before nor after, undo the rest.

    What somebody else has written since is left alone. Raises KursappError as ``files.writing``; call again then.
    """
    states = {write.path: _content(root, write.path) for write in writes}
    forward = all(states[write.path] in (write.before, write.after) for write in writes)
    for write in _in_order(writes) if forward else reversed(_in_order(writes)):
        step = write if forward else write.reversed()
        if states[write.path] == step.before and step.before != step.after:
            _check_way(root, write.path)
            _write(root, step)
    return forward


def as_before(root: Path, writes: Iterable[FileWrite]) -> str:
    """Return the first file that is another than ``before``; empty where all are as they should be."""
    return next((write.path for write in writes if _content(root, write.path) != write.before), "")


def _in_order(writes: Sequence[FileWrite]) -> list[FileWrite]:
    """Take files away first: a new name may differ from an old one only in ways the file system does not see."""
    return sorted(writes, key=lambda write: (write.after is not None, write.path))


def _refuse_changed(root: Path, writes: Sequence[FileWrite]) -> None:
    gone = [write for write in writes if write.after is None]
    for write in writes:
        if _content(root, write.path) != write.before and not _same_file(root, write, gone):
            raise refusal("files-changed", file=write.path)


def _same_file(root: Path, write: FileWrite, gone: Iterable[FileWrite]) -> bool:
    """Say whether a new file's name is, to this file system, that of one which is taken away."""
    if write.before is not None:
        return False
    with contextlib.suppress(OSError):
        return any((root / write.path).samefile(root / one.path) for one in gone)
    return False


def _check_way(root: Path, path: str) -> None:
    """Refuse a path that leads out of the folder, also through a link in it."""
    parts = path.split("/")
    if path.startswith("/") or not {"", ".", ".."}.isdisjoint(parts):
        raise refusal("restructure-outside", file=path)
    for end in range(1, len(parts) + 1):
        if root.joinpath(*parts[:end]).is_symlink():
            raise refusal("restructure-outside", file=path)


def _content(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise read_failure(error, root / path) from error


def _write(root: Path, write: FileWrite) -> None:
    path = root / write.path
    if write.after is None:
        _remove(root, path)
        return
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else SHARED
        make_folder(path.parent)
    except OSError as error:
        raise write_failure(error, path) from error
    write_bytes(path, write.after, mode)


def _remove(root: Path, path: Path) -> None:
    """Take a file away, and the folders it leaves empty."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise write_failure(error, path) from error
    folder = path.parent
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _put(place: Path, data: bytes | None) -> str | None:
    """Keep bytes under the name of what they are, once."""
    if data is None:
        return None
    name = hashlib.sha256(data).hexdigest()
    if not (place / name).exists():
        write_bytes(place / name, data)
    return name


def _get(place: Path, name: str | None) -> bytes | None:
    if name is None:
        return None
    if len(name) != hashlib.sha256().digest_size * 2 or not name.isalnum():
        raise ValueError(name)
    data = (place / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != name:
        raise ValueError(name)
    return data
