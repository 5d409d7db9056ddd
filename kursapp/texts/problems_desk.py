"""What the coordinator's window refuses."""

from __future__ import annotations

from kursapp.texts.sentence import Said

DESK: dict[str, Said] = {
    "answer-folder-gone": Said(
        nb=("Finner ikke mappa {folder}.", "Sett inn pinnen igjen, eller velg en annen mappe."),
        nn=("Finn ikkje mappa {folder}.", "Set inn pinnen igjen, eller vel ei anna mappe."),
        en=("Cannot find the folder {folder}.", "Put the stick back, or choose another folder."),
    ),
    "answer-folder-full": Said(
        nb=("Mappa {folder} har flere enn {most} filer.", "Velg mappa der bare svarfilene ligger."),
        nn=("Mappa {folder} har fleire enn {most} filer.", "Vel mappa der berre svarfilene ligg."),
        en=("The folder {folder} has more than {most} files.", "Choose the folder with the answer files only."),
    ),
    "coordinator-locked": Said(
        nb=("Kullene er låst.", "Lås dem opp med passordfrasen, og prøv igjen."),
        nn=("Kulla er låste.", "Lås dei opp med passordfrasen, og prøv igjen."),
        en=("The cohorts are locked.", "Unlock them with the passphrase, and try again."),
    ),
}
