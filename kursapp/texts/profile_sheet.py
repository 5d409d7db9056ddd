"""The words of the sheet with a profile's recovery code, read on the day the passphrase is forgotten."""

from __future__ import annotations

from kursapp.texts.recovery_sheet import RECOVERY
from kursapp.texts.value_words import Words

PROFILE_SHEET: dict[str, Words] = {
    "title": ("Gjenopprettingskode", "Gjenopprettingskode", "Recovery code"),
    "lead": (
        "Med koden på dette arket kan profilen «{name}» låses opp når passordfrasen er glemt.",
        "Med koden på dette arket kan profilen «{name}» låsast opp når passordfrasen er gløymd.",
        "With the code on this sheet the profile “{name}” can be unlocked when the passphrase is forgotten.",
    ),
    **{name: RECOVERY[name] for name in ("code-heading", "code-note", "keep-heading", "keep-1")},
    "keep-2": (
        "Legg det et trygt sted, et annet sted enn maskinen.",
        "Legg det ein trygg stad, ein annan stad enn maskina.",
        "Keep it in a safe place, away from the computer.",
    ),
    "keep-3": (
        "Den som har arket og maskinen, kan lese alt du har skrevet.",
        "Den som har arket og maskina, kan lese alt du har skrive.",
        "Whoever has the sheet and the computer can read all you have written.",
    ),
    "keep-4": (
        "Uten både passordfrasen og koden er det du har skrevet, tapt. Ingen kan hente det fram.",
        "Utan både passordfrasen og koden er det du har skrive, tapt. Ingen kan hente det fram.",
        "Without both the passphrase and the code, what you have written is lost. Nobody can bring it back.",
    ),
    "use-heading": ("Slik bruker du koden", "Slik bruker du koden", "How to use the code"),
    "use-1": (
        "Åpne Kursapp, og velg «Jeg har glemt passordfrasen».",
        "Opne Kursapp, og vel «Eg har gløymt passordfrasen».",
        "Open Kursapp, and choose “I have forgotten the passphrase”.",
    ),
    "use-2": (
        "Skriv koden, og velg en ny passordfrase.",
        "Skriv koden, og vel ein ny passordfrase.",
        "Type the code, and choose a new passphrase.",
    ),
    "use-3": (
        "Arket gjelder fortsatt etterpå, til du lager en ny kode.",
        "Arket gjeld framleis etterpå, til du lagar ein ny kode.",
        "The sheet stays valid afterwards, until you make a new code.",
    ),
    "about-heading": ("Arket gjelder", "Arket gjeld", "The sheet is for"),
    "column-what": ("Hva", "Kva", "What"),
    "column-value": ("Opplysning", "Opplysning", "Detail"),
    "fact-profile": ("Profil", "Profil", "Profile"),
    "fact-made": ("Koden er laget", "Koden er laga", "The code was made"),
    "line-place": ("Her ligger arket", "Her ligg arket", "Where the sheet is kept"),
}
