"""Lines of Markdown in which what a person wrote stands as it was written, and nothing of it is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kursapp.domain.html_markdown import as_heading, escaped, opened

_BREAK = "  "


def plain(words: str) -> str:
    """Return words on one line, escaped."""
    return escaped(" ".join(words.split()))


def heading(level: int, words: str) -> Iterator[str]:
    """Yield a heading with room above it."""
    yield from ("", f"{'#' * level} {as_heading(plain(words))}")


def meta(*told: str) -> Iterator[str]:
    """Yield a line about what follows; nothing where there is nothing to tell."""
    line = " · ".join(plain(each) for each in told if each)
    if line:
        yield from ("", f"*{line}*")


def quoted(words: str) -> Iterator[str]:
    """Yield a text as it was written, line by line, as a quote."""
    lines = words.splitlines() or [""]
    yield ""
    for line in lines:
        shown = opened(escaped(line.strip()))
        yield f"> {shown}{_BREAK}" if shown else ">"


def listed(rows: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
    """Yield a list, one row a line."""
    yield ""
    for number, row in enumerate(rows, 1):
        yield f"{number}. {plain(row)}" if numbered else f"- {plain(row)}"
