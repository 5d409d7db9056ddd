"""Whether two blocks are the same to who reads them, wherever in their file they stand."""

from __future__ import annotations

import dataclasses
from typing import Any

from kursapp.domain.course import Place


def is_same(one: Any, other: Any) -> bool:
    """Say whether two blocks, or parts of blocks, differ in nothing but their places."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Place):
        return True
    if isinstance(one, tuple):
        return len(one) == len(other) and all(is_same(*pair) for pair in zip(one, other, strict=True))
    if dataclasses.is_dataclass(one):
        return all(is_same(getattr(one, each.name), getattr(other, each.name)) for each in dataclasses.fields(one))
    return bool(one == other)
