"""Sentences for taking the workbook and the plan out of the program."""

from __future__ import annotations

from kursapp.texts.sentence import Said

KEEPSAKE_PROBLEMS: dict[str, Said] = {
    "keepsake-empty": Said(
        nb=("Det er ikke skrevet noe her ennå.", "Skriv noe i arbeidsboka først, og prøv igjen."),
        nn=("Det er ikkje skrive noko her enno.", "Skriv noko i arbeidsboka først, og prøv igjen."),
        en=("Nothing is written here yet.", "Write something in the workbook first, and try again."),
    ),
    "calendar-empty": Said(
        nb=("Ingen steg som gjenstår, har en dato.", "Sett en dato på et steg, og prøv igjen."),
        nn=("Ingen steg som står att, har ein dato.", "Set ein dato på eit steg, og prøv igjen."),
        en=("No remaining step has a date.", "Give a step a date, and try again."),
    ),
}
