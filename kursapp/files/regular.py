"""Opening a file that somebody points at: only if it is one. A pipe or a device might never come to an end."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kursapp.domain.problem import KursappError
from kursapp.files.failure import read_failure

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@contextlib.contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read. Raises KursappError ``file-not-read``, also for reading that fails inside."""
    try:
        # Without waiting: opening a pipe that nobody writes to would.
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - the descriptor is already open
            kind = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(kind):
                number = errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL
                raise OSError(number, os.strerror(number))
            yield file
    except KursappError:
        raise
    except OSError as error:
        raise read_failure(error, path) from error
