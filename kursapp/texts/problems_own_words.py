"""What can go wrong when somebody's own words are to leave the screen: on paper, or as a file."""

from __future__ import annotations

from kursapp.texts.sentence import Said

OWN_WORDS: dict[str, Said] = {
    "not-printed": Said(
        nb=("«{title}» ble ikke skrevet ut.", "Se at skriveren er på, eller velg en annen, og prøv igjen."),
        nn=("«{title}» vart ikkje skrive ut.", "Sjå at skrivaren er på, eller vel ein annan, og prøv igjen."),
        en=("«{title}» was not printed.", "See that the printer is on, or choose another, and try again."),
    ),
}
