"""A session with everything in it, and edits as people make them: lines written, taken away, copied and moved."""

from __future__ import annotations

from hypothesis import strategies as st

SESSION = """---
id: a
minutter: 20
---
# Økt A

Åpning med [lenke](#to) og [utlenke][ks].

## Én
Første [side to](#to), fotnote[^1] og HTML. Et BUF er et ord, og en melding også.

- [ ] Husk dette
- [ ] Og dette

### Spørsmål: Hva først?
- [x] Ja
  > Riktig, se [b](b.md).
- [ ] Nei

## To
<!-- id: to -->
> [!LOV]
> Regelen. <!-- fakta: F1, F9 -->

![kart](media/borte.png)

### Spørsmål: Hva først?
<!-- id: q2 -->
- [ ] Ja
- [x] Nei

### Case: Fredag
<!-- akser: barnet -->
Det ringer, se [scenen](#scene-mandag).

- [Gå videre](#scene-mandag)
  > **Barnet +1:** bra.

#### Scene: Mandag
Slutt.

##### Spørsmål: Og nå?
- [x] Ja
- [ ] Nei

## To
Samme tittel, samme ord. Se [ks][ks] og [til](b.md#bare-én).

### Arbeidsbok: Plan
| Hva | Hvem |
|---|---|
| Én | |
|  | |

## Quiz: Prøv deg
<!-- bestått: 70 % -->
### Spørsmål (tall): Hvor mange?
Svar: 12 ± 1

### Spørsmål (utfylling): Fyll inn
Barnet [[bor / (flytter)]] hjemme [her](#to).

## Evaluering: Dagen
<!-- id: eval | type: dag -->
### Skala: Hvor enig?
| | Uenig | Enig |
|---|---|---|
| Nyttig | | |

[ks]: https://ks.no
[^1]: Noten, med [lenke](#to).
*[BUF]: Barne- og ungdomsfamilie
"""

LINES = (
    "",
    "Et ord til.",
    "## To",
    "## Ny side",
    "## Quiz: Ny",
    "## Spørsmål: Feil nivå",
    "# Enda en tittel",
    "### Spørsmål: Hva først?",
    "### Refleksjon: Tenk",
    "#### Scene: Mandag",
    "##### For dypt",
    "- [x] Ja",
    "- [ ] Husk dette",
    "  > Tilbakemelding med [lenke](#q2)",
    "> [!KURSLEDER]",
    "```",
    "<!-- id: q2 -->",
    "<!-- id: ny",
    "-->",
    "[død](borte.md) og [ut](https://ks.no)",
    "Fotnote[^1] og [^2] og [ks][ks]",
    "[^2]: En note til.",
    "[ks]: https://ks.no/annet",
    "---",
    "| a | b |",
    "<b>rå</b>",
    "Melding om melding, tlf. 91 23 45 67",
)
"""What may be written anywhere: much of it opens, closes or names something."""

_PLACE = st.integers(0, 200)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), _PLACE, st.sampled_from(LINES)),
        st.tuples(st.just("replace"), _PLACE, st.sampled_from(LINES)),
        st.tuples(st.just("append"), _PLACE, st.sampled_from((" ord", " [l](#to)", " [^1]", " <!-- id: x1 -->", "."))),
        st.tuples(st.just("delete"), _PLACE, st.just("")),
        st.tuples(st.just("copy"), _PLACE, st.just("")),
        st.tuples(st.just("move"), _PLACE, st.just("")),
    ),
    min_size=1,
    max_size=6,
)


def edited(text: str, edit: tuple[str, int, str]) -> str:
    """Return the text with one edit made, at a line of it wherever the place is."""
    kind, place, words = edit
    lines = text.split("\n")
    at = place % len(lines)
    if kind == "insert":
        lines.insert(at, words)
    elif kind == "replace":
        lines[at] = words
    elif kind == "append":
        lines[at] += words
    elif kind == "delete":
        del lines[at : at + 1 + place % 5]
    elif kind == "copy":
        lines[at:at] = lines[at : at + 1 + place % 9]
    else:
        taken = lines[at : at + 6]
        del lines[at : at + 6]
        lines[len(lines) // 2 : len(lines) // 2] = taken
    return "\n".join(lines)
