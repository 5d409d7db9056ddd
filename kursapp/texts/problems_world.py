"""Sentences about the world around the program: disks that go away, folders of others, and other windows."""

from __future__ import annotations

from kursapp.texts.sentence import Said

WORLD: dict[str, Said] = {
    "database-gone": Said(
        nb=(
            "«{file}» er ikke lenger i {folder}, så det du skriver nå, er ikke lagret ennå.",
            "Sett inn minnepinnen, eller legg mappa tilbake. Da lagres alt av seg selv, så la vinduet stå åpent.",
        ),
        nn=(
            "«{file}» er ikkje lenger i {folder}, så det du skriv no, er ikkje lagra enno.",
            "Set inn minnepinnen, eller legg mappa tilbake. Då blir alt lagra av seg sjølv, så lat vindauget stå ope.",
        ),
        en=(
            "“{file}” is no longer in {folder}, so what you write now is not saved yet.",
            "Put the memory stick in, or put the folder back. All is then saved by itself: leave the window open.",
        ),
    ),
    "network-folder-offer": Said(
        nb=(
            "Mappa {folder} ligger på en nettverksdisk, og der er ikke svarene dine trygge.",
            "Du kan bruke en mappe på denne maskinen i stedet: {local}.",
        ),
        nn=(
            "Mappa {folder} ligg på ein nettverksdisk, og der er ikkje svara dine trygge.",
            "Du kan bruke ei mappe på denne maskina i staden: {local}.",
        ),
        en=(
            "The folder {folder} is on a network drive, where your answers are not safe.",
            "You can use a folder on this machine instead: {local}.",
        ),
    ),
    "network-folder-left": Said(
        nb=("Mappa {folder} ligger på en nettverksdisk.", "Kursapp bruker {local} på denne maskinen i stedet."),
        nn=("Mappa {folder} ligg på ein nettverksdisk.", "Kursapp bruker {local} på denne maskina i staden."),
        en=("The folder {folder} is on a network drive.", "Kursapp uses {local} on this machine instead."),
    ),
    "data-folder-away": Said(
        nb=(
            "Kursapp er satt opp til å bruke mappa {folder}, og den er ikke her nå.",
            "Sett inn minnepinnen eller koble til disken, og prøv igjen. Da er alt der som før.",
        ),
        nn=(
            "Kursapp er sett opp til å bruke mappa {folder}, og ho er ikkje her no.",
            "Set inn minnepinnen eller kople til disken, og prøv igjen. Då er alt der som før.",
        ),
        en=(
            "Kursapp is set up to use the folder {folder}, which is not here now.",
            "Put in the memory stick or connect the disk, and try again. Everything is then there as before.",
        ),
    ),
}
