"""Sentences about results on their way out of the house."""

from __future__ import annotations

from kursapp.texts.sentence import Said

EXPORT_PROBLEMS: dict[str, Said] = {
    "export-cancelled": Said(
        nb=("Eksporten ble avbrutt. Det er ikke laget noen fil.", "Start den på nytt når det passer."),
        nn=("Eksporten vart avbroten. Det er ikkje laga noka fil.", "Start han på nytt når det passar."),
        en=("The export was stopped. No file was made.", "Start it again when it suits you."),
    ),
    "export-not-typeset": Said(
        nb=(
            "PDF-en kunne ikke lages på grunn av en feil i Kursapp.",
            "Velg et annet format så lenge, og meld feilen til dem som lager Kursapp.",
        ),
        nn=(
            "PDF-en kunne ikkje lagast på grunn av ein feil i Kursapp.",
            "Vel eit anna format så lenge, og meld feilen til dei som lagar Kursapp.",
        ),
        en=(
            "The PDF could not be made because of a fault in Kursapp.",
            "Choose another format meanwhile, and report the fault to the makers of Kursapp.",
        ),
    ),
}
