"""Zip files written byte by byte, so that every field of one can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Raw:
    """One entry. ``listed`` and ``local`` are fields said otherwise in the list of entries or before the data."""

    name: bytes
    data: bytes = b"x"
    method: int = 0
    flags: int = 0x800
    mode: int = 0o100644 << 16
    extra: bytes = b""
    packed: bytes | None = None
    listed: dict[str, Any] = field(default_factory=dict)
    local: dict[str, Any] = field(default_factory=dict)

    def but(self, **changes: Any) -> Raw:
        """Return it with other fields."""
        return replace(self, **changes)

    @property
    def body(self) -> bytes:
        """The bytes that stand in the file."""
        if self.packed is not None:
            return self.packed
        if self.method != 8:
            return self.data
        packing = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packing.compress(self.data) + packing.flush()

    def said(self, other: dict[str, Any]) -> dict[str, Any]:
        """Return what is said of the entry, with what is said otherwise."""
        about = {
            "flags": self.flags,
            "method": self.method,
            "crc": zlib.crc32(self.data),
            "packed": len(self.body),
            "size": len(self.data),
            "name": self.name,
            "extra": self.extra,
        }
        return about | other


def write_zip(
    entries: list[Raw], *, before: bytes = b"", between: bytes = b"", comment: bytes = b"", **end: int
) -> bytes:
    """Write a zip with bytes before, after its entries and at its end; ``end`` are fields of its last record."""
    out, listed = bytearray(before), bytearray()
    for entry in entries:
        at = len(out)
        said = entry.said(entry.local)
        out += struct.pack(
            "<IHHHIIIIHH", 0x04034B50, 20, said["flags"], said["method"], 0x210000, said["crc"], said["packed"],
            said["size"], len(said["name"]), len(said["extra"]),
        )  # fmt: skip
        out += said["name"] + said["extra"] + entry.body
        said = entry.said(entry.listed)
        listed += struct.pack(
            "<IHHHHIIIIHHHHHII", 0x02014B50, 0x314, 20, said["flags"], said["method"], 0x210000, said["crc"],
            said["packed"], said["size"], len(said["name"]), len(said["extra"]), len(said.get("comment", b"")),
            said.get("disk", 0), 0, entry.mode, said.get("at", at),
        )  # fmt: skip
        listed += said["name"] + said["extra"] + said.get("comment", b"")
    out += between
    last = {"disk": 0, "count": len(entries), "here": len(entries), "length": len(listed), "start": len(out)} | end
    out += listed
    out += struct.pack(
        "<IHHHHIIH", 0x06054B50, last["disk"], 0, last["here"], last["count"], last["length"], last["start"],
        len(comment),
    )  # fmt: skip
    return bytes(out) + comment
