"""Where hostile files are tried: a folder of its own, with bait outside everything a command may touch."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.hostile.pictures import sound_png

SECRETS = ("hemmelig.md", "hemmelig.svg", "hemmelig.dtd", "hemmelig.png")
BAIT = "agn"


@dataclass(frozen=True, slots=True)
class Ground:
    """One place to try things. ``files`` holds what is tried, ``out`` is where packages may be unpacked."""

    root: Path

    @classmethod
    def made(cls, root: Path) -> Ground:
        """Make one, with its bait."""
        ground = cls(root)
        for folder in (ground.files, ground.out, ground.bait, ground.temporary, ground.data):
            folder.mkdir(parents=True)
        for name in SECRETS:
            (ground.bait / name).write_bytes(sound_png() if name.endswith(".png") else b"HEMMELIG " * 9)
        return ground

    @property
    def files(self) -> Path:
        return self.root / "inn"

    @property
    def out(self) -> Path:
        return self.root / "ut"

    @property
    def bait(self) -> Path:
        return self.root / BAIT

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    def put(self, name: str, data: bytes) -> Path:
        """Write a file to be tried, and return where."""
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def environment(self) -> dict[str, str]:
        """Return the surroundings of a program that is tried here."""
        own = {"KURSAPP_DATA": str(self.data), "HOME": str(self.root), "TMPDIR": str(self.temporary)}
        return {**own, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}

    def listing(self) -> dict[str, str]:
        """Return a mark of everything there is, the program's own data aside."""
        return {
            str(path.relative_to(self.root)): _mark(path)
            for folder, _folders, names in os.walk(self.root)
            for path in (Path(folder) / name for name in [*names, "."])
            if not path.is_relative_to(self.data)
        }


def changed(before: dict[str, str], after: dict[str, str]) -> Iterable[str]:
    """Yield what is another than before, is gone or has come."""
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name, 'ikke der')} → {after.get(name, 'borte')}"


def _mark(path: Path) -> str:
    if path.is_symlink():
        return f"lenke til {path.readlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "mappe"
