"""A GIFT file parted into its entries: comments taken away, categories followed, each entry with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = re.compile(r"\[id:((?:[^\]\\]|\\.)*)\]")
_TAG = re.compile(r"\[tag:((?:[^\]\\]|\\.)*)\]")
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)$", re.IGNORECASE)
_SLASH = re.compile(r"(?<!/)/(?!/)")
_CONTEXT = re.compile(r"\$\w+\$")


@dataclass(frozen=True, slots=True)
class GiftEntry:
    """The lines of one entry without comments, where they stand, and what stands above it: category, id and tags."""

    text: str
    first: int
    last: int
    category: tuple[str, ...] = ()
    id: str = ""
    tags: tuple[str, ...] = ()


def entries_of(text: str) -> Iterator[GiftEntry]:
    """Yield the entries of a file: a blank line ends one, a line that begins with ``//`` is a comment."""
    category: tuple[str, ...] = ()
    kept: list[str] = []
    first, own_id = 0, ""
    tags: tuple[str, ...] = ()
    number = 0
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if words.startswith("//"):
            found = _ID.search(words)
            own_id = _unescaped(found[1]) if found else own_id
            tags += tuple(_unescaped(tag) for tag in _TAG.findall(words))
            continue
        changed = None if kept else _CATEGORY.match(words)
        if changed:
            category, own_id, tags = category_path(changed[1]), "", ()
        elif words:
            first = first if kept else number
            kept.append(line)
        elif kept:
            yield GiftEntry("\n".join(kept), first, number - 1, category, own_id, tags)
            kept, own_id, tags = [], "", ()
    if kept:
        yield GiftEntry("\n".join(kept), first, number, category, own_id, tags)


def category_path(written: str) -> tuple[str, ...]:
    """Return the parts of a category's path; ``//`` is a slash in a name, and the course's own top is no part."""
    parts = [part.replace("//", "/").strip() for part in _SLASH.split(written.strip())]
    if parts and _CONTEXT.fullmatch(parts[0]):
        parts = parts[1:]
    if parts and parts[0].casefold() == "top":
        parts = parts[1:]
    return tuple(part for part in parts if part)


def written_path(category: tuple[str, ...]) -> str:
    """Return a category as its path."""
    return "/".join(["$course$", "top", *(part.replace("/", "//") for part in category)])


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
