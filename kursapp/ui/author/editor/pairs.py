"""Brackets and quotation marks come in pairs: the second is there when the first is typed, and goes with it."""

from __future__ import annotations

import re

CLOSING = {"(": ")", "[": "]", "{": "}", "«": "»"}
"""What is closed as it is opened."""
WRAPPING = {**CLOSING, "*": "*", "_": "_", "`": "`", '"': '"'}
"""What is put around words that are chosen."""
_BEFORE = " \t)]}».,;:!?|"
COMMENT, COMMENT_END = "<!--", "-->"
_LINK = re.compile(r"\]\([^()\s]+$")


def closes_itself(typed: str, line: str, at: int) -> str:
    """Return what comes after the cursor when ``typed`` is typed at a place in a line; empty for nothing."""
    if typed == "-" and line[:at].endswith(COMMENT[:-1]) and COMMENT_END not in line[at:]:
        return f"  {COMMENT_END}"
    nothing_follows = at >= len(line) or line[at] in _BEFORE
    return CLOSING.get(typed, "") if nothing_follows else ""


def steps_over(typed: str, line: str, at: int) -> bool:
    """Say whether what is typed stands there already, as the other half of a pair that is open on the line."""
    if typed not in CLOSING.values() or line[at : at + 1] != typed:
        return False
    opening = next(one for one, other in CLOSING.items() if other == typed)
    return line[:at].count(opening) > line[:at].count(typed)


def ends_comment(typed: str, line: str, at: int) -> bool:
    """Say whether an end of a comment is typed out that stands there already."""
    return typed == ">" and line[:at].endswith("--") and line[at:].strip() == COMMENT_END


def is_space_there(typed: str, line: str, at: int) -> bool:
    """Say whether the space after ``<!--`` is typed that came by itself."""
    return typed == " " and line[:at].endswith(f"{COMMENT} ") and line[at:].startswith(f" {COMMENT_END}")


def is_done_with_comment(line: str, at: int) -> bool:
    """Say whether nothing but the end of a comment is left of a line that is one: Enter goes past it."""
    return line[at:].strip() == COMMENT_END and line.lstrip().startswith(COMMENT) and line.count(COMMENT_END) == 1


def ends_link(line: str, at: int) -> bool:
    """Say whether nothing but its bracket is left of the link the cursor is in: Enter goes past it."""
    return line[at : at + 1] == ")" and _LINK.search(line[:at]) is not None


def is_empty_pair(line: str, at: int) -> bool:
    """Say whether the cursor stands between the two halves of a pair with nothing in it."""
    return 0 < at < len(line) and CLOSING.get(line[at - 1]) == line[at]


def around(line: str, start: int, end: int, mark: str) -> tuple[int, int, str]:
    """Put a mark such as ``**`` around words, or take it away where it is there.

    Return what to put in place of which characters of the line. Words half inside the marks are not torn apart.
    """
    length, words = len(mark), line[start:end]
    if words.startswith(mark) and words.endswith(mark) and len(words) >= 2 * length:
        return start, end, words[length:-length]
    outside = line[max(0, start - length) : start] == mark == line[end : end + length]
    if outside and not (len(mark) == 1 and _part_of_longer(line, start, end, mark)):
        return start - length, end + length, words
    return start, end, mark + words + mark


def _part_of_longer(line: str, start: int, end: int, mark: str) -> bool:
    """Say whether the single marks around words are halves of double ones."""
    before = len(line[:start]) - len(line[:start].rstrip(mark))
    after = len(line[end:]) - len(line[end:].lstrip(mark))
    return before == 2 and after == 2
