"""Cut the faces the program draws with out of the variable Source Sans 3 and, for the editor, Source Code Pro.

Qt picks the default instance of a variable font on Linux (ExtraLight, bold by smearing) and another one elsewhere, so
the program ships static faces, with Latin letters and signs only: a tenth of the size, and a tenth of the time to load.
The Open Font License reserves the name "Source" for unmodified files, so these are called "Kursapp Sans" and "Kursapp
Mono".

Run with the extra ``dev`` installed: ``python tools/make_fonts.py``; the result is committed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import fontpkg_source_code_pro
import fontpkg_source_sans_3
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts"
SOURCES = {
    "Kursapp Sans": (fontpkg_source_sans_3.ROOT, "SourceSans3", "Version 3.052"),
    "Kursapp Mono": (fontpkg_source_code_pro.ROOT, "SourceCodePro", "Version 1.026"),
}
LICENSES = {"Kursapp Sans": "OFL.txt", "Kursapp Mono": "OFL-Mono.txt"}
SLANTS = {"": "[wght].ttf", " Italic": "-Italic[wght].ttf"}
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


def file_name(family: str, style: str) -> str:
    """Return what a face is called where no spaces may be."""
    return f"{family.replace(' ', '')}-{style.replace(' ', '')}"


def rename(font: TTFont, family: str, style: str, version: str) -> None:
    """Give the face its own names; copyright and licence stay as they were."""
    names = font["name"]
    kept = {COPYRIGHT_ID, LICENSE_NAME_ID, LICENSE_URL_ID}
    names.names = [record for record in names.names if record.nameID in kept]
    post_script = file_name(family, style)
    for name_id, text in (
        (1, family),
        (2, style),
        (3, post_script),
        (4, f"{family} {style}"),
        (5, version),
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
    return font


def main() -> None:
    """Write the four faces of each family, and the licences."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for family, (root, source, version) in SOURCES.items():
        for suffix, ending in SLANTS.items():
            for weight_name, weight in WEIGHTS.items():
                style = (weight_name + suffix).replace("Regular Italic", "Italic")
                font = cut(Path(root) / "files" / f"{source}{ending}", weight, style)
                rename(font, family, style, version)
                font.save(TARGET / f"{file_name(family, style)}.ttf")
        shutil.copyfile(Path(root) / "LICENSE", TARGET / LICENSES[family])


if __name__ == "__main__":
    main()
