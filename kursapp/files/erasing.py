"""Files written over before they are removed, and what is left of somebody in files looked for byte by byte."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from kursapp.files.writing import SUFFIX

_KEPT = f".gammel{SUFFIX}"
"""How files end that are kept until they can be written over."""

_AT_ONCE = 1024 * 1024
_OVERLAP = 512
"""Bytes looked at twice, where one portion of a file meets the next: more than any mark is long."""


def erase(path: Path) -> bool:
    """Write a file over, remove it, and say whether it is gone; one that was not there is gone.

    Not every disk writes in the same place, so nobody is to be promised more than that the file is removed. A link is
    removed, never what it leads to.
    """
    with contextlib.suppress(OSError):
        if not path.is_symlink() and path.is_file():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            _write_over(path)
    # A file that cannot be written over, for a full disk say, can still be removed.
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    return not os.path.lexists(path)


def erase_folder(folder: Path) -> tuple[int, tuple[Path, ...]]:
    """Erase a folder with everything in it; return how many files are gone, and what would not go.

    A folder that is left is itself such a thing, however empty.
    """
    files = tuple(files_under(folder))
    stubborn = tuple(path for path in files if not erase(path))
    for place, _folders, _files in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(place).rmdir()
    left = (folder,) if not stubborn and os.path.lexists(folder) else ()
    return len(files) - len(stubborn), (*stubborn, *left)


def keep_to_erase(path: Path) -> None:
    """Give a file that is to be replaced a second name, so that its bytes can be written over when the first is gone.

    Where the disk knows no second names, none is given, and the bytes are only let go of.
    """
    kept = path.with_name(f".{path.name}{_KEPT}")
    with contextlib.suppress(OSError):
        kept.unlink(missing_ok=True)
        os.link(path, kept)


def erase_kept(folder: Path) -> None:
    """Erase what was kept in a folder for that."""
    with contextlib.suppress(OSError):
        for kept in list(folder.glob(f".*{_KEPT}")):
            erase_name(kept)


def erase_name(path: Path) -> None:
    """Erase a file, but where it has another name only take this one from it: its bytes are still somebody's."""
    with contextlib.suppress(OSError):
        if path.lstat().st_nlink > 1:
            path.unlink()
        else:
            erase(path)


def files_under(folder: Path) -> Iterator[Path]:
    """Yield everything under a folder that is no folder, in order; nothing where it is not there.

    A folder that goes while it is looked through hides nothing of the others; one that cannot be looked into is
    itself yielded, since nobody knows what is in it.
    """
    found: list[Path] = []

    def unseen(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            found.append(Path(error.filename))

    for place, folders, files in os.walk(folder, onerror=unseen):
        here = Path(place)
        found += [here / name for name in files]
        found += [here / name for name in folders if (here / name).is_symlink()]
    yield from sorted(found)


class Marks:
    """Words that are looked for, as they stand in files and names of files: in UTF-8, and in both kinds of UTF-16."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(word for word in words if word)
        spelt = {word.encode(code) for word in self._words for code in ("utf-8", "utf-16-le", "utf-16-be")}
        self._pattern = re.compile(b"|".join(map(re.escape, sorted(spelt)))) if spelt else None

    def are_in(self, path: Path) -> bool:
        """Say whether one of the words is in the file or its name. Raises OSError where it cannot be read."""
        if any(word in path.name for word in self._words):
            return True
        if self._pattern is None or path.is_symlink():
            return False
        with path.open("rb") as file:
            kept = b""
            while portion := file.read(_AT_ONCE):
                if self._pattern.search(kept + portion):
                    return True
                kept = portion[-_OVERLAP:]
        return False


def _write_over(path: Path) -> None:
    left = path.stat().st_size
    with path.open("r+b", buffering=0) as file:
        while left > 0:
            left -= file.write(bytes(min(left, _AT_ONCE)))
        os.fsync(file.fileno())
