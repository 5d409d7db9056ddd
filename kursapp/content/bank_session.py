"""A session file of questions that are only drawn, and the line of the cover that names it (course-format §1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kursapp.content.items.heading import FARTHEST_COLON
from kursapp.content.keywords import SECTIONS
from kursapp.content.lines import Line, heading_of
from kursapp.domain.html_markdown import as_heading, escaped


@dataclass(frozen=True, slots=True)
class BankPage:
    """A page of questions: its title, its id, and the lines of each block."""

    title: str
    id: str
    blocks: tuple[tuple[str, ...], ...]


_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def session_text(own_id: str, title: str, pages: Iterable[BankPage]) -> str:
    """Return a session; a rule parts what would run together."""
    lines = ["---", f"id: {own_id}", "---", f"# {_heading(title)}", ""]
    for page in pages:
        lines += [f"## {_heading(page.title)}", f"<!-- id: {page.id} -->", ""]
        for at, block in enumerate(page.blocks):
            if at and not block[0].startswith("### "):
                lines += ["---", ""]
            lines += [*block, ""]
    return "\n".join(lines)


def _heading(words: str) -> str:
    """Return words as a heading that is nothing but a heading: a colon after its first word could make it an item."""
    shown = as_heading(escaped(words))
    return shown.replace(":", " –", 1) if ":" in words[:FARTHEST_COLON] else shown


def cover_with(cover: str, links: Sequence[tuple[str, str]], language: str) -> str:
    """Return a cover that names more files, each ``(title, path)``, under its section for banks.

    A cover without one gets one, before the section that says what the certificate needs. Line ends stay.
    """
    end = "\r\n" if "\r\n" in cover else "\n"
    lines = cover.split(end)
    entries = [f"- [{escaped(title)}]({path})" for title, path in links]
    sections = _sections(lines)
    bank = next((at for at, name in sections if name == "bank"), None)
    if bank is not None:
        stop = next((at for at, _ in sections if at > bank), len(lines))
        while stop > bank + 1 and not lines[stop - 1].strip():
            stop -= 1
        return end.join([*lines[:stop], *entries, *lines[stop:]])
    heading = f"## {SECTIONS.word('bank', language).capitalize()}"
    before = next((at for at, name in sections if name == "requirements"), len(lines))
    while before > 0 and not lines[before - 1].strip():
        before -= 1
    rest = lines[before:] if any(line.strip() for line in lines[before:]) else [""]
    return end.join([*lines[:before], "", heading, *entries, *rest])


def _sections(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return where the sections of a cover begin, each with its name, or an empty one for a module."""
    found, fenced = [], False
    for at, text in enumerate(lines):
        if _FENCE.match(text):
            fenced = not fenced
        heading = None if fenced else heading_of(Line(at + 1, text))
        if heading and heading.level <= 2:
            found.append((at, SECTIONS.find(heading.text) or ""))
    return found
