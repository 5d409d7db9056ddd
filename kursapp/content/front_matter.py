"""The lines between two ``---`` that open a file: our own small subset, not YAML (course-format §1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kursapp.content.findings import Findings
from kursapp.content.keywords import FRONT_MATTER
from kursapp.content.lines import Line


@dataclass(frozen=True, slots=True)
class Field:
    """What one key says: ``text`` after the colon, and the ``items`` of lines below it that begin with ``-``."""

    line: int
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

    def line(self, key: str) -> int:
        """Return the line a field stands on, 1 where it is not there."""
        return self.fields[key].line if key in self.fields else 1


def read_front_matter(lines: Sequence[Line], allowed: Iterable[str], findings: Findings) -> FrontMatter:
    """Read a file's front matter, if it has one. ``allowed`` are the canonical keys that mean something in it."""
    if not lines or lines[0].text.rstrip() != "---":
        return FrontMatter({})
    end = next((at for at in range(1, len(lines)) if lines[at].text.rstrip() == "---"), None)
    if end is None:
        findings.error("front-matter-open", 1)
        return FrontMatter({})
    reader = _Reader(frozenset(allowed), findings)
    for line in lines[1:end]:
        reader.read(line)
    return FrontMatter(reader.fields, end + 1)


class _Reader:
    def __init__(self, allowed: frozenset[str], findings: Findings) -> None:
        self.fields: dict[str, Field] = {}
        self._allowed = allowed
        self._findings = findings
        self._seen: set[str] = set()
        self._key: str | None = None

    def read(self, line: Line) -> None:
        text = line.text.strip()
        if text.startswith("- ") and line.text.startswith(" ") and self._key is not None:
            self._add_item(text[2:].strip())
        elif ":" in text and not line.text.startswith((" ", "-")):
            name, _, value = text.partition(":")
            self._open(name.strip(), value.strip(), line.number)
        elif text:
            self._findings.error("front-matter-line", line.number, text=text)

    def _open(self, name: str, value: str, number: int) -> None:
        """Begin a key. One that is unknown, or there already, keeps its items away from the key before it."""
        key = FRONT_MATTER.find(name)
        self._key = ""
        if (key or name) in self._seen:
            self._findings.error("front-matter-key-twice", number, key=name)
        elif key in self._allowed and key is not None:
            self._key = key
            self.fields[key] = Field(number, value)
        else:
            self._findings.warning("front-matter-key-unknown", number, key=name, nearest=FRONT_MATTER.nearest(name))
        self._seen.add(key or name)

    def _add_item(self, item: str) -> None:
        if self._key:
            field = self.fields[self._key]
            self.fields[self._key] = Field(field.line, field.text, (*field.items, item))
