"""What a course's cover says of itself, read at a glance: nothing in it is parsed as Markdown."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from kursapp.content.findings import Findings
from kursapp.content.folder import COVERS
from kursapp.content.front_matter import FrontMatter, read_front_matter
from kursapp.content.source import LARGEST_FILE, heading_of, read_lines

_KEYS = ("id", "version")


class CoverWords(NamedTuple):
    """A cover's title, version and id; empty where it does not say."""

    title: str = ""
    version: str = ""
    course_id: str = ""


def find_cover(folder: Path) -> Path | None:
    """Return the cover of a course folder; None where there is none, or the folder cannot be read."""
    with contextlib.suppress(OSError):
        entries = sorted(folder.iterdir())
        for name in COVERS:
            for entry in entries:
                if entry.name.casefold() == name and entry.is_file():
                    return entry
    return None


def cover_words(folder: Path) -> CoverWords:
    """Read the cover of a folder; what cannot be read says nothing."""
    cover = find_cover(folder)
    with contextlib.suppress(OSError):
        if cover is not None:
            with cover.open("rb") as source:
                return words_of(source.read(LARGEST_FILE + 1))
    return CoverWords()


def words_of(data: bytes) -> CoverWords:
    """Read a cover's bytes."""
    lines, _ = read_lines("", data)
    front = front_of(data)
    headings = (heading_of(line) for line in lines[front.length :])
    title = next((heading.text for heading in headings if heading and heading.level == 1), "")
    return CoverWords(title, front.text("version"), front.text("id"))


def front_of(data: bytes) -> FrontMatter:
    """Return the front matter of a cover."""
    lines, _ = read_lines("", data)
    return read_front_matter(lines, _KEYS, Findings(""))
