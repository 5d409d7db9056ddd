"""The pictures of a course as the screen shows them: listed files only, drawn in the colours of the theme."""

from __future__ import annotations

import math
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
MOST_KEPT = 16 * 1024 * 1024
"""Bytes of pictures kept for the next page that asks: three usual figures. A page that is there has its own besides."""
_FONT_FAMILY = re.compile(r'\bfont-family="[^"]*"')
_HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")

Drawing = tuple[str, str, str, int]
"""A picture's address, and what its drawing depends on: the theme, the face and the size of the text."""


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

    ``media`` turns a path of the course's file list into a file on disk, None where it is not listed. The pictures
    asked for last are kept as they are drawn: a figure is 5 MB, and a whole course of them would be hundreds.
    """

    def __init__(self, media: Callable[[str], Path | None], theme: Theme) -> None:
        self._media = media
        self._theme = theme
        self._drawn: dict[Drawing, QImage] = {}
        self._sizes: dict[Drawing, QSize] = {}

    def image(self, source: str) -> QImage:
        """Return the picture at ``source``, or the 1×1 one where it is not listed or cannot be drawn."""
        key = self._key(source)
        drawn = self._drawn.pop(key, None)
        if drawn is None:
            drawn = self._draw(source)
        self._drawn[key] = drawn
        held = sum(each.sizeInBytes() for each in self._drawn.values())
        while held > MOST_KEPT and len(self._drawn) > 1:
            held -= self._drawn.pop(next(iter(self._drawn))).sizeInBytes()
        return drawn

    def size(self, source: str) -> QSize:
        """Return what a picture measures at 100 %, in logical px; empty where there is nothing to show."""
        key = self._key(source)
        if key not in self._sizes:
            self._sizes[key] = self._measure(source)
        return self._sizes[key]

    def _measure(self, source: str) -> QSize:
        file, image = self._media(source), self.image(source)
        if file is None or image.size() == nothing().size():
            return QSize()
        return self._renderer(file).defaultSize() if _is_svg(file) else image.size()

    def enlarged(self, source: str, size: QSize, ratio: float) -> QImage:
        """Return a picture drawn anew at ``size`` logical px, for a screen of ``ratio``; it is not kept.

        What would take too much memory is drawn with fewer pixels.
        """
        file = self._media(source)
        if file is None or size.isEmpty():
            return nothing()
        ratio = min(ratio, math.sqrt(LARGEST_PIXELS / (size.width() * size.height())))
        if _is_svg(file):
            return _painted(self._renderer(file), size, ratio)
        pixels = (size.toSizeF() * ratio).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        image = self.image(source).scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        image.setDevicePixelRatio(ratio)
        return image

    def _key(self, source: str) -> Drawing:
        return source, self._theme.name, self._theme.font().family(), self._theme.px(100)

    def _draw(self, source: str) -> QImage:
        file = self._media(source)
        if file is None:
            return nothing()
        image = self._draw_svg(file) if _is_svg(file) else _read_raster(file)
        return nothing() if image.isNull() else image

    def _draw_svg(self, file: Path) -> QImage:
        renderer = self._renderer(file)
        natural = renderer.defaultSize()
        logical = QSize(self._theme.px(natural.width()), self._theme.px(natural.height()))
        pixels = logical * OVERSAMPLING
        if logical.isEmpty() or pixels.width() * pixels.height() > LARGEST_PIXELS:
            return QImage()
        return _painted(renderer, logical, OVERSAMPLING)

    def _renderer(self, file: Path) -> QSvgRenderer:
        """Return an SVG file ready to be drawn in the theme's look; its size is empty where it cannot be read."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return QSvgRenderer()
        text = in_face(recoloured(text, self._theme.swap()), self._theme.font().family())
        renderer = QSvgRenderer(QByteArray(text.encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        return renderer


def _is_svg(file: Path) -> bool:
    return file.suffix.lower() == ".svg"


def _painted(renderer: QSvgRenderer, logical: QSize, ratio: float) -> QImage:
    image = QImage((logical.toSizeF() * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _read_raster(file: Path) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > LARGEST_PIXELS:
        return QImage()
    return reader.read()
