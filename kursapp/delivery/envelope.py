"""The envelope of what is handed in: a clear header, a content key sealed to each recipient, and one locked body.

Header: eight bytes of magic, the format's version (16 bits), the cohort's id (16 bytes), what it is about (32 bytes:
the form's digest), the number of recipients (8 bits) and the id of each (8 bytes). Then, for each, the content key as a
libsodium sealed box (80 bytes); then a secretbox of everything that is to be kept from others, filled up with zeros to
the length that is fixed for all. The body repeats the *binding*: a hash of header, recipients and content key, so that
no body can stand in another envelope, and no envelope can open differently for different recipients.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kursapp.domain.cohort import Recipient
from kursapp.domain.problem import KursappError, refusal
from kursapp.vault.digests import KEY_BYTES
from kursapp.vault.keys import LOCKED_EXTRA, SEALED_KEY_BYTES, Opener, SealBrokenError, lock, new_key, seal_to, unlock

VERSION = 1
_HEAD = struct.Struct(">8sH16s32sB")
_ID_BYTES = 8
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how it begins, and how the codes of its problems begin."""

    magic: bytes
    codes: str

    def refuse(self, what: str) -> KursappError:
        """Return the error for one thing that is wrong with such a file."""
        return refusal(f"{self.codes}-{what}")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands on the outside. ``about`` is the form's digest in hex, ``size`` the header's own bytes."""

    cohort_id: str
    about: str
    recipients: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Addressed:
    """What a file is about, who may open it, and how long it is."""

    cohort_id: str
    about: str
    recipients: tuple[Recipient, ...]
    length: int


def room_in(addressed: Addressed) -> int:
    """Return the bytes there are for the content."""
    count = len(addressed.recipients)
    outside = _HEAD.size + count * (_ID_BYTES + SEALED_KEY_BYTES)
    return addressed.length - outside - LOCKED_EXTRA - _LENGTH.size


def seal(kind: Kind, addressed: Addressed, content: Callable[[str], bytes]) -> bytes:
    """Return the file. ``content`` is given the binding it is to repeat. Raises ValueError where it is too long."""
    key, header = new_key(), _header(kind, addressed)
    inside = content(_binding(header, addressed.recipients, key))
    room = room_in(addressed)
    if len(inside) > room:
        raise ValueError(len(inside) - room)
    sealed = b"".join(seal_to(recipient.public_key, key) for recipient in addressed.recipients)
    return header + sealed + lock(key, _LENGTH.pack(len(inside)) + inside.ljust(room, b"\0"))


def read_header(kind: Kind, data: bytes) -> Header:
    """Return what stands on the outside of a file.

    Raises KursappError, each code with the kind's beginning: ``-empty``, ``-foreign``, ``-newer``, ``-cut``.
    """
    if not data:
        raise kind.refuse("empty")
    if not data.startswith(kind.magic):
        raise kind.refuse("cut" if kind.magic.startswith(data) else "foreign")
    if len(data) >= 10 and int.from_bytes(data[8:10], "big") != VERSION:
        raise kind.refuse("newer")
    if len(data) < _HEAD.size:
        raise kind.refuse("cut")
    _, _, cohort, about, count = _HEAD.unpack_from(data)
    size = _HEAD.size + count * _ID_BYTES
    if len(data) < size:
        raise kind.refuse("cut")
    ids = (data[at : at + _ID_BYTES].hex() for at in range(_HEAD.size, size, _ID_BYTES))
    return Header(cohort.hex(), about.hex(), tuple(ids), size)


def open_sealed(kind: Kind, data: bytes, addressed: Addressed, opener: Opener) -> tuple[str, bytes]:
    """Return the binding the content must repeat, and the content.

    Raises KursappError: ``-cut`` and ``-appended`` where the length is another, ``-damaged`` where a byte has changed,
    ``-not-for-key`` where the key is no recipient's. ``SealBrokenError`` never gets out.
    """
    header = _header(kind, addressed)
    if len(data) != addressed.length:
        raise kind.refuse("cut" if len(data) < addressed.length else "appended")
    if not data.startswith(header):
        raise kind.refuse("damaged")
    place = _place(kind, addressed.recipients, opener)
    start = len(header) + place * SEALED_KEY_BYTES
    body = len(header) + len(addressed.recipients) * SEALED_KEY_BYTES
    try:
        key = opener.open(data[start : start + SEALED_KEY_BYTES])
        inside = unlock(key, data[body:]) if len(key) == KEY_BYTES else b""
    except SealBrokenError as error:
        raise kind.refuse("damaged") from error
    return _binding(header, addressed.recipients, key), _unpadded(kind, inside)


def _header(kind: Kind, addressed: Addressed) -> bytes:
    ids = b"".join(bytes.fromhex(recipient.id) for recipient in addressed.recipients)
    cohort, about = bytes.fromhex(addressed.cohort_id), bytes.fromhex(addressed.about)
    return _HEAD.pack(kind.magic, VERSION, cohort, about, len(addressed.recipients)) + ids


def _binding(header: bytes, recipients: Iterable[Recipient], key: bytes) -> str:
    parts = [header, *(part for each in recipients for part in (each.role.encode(), each.public_key)), key]
    digest = hashlib.sha256(b"kursapp binding")
    for part in parts:
        digest.update(_LENGTH.pack(len(part)) + part)
    return digest.hexdigest()


def _place(kind: Kind, recipients: tuple[Recipient, ...], opener: Opener) -> int:
    for place, recipient in enumerate(recipients):
        if recipient.id == opener.recipient_id:
            return place
    raise kind.refuse("not-for-key")


def _unpadded(kind: Kind, inside: bytes) -> bytes:
    """Return the content without its filling, in which nothing may be hidden."""
    if len(inside) < _LENGTH.size:
        raise kind.refuse("mismatch")
    (length,) = _LENGTH.unpack_from(inside)
    end = _LENGTH.size + length
    if end > len(inside) or inside[end:] != bytes(len(inside) - end):
        raise kind.refuse("mismatch")
    return inside[_LENGTH.size : end]
