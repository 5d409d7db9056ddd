"""Cut the four faces the program draws with out of the variable Source Sans 3 of ``fontpkg-source-sans-3``.

Qt picks the default instance of a variable font on Linux (ExtraLight, bold by smearing) and another one elsewhere, so
the program ships static faces, with Latin letters and signs only: a tenth of the size, and a tenth of the time to load.
The Open Font License reserves the name "Source" for unmodified files, so these are called "Kursapp Sans".

Run with the extra ``dev`` installed: ``python tools/make_fonts.py``; the result is committed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import fontpkg_source_sans_3
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FAMILY = "Kursapp Sans"
TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts"
SOURCES = {"": "SourceSans3[wght].ttf", " Italic": "SourceSans3-Italic[wght].ttf"}
# Bold is drawn at 600, a weight of the design, but calls itself 700: then 600 and 700 both find it, and Qt never
# smears.
WEIGHTS = {"Regular": 400, "Bold": 600}
CALLED = {400: 400, 600: 700}
FEATURES = ["kern", "liga", "tnum", "lnum", "locl", "mark", "mkmk", "ccmp", "case", "frac", "sups", "calt"]
RANGES = ((0x20, 0x250), (0x2000, 0x20C0), (0x2100, 0x2300), (0x25A0, 0x2608), (0x2713, 0x2718), (0xFB01, 0xFB03))
LICENSE_NAME_ID, LICENSE_URL_ID, COPYRIGHT_ID = 13, 14, 0


def letters() -> list[int]:
    """Return the code points that are kept: Latin with the Sami letters, punctuation, arrows and mathematical signs."""
    return [point for first, end in RANGES for point in range(first, end)]


def rename(font: TTFont, style: str) -> None:
    """Give the face its own names; copyright and licence stay as they were."""
    names = font["name"]
    kept = {COPYRIGHT_ID, LICENSE_NAME_ID, LICENSE_URL_ID}
    names.names = [record for record in names.names if record.nameID in kept]
    post_script = f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}"
    for name_id, text in (
        (1, FAMILY),
        (2, style),
        (3, post_script),
        (4, f"{FAMILY} {style}"),
        (5, "Version 3.052"),
        (6, post_script),
    ):
        names.setName(text, name_id, 3, 1, 0x409)


def cut(source: Path, weight: int, style: str) -> TTFont:
    """Return one static face of ``source`` with the letters we need."""
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight})
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    del font["STAT"]
    font["OS/2"].usWeightClass = CALLED[weight]
    italic, bold = "Italic" in style, "Bold" in style
    plain = not italic and not bold
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | italic | bold << 5 | plain << 6
    font["head"].macStyle = bold | italic << 1
    rename(font, style)
    return font


def main() -> None:
    """Write the four faces and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    root = Path(fontpkg_source_sans_3.ROOT)
    for suffix, name in SOURCES.items():
        for weight_name, weight in WEIGHTS.items():
            style = (weight_name + suffix).replace("Regular Italic", "Italic")
            file = TARGET / f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}.ttf"
            cut(root / "files" / name, weight, style).save(file)
    shutil.copyfile(root / "LICENSE", TARGET / "OFL.txt")


if __name__ == "__main__":
    main()
