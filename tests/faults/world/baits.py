"""A course that points at files outside it in every way a course can point at a file."""

from __future__ import annotations

from pathlib import Path

COVER = """---
id: agnkurs
versjon: 1.0.0
språk: nb
---
# Kurs med agn

Se [hemmeligheten](../agn-omslag.md) og ![](../agn-omslag.png).

## Dag 1: Prøve
En dag.

1. [Første økt](dag-1/1.md)
2. [Utenfor](../agn-okt.md)

## Bank
- [Bank](../agn-bank.md)
"""
SESSION = """---
id: okt
minutter: 10
---
# Første økt

Ordene på den første siden.

![Opp](../../agn-opp.png)

![Rett]({folder}/agn-rett.png)

![Adresse](file://{folder}/agn-adresse.png "Med tittel")

![Lenke](../bilder/lenke.png)

![Tegning](../bilder/tegning.svg)

<img src="file://{folder}/agn-html.png">

<iframe src="../../agn-ramme.html"></iframe>

[Les](file://{folder}/agn-les.txt) og [hør](../../agn-lyd.mp3).

![Film](../../agn-film.mp4)

## Siden etter
<!-- id: etter -->
Ordene på den andre siden. Se [der](../../../../agn-hjemme.txt).

![Hjemme](~/agn-hjemme.png)

### Refleksjon: Hva tenker du?
<!-- id: rf -->
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">
<image xlink:href="file://{folder}/agn-tegnet.png" width="90" height="60"/>
<use xlink:href="../../agn-brukt.svg#a"/>
<style>@import url("../../agn-stil.css"); rect {{ fill: url(../../agn-fyll.png) }}</style>
<rect width="90" height="60" fill="#336699"/>
</svg>
"""
NAMES = (
    *("agn-omslag.md", "agn-omslag.png", "agn-okt.md", "agn-bank.md", "agn-opp.png", "agn-rett.png", "agn-adresse.png"),
    *("agn-lenket.png", "agn-html.png", "agn-ramme.html", "agn-les.txt", "agn-lyd.mp3", "agn-film.mp4"),
    *("agn-hjemme.txt", "agn-hjemme.png", "agn-tegnet.png", "agn-brukt.svg", "agn-stil.css", "agn-fyll.png"),
)


SHELF = "hylle"
"""The folder with the course in it, and nothing else of any course."""


def lay_out(folder: Path) -> None:
    """Write the baits in ``folder``, and the course in a shelf in it."""
    for name in NAMES:
        (folder / name).write_text("Dette skal ingen lese.\n", "utf-8")
    shelf = folder / SHELF
    course = shelf / "agnkurs"
    for part in ("dag-1", "bilder"):
        (course / part).mkdir(parents=True)
    for name in ("agn-omslag.md", "agn-omslag.png", "agn-okt.md", "agn-bank.md"):
        # These are beside the course, as the cover says.
        (folder / name).rename(shelf / name)
    (course / "kurs.md").write_text(COVER, "utf-8")
    (course / "dag-1" / "1.md").write_text(SESSION.format(folder=folder), "utf-8")
    (course / "bilder" / "tegning.svg").write_text(DRAWING.format(folder=folder), "utf-8")
    (course / "bilder" / "lenke.png").symlink_to(folder / "agn-lenket.png")
