"""What a person answered, as values of one shape per question kind. Ids are those of the question's own parts."""

from __future__ import annotations

from dataclasses import dataclass


class Response:
    """An answer to one question. Each kind has a ``kind`` that names it in stored form."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Chosen(Response):
    """The ids of the options chosen, in the question's own order."""

    options: tuple[str, ...]
    kind: str = "chosen"


@dataclass(frozen=True, slots=True)
class Ordered(Response):
    """The ids of all items in the order the person put them."""

    items: tuple[str, ...]
    kind: str = "ordered"


@dataclass(frozen=True, slots=True)
class Matched(Response):
    """Pairs of left id and right id, in the question's order of lefts; lefts without an answer are left out."""

    pairs: tuple[tuple[str, str], ...]
    kind: str = "matched"


@dataclass(frozen=True, slots=True)
class Typed(Response):
    """Texts as typed: one for a number or a date, one per required answer for a short answer."""

    texts: tuple[str, ...]
    kind: str = "typed"


@dataclass(frozen=True, slots=True)
class Filled(Response):
    """Pairs of gap id and the text typed or picked; gaps left empty are left out."""

    gaps: tuple[tuple[str, str], ...]
    kind: str = "filled"


RESPONSE_KINDS = (Chosen, Ordered, Matched, Typed, Filled)
