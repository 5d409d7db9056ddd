"""A job that is itself quick, in a module that takes a second to import."""

from __future__ import annotations

import time

time.sleep(1)


def echo(payload: bytes) -> bytes:
    """Return what was sent."""
    return payload
