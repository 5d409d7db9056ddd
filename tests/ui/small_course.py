"""A course of six days, small enough to be read in a moment, with one of what the shell's screens show."""

from __future__ import annotations

from pathlib import Path

DAYS = (
    "Samfunnsoppdraget",
    "Styring og internkontroll",
    "Faglig ledelse",
    "Arbeidsgiveransvar",
    "Samarbeid",
    "Fornyelse",
)

COVER = """\
---
id: lederkurs
versjon: 1.0.0
språk: nb
rettstilstand: 2026-07-02
timer: 30
arrangør: KS
---
# God ledelse

Seks dager om styring, fag og trygghet. Se [første økt](dag-1/1.md).

"""

DAY = """\
## Dag {day}: {title}
Kort om dagen.

**Mål**
- forklare noe som hører til dagen <!-- id: d{day}-m1 -->

1. [Økt {day}.1](dag-{day}/1.md)
2. [Økt {day}.2](dag-{day}/2.md)

"""

SESSION = """\
---
id: d{day}-{number}
minutter: 6
---
# Økt {day}.{number}

Mandag, klokka 07.52. Du har vært leder i elleve minutter.

## Side to i økt {day}.{number}
<!-- id: d{day}-{number}-b -->

Teksten går videre.

### Refleksjon: Hva gjør du i morgen?
<!-- id: d{day}-{number}-rf -->
"""

REQUIREMENTS = """\
## Krav
- Alle refleksjoner besvart
"""


def write_course(folder: Path) -> Path:
    """Write the course into ``folder`` and return it."""
    folder.mkdir(parents=True)
    cover = COVER
    for day, title in enumerate(DAYS, 1):
        cover += DAY.format(day=day, title=title)
        (folder / f"dag-{day}").mkdir()
        for number in (1, 2):
            (folder / f"dag-{day}" / f"{number}.md").write_text(SESSION.format(day=day, number=number), "utf-8")
    (folder / "kurs.md").write_text(cover + REQUIREMENTS, "utf-8")
    return folder
