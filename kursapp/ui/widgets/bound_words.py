"""What belongs together on one line: «14 200», «§ 1-4», «17 %», «200 kroner».

Authors write plain spaces. They become no-break spaces only here, on the way into a text document, so that ids, search
and everything else see what was written; Qt copies a no-break space as a plain one.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_TAG = r"<[^<>]*>"
_INLINE = r"(?:</?(?:a|abbr|code|em|strong|sup)\b[^<>]*>)*"
_GAP = rf"{_INLINE}\s{_INLINE}"
_UNITS = r"(?:%|‰|(?:kroner|kr|prosent(?:poeng)?)\b)"
# One pass, and a pattern that begins with a set of letters, for it reads every text of every page: letters that begin
# nothing cost next to nothing. A tag with a digit is matched first, so that what stands inside it is taken for no text.
_TOGETHER = re.compile(
    rf"""[<\d§k](?:
    (?<=<)[^<>\d]*\d[^<>]*>
    |(?<=\d)(?:(?<!\d\d)\d{{0,2}}(?:{_GAP}\d{{3}}(?!\d))+(?:{_GAP}(?={_UNITS}))?|{_GAP}(?={_UNITS}))
    |(?:(?<=§)|(?<=\bk)r\.?){_GAP}(?=\d)
    )""",
    re.VERBOSE,
)
_PIECE = re.compile(rf"({_TAG})")


def bound(html: str) -> str:
    """Return HTML whose numbers stay whole, and stay with their «§» before and their «%» or «kroner» after."""
    return _TOGETHER.sub(_bind, html)


def as_written(text: str) -> str:
    """Return text read out of a document with the plain spaces its author wrote."""
    return text.replace(NO_BREAK, " ")


def _bind(found: re.Match[str]) -> str:
    pieces = _PIECE.split(found[0])
    return "".join(piece if piece.startswith("<") else re.sub(r"\s", NO_BREAK, piece) for piece in pieces)
