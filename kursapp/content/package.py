"""The course package ``.kurs``: a course folder in one file, with a list of what it must hold (course-format §8)."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec

from kursapp.content.folder import DEEPEST_PATH, LARGEST_COURSE, LONGEST_PATH, MOST_FILES, Listing, is_markdown
from kursapp.content.media import media_kind
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.versions import is_version
from kursapp.files.archive import Archive, Limits, open_archive, write_archive
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.portable_names import is_safe_name, meeting_point, path_problem
from kursapp.files.writing import write_bytes

SUFFIX = ".kurs"
FORMAT = 1
MANIFEST = "kurspakke.json"
KEPT = ".kurspakke.json"
"""What the manifest is called in an installed course's folder: hidden, so that it is no file of the course."""

INSIDE = "kurs/"
"""Where in the package the course is: it may have a file called as the manifest too."""

LONGEST_NOTE = 2_000
LONGEST_ID = 60
LONGEST_TITLE = 300
_MANIFEST_BYTES = 2_000_000
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LIMITS = Limits(
    files=MOST_FILES + 1,
    size=LARGEST_COURSE + _MANIFEST_BYTES,
    longest=LONGEST_PATH + len(INSIDE),
    deepest=DEEPEST_PATH + 1,
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself. ``files``: the SHA-256 of each file of the course, in hexadecimal digits."""

    id: str
    version: str
    title: str
    note: str = ""
    files: dict[str, str] = field(default_factory=dict)


class _Stored(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    id: str
    version: str
    title: str
    note: str
    files: dict[str, str]


class _AnyFormat(msgspec.Struct):
    format: int


def package_id_problem(course_id: str) -> str:
    """Return why a course of this id cannot be packed, as a code; empty where it can. It becomes a folder's name."""
    fits = _ID.fullmatch(course_id) and is_safe_name(course_id) and len(course_id) <= LONGEST_ID
    return "" if fits else "package-id-unsafe"


def is_course_file(path: str) -> bool:
    """Say whether a file may be part of a package: Markdown, images, sound and film."""
    return is_markdown(path) or bool(media_kind(path))


def check_names(files: Iterable[str]) -> None:
    """Refuse names that some system reads as another. Raises ``package-name-unsafe``, ``package-names-meet``."""
    met: dict[str, str] = {}
    for name in files:
        if path_problem(name, LONGEST_PATH, DEEPEST_PATH):
            raise refusal("package-name-unsafe", name=name)
        other = met.setdefault(meeting_point(name), name)
        if other != name:
            raise refusal("package-names-meet", name=name, other=other)


def write_package(listing: Listing, files: Iterable[str], about: Manifest, target: BinaryIO) -> Manifest:
    """Write a package with some of a folder's files, and return what it says of itself.

    Every file is read once, so what the manifest says of it is what the package holds. Raises ``file-not-read``.
    """
    digests: dict[str, str] = {}
    write_archive(target, _entries(listing, sorted(files), about, digests))
    return _with_files(about, digests)


def file_digests(listing: Listing, files: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of some of a folder's files, by name. Raises ``file-not-read``."""
    return {name: _digest(_read(listing, name)) for name in sorted(files)}


def unpack(path: Path, folder: Path) -> Manifest:
    """Write a package's course into ``folder``, a temporary and empty one, and return what the package says of itself.

    Everything that can be seen without reading the files has been checked before the first is written, and each file
    is held against its digest as it is written. Whoever calls throws the folder away where this raises KursappError:
    ``archive-…`` (``files.archive``), ``package-…``, ``file-not-read``, and as ``files.writing`` does.
    """
    with open_archive(path, _LIMITS) as archive:
        about = _read_manifest(path.name, archive)
        for name, digest in about.files.items():
            _unpack_file(archive, name, digest, folder, path.name)
        return about


def keep_manifest(folder: Path, about: Manifest) -> None:
    """Keep what a package said of itself with the course that came in it. Raises KursappError as ``files.writing``."""
    write_bytes(folder / KEPT, _encoded(about))


def kept_manifest(folder: Path) -> Manifest | None:
    """Return what the package said that a course came in; None where it came in none, or what is kept is damaged."""
    path = folder / KEPT
    with contextlib.suppress(OSError, KursappError):
        if path.stat().st_size <= _MANIFEST_BYTES:
            return _decoded(KEPT, path.read_bytes())
    return None


def _entries(
    listing: Listing, files: Iterable[str], about: Manifest, digests: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    for name in files:
        data = _read(listing, name)
        digests[name] = _digest(data)
        yield INSIDE + name, data
    # It stands last, as its name sorts after the folder's: by then every digest is known.
    yield MANIFEST, _encoded(_with_files(about, digests))


def _with_files(about: Manifest, digests: dict[str, str]) -> Manifest:
    return Manifest(about.id, about.version, about.title, about.note, dict(digests))


def _read(listing: Listing, name: str) -> bytes:
    try:
        return listing.read(name, LARGEST_COURSE)
    except OSError as error:
        raise read_failure(error, listing.path(name)) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _encoded(about: Manifest) -> bytes:
    stored = _Stored(FORMAT, about.id, about.version, about.title, about.note, about.files)
    return msgspec.json.format(msgspec.json.encode(stored, order="sorted"), indent=2) + b"\n"


def _read_manifest(file: str, archive: Archive) -> Manifest:
    """Read the manifest and hold it against the entries. Nothing is written yet."""
    entry = archive.entries.get(MANIFEST)
    if entry is None:
        raise refusal("package-without-manifest", file=file)
    if entry.size > _MANIFEST_BYTES:
        raise refusal("package-manifest-damaged", file=file)
    data = archive.read(MANIFEST)
    about = _decoded(file, data)
    # A text that says the same thing twice, or says it in another way, could be read in two ways.
    if _encoded(about) != data or not _is_sound(about):
        raise refusal("package-manifest-damaged", file=file)
    _check_files(file, about, archive)
    return about


def _decoded(file: str, data: bytes) -> Manifest:
    try:
        written = msgspec.json.decode(data, type=_AnyFormat).format
        if written > FORMAT:
            raise refusal("package-newer", file=file)
        stored = msgspec.json.decode(data, type=_Stored)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise refusal("package-manifest-damaged", file=file) from error
    return Manifest(stored.id, stored.version, stored.title, stored.note, stored.files)


def _is_sound(about: Manifest) -> bool:
    return (
        not package_id_problem(about.id)
        and is_version(about.version)
        and len(about.title) <= LONGEST_TITLE
        and len(about.note) <= LONGEST_NOTE
        and all(map(_DIGEST.fullmatch, about.files.values()))
    )


def _check_files(file: str, about: Manifest, archive: Archive) -> None:
    """Refuse a package that holds more or less than it says, or files of another kind than a course has."""
    held = {name for name in archive.entries if name != MANIFEST}
    said = {INSIDE + name for name in about.files}
    for name in sorted(held ^ said):
        raise refusal("package-files-differ", file=file, name=name)
    for name in about.files:
        if not is_course_file(name):
            raise refusal("package-file-kind", file=file, name=name)


def _unpack_file(archive: Archive, name: str, digest: str, folder: Path, file: str) -> None:
    target = folder / name
    reckoning = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as written:
            for piece in archive.pieces(INSIDE + name):
                reckoning.update(piece)
                written.write(piece)
    except OSError as error:
        raise write_failure(error, target) from error
    if reckoning.hexdigest() != digest:
        raise refusal("package-file-changed", file=file, name=name)
