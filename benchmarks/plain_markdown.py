"""The baseline of every parse: Python-Markdown alone, with the extensions the course reader uses, on the same text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import markdown


def texts_of(folder: Path) -> list[str]:
    """Return the text of every Markdown file of a course."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]


def convert(texts: Sequence[str]) -> None:
    """Turn every text into HTML, one converter for all."""
    converter = markdown.Markdown(extensions=["tables", "def_list", "sane_lists", "footnotes", "abbr"])
    for text in texts:
        converter.reset()
        converter.convert(text)
