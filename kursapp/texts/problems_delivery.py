"""Sentences about keys, passphrases, and the files that go between participants and coordinator."""

from __future__ import annotations

from kursapp.texts.sentence import Said

KEYS: dict[str, Said] = {
    "passphrase-wrong": Said(
        nb=("Passordfrasen åpner ikke dette.", "Skriv den på nytt, eller bruk gjenopprettingsarket."),
        nn=("Passordfrasen opnar ikkje dette.", "Skriv han på nytt, eller bruk gjenopprettingsarket."),
        en=("The passphrase does not open this.", "Type it again, or use the recovery sheet."),
    ),
    "passphrase-short": Said(
        nb=("Passordfrasen er for kort.", "Bruk minst {least} tegn, gjerne fire vanlige ord etter hverandre."),
        nn=("Passordfrasen er for kort.", "Bruk minst {least} teikn, gjerne fire vanlege ord etter kvarandre."),
        en=("The passphrase is too short.", "Use at least {least} characters, for instance four ordinary words."),
    ),
    "recovery-code-unreadable": Said(
        nb=(
            "Koden er ikke skrevet slik den står på gjenopprettingsarket.",
            "Se etter en gruppe om gangen: 7 × 4 tegn.",
        ),
        nn=(
            "Koden er ikkje skriven slik han står på gjenopprettingsarket.",
            "Sjå etter éi gruppe om gongen: 7 × 4 teikn.",
        ),
        en=("The code is not as it stands on the recovery sheet.", "Check one group at a time: 7 × 4 characters."),
    ),
    "recovery-code-foreign": Said(
        nb=("Koden hører ikke til noe kull i dette nøkkelskrinet.", "Finn arket til et av kullene som ligger her."),
        nn=("Koden høyrer ikkje til noko kull i dette nøkkelskrinet.", "Finn arket til eit av kulla som ligg her."),
        en=("The code belongs to no cohort in this safe.", "Find the sheet of one of the cohorts that are here."),
    ),
    "safe-missing": Said(
        nb=("Det er ikke noe nøkkelskrin i {folder}.", "Velg en passordfrase, så blir det laget."),
        nn=("Det er ikkje noko nøkkelskrin i {folder}.", "Vel ein passordfrase, så blir det laga."),
        en=("There is no safe in {folder}.", "Choose a passphrase, and it will be made."),
    ),
    "safe-exists": Said(
        nb=("Det er alt et nøkkelskrin i {folder}.", "Åpne det med passordfrasen."),
        nn=("Det er alt eit nøkkelskrin i {folder}.", "Opne det med passordfrasen."),
        en=("There is a safe in {folder} already.", "Open it with the passphrase."),
    ),
    "safe-damaged": Said(
        nb=("Nøkkelskrinet {file} i {folder} er skadet.", "Legg tilbake fila fra en sikkerhetskopi av mappa."),
        nn=("Nøkkelskrinet {file} i {folder} er skadd.", "Legg tilbake fila frå ein tryggleikskopi av mappa."),
        en=("The safe {file} in {folder} is damaged.", "Put the file back from a backup of the folder."),
    ),
    "safe-newer": Said(
        nb=("Nøkkelskrinet i {folder} er laget av en nyere Kursapp.", "Oppdater Kursapp. Ingenting er endret."),
        nn=("Nøkkelskrinet i {folder} er laga av ein nyare Kursapp.", "Oppdater Kursapp. Ingenting er endra."),
        en=("The safe in {folder} was made by a newer Kursapp.", "Update Kursapp. Nothing has been changed."),
    ),
    "key-file-missing": Said(
        nb=(
            "Nøkkelen til kullet ({file}) finnes ikke her.",
            "Hent den inn fra en .nokkel-fil eller gjenopprettingsarket.",
        ),
        nn=(
            "Nøkkelen til kullet ({file}) finst ikkje her.",
            "Hent han inn frå ei .nokkel-fil eller gjenopprettingsarket.",
        ),
        en=("The cohort's key ({file}) is not here.", "Bring it in from a .nokkel file or the recovery sheet."),
    ),
    "key-file-damaged": Said(
        nb=("Nøkkelfila {file} er skadet.", "Bruk en annen kopi av den, eller gjenopprettingsarket."),
        nn=("Nøkkelfila {file} er skadd.", "Bruk ein annan kopi av ho, eller gjenopprettingsarket."),
        en=("The key file {file} is damaged.", "Use another copy of it, or the recovery sheet."),
    ),
    "key-file-newer": Said(
        nb=("Nøkkelfila {file} er laget av en nyere Kursapp.", "Oppdater Kursapp, og prøv igjen."),
        nn=("Nøkkelfila {file} er laga av ein nyare Kursapp.", "Oppdater Kursapp, og prøv igjen."),
        en=("The key file {file} was made by a newer Kursapp.", "Update Kursapp, and try again."),
    ),
    "key-file-exists": Said(
        nb=("Nøkkelen til dette kullet er her fra før.", "Du trenger ikke hente den inn en gang til."),
        nn=("Nøkkelen til dette kullet er her frå før.", "Du treng ikkje hente han inn ein gong til."),
        en=("The key of this cohort is here already.", "There is no need to bring it in again."),
    ),
}

COHORT_FILES: dict[str, Said] = {
    "cohort-file-foreign": Said(
        nb=("Fila er ikke en kullfil.", "Åpne fila som slutter på .kull, den du fikk av koordinatoren."),
        nn=("Fila er ikkje ei kullfil.", "Opne fila som sluttar på .kull, den du fekk av koordinatoren."),
        en=("The file is not a cohort file.", "Open the file ending in .kull that you got from the coordinator."),
    ),
    "cohort-file-newer": Said(
        nb=("Kullfila er laget av en nyere Kursapp.", "Oppdater Kursapp, og åpne den igjen."),
        nn=("Kullfila er laga av ein nyare Kursapp.", "Oppdater Kursapp, og opne ho igjen."),
        en=("The cohort file was made by a newer Kursapp.", "Update Kursapp, and open it again."),
    ),
    "cohort-file-damaged": Said(
        nb=("Kullfila er skadet eller endret.", "Be koordinatoren om fila på nytt."),
        nn=("Kullfila er skadd eller endra.", "Be koordinatoren om fila på nytt."),
        en=("The cohort file is damaged or has been changed.", "Ask the coordinator for the file again."),
    ),
    "cohort-file-unwritable": Said(
        nb=(
            "Kullet kan ikke skrives til fil: en av tekstene er for lang eller har skjulte tegn.",
            "Skriv navn, sted, arrangør og begrunnelse på nytt, med høyst 300 tegn i hver.",
        ),
        nn=(
            "Kullet kan ikkje skrivast til fil: ein av tekstane er for lang eller har skjulte teikn.",
            "Skriv namn, stad, arrangør og grunngiving på nytt, med høgst 300 teikn i kvar.",
        ),
        en=(
            "The cohort cannot be written to a file: one of its texts is too long or has hidden characters.",
            "Write its name, place, organiser and reason again, with at most 300 characters in each.",
        ),
    ),
    "cohort-file-rules": Said(
        nb=("Kullfila har regler som ikke verner deltakerne.", "Ikke svar. Be koordinatoren om en ny kullfil."),
        nn=("Kullfila har reglar som ikkje vernar deltakarane.", "Ikkje svar. Be koordinatoren om ei ny kullfil."),
        en=(
            "The cohort file has rules that do not protect the participants.",
            "Do not answer. Ask the coordinator for a new cohort file.",
        ),
    ),
    "cohort-file-recipients": Said(
        nb=(
            "Kullfila sier ikke riktig hvem som kan åpne svarene.",
            "Ikke svar. Be koordinatoren om en ny kullfil.",
        ),
        nn=(
            "Kullfila seier ikkje rett kven som kan opne svara.",
            "Ikkje svar. Be koordinatoren om ei ny kullfil.",
        ),
        en=(
            "The cohort file does not rightly say who can open the answers.",
            "Do not answer. Ask the coordinator for a new cohort file.",
        ),
    ),
    "cohort-file-forms": Said(
        nb=("Skjemaene i kullfila stemmer ikke med seg selv.", "Be koordinatoren om en ny kullfil."),
        nn=("Skjemaa i kullfila stemmer ikkje med seg sjølve.", "Be koordinatoren om ei ny kullfil."),
        en=("The forms in the cohort file contradict themselves.", "Ask the coordinator for a new cohort file."),
    ),
    "cohort-file-trial": Said(
        nb=(
            "Et prøvesvar på «{form}» kom ikke tilbake slik det ble sendt.",
            "Kullet er ikke publisert. Lag det på nytt.",
        ),
        nn=(
            "Eit prøvesvar på «{form}» kom ikkje tilbake slik det vart sendt.",
            "Kullet er ikkje publisert. Lag det på nytt.",
        ),
        en=(
            "A test answer to “{form}” did not come back as it was sent.",
            "The cohort is not published. Make it anew.",
        ),
    ),
}

_ASK_AGAIN = {
    "nb": "Be den som leverte, om å lage fila på nytt.",
    "nn": "Be den som leverte, om å lage fila på nytt.",
    "en": "Ask the one who handed it in to make the file again.",
}


def _both(code: str, nb: str, nn: str, en: str, *, remedy: tuple[str, str, str] | None = None) -> dict[str, Said]:
    """Say the same of answer files and of progress files: their envelope is one."""
    remedies = remedy or (_ASK_AGAIN["nb"], _ASK_AGAIN["nn"], _ASK_AGAIN["en"])
    said = {}
    for start, names in (
        ("answer-file", ("Svarfila", "Svarfila", "The answer file")),
        ("progress-file", ("Fremdriftsfila", "Framdriftsfila", "The progress file")),
    ):
        messages = tuple(text.replace("FILE", name) for text, name in zip((nb, nn, en), names, strict=True))
        said[f"{start}-{code}"] = Said(*zip(messages, remedies, strict=True))
    return said


HANDED_IN: dict[str, Said] = {
    "answer-file-sealed": Said(
        nb=(
            "«{file}» er en forseglet svarfil, og den kan ikke åpnes her.",
            "Lever den slik du fikk beskjed om. Er du koordinator for kullet, tar du den inn under Innsamling.",
        ),
        nn=(
            "«{file}» er ei forsegla svarfil, og ho kan ikkje opnast her.",
            "Lever ho slik du fekk beskjed om. Er du koordinator for kullet, tek du ho inn under Innsamling.",
        ),
        en=(
            "“{file}” is a sealed answer file, and cannot be opened here.",
            "Hand it in as you were told. If you coordinate the cohort, take it in under Collection.",
        ),
    ),
    **_both("empty", "FILE er tom.", "FILE er tom.", "FILE is empty."),
    **_both(
        "foreign",
        "FILE er noe annet enn det den heter.",
        "FILE er noko anna enn det ho heiter.",
        "FILE is something other than its name says.",
        remedy=(
            "La den ligge. Den er ikke laget av Kursapp.",
            "La ho ligge. Ho er ikkje laga av Kursapp.",
            "Leave it. It was not made by Kursapp.",
        ),
    ),
    **_both(
        "newer",
        "FILE er laget av en nyere Kursapp.",
        "FILE er laga av ein nyare Kursapp.",
        "FILE was made by a newer Kursapp.",
        remedy=(
            "Oppdater Kursapp, og hent den inn igjen.",
            "Oppdater Kursapp, og hent ho inn igjen.",
            "Update Kursapp, and collect it again.",
        ),
    ),
    **_both("cut", "FILE er kuttet: slutten mangler.", "FILE er kutta: slutten manglar.", "FILE has been cut short."),
    **_both(
        "appended",
        "FILE er lengre enn den skal være.",
        "FILE er lengre enn ho skal vere.",
        "FILE is longer than it should be.",
    ),
    **_both("damaged", "FILE er skadet på veien.", "FILE er skadd på vegen.", "FILE was damaged on the way."),
    **_both(
        "not-for-key",
        "FILE er ikke forseglet til denne nøkkelen.",
        "FILE er ikkje forsegla til denne nøkkelen.",
        "FILE is not sealed to this key.",
        remedy=(
            "Bruk kullets nøkkel eller gjenopprettingsarket.",
            "Bruk nøkkelen til kullet eller gjenopprettingsarket.",
            "Use the cohort's key or its recovery sheet.",
        ),
    ),
    **_both(
        "mismatch",
        "Innholdet i fila hører ikke til konvolutten. FILE teller ikke med.",
        "Innhaldet i fila høyrer ikkje til konvolutten. FILE tel ikkje med.",
        "The content does not belong to its envelope. FILE does not count.",
    ),
    **_both(
        "not-valid",
        "FILE er ikke skrevet slik Kursapp skriver den, og teller ikke med.",
        "FILE er ikkje skriven slik Kursapp skriv ho, og tel ikkje med.",
        "FILE is not written as Kursapp writes it, and does not count.",
    ),
    **_both(
        "other-cohort",
        "FILE hører til et annet kull.",
        "FILE høyrer til eit anna kull.",
        "FILE belongs to another cohort.",
        remedy=(
            "Hent den inn der den hører til.",
            "Hent ho inn der ho høyrer til.",
            "Collect it where it belongs.",
        ),
    ),
    "answer-file-other-form": Said(
        nb=(
            "Svarfila er svar på et skjema eller en utgave som ikke er med i dette kullet.",
            "Be den som leverte, om å åpne kullfila på nytt og svare på skjemaet der.",
        ),
        nn=(
            "Svarfila er svar på eit skjema eller ei utgåve som ikkje er med i dette kullet.",
            "Be den som leverte, om å opne kullfila på nytt og svare på skjemaet der.",
        ),
        en=(
            "The answer file answers a form, or a version of one, that is not in this cohort.",
            "Ask the one who handed it in to open the cohort file again and answer the form there.",
        ),
    ),
    "answer-file-full": Said(
        nb=("Det du har skrevet, er {over} byte for langt til å få plass.", "Gjør en av tekstene kortere."),
        nn=("Det du har skrive, er {over} byte for langt til å få plass.", "Gjer ein av tekstane kortare."),
        en=("What you have written is {over} bytes too long to fit.", "Make one of the texts shorter."),
    ),
    "progress-file-nameless": Said(
        nb=("Fremdriftsfila trenger et navn.", "Skriv navnet ditt slik koordinatoren kjenner det."),
        nn=("Framdriftsfila treng eit namn.", "Skriv namnet ditt slik koordinatoren kjenner det."),
        en=("The progress file needs a name.", "Write your name as the coordinator knows it."),
    ),
    "progress-file-full": Said(
        nb=("Kurset har for mange moduler til en fremdriftsfil.", "Si fra til den som lager kurset."),
        nn=("Kurset har for mange modular til ei framdriftsfil.", "Sei frå til den som lagar kurset."),
        en=("The course has too many modules for a progress file.", "Tell the one who makes the course."),
    ),
}

DELIVERY: dict[str, Said] = {**KEYS, **COHORT_FILES, **HANDED_IN}
