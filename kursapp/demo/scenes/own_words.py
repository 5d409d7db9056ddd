"""What the person of the tour writes: ordinary sentences about an invented service."""

from __future__ import annotations

from kursapp.domain.question import ColumnKind

REFLECTIONS = {
    "d1-1-r1": "Vi hjelper barn som ikke har det trygt hjemme. Som oftest med råd og støtte, noen ganger med mer.",
    "d1-1-r2": (
        "Vi passer på at barn som ikke har det trygt, får hjelp i tide. "
        "Du kan hjelpe oss ved å sørge for at vi rekker å snakke med dem."
    ),
    "d1-2-r1": "Mellom fordelt og første samtale. Jeg ber om en liste hver mandag.",
}
ANY_REFLECTION = "Jeg tar det opp på teammøtet på tirsdag. Da bestemmer vi hvem som gjør hva."

WORKBOOKS = {
    "wb-fristtavle": (
        "Samme dag før klokka 12",
        "Mottakskoordinator",
        "Avdelingsleder",
        "Med en gang den er lest",
        "Den som leser",
        "Vakta",
        "Innen tre dager",
    ),
    "wb-myndighetskart": ("Mottaksleder", "Avdelingsleder", "Én uke", "Hvem leser i romjula?"),
}
ANY_CELLS = ("Samme dag", "Leder", "Stedfortreder")
CELLS = (
    "Avdelingsleder",
    "Første mandag i måneden",
    "Står fast på teammøtet",
    "Vi prøver det i to uker",
    "Mottaksleder og verneombud",
    "Malen får én linje til",
    "Jeg spør teamet om det virker",
)
SHAPED = {ColumnKind.NUMBER: "2", ColumnKind.DATE: "14. september 2026"}
"""What fits in a column that takes no words."""

WISH = "Mer tid til caset. Vi rakk ikke å snakke ferdig om samtykke"
"""The sentence of the evaluation in which the lid closes: without its full stop."""
SHORT = "Samtykke"
NUMBER = "12"
LID_CLOSES = ("Jeg tar det opp på teammøtet på tirsdag. Da bestem", "mer vi hvem som gjør hva.")
"""A reflection in which the lid closes, and how it goes on."""
