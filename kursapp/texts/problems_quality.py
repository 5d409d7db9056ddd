"""Sentences about what a careful colleague would remark."""

from __future__ import annotations

from kursapp.texts.sentence import Said

QUALITY: dict[str, Said] = {
    "no-wrong-feedback": Said(
        nb=(
            "«{option}» er feil, men den som velger det, får ikke vite hvorfor.",
            "Skriv en linje under: to mellomrom, > og hva som er galt.",
        ),
        nn=(
            "«{option}» er feil, men den som vel det, får ikkje vite kvifor.",
            "Skriv ei linje under: to mellomrom, > og kva som er gale.",
        ),
        en=(
            "“{option}” is wrong, but whoever chooses it is not told why.",
            "Write a line under it: two spaces, > and what is wrong.",
        ),
    ),
    "longest-is-right": Said(
        nb=(
            "I alle {count} spørsmål med ett svar er det lengste alternativet det riktige.",
            "Gjør noen av de gale like lange.",
        ),
        nn=(
            "I alle {count} spørsmål med eitt svar er det lengste alternativet det rette.",
            "Gjer nokre av dei gale like lange.",
        ),
        en=(
            "In all {count} single-choice questions the longest option is the right one.",
            "Make some wrong ones as long.",
        ),
    ),
    "right-in-same-place": Said(
        nb=("I alle {count} spørsmål med ett svar er det riktige nummer {place}.", "Bytt om på noen alternativer."),
        nn=("I alle {count} spørsmål med eitt svar er det rette nummer {place}.", "Byt om på nokre alternativ."),
        en=(
            "In all {count} single-choice questions the right one is number {place}.",
            "Let some options change places.",
        ),
    ),
    "all-above-shuffled": Said(
        nb=(
            "«{option}» mister meningen når alternativene stokkes.",
            "Skriv <!-- fast --> bak det, eller si det på en annen måte.",
        ),
        nn=(
            "«{option}» mistar meininga når alternativa blir stokka.",
            "Skriv <!-- fast --> bak det, eller sei det på ein annan måte.",
        ),
        en=(
            "“{option}” loses its meaning when options are shuffled.",
            "Write <!-- fixed --> after it, or say it in another way.",
        ),
    ),
    "double-negation": Said(
        nb=("«{text}» har to nektelser, så ingen vet hva «enig» betyr.", "Skriv det uten den ene."),
        nn=("«{text}» har to nektingar, så ingen veit kva «samd» tyder.", "Skriv det utan den eine."),
        en=("“{text}” has two negations, so nobody knows what “agree” means.", "Write it without one of them."),
    ),
    "too-many-items": Said(
        nb=(
            "Skjemaet har {count} punkter. Over {most} blir de siste besvart uten å bli lest.",
            "Ta bort dem du ikke vil bruke.",
        ),
        nn=(
            "Skjemaet har {count} punkt. Over {most} blir dei siste svara på utan å bli lesne.",
            "Ta bort dei du ikkje vil bruke.",
        ),
        en=(
            "The form has {count} items. Beyond {most} the last ones are answered unread.",
            "Take away those you will not use.",
        ),
    ),
    "identity-number": Said(
        nb=("«{text}» ligner et fødselsnummer.", "Ta det bort. Personene i kurset er oppdiktet og har ingen."),
        nn=("«{text}» liknar eit fødselsnummer.", "Ta det bort. Personane i kurset er oppdikta og har ingen."),
        en=(
            "“{text}” looks like a national identity number.",
            "Take it away. The people of the course are made up and have none.",
        ),
    ),
    "telephone-number": Said(
        nb=("«{text}» ligner et telefonnummer.", "Ta det bort, eller skriv for eksempel «vakttelefonen»."),
        nn=("«{text}» liknar eit telefonnummer.", "Ta det bort, eller skriv til dømes «vakttelefonen»."),
        en=("“{text}” looks like a telephone number.", "Take it away, or write for instance “the duty telephone”."),
    ),
}
