"""What may stand in a course's HTML: an allow list, a bound on nesting, and the words without the marks."""

from __future__ import annotations

import html
import re

import nh3

DEEPEST = 32
"""Levels of elements a text may have."""

LINK = "lenke"
IMAGE = "bilde"
"""Stand-ins for addresses until the whole course is known: ``lenke:3`` is the file's fourth link (from 0)."""

_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code"),
    *("em", "strong", "sup", "abbr", "a", "img", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={LINK, IMAGE}, link_rel=None)

TAG = re.compile(r'<(?:[^>"]|"[^"]*")*>')
_OPENING = re.compile(r"<(/?)(\w+)")
_EMPTY = {"br", "hr", "img"}
_IMAGE_WORDS = re.compile(r'<img(?:[^>"]|"[^"]*")*?\balt="([^"]*)"(?:[^>"]|"[^"]*")*>')
_NOTE_MARK = re.compile(r"<sup>\d+</sup>")
_CELL_END = re.compile(r"</t[dh]>\s*(?=<t)")
_BREAK = re.compile(r"</?(?:p|ul|ol|li|h[1-6]|table|tr|dl|dt|dd|pre|blockquote)(?: [^>]*)?>|<br>")
_BLANK = re.compile(r"[ \t]*\n\s*")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)


def clean(text: str) -> str:
    """Return HTML with nothing but allowed elements and attributes, every link and image still a stand-in."""
    return _CLEANER.clean(text).strip()


def too_deep(text: str) -> bool:
    """Say whether cleaned HTML nests deeper than :data:`DEEPEST`, or a table within a table."""
    depth = tables = 0
    for closing, name in _OPENING.findall(text):
        if name in _EMPTY:
            continue
        step = -1 if closing else 1
        depth += step
        tables += step if name == "table" else 0
        if depth > DEEPEST or tables > 1:
            return True
    return False


def words_of(text: str) -> str:
    """Return cleaned HTML as plain words: a line per paragraph, row or item, an image as its alternative text."""
    if "<pre>" in text:
        code = _CODE.split(text)
        parts = [part if at % 2 else _SOFT_BREAK.sub(" ", part) for at, part in enumerate(code)]
        text = "".join(parts)
    else:
        text = _SOFT_BREAK.sub(" ", text)
    if "<" in text:
        text = _NOTE_MARK.sub("", _IMAGE_WORDS.sub(r"\1", text))
        text = _BREAK.sub("\n", _CELL_END.sub(" · ", text))
        text = _BLANK.sub("\n", TAG.sub("", text)).strip()
    return html.unescape(text)
