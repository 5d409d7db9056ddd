"""The names inside one case as it is being written: its axes, its scenes, and its choices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.items.heading import keyword_of
from kursapp.content.items.links import choice_link
from kursapp.content.items.marks import item_mark
from kursapp.content.keywords import SETTINGS, fold
from kursapp.content.lines import Line, heading_of, is_rule
from kursapp.content.slugs import slug
from kursapp.services.names import Named

_ID = re.compile(r"<!--[^>]*?\bid:\s*(?P<id>[\w.-]+)", re.IGNORECASE)
_AXES = re.compile(r"(?P<key>[^\W\d_]+)\s*:\s*(?P<axes>[^|>]*?)\s*(?:\||-->|$)")
_RANGE = re.compile(r" +[-−–]?\d{1,4} ?(?:…|\.{2,3}|–|—|-|til|to) ?[-−–]?\d{1,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CaseNames:
    """What can be named in a case."""

    axes: tuple[Named, ...] = ()
    scenes: tuple[Named, ...] = ()
    choices: tuple[Named, ...] = ()


def case_names(lines: Sequence[Line], case_line: int) -> CaseNames:
    """Return the names of the case whose heading is on a line; none where it is 0. ``lines`` may end inside it."""
    if not case_line:
        return CaseNames()
    axes: list[Named] = []
    scenes: list[Named] = []
    choices: list[Named] = []
    inside = [line for line in lines if line.number >= case_line]
    for at, line in enumerate(inside):
        heading = heading_of(line)
        if at and (is_rule(line) or (heading and heading.level <= 3)):
            break
        below = inside[at + 1].text if at + 1 < len(inside) else ""
        if heading:
            keyword = keyword_of(heading.text, on_evaluation_page=False)
            if keyword and keyword.name in ("case", "scene"):
                written = _ID.search(below)
                scenes.append(Named(written["id"] if written else slug(heading.text), keyword.title))
            axes += _axes(below) if at == 0 else ()
        else:
            choices += _choice(line)
    return CaseNames(tuple(axes), tuple(scenes), tuple(choices))


def _axes(text: str) -> list[Named]:
    for found in _AXES.finditer(text):
        if SETTINGS.find(fold(found["key"])) == "axes":
            parts = (part.strip() for part in found["axes"].split(","))
            return [Named(_RANGE.sub("", part)) for part in parts if part]
    return []


def _choice(line: Line) -> list[Named]:
    mark, written = item_mark(line), _ID.search(line.text)
    link = choice_link(mark.text) if mark else None
    return [Named(written["id"], link.text.partition("<!--")[0].strip())] if link and written else []
