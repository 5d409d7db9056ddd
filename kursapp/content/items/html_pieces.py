"""Cutting a paragraph's HTML at markers so that every piece is whole by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPENS, _CLOSES = "\ue000", "\ue001"

MARKED = re.compile(f"[{_OPENS}{_CLOSES}]")
"""Letters that may not stand in an author's text, because markers are made of them."""

_TOKEN = re.compile(
    f"<(?P<end>/)?(?P<tag>[a-zA-Z0-9]+)(?P<rest>[^>]*)>|{_OPENS}(?P<marker>[0-9]+){_CLOSES}|[^<{_OPENS}]+|."
)
_EMPTY = frozenset({"br", "img", "hr", "input", "wbr"})


def marker(number: int) -> str:
    """Return what stands for a numbered place in a text while it becomes HTML."""
    return f"{_OPENS}{number}{_CLOSES}"


def pieces(html: str, markers: Iterable[tuple[int, str]]) -> tuple[tuple[str, str], ...] | None:
    """Cut HTML at its markers into ``(piece, name of the marker after it)``; the last name is empty.

    Elements that a marker stands in are closed before it and opened again after it. None where a marker is missing,
    comes twice, or stands inside a tag.
    """
    names = dict(markers)
    found: list[tuple[str, str]] = []
    opened: list[tuple[str, str]] = []
    piece = ""
    for token in _TOKEN.finditer(html):
        if token["tag"] and _OPENS in token[0]:
            return None
        if token["marker"] is None:
            piece += token[0]
            _follow(token, opened)
            continue
        name = names.pop(int(token["marker"]), None)
        if name is None:
            return None
        found.append((piece + "".join(f"</{tag}>" for tag, _ in reversed(opened)), name))
        piece = "".join(start for _, start in opened)
    return (*found, (piece, "")) if not names else None


def _follow(token: re.Match[str], opened: list[tuple[str, str]]) -> None:
    """Keep account of the elements that are open."""
    tag = (token["tag"] or "").lower()
    if not tag or tag in _EMPTY or token["rest"].endswith("/"):
        return
    if not token["end"]:
        opened.append((tag, token[0]))
    elif opened and opened[-1][0] == tag:
        opened.pop()
