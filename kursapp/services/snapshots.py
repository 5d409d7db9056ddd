"""What a draft's files said earlier, kept outside the course: every text with its moment, for seven days and more.

``heads/FILE/NUMBER.json`` says what was kept when, ``chunks`` holds the texts (``files.chunk_store``). A head is
written last and removed first, so whatever is listed is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kursapp.domain.draft import SnapshotHead, SnapshotReason
from kursapp.domain.problem import refusal
from kursapp.files.chunk_store import ChunkStore
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.text_file import plain
from kursapp.files.writing import sweep, sync_folder, write_text
from kursapp.services.clock import Clock

KEPT = timedelta(days=7)
"""How long every snapshot is kept."""

LATEST = 20
"""How many of a file's latest are kept however old: a clock that ran wrong, or a long holiday, loses nothing."""

_FORMAT = 1
_LARGEST_HEAD = 1_000_000
_CHUNK = re.compile(r"[0-9a-f]{40}")
_NUMBER = re.compile(r"[0-9]{8}")


@dataclass(frozen=True, slots=True)
class _Kept:
    head: SnapshotHead
    chunks: tuple[str, ...]


class Snapshots:
    """The snapshots of one draft in ``folder``."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._heads = folder / "heads"
        self._chunks = ChunkStore(folder / "chunks")
        self._clock = clock
        self._read: dict[str, list[_Kept]] | None = None
        self._unreadable: list[Path] = []
        self._numbers: dict[str, int] = {}

    def take(self, file: str, text: str, reason: SnapshotReason = SnapshotReason.WRITING) -> SnapshotHead:
        """Keep a file's text, durably; what was kept last is returned where it says the same.

        Raises KursappError as ``files.writing``; everything kept before is then as it was.
        """
        data = plain(text).encode("utf-8")
        chunks = self._chunks.put(data)
        kept = self._by_file().setdefault(file, [])
        if kept and kept[-1].chunks == chunks:
            return kept[-1].head
        number = self._numbers.get(_key(file), 0) + 1
        head = SnapshotHead(f"{_key(file)}-{number:08d}", file, self._clock.now(), len(data), reason)
        path = self._path(head.id)
        make_private_folder(path.parent)
        write_text(path, _written(head, chunks))
        self._numbers[_key(file)] = number
        kept.append(_Kept(head, chunks))
        return head

    def heads(self, file: str | None = None) -> tuple[SnapshotHead, ...]:
        """Return the snapshots of a file, or of all of them, the latest first."""
        found = self._by_file()
        if file is not None:
            return tuple(kept.head for kept in reversed(found.get(file, [])))
        every = [kept.head for of_file in found.values() for kept in of_file]
        return tuple(sorted(every, key=lambda head: (head.when, head.id), reverse=True))

    def text(self, snapshot_id: str) -> str:
        """Return what was kept. Raises KursappError: ``snapshot-gone``, ``snapshot-damaged``."""
        for kept in self._all():
            if kept.head.id == snapshot_id:
                return self._chunks.get(kept.chunks).decode("utf-8", "replace")
        raise refusal("snapshot-gone")

    def prune(self) -> None:
        """Remove what is older than seven days and not among a file's latest. Raises KursappError as ``files``.

        What is dated later than now stays: it is the clock that was set back.
        """
        limit = self._clock.now() - KEPT
        for folder in self._heads.glob("*"):
            sweep(folder)
        for file, kept in self._by_file().items():
            old = [each for each in kept[:-LATEST] if each.head.when < limit]
            self._remove(old)
            self._read = {**self._by_file(), file: [each for each in kept if each not in old]}
        self._remove_unreadable(limit.timestamp())
        if not self._unreadable:
            # A head that cannot be read may name pieces that nothing else does.
            self._chunks.keep_only(frozenset(name for kept in self._all() for name in kept.chunks))

    def _remove(self, old: list[_Kept]) -> None:
        try:
            for each in old:
                self._path(each.head.id).unlink(missing_ok=True)
            if old:
                sync_folder(self._path(old[0].head.id).parent)
        except OSError as error:
            raise write_failure(error, self._heads) from error

    def _remove_unreadable(self, limit: float) -> None:
        left = []
        for path in self._unreadable:
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < limit:
                    path.unlink()
                    continue
                left.append(path)
        self._unreadable = left

    def _path(self, snapshot_id: str) -> Path:
        key, _, number = snapshot_id.rpartition("-")
        return self._heads / key / f"{number}.json"

    def _all(self) -> Iterator[_Kept]:
        for kept in self._by_file().values():
            yield from kept

    def _by_file(self) -> dict[str, list[_Kept]]:
        """Return everything kept by file, the latest last; read from disk at the first asking."""
        if self._read is None:
            self._read = {}
            for path in sorted(self._heads.glob("*/*.json")):
                if _NUMBER.fullmatch(path.stem):
                    # The number of a head that cannot be read is taken all the same.
                    self._numbers[path.parent.name] = int(path.stem)
                kept = _read_head(path)
                if kept is None:
                    self._unreadable.append(path)
                else:
                    self._read.setdefault(kept.head.file, []).append(kept)
        return self._read


def _key(file: str) -> str:
    return hashlib.blake2b(file.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _written(head: SnapshotHead, chunks: tuple[str, ...]) -> str:
    said = {
        "format": _FORMAT,
        "file": head.file,
        "when": head.when.astimezone(UTC).isoformat(),
        "size": head.size,
        "reason": head.reason.value,
        "chunks": list(chunks),
    }
    return json.dumps(said, indent=0) + "\n"


def _read_head(path: Path) -> _Kept | None:
    """Read a head; None where it is not one this program has written whole."""
    with contextlib.suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
        with path.open("rb") as source:
            data = source.read(_LARGEST_HEAD + 1)
        said = json.loads(data.decode("utf-8"))
        file, when, chunks = said["file"], datetime.fromisoformat(said["when"]), tuple(said["chunks"])
        if said["format"] != _FORMAT or not isinstance(file, str) or _key(file) != path.parent.name:
            return None
        if not _NUMBER.fullmatch(path.stem) or not all(_CHUNK.fullmatch(name) for name in chunks):
            return None
        head = SnapshotHead(
            f"{path.parent.name}-{path.stem}",
            file,
            when.astimezone(UTC),
            int(said["size"]),
            SnapshotReason(said["reason"]),
        )
        return _Kept(head, chunks)
    return None
