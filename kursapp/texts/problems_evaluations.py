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
    "same-as-unknown": Said(
        nb=(
            "Det finnes ingen evaluering «{form}» å gjenta.{? Mente du «{nearest}»??}",
            "Bruk id-en til en evaluering i kurset.",
        ),
        nn=(
            "Det finst inga evaluering «{form}» å ta opp att.{? Meinte du «{nearest}»??}",
            "Bruk id-en til ei evaluering i kurset.",
        ),
        en=(
            "There is no evaluation “{form}” to repeat.{? Did you mean “{nearest}”??}",
            "Use the id of an evaluation of the course.",
        ),
    ),
    "same-as-circle": Said(
        nb=(
            "Evalueringen gjentar «{form}», som gjentar den selv.{? Mente du «{nearest}»??}",
            "La én av dem ha punktene selv.",
        ),
        nn=(
            "Evalueringa tek opp att «{form}», som tek opp att ho sjølv.{? Meinte du «{nearest}»??}",
            "La éi av dei ha punkta sjølv.",
        ),
        en=(
            "The evaluation repeats “{form}”, which repeats itself.{? Did you mean “{nearest}”??}",
            "Let one of them hold the items itself.",
        ),
    ),
    "third-background": Said(
        nb=(
            "«{title}» er bakgrunnsspørsmål nummer tre eller mer. Sammen kan de røpe hvem som svarte.",
            "Behold høyst {most}.",
        ),
        nn=(
            "«{title}» er bakgrunnsspørsmål nummer tre eller meir. Saman kan dei røpe kven som svara.",
            "Behald høgst {most}.",
        ),
        en=(
            "“{title}” is background question number three or more. Together they can tell who answered.",
            "Keep at most {most}.",
        ),
    ),
    "duplicate-in-form": Said(
        nb=("Id-en «{id}» står også på linje {first} i samme skjema.", "Gi den siste en ny id."),
        nn=("Id-en «{id}» står òg på linje {first} i same skjema.", "Gi den siste ein ny id."),
        en=("The id “{id}” also stands on line {first} of the same form.", "Give the last one a new id."),
    ),
    "question-without-measure": Said(
        nb=(
            "Spørsmålet «{title}» i evalueringen sier ikke hva det måler.",
            "Skriv «måler: id» med id-en til et utsagn.",
        ),
        nn=(
            "Spørsmålet «{title}» i evalueringa seier ikkje kva det måler.",
            "Skriv «måler: id» med id-en til ei utsegn.",
        ),
        en=(
            "The question “{title}” in the evaluation does not say what it measures.",
            "Write “measures: id” with the id of a statement.",
        ),
    ),
    "unknown-measure": Said(
        nb=("Skjemaet har ikke noe utsagn «{id}».{? Mente du «{nearest}»??}", "Rett «måler», eller skriv utsagnet."),
        nn=("Skjemaet har inga utsegn «{id}».{? Meinte du «{nearest}»??}", "Rett «måler», eller skriv utsegna."),
        en=(
            "The form has no statement “{id}”.{? Did you mean “{nearest}”??}",
            "Mend “measures”, or write the statement.",
        ),
    ),
}
