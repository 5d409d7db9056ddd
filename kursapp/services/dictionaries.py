"""Where a dictionary for spelling lies on this machine: where systems, LibreOffice and the person keep them.

A dictionary is a pair of files, ``nb_NO.aff`` and ``nb_NO.dic``, in the form of Hunspell. None comes with the program
and none is fetched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NAMES = {
    "nb": ("nb_no", "nb", "no_no", "no"),
    "nn": ("nn_no", "nn"),
    "en": ("en_gb", "en_us", "en"),
}
"""What dictionaries of a course's language are called, the best first."""

DEEPEST = 6
"""Folders below a place that are looked into: extensions of LibreOffice lie in folders of their own."""

MOST_FOLDERS = 2_000
"""Folders looked into in one place, so that a strange one cannot keep the search."""

LARGEST = 64_000_000
"""Bytes a file of a dictionary may hold; the largest known have ten million."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary that was found: the two files of ``folder`` that begin with ``name``."""

    language: str
    folder: Path
    name: str


def usual_places(own: Path, system: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Return where dictionaries are kept, the person's own places first. ``system`` is as ``sys.platform``."""
    named = [Path(part) for part in environment.get("DICPATH", "").split(os.pathsep) if part]
    if system == "win32":
        theirs = [Path(environment[name]) for name in ("APPDATA", "LOCALAPPDATA") if environment.get(name)]
        shared = [
            Path(environment[n]) for n in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432") if n in environment
        ]
        found = [_extensions(folder / "LibreOffice") for folder in theirs]
        found += [folder / "LibreOffice" / "share" / "extensions" for folder in shared]
    elif system == "darwin":
        found = [home / "Library" / "Spelling", Path("/Library/Spelling")]
        found.append(_extensions(home / "Library" / "Application Support" / "LibreOffice"))
        offices = (home / "Applications", Path("/Applications"))
        found += [folder / "LibreOffice.app" / "Contents" / "Resources" / "extensions" for folder in offices]
    else:
        found = [home / ".local" / "share" / "hunspell", _extensions(home / ".config" / "libreoffice")]
        found += [Path("/usr/local/share/hunspell"), Path("/usr/share/hunspell"), Path("/usr/share/myspell")]
        found += [Path("/usr/lib/libreoffice/share/extensions"), Path("/opt/libreoffice/share/extensions")]
    return tuple(dict.fromkeys([own, *named, *found]))


def places_here(own: Path) -> tuple[Path, ...]:
    """Return the usual places of this machine; ``own`` is the folder of the program's own data."""
    return usual_places(own, sys.platform, os.environ, Path.home())


def find_dictionary(language: str, places: Sequence[Path]) -> Dictionary | None:
    """Return the best dictionary of a language (``nb``, ``nn``, ``en``), or None where no place has one.

    The first place that has one is taken, also where a later place has a better one.
    """
    wanted = NAMES.get(language, ())
    for place in places:
        found: dict[str, Dictionary] = {}
        for folder, names in _folders(place):
            for name in names:
                known = name.lower().replace("-", "_")
                if known in wanted:
                    found.setdefault(known, Dictionary(language, folder, name))
        if found:
            return next(found[name] for name in wanted if name in found)
    return None


def _extensions(office: Path) -> Path:
    return office / "4" / "user" / "uno_packages" / "cache" / "uno_packages"


def _folders(place: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield folders with the names of the whole dictionaries in them, nearest first. Links are not followed."""
    waiting, seen = [(place, 0)], 0
    while waiting and seen < MOST_FOLDERS:
        folder, depth = waiting.pop(0)
        seen += 1
        files, below = _entries(folder)
        yield folder, sorted(_whole(folder, files))
        if depth < DEEPEST:
            waiting += [(folder / name, depth + 1) for name in sorted(below)]


def _entries(folder: Path) -> tuple[set[str], list[str]]:
    """Return the names of a folder's files and folders; none where it cannot be read."""
    files, folders = set[str](), list[str]()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                elif entry.is_file():
                    files.add(entry.name)
    except OSError:
        return set(), []
    return files, folders


def _whole(folder: Path, files: Iterable[str]) -> Iterator[str]:
    """Yield the names that have both files, of a size a dictionary can have."""
    names = set(files)
    for file in names:
        name = file.removesuffix(".dic")
        if name != file and f"{name}.aff" in names and all(_fits(folder / f"{name}{end}") for end in (".dic", ".aff")):
            yield name


def _fits(path: Path) -> bool:
    try:
        return 0 < path.stat().st_size <= LARGEST
    except OSError:
        return False
