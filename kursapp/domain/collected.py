"""What the collection keeps, as values: sealed files while a round is open, and rows nobody can join when it is closed.

Marks are keyed digests of at most 32 bytes: they tell whether two things are the same and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

StepRow = tuple[str, str]
"""An item's id and the step that was answered (``domain.results``)."""
GroupRow = tuple[str, str, str, str]
"""A background question's id and its step, an item's id, and the step that was answered."""
TextRow = tuple[str, bytes]
"""An item's id and a sealed text."""


@dataclass(frozen=True, slots=True)
class CohortRecord:
    """A cohort as the collection keeps it: its file, how many take part, and whether the file has been given out."""

    id: str
    file: bytes
    invited: int
    published: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One collected file. ``response``, ``replaces`` (empty: none) and ``body`` are marks; ``sealed`` the file itself.

    ``sealed`` is empty where only the marks were asked for.
    """

    response: bytes
    replaces: bytes
    body: bytes
    sealed: bytes = b""

    @property
    def key(self) -> tuple[bytes, bytes]:
        """Return what tells it from every other delivery of its round."""
        return self.response, self.body


@dataclass(frozen=True, slots=True)
class Person:
    """One person's answers, opened in memory. They are written as rows that do not know of each other."""

    steps: Iterable[StepRow]
    groups: Iterable[GroupRow] = ()
    texts: Iterable[TextRow] = ()


@dataclass(frozen=True, slots=True)
class QuizSum:
    """A sum over everybody who shared a quiz, such as of the points of one question or of a product of two.

    ``name`` says which sum it is (``domain.item_analysis``), ``item_id`` and ``other`` what it is about.
    """

    name: str
    item_id: str
    other: str
    value: int


@dataclass(frozen=True, slots=True)
class Closing:
    """The persons of one batch: 1 those who were there when the round was closed, 2 … those who came late together."""

    batch: int
    persons: int


@dataclass(frozen=True, slots=True)
class KeptComment:
    """A text somebody wrote, sealed; ``redacted`` is what stands for it, sealed too, None where nothing does."""

    id: str
    item_id: str
    text: bytes
    batch: int = 1
    redacted: bytes | None = None
    tags: tuple[str, ...] = ()
    chosen: bool = False
