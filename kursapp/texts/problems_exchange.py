"""Sentences about worksheets, and about questions that leave a course."""

from __future__ import annotations

from kursapp.texts.sentence import Said

EXCHANGE: dict[str, Said] = {
    "worksheet-no-such-kind": Said(
        nb=("Et oppgaveark kan ikke skrives som {file}.", "Gi fila et navn som slutter på .pdf eller .md."),
        nn=("Eit oppgåveark kan ikkje skrivast som {file}.", "Gi fila eit namn som sluttar på .pdf eller .md."),
        en=("A worksheet cannot be written as {file}.", "Give the file a name that ends in .pdf or .md."),
    ),
    "worksheet-without-figures": Said(
        nb=(
            "En av figurene kan ikke settes på papir, så oppgavearket har ordene deres i stedet.",
            "Åpne figurene i kurset, og lagre den som ikke vises, på nytt.",
        ),
        nn=(
            "Ein av figurane kan ikkje setjast på papir, så oppgåvearket har orda deira i staden.",
            "Opne figurane i kurset, og lagre den som ikkje viser, på nytt.",
        ),
        en=(
            "One of the figures cannot be put on paper, so the worksheet has their words instead.",
            "Open the figures of the course, and save the one that does not show anew.",
        ),
    ),
    "import-cancelled": Said(
        nb=("Avbrutt. Kurset er som før.", "Velg fila igjen når du vil hente den."),
        nn=("Avbrote. Kurset er som før.", "Vel fila igjen når du vil hente ho."),
        en=("Cancelled. The course is as it was.", "Choose the file again when you want to import it."),
    ),
    "export-no-session": Said(
        nb=("Kurset har ingen økt med id {id}.", "Se id-ene med «kursapp outline»."),
        nn=("Kurset har inga økt med id {id}.", "Sjå id-ane med «kursapp outline»."),
        en=("The course has no session with the id {id}.", "See the ids with “kursapp outline”."),
    ),
    "quality-no-file": Said(
        nb=("Fila {file} finnes ikke.", "Velg en annen fil."),
        nn=("Fila {file} finst ikkje.", "Vel ei anna fil."),
        en=("The file {file} does not exist.", "Choose another file."),
    ),
    "quality-too-large": Said(
        nb=("{file} er større enn {limit} MB, og er ikke en fil med spørsmålskvalitet.", "Velg en annen fil."),
        nn=("{file} er større enn {limit} MB, og er ikkje ei fil med spørsmålskvalitet.", "Vel ei anna fil."),
        en=("{file} is larger than {limit} MB, and is no file of question quality.", "Choose another file."),
    ),
    "quality-not-ours": Said(
        nb=(
            "{file} er ikke en fil med spørsmålskvalitet fra Kursapp.",
            "Be koordinatoren om fila «Spørsmålskvalitet» fra «Rapport og eksport».",
        ),
        nn=(
            "{file} er ikkje ei fil med spørsmålskvalitet frå Kursapp.",
            "Be koordinatoren om fila «Spørsmålskvalitet» frå «Rapport og eksport».",
        ),
        en=(
            "{file} is no file of question quality from Kursapp.",
            "Ask the coordinator for the file “Question quality” from “Report and export”.",
        ),
    ),
    "quality-is-results": Said(
        nb=(
            "{file} er resultatene fra en runde, ikke spørsmålskvalitet.",
            "Be koordinatoren om fila «Spørsmålskvalitet» fra en runde med delte quizsvar.",
        ),
        nn=(
            "{file} er resultata frå ein runde, ikkje spørsmålskvalitet.",
            "Be koordinatoren om fila «Spørsmålskvalitet» frå ein runde med delte quizsvar.",
        ),
        en=(
            "{file} is the results of a round, not question quality.",
            "Ask the coordinator for the file “Question quality” of a round of shared quiz answers.",
        ),
    ),
    "quality-newer": Said(
        nb=("{file} er laget av en nyere utgave av Kursapp.", "Oppdater Kursapp, og åpne fila igjen."),
        nn=("{file} er laga av ei nyare utgåve av Kursapp.", "Oppdater Kursapp, og opne fila igjen."),
        en=("{file} was made by a newer version of Kursapp.", "Update Kursapp, and open the file again."),
    ),
    "quality-damaged": Said(
        nb=("{file} er skadet eller endret{? (ved {written})?}.", "Be koordinatoren lage fila på nytt."),
        nn=("{file} er skadd eller endra{? (ved {written})?}.", "Be koordinatoren lage fila på nytt."),
        en=("{file} is damaged or has been changed{? (at {written})?}.", "Ask the coordinator to make it anew."),
    ),
}
