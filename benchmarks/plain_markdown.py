"""The baseline of every parse: Python-Markdown alone, with the extensions the course reader uses, on the same text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import markdown

UNREAD = ("README.md", "kvalitetssikring.md")
"""Files that lie in a course and are no part of it."""


def texts_of(folder: Path) -> list[str]:
    """Return the text of every Markdown file that opening a course reads."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md")) if path.name not in UNREAD]


def convert(texts: Sequence[str]) -> None:
    """Turn every text into HTML, one converter for all."""
    converter = markdown.Markdown(extensions=["tables", "def_list", "sane_lists", "footnotes", "abbr"])
    for text in texts:
        converter.reset()
        converter.convert(text)


def convert_folder(payload: bytes) -> bytes:
    """Do the same as a job of a worker, for the course in the folder that is named."""
    convert(texts_of(Path(payload.decode())))
    return b""
