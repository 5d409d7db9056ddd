"""The bytes of a course's files, read once, and whether they are what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kursapp.content.folder import Listing, Stamp, is_markdown
from kursapp.content.source import LARGEST_FILE
from kursapp.domain.problem import Problem, problem

RACY_NS = 2_000_000_000
"""A file changed this shortly before it was read may have changed again without another time stamp."""

NOT_ON_DISK = Stamp(-1, -1, -1)
"""The stamp of what is held in memory: no file ever has it, so it proves nothing of one."""

_HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was when it was read: what the file system said, and the hash of its bytes (empty: unreadable)."""

    stamp: Stamp
    hash: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All files of a course as they were when they were looked at, in nanoseconds since 1970."""

    looked_at: int
    files: dict[str, KnownFile]

    def proves(self, file: str, stamp: Stamp) -> bool:
        """Say whether a file's stamp now proves that it still holds what it did."""
        known = self.files.get(file)
        return (
            known is not None
            and bool(known.hash)
            and known.stamp == stamp
            and stamp.mtime_ns < self.looked_at - RACY_NS
        )

    def proves_all(self, files: Mapping[str, Stamp]) -> bool:
        """Say whether no file was added, taken away or touched."""
        return self.files.keys() == files.keys() and all(self.proves(file, stamp) for file, stamp in files.items())

    def holds_the_same(self, other: Snapshot) -> bool:
        """Say whether two snapshots are of the same bytes, whatever the file system says."""
        hashes = {file: known.hash for file, known in self.files.items()}
        return "" not in hashes.values() and hashes == {file: known.hash for file, known in other.files.items()}


class Contents:
    """Reads the files of a listing. What an earlier snapshot proves unchanged is not read for its hash.

    ``texts`` are what some of the files are taken to hold, whatever they hold on the disk.
    """

    def __init__(
        self, listing: Listing, earlier: Snapshot | None, now: int, texts: Mapping[str, bytes] | None = None
    ) -> None:
        self.listing = listing
        self.problems: list[Problem] = []
        self._data: dict[str, bytes] = dict(texts or {})
        self.snapshot = Snapshot(
            now, {file: self._known(file, stamp, earlier) for file, stamp in listing.files.items()}
        )

    def hash(self, file: str) -> str:
        """Return the hash of a listed file's bytes, empty for one that cannot be read."""
        return self.snapshot.files[file].hash

    def data(self, file: str, most: int = LARGEST_FILE) -> bytes:
        """Return a file's bytes (of a larger one the first ``most + 1``). Raises OSError."""
        if file not in self._data:
            return self.listing.read(file, most)
        return self._data[file]

    def _known(self, file: str, stamp: Stamp, earlier: Snapshot | None) -> KnownFile:
        if file in self._data:
            return KnownFile(NOT_ON_DISK, _hash_of(self._data[file]))
        if earlier and earlier.proves(file, stamp):
            return earlier.files[file]
        return KnownFile(stamp, self._hash(file))

    def _hash(self, file: str) -> str:
        try:
            if is_markdown(file):
                self._data[file] = self.listing.read(file, LARGEST_FILE)
                return _hash_of(self._data[file])
            with self.listing.path(file).open("rb") as source:
                return hashlib.file_digest(source, lambda: hashlib.blake2b(digest_size=_HASH_BYTES)).hexdigest()
        except OSError as error:
            self.problems.append(problem("file-unreadable", file, 1, reason=error.strerror))
            return ""


def _hash_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=_HASH_BYTES).hexdigest()
