"""The Markdown of question banks as HTML: paragraphs, lists, emphasis, code, links and images; the rest as written.

Written here because banks come from strangers and are read outside the bounded worker that Python-Markdown needs:
every pattern below takes time in proportion to the text.
"""

from __future__ import annotations

import html
import re

_CODE = re.compile(r"`([^`\n]+)`")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(([^()\s]{1,500})\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\(([^()\s]{1,500})\)")
_STRONG = re.compile(r"(?<!\*)\*\*(?=\S)([^*\n]{1,2000})(?<=\S)\*\*(?!\*)|\b__(?=\S)([^_\n]{1,2000})(?<=\S)__\b")
_EMPHASIS = re.compile(r"(?<!\*)\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?!\*)|(?<!\w)_(?=\S)([^_\n]{1,2000})(?<=\S)_(?!\w)")
_ITEM = re.compile(r" {0,3}(?:[-*+]|(?P<number>\d{1,9}[.)])) +(?P<text>.*)$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|])")
_BLANK = re.compile(r"\n[ \t]*\n")
_HIDE, _SHOW = 0xE100, re.compile("[\ue100-\ue17f]")


def some_markdown(text: str) -> str:
    """Return a Markdown text as HTML; a single paragraph without one around it."""
    parts = [_block(part) for part in _BLANK.split(text.strip()) if part.strip()]
    if len(parts) == 1 and parts[0].startswith("<p>"):
        return parts[0].removeprefix("<p>").removesuffix("</p>")
    return "\n".join(parts)


def _block(text: str) -> str:
    lines = text.strip("\n").split("\n")
    items = [_ITEM.match(line) for line in lines]
    if all(items):
        name = "ol" if items[0] and items[0]["number"] else "ul"
        inner = "".join(f"<li>{_inline(item['text'])}</li>" for item in items if item)
        return f"<{name}>{inner}</{name}>"
    return f"<p>{_inline(text.strip())}</p>"


def _inline(text: str) -> str:
    text = _SHOW.sub(" ", text)
    text = _ESCAPED.sub(lambda found: chr(_HIDE + ord(found[1])), text)
    pieces = _CODE.split(text)
    shown = [
        f"<code>{html.escape(_shown(piece), quote=False)}</code>" if at % 2 else _shown(_marked(piece))
        for at, piece in enumerate(pieces)
    ]
    return "".join(shown)


def _marked(text: str) -> str:
    text = html.escape(text, quote=True)
    text = _IMAGE.sub(r'<img src="\2" alt="\1">', text)
    text = _LINK.sub(r'<a href="\2">\1</a>', text)
    text = _STRONG.sub(lambda found: f"<strong>{found[1] or found[2]}</strong>", text)
    return _EMPHASIS.sub(lambda found: f"<em>{found[1] or found[2]}</em>", text)


def _shown(text: str) -> str:
    return _SHOW.sub(lambda found: html.escape(chr(ord(found[0]) - _HIDE), quote=False), text)
