"""The lists of the cover: each item's text as written, where it stands, and how deep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.comments import Cleaned
from kursapp.content.keywords import COVER
from kursapp.content.lines import Line
from kursapp.content.settings import Settings, gather

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d{1,9}[.)]) +(?P<text>.*)$")
_LINK = re.compile(r"\[(?P<title>(?:[^\[\]\\]|\\.)+)\]\( *(?:<(?P<quoted>[^<>]+)>|(?P<plain>[^\s<>]+)) *\) *$")
_DEEP = 2


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, its further lines joined to it. ``nested`` ones stand under another item."""

    text: str
    line: int
    column: int
    nested: bool
    settings: Settings
    end: int

    @property
    def link(self) -> tuple[str, str] | None:
        """Return the title and address of an item that is one link, or None."""
        found = _LINK.match(self.text)
        return (found["title"], found["quoted"] or found["plain"]) if found else None


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading of the cover: prose, goals, and the other list items."""

    prose: tuple[Line, ...]
    goals: tuple[ListItem, ...]
    items: tuple[ListItem, ...]


def read_section(lines: Sequence[Line], cleaned: Cleaned) -> Section:
    """Part the lines under a heading. The list under the line «Mål» holds the goals, up to the first link."""
    prose: list[Line] = []
    items: dict[bool, list[ListItem]] = {True: [], False: []}
    in_goals = False
    at = 0
    while at < len(lines):
        item, end = _item(lines, at, cleaned)
        if item:
            in_goals = in_goals and item.link is None
            items[in_goals].append(item)
        elif _is_goals_label(lines[at]):
            in_goals = True
        else:
            in_goals = in_goals and lines[at].blank
            prose.append(lines[at])
        at = end
    return Section(tuple(prose), tuple(items[True]), tuple(items[False]))


def _item(lines: Sequence[Line], at: int, cleaned: Cleaned) -> tuple[ListItem | None, int]:
    found = None if lines[at].fenced else _ITEM.match(lines[at].text)
    if not found:
        return None, at + 1
    texts = [found["text"].strip()]
    end = at + 1
    while end < len(lines) and _goes_on(lines[end]):
        texts.append(lines[end].text.strip())
        end += 1
    settings = gather(cleaned.on(*(line.number for line in lines[at:end])))
    nested = len(found["indent"]) >= _DEEP
    column, last = found.start("text") + 1, lines[end - 1].number
    return ListItem(" ".join(texts).strip(), lines[at].number, column, nested, settings, last), end


def _goes_on(line: Line) -> bool:
    return line.text.startswith(" ") and not line.blank and not _ITEM.match(line.text)


def _is_goals_label(line: Line) -> bool:
    return COVER.find(line.text.strip(" *_:")) == "goals"
