"""Names for what is new: ids, files and titles nobody else in the course has."""

from __future__ import annotations

import posixpath
import re

from kursapp.content.restructuring.desk import Desk
from kursapp.content.slugs import ascii_id, numbered, shortened
from kursapp.files.portable_names import meeting_point

_NUMBERED = re.compile(r"(\d{2,3})-")

_PAGE = {"nb": "Ny side", "nn": "Ny side", "en": "New page"}


def page_title(language: str) -> str:
    """Return what a page is called that nobody has named."""
    return _PAGE[language]


def new_page_id(desk: Desk, file: str, title: str) -> str:
    """Return a free id for a page of a session."""
    session = ascii_id(desk.parsed(file).session.id if file in desk.base else file.rpartition(".")[0])
    return desk.free_id(f"{session}-{shortened(ascii_id(title)) or 'side'}")


def free_file(desk: Desk, folder: str, title: str, name: str = "") -> str:
    """Return a path in a folder for a session of this title; numbered on where the files there are numbered.

    ``name`` is what the file is called instead: a quiz is ``quiz``.
    """
    there = {meeting_point(known) for known in desk.names}
    numbers = [
        int(found[1])
        for known in desk.names
        if posixpath.dirname(known) == folder and (found := _NUMBERED.match(posixpath.basename(known)))
    ]
    wanted = name or shortened(ascii_id(title)) or "side"
    if numbers and not name:
        wanted = f"{max(numbers) + 1:02d}-{wanted}"
    base = posixpath.join(folder, wanted)
    return f"{numbered(base, _Without(there))}.md"


class _Without:
    """The names of the files there are, asked for without their ending."""

    def __init__(self, there: set[str]) -> None:
        self._there = there

    def __contains__(self, name: object) -> bool:
        return meeting_point(f"{name}.md") in self._there
