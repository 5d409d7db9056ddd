"""Sentences about evaluation forms as they are written."""

from __future__ import annotations

from kursapp.texts.sentence import Said

EVALUATIONS: dict[str, Said] = {
    "no-evaluation-type": Said(
        nb=("Evalueringen sier ikke når den fylles ut.", "Skriv «type: før», «dag», «etter» eller «oppfølging»."),
        nn=("Evalueringa seier ikkje når ho blir fylt ut.", "Skriv «type: før», «dag», «etter» eller «oppfølging»."),
        en=(
            "The evaluation does not say when it is filled in.",
            "Write “type: before”, “day”, “after” or “follow-up”.",
        ),
    ),
    "same-as-unknown": Said(
        nb=(
            "Det finnes ingen evaluering «{id}» å gjenta.{? Mente du «{nearest}»??}",
            "Bruk id-en til en evaluering i kurset.",
        ),
        nn=(
            "Det finst inga evaluering «{id}» å ta opp att.{? Meinte du «{nearest}»??}",
            "Bruk id-en til ei evaluering i kurset.",
        ),
        en=(
            "There is no evaluation “{id}” to repeat.{? Did you mean “{nearest}”??}",
            "Use the id of an evaluation of the course.",
        ),
    ),
    "same-as-circle": Said(
        nb=("Evalueringen «{id}» gjentar seg selv i ring.", "La én av dem ha punktene selv."),
        nn=("Evalueringa «{id}» tek opp att seg sjølv i ring.", "La éi av dei ha punkta sjølv."),
        en=("The evaluation “{id}” repeats itself in a circle.", "Let one of them hold the items itself."),
    ),
    "no-scale": Said(
        nb=(
            "«{title}» mangler skala.",
            "Skriv en tabell med trinn, eller linja «Fra 1 (svært uenig) til 5 (svært enig)».",
        ),
        nn=(
            "«{title}» manglar skala.",
            "Skriv ein tabell med trinn, eller linja «Frå 1 (svært usamd) til 5 (svært samd)».",
        ),
        en=("“{title}” has no scale.", "Write a table of steps, or the line “From 1 (disagree) to 5 (agree)”."),
    ),
    "two-scales": Said(
        nb=("Punktet har både tabell og Fra–til-linje.", "Behold den ene."),
        nn=("Punktet har både tabell og Frå–til-linje.", "Behald den eine."),
        en=("The item has both a table and a From–to line.", "Keep one."),
    ),
    "scale-steps": Said(
        nb=("Skalaen har {count} trinn.", "Bruk fra {fewest} til {most}."),
        nn=("Skalaen har {count} trinn.", "Bruk frå {fewest} til {most}."),
        en=("The scale has {count} steps.", "Use from {fewest} to {most}."),
    ),
    "no-statements": Said(
        nb=("Tabellen har ingen utsagn.", "Skriv ett utsagn i første celle på hver rad."),
        nn=("Tabellen har ingen utsegner.", "Skriv éi utsegn i første celle på kvar rad."),
        en=("The table has no statements.", "Write a statement in the first cell of each row."),
    ),
    "empty-statement": Said(
        nb=("Raden mangler utsagn.", "Skriv det i første celle, eller ta bort raden."),
        nn=("Rada manglar utsegn.", "Skriv ho i første celle, eller ta bort rada."),
        en=("The row has no statement.", "Write it in the first cell, or take the row away."),
    ),
    "apart-not-last": Said(
        nb=("«{words}» står ikke sist.", "Flytt kolonnen helt til høyre."),
        nn=("«{words}» står ikkje sist.", "Flytt kolonnen heilt til høgre."),
        en=("“{words}” is not the last column.", "Move it to the far right."),
    ),
    "scale-cell-text": Said(
        nb=("Cella sier «{words}», men skal krysses av.", "Tøm den."),
        nn=("Cella seier «{words}», men skal kryssast av.", "Tøm ho."),
        en=("The cell says “{words}”, but is to be ticked.", "Empty it."),
    ),
    "key-in-evaluation": Said(
        nb=("En evaluering har ingen fasit.", "Skriv [ ] i stedet for [x]."),
        nn=("Ei evaluering har ingen fasit.", "Skriv [ ] i staden for [x]."),
        en=("An evaluation has no key.", "Write [ ] instead of [x]."),
    ),
    "too-many-ranked": Said(
        nb=("{count} ting er for mange å rangere.", "Bruk høyst {most}."),
        nn=("{count} ting er for mange å rangere.", "Bruk høgst {most}."),
        en=("{count} things are too many to rank.", "Use at most {most}."),
    ),
    "other-not-here": Said(
        nb=("«{words}» med ___ kan bare stå i Valg og Flervalg.", "Ta bort ___."),
        nn=("«{words}» med ___ kan berre stå i Val og Fleirval.", "Ta bort ___."),
        en=("“{words}” with ___ can only stand in Choice and Multiple.", "Take ___ away."),
    ),
    "background-kind": Said(
        nb=("Bare et Valg kan være bakgrunnsspørsmål.", "Ta bort «bakgrunn: ja», eller skriv det som Valg."),
        nn=("Berre eit Val kan vere bakgrunnsspørsmål.", "Ta bort «bakgrunn: ja», eller skriv det som Val."),
        en=("Only a Choice can be a background question.", "Take “background: yes” away, or write it as Choice."),
    ),
    "background-options": Said(
        nb=("Bakgrunnsspørsmålet har {count} alternativer. Små grupper kan røpe folk.", "Bruk høyst {most} grove."),
        nn=("Bakgrunnsspørsmålet har {count} alternativ. Små grupper kan røpe folk.", "Bruk høgst {most} grove."),
        en=(
            "The background question has {count} options. Small groups can give people away.",
            "Use at most {most} coarse ones.",
        ),
    ),
    "background-too-many": Said(
        nb=(
            "Skjemaet har mer enn to bakgrunnsspørsmål. Sammen kan de røpe hvem som svarte.",
            "Behold de to viktigste.",
        ),
        nn=(
            "Skjemaet har meir enn to bakgrunnsspørsmål. Saman kan dei røpe kven som svara.",
            "Behald dei to viktigaste.",
        ),
        en=(
            "The form has more than two background questions. Together they can tell who answered.",
            "Keep the two most important.",
        ),
    ),
}
