"""Installs a course and is killed at one step after another, as when the power goes; run as a program of its own.

``python -m tests.services.killed_install FOLDER``: writes, for each step it was killed at, the version there is then
and whether all of it is there.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any, cast

from kursapp.content.package import Manifest
from kursapp.services.course_package import COURSE
from kursapp.services.install_course import InstallCourse, Offer, OfferKind

STEPS = ("open", "fsync", "mkdir", "rename", "replace", "rmdir", "unlink", "link")
FILES = {"kurs.md": "forside", "dag-1/svaret.md": "side"}


class Closed:
    """A course that was looked at, and a reader: neither is asked for anything here."""

    def close(self) -> None:
        """Be closed."""

    def open(self, _folder: Path) -> Closed:
        """Be opened."""
        return self


def write(folder: Path, version: str) -> None:
    """Write a course whose every file says which version it is of."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{text} {version}")


def install(root: Path, killed_at: int) -> None:
    """Install version 2, and be gone at a step; beyond the last step, finish."""
    place = root / ".x.kursapp-tmp"
    write(place / COURSE, "2")
    steps = 0

    def counted(name: str) -> Any:
        call = getattr(os, name)

        def step(*words: Any, **more: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == killed_at:
                os._exit(9)
            return call(*words, **more)

        return step

    for name in STEPS:
        setattr(os, name, counted(name))
    offer = Offer(OfferKind.UPDATE, Manifest("kurset", "2", ""), cast(Any, Closed()), place)
    InstallCourse(root).take(offer, cast(Any, Closed()))


def state(root: Path) -> tuple[str, bool]:
    """Return the version there is after the next start, and whether all of it is there."""
    installer = InstallCourse(root)
    installer.tidy()
    (folder,) = installer.folders()
    held = {name: (folder / name).read_text() for name in FILES if (folder / name).exists()}
    return folder.name, held == {name: f"{text} {folder.name}" for name, text in FILES.items()}


def main(root: Path) -> None:
    """Be killed at each step in turn, until it comes through."""
    states, ended = [], 9
    while ended == 9:
        shutil.rmtree(root, ignore_errors=True)
        write(root / "kurset" / "1", "1")
        child = os.fork()
        if not child:
            install(root, len(states) + 1)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        states.append(state(root))
    sys.stdout.write(json.dumps(states))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
