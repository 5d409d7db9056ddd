"""Is a folder on a network drive? Databases there lose data: locks and syncs do not reach the disk."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

NETWORK_SYSTEMS = frozenset(
    {
        "afs", "afp", "acfs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2", "glusterfs", "gpfs", "lustre",
        "ncp", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb2", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
"""Names the system gives file systems that are reached over a network. (9p and virtiofs are a machine's own disk, seen
from a virtual machine or a container on it.)"""

NETWORK_PROGRAMS = frozenset(
    {"sshfs", "rclone", "davfs", "davfs2", "s3fs", "gcsfuse", "gvfsd-fuse", "curlftpfs", "smbnetfs"}
)
"""FUSE programs (``fuse.NAME``) that fetch over a network."""

DRIVE_REMOTE = 4
"""``GetDriveTypeW``: a network drive."""

MNT_LOCAL = 0x1000
"""macOS ``statfs.f_flags``: the file system is stored on this machine."""

_MAC_FLAGS_OFFSET = 64


def on_network(folder: Path) -> bool:
    """Say whether a folder, or where it will be made, is on a network drive. Not knowing counts as local."""
    place = nearest(folder)
    try:
        if sys.platform == "win32":
            import ctypes

            return windows_is_remote(str(place), ctypes.windll.kernel32.GetDriveTypeW)
        if sys.platform == "darwin":
            return mac_is_remote(_mac_statfs(place))
        return linux_is_remote(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"), place)
    except (OSError, AttributeError, UnicodeError):
        return False


def nearest(folder: Path) -> Path:
    """Return the folder itself with links followed, or its closest parent that exists."""
    place = folder.resolve()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def linux_is_remote(mountinfo: str, place: Path) -> bool:
    """Look ``place`` (absolute, links followed) up in the text of ``/proc/self/mountinfo``."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        columns = before.split()
        if not separator or len(columns) < 5:
            continue
        mounted = _unescape(columns[4])
        # The last line of one mount point hides the earlier ones.
        if len(mounted) >= len(best) and place.is_relative_to(mounted):
            best, kind = mounted, after.split()[0]
    family, _, program = kind.partition(".")
    return kind in NETWORK_SYSTEMS or (family == "fuse" and program in NETWORK_PROGRAMS)


def windows_is_remote(place: str, drive_type: Callable[[str], int]) -> bool:
    r"""Ask Windows about the drive of an absolute path; ``\\server\share`` is remote without asking."""
    drive = PureWindowsPath(place).drive
    if drive.startswith("\\\\?\\") and not drive.upper().startswith("\\\\?\\UNC\\"):
        drive = drive[4:]
    return drive.startswith("\\\\") or (bool(drive) and drive_type(drive + "\\") == DRIVE_REMOTE)


def mac_is_remote(statfs: bytes) -> bool:
    """Read the flags out of macOS's ``struct statfs`` (64-bit inodes, as every supported version has)."""
    flags = int.from_bytes(statfs[_MAC_FLAGS_OFFSET : _MAC_FLAGS_OFFSET + 4], sys.byteorder)
    return not flags & MNT_LOCAL


def _mac_statfs(place: Path) -> bytes:
    # Asked at the very start: elsewhere nothing is loaded for it.
    import ctypes
    import ctypes.util

    system = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    # On Intel the plain name is the old structure with 32-bit inodes.
    statfs = getattr(system, "statfs$INODE64", None) or system.statfs
    buffer = ctypes.create_string_buffer(4096)
    if statfs(os.fsencode(place), buffer) != 0:
        raise OSError(ctypes.get_errno(), "statfs")
    return buffer.raw


def _unescape(column: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), column)
