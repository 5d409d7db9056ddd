"""The two typefaces one can read in, and the one one writes Markdown in, loaded when they are first needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

SANS = "source-sans"
HYPERLEGIBLE = "atkinson"
MONO = "mono"

_FAMILIES = {SANS: "Kursapp Sans", HYPERLEGIBLE: "Atkinson Hyperlegible", MONO: "Kursapp Mono"}


def family(face: str) -> str:
    """Return the family name of a face."""
    return _FAMILIES[face]


def load_face(face: str, folder: Path) -> None:
    """Give Qt the files of a face; ``folder`` is ``assets/fonts``. Loading one twice harms nothing."""
    for file in _files(face, folder):
        QFontDatabase.addApplicationFont(str(file))


def _files(face: str, folder: Path) -> list[Path]:
    if face == HYPERLEGIBLE:
        import fontpkg_atkinson_hyperlegible

        return sorted((Path(fontpkg_atkinson_hyperlegible.ROOT) / "files").glob("*.ttf"))
    name = family(face).replace(" ", "")
    return [folder / f"{name}-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")]
