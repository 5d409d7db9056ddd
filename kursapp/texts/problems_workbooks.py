"""Sentences about the tables and sums of workbooks."""

from __future__ import annotations

from kursapp.texts.sentence import Said

WORKBOOKS: dict[str, Said] = {
    "formula-order": Said(
        nb=("Kolonnen «{title}» regnes ut fra «{other}», som ikke er regnet ut ennå.", "Sett «{other}» foran."),
        nn=("Kolonnen «{title}» blir rekna ut frå «{other}», som ikkje er rekna ut enno.", "Set «{other}» framfor."),
        en=("The column “{title}” is computed from “{other}”, which is not computed yet.", "Put “{other}” before it."),
    ),
    "formula-not-number": Said(
        nb=(
            "Kolonnen «{title}» regnes ut fra «{other}», som ikke er et tall.",
            "Gi «{other}» en skala, for eksempel 1–5.",
        ),
        nn=(
            "Kolonnen «{title}» blir rekna ut frå «{other}», som ikkje er eit tal.",
            "Gi «{other}» ein skala, til dømes 1–5.",
        ),
        en=(
            "The column “{title}” is computed from “{other}”, which is not a number.",
            "Give “{other}” a scale, for instance 1–5.",
        ),
    ),
    "two-shapes": Said(
        nb=("Arbeidsboka har både tabell og bokser.", "Del den i to."),
        nn=("Arbeidsboka har både tabell og boksar.", "Del ho i to."),
        en=("The workbook has both a table and boxes.", "Split it in two."),
    ),
    "bad-column": Said(
        nb=("«{written}» sier ikke hva kolonnen er.", "Skriv for eksempel «sannsynlighet 1–5» eller «risiko = a × b»."),
        nn=("«{written}» seier ikkje kva kolonnen er.", "Skriv til dømes «sannsyn 1–5» eller «risiko = a × b»."),
        en=("“{written}” does not say what the column is.", "Write for instance “likelihood 1–5” or “risk = a × b”."),
    ),
    "unknown-column": Said(
        nb=(
            "Tabellen har ingen kolonne «{written}».{? Mente du «{nearest}»??}",
            "Bruk navnet slik det står i overskriften.",
        ),
        nn=(
            "Tabellen har ingen kolonne «{written}».{? Meinte du «{nearest}»??}",
            "Bruk namnet slik det står i overskrifta.",
        ),
        en=(
            "The table has no column “{written}”.{? Did you mean “{nearest}”??}",
            "Use the name as it stands in the heading.",
        ),
    ),
    "bad-formula": Said(
        nb=("Regnestykket «{written}» kan ikke forstås.", "Bruk kolonnenavn, hele tall, + - × / og parenteser."),
        nn=("Reknestykket «{written}» kan ikkje forståast.", "Bruk kolonnenamn, heile tal, + - × / og parentesar."),
        en=("The formula “{written}” cannot be understood.", "Use column names, whole numbers, + - × / and brackets."),
    ),
    "computed-cell-with-text": Said(
        nb=("Kolonnen «{title}» regnes ut, men cella sier «{words}».", "Tøm cella."),
        nn=("Kolonnen «{title}» blir rekna ut, men cella seier «{words}».", "Tøm cella."),
        en=("The column “{title}” is computed, but the cell says “{words}”.", "Empty the cell."),
    ),
    "key-in-workbook": Said(
        nb=("En arbeidsbok har ingen fasit.", "Skriv [ ] i stedet for [x]."),
        nn=("Ei arbeidsbok har ingen fasit.", "Skriv [ ] i staden for [x]."),
        en=("A workbook has no key.", "Write [ ] instead of [x]."),
    ),
}
