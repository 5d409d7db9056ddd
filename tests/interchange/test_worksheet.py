"""A worksheet as Markdown: it reads and prints as it is, in any viewer."""

from __future__ import annotations

from kursapp.domain.course import Rich
from kursapp.domain.worksheet import Part, PartKind, Worksheet
from kursapp.interchange.worksheet import LINE, write_worksheet


def rich(words: str) -> Rich:
    return Rich(words, words)


def test_a_worksheet_reads_as_plain_text() -> None:
    """Headings, boxes to tick, lines to write on, tables with empty cells, a figure as its caption."""
    sheet = Worksheet(
        "Kurs & co",
        "nb",
        (
            Part(PartKind.SESSION, rich("Økt")),
            Part(PartKind.ITEM, rich("Hva?")),
            Part(PartKind.OPTION, rich("Ja")),
            Part(PartKind.OPTION, rich("Nei")),
            Part(PartKind.LINES, count=2),
            Part(PartKind.TABLE, rows=((rich("Land"), rich("a|b")), (rich("Norge"), Rich()))),
            Part(PartKind.FIGURE, rich("Kartet"), source="media/a.svg", alt="Et kart"),
            Part(PartKind.FIGURE, Rich(), source="media/a.svg", alt="Et *kart*"),
        ),
    )
    assert write_worksheet(sheet) == (
        "# Kurs &amp; co\n\n## Økt\n\n#### Hva?\n\n- [ ] Ja\n- [ ] Nei\n\n"
        f"{LINE}\n\n{LINE}\n\n"
        "| Land | a\\|b |\n|---|---|\n| Norge |  |\n\n> Kartet\n\n> Et \\*kart\\*\n"
    )
