"""What the instructor's window refuses."""

from __future__ import annotations

from kursapp.texts.sentence import Said

WORKBENCH: dict[str, Said] = {
    "unsaved-first": Said(
        nb=("Det du har skrevet i {file}, er ikke lagret.", "Velg hvilken tekst som gjelder der, og prøv igjen."),
        nn=("Det du har skrive i {file}, er ikkje lagra.", "Vel kva tekst som gjeld der, og prøv igjen."),
        en=("What you wrote in {file} is not saved.", "Choose which text counts there, and try again."),
    ),
}
