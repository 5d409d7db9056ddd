"""The bundle as one ``.tar.gz``: for a system with no package of its own, or to try the program without installing."""

from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

EPOCH = 0


def pack(folder: Path, target: Path, name: str) -> Path:
    """Pack a folder as ``name/…``; equal folders give equal bytes."""
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=EPOCH) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in (folder, *sorted(folder.rglob("*"))):
            archive.add(path, f"{name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=_plain)
    return target


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out whose the file was and when: it tells about the machine it was built on, and nothing else."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = EPOCH
    return entry
