"""Taking words out of a comment that could tell who wrote it."""

from __future__ import annotations

from collections.abc import Iterable

REDACTED = "[…]"
"""What stands where words were taken out: always the same, whatever their number (DESIGN §5, G5)."""


def redact(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text with ``REDACTED`` for each place ``(first, end)``, in characters, ``end`` not included.

    Places that meet or overlap become one, also where only spaces part them. Those outside the text are cut to it.
    """
    shown: list[str] = []
    at = 0
    for first, end in sorted((max(0, first), min(len(text), end)) for first, end in places):
        if end <= max(first, at):
            continue
        before = text[at : max(first, at)]
        if before.strip() or not shown:
            shown += [before, REDACTED]
        at = end
    return "".join([*shown, text[at:]])
