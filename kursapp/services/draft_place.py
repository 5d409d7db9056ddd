"""Where one was last in a draft, so that one begins there next time."""

from __future__ import annotations

import contextlib
import json
from typing import NamedTuple

from kursapp.domain.problem import KursappError
from kursapp.files.writing import write_text
from kursapp.services.draft import Draft

_FILE = "place.json"


class Place(NamedTuple):
    """A file of a draft and a line of it, from 1."""

    file: str
    line: int


def keep_place(draft: Draft, place: Place) -> None:
    """Remember a place. One that cannot be written is no loss worth telling."""
    with contextlib.suppress(KursappError, OSError):
        draft.home.mkdir(parents=True, exist_ok=True)
        write_text(draft.home / _FILE, json.dumps(place))


def last_place(draft: Draft) -> Place | None:
    """Return where one was last; None where that is not known, or is there no more."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        file, line = json.loads((draft.home / _FILE).read_text(encoding="utf-8"))
        if isinstance(file, str) and type(line) is int and line > 0 and file in draft.texts():
            return Place(file, line)
    return None
