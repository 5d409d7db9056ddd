"""Names of files made from what people have called things."""

from __future__ import annotations

import re

LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def file_name(words: str, ending: str) -> str:
    """Return a name every system takes: without signs that mean something to one of them, and not too long."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", words).split()).strip(" .")[:LONGEST].strip(" .")
    return (plain or "Kursapp") + ending
