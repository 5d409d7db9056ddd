"""A hostile file by name: its bytes, or what makes them where they are many."""

from __future__ import annotations

from collections.abc import Callable

Data = bytes | Callable[[], bytes]
Named = tuple[str, Data]


def bytes_of(data: Data) -> bytes:
    """Return the bytes, made now where they are not there yet."""
    return data if isinstance(data, bytes) else data()
