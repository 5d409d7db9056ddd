"""Finding notes to the instructor where they are no call-outs of their own, so that nobody else is shown them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kursapp.content.keywords import CALL_OUTS
from kursapp.content.lines import Line

_LABEL = re.compile(r"(?:[ \t>]|[-*+:][ \t]|\d{1,9}[.)][ \t])*\[!(?P<name>[^\]\[]+)\]")


def note_column(line: Line) -> int:
    """Return the column where a line's label says that what follows is for the instructor; 0 where none does."""
    label = _LABEL.match(line.text) if "[!" in line.text and not line.fenced else None
    return label.start("name") - 1 if label and CALL_OUTS.find(label["name"]) == "instructor" else 0


def without_notes(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a text as it is written but for the quotes that hold such a note, from its label on."""
    inside = False
    for line in lines:
        inside = bool(note_column(line)) or (inside and line.text.lstrip().startswith(">"))
        if not inside:
            yield line
