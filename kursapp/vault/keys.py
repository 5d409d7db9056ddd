"""Keys and what they do: pairs to seal to, and secret keys to lock with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from nacl.bindings import crypto_scalarmult_base
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from kursapp.vault.digests import KEY_BYTES, recipient_id

SEALED_KEY_BYTES = KEY_BYTES + 48
"""A key sealed to a recipient: libsodium adds an ephemeral public key and a tag."""

LOCKED_EXTRA = SecretBox.NONCE_SIZE + SecretBox.MACBYTES
"""Bytes by which locked data is longer than the data."""

_COMMENT_STEP = 256


class SealBrokenError(Exception):
    """Bytes that this key does not open: another's, or changed."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 pair, 32 bytes each: what is sealed to ``public`` only ``private`` opens."""

    private: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"KeyPair({recipient_id(self.public)})"


def new_key() -> bytes:
    """Return a new secret key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_pair() -> KeyPair:
    """Return a new pair."""
    return pair_of(new_key())


def pair_of(private: bytes) -> KeyPair:
    """Return the pair a private key belongs to."""
    return KeyPair(private, crypto_scalarmult_base(private))


def lock(key: bytes, data: bytes) -> bytes:
    """Return data locked with a key: nonce, ciphertext, tag (XSalsa20-Poly1305)."""
    return bytes(SecretBox(key).encrypt(data))


def unlock(key: bytes, locked: bytes) -> bytes:
    """Return the data. Raises SealBrokenError."""
    try:
        return bytes(SecretBox(key).decrypt(locked))
    except (CryptoError, ValueError) as error:
        raise SealBrokenError from error


def seal_to(public: bytes, data: bytes) -> bytes:
    """Return data that only the holder of the private key can open (libsodium sealed box).

    Raises SealBrokenError for the few public keys that keep no secret at all.
    """
    try:
        return bytes(SealedBox(PublicKey(public)).encrypt(data))
    except (CryptoError, ValueError) as error:
        raise SealBrokenError from error


class Opener:
    """Opens what was sealed to one public key."""

    def __init__(self, private: bytes) -> None:
        key = PrivateKey(private)
        self._box = SealedBox(key)
        self.recipient_id = recipient_id(bytes(key.public_key))

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed. Raises SealBrokenError."""
        try:
            return bytes(self._box.decrypt(sealed))
        except (CryptoError, ValueError) as error:
            raise SealBrokenError from error


def seal_comment(key: bytes, text: str) -> bytes:
    """Lock a comment with its cohort's comment key; its length is told in steps of 256 bytes only."""
    data = text.encode("utf-8")
    head = len(data).to_bytes(4, "big")
    return lock(key, (head + data).ljust(-(-(len(data) + 4) // _COMMENT_STEP) * _COMMENT_STEP, b"\0"))


def open_comment(key: bytes, sealed: bytes) -> str:
    """Return the comment. Raises SealBrokenError."""
    data = unlock(key, sealed)
    length = int.from_bytes(data[:4], "big")
    return data[4 : 4 + length].decode("utf-8")
