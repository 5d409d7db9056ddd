"""The marks most texts make do with, emphasis and plain links, made into HTML without asking Python-Markdown.

It looks for seventeen kinds of marks in every text, one after another. Where only these stand, and none within another,
the answer is known: the same, letter for letter, at a tenth of the time. Anything else is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# No mark may begin among these, and each of them is written as it is in cleaned HTML.
_WORDS = r"[^\\`*_\[\]<>&\x00-\x09\x0b-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_INNER = rf"(?!\s){_WORDS}+(?<!\s)"
_LINK = rf"(?<!!)\[(?!\^)(?P<words>{_INNER})\]\((?P<address>[\w#%+,./:=?~-]+)\)"
_MARK = re.compile(rf"\*\*(?P<strong>{_INNER})\*\*(?!\*)|\*(?P<em>{_INNER})\*(?!\*)|{_LINK}")
_SIMPLE = re.compile(rf"(?:{_WORDS}++|{re.sub('[?]P<[a-z]+>', '?:', _MARK.pattern)})++")


def is_simple(text: str) -> bool:
    """Say whether a text of one paragraph, without spaces at either end, has simple marks only."""
    return _SIMPLE.fullmatch(text) is not None


def with_simple_marks(text: str, link: Callable[[str], str]) -> str:
    """Return a simple text as HTML; ``link`` answers what to write instead of an address."""

    def mark(found: re.Match[str]) -> str:
        for name in ("strong", "em"):
            if found[name]:
                return f"<{name}>{found[name]}</{name}>"
        return f'<a href="{link(found["address"])}">{found["words"]}</a>'

    return _MARK.sub(mark, text)
