"""What granting a wish tells besides the files: what was done, to what, and where to look."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.content.restructuring.rows import Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """``title`` is a code and ``name`` what it is about; look at ``page`` (or ``row``, or the top) of ``file``.

    ``kept`` is the text of a page that is taken out.
    """

    title: str
    name: str
    file: str
    page: str = ""
    row: Row | None = None
    kept: str = ""
