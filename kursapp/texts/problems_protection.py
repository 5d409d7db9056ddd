"""Sentences about profiles under a passphrase."""

from __future__ import annotations

from kursapp.texts.sentence import Said

PROTECTION: dict[str, Said] = {
    "profile-has-passphrase": Said(
        nb=("Profilen har allerede en passordfrase.", "Bytt den i Innstillinger."),
        nn=("Profilen har allereie ein passordfrase.", "Byt han i Innstillingar."),
        en=("The profile already has a passphrase.", "Change it in Settings."),
    ),
    "memory-short": Said(
        nb=(
            "Maskinen har ikke nok ledig minne til å regne ut nøkkelen ({megabytes} MB).",
            "Lukk noen andre programmer, og prøv igjen.",
        ),
        nn=(
            "Maskina har ikkje nok ledig minne til å rekne ut nøkkelen ({megabytes} MB).",
            "Lukk nokre andre program, og prøv igjen.",
        ),
        en=(
            "The machine has too little free memory to work out the key ({megabytes} MB).",
            "Close some other programs, and try again.",
        ),
    ),
    "profile-unsaved": Said(
        nb=("Noe du har skrevet, er ikke lagret ennå.", "Prøv igjen når det er lagret."),
        nn=("Noko du har skrive, er ikkje lagra enno.", "Prøv igjen når det er lagra."),
        en=("Something you have written is not saved yet.", "Try again when it is."),
    ),
    "profile-keys-differ": Said(
        nb=("Profilen her og den i fila har ikke samme passordfrase.", "Hent den som en egen profil ved siden av."),
        nn=("Profilen her og den i fila har ikkje same passordfrase.", "Hent han som ein eigen profil ved sida av."),
        en=(
            "The profile here and the one in the file have different passphrases.",
            "Take it in as a profile of its own.",
        ),
    ),
    "rekeying-failed": Said(
        nb=(
            "Kopien av «{file}» ble ikke lik originalen, så ingenting er endret.",
            "Start Kursapp på nytt, og prøv igjen.",
        ),
        nn=(
            "Kopien av «{file}» vart ikkje lik originalen, så ingenting er endra.",
            "Start Kursapp på nytt, og prøv igjen.",
        ),
        en=("The copy of “{file}” did not match it, so nothing has changed.", "Start Kursapp anew, and try again."),
    ),
    "profile-locked": Said(
        nb=("Profilen «{name}» er låst.", "Skriv passordfrasen for å åpne den."),
        nn=("Profilen «{name}» er låst.", "Skriv passordfrasen for å opne han."),
        en=("The profile “{name}” is locked.", "Type the passphrase to open it."),
    ),
    "profile-code-foreign": Said(
        nb=("Koden hører ikke til denne profilen.", "Finn arket med den nyeste koden til profilen."),
        nn=("Koden høyrer ikkje til denne profilen.", "Finn arket med den nyaste koden til profilen."),
        en=("The code does not belong to this profile.", "Find the sheet with the newest code for the profile."),
    ),
    "profile-key-missing": Said(
        nb=(
            "«{file}» mangler i {folder}, og uten den kan ikke profilen låses opp.",
            "Hent den mappa fra en sikkerhetskopi av maskinen.",
        ),
        nn=(
            "«{file}» manglar i {folder}, og utan ho kan ikkje profilen låsast opp.",
            "Hent den mappa frå ein tryggingskopi av maskina.",
        ),
        en=(
            "“{file}” is missing in {folder}, and without it the profile cannot be unlocked.",
            "Fetch that folder from a backup of the machine.",
        ),
    ),
    "profile-key-damaged": Said(
        nb=(
            "«{file}» i {folder} er skadet, og uten den kan ikke profilen låses opp.",
            "Hent den fra en sikkerhetskopi av maskinen.",
        ),
        nn=(
            "«{file}» i {folder} er skadd, og utan ho kan ikkje profilen låsast opp.",
            "Hent ho frå ein tryggingskopi av maskina.",
        ),
        en=(
            "“{file}” in {folder} is damaged, and without it the profile cannot be unlocked.",
            "Fetch it from a backup of the machine.",
        ),
    ),
    "profile-key-newer": Said(
        nb=("«{file}» i {folder} er laget av en nyere Kursapp.", "Installer nyeste Kursapp, så åpner den profilen."),
        nn=("«{file}» i {folder} er laga av ein nyare Kursapp.", "Installer nyaste Kursapp, så opnar han profilen."),
        en=("“{file}” in {folder} was made by a newer Kursapp.", "Install the newest Kursapp to open the profile."),
    ),
}
