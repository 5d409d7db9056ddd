"""What is the matter with a file for moving, with taking everything out, and with clearing a machine."""

from __future__ import annotations

from kursapp.texts.sentence import Said

CARRY: dict[str, Said] = {
    "parcel-unknown": Said(
        nb=("«{file}» er ikke en flyttefil fra Kursapp.", "Velg fila som slutter på .flytt."),
        nn=("«{file}» er ikkje ei flyttefil frå Kursapp.", "Vel fila som sluttar på .flytt."),
        en=("“{file}” is not a transfer file from Kursapp.", "Choose the file that ends in .flytt."),
    ),
    "parcel-newer": Said(
        nb=("«{file}» er laget av en nyere Kursapp.", "Installer nyeste Kursapp på denne maskinen, og prøv igjen."),
        nn=("«{file}» er laga av ein nyare Kursapp.", "Installer nyaste Kursapp på denne maskina, og prøv igjen."),
        en=("“{file}” was made by a newer Kursapp.", "Install the newest Kursapp on this machine, and try again."),
    ),
    "parcel-cut": Said(
        nb=("«{file}» er ikke hel: slutten mangler.", "Kopier fila på nytt fra den gamle maskinen."),
        nn=("«{file}» er ikkje heil: slutten manglar.", "Kopier fila på nytt frå den gamle maskina."),
        en=("“{file}” is not whole: the end is missing.", "Copy the file again from the old machine."),
    ),
    "parcel-damaged": Said(
        nb=("«{file}» er skadet, så ingenting er hentet fra den.", "Kopier fila på nytt fra den gamle maskinen."),
        nn=("«{file}» er skadd, så ingenting er henta frå ho.", "Kopier fila på nytt frå den gamle maskina."),
        en=("“{file}” is damaged, so nothing was taken from it.", "Copy the file again from the old machine."),
    ),
    "parcel-passphrase-wrong": Said(
        nb=("Passordfrasen åpner ikke «{file}».", "Skriv den på nytt, slik du skrev den ned da fila ble laget."),
        nn=("Passordfrasen opnar ikkje «{file}».", "Skriv han på nytt, slik du skreiv han ned då fila vart laga."),
        en=("The passphrase does not open “{file}”.", "Type it again, as you wrote it down when the file was made."),
    ),
    "carry-cancelled": Said(
        nb=("Det ble avbrutt. Ingenting er endret.", "Begynn på nytt når det passer."),
        nn=("Det vart avbrote. Ingenting er endra.", "Begynn på nytt når det passar."),
        en=("It was stopped. Nothing has changed.", "Begin again when it suits you."),
    ),
    "carry-inside": Said(
        nb=("Mappa {folder} er programmets egen.", "Velg en annen mappe, for eksempel Dokumenter eller en minnepinne."),
        nn=("Mappa {folder} er programmet si eiga.", "Vel ei anna mappe, til dømes Dokument eller ein minnepinne."),
        en=("The folder {folder} is the program's own.", "Choose another, for instance Documents or a memory stick."),
    ),
    "profile-let-go": Said(
        nb=("Profilen er lukket mens den byttes ut.", "Vent til det er ferdig, og prøv igjen."),
        nn=("Profilen er lukka medan han blir bytt ut.", "Vent til det er ferdig, og prøv igjen."),
        en=("The profile is closed while it is being replaced.", "Wait until that is done, and try again."),
    ),
}
