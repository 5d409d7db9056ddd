"""The icons of the program and of its files in the form each system wants, from the drawings in ``assets/app``."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def png(drawing: Path, size: int) -> bytes:
    """Return a drawing as a PNG of ``size`` × ``size`` pixels. Raises OSError where it cannot be read or drawn."""
    renderer = QSvgRenderer(drawing.read_bytes())
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not renderer.isValid() or not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"no icon could be drawn from {drawing.name}")
    return bytes(data.data())


def ico(drawing: Path) -> bytes:
    """Return a drawing as a Windows icon: a directory of PNGs (which Windows reads since Vista)."""
    pictures = [(size, png(drawing, size)) for size in ICO_SIZES]
    entries, at = b"", 6 + 16 * len(pictures)
    for size, data in pictures:
        side = size % 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(data for _, data in pictures)


def icns(drawing: Path) -> bytes:
    """Return a drawing as a macOS icon: PNGs, each behind four letters for its size."""
    blocks = b""
    for size, kind in ICNS_KINDS.items():
        data = png(drawing, size)
        blocks += kind + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def write_icons(assets: Path, folder: Path) -> None:
    """Write ``kursapp.ico``, ``kursapp.icns``, ``document.ico`` and ``document.icns`` to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("kursapp", "document"):
        drawing = assets / "app" / f"{name}.svg"
        (folder / f"{name}.ico").write_bytes(ico(drawing))
        (folder / f"{name}.icns").write_bytes(icns(drawing))
