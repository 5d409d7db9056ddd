"""A course of five pages, in as many versions as a test needs, and packages of it."""

from __future__ import annotations

from pathlib import Path

from kursapp.content.folder import list_files
from kursapp.content.package import Manifest, write_package

ID, TITLE = "varslingskurs", "Når noen sier fra"

COVER = """\
---
id: {id}
versjon: {version}
språk: nb
timer: 1
---
# {title}

En time om det første svaret.

## Dag 1: Det første svaret

1. [Svaret](dag-1/svaret.md)
"""

HEAD = """\
---
id: svaret
minutter: 6
---
# Svaret
"""

PAGES = {
    "side-a": "## Hva du sier\n<!-- id: side-a -->\n\nTakk for at du sier fra.\n",
    "side-b": """\
## Hva du spør om
<!-- id: side-b -->

### Spørsmål: Hva spør du om først?
<!-- id: sp-forst -->
- [x] Hva som har skjedd <!-- id: sp-forst-a -->
  > Ja.
- [ ] Hvem som har skylda <!-- id: sp-forst-b -->
  > Det kommer senere.
""",
    "side-c": """\
## Hva du tar med deg
<!-- id: side-c -->

### Refleksjon: Hvem sier aldri fra hos deg?
<!-- id: rf-hvem -->
""",
    "side-d": "## Hva du skriver ned\n<!-- id: side-d -->\n\nTid, sted og hva som ble sagt.\n",
    "side-e": "## Hva du ikke lover\n<!-- id: side-e -->\n\nAt ingen får vite det.\n",
}


def write_course(folder: Path, version: str = "1.0.0", pages: dict[str, str] | None = None) -> Path:
    """Write the course with these pages, and return its folder."""
    (folder / "dag-1").mkdir(parents=True)
    (folder / "kurs.md").write_text(COVER.format(id=ID, version=version, title=TITLE), encoding="utf-8")
    body = "\n".join((PAGES if pages is None else pages).values())
    (folder / "dag-1/svaret.md").write_text(f"{HEAD}\n{body}", encoding="utf-8")
    return folder


def second_pages() -> dict[str, str]:
    """Return the pages of version 2: three changed (one of them a question), one gone, one new."""
    changed = {
        "side-a": PAGES["side-a"].replace("Takk", "Tusen takk"),
        "side-b": PAGES["side-b"].replace("Hva spør du om først?", "Hva er det første du spør om?"),
        "side-c": PAGES["side-c"].replace("\n### Ref", "\nTenk deg godt om.\n\n### Ref"),
    }
    new = {"side-f": "## Hva som skjer så\n<!-- id: side-f -->\n\nDu ringer i morgen.\n"}
    kept = {page: text for page, text in PAGES.items() if page != "side-e"}
    return {**kept, **changed, **new}


def write_kurs(course: Path, target: Path, version: str = "1.0.0", note: str = "") -> Path:
    """Pack a course as it stands, without asking whether it is sound, and return the package."""
    listing = list_files(course)
    with target.open("wb") as file:
        write_package(listing, listing.files, Manifest(ID, version, TITLE, note), file)
    return target
