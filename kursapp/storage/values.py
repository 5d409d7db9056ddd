"""Values of several kinds as JSON: each carries its ``kind``, and only what differs from the defaults is written.

Leaving out defaults keeps the stored text, and so the fingerprint of a question, the same when a later version gives
a kind one more field. (So a default, once released, never changes its meaning.)
"""

from __future__ import annotations

import dataclasses
import enum
import functools
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec


def to_plain(value: Any, replaced: Mapping[type, object] | None = None) -> Any:
    """Turn a value into dictionaries, lists, texts and numbers. ``replaced``: what stands for values of a type."""
    if replaced and type(value) in replaced:
        value = replaced[type(value)]
    if value is None or type(value) is str:
        return value
    fields = _fields(type(value))  # type: ignore[arg-type]  # mypy takes a class for something without a hash
    if fields is not None:
        return {
            name: to_plain(given, replaced)
            for name, default in fields
            if (given := getattr(value, name)) != default or name == "kind"
        }
    if isinstance(value, (tuple, list)):
        return [to_plain(each, replaced) for each in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@functools.cache
def _fields(each: type) -> tuple[tuple[str, Any], ...] | None:
    """Return the fields of a dataclass, each with its default; None where it is another class."""
    if not dataclasses.is_dataclass(each):
        return None
    return tuple((field.name, field.default) for field in dataclasses.fields(each))


class Kinds:
    """Reads and writes values of a family: frozen dataclasses that share a plain base class and say their ``kind``.

    ``bases`` are the plain classes that stand in annotations where any of the kinds may be.
    """

    def __init__(self, classes: Iterable[type], bases: Iterable[type]) -> None:
        self._classes = {_kind_of(each): each for each in classes}
        self._bases = frozenset(bases)

    def write(self, value: Any, replaced: Mapping[type, object] | None = None) -> bytes:
        """Write a value as JSON with sorted keys: equal values give equal bytes."""
        return msgspec.json.encode(to_plain(value, replaced), order="sorted")

    def read(self, text: str | bytes) -> Any:
        """Read a value back. Raises ValueError where its kind is unknown or its fields are not what the kind has."""
        try:
            return self._convert(msgspec.json.decode(text))
        except (msgspec.MsgspecError, KeyError, TypeError) as error:
            raise ValueError("not a stored value of this family") from error

    def _convert(self, plain: Any) -> Any:
        return msgspec.convert(plain, self._classes[plain["kind"]], dec_hook=self._any_kind)

    def _any_kind(self, wanted: type, plain: Any) -> Any:
        if wanted in self._bases:
            return self._convert(plain)
        raise TypeError(wanted)


def _kind_of(each: type) -> str:
    return next(str(field.default) for field in dataclasses.fields(each) if field.name == "kind")
