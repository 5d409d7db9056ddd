"""Values of a course as bytes and back: typed msgpack, never pickle. A block is told by its ``kind``."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from kursapp.domain.case import Case
from kursapp.domain.course import Block, CallOut, Checklist, Faulty, Figure, MediaCard, Prose
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import QUESTION_KINDS, Question, Reflection, Workbook

T = TypeVar("T")

_BLOCKS: tuple[type[Any], ...] = (
    *(Prose, CallOut, Figure, MediaCard, Checklist, Faulty),
    *QUESTION_KINDS,
    *(Reflection, Workbook, Case, EvaluationItem),
)


class DamagedError(Exception):
    """Bytes that are not the stored form they should be."""


def encode(value: object) -> bytes:
    """Return the stored form of a value of the course."""
    return msgspec.msgpack.encode(value)


def decode(data: bytes | memoryview, kind: type[T]) -> T:
    """Return the value behind a stored form; :class:`DamagedError` where it is none of this kind."""
    try:
        return cast(T, _decoder(cast(Hashable, kind)).decode(data))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedError(str(error)) from error


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(cast(Any, kind), dec_hook=_block)


@cache
def _kinds() -> dict[str, type[Any]]:
    """Return the class of every kind of block by the name its values carry."""
    return {_default_kind(block): block for block in _BLOCKS}


def _default_kind(block: type[Any]) -> str:
    return next(str(field.default) for field in dataclasses.fields(block) if field.name == "kind")


def _block(kind: type[Any], stored: Any) -> Any:
    if kind not in (Block, Question):
        raise msgspec.ValidationError(f"no stored form of {kind.__name__}")
    found = _kinds().get(stored.get("kind", "")) if isinstance(stored, dict) else None
    if found is None:
        raise msgspec.ValidationError("a block of no known kind")
    return msgspec.convert(stored, found, dec_hook=_block)
