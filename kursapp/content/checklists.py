"""The participant's own checklists: ``- [ ]`` outside a question (course-format §2)."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.comments import Cleaned
from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.items.naming import Named, Naming, part_ids
from kursapp.content.lines import Line
from kursapp.content.repair import Edit
from kursapp.content.runs import TICK
from kursapp.content.settings import gather
from kursapp.domain.course import CheckItem, Checklist


def read_checklist(lines: Sequence[Line], cleaned: Cleaned, context: Context, findings: Findings) -> Checklist:
    """Read tick lines, each with the lines that go on with it. A tick with a key is reported, and shown empty."""
    list_id = context.derive_id("sjekkliste")
    ticks = _ticks(lines)
    words = [_words(tick, findings) for tick in ticks]
    texts = [context.markup.inline(text, tick[0].number) for text, tick in zip(words, ticks, strict=True)]
    parts = [_named(tick, text.plain, cleaned) for tick, text in zip(ticks, texts, strict=True)]
    ids = part_ids(parts, list_id, Naming(), context)
    place = context.place(lines[0].number, lines[-1].number)
    return Checklist(place, list_id, tuple(CheckItem(*item) for item in zip(ids, texts, strict=True)))


def _words(tick: Sequence[Line], findings: Findings) -> str:
    found = TICK.match(tick[0].text)
    text = " ".join([(found["text"] or "") if found else "", *(line.text.strip() for line in tick[1:])]).strip()
    if found and found["mark"] != " ":
        column = found.start("mark") + 1
        untick = Edit(tick[0].number, column, column + 1, " ")
        findings.error("key-without-question", tick[0].number, column, repair=[untick], text=text)
    return text


def _named(tick: Sequence[Line], words: str, cleaned: Cleaned) -> Named:
    """Return what names an item: its settings, and where one that is missing would be written."""
    last = tick[-1]
    settings = gather(cleaned.on(*(line.number for line in tick)))
    return Named(settings, words, last.number, len(last.text.rstrip()) + 1, alone=not words)


def _ticks(lines: Sequence[Line]) -> list[list[Line]]:
    ticks: list[list[Line]] = []
    for line in lines:
        if TICK.match(line.text):
            ticks.append([line])
        elif not line.blank:
            ticks[-1].append(line)
    return ticks
