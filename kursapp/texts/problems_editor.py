"""What the editor cannot do."""

from __future__ import annotations

from kursapp.texts.sentence import Said

EDITOR: dict[str, Said] = {
    "bad-pattern": Said(
        nb=("Mønsteret kan ikke leses ved tegn {at}.", "Rett det, eller slå av «Mønster»."),
        nn=("Mønsteret kan ikkje lesast ved teikn {at}.", "Rett det, eller slå av «Mønster»."),
        en=("The pattern cannot be read at character {at}.", "Mend it, or turn off “Pattern”."),
    ),
    "pattern-too-hard": Said(
        nb=("Mønsteret er for tungt å lete med.", "Skriv et enklere, uten gjentakelser inni gjentakelser."),
        nn=("Mønsteret er for tungt å leite med.", "Skriv eit enklare, utan gjentakingar inni gjentakingar."),
        en=("The pattern takes too long to look for.", "Write a simpler one, without repeats inside repeats."),
    ),
}
