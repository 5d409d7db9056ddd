"""Calling a course something else: its cover's heading, and not a byte besides."""

from __future__ import annotations

import re

from kursapp.content.folder import COVERS
from kursapp.services.draft import Draft

_HEADING = re.compile(r"^#[ \t\N{NO-BREAK SPACE}].*$", re.MULTILINE)


def retitle(draft: Draft, title: str) -> None:
    """Write another title in the cover; a cover without one is left as it is. Raises KursappError as ``Draft.save``."""
    for file in draft.texts():
        if file.casefold() in COVERS:
            found = draft.read(file)
            text = _HEADING.sub(lambda _: f"# {' '.join(title.split())}", found.text, count=1)
            draft.save(file, text, found.digest)
            return
