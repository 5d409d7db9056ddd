"""What an author does while the power goes: texts are saved, and several files are changed together."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from kursapp.domain.restructuring import FileChange, Restructuring
from kursapp.services.clock import SystemClock
from kursapp.services.draft import Draft
from kursapp.services.restructure import Structure
from kursapp.worker import Worker

FILE, NEW_FILE = "dag-1/økt.md", "dag-2/ny/økt.md"
COVER = b"# Kurs\n"
_SMALL, _MOVED = b"# En side\n", b"# En side, flyttet\n" * 400

VERSIONS: tuple[dict[str, bytes], ...] = (
    {"kurs.md": COVER, FILE: _SMALL},
    {"kurs.md": COVER * 2, NEW_FILE: _MOVED},
    {"kurs.md": COVER * 3, NEW_FILE: _MOVED, "dag-3/sist.md": _SMALL},
)
"""A course before, after a session was moved to a new folder, and after another was made."""


def lay_out(folder: Path) -> None:
    """Put a course in the folder, as it is before anything is done to it."""
    for name, data in VERSIONS[0].items():
        path = folder / "kurs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "hjem").mkdir()


def save_texts(folder: Path, number: int, _run: str) -> int:
    """Save a text over and over, and a new one in a folder that is made for it."""
    draft = _draft(folder)
    digests = {FILE: draft.read(FILE).digest, NEW_FILE: ""}
    for step in range(1, number + 1):
        for file in digests:
            digests[file] = draft.save(file, _text(step), digests[file]).digest
            _acknowledge(f"{step} {file}")
    return 0


def restructure(folder: Path, _number: int, _run: str) -> int:
    """Change several files together, and again, and take the last back."""
    structure = _structure(folder)
    for step, (before, after) in enumerate(pairwise(VERSIONS), start=1):
        files = sorted({*before, *after})
        changes = tuple(FileChange(file, before.get(file), after.get(file)) for file in files)
        structure.apply(Restructuring("move-session", "Økt", changes))
        _acknowledge(f"{step}")
    structure.undo()
    _acknowledge(f"{len(VERSIONS)}")
    return 0


def check_texts(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """Each text is the one acknowledged last, or the next; the earlier versions of it can be read."""
    wrong = []
    for file, first in ((FILE, _SMALL), (NEW_FILE, None)):
        steps = [int(line.split()[1]) for line in said if line.endswith(f" {file}")]
        path = folder / "kurs" / file
        found = path.read_bytes() if path.exists() else None
        texts = [first, *(_text(step).encode() for step in range(1, max(steps, default=0) + 2))]
        if found not in texts[max(steps, default=0) :]:
            wrong.append(f"{file} is not as it was acknowledged at step {max(steps, default=0)}.")
    draft = _draft(folder)
    for head in draft.snapshots():
        if draft.snapshot_text(head.id).encode() not in (_SMALL, *(_text(step).encode() for step in range(1, 99))):
            wrong.append("An earlier version is half.")
    return wrong


def check_structure(folder: Path, said: Sequence[str]) -> Sequence[str]:
    """After the next start all files are as in one version: the one acknowledged last, or the next."""
    _structure(folder).recover()
    root = folder / "kurs"
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    course = [*VERSIONS, VERSIONS[-2]]
    done = len(said)
    if found in course[done : done + 2]:
        return []
    return [f"The course is neither version {done} nor {done + 1}: {', '.join(found)}."]


def _draft(folder: Path) -> Draft:
    return Draft("kurs", folder / "kurs", folder / "hjem", SystemClock(), Worker())


def _structure(folder: Path) -> Structure:
    return Structure(folder / "kurs", folder / "hjem", Worker(), SystemClock(), lambda file, data: None)


def _text(step: int) -> str:
    return f"# Tekst {step}\n" * (200 + step)


def _acknowledge(words: str) -> None:
    os.write(sys.stdout.fileno(), f"ACK {words}\n".encode())
