"""Writes courses of any length, for measuring: sessions of running text with the kinds of items real ones have."""

from __future__ import annotations

from pathlib import Path

SESSIONS_IN_A_MODULE = 50

_SENTENCES = (
    "Lederen står mellom lovens ord og det barnet trenger akkurat nå.",
    "Hun spør hva som er *vurdert*, ikke bare hva som er gjort, og skriver ned svaret.",
    "Når to hensyn trekker hver sin vei, må noen si høyt hvilket som veier tyngst, og hvorfor.",
    "Se også [side én](#s{number}-side-1), der fristen er forklart.",
    "Kontrollspørsmålet er enkelt: **Ville du stått for dette i morgen?**",
    "En melding skal gjennomgås snarest, og senest innen en uke.",
    "Det som ikke er skrevet ned, finnes ikke for den som skal overta saken.",
    "Barnets mening skal fram, og det skal stå hvordan den er vektlagt.",
)

_SESSION = """---
minutter: 30
id: s{number}
---
# Økt {number}

"""

_PAGE = """## Side {page} i økt {number}
<!-- id: s{number}-side-{page} -->

{paragraphs}

> [!MERK]
> Husk å skrive ned hvem som bestemte, og når.

- først det som haster
- så det som varer
- til slutt det som kan vente

"""

_QUESTION = """### Spørsmål: Hva gjør du først i sak {number}-{page}?
<!-- id: s{number}-q{page} -->
- [ ] Venter <!-- id: s{number}-q{page}-a -->
  > Da går fristen.
- [x] Vurderer barnets sikkerhet <!-- id: s{number}-q{page}-b -->
  > Ja, det er det første.
- [ ] Ringer kommunedirektøren <!-- id: s{number}-q{page}-c -->
  > Hun kan vente til du vet mer.

> **Forklaring:** Barnets sikkerhet går foran.

"""

_REFLECTION = """### Refleksjon: Når ble dette viktig hos dere?
<!-- id: s{number}-r -->

"""


def session_text(number: int, *, pages: int = 2, paragraphs: int = 4) -> str:
    """Return one session's Markdown; session ``number`` is unlike every other."""
    parts = [_SESSION.format(number=number)]
    for page in range(1, pages + 1):
        text = "\n\n".join(_paragraph(number, page, place) for place in range(paragraphs))
        parts.append(_PAGE.format(number=number, page=page, paragraphs=text))
        parts.append(_QUESTION.format(number=number, page=page))
    parts.append(_REFLECTION.format(number=number))
    return "".join(parts)


def write_course(folder: Path, sessions: int, course_id: str = "stort-kurs") -> Path:
    """Write a course of so many sessions, with a cover, and return its folder."""
    cover = [f"---\nid: {course_id}\nversjon: 1.0.0\nspråk: nb\n---\n# Stort kurs\n"]
    for number in range(1, sessions + 1):
        if number % SESSIONS_IN_A_MODULE == 1:
            cover.append(f"\n## Del {number // SESSIONS_IN_A_MODULE + 1}\n")
        cover.append(f"- [Økt {number}](okter/{number:04}.md)")
    folder.mkdir(parents=True)
    (folder / "kurs.md").write_text("\n".join(cover) + "\n", encoding="utf-8")
    (folder / "okter").mkdir()
    for number in range(1, sessions + 1):
        (folder / f"okter/{number:04}.md").write_text(session_text(number), encoding="utf-8")
    return folder


def _paragraph(number: int, page: int, place: int) -> str:
    shift = number + page + place
    picked = (_SENTENCES[(shift + step) % len(_SENTENCES)] for step in range(5))
    return f"I sak {number}-{page}-{place}: " + " ".join(picked).format(number=number)
