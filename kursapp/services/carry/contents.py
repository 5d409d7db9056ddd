"""What lies in a ``.flytt`` file: a list of contents, then the files, one after another, in a parcel."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.portable_names import is_safe_name
from kursapp.files.regular import open_regular
from kursapp.files.writing import replacing
from kursapp.storage.profiles import LONGEST_NAME
from kursapp.vault.parcels import PIECE, Parcel, lock_parcel, parcel_size, read_parcel
from kursapp.vault.passphrases import STRONG, Cost

SUFFIX = ".flytt"
FORMAT = 2
"""The newest there is. Files that hold no key file are of format 1, which older programs read."""

DATABASE = "profil.db"
KEY_FILE = "nokkel.json"
"""The key file of a profile under a passphrase, which travels locked as it is."""

MOST_COURSES = 1000
_LIST_BYTES = 4
_LONGEST_LIST = 1024 * 1024
_PACKAGE = re.compile(r"kurs/[1-9][0-9]{0,3}\.kurs")
_PROFILE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")

_Moment = Annotated[datetime, msgspec.Meta(tz=True)]
_Size = Annotated[int, msgspec.Meta(ge=0)]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Part of the list: what is not in its shape is refused."""


class CarriedProfile(_Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The profile's card."""

    id: str
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
    created_at: _Moment
    used_at: _Moment


class CarriedCourse(_Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A course she has begun, or a package that travels along: ``file`` is then its name among the files."""

    id: str
    version: str
    title: str
    file: str = ""


class CarriedFile(_Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file, in the order they lie in."""

    name: str
    size: _Size


class Contents(_Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The list of contents. ``schema`` is the version of the profile's database."""

    format: int = 1
    made_at: _Moment
    program: str
    profile: CarriedProfile
    schema: Annotated[int, msgspec.Meta(ge=1)]
    courses: Annotated[tuple[CarriedCourse, ...], msgspec.Meta(max_length=MOST_COURSES)]
    files: Annotated[tuple[CarriedFile, ...], msgspec.Meta(min_length=1, max_length=MOST_COURSES + 2)]

    @property
    def is_locked(self) -> bool:
        """Say whether the profile is under a passphrase of its own."""
        return self.format > 1


class _AnyFormat(msgspec.Struct):
    format: int


def carried_files(files: Sequence[tuple[str, Path]]) -> tuple[CarriedFile, ...]:
    """List files by the names they travel under. Raises ``file-not-read``."""
    return tuple(CarriedFile(name=name, size=_size(path)) for name, path in files)


def write_flytt(
    target: Path,
    contents: Contents,
    files: Sequence[tuple[str, Path]],
    passphrase: str,
    watch: Watch,
    cost: Cost = STRONG,
) -> int:
    """Write the file, read it back as it will be read elsewhere, and only then give it its name; return its size.

    ``files`` are those the list names, in its order. Raises KursappError: ``carry-cancelled``, ``file-not-read``, and
    as ``files.writing`` names what the disk says. Nothing half is left.
    """
    listed = msgspec.json.encode(contents)
    length = _LIST_BYTES + len(listed) + sum(file.size for file in contents.files)
    following = _Following(watch, 2 * length)
    try:
        with replacing(target) as temporary:
            temporary.touch(mode=0o600)
            with temporary.open("wb") as out:
                lock_parcel(following.through(_parts(listed, files)), length, out, passphrase, cost)
            _read_back(temporary, passphrase, following)
    except ValueError as error:
        raise refusal("file-not-read", file=DATABASE, folder=target.parent, reason=str(error)) from error
    return parcel_size(length)


def read_flytt(path: Path, passphrase: str, folder: Path, newest_schema: int, watch: Watch) -> Contents:
    """Write the files into ``folder``, an empty one, and return the list. Whoever calls throws the folder away
    where this raises.

    Raises KursappError: as ``vault.parcels``, ``parcel-newer`` where a newer program made it, ``carry-cancelled``,
    ``file-not-read``, and as ``files.writing`` names what the disk says.
    """
    with _opened(path) as (file, parcel):
        following = _Following(watch, parcel.length)
        taking = _Taking(path.name, following.through(_pieces(path, parcel, file, passphrase)))
        contents = taking.contents(newest_schema, parcel.length)
        for each in contents.files:
            _write(taking, each, folder)
        taking.end()
    return contents


class _Following:
    """Tells how far the work is, and stops it."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._total, self._done = watch, total, 0

    def through(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """Give the parts on. Raises ``carry-cancelled`` where the work is to stop."""
        for part in parts:
            if self._watch.cancelled():
                raise refusal("carry-cancelled")
            yield part
            self._done += len(part)
            self._watch.progress(min(self._done, self._total), self._total)


class _Taking:
    """Takes what is asked for from pieces of any size."""

    def __init__(self, name: str, pieces: Iterator[bytes]) -> None:
        self._name, self._pieces = name, pieces
        self._waiting = b""

    def contents(self, newest_schema: int, length: int) -> Contents:
        """Read the list, which must account for every byte."""
        size = int.from_bytes(self._exactly(_LIST_BYTES), "big")
        if size > _LONGEST_LIST:
            raise self._damaged()
        contents = self._decoded(self._exactly(size))
        if contents.schema > newest_schema:
            raise refusal("parcel-newer", file=self._name)
        if _LIST_BYTES + size + sum(file.size for file in contents.files) != length or not _is_sound(contents):
            raise self._damaged()
        return contents

    def parts(self, size: int) -> Iterator[bytes]:
        """Give the next ``size`` bytes, in pieces."""
        while size:
            if not self._waiting:
                self._waiting = next(self._pieces, b"")
                if not self._waiting:
                    raise self._damaged()
            part, self._waiting = self._waiting[:size], self._waiting[size:]
            size -= len(part)
            yield part

    def end(self) -> None:
        """Read to the end: only the last piece says that it was the last."""
        if self._waiting or any(self._pieces):
            raise self._damaged()

    def _exactly(self, size: int) -> bytes:
        return b"".join(self.parts(size))

    def _decoded(self, listed: bytes) -> Contents:
        try:
            if msgspec.json.decode(listed, type=_AnyFormat).format > FORMAT:
                raise refusal("parcel-newer", file=self._name)
            return msgspec.json.decode(listed, type=Contents)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise self._damaged() from error

    def _damaged(self) -> KursappError:
        return refusal("parcel-damaged", file=self._name)


def _is_sound(contents: Contents) -> bool:
    """Say whether every name is one this program gives: they become files and folders."""
    names = [file.name for file in contents.files]
    packages = [course.file for course in contents.courses if course.file]
    is_profile = _PROFILE_ID.fullmatch(contents.profile.id) and is_safe_name(contents.profile.id)
    is_named = contents.profile.name == " ".join(contents.profile.name.split())
    return bool(is_profile and is_named and all(map(_PACKAGE.fullmatch, packages))) and names == [
        DATABASE,
        *([KEY_FILE] if contents.is_locked else []),
        *packages,
    ]


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, Parcel]]:
    with open_regular(path) as file:
        yield file, read_parcel(file, path.name, _size(path))


def _pieces(path: Path, parcel: Parcel, file: BinaryIO, passphrase: str) -> Iterator[bytes]:
    """Open a parcel by the passphrase as typed, or in small letters: words on paper are read aloud and copied."""
    tries = list(dict.fromkeys((passphrase, passphrase.lower())))
    try:
        yield from _opened_by(parcel, file, tries)
    except OSError as error:
        raise read_failure(error, path) from error


def _opened_by(parcel: Parcel, file: BinaryIO, tries: list[str]) -> Iterator[bytes]:
    while True:
        try:
            return parcel.pieces(file, tries.pop(0))
        except KursappError:
            if not tries:
                raise


def _parts(listed: bytes, files: Sequence[tuple[str, Path]]) -> Iterator[bytes]:
    yield len(listed).to_bytes(_LIST_BYTES, "big") + listed
    for _name, path in files:
        try:
            with path.open("rb") as file:
                while part := file.read(PIECE):
                    yield part
        except OSError as error:
            raise read_failure(error, path) from error


def _read_back(path: Path, passphrase: str, following: _Following) -> None:
    with _opened(path) as (file, parcel):
        for _piece in following.through(_pieces(path, parcel, file, passphrase)):
            pass


def _write(taking: _Taking, file: CarriedFile, folder: Path) -> None:
    path = folder / file.name
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        with path.open("wb") as out:
            for part in taking.parts(file.size):
                out.write(part)
    except OSError as error:
        raise write_failure(error, path) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise read_failure(error, path) from error
