"""Which of two versions of a course is the newer: numbers with dots, as ``1.10.2``."""

from __future__ import annotations

import re

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")

Order = tuple[int, ...]


def is_version(text: str) -> bool:
    """Say whether a text is a version: one to four numbers with dots between."""
    return _VERSION.fullmatch(text) is not None


def order_of(version: str) -> Order:
    """Return what versions are sorted by: 1.10 comes after 1.9, and 1.0 is 1. What is no version comes before all."""
    if not is_version(version):
        return ()
    numbers = [int(part) for part in version.split(".")]
    while numbers[1:] and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def is_newer(version: str, than: str) -> bool:
    """Say whether one version comes after another."""
    return order_of(version) > order_of(than)
