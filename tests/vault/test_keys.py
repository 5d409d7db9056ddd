"""Keys open what was meant for them and nothing else, and their digests tell nothing."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.vault.digests import Purpose, derive, mac, recipient_id
from kursapp.vault.keys import (
    LOCKED_EXTRA,
    SEALED_KEY_BYTES,
    Opener,
    SealBrokenError,
    lock,
    new_key,
    new_pair,
    open_comment,
    pair_of,
    seal_comment,
    seal_to,
    unlock,
)


def test_what_is_sealed_to_a_pair_opens_with_it_only() -> None:
    """The private key opens; another's does not; and each sealing looks different."""
    pair, other = new_pair(), new_pair()
    key = new_key()
    sealed = seal_to(pair.public, key)
    assert Opener(pair.private).open(sealed) == key
    assert len(sealed) == SEALED_KEY_BYTES
    assert seal_to(pair.public, key) != sealed
    with pytest.raises(SealBrokenError):
        Opener(other.private).open(sealed)


@pytest.mark.parametrize("weak", [bytes(32), b"\x01" + bytes(31)])
def test_a_public_key_that_keeps_no_secret_is_refused(weak: bytes) -> None:
    """A hostile cohort file may carry a point of low order, to which everybody has the key."""
    with pytest.raises(SealBrokenError):
        seal_to(weak, b"x")


def test_a_pair_is_known_by_its_private_key_and_never_shows_it() -> None:
    """The public half follows from the private; printed in a log, only the id is seen."""
    pair = new_pair()
    assert pair_of(pair.private) == pair
    assert pair.private.hex() not in repr(pair)
    assert repr(pair.private) not in repr(pair)


def test_a_recipient_is_named_by_the_hash_of_the_key() -> None:
    """Sixteen hexadecimal digits of its SHA-256."""
    assert recipient_id(b"k" * 32) == hashlib.sha256(b"k" * 32).hexdigest()[:16]


def test_locked_data_opens_with_its_key_only_and_unchanged_only() -> None:
    """Another key, a flipped bit and a cut tail all fail."""
    key = new_key()
    locked = lock(key, b"svar")
    assert unlock(key, locked) == b"svar"
    assert len(locked) == 4 + LOCKED_EXTRA
    for wrong_key, data in ((new_key(), locked), (key, locked[:-1]), (key, b""), (key, locked[:-1] + b"\x00")):
        with pytest.raises(SealBrokenError):
            unlock(wrong_key, data)


def test_keys_for_different_purposes_have_nothing_in_common() -> None:
    """Each purpose has its own key, and none is the key itself."""
    key = new_key()
    derived = {derive(key, purpose) for purpose in Purpose}
    assert len(derived) == len(Purpose)
    assert key not in derived
    assert all(len(each) == 32 for each in derived)
    assert derive(key, Purpose.CODES) == derive(key, Purpose.CODES)


def test_a_mac_is_hmac_sha_256() -> None:
    """As RFC 4231, test case 2."""
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert mac(b"Jefe", b"what do ya want for nothing?").hex() == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_comment_comes_back_to_the_letter(text: str) -> None:
    """Whatever was written."""
    key = b"k" * 32
    assert open_comment(key, seal_comment(key, text)) == text


def test_a_sealed_comment_tells_its_length_in_coarse_steps_only() -> None:
    """A single word and a sentence look alike."""
    key = new_key()
    assert len(seal_comment(key, "Ja")) == len(seal_comment(key, "Kurset var nyttig for meg som er ny."))
    with pytest.raises(SealBrokenError):
        open_comment(new_key(), seal_comment(key, "Ja"))
