"""Many texts that are nearly alike, kept once: each is cut into pieces, and a piece is kept under its own digest.

Pieces are cut where the words are, not where a count is full, so a line put in at the top changes one piece and leaves
the others what they were. A week of versions of one large text takes little more room than the text itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.writing import sweep, write_bytes

SMALLEST, LARGEST = 4_096, 65_536
"""Bytes of a piece; only a line longer than this makes a larger one, and only the last may be smaller."""

_ONE_IN = 128
"""A piece ends after one line in so many, chosen by the line's own checksum."""

_NAME = re.compile(r"[0-9a-f]{40}")


class ChunkStore:
    """Pieces of texts in a folder that is made with the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> tuple[str, ...]:
        """Keep a text, durably, and return the names of its pieces in order. Raises KursappError as ``files.writing``.

        A piece that is there is looked at first: one that was damaged is written anew.
        """
        make_private_folder(self._folder)
        names = []
        for piece in pieces(data):
            name = _name_of(piece)
            if self._piece(name) is None:
                write_bytes(self._folder / name, zlib.compress(piece, 6))
            names.append(name)
        return tuple(names)

    def get(self, names: Iterable[str]) -> bytes:
        """Return a text by the names of its pieces. Raises KursappError ``snapshot-damaged`` where one is missing."""
        found = []
        for name in names:
            piece = self._piece(name)
            if piece is None:
                raise refusal("snapshot-damaged", folder=self._folder)
            found.append(piece)
        return b"".join(found)

    def keep_only(self, names: frozenset[str]) -> None:
        """Remove every piece that is not named, and what a killed program left."""
        if not self._folder.is_dir():
            return
        sweep(self._folder)
        try:
            for path in list(self._folder.iterdir()):
                if _NAME.fullmatch(path.name) and path.name not in names:
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise write_failure(error, self._folder) from error

    def _piece(self, name: str) -> bytes | None:
        """Return a piece, None where it is not there or not what its name says."""
        path = self._folder / name
        try:
            packed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise read_failure(error, path) from error
        with contextlib.suppress(zlib.error):
            piece = zlib.decompress(packed)
            if _name_of(piece) == name:
                return piece
        return None


def pieces(data: bytes) -> Iterator[bytes]:
    """Cut a text after lines: the same run of lines is cut alike wherever it stands."""
    piece: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        piece.append(line)
        size += len(line)
        if size >= LARGEST or (size >= SMALLEST and zlib.crc32(line) % _ONE_IN == 0):
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)


def _name_of(piece: bytes) -> str:
    return hashlib.sha256(piece).hexdigest()[:40]
