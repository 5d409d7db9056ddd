"""The pictures of a course as the screen shows them: listed files only, drawn in the colours of the theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kursapp.ui.theme.theme import Theme

# Drawn at twice the size, so that a screen scaled to 150 % or 200 % still gets sharp lines.
OVERSAMPLING = 2.0
# What a picture may take in memory at the most; the check of courses has refused larger ones already.
LARGEST_PIXELS = 16_000_000
_FONT_FAMILY = re.compile(r'\bfont-family="[^"]*"')
_HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def in_face(svg: str, family: str) -> str:
    """Let the words of an SVG text be written in the face the program is read in."""
    return _FONT_FAMILY.sub(f'font-family="{family}"', svg)


def recoloured(svg: str, swap: Mapping[str, str]) -> str:
    """Exchange the colours of an SVG text. ``swap``: upper-case ``#RRGGBB`` → what stands there instead."""
    if not swap:
        return svg
    return _HEX_COLOUR.sub(lambda found: swap.get(found.group().upper(), found.group()), svg)


def nothing() -> QImage:
    """Return the 1×1 transparent picture that is shown for everything that is not a listed picture."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


class Pictures:
    """Answers a document's wish for a picture: the course's own listed file, or nothing at all.

    ``media`` turns a path of the course's file list into a file on disk, None where it is not listed. A picture is
    read once for each look of the theme and kept.
    """

    def __init__(self, media: Callable[[str], Path | None], theme: Theme) -> None:
        self._media = media
        self._theme = theme
        self._drawn: dict[tuple[str, str, str, int], QImage] = {}

    def image(self, source: str) -> QImage:
        """Return the picture at ``source``, or the 1×1 one where it is not listed or cannot be drawn."""
        key = (source, self._theme.name, self._theme.font().family(), self._theme.px(100))
        if key not in self._drawn:
            self._drawn[key] = self._draw(source)
        return self._drawn[key]

    def _draw(self, source: str) -> QImage:
        file = self._media(source)
        if file is None:
            return nothing()
        image = self._draw_svg(file) if file.suffix.lower() == ".svg" else _read_raster(file)
        return nothing() if image.isNull() else image

    def _draw_svg(self, file: Path) -> QImage:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return QImage()
        text = in_face(recoloured(text, self._theme.swap()), self._theme.font().family())
        renderer = QSvgRenderer(QByteArray(text.encode()))
        if not renderer.isValid():
            return QImage()
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        size = renderer.defaultSize()
        logical = QSize(self._theme.px(size.width()), self._theme.px(size.height()))
        pixels = logical * OVERSAMPLING
        if logical.isEmpty() or pixels.width() * pixels.height() > LARGEST_PIXELS:
            return QImage()
        image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.setDevicePixelRatio(OVERSAMPLING)
        return image


def _read_raster(file: Path) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > LARGEST_PIXELS:
        return QImage()
    return reader.read()
