"""Parcels open to their passphrase only, whole, and as they were locked."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.exceptions import RuntimeError as DerivationError
from nacl.pwhash import argon2id

from kursapp.domain.problem import KursappError
from kursapp.vault.parcels import HEAD_BYTES, PIECE, VERSION, lock_parcel, parcel_size, read_parcel
from kursapp.vault.passphrases import LIGHT, Cost

WORDS = "fire ord om vinteren"
CHEAP = Cost(1, 8192)


def locked(secret: bytes, cost: Cost = CHEAP, part: int = 1000) -> bytes:
    """Lock a secret given in parts."""
    target = io.BytesIO()
    parts = (secret[at : at + part] for at in range(0, len(secret), part))
    lock_parcel(parts, len(secret), target, WORDS, cost)
    return target.getvalue()


def opened(data: bytes, passphrase: str = WORDS) -> bytes:
    """Open a parcel whole."""
    file = io.BytesIO(data)
    return b"".join(read_parcel(file, "min.flytt", len(data)).pieces(file, passphrase))


def refused(data: bytes, passphrase: str = WORDS) -> str:
    """Return the code a parcel is refused with; nothing comes out of it as a whole."""
    with pytest.raises(KursappError) as raised:
        opened(data, passphrase)
    return raised.value.problem.code


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_locked_comes_out_again(length: int) -> None:
    """Whatever its length, and the parcel is as long as was said beforehand."""
    secret = bytes(range(256)) * (length // 256 + 1)
    data = locked(secret[:length], part=PIECE // 3)
    assert opened(data) == secret[:length]
    assert len(data) == parcel_size(length)


@settings(max_examples=20)
@given(st.lists(st.binary(max_size=400), max_size=6))
def test_the_parts_it_was_given_in_leave_no_trace(parts: list[bytes]) -> None:
    """Only the bytes count, not how they came."""
    target, secret = io.BytesIO(), b"".join(parts)
    lock_parcel(parts, len(secret), target, WORDS, CHEAP)
    assert opened(target.getvalue()) == secret


def test_a_parcel_says_nothing_of_what_is_in_it() -> None:
    """Neither the secret nor the passphrase stands in it, and the same secret is never the same parcel twice."""
    secret = b"Kari skrev dette om tilsynet" * 40
    data = locked(secret)
    assert b"tilsynet" not in data
    assert WORDS.encode() not in data
    assert locked(secret) != data


def test_a_wrong_passphrase_is_told_from_a_damaged_file() -> None:
    """The head has a digest of its own."""
    data = locked(b"hei")
    assert refused(data, "fem ord om vinteren") == "parcel-passphrase-wrong"


def test_too_little_memory_is_not_told_as_a_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words on her paper are right, and she is to know that."""

    def without_memory(*_words: object) -> bytes:
        raise DerivationError("Unexpected failure in key derivation")

    data = locked(b"hei")
    monkeypatch.setattr(argon2id, "kdf", without_memory)
    assert refused(data, WORDS) == "memory-short"


def test_a_byte_changed_anywhere_is_noticed() -> None:
    """Every single byte, in the head and in what is locked."""
    data = locked(b"tre hundre byte " * 20)
    codes = set()
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0x01
        codes.add(refused(bytes(changed)))
    assert codes == {"parcel-unknown", "parcel-newer", "parcel-damaged"}


def test_cut_off_anywhere_it_is_refused_before_the_passphrase_is_tried() -> None:
    """A file that did not come whole is told so, however short."""
    data = locked(b"x" * 500)
    for length in range(10, len(data), 7):
        assert refused(data[:length]) == "parcel-cut", length
    assert refused(b"") == "parcel-unknown"
    assert refused(data + b"\0") == "parcel-damaged"


def test_pieces_cannot_change_places_or_come_from_another_parcel() -> None:
    """Each is bound to its place and its parcel."""
    secret = b"a" * PIECE + b"b" * PIECE + b"c" * 10
    data, other = locked(secret), locked(secret)
    step = PIECE + 17
    first, second = data[HEAD_BYTES : HEAD_BYTES + step], data[HEAD_BYTES + step : HEAD_BYTES + 2 * step]
    rest = data[HEAD_BYTES + 2 * step :]
    assert refused(data[:HEAD_BYTES] + second + first + rest) == "parcel-damaged"
    assert refused(data[:HEAD_BYTES] + other[HEAD_BYTES:]) == "parcel-damaged"


def test_a_head_that_asks_for_too_much_work_is_refused() -> None:
    """A file made to lock up the machine is not tried."""
    import hashlib

    data = bytearray(locked(b"hei"))
    struct.pack_into(">I", data, 10, 1_000_000)
    head = HEAD_BYTES - 32
    data[head:HEAD_BYTES] = hashlib.sha256(bytes(data[:head])).digest()
    assert refused(bytes(data)) == "parcel-damaged"


def test_a_later_version_is_told_as_such() -> None:
    """The remedy is a newer program, not a new file."""
    data = bytearray(locked(b"hei"))
    struct.pack_into(">H", data, 8, VERSION + 1)
    assert refused(bytes(data)) == "parcel-newer"
    assert refused(b"\x89PNG\r\n\x1a\n" * 40) == "parcel-unknown"


def test_parts_of_another_length_than_was_said_are_a_fault_of_the_program() -> None:
    """Nothing half is taken for whole."""
    with pytest.raises(ValueError, match="bytes where"):
        lock_parcel([b"abc"], 4, io.BytesIO(), WORDS, LIGHT)
