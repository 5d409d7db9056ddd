"""A small course in which everything that can be moved is linked from somewhere."""

from __future__ import annotations

COVER = """---
id: prove
versjon: 1.0.0
språk: nb
---
# Prøvekurs

Begynn med [den første siden](dag-1/01-start.md#om-melding).

## Før kurset
- [Hvor står du?](for/for.md)

## Dag 1: Starten
Lede på vegne av barnet.

**Mål**
- kjenne fristene <!-- id: d1-m1 -->
- lese et vedtak

1. [Starten](dag-1/01-start.md)
2. [Fortsettelsen](dag-1/02-mer.md)
3. [Quiz](dag-1/quiz.md)

Husk pausen.

## Dag 2: Slutten
<!-- id: d2 -->

1. [Avslutning](dag-2/01-slutt.md)

## Bank
- [Prøve](bank/prove.md)

## Krav
- [Quiz](dag-1/quiz.md)
- [Kartet](dag-1/02-mer.md#wb-kart)
- Alle refleksjoner besvart
"""

START = """---
id: d1-1
minutter: 20
mål:
  - d1-m1
---
# Starten

Her begynner det.[^1] Les [mer om vedtak](02-mer.md#vedtaket) og [siste dag](../dag-2/01-slutt.md).

## Om melding
<!-- id: d1-1-melding | minutter: 3 -->

<!-- fakta: F1 -->

En melding kommer til KS.[^1] Se [fristen](#om-frist) og [kartet](02-mer.md#wb-kart).

![Et kart](../media/kart.png "Kartet")

### Spørsmål: Hva gjør du først?
<!-- id: d1-1-q1 | mål: d1-m1 -->
- [x] Leser meldingen <!-- id: d1-1-q1-a -->
- [ ] Venter <!-- id: d1-1-q1-b -->
  > Nei, se [fristen](#om-frist).

### Mer om dette

Et avsnitt til.

## Om frist
<!-- id: d1-1-frist | mål: d1-m1 -->
Fristen er kort. Tilbake til [meldingen](#om-melding), eller [hit][sted].

### Refleksjon: Hva tenker du?
<!-- id: d1-1-r1 -->
Skriv det ned.

[^1]: Noten, med en [lenke](02-mer.md).
[sted]: #d1-1-q1
*[KS]: Kommunesektorens organisasjon
"""

MORE = """# Fortsettelsen

## Vedtaket
Et vedtak har [en frist](01-start.md#om-frist).[^1]

### Case: Fredag på vakt
Skolen ringer.

- [Vent](#scene-mandag)
  > Det ble mandag.
- [Dra ut](#scene-hjemme)

#### Scene: Mandag
- [Begynn på nytt](#case-fredag-på-vakt)

#### Scene: Hjemme
Alt gikk bra.

## Oppsummering på dagen
### Arbeidsbok: Kart over kommunen
<!-- id: wb-kart -->
| Hvem | Hva |
|---|---|
| Leder | |

Så er det din egen liste:

- [ ] Huske nøkkelen
- [ ] Ringe hjem

[^1]: En annen note.
"""

QUIZ = """---
id: d1-quiz
---
# Quiz for dagen

## Quiz: Dag 1
<!-- id: quiz-1 | trekk: 1 -->
### Spørsmål: Er dette sant?
<!-- id: quiz-1-q1 -->
- [x] Sant
- [ ] Usant
  > Jo, det er det.
"""

END = """---
id: d2-1
---
# Avslutning

## Takk
<!-- id: d2-takk -->
Takk for nå, fra KS. Gå til [starten](../dag-1/01-start.md), [quizen](../dag-1/quiz.md#quiz-1) eller [takk](#takk).[^1]

## Om melding
<!-- id: d2-melding -->
Den samme overskriften igjen.

[^1]: Takk-noten.
"""

BEFORE = """---
id: for
---
# Hvor står du?

## Evaluering: Før
<!-- id: eval-for | type: før -->
### Tall: Hvor trygg er du?
<!-- id: trygg -->
Fra 0 (ikke) til 10 (svært)
"""

BANK = """---
id: banken
---
# Prøve

## Til prøven
<!-- id: bank-1 -->
### Spørsmål: Hvilken frist gjelder?
<!-- id: bank-q1 | bank: d1 -->
- [x] En uke <!-- id: bank-q1-a -->
- [ ] Et år <!-- id: bank-q1-b -->
  > For lenge.
"""

FACTS = """| Id | Faktum | Kilde | Dato | Status |
|---|---|---|---|---|
| F1 | En uke | Loven | 2026 | bekreftet |
"""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)


def small_course() -> dict[str, bytes]:
    """Return the course's files by path."""
    texts = {
        "kurs.md": COVER,
        "for/for.md": BEFORE,
        "dag-1/01-start.md": START,
        "dag-1/02-mer.md": MORE,
        "dag-1/quiz.md": QUIZ,
        "dag-2/01-slutt.md": END,
        "bank/prove.md": BANK,
        "kilder.md": FACTS,
        "løst.md": "# Løst ark\n\nIkke i noen liste.\n",
    }
    return {file: text.encode() for file, text in texts.items()} | {"media/kart.png": PIXEL}
