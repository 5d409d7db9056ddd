"""What a reader marks and notes in a course's text: values only.

An annotation hangs on the page's id and on the words themselves (``domain.anchoring`` finds them again), so that
neither another size of the type nor a new version of the course, nor a page that has moved, loses it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

COLOURS = ("yellow", "green", "blue", "pink")
"""The colours of highlights, in the order of their keys."""

LONGEST_QUOTE = 5_000
LONGEST_WORDS = 20_000
CONTEXT = 40
"""Characters kept from each side of a quote."""


class AnnotationKind(enum.StrEnum):
    """What an annotation is. A highlight may have words too; a note has no colour, and may have no quote."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in a page's words something hangs.

    The page's running text is several texts, one after another; ``part`` is which (from 0) and ``start`` the character
    in it where the ``quote`` began when it was marked. ``before`` and ``after`` are what stood around it. An empty
    quote hangs on the page itself.
    """

    quote: str = ""
    before: str = ""
    after: str = ""
    part: int = 0
    start: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int, part: int = 0) -> Anchor:
        """Make the anchor of ``text[start:end]``; a longer quote than can be kept ends earlier."""
        end = min(end, start + LONGEST_QUOTE)
        return cls(text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT], part, start)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, a note or a bookmark.

    ``page_title`` is what the page was called when it was made, for a course that is not on the machine any more.
    ``lost``: when its page was last shown, the quote was not in the text. ``removed_at`` is set while it is in the bin.
    """

    id: str
    kind: AnnotationKind
    course_id: str
    session_id: str
    page_id: str
    page_title: str
    anchor: Anchor
    colour: str
    words: str
    created_at: datetime
    updated_at: datetime
    removed_at: datetime | None = None
    lost: bool = False
