"""Sentences for the course certificate: what is still to be done, and what went wrong on the way to the file."""

from __future__ import annotations

from kursapp.texts.sentence import Said

CERTIFICATES: dict[str, Said] = {
    "certificate-no-rules": Said(
        nb=(
            "«{title}» sier ikke hva et kursbevis krever, så Kursapp lager ikke noe.",
            "Spør arrangøren om hvordan du får bekreftet at du har deltatt.",
        ),
        nn=(
            "«{title}» seier ikkje kva eit kursbevis krev, så Kursapp lagar ikkje noko.",
            "Spør arrangøren om korleis du får stadfesta at du har delteke.",
        ),
        en=(
            "“{title}” does not say what a certificate asks for, so Kursapp makes none.",
            "Ask the organiser how you can have it confirmed that you took part.",
        ),
    ),
    "certificate-not-met": Said(
        nb=(
            "{count} av kravene i «{title}» gjenstår, så kursbeviset kan ikke lages ennå.",
            "Se lista over det som gjenstår. Alt du har gjort, er lagret.",
        ),
        nn=(
            "{count} av krava i «{title}» står att, så kursbeviset kan ikkje lagast enno.",
            "Sjå lista over det som står att. Alt du har gjort, er lagra.",
        ),
        en=(
            "{count} of the requirements of “{title}” remain, so the certificate cannot be made yet.",
            "See the list of what remains. Everything you have done is saved.",
        ),
    ),
    "certificate-name-missing": Said(
        nb=("Kursbeviset mangler navn.", "Skriv navnet som skal stå på det."),
        nn=("Kursbeviset manglar namn.", "Skriv namnet som skal stå på det."),
        en=("The certificate has no name.", "Write the name it is to bear."),
    ),
    "certificate-dates": Said(
        nb=("Dagene på kursbeviset stemmer ikke.", "Skriv første og siste dag, den første først."),
        nn=("Dagane på kursbeviset stemmer ikkje.", "Skriv første og siste dag, den første først."),
        en=("The days on the certificate do not fit.", "Write the first and the last day, the first one first."),
    ),
    "certificate-not-made": Said(
        nb=(
            "Kursbeviset kunne ikke lages på grunn av en feil i Kursapp.",
            "Prøv igjen. Går det ikke, meld feilen til dem som lager Kursapp.",
        ),
        nn=(
            "Kursbeviset kunne ikkje lagast på grunn av ein feil i Kursapp.",
            "Prøv igjen. Går det ikkje, meld feilen til dei som lagar Kursapp.",
        ),
        en=(
            "The certificate could not be made because of a fault in Kursapp.",
            "Try again. If it fails, report it to those who make Kursapp.",
        ),
    ),
}
