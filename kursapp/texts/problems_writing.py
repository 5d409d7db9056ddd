"""What the author's editor refuses to write."""

from __future__ import annotations

from kursapp.texts.sentence import Said

WRITING: dict[str, Said] = {
    "dictionary-unusable": Said(
        nb=("Ordlista {file} kan ikke brukes.", "Stavekontrollen er slått av til programmet startes igjen."),
        nn=("Ordlista {file} kan ikkje brukast.", "Stavekontrollen er slått av til programmet blir starta igjen."),
        en=("The dictionary {file} cannot be used.", "Spelling is off until the program is started again."),
    ),
    "no-dictionary": Said(
        nb=(
            "Maskinen har ingen ordliste å lete i.",
            "Installer LibreOffice med norsk ordliste, eller legg {name}.aff og {name}.dic i mappa {folder}.",
        ),
        nn=(
            "Maskina har inga ordliste å leite i.",
            "Installer LibreOffice med norsk ordliste, eller legg {name}.aff og {name}.dic i mappa {folder}.",
        ),
        en=(
            "This machine has no dictionary to look in.",
            "Install LibreOffice with a dictionary, or put {name}.aff and {name}.dic in the folder {folder}.",
        ),
    ),
    "own-words-unreadable": Said(
        nb=("Lista over dine egne ord, {file}, kan ikke leses.", "Flytt eller slett fila, og prøv igjen."),
        nn=("Lista over dine eigne ord, {file}, kan ikkje lesast.", "Flytt eller slett fila, og prøv igjen."),
        en=("The list of your own words, {file}, cannot be read.", "Move or delete the file, and try again."),
    ),
    "insert-into-cover": Said(
        nb=("Dette hører hjemme i en økt, ikke i kurs.md.", "Åpne økten i listen til venstre, og sett det inn der."),
        nn=("Dette høyrer heime i ei økt, ikkje i kurs.md.", "Opne økta i lista til venstre, og set det inn der."),
        en=("This belongs in a session, not in kurs.md.", "Open the session in the list on the left and insert it."),
    ),
    "insert-no-evaluation": Said(
        nb=("Dette står bare på en evalueringsside.", "Sett inn en evalueringsside først."),
        nn=("Dette står berre på ei evalueringsside.", "Set inn ei evalueringsside først."),
        en=("This stands on an evaluation page only.", "Insert an evaluation page first."),
    ),
    "insert-not-in-evaluation": Said(
        nb=("En sjekkliste kan ikke stå på en evalueringsside.", "Bruk et flervalg, eller sett den på en annen side."),
        nn=("Ei sjekkliste kan ikkje stå på ei evalueringsside.", "Bruk eit fleirval, eller set ho på ei anna side."),
        en=("A checklist cannot stand on an evaluation page.", "Use a multiple choice, or another page."),
    ),
    "insert-into-item": Said(
        nb=("Her ville dette blitt en del av oppgaven.", "Sett markøren i teksten over oppgaven, og prøv igjen."),
        nn=("Her ville dette blitt ein del av oppgåva.", "Set markøren i teksten over oppgåva, og prøv igjen."),
        en=("Here this would become part of the item.", "Put the cursor in the text above the item, and try again."),
    ),
    "insert-no-case": Said(
        nb=("En scene må stå i et case.", "Sett markøren i et case, eller sett inn et nytt case først."),
        nn=("Ein scene må stå i ein case.", "Set markøren i ein case, eller set inn ein ny case først."),
        en=("A scene must stand in a case.", "Put the cursor in a case, or insert a new case first."),
    ),
    "insert-not-empty": Said(
        nb=("En økt er en hel fil, og denne filen er ikke tom.", "Lag en ny økt i listen til venstre."),
        nn=("Ei økt er ei heil fil, og denne fila er ikkje tom.", "Lag ei ny økt i lista til venstre."),
        en=("A session is a whole file, and this one is not empty.", "Make a new session in the list on the left."),
    ),
}
