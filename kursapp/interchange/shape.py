"""Other systems have one question text; ours has a heading and what follows it. Both ways between the two."""

from __future__ import annotations

import html
import re

from kursapp.domain.course import Rich
from kursapp.domain.html_tree import BLOCKS, is_bare, words_of
from kursapp.domain.question import Question, Reflection

LONGEST_HEADING = 300
"""Characters of a heading; a longer text goes below one that is cut."""
_CUT = 100

_FIRST = re.compile(r"\s*<p(?: [^<>]*)?>(?P<first>.*?)</p>\s*(?P<rest>.*)$", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
_BREAK = re.compile(r"\s*<br ?/?>\s*", re.IGNORECASE)


def rich(text: str) -> Rich:
    """Return HTML with its words."""
    text = text.strip()
    return Rich(text, text if is_bare(text) else words_of(text))


def plain(words: str) -> Rich:
    """Return plain words as HTML: a line break becomes one."""
    words = words.strip()
    shown = words
    if not is_bare(words) or ">" in words:
        shown = html.escape(words, quote=False)
    return Rich(shown.replace("\n", "<br>"), words)


def joined(block: Question | Reflection) -> str:
    """Return heading and stem as one HTML text."""
    heading = block.heading.html or html.escape(block.title, quote=False)
    return f"<p>{heading}</p>\n{block.stem.html}" if block.stem.html else heading


def parted(text: str, name: str) -> tuple[Rich, Rich]:
    """Return one HTML text as a heading and what follows; ``name`` heads a text that has no heading of its own."""
    text = text.strip()
    first, rest = text, ""
    if "<" in text:
        found = _FIRST.match(text)
        if found:
            first, rest = found["first"].strip(), found["rest"].strip()
        else:
            parts = _BREAK.split(text, maxsplit=1)
            if len(parts) == 2 and "<" not in parts[0]:
                first, rest = parts[0].strip(), f"<p>{parts[1].strip()}</p>" if parts[1].strip() else ""
    heading = rich(first)
    if heading.plain and not _has_blocks(first) and len(heading.plain) <= LONGEST_HEADING:
        return heading, rich(rest)
    words = " ".join((name or words_of(text)).split())
    return plain(shortened(words)), rich(text)


def shortened(words: str) -> str:
    """Cut words at a space where they are too many for a heading."""
    if len(words) <= _CUT:
        return words
    head, _, _ = words[:_CUT].rpartition(" ")
    return f"{head or words[:_CUT]} …"


def _has_blocks(text: str) -> bool:
    return "<" in text and any(found["name"].lower() in BLOCKS for found in _TAG.finditer(text))
