"""What tells whether a page is another than it was: a mark of its content, wherever it stands and whatever it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from kursapp.content.media import media_kind
from kursapp.domain.course import Page

_WHERE = "place"


def page_mark(page: Page, files: Mapping[str, str]) -> str:
    """Return a mark that is equal as long as a participant sees and is scored by the same.

    ``files`` are the hashes of the course's files by path: a page with another picture under the same name is another.
    """
    said = msgspec.json.encode(_without_place(msgspec.to_builtins(page)), order="deterministic")
    # A page may speak of ``kurs.md`` without showing it.
    media = (path for path in sorted(files) if media_kind(path))
    shown = [files[path] for path in media if path.encode() in said]
    return hashlib.sha256(b"\n".join([said, *map(str.encode, shown)])).hexdigest()


def item_mark(item: object) -> str:
    """Return a mark that is equal as long as a question or a term is, wherever it stands."""
    said = msgspec.json.encode(_without_place(msgspec.to_builtins(item)), order="deterministic")
    return hashlib.sha256(said).hexdigest()


def _without_place(value: Any) -> Any:
    """Leave out where things stand in their file: a page that only has been moved is the same page."""
    if isinstance(value, dict):
        return {key: _without_place(held) for key, held in value.items() if key != _WHERE}
    if isinstance(value, list | tuple):
        return [_without_place(held) for held in value]
    return value
