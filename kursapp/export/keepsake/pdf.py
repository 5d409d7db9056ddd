"""A keepsake as a tagged PDF."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.keepsake import Keepsake, Piece, PieceKind
from kursapp.domain.product import TICKED
from kursapp.export.portions import stop_if_cancelled
from kursapp.export.recovery_sheet import region
from kursapp.export.theme import light_theme
from kursapp.export.typesetting import typeset
from kursapp.files.writing import write_bytes
from kursapp.texts.keepsake import KEEPSAKE
from kursapp.texts.phrases import Phrases

Plain = dict[str, object]


def write_pdf(document: Keepsake, path: Path, watch: Watch) -> None:
    """Write a document. Raises KursappError as ``typesetting.typeset`` and ``files.writing`` do."""
    stop_if_cancelled(watch)
    watch.progress(0, 2)
    pdf = typeset("keepsake", keepsake_values(document), watch)
    watch.progress(1, 2)
    write_bytes(path, pdf)
    watch.progress(2, 2)


def keepsake_values(document: Keepsake) -> Plain:
    """Return what the template is filled with."""
    say = Phrases(KEEPSAKE, document.language)
    return {
        "theme": light_theme(),
        "language": document.language,
        "region": region(document.language),
        "title": document.title,
        "author": "",
        "lead": document.lead,
        "page": say("page"),
        "ticked": say("ticked"),
        "not_ticked": say("not-ticked"),
        "pieces": [_piece(piece) for piece in document.pieces],
    }


def _piece(piece: Piece) -> Plain:
    match piece.kind:
        case PieceKind.HEADING:
            return {"kind": "heading", "level": piece.level, "text": piece.text}
        case PieceKind.TABLE:
            return {"kind": "table", "rows": [[lines(cell) for cell in row] for row in piece.rows]}
        case PieceKind.ENTRIES:
            rows = [[name, lines(words)] for name, words in piece.rows]
            return {"kind": "entries", "text": piece.text, "rows": rows}
        case PieceKind.TICKS:
            ticks: list[list[object]] = [[words, tick == TICKED] for words, tick in piece.rows]
            return {"kind": "ticks", "rows": ticks}
    return {"kind": piece.kind.value, "paragraphs": paragraphs(piece.text)}


def paragraphs(text: str) -> list[list[str]]:
    """Return a person's text as paragraphs of lines; a blank line parts two paragraphs."""
    found: list[list[str]] = [[]]
    for line in lines(text):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def lines(text: str) -> list[str]:
    """Return a person's text by line."""
    return text.splitlines()
