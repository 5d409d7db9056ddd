"""The lines between two ``---`` that open a file: our own small subset, not YAML (course-format §1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kursapp.content.findings import Findings
from kursapp.content.keywords import FRONT_MATTER
from kursapp.content.lines import Line
from kursapp.content.repair import Edit
from kursapp.content.slugs import ascii_id, is_id

_FIELD = re.compile(r" +- |[^\W\d_][^:#]*:(?: |$)")
"""How a line of front matter begins."""


@dataclass(frozen=True, slots=True)
class Field:
    """What one key says: ``text`` after the colon, and the ``items`` of lines below it that begin with ``-``.

    ``column`` is where the text begins, from 1.
    """

    line: int
    column: int
    text: str
    items: tuple[str, ...] = ()

    def values(self) -> tuple[str, ...]:
        """Return the items, or the text's parts between commas where there are none."""
        return self.items or tuple(part.strip() for part in self.text.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields by canonical key, and how many lines the whole takes up."""

    fields: Mapping[str, Field]
    length: int = 0

    def text(self, key: str) -> str:
        """Return a field's text, empty where it is not there."""
        return self.fields[key].text if key in self.fields else ""

    def values(self, key: str) -> tuple[str, ...]:
        """Return a field's values, none where it is not there."""
        return self.fields[key].values() if key in self.fields else ()

    def id(self, findings: Findings) -> str:
        """Return the written id, empty where there is none; one of other letters than ASCII is reported."""
        field = self.fields.get("id")
        if field is None:
            return ""
        if field.text and not is_id(field.text):
            suggestion = ascii_id(field.text)
            edits = [Edit(field.line, field.column, field.column + len(field.text), suggestion)] if suggestion else []
            findings.error("bad-id", field.line, field.column, repair=edits, id=field.text, suggestion=suggestion)
        return field.text

    def without_id(self, suggestion: str, title: str, findings: Findings) -> None:
        """Report that no id is written, with the repair that writes one."""
        edit = Edit(1, 4, 4, f"\nid: {suggestion}") if self.length else Edit(1, 1, 1, f"---\nid: {suggestion}\n---\n")
        findings.warning("no-id", 1, repair=[edit], id=suggestion, title=title)

    def line(self, key: str) -> int:
        """Return the line a field stands on, 1 where it is not there."""
        return self.fields[key].line if key in self.fields else 1


def read_front_matter(lines: Sequence[Line], allowed: Iterable[str], findings: Findings) -> FrontMatter:
    """Read a file's front matter, if it has one. ``allowed`` are the canonical keys that mean something in it."""
    if not lines or lines[0].text.rstrip() != "---":
        return FrontMatter({})
    end = next((at for at in range(1, len(lines)) if lines[at].text.rstrip() == "---"), None)
    if end is None:
        last = next((at for at, line in enumerate(lines[1:]) if not _FIELD.match(line.text)), len(lines) - 1)
        column = len(lines[last].text) + 1
        findings.error("front-matter-open", 1, repair=[Edit(lines[last].number, column, column, "\n---")])
        return FrontMatter({})
    names = [line.text.partition(":")[0].strip() for line in lines[1:end]]
    reader = _Reader(frozenset(allowed), frozenset(FRONT_MATTER.find(name) for name in names), findings)
    for line in lines[1:end]:
        reader.read(line)
    return FrontMatter(reader.fields, end + 1)


class _Reader:
    """``there`` are the canonical keys that stand somewhere in the front matter."""

    def __init__(self, allowed: frozenset[str], there: frozenset[str | None], findings: Findings) -> None:
        self.fields: dict[str, Field] = {}
        self._allowed, self._there = allowed, there
        self._findings = findings
        self._seen: set[str] = set()
        self._key: str | None = None

    def read(self, line: Line) -> None:
        text = line.text.strip()
        if text.startswith("- ") and line.text.startswith(" ") and self._key is not None:
            self._add_item(text[2:].strip())
        elif ":" in text and not line.text.startswith((" ", "-")):
            name, _, value = line.text.partition(":")
            column = len(line.text) - len(value.lstrip()) + 1
            self._open(name.strip(), Field(line.number, column, value.strip()))
        elif text:
            self._findings.error("front-matter-line", line.number, text=text)

    def _open(self, name: str, field: Field) -> None:
        """Begin a key. One that is unknown, or there already, keeps its items away from the key before it."""
        key = FRONT_MATTER.find(name)
        self._key = ""
        if (key or name) in self._seen:
            self._findings.error("front-matter-key-twice", field.line, key=name)
        elif key in self._allowed and key is not None:
            self._key = key
            self.fields[key] = field
        else:
            near = self._nearest(name)
            repair = [Edit(field.line, 1, len(name) + 1, near)] if near else []
            self._findings.warning("front-matter-key-unknown", field.line, repair=repair, key=name, nearest=near)
        self._seen.add(key or name)

    def _nearest(self, name: str) -> str:
        """Return the key most likely meant; empty where it means nothing in this file, or stands here already."""
        near = FRONT_MATTER.nearest(name)
        key = FRONT_MATTER.find(near) if near else None
        return near if key in self._allowed and key not in self._there else ""

    def _add_item(self, item: str) -> None:
        if self._key:
            field = self.fields[self._key]
            self.fields[self._key] = replace(field, items=(*field.items, item))


def field_edits(lines: Sequence[Line], key: str, value: str, language: str = "nb") -> tuple[Edit, ...]:
    """Return the edits that give a field another text: in its place, as a new line, or as new front matter."""
    front = read_front_matter(lines, (key,), Findings("", []))
    field = front.fields.get(key)
    if field is not None:
        return (Edit(field.line, field.column, field.column + len(field.text), value),) if field.text != value else ()
    written = f"{FRONT_MATTER.word(key, language)}: {value}"
    if front.length:
        return (Edit(1, 4, 4, f"\n{written}"),)
    return (Edit(1, 1, 1, f"---\n{written}\n---\n"),)
