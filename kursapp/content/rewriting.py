"""Goes through the texts inside a value, whatever kind of block it is."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar, cast

from kursapp.domain.course import Rich
from kursapp.domain.question import GapQuestion

T = TypeVar("T")

_WITHOUT_TEXT = frozenset({"id", "kind", "place", "title"})
_PLAIN_TYPES = frozenset({"str", "int", "float", "bool", "None", "tuple"})
_NAME = re.compile(r"[A-Za-z]\w*")


def with_html(value: T, change: Callable[[str], str]) -> T:
    """Return a value in which ``change`` has had all HTML; the same value where it changed nothing."""
    return cast(T, _changed(value, change))


def plain_texts(value: Any) -> list[str]:
    """Return the plain words of every text inside a value."""
    found: list[str] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[str]) -> None:
    if isinstance(value, Rich):
        found.append(value.plain)
    elif isinstance(value, tuple):
        for part in value:
            _gather(part, found)
    else:
        for name in texts_of(cast(Hashable, type(value))):
            _gather(getattr(value, name), found)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Rich):
        shown = change(value.html)
        return value if shown == value.html else Rich(shown, value.plain)
    if isinstance(value, tuple):
        parts = tuple(_changed(part, change) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    changes = {}
    for name in texts_of(cast(Hashable, type(value))):
        old = getattr(value, name)
        new = _changed(old, change)
        if new is not old:
            changes[name] = new
    if isinstance(value, GapQuestion):
        changes["paragraphs"] = tuple(tuple((change(shown), gap) for shown, gap in part) for part in value.paragraphs)
    return dataclasses.replace(value, **changes) if changes else value


@cache
def texts_of(kind: Hashable) -> tuple[str, ...]:
    """Return the fields of a kind of value that may hold texts: not what it is called, nor where it stands."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return ()
    return tuple(
        one.name
        for one in dataclasses.fields(kind)
        if one.name not in _WITHOUT_TEXT and not _PLAIN_TYPES.issuperset(_NAME.findall(str(one.type)))
    )
