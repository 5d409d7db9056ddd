"""A worksheet as Markdown any viewer shows and prints: boxes to tick, lines to write on, no key."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.html_markdown import MarkdownWriter, escaped
from kursapp.domain.worksheet import Part, PartKind, Worksheet

LINE = "\\_" * 40
_HEADINGS = {PartKind.SESSION: "##", PartKind.PAGE: "###", PartKind.ITEM: "####"}
_LISTED = {PartKind.OPTION: "- [ ]", PartKind.WORD: "-"}


def write_worksheet(sheet: Worksheet) -> str:
    """Return a worksheet as Markdown."""
    writer = MarkdownWriter()
    lines = [f"# {writer.inline(sheet.title.replace('&', '&amp;').replace('<', '&lt;'))}"]
    earlier = None
    for part in sheet.parts:
        if not (part.kind is earlier and part.kind in _LISTED):
            lines.append("")
        lines += _part(part, writer)
        earlier = part.kind
    return "\n".join([*lines, ""])


def _part(part: Part, writer: MarkdownWriter) -> Iterator[str]:
    if part.kind in _HEADINGS:
        yield f"{_HEADINGS[part.kind]} {writer.inline(part.text.html)}"
    elif part.kind in _LISTED:
        yield f"{_LISTED[part.kind]} {writer.inline(part.text.html)}"
    elif part.kind is PartKind.LINES:
        for number in range(part.count):
            yield from ["", LINE] if number else [LINE]
    elif part.kind is PartKind.TABLE:
        yield from _table(part, writer)
    elif part.kind is PartKind.FIGURE:
        yield f"> {writer.inline(part.text.html) if part.text else escaped(part.alt)}"
    elif part.kind is PartKind.BOX:
        yield from (f"> {line}".rstrip() for line in writer.blocks(part.text.html))
    else:
        yield from writer.blocks(part.text.html)


def _table(part: Part, writer: MarkdownWriter) -> Iterator[str]:
    for at, row in enumerate(part.rows):
        cells = [writer.inline(cell.html).replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"
        if not at:
            yield f"|{'---|' * len(row)}"
