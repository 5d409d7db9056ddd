"""Values of a page as they are when lines have come or gone above it: the same, further down or up."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from kursapp.content.repair import VALUE, edits_of, write_edits
from kursapp.domain.course import Place, Rich
from kursapp.domain.problem import Problem

T = TypeVar("T")

FIRST = "first"
"""The name of the value that holds a line: where the first of two things stands, in a problem about the second."""

_PLACELESS = (Rich, str, int, float, frozenset, type(None))


def moved(value: T, by: int) -> T:
    """Return a page, or any part of one, with every place in it ``by`` lines further down."""
    return cast(T, _moved(value, by)) if by else value


def moved_problem(found: Problem, by: int) -> Problem:
    """Return a problem and its repair ``by`` lines further down."""
    if not by:
        return found
    edits = [edit._replace(line=edit.line + by) for edit in edits_of(found)]
    values = dict(found.values) | ({VALUE: write_edits(edits)} if edits else {})
    if FIRST in values:
        values[FIRST] = str(int(values[FIRST]) + by)
    return dataclasses.replace(found, line=found.line + by, values=tuple(sorted(values.items())))


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, Place):
        return Place(value.file, value.first + by, value.last + by)
    if isinstance(value, _PLACELESS):
        return value
    if isinstance(value, tuple):
        parts = tuple(_moved(part, by) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    changes = {}
    for name in _fields_of(cast(Hashable, type(value))):
        old = getattr(value, name)
        new = _moved(old, by)
        if new is not old:
            changes[name] = new
    return dataclasses.replace(value, **changes) if changes else value


@cache
def _fields_of(kind: Hashable) -> tuple[str, ...]:
    """Return the fields of a kind of value that may hold places: the others are texts and numbers."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return ()
    return tuple(
        one.name for one in dataclasses.fields(kind) if one.type not in ("str", "int", "bool", "float", "Rich")
    )
