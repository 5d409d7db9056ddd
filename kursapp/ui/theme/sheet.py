"""Style sheets: templates that call colours by name, and sizes that follow the text zoom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLACE = re.compile(r"@(\w+)|\bpx\((\d+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def fill_sheet(template: str, colours: Mapping[str, str], px: Callable[[float], int]) -> str:
    """Put colours in place of ``@token`` and zoomed sizes in place of ``px(16)``.

    Raises KeyError for a token that does not exist, so that a slip of the pen is seen at once.
    """

    def put(found: re.Match[str]) -> str:
        token, size = found.groups()
        return colours[token] if token else f"{px(int(size))}px"

    return _PLACE.sub(put, _COMMENT.sub("", template))
