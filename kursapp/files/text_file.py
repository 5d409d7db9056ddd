"""A text file and its bytes: byte order mark and line ends as they were, wherever the text is as it was."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_LONE = re.compile("[\ud800-\udfff]")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def text_of(data: bytes) -> str:
    r"""Return a file's text with ``\n`` at its line ends. Raises UnicodeDecodeError where it is not UTF-8."""
    return plain(data.decode("utf-8-sig"))


def plain(text: str) -> str:
    r"""Return a text as a file can hold it: ``\n`` at line ends, and no halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text


def has_mark(data: bytes) -> bool:
    """Say whether a file begins with a byte order mark."""
    return data.startswith(codecs.BOM_UTF8)


def line_end_of(data: bytes) -> str:
    r"""Return the line end most lines of a file have; ``\n`` where none has any. Of two as common, the first."""
    counts = _line_ends(data)
    most = max(counts.values())
    ends = [end for end, count in counts.items() if count == most]
    return min(ends, key=lambda end: data.find(end.encode())) if most and len(ends) > 1 else ends[0]


def bytes_of(text: str, before: bytes = b"") -> bytes:
    r"""Return the bytes of a text that takes the place of ``before``, the file as it is.

    Lines at the beginning and at the end that are as before keep their line ends, however mixed; the lines between get
    the commonest one. So a text that was not changed gives back exactly the bytes it was read from.
    """
    mark = codecs.BOM_UTF8 if has_mark(before) else b""
    if sum(count > 0 for count in _line_ends(before).values()) < 2:
        # One kind of line end, as nearly every file has: a long text is then written without looking at its lines.
        return mark + plain(text).replace("\n", line_end_of(before)).encode("utf-8")
    return mark + _as_mixed(plain(text).split("\n"), before).encode("utf-8")


def _as_mixed(new: Sequence[str], before: bytes) -> str:
    lines, ends = _parts(before)
    head = _alike(lines, new)
    tail = _alike(lines[head:][::-1], new[head:][::-1])
    usual = line_end_of(before)
    # The line end belongs to the line it follows; the last line has none.
    kept_head = ends[: min(head, len(new) - 1, len(ends))]
    kept_tail = ends[len(ends) - tail + 1 :] if tail > 1 else []
    between = [usual] * (len(new) - 1 - len(kept_head) - len(kept_tail))
    return "".join(_joined(new, [*kept_head, *between, *kept_tail, ""]))


def _line_ends(data: bytes) -> Counter[str]:
    """Count the line ends of each kind. Where there are only line feeds, one stands for all of them."""
    if b"\r" not in data:
        return Counter({"\n": int(b"\n" in data)})
    crlf = data.count(b"\r\n")
    return Counter({"\n": data.count(b"\n") - crlf, "\r\n": crlf, "\r": data.count(b"\r") - crlf})


def _joined(lines: Sequence[str], ends: Sequence[str]) -> Iterator[str]:
    for line, end, following, after in zip(lines, ends, [*lines[1:], ""], [*ends[1:], ""], strict=True):
        # A lone carriage return would become one line end with the line feed of an empty line after it.
        yield line + ("\r\n" if end == "\r" and not following and after == "\n" else end)


def _parts(data: bytes) -> tuple[list[str], list[str]]:
    parts = _LINE_END.split(data.decode("utf-8-sig", errors="replace"))
    return parts[::2], parts[1::2]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
