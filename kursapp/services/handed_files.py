"""What a file that came from somebody else is, by its outside: nothing is unlocked, joined or taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.files.regular import open_regular

LONGEST = 4 * 1024 * 1024
"""Bytes of the largest kind that is read whole, a cohort file."""


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file of one of the program's own kinds: ``kind`` is its ending without the dot, ``values`` what it says."""

    kind: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def is_handed(path: Path) -> bool:
    """Say whether a path is meant as one of these files, by its name."""
    return path.suffix.lower() in _LOOKING and not path.is_dir()


def look_at(path: Path) -> HandedFile:
    """Look at a file and say what it is.

    Raises KursappError where it is not what its name says, or damaged where that can be seen without a key:
    ``file-not-read``, ``cohort-file-…``, ``answer-file-…``, ``progress-file-…``, ``parcel-…``, ``key-file-…``.
    """
    kind = path.suffix.lower()
    return HandedFile(kind.lstrip("."), _LOOKING[kind](path))


def _cohort(path: Path) -> dict[str, str | int]:
    from kursapp.delivery.cohort_file import read
    from kursapp.delivery.kullmerke import mark

    cohort, data = read(path)
    course = f"{cohort.course_title} {cohort.course_version}".strip()
    days = {"starts": cohort.starts.isoformat(), "ends": cohort.ends.isoformat()}
    return {"name": cohort.name, "course": course, "mark": mark(data), "forms": len(cohort.forms), **days}


def _answers(path: Path) -> dict[str, str | int]:
    from kursapp.delivery.answer_file import header

    return {"cohort": header(_bytes(path)).cohort_id}


def _progress(path: Path) -> dict[str, str | int]:
    from kursapp.delivery.progress_file import header

    return {"cohort": header(_bytes(path)).cohort_id}


def _parcel(path: Path) -> dict[str, str | int]:
    from kursapp.vault.parcels import read_parcel

    with open_regular(path) as file:
        return {"size": read_parcel(file, path.name, path.stat().st_size).length}


def _keys(path: Path) -> dict[str, str | int]:
    from kursapp.vault.stored import NokkelStored, read_stored

    read_stored(_bytes(path), NokkelStored, "key-file", path.name, str(path.parent))
    return {}


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise refusal("file-not-ours", file=path.name)
    return data


_LOOKING: Mapping[str, Callable[[Path], dict[str, str | int]]] = {
    ".kull": _cohort,
    ".svar": _answers,
    ".fremdrift": _progress,
    ".flytt": _parcel,
    ".nokkel": _keys,
}
