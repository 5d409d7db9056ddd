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
    "export-no-session": Said(
        nb=("Kurset har ingen økt med id {id}.", "Se id-ene med «kursapp outline»."),
        nn=("Kurset har inga økt med id {id}.", "Sjå id-ane med «kursapp outline»."),
        en=("The course has no session with the id {id}.", "See the ids with “kursapp outline”."),
    ),
}
