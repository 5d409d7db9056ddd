"""The two typefaces one can read in, and the one one writes Markdown in, loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFontDatabase

SANS = "source-sans"
HYPERLEGIBLE = "atkinson"
MONO = "mono"

UPRIGHT, SLANTED = ("Regular", "Bold"), ("Italic", "BoldItalic")

_FAMILIES = {SANS: "Kursapp Sans", HYPERLEGIBLE: "Atkinson Hyperlegible", MONO: "Kursapp Mono"}


def family(face: str) -> str:
    """Return the family name of a face."""
    return _FAMILIES[face]


def load_face(face: str, folder: Path, styles: Sequence[str] = UPRIGHT + SLANTED) -> None:
    """Give Qt the files of a face; ``folder`` is ``assets/fonts``. Loading one twice harms nothing."""
    within, name = _place_of(face, folder)
    for style in styles:
        QFontDatabase.addApplicationFont(str(within / f"{name}-{style}.ttf"))


def _place_of(face: str, folder: Path) -> tuple[Path, str]:
    name = family(face).replace(" ", "")
    if face == HYPERLEGIBLE:
        import fontpkg_atkinson_hyperlegible

        return Path(fontpkg_atkinson_hyperlegible.ROOT) / "files", name
    return folder, name
