"""Clearing a machine: everything of one profile removed, and then looked for where it might have been left."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.record import Profile
from kursapp.files.erasing import Marks, erase, erase_folder, files_under
from kursapp.files.listed import listed
from kursapp.files.portable_names import is_safe_name
from kursapp.files.writing import SUFFIX, sync_folder
from kursapp.services.carry.pending import MOST_MARKS, Pending, note_path, write_pending
from kursapp.storage.inspection import COPY_PREFIX
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.profiles import ProfileList


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is of a profile on this machine: the number of its files, their bytes, and the backups among them."""

    files: int
    size: int
    backups: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What was done and what was looked through afterwards.

    ``stubborn`` are files that would not go, ``remains`` those in which something of the profile was found, and
    ``unread`` those that could not be looked into.
    """

    erased: int
    looked: int
    size: int
    stubborn: tuple[Path, ...] = ()
    remains: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Say whether nothing is left."""
        return not (self.stubborn or self.remains or self.unread)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where something of a profile may lie: the data folder, the cache, and the system's temporary folder."""

    data: Path
    cache: Path
    temporary: Path

    @classmethod
    def of(cls, data: Path, cache: Path) -> Ground:
        """Return the ground of this machine."""
        return cls(data, cache, Path(tempfile.gettempdir()))

    def files(self) -> Iterator[Path]:
        """Yield every file of the program's own, each once; of the temporary folder only what the program made."""
        yield from files_under(self.data)
        if not self.cache.is_relative_to(self.data):
            yield from files_under(self.cache)
        for folder in listed(self.temporary, "kursapp-*"):
            yield from files_under(folder)


def holdings(profiles: ProfileList, profile: Profile) -> Holdings:
    """Count what there is of a profile."""
    home = profiles.folder / profile.id
    files = tuple(files_under(home))
    sizes = [path.lstat().st_size for path in files if path.exists()]
    return Holdings(len(files), sum(sizes), sum(path.parent != home for path in files))


def begin_clearing(data_folder: Path, profile: Profile, file: ProfileFile) -> Pending:
    """Write down that a profile is to go, and by which marks it would be known; nothing is gone yet.

    Its own file is asked on its own thread. Raises KursappError as ``files.writing``: then nothing goes.
    """
    marks = (profile.id, *sorted(file.everything.own_ids())[: MOST_MARKS - 1])
    pending = Pending(profile.id, profile.name, marks)
    write_pending(data_folder, pending)
    return pending


def finish_clearing(pending: Pending, ground: Ground, watch: Watch) -> Proof:
    """Remove what is to go, look for what is left, and take the note away when everything is gone.

    It may be broken off anywhere and done again. It cannot be called off: she has been asked before. Raises
    KursappError ``file-not-read`` where the disk does not say what there is: then the note stays.
    """
    profiles = ProfileList(ground.data)
    erased, stubborn = _erase_all(_folders(pending, profiles, ground), _files(ground))
    try:
        sync_folder(profiles.folder)
    except FileNotFoundError:
        pass
    except OSError:
        # What is not sure to be gone after a power cut is not gone: the note stays.
        stubborn = (*stubborn, profiles.folder)
    found = _look(Marks(pending.marks), ground, watch)
    proof = Proof(erased, *found[:2], stubborn=stubborn, remains=found[2], unread=found[3])
    if not stubborn:
        erase(note_path(ground.data))
        with contextlib.suppress(OSError):
            sync_folder(ground.data)
    return proof


def _folders(pending: Pending, profiles: ProfileList, ground: Ground) -> Iterator[Path]:
    """Yield the folders to go: the profile's own, and copies of a profile that a killed program left."""
    if is_safe_name(pending.profile_id) and profiles.get(pending.profile_id) is not None:
        yield profiles.folder / pending.profile_id
    for left in listed(profiles.folder, f".*{SUFFIX}"):
        if left.is_dir():
            yield left
    yield from listed(ground.temporary, f"{COPY_PREFIX}*")
    yield ground.data / "log"


def _files(ground: Ground) -> Iterator[Path]:
    """Yield the files to go that lie for themselves: what Hjem shows first, and settings that were set aside."""
    yield ground.data / "start.json"
    yield from listed(ground.data, "settings-skadet-*.json")


def _erase_all(folders: Iterable[Path], files: Iterable[Path]) -> tuple[int, tuple[Path, ...]]:
    erased = 0
    stubborn: list[Path] = []
    for folder in folders:
        gone, left = erase_folder(folder)
        erased += gone
        stubborn += left
    for path in files:
        if path.exists():
            gone = erase(path)
            erased += gone
            stubborn += [] if gone else [path]
    return erased, tuple(stubborn)


def _look(marks: Marks, ground: Ground, watch: Watch) -> tuple[int, int, tuple[Path, ...], tuple[Path, ...]]:
    """Look through every file; return how many and how many bytes, those with remains, and those not read."""
    # A folder is among them only where it could not be looked into.
    files = [path for path in ground.files() if path.is_file() or path.is_dir() if path != note_path(ground.data)]
    size = 0
    remains: list[Path] = []
    unread: list[Path] = []
    for number, path in enumerate(files, 1):
        try:
            if marks.are_in(path):
                remains.append(path)
            size += path.lstat().st_size
        except FileNotFoundError:
            continue
        except OSError:
            unread.append(path)
        watch.progress(number, len(files))
    return len(files) - len(unread), size, tuple(remains), tuple(unread)
