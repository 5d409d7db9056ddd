"""The characters of GIFT: escapes, comments, and a text with the format it names.

Source: Moodle's ``question/format/gift/format.php`` and its page "GIFT format", whose rules are followed to the letter.
Escaped characters are exchanged for stand-ins before anything is looked for, and back when a text is finished.
"""

from __future__ import annotations

import re

from kursapp.domain.course import Rich
from kursapp.interchange.shape import plain, rich
from kursapp.interchange.some_markdown import some_markdown

_ESCAPES = {"\\": "\x01", ":": "\x02", "#": "\x03", "=": "\x04", "{": "\x05", "}": "\x06", "~": "\x07", "n": "\x08"}
_SHOWN = str.maketrans({stand_in: "\n" if letter == "n" else letter for letter, stand_in in _ESCAPES.items()})
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_WRITTEN = re.compile(r"[\\:#={}~\n]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]\s*")
_HAS_MARKUP = re.compile(r"</?[a-zA-Z]|&")


def without_controls(text: str) -> str:
    """Return a text without control characters, which mean nothing in a question and stand for escapes here."""
    return _CONTROL.sub(" ", text)


def hidden(text: str) -> str:
    """Return a text with stand-ins for its escaped characters."""
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text) if "\\" in text else text


def shown(text: str) -> str:
    """Return a text with its escaped characters in the place of their stand-ins, trimmed."""
    return text.translate(_SHOWN).strip()


def format_of(text: str) -> tuple[str, str]:
    """Return the format a text names, or an empty text, and what follows."""
    found = _FORMAT.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def text_in(text: str, default: str = "") -> Rich:
    """Return a text as HTML and words. It is in the format it names, otherwise in that of its question."""
    named, rest = format_of(text)
    return in_format(rest, named or default)


def in_format(text: str, how: str) -> Rich:
    """Return a text whose format is known as HTML and words."""
    words = shown(text)
    if how == "html":
        return rich(words)
    if how == "markdown":
        return rich(some_markdown(words))
    if how == "plain":
        return plain(words)
    if _HAS_MARKUP.search(words):
        return rich(words.replace("\n", "<br>") if "<p" not in words and "<br" not in words else words)
    return plain(words)


def escape(text: str) -> str:
    """Return words with GIFT's own characters escaped, on one line."""
    return _WRITTEN.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)


def written(text: Rich) -> str:
    """Return a text as GIFT, with its format where it needs one."""
    source = text.html.strip()
    needs = any(mark in source for mark in "<>&\n") or source.startswith(("[", "%", "//", "$", "::"))
    return f"[html]{escape(source)}" if needs else escape(source)


def plain_words(text: Rich) -> str:
    """Return the words of a text on one line, for the parts of GIFT that have no format."""
    return " ".join(text.plain.split())
