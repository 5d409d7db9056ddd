"""A keepsake as a Word document: real headings, tables whose head is repeated, its language, and nobody's name."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kursapp.domain.exporting import Watch
from kursapp.domain.keepsake import Keepsake, Piece, PieceKind
from kursapp.domain.product import TICKED
from kursapp.export.keepsake.pdf import paragraphs
from kursapp.export.portions import stop_if_cancelled
from kursapp.export.recovery_sheet import region
from kursapp.export.theme import light_theme
from kursapp.files.writing import write_bytes
from kursapp.texts.keepsake import KEEPSAKE
from kursapp.texts.phrases import Phrases

MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The moment written into every document: it says nothing of when she worked."""
FACE = "Calibri"

_SIZES = {1: 20, 2: 15, 3: 12.5, 4: 11}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_word(document: Keepsake, path: Path, watch: Watch) -> None:
    """Write a document. Raises KursappError ``export-cancelled``, and as ``files.writing`` does."""
    written = _Written(document)
    total = len(document.pieces) + 1
    for number, piece in enumerate(document.pieces):
        stop_if_cancelled(watch)
        watch.progress(number, total)
        written.put(piece)
    data = written.data()
    stop_if_cancelled(watch)
    write_bytes(path, data)
    watch.progress(total, total)


class _Written:
    """The document as it grows."""

    def __init__(self, document: Keepsake) -> None:
        self._theme = light_theme()
        self._say = Phrases(KEEPSAKE, document.language)
        self._made = Document()
        self._set_page()
        self._set_styles(f"{document.language}-{region(document.language)}")
        self._name(document)
        self._number_pages()
        self._heading(document.title, 1)
        self._paragraph(document.lead, "Merknad")

    def put(self, piece: Piece) -> None:
        """Put a piece at the end."""
        match piece.kind:
            case PieceKind.HEADING:
                self._heading(piece.text, piece.level)
            case PieceKind.TABLE:
                self._table(piece)
            case PieceKind.ENTRIES:
                self._entries(piece)
            case PieceKind.TICKS:
                self._ticks(piece)
            case PieceKind.NOTE:
                self._text(piece.text, "Merknad")
            case PieceKind.ASKED:
                self._text(piece.text, "Oppgave")
            case PieceKind.TEXT:
                self._text(piece.text, "Normal")

    def data(self) -> bytes:
        """Return the file."""
        held = io.BytesIO()
        self._made.save(held)
        return held.getvalue()

    # What is put

    def _heading(self, text: str, level: int) -> None:
        self._made.add_heading(_clean(text), level)

    def _paragraph(self, text: str, style: str) -> Paragraph:
        return self._made.add_paragraph(_clean(text), style)

    def _text(self, text: str, style: str) -> None:
        for lines in paragraphs(text):
            self._paragraph("\n".join(lines), style)

    def _entries(self, piece: Piece) -> None:
        if piece.text:
            self._paragraph("", "Normal").add_run(_clean(piece.text)).bold = True
        for name, words in piece.rows:
            paragraph = self._paragraph("", "Normal")
            paragraph.paragraph_format.left_indent = Cm(0.6)
            if name:
                paragraph.add_run(f"{_clean(name)}: ").bold = True
            paragraph.add_run(_clean(words))

    def _ticks(self, piece: Piece) -> None:
        for words, tick in piece.rows:
            told = self._say("ticked") if tick == TICKED else self._say("not-ticked")
            self._paragraph(f"{'☑' if tick == TICKED else '☐'} {words} ({told})", "Normal")

    def _table(self, piece: Piece) -> None:
        table = self._made.add_table(len(piece.rows), len(piece.rows[0]), "Table Grid")
        for row, texts in zip(table.rows, piece.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.paragraphs[0].style = "Tabell"
                cell.paragraphs[0].add_run(_clean(text))
        self._make_head(table)
        # A table ends the line before it: without this two tables would become one.
        self._paragraph("", "Tabell")

    def _make_head(self, table: Table) -> None:
        head = table.rows[0]
        _add(head._tr.get_or_add_trPr(), "w:tblHeader", val="true")
        for row in table.rows:
            _add(row._tr.get_or_add_trPr(), "w:cantSplit", val="true")
        for cell in head.cells:
            _shade(cell, self._theme["sidebar"])
            for run in cell.paragraphs[0].runs:
                run.bold = True

    # What it is made with

    def _set_page(self) -> None:
        section = self._made.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.2)

    def _set_styles(self, language: str) -> None:
        styles = self._made.styles
        default = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
        assert default is not None
        default.set(qn("w:val"), language)
        normal = styles["Normal"]
        assert isinstance(normal, ParagraphStyle)
        _dress(normal, 11, self._theme["text"])
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        for level, size in _SIZES.items():
            heading = styles[f"Heading {level}"]
            assert isinstance(heading, ParagraphStyle)
            _dress(heading, size, self._theme["primary" if level < 4 else "text"])
            heading.paragraph_format.space_before = Pt(0 if level == 1 else 20 - 3 * level)
            heading.paragraph_format.space_after = Pt(6)
        for name, size, token in (("Merknad", 9, "muted"), ("Oppgave", 11, "text"), ("Tabell", 10, "text")):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            assert isinstance(style, ParagraphStyle)
            style.base_style = normal
            _dress(style, size, self._theme[token])
            style.font.italic = name == "Oppgave"
            style.paragraph_format.space_after = Pt(2 if name == "Tabell" else 6)

    def _name(self, document: Keepsake) -> None:
        """Say what the document is, and of nobody that she wrote it."""
        about = self._made.core_properties
        about.title, about.language = _clean(document.title)[:255], document.language
        about.author = about.last_modified_by = about.comments = ""
        about.created = about.modified = MADE

    def _number_pages(self) -> None:
        before, between, after = re.split(r"\{page\}|\{total\}", self._say("page"))
        foot = self._made.sections[0].footer.paragraphs[0]
        foot.style = "Merknad"
        foot.add_run(before)
        _add_field(foot, "PAGE")
        foot.add_run(between)
        _add_field(foot, "NUMPAGES")
        foot.add_run(after)


def _clean(text: str) -> str:
    """Return a text that XML can hold; line ends are line breaks."""
    return _NOT_IN_XML.sub("", "\n".join(text.splitlines()))


def _dress(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    style.font.name = FACE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)


def _add(parent: BaseOxmlElement, name: str, **attributes: str) -> None:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _shade(cell: _Cell, colour: str) -> None:
    _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour.lstrip("#").upper())


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Add a number that Word works out itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
