"""Reads the words of a PDF as another program would: by the tables with which its fonts name their glyphs."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf

_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(_PAIR.pattern + r"\s*(<[0-9a-fA-F]+>|\[[^\]]*\])")
_SHOWN = {"Tj", "TJ", "'", '"'}
_MOVES = {"Td", "TD"}
_NEW_LINE = {"T*", "Tm", "ET"}


def pdf_text(path: Path) -> str:
    """Return the words of all pages in the order they are drawn, whitespace made even."""
    with pikepdf.open(path) as pdf:
        return " ".join(" ".join(_page(page) for page in pdf.pages).split())


def _page(page: pikepdf.Page) -> str:
    fonts = {name: _glyphs(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: list[str] = []
    current: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            current = fonts.get(str(operands[0]), {})
        elif name in _SHOWN:
            found.append(_words(operands[-1], current))
        elif name in _NEW_LINE or (name in _MOVES and float(operands[1])):
            found.append("\n")
    return "".join(found)


def _words(shown: object, glyphs: dict[bytes, str]) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    raw = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(glyphs.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))


def _glyphs(font: pikepdf.Dictionary) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    glyphs: dict[bytes, str] = {}
    for kind, body in re.findall(r"beginbf(char|range)(.*?)endbf", table, re.DOTALL):
        if kind == "char":
            glyphs |= {bytes.fromhex(first): _letters(second) for first, second in _PAIR.findall(body)}
        else:
            for first, last, to in _RANGE.findall(body):
                glyphs |= _range(first, last, to)
    return glyphs


def _range(first: str, last: str, to: str) -> dict[bytes, str]:
    codes = [number.to_bytes(len(first) // 2) for number in range(int(first, 16), int(last, 16) + 1)]
    if to.startswith("["):
        return dict(zip(codes, map(_letters, re.findall(r"<([0-9a-fA-F]+)>", to)), strict=False))
    start = _letters(to.strip("<>"))
    return {code: start[:-1] + chr(ord(start[-1]) + step) for step, code in enumerate(codes)}


def _letters(written: str) -> str:
    return bytes.fromhex(written).decode("utf-16-be")
