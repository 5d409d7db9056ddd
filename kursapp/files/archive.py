"""Archives that come from other people: a zip of exactly the shape written here, looked through before it is read.

Only one reading of such a file is possible: every byte belongs to one entry or to the list of entries, in order, and
both say the same. So no two programs can see different things in it, and nothing is hidden in it.
"""

from __future__ import annotations

import contextlib
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.failure import read_failure
from kursapp.files.portable_names import meeting_point, path_problem
from kursapp.files.regular import open_regular

_LOCAL = struct.Struct("<IHHHIIIIHH")
_LISTED = struct.Struct("<IHHHHIIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_LOCAL_MARK, _LISTED_MARK, _END_MARK = 0x04034B50, 0x02014B50, 0x06054B50
_UTF8_NAME = 0x0800
_STORED, _DEFLATED = 0, 8
_FIRST_DAY = 0x0021 << 16
"""1 January 1980 at midnight: the time of every entry, so that equal content gives equal bytes."""
_VERSION = 20
_MADE_ON_UNIX = 3 << 8 | _VERSION
_ORDINARY = (stat.S_IFREG | 0o644) << 16
_CHUNK = 256 * 1024
_LIST_BYTES_EACH = 1024
"""More than the list of entries takes for one of them."""
_DOS_NOT_A_FILE = 0x58
"""Attributes of a volume's name, a folder, a device."""
_CODES = {
    "path-outside": "archive-path-outside",
    "path-too-long": "archive-path-too-long",
    "name-unsafe": "archive-name-unsafe",
}
_SMALL = 64 * 1024
"""An entry of this many bytes may be packed as tightly as it likes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: entries, bytes when unpacked, and bytes out of one byte in.

    ``longest`` and ``deepest`` are the characters and parts of a path.
    """

    files: int
    size: int
    longest: int
    deepest: int
    ratio: int = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive: its name, its bytes unpacked and packed, and where the packed ones begin."""

    name: str
    size: int
    packed: int
    crc: int
    deflated: bool
    at: int


class Archive:
    """An archive whose list of entries has been found sound. What the entries hold is checked as it is read."""

    def __init__(self, path: Path, file: BinaryIO, entries: tuple[Entry, ...]) -> None:
        self._path = path
        self._file = file
        self.entries = {entry.name: entry for entry in entries}

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give an entry's bytes piece by piece; KeyError for a name that is not there.

        Raises KursappError ``archive-damaged``, at the latest at the end, where they are not what the list says, and
        never gives more bytes than it says; ``file-not-read`` where the disk gives none.
        """
        entry = self.entries[name]
        crc, size = 0, 0
        try:
            for piece in self._unpacked(entry):
                crc, size = zlib.crc32(piece, crc), size + len(piece)
                if size > entry.size:
                    raise self._damaged(entry)
                yield piece
        except OSError as error:
            raise read_failure(error, self._path) from error
        if (crc, size) != (entry.crc, entry.size):
            raise self._damaged(entry)

    def read(self, name: str) -> bytes:
        """Return an entry's bytes. Raises as ``pieces``."""
        return b"".join(self.pieces(name))

    def _unpacked(self, entry: Entry) -> Iterator[bytes]:
        self._file.seek(entry.at)
        if not entry.deflated:
            yield from self._packed(entry)
            return
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for packed in self._packed(entry):
                if unpacking.eof:
                    raise self._damaged(entry)
                rest = packed
                while rest and not unpacking.eof:
                    yield unpacking.decompress(rest, _CHUNK)
                    rest = unpacking.unconsumed_tail
            while not unpacking.eof and (piece := unpacking.decompress(unpacking.unconsumed_tail, _CHUNK)):
                yield piece
        except zlib.error as error:
            raise self._damaged(entry) from error
        if not unpacking.eof or unpacking.unused_data:
            raise self._damaged(entry)

    def _packed(self, entry: Entry) -> Iterator[bytes]:
        left = entry.packed
        while left:
            piece = self._file.read(min(left, _CHUNK))
            if not piece:
                raise self._damaged(entry)
            left -= len(piece)
            yield piece

    def _damaged(self, entry: Entry) -> KursappError:
        return refusal("archive-damaged", file=self._path.name, name=entry.name)


@contextlib.contextmanager
def open_archive(path: Path, limits: Limits) -> Iterator[Archive]:
    """Open an archive and look through its list of entries; nothing of what they hold has been read then.

    Raises KursappError: ``file-not-read``, ``archive-unknown`` (no archive at all), ``archive-damaged`` (cut off or
    changed), ``archive-foreign`` (not of this shape), ``archive-locked`` (encrypted), ``archive-too-large``,
    ``archive-too-many``, ``archive-bomb``, ``archive-path-outside``, ``archive-name-unsafe``,
    ``archive-path-too-long``, ``archive-names-meet``, ``archive-link``, ``archive-special``.
    """
    with open_regular(path) as file:
        yield Archive(path, file, _Looking(path.name, file, limits).entries())


def write_archive(target: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive of files by name, in the order of their names: equal files give equal bytes on every machine.

    Entries are stored as they are: how well bytes can be packed differs from one system's library to another's.
    """
    listed: list[bytes] = []
    at = 0
    for name, data in files:
        written, crc, size = name.encode("utf-8"), zlib.crc32(data), len(data)
        about = (_UTF8_NAME, _STORED, _FIRST_DAY, crc, size, size, len(written), 0)
        local = _LOCAL.pack(_LOCAL_MARK, _VERSION, *about) + written
        listed.append(
            _LISTED.pack(_LISTED_MARK, _MADE_ON_UNIX, _VERSION, *about, 0, 0, 0, _ORDINARY, at) + written,
        )
        target.write(local)
        target.write(data)
        at += len(local) + size
    target.write(b"".join(listed))
    target.write(_END.pack(_END_MARK, 0, 0, len(listed), len(listed), sum(map(len, listed)), at, 0))


class _Looking:
    """Reads the list of entries from the archive's end, and holds it against the entries themselves."""

    def __init__(self, name: str, file: BinaryIO, limits: Limits) -> None:
        self._name = name
        self._file = file
        self._limits = limits

    def entries(self) -> tuple[Entry, ...]:
        count, start, data = self._list()
        found: list[Entry] = []
        at, expected = 0, 0
        for _number in range(count):
            entry, at = self._listed(data, at, expected)
            self._hold_against(entry, expected)
            expected = entry.at + entry.packed
            found.append(entry)
        if at != len(data) or expected != start:
            raise self._refusal("archive-foreign")
        self._check_together(found)
        return tuple(found)

    def _list(self) -> tuple[int, int, bytes]:
        """Return the number of entries, where their list begins, and the list's bytes."""
        size = self._file.seek(0, 2)
        self._file.seek(0)
        if self._file.read(2) != b"PK":
            raise self._refusal("archive-unknown")
        if size > self._limits.size + self._limits.files * _LIST_BYTES_EACH * 2:
            raise self._refusal("archive-too-large", limit=self._limits.size)
        if size < _END.size:
            raise self._refusal("archive-damaged")
        self._file.seek(size - _END.size)
        mark, disk, first_disk, here, count, length, start, comment = _END.unpack(self._file.read(_END.size))
        if mark != _END_MARK:
            raise self._refusal("archive-damaged")
        if count > self._limits.files:
            raise self._refusal("archive-too-many", limit=self._limits.files)
        if disk or first_disk or comment or here != count or start + length != size - _END.size:
            raise self._refusal("archive-foreign")
        if length > count * _LIST_BYTES_EACH:
            raise self._refusal("archive-foreign")
        self._file.seek(start)
        return count, start, self._file.read(length)

    def _listed(self, data: bytes, at: int, expected: int) -> tuple[Entry, int]:
        """Read one entry of the list, and where the next begins."""
        if at + _LISTED.size > len(data):
            raise self._refusal("archive-foreign")
        fields = _LISTED.unpack_from(data, at)
        (
            mark,
            _made,
            _needs,
            flags,
            method,
            _time,
            crc,
            packed,
            size,
            length,
            extra,
            comment,
            disk,
            _in,
            mode,
            offset,
        ) = fields
        end = at + _LISTED.size + length
        if mark != _LISTED_MARK or end > len(data):
            raise self._refusal("archive-foreign")
        name = self._decoded(data[at + _LISTED.size : end], flags)
        if flags & 1:
            raise self._refusal("archive-locked")
        if flags & ~_UTF8_NAME or method not in (_STORED, _DEFLATED) or extra or comment or disk or offset != expected:
            raise self._refusal("archive-foreign")
        self._check_name(name)
        self._check_mode(name, mode)
        if method == _STORED and packed != size:
            raise self._refusal("archive-foreign")
        if size > _SMALL and size > packed * self._limits.ratio:
            raise self._refusal("archive-bomb", name=name)
        return Entry(name, size, packed, crc, method == _DEFLATED, offset + _LOCAL.size + length), end

    def _hold_against(self, entry: Entry, at: int) -> None:
        """Read an entry's own head, which must say what the list says."""
        self._file.seek(at)
        name = entry.name.encode("utf-8")
        head = self._file.read(_LOCAL.size + len(name))
        if len(head) < _LOCAL.size + len(name):
            raise self._refusal("archive-damaged")
        mark, _needs, flags, method, _time, crc, packed, size, length, extra = _LOCAL.unpack_from(head)
        same = (mark, method, crc, packed, size, length, extra) == (
            *(_LOCAL_MARK, _DEFLATED if entry.deflated else _STORED, entry.crc, entry.packed, entry.size),
            *(len(name), 0),
        )
        if not same or flags & ~_UTF8_NAME or head[_LOCAL.size :] != name:
            raise self._refusal("archive-foreign")

    def _decoded(self, written: bytes, flags: int) -> str:
        try:
            return written.decode("utf-8" if flags & _UTF8_NAME else "ascii")
        except UnicodeDecodeError as error:
            raise self._refusal("archive-name-unsafe", name=ascii(written)[2:-1]) from error

    def _check_name(self, name: str) -> None:
        found = path_problem(name, self._limits.longest, self._limits.deepest)
        if found:
            raise self._refusal(_CODES[found], name=_seen(name))

    def _check_mode(self, name: str, mode: int) -> None:
        kind = stat.S_IFMT(mode >> 16)
        if stat.S_ISLNK(kind):
            raise self._refusal("archive-link", name=name)
        if kind not in (0, stat.S_IFREG) or mode & _DOS_NOT_A_FILE:
            raise self._refusal("archive-special", name=name)

    def _check_together(self, entries: list[Entry]) -> None:
        if sum(entry.size for entry in entries) > self._limits.size:
            raise self._refusal("archive-too-large", limit=self._limits.size)
        met: dict[str, str] = {}
        for entry in entries:
            point = meeting_point(entry.name)
            if point in met:
                raise self._refusal("archive-names-meet", name=entry.name, other=met[point])
            met[point] = entry.name
        for point, name in met.items():
            parts = point.split("/")
            for length in range(1, len(parts)):
                other = met.get("/".join(parts[:length]))
                if other is not None:
                    raise self._refusal("archive-names-meet", name=name, other=other)

    def _refusal(self, code: str, **values: object) -> KursappError:
        return refusal(code, file=self._name, **values)


def _seen(name: str) -> str:
    """Return a name with what cannot be seen in it written out, and not too much of it."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in name[:120])
