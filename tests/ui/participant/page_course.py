"""A small course with every kind of thing that can stand on a page."""

from __future__ import annotations

LONG = "\n\n".join(f"Avsnitt {number}. " + "Dette er en setning som fyller linjen. " * 6 for number in range(40))

FIRST = f"""---
id: s1
minutter: 10
---
# Økt en

## Lesing
<!-- id: lesing -->
Et [oppslag](#svar) og en [lenke](https://www.ks.no/barnevern).

{LONG}

### Refleksjon: Hva tenker du?
<!-- id: r1 -->
Skriv litt.

## Svar
<!-- id: svar -->
### Spørsmål: Hva gjør du først?
<!-- id: q1 -->
- [ ] Ringer <!-- id: a -->
  > Vent litt.
- [x] Vurderer <!-- id: b -->

> **Forklaring:** Alltid i den rekkefølgen.

### Spørsmål: Uten svar
<!-- id: q-feil -->
- [ ] En
- [ ] To

Resten av siden står her.

## Arbeid
<!-- id: arbeid -->
### Arbeidsbok: Risiko
<!-- id: wb -->
<!-- kolonner: s 1–5; k 1–5; risiko = s × k -->
| Hendelse | s | k | risiko |
|---|---|---|---|
| Trussel <!-- rad: w1 --> | | | |
| | | | |
"""
SECOND = """---
id: s2
minutter: 5
---
# Økt to

## Caset
<!-- id: caset -->
### Case: Fredag
<!-- id: c1 | akser: barnet -->
Telefonen ringer.

- [Vent](#scene-mandag) <!-- id: v1 -->
  > Helgen blir lang.
  > **Barnet −1:** ingen vet.
- [Dra](#scene-mandag) <!-- id: v2 -->

#### Scene: Mandag
<!-- id: mandag | slutt: svak -->
Det er mandag.
"""
