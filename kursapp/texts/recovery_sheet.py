"""The words of the recovery sheet, which somebody reads for the first time on the day something is lost."""

from __future__ import annotations

from kursapp.texts.value_words import Words

RECOVERY: dict[str, Words] = {
    "title": ("Gjenopprettingsark", "Gjenopprettingsark", "Recovery sheet"),
    "lead": (
        "Med koden på dette arket kan svarene fra {cohort} åpnes, også når passordfrasen er glemt eller maskinen er "
        "borte.",
        "Med koden på dette arket kan svara frå {cohort} opnast, også når passordfrasen er gløymd eller maskina er "
        "borte.",
        "With the code on this sheet the answers from {cohort} can be opened, even when the passphrase is forgotten "
        "or the computer is gone.",
    ),
    "simulated": (
        "Simulert kull: koden åpner bare oppdiktede svar.",
        "Simulert kull: koden opnar berre oppdikta svar.",
        "Simulated cohort: the code opens made-up answers only.",
    ),
    "code-heading": ("Koden", "Koden", "The code"),
    "code-note": (
        "Store og små bokstaver er det samme. Bindestrekene kan sløyfes. De siste tegnene er en kontroll: Skriver du "
        "feil, sier Kursapp fra.",
        "Store og små bokstavar er det same. Bindestrekane kan sløyfast. Dei siste teikna er ein kontroll: Skriv du "
        "feil, seier Kursapp frå.",
        "Capital and small letters are the same, and the hyphens may be left out. The last characters are a check: "
        "Kursapp tells you of a slip.",
    ),
    "keep-heading": ("Slik tar du vare på arket", "Slik tek du vare på arket", "How to keep the sheet"),
    "keep-1": (
        "Skriv ut arket, og slett fila etterpå. Ikke send den på e-post.",
        "Skriv ut arket, og slett fila etterpå. Ikkje send ho på e-post.",
        "Print the sheet and delete the file afterwards. Do not e-mail it.",
    ),
    "keep-2": (
        "Legg det i en lukket konvolutt i et låst skap, et annet sted enn maskinen.",
        "Legg det i ein lukka konvolutt i eit låst skap, ein annan stad enn maskina.",
        "Keep it in a sealed envelope in a locked cabinet, away from the computer.",
    ),
    "keep-3": (
        "Den som har arket og en svarfil, kan lese svarene. På koordinatorens egen maskin låser koden opp alle "
        "kullene der.",
        "Den som har arket og ei svarfil, kan lese svara. På maskina til koordinatoren låser koden opp alle kulla der.",
        "Whoever has this sheet and an answer file can read the answers. On the coordinator’s own computer the code "
        "unlocks every cohort there.",
    ),
    "keep-4": (
        "Makuler arket når kullet slettes, senest {day}.",
        "Makuler arket når kullet blir sletta, seinast {day}.",
        "Shred the sheet when the cohort is deleted, on {day} at the latest.",
    ),
    "use-heading": ("Slik bruker du koden", "Slik bruker du koden", "How to use the code"),
    "use-1": (
        "Er passordfrasen glemt? Åpne Kursapp som koordinator, si at du har mistet passordfrasen, skriv koden, og "
        "velg en ny.",
        "Er passordfrasen gløymd? Opne Kursapp som koordinator, sei at du har mista passordfrasen, skriv koden, og "
        "vel ein ny.",
        "Is the passphrase forgotten? Open Kursapp as coordinator, say that you have lost the passphrase, type the "
        "code, and choose a new one.",
    ),
    "use-2": (
        "Er maskinen borte? Åpne Kursapp på en annen, og ta over kullet under «Nøkler og personvern», med koden og "
        "kullfila.",
        "Er maskina borte? Opne Kursapp på ei anna, og ta over kullet under «Nøklar og personvern», med koden og "
        "kullfila.",
        "Is the computer gone? Open Kursapp on another one and take over the cohort under “Keys and privacy”, with "
        "the code and the cohort file.",
    ),
    "use-3": (
        "Arket gjelder fortsatt etterpå.",
        "Arket gjeld framleis etterpå.",
        "The sheet stays valid afterwards.",
    ),
    "about-heading": ("Arket gjelder", "Arket gjeld", "The sheet is for"),
    "column-what": ("Hva", "Kva", "What"),
    "column-value": ("Opplysning", "Opplysning", "Detail"),
    "fact-cohort": ("Kull", "Kull", "Cohort"),
    "fact-course": ("Kurs", "Kurs", "Course"),
    "fact-dates": ("Tid", "Tid", "Dates"),
    "fact-place": ("Sted", "Stad", "Place"),
    "fact-id": ("Kullets id", "Id til kullet", "Cohort id"),
    "fact-key": ("Reservenøkkel", "Reservenøkkel", "Backup key"),
    "line-keeper": ("Arket oppbevares av", "Arket blir oppbevart av", "The sheet is kept by"),
    "line-place": ("Sted og dato", "Stad og dato", "Place and date"),
}
