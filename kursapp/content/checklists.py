"""The participant's own checklists: ``- [ ]`` outside a question (course-format §2)."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.comments import Cleaned
from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.lines import Line
from kursapp.content.runs import TICK
from kursapp.content.settings import gather
from kursapp.content.slugs import slug
from kursapp.domain.course import CheckItem, Checklist, Place


def read_checklist(lines: Sequence[Line], cleaned: Cleaned, context: Context, findings: Findings) -> Checklist:
    """Read tick lines, each with the lines that go on with it. A tick with a key is reported, and shown empty."""
    items = []
    for tick in _ticks(lines):
        found = TICK.match(tick[0].text)
        text = " ".join([(found["text"] or "") if found else "", *(line.text.strip() for line in tick[1:])]).strip()
        if found and found["mark"] != " ":
            findings.error("key-without-question", tick[0].number, found.start("mark") + 1, text=text)
        written = gather(cleaned.on(*(line.number for line in tick))).value("id")
        rich = context.markup.inline(text, tick[0].number)
        items.append(CheckItem(written or context.derive_id(slug(rich.plain)), rich))
    place = Place(findings.file, lines[0].number, lines[-1].number)
    return Checklist(place, context.derive_id("sjekkliste"), tuple(items))


def _ticks(lines: Sequence[Line]) -> list[list[Line]]:
    ticks: list[list[Line]] = []
    for line in lines:
        if TICK.match(line.text):
            ticks.append([line])
        elif not line.blank:
            ticks[-1].append(line)
    return ticks
