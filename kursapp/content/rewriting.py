"""Goes through the texts inside a value, whatever kind of block it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from kursapp.domain.course import Rich
from kursapp.domain.question import GapQuestion

T = TypeVar("T")

_WITHOUT_TEXT = frozenset({"id", "kind", "place", "title"})


def with_html(value: T, change: Callable[[str], str]) -> T:
    """Return a value in which ``change`` has had all HTML; the same value where it changed nothing."""
    return cast(T, _changed(value, change))


def plain_texts(value: Any) -> Iterator[str]:
    """Yield the plain words of every text inside a value."""
    if isinstance(value, Rich):
        yield value.plain
    elif isinstance(value, tuple):
        for part in value:
            yield from plain_texts(part)
    elif dataclasses.is_dataclass(value):
        for name in _names(value):
            yield from plain_texts(getattr(value, name))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Rich):
        shown = change(value.html)
        return value if shown == value.html else Rich(shown, value.plain)
    if isinstance(value, tuple):
        parts = tuple(_changed(part, change) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if not dataclasses.is_dataclass(value):
        return value
    changes = {}
    for name in _names(value):
        old = getattr(value, name)
        new = _changed(old, change)
        if new is not old:
            changes[name] = new
    if isinstance(value, GapQuestion):
        changes["paragraphs"] = tuple(tuple((change(shown), gap) for shown, gap in part) for part in value.paragraphs)
    return dataclasses.replace(value, **changes) if changes else value  # type: ignore[type-var]


def _names(value: Any) -> Iterator[str]:
    """Yield the fields of a value that may hold texts: not what it is called, nor where it stands."""
    return (name for name in value.__dataclass_fields__ if name not in _WITHOUT_TEXT)
