"""A question bank as other systems keep it: questions in categories, and what a format could not carry.

The questions are those of ``domain.question``; a text without a question is ``Prose``, an open question a
``Reflection``, and what could not be understood a ``Faulty`` with its text as written.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.course import Block
from kursapp.domain.problem import Problem


class BankFormat(enum.StrEnum):
    """The formats questions are read from and written to."""

    GIFT = "gift"
    MOODLE_XML = "moodle-xml"
    AIKEN = "aiken"


@dataclass(frozen=True, slots=True)
class BankItem:
    """One entry of a bank, with its line in the block's place.

    ``category`` is the path it is filed under, from the outermost; ``name`` what lists call it; ``id`` its own id in
    the other system, empty where it has none.
    """

    block: Block
    name: str = ""
    category: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file that came along inside a bank: an image. ``name`` is the address its texts call it by."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Bank:
    """What was read from a file: its entries in order, its images, and everything wrong with it, by line."""

    items: tuple[BankItem, ...]
    problems: tuple[Problem, ...] = ()
    files: tuple[BankFile, ...] = ()
