"""Style sheets: templates that call colours by name, and sizes that follow the text zoom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLACE = re.compile(r"@(\w+)|\b(px|tall)\((\d+)\)")
LINE = 21
"""How high a line of interface text is at 100 %, in logical pixels: what ``tall`` lets grow."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def fill_sheet(template: str, colours: Mapping[str, str], px: Callable[[float], int]) -> str:
    """Put colours in place of ``@token`` and zoomed sizes in place of ``px(16)`` and ``tall(38)``.

    ``px`` zooms all of a size; ``tall`` is for the height of a control: its line of text grows, the air around it does
    not. Raises KeyError for a token that does not exist, so that a slip of the pen is seen at once.
    """

    def put(found: re.Match[str]) -> str:
        token, growth, size = found.groups()
        if token:
            return colours[token]
        return f"{int(size) - LINE + px(LINE) if growth == 'tall' else px(int(size))}px"

    return _PLACE.sub(put, _COMMENT.sub("", template))
