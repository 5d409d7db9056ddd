"""Digests and keys made from keys, by the standard library alone: what a light start may import."""

from __future__ import annotations

import enum
import hashlib
import hmac

KEY_BYTES = 32


class Purpose(enum.StrEnum):
    """What a key is derived for. One key never serves two purposes, and none tells another."""

    DATABASE = "collection database"
    SEEN_FILES = "seen answer files"
    RESPONSE_IDS = "response ids"
    CODES = "codes on paper"
    PROGRESS = "progress files"
    RECOVERY = "recovery sheet"


def recipient_id(public: bytes) -> str:
    """Return the name of a public key: the first eight bytes of its SHA-256, in hex."""
    return hashlib.sha256(public).digest()[:8].hex()


def derive(key: bytes, purpose: Purpose) -> bytes:
    """Return a key of 32 bytes for one purpose, from which the first cannot be found (keyed BLAKE2b)."""
    return hashlib.blake2b(purpose.encode(), key=key, digest_size=KEY_BYTES, person=b"kursapp").digest()


def mac(key: bytes, data: bytes) -> bytes:
    """Return the keyed digest of some data: 32 bytes that say nothing to those without the key (HMAC-SHA-256)."""
    return hmac.digest(key, data, "sha256")
