"""What the template of a worksheet is filled with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kursapp.domain.worksheet import Part, PartKind, Worksheet
from kursapp.export.recovery_sheet import region
from kursapp.export.theme import light_theme
from kursapp.export.worksheet.rich import Plain, blocks_of, spans_of
from kursapp.texts.phrases import Phrases
from kursapp.texts.worksheet import WORKSHEET

_LISTED = {PartKind.OPTION: "options", PartKind.WORD: "words"}


def worksheet_values(sheet: Worksheet, pictures: Mapping[str, str]) -> Plain:
    """Return a worksheet's values; ``pictures`` names the file of each figure that can be shown, by its source."""
    say = Phrases(WORKSHEET, sheet.language)
    return {
        "theme": light_theme(),
        "language": sheet.language,
        "region": region(sheet.language),
        "title": say("title", course=sheet.title),
        "author": "",
        "heading": sheet.title,
        "name": say("name"),
        "date": say("date"),
        "page": say("page"),
        "parts": list(_parts(sheet.parts, pictures)),
    }


def _parts(parts: tuple[Part, ...], pictures: Mapping[str, str]) -> Iterator[Plain]:
    level = 1
    run: list[Part] = []
    for part in parts:
        if run and part.kind is not run[0].kind:
            yield _listed(run)
            run = []
        if part.kind in _LISTED:
            run.append(part)
            continue
        if part.kind in (PartKind.SESSION, PartKind.PAGE):
            level = 2 if part.kind is PartKind.SESSION else 3
        yield _part(part, level, pictures)
    if run:
        yield _listed(run)


def _listed(run: list[Part]) -> Plain:
    return {"kind": _LISTED[run[0].kind], "items": [spans_of(part.text) for part in run]}


def _part(part: Part, level: int, pictures: Mapping[str, str]) -> Plain:
    kind = part.kind
    if kind in (PartKind.SESSION, PartKind.PAGE):
        return {"kind": kind.value, "level": level, "spans": spans_of(part.text)}
    if kind is PartKind.ITEM:
        # One level below what it stands under: screen readers are told of no step that is skipped.
        return {"kind": "item", "level": level + 1, "spans": spans_of(part.text)}
    if kind is PartKind.LINES:
        return {"kind": "lines", "count": part.count}
    if kind is PartKind.TABLE:
        return {"kind": "table", "rows": [[spans_of(cell) for cell in row] for row in part.rows]}
    if kind is PartKind.FIGURE:
        return _figure(part, pictures)
    return {"kind": kind.value, "blocks": blocks_of(part.text)}


def _figure(part: Part, pictures: Mapping[str, str]) -> Plain:
    file = pictures.get(part.source, "")
    words = spans_of(part.text)
    if file:
        return {"kind": "figure", "file": file, "alt": part.alt or part.text.plain or part.source, "spans": words}
    shown = words or [{"kind": "words", "text": part.alt or part.source}]
    return {"kind": "box", "blocks": [{"kind": "paragraph", "spans": shown}]}
