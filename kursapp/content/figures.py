"""Figures and media cards: an image, sound or film alone in a paragraph (course-format §2)."""

from __future__ import annotations

import re

from kursapp.content.findings import Findings
from kursapp.content.lines import Line
from kursapp.content.markup import Markup
from kursapp.content.media import media_kind
from kursapp.domain.course import Block, Figure, MediaCard, Place

_ALONE = re.compile(
    r" {0,3}(?P<image>!?)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]"
    r"\( *(?:<(?P<quoted>[^<>]*)>|(?P<plain>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?: +(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'))? *\) *$"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_figure(line: Line, markup: Markup, findings: Findings) -> Block | None:
    """Read a line that is a paragraph of its own: a figure, a media card, or None for prose."""
    found = _ALONE.match(line.text)
    if not found:
        return None
    target = found["quoted"] or found["plain"] or ""
    words = _ESCAPE.sub(r"\1", found["words"]).strip()
    place = Place(findings.file, line.number, line.number)
    media = media_kind(target)
    if media in ("sound", "film"):
        return MediaCard(place, markup.image_at(target, line.number, words), words, media)
    if not found["image"]:
        return None
    if not words:
        findings.warning("no-alt-text", line.number, target=target)
    caption = _ESCAPE.sub(r"\1", found["double"] or found["single"] or "")
    return Figure(place, markup.image_at(target, line.number, words), words, caption)
