"""A course of two days, in two versions, and the walk through it."""

from __future__ import annotations

from pathlib import Path

from kursapp.content.folder import list_files
from kursapp.content.package import Manifest, write_package

ID, TITLE = "to-dager", "To dager om frister"
MARKED = "Fristen løper fra den dagen meldingen kom"
NEW_BEFORE = "Dette er nytt i versjon to."

COVER = """\
---
id: {id}
versjon: {version}
språk: nb
timer: 4
arrangør: Fjordbyen kommune
---
# {title}

To korte dager.

## Dag 1: Fristene
Hva som ikke kan vente.

**Mål**
- regne ut en frist <!-- id: m1 -->

1. [Fristen](dag-1/fristen.md)
2. [Quiz](dag-1/quiz.md)

## Dag 2: Planen
Hva du gjør i morgen.

**Mål**
- lage en plan med eier og dato <!-- id: m2 -->

1. [Planen](dag-2/planen.md)

## Krav
- [Quiz](dag-1/quiz.md)
- [Planen min](dag-2/planen.md#wb-plan)
- Alle refleksjoner besvart
"""

DEADLINE = """\
---
id: fristen
minutter: 10
---
# Fristen

## Når den løper
<!-- id: side-frist -->

{new}{marked}, ikke fra den dagen noen leste den. Den som har tavla, ser det før det er for sent.

### Spørsmål: Når begynner fristen?
<!-- id: sp-frist | mål: m1 -->
- [x] Den dagen meldingen kom <!-- id: sp-frist-a -->
  > Ja.
- [ ] Den dagen noen leste den <!-- id: sp-frist-b -->
  > Da har dagene alt gått.

### Spørsmål (tall): Hvor mange dager er det i en uke?
<!-- id: sp-uke | mål: m1 -->
Svar: 7

### Refleksjon: Hvem har tavla hos deg?
<!-- id: rf-tavla -->
"""

QUIZ = """\
---
id: quiz-okt
minutter: 5
---
# Quiz

## Quiz: Fristene
<!-- id: quiz-1 -->

### Spørsmål: Kan en frist vente til mandag?
<!-- id: qz-1 | mål: m1 -->
- [x] Nei <!-- id: qz-1-a -->
  > Riktig.
- [ ] Ja <!-- id: qz-1-b -->
  > Dagene går i helgen også.
"""

PLAN = """\
---
id: planen
minutter: 15
---
# Planen

## Hva du gjør
<!-- id: side-plan -->

Skriv det du gjør først.

### Arbeidsbok: Planen min
<!-- id: wb-plan -->

| Hva | Hvem | Når |
|---|---|---|
| <!-- rad: r1 --> | | |
| <!-- rad: r2 --> | | |
"""

GLOSSARY = """\
| Begrep | Forklaring | Nynorsk | Engelsk |
|---|---|---|---|
| frist | Den siste dagen noe kan gjøres | frist | deadline |
"""


def write_kurs(folder: Path, version: str = "1.0.0") -> Path:
    """Write the course and pack it; version 2 has new words before those that are marked, and another quiz question."""
    course = folder / version
    second = version != "1.0.0"
    texts = {
        "kurs.md": COVER.format(id=ID, version=version, title=TITLE),
        "dag-1/fristen.md": DEADLINE.format(marked=MARKED, new=f"{NEW_BEFORE} " if second else ""),
        "dag-1/quiz.md": QUIZ.replace("Dagene går i helgen også.", "En frist tar ikke helg.") if second else QUIZ,
        "dag-2/planen.md": PLAN,
        "begreper.md": GLOSSARY,
    }
    for name, text in texts.items():
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    listing = list_files(course)
    target = folder / f"{ID}-{version}.kurs"
    with target.open("wb") as file:
        write_package(listing, listing.files, Manifest(ID, version, TITLE, "Én setning er ny."), file)
    return target
