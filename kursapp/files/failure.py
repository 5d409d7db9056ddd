"""What the operating system says about a file that could not be written or read, as an error a person can act on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kursapp.domain.problem import KursappError, refusal

NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""Error numbers that mean the disk, the quota or the file system's limit is reached."""

NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""Error numbers that mean the folder cannot be written to by this person."""


def write_failure(error: OSError, path: Path) -> KursappError:
    """Name why ``path`` could not be written: ``disk-full``, ``folder-unwritable`` or ``file-not-written``."""
    names = {"file": path.name, "folder": path.parent}
    if error.errno in NO_ROOM:
        return refusal("disk-full", **names)
    if error.errno in NOT_ALLOWED:
        return refusal("folder-unwritable", **names)
    return refusal("file-not-written", **names, reason=reason(error))


def read_failure(error: OSError, path: Path) -> KursappError:
    """Name why ``path`` could not be read: ``file-not-read``."""
    return refusal("file-not-read", file=path.name, folder=path.parent, reason=reason(error))


def reason(error: OSError) -> str:
    """Return the system's own words for an error, or its name where it has none."""
    return error.strerror or (os.strerror(error.errno) if error.errno else type(error).__name__)
