"""What the coordinator's window refuses."""

from __future__ import annotations

from kursapp.texts.sentence import Said

DESK: dict[str, Said] = {
    "coordinator-locked": Said(
        nb=("Kullene er låst.", "Lås dem opp med passordfrasen, og prøv igjen."),
        nn=("Kulla er låste.", "Lås dei opp med passordfrasen, og prøv igjen."),
        en=("The cohorts are locked.", "Unlock them with the passphrase, and try again."),
    ),
}
