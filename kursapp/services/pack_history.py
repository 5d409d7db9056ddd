"""What was packed of a draft, kept with the instructor's own data: so that «changed since 1.2.0» can be told."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from kursapp.domain.packing import PackedBefore
from kursapp.files.folder import make_private_folder
from kursapp.files.writing import write_bytes

FILE = "packed.json"
MOST = 200
"""Packages remembered; beyond these the oldest are forgotten."""


class PackHistory:
    """The packages made of one draft, in a file in the draft's folder of the instructor's data."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def all(self) -> tuple[PackedBefore, ...]:
        """Return what was packed, the newest last."""
        # A list that is lost or spoilt costs a comparison with what was packed, and must cost nothing else.
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[PackedBefore, ...])
        return ()

    def add(self, packed: PackedBefore) -> None:
        """Remember a package that was made. Raises KursappError as ``files.writing``."""
        make_private_folder(self._path.parent)
        kept = (*self.all(), packed)[-MOST:]
        write_bytes(self._path, msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
