"""Parcels (``.flytt``): a long secret under a passphrase, locked piece by piece, and opened whole or not at all.

A parcel tells nothing but its length. What belongs in its head is sealed by the head's own digest, so that a damaged
file is told from a wrong passphrase; every piece is bound to the head, to the pieces before it and to its place
(libsodium's secretstream), so that none can be changed, moved, left out or put in.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from nacl import bindings
from nacl.exceptions import CryptoError

from kursapp.domain.problem import KursappError, refusal
from kursapp.vault.digests import KEY_BYTES
from kursapp.vault.keys import LOCKED_EXTRA
from kursapp.vault.passphrases import MOST, SALT_BYTES, STRONG, Cost, Wrapped, unwrap, wrap

MAGIC = b"\x89KFLYT\r\n"
VERSION = 1
PIECE = 64 * 1024
"""Bytes of the secret in each piece but the last."""

LONGEST = 8 * 1024**3
"""Bytes: no profile with its courses comes near."""

_EXTRA = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_START = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_NEXT = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_HEAD = struct.Struct(f">8sHIQ{SALT_BYTES}s{KEY_BYTES + LOCKED_EXTRA}s{_START}sQ")
_DIGEST = hashlib.sha256().digest_size
HEAD_BYTES = _HEAD.size + _DIGEST
_LEAST_MEMORY = 8192


def parcel_size(length: int) -> int:
    """Return how many bytes the parcel of a secret of ``length`` bytes takes."""
    return HEAD_BYTES + length + _count(length) * _EXTRA


def lock_parcel(pieces: Iterable[bytes], length: int, target: BinaryIO, passphrase: str, cost: Cost = STRONG) -> None:
    """Write a secret of ``length`` bytes, given in parts of any size, as a parcel.

    Raises ValueError where the parts are not as long together as they were said to be.
    """
    key = secrets.token_bytes(KEY_BYTES)
    wrapped = wrap(key, passphrase, cost)
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    start = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    fields = (cost.operations, cost.memory, wrapped.salt, wrapped.sealed, start, length)
    head = _with_digest(_HEAD.pack(MAGIC, VERSION, *fields))
    target.write(head)
    left = length
    for piece in _evenly(pieces, length):
        left -= len(piece)
        tag = _NEXT if left else _LAST
        target.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, head, tag))


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel whose head has been read and found sound. ``length`` is that of the secret."""

    name: str
    length: int
    _head: bytes
    _wrapped: Wrapped
    _start: bytes

    def pieces(self, file: BinaryIO, passphrase: str) -> Iterator[bytes]:
        """Give the secret piece by piece, each as soon as it is certain; the key is looked for at once.

        ``file`` stands where the head ends. Raises KursappError: ``parcel-passphrase-wrong``, ``parcel-damaged``,
        ``memory-short``.
        """
        key = self._key(passphrase)
        return self._opened(file, key)

    def _key(self, passphrase: str) -> bytes:
        try:
            return unwrap(self._wrapped, passphrase)
        except KursappError as error:
            if error.problem.code != "passphrase-wrong":
                raise
            raise refusal("parcel-passphrase-wrong", file=self.name) from error

    def _opened(self, file: BinaryIO, key: bytes) -> Iterator[bytes]:
        state = bindings.crypto_secretstream_xchacha20poly1305_state()
        try:
            bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, self._start, key)
            left = self.length
            while True:
                size = min(left, PIECE)
                locked = file.read(size + _EXTRA)
                piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, locked, self._head)
                left -= len(piece)
                if len(piece) != size or (tag == _LAST) != (left == 0):
                    raise refusal("parcel-damaged", file=self.name)
                yield bytes(piece)
                if tag == _LAST:
                    return
        except (CryptoError, ValueError, TypeError) as error:
            raise refusal("parcel-damaged", file=self.name) from error


def read_parcel(file: BinaryIO, name: str, size: int) -> Parcel:
    """Read a parcel's head. ``size`` is the whole file's.

    Raises KursappError: ``parcel-unknown`` (no such file at all), ``parcel-newer``, ``parcel-cut``, ``parcel-damaged``.
    """
    read = file.read(HEAD_BYTES)
    if not read.startswith(MAGIC):
        raise refusal("parcel-unknown", file=name)
    if len(read) >= len(MAGIC) + 2 and int.from_bytes(read[len(MAGIC) : len(MAGIC) + 2], "big") > VERSION:
        raise refusal("parcel-newer", file=name)
    if len(read) < HEAD_BYTES:
        raise refusal("parcel-cut", file=name)
    _magic, version, operations, memory, salt, sealed, start, length = _HEAD.unpack(read[: _HEAD.size])
    is_ours = _with_digest(read[: _HEAD.size]) == read and version == VERSION
    within = 1 <= operations <= MOST.operations and _LEAST_MEMORY <= memory <= MOST.memory and length <= LONGEST
    if not (is_ours and within):
        raise refusal("parcel-damaged", file=name)
    if size < parcel_size(length):
        raise refusal("parcel-cut", file=name)
    if size > parcel_size(length):
        raise refusal("parcel-damaged", file=name)
    return Parcel(name, length, read, Wrapped(salt, Cost(operations, memory), sealed), start)


def _with_digest(head: bytes) -> bytes:
    return head + hashlib.sha256(head).digest()


def _count(length: int) -> int:
    return max(1, -(-length // PIECE))


def _evenly(parts: Iterable[bytes], length: int) -> Iterator[bytes]:
    """Give the parts anew in pieces of one size, the last as long as what is left; one of nothing for no bytes."""
    waiting = bytearray()
    given = 0
    for part in parts:
        waiting += part
        while len(waiting) > PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
            given += PIECE
    if given + len(waiting) != length:
        raise ValueError(f"{given + len(waiting)} bytes where {length} were said")
    yield bytes(waiting)
