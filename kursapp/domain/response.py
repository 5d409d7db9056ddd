"""What a person answered, as values of one shape per question kind. Ids are those of the question's own parts."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Certainty(enum.IntEnum):
    """How certain a person says to be of an answer, where the question asks (``sikkerhet: ja``)."""

    GUESSING = 1
    UNSURE = 2
    CERTAIN = 3


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


def is_blank(response: Response | None) -> bool:
    """Say whether nothing has been answered: no option chosen, no item placed, no pair made, only empty texts."""
    match response:
        case Chosen(options):
            return not options
        case Ordered(items):
            return not items
        case Matched(pairs):
            return not pairs
        case Typed(texts):
            return not any(text.strip() for text in texts)
        case Filled(gaps):
            return not any(text.strip() for _, text in gaps)
    return True


def taken_back(response: Response) -> Response:
    """Return the blank response of the same shape: what is left when everything in an answer has been removed."""
    match response:
        case Ordered():
            return Ordered(())
        case Matched():
            return Matched(())
        case Typed(texts):
            return Typed(tuple("" for _text in texts))
        case Filled():
            return Filled(())
    return Chosen(())
