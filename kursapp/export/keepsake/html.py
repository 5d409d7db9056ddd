"""A keepsake as plain HTML, for the printer."""

from __future__ import annotations

import html
from collections.abc import Iterator

from kursapp.domain.keepsake import Keepsake, Piece, PieceKind
from kursapp.domain.product import TICKED
from kursapp.export.keepsake.pdf import paragraphs
from kursapp.texts.keepsake import KEEPSAKE
from kursapp.texts.phrases import Phrases


def keepsake_html(document: Keepsake) -> str:
    """Return a document as HTML; every word in it is escaped."""
    head = f"<h1>{_shown(document.title)}</h1><p class='meta'>{_shown(document.lead)}</p>"
    say = Phrases(KEEPSAKE, document.language)
    return head + "".join(part for piece in document.pieces for part in _piece(piece, say))


def _piece(piece: Piece, say: Phrases) -> Iterator[str]:
    match piece.kind:
        case PieceKind.HEADING:
            yield f"<h{piece.level}>{_shown(piece.text)}</h{piece.level}>"
        case PieceKind.TABLE:
            yield from _table(piece)
        case PieceKind.ENTRIES:
            yield f"<p><b>{_shown(piece.text)}</b></p>" if piece.text else ""
            for name, words in piece.rows:
                yield f"<p><b>{_shown(name)}:</b> {_shown(words)}</p>" if name else f"<p>{_shown(words)}</p>"
        case PieceKind.TICKS:
            for words, tick in piece.rows:
                told = say("ticked") if tick == TICKED else say("not-ticked")
                yield f"<p>{_shown(words)} <b>({told})</b></p>"
        case _:
            for paragraph in paragraphs(piece.text):
                words = "<br>".join(_shown(line) for line in paragraph)
                yield _dressed(piece.kind, words)


def _table(piece: Piece) -> Iterator[str]:
    yield "<table border='1' cellspacing='0' cellpadding='5' width='100%'><thead><tr>"
    yield from (f"<th>{_shown(cell)}</th>" for cell in piece.rows[0])
    yield "</tr></thead>"
    for row in piece.rows[1:]:
        yield "<tr>" + "".join(f"<td>{_shown(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"


def _dressed(kind: PieceKind, words: str) -> str:
    if kind is PieceKind.NOTE:
        return f"<p class='meta'>{words}</p>"
    return f"<p><i>{words}</i></p>" if kind is PieceKind.ASKED else f"<p>{words}</p>"


def _shown(text: str) -> str:
    return "<br>".join(html.escape(line) for line in text.splitlines())
