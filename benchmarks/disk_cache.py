"""Forgets what the system keeps in memory of files, so that a program starts as after the machine was switched on."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

CAN_FORGET = hasattr(os, "posix_fadvise")
"""Linux can; it needs no rights. The system's own libraries stay: other programs use them."""


_UNREAD = {"site-packages", "test", "idlelib", "qml", "translations", "typesystems", "include", ".git"}

LIBRARIES = ("PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "msgspec", "platformdirs", "markdown", "nh3")
"""What stands between the start of the program and a page of a course, and weighs anything."""


def forget(places: Iterable[Path] = ()) -> None:
    """Let the system read Python, the libraries and the program from the disk again, and what lies at these places."""
    # What is not on the disk yet cannot be forgotten; the program's byte code has just been made.
    _forget(_files(places), written=True)
    _forget(_everything(), written=False)


def _forget(files: Iterable[str], *, written: bool) -> None:
    for file in files:
        try:
            opened = os.open(file, os.O_RDONLY)
        except OSError:
            continue
        try:
            if written:
                os.fdatasync(opened)
            os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(opened)


@cache
def _everything() -> Sequence[str]:
    project = Path(__file__).resolve().parents[1]
    packages = Path(sysconfig.get_path("platlib"))
    libraries = (packages / name for name in LIBRARIES)
    standard = Path(sysconfig.get_path("stdlib"))
    program = (project / name for name in ("kursapp", "assets", "courses", "benchmarks", "dist/kursapp"))
    return (*_files((Path(sys.executable).resolve(), *libraries, *program, standard)),)


def _files(places: Iterable[Path]) -> Iterator[str]:
    for place in places:
        if place.is_file():
            yield str(place)
        for folder, inner, names in os.walk(place):
            inner[:] = [name for name in inner if name not in _UNREAD]
            yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118 - tens of thousands of names
