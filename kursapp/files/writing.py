"""Whole files, written so that a crash, a full disk or a power cut leaves either the old file or the new one.

A file is written to a temporary one beside it, synced, renamed over the old one, and its folder synced. When a function
here returns, the file is on the disk.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.files.failure import write_failure

SUFFIX = ".kursapp-tmp"
"""The ending of temporary files, so that left-over ones can be told from anything else in the folder."""

LEFT_OVER_AFTER = 3600
"""Seconds after which a temporary file belongs to nobody: its writer was killed."""

_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to rename on Windows, where virus scanners hold new files open for a moment."""


_SHOWN = 40
"""Letters of a file's name that its temporary file bears."""

_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS})
"""Error numbers of file systems (shares, some sticks) that cannot be told to write a folder's names out."""

PRIVATE = 0o600
SHARED = 0o666
"""Permissions of a new file before the person's umask: her own things are private, a course is like any document."""


def write_bytes(path: Path, data: bytes, mode: int = PRIVATE, *, durable: bool = True) -> None:
    """Write ``data`` as the whole of ``path``, durably. Raises KursappError as ``failure.write_failure`` names it.

    Without ``durable`` the disk is not waited for, and a power cut may leave the file damaged: only for what carries a
    checksum and can be made again.
    """
    with replacing(path, durable=durable) as temporary:
        make_file(temporary, data, mode)


def write_new(path: Path, data: bytes, mode: int = PRIVATE) -> bool:
    """Write ``path`` where nothing has its name, durably, and say so. Raises KursappError as ``write_bytes``."""
    try:
        with replacing(path, overwrite=False) as temporary:
            make_file(temporary, data, mode)
    except FileExistsError:
        return False
    return True


def make_file(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Make a file that is not there yet. What it holds is not on the disk before ``sync_file``. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123 - the descriptor is already open
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


def write_text(path: Path, text: str) -> None:
    """Write ``text`` as the whole of ``path`` in UTF-8 with line feeds, durably."""
    write_bytes(path, text.encode("utf-8"))


@contextlib.contextmanager
def replacing(path: Path, *, overwrite: bool = True, durable: bool = True) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; at the end it is synced (``durable``) and becomes ``path``.

    Nothing is left behind when the body fails. With ``overwrite=False`` a file that is there already stays, and
    FileExistsError tells so. Errors of the file system come as KursappError (``failure.write_failure``), and one of the
    body's own that tells of the temporary file tells of ``path``.
    """
    # A name may fill what a file system takes; the temporary one must not be longer.
    temporary = path.with_name(f".{path.name[:_SHOWN]}.{secrets.token_hex(4)}{SUFFIX}")
    try:
        yield temporary
        if durable:
            sync_file(temporary)
        _rename(temporary, path) if overwrite else _rename_new(temporary, path)
        if durable:
            sync_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise write_failure(error, path) from error
    except KursappError as error:
        if temporary.name not in dict(error.problem.values).values():
            raise
        raise _told_of(path, temporary, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _told_of(path: Path, temporary: Path, error: KursappError) -> KursappError:
    """Return an error that tells of the file somebody knows, and not of the one it was to become."""
    values = tuple((key, path.name if value == temporary.name else value) for key, value in error.problem.values)
    return KursappError(replace(error.problem, values=values))


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk itself, past every cache."""
    # Windows only flushes files that are open for writing.
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _flush(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until a folder's names are on the disk. Windows writes them with the file; some shares cannot be asked."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _flush(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def sync_names(path: Path) -> None:
    """Wait as ``sync_folder`` does. Raises KursappError as ``failure.write_failure`` names it."""
    try:
        sync_folder(path)
    except OSError as error:
        raise write_failure(error, path) from error


def sweep(folder: Path, now: float | None = None) -> tuple[Path, ...]:
    """Remove temporary files that a killed program left in a folder, and return them. Younger ones are in use."""
    limit = (time.time() if now is None else now) - LEFT_OVER_AFTER
    left: list[Path] = []
    removed = []
    with contextlib.suppress(OSError):
        left = sorted(folder.glob(f".*{SUFFIX}*"))
    for path in left:
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < limit:
                path.unlink()
                removed.append(path)
    return tuple(removed)


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # macOS answers fsync before the disk has emptied its own cache.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _rename(temporary: Path, path: Path) -> None:
    for pause in (*_PAUSES, None):
        try:
            temporary.replace(path)
        except PermissionError:
            if pause is None or not _waits_for_scanners():
                raise
            time.sleep(pause)
        else:
            return


def _waits_for_scanners() -> bool:
    return os.name == "nt"


def _rename_new(temporary: Path, path: Path) -> None:
    if sys.platform == "win32":
        temporary.rename(path)
        return
    try:
        # A rename replaces silently; a link never does.
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # File systems without links (exFAT): the check and the rename are two steps there.
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)
