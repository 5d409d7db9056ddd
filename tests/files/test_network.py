"""Network drives are told from the machine's own disks on the three systems."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kursapp.files.network import linux_is_remote, mac_is_remote, nearest, on_network, windows_is_remote

MOUNTINFO = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home/kari/felles rw - nfs4 server:/felles rw
41 22 0:36 / /mnt/min\040disk rw - cifs //server/x rw
42 22 0:37 / /home/kari/sky rw - fuse.rclone remote: rw
43 22 0:38 / /media/minnepinne rw - fuse.ntfs-3g /dev/sdb1 rw
44 22 0:39 / /mnt/over rw - nfs server:/gammel rw
45 22 0:40 / /mnt/over rw - ext4 /dev/sdc rw
odd line
"""


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/home/kari", False),
        ("/home/kari/felles", True),
        ("/home/kari/felles/kurs/data", True),
        ("/home/kari/fellesskap", False),
        ("/mnt/min disk/data", True),
        ("/home/kari/sky/data", True),
        ("/media/minnepinne/data", False),
        ("/mnt/over/data", False),
    ],
)
def test_linux_reads_the_mounts(place: str, remote: bool) -> None:
    """The closest mount point decides, the last of equal ones; names with spaces are unescaped."""
    assert linux_is_remote(MOUNTINFO, Path(place)) is remote


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        (r"C:\Users\Kari\AppData\Local\Kursapp", False),
        (r"H:\Kursapp", True),
        (r"\\server\felles\Kursapp", True),
        (r"\\?\UNC\server\felles\Kursapp", True),
        (r"\\?\C:\Users\Kari", False),
        (r"\\?\H:\Kursapp", True),
    ],
)
def test_windows_asks_about_the_drive(place: str, remote: bool) -> None:
    r"""A mapped drive is what Windows says it is, and ``\\server\share`` is always a network drive."""
    assert windows_is_remote(place, lambda root: 4 if root == "H:\\" else 3) is remote


@pytest.mark.parametrize(("flags", "remote"), [(0x1000 | 0x4000, False), (0x4000, True)])
def test_macos_reads_the_local_flag(flags: int, remote: bool) -> None:
    """``MNT_LOCAL`` in ``statfs.f_flags`` decides; the fields before it are those of 64-bit inodes."""
    before = struct.pack("=IiQQQQQiiII", 4096, 4096, 1, 1, 1, 1, 1, 7, 7, 501, 26)
    assert mac_is_remote(before + struct.pack("=II", flags, 0) + b"apfs".ljust(16, b"\0")) is remote


def test_a_folder_that_is_not_there_yet_is_judged_by_its_parent(tmp_path: Path) -> None:
    """The nearest existing parent stands for it, and the tests' own disk is local."""
    assert nearest(tmp_path / "a" / "b") == tmp_path.resolve()
    assert on_network(tmp_path / "a" / "b") is False
