"""An answer not yet given, as text: what a draft keeps so that it stands there again tomorrow."""

from __future__ import annotations

import json
from typing import Any

from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed


def draft_of(response: Response | None) -> str:
    """Return a response as the text of a draft, empty for no response."""
    match response:
        case Chosen(options):
            said: Any = options
        case Ordered(items):
            said = items
        case Typed(texts):
            said = texts
        case Matched(pairs):
            said = pairs
        case Filled(gaps):
            said = gaps
        case _:
            return ""
    return json.dumps([response.kind, said], ensure_ascii=False)


def response_of(draft: str) -> Response | None:
    """Return the response a draft holds; None where it holds none, or was written by something else."""
    try:
        kind, said = json.loads(draft)
        return _read(kind, said)
    except (ValueError, TypeError):
        return None


def _read(kind: str, said: list[Any]) -> Response | None:
    match kind:
        case "chosen":
            return Chosen(_texts(said))
        case "ordered":
            return Ordered(_texts(said))
        case "typed":
            return Typed(_texts(said))
        case "matched":
            return Matched(_pairs(said))
        case "filled":
            return Filled(_pairs(said))
    return None


def _texts(said: list[Any]) -> tuple[str, ...]:
    return tuple(str(text) for text in said)


def _pairs(said: list[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), str(other)) for one, other in said)
