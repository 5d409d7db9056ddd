"""Sentences about single files that are checked, shown or opened by a command."""

from __future__ import annotations

from kursapp.texts.sentence import Said

ONE_FILE: dict[str, Said] = {
    "file-not-ours": Said(
        nb=("«{file}» er ikke noen fil fra Kursapp.", "Be den som sendte fila, om å sende den på nytt."),
        nn=("«{file}» er inga fil frå Kursapp.", "Be den som sende fila, om å sende ho på nytt."),
        en=("“{file}” is no file of Kursapp's.", "Ask whoever sent the file to send it again."),
    ),
    "file-not-fixed": Said(
        nb=("«{file}» er én fil, og id-er skrives bare i et helt kurs.", "Kjør «kursapp check --fix» på mappa."),
        nn=(
            "«{file}» er éi fil, og id-ar blir berre skrivne i eit heilt kurs.",
            "Køyr «kursapp check --fix» på mappa.",
        ),
        en=(
            "“{file}” is one file, and ids are only written in a whole course.",
            "Run “kursapp check --fix” on the folder.",
        ),
    ),
    "course-too-much-text": Said(
        nb=("Kurset i {folder} har mer enn {limit} byte med tekst.", "Del det i flere kurs."),
        nn=("Kurset i {folder} har meir enn {limit} byte med tekst.", "Del det i fleire kurs."),
        en=("The course in {folder} has more than {limit} bytes of text.", "Split it in several courses."),
    ),
    "no-screen": Said(
        nb=(
            "Det er ingen skjerm her å åpne kurset på.",
            "Kjør kommandoen der det er en skjerm, eller med --quit-after.",
        ),
        nn=(
            "Det er ingen skjerm her å opne kurset på.",
            "Køyr kommandoen der det er ein skjerm, eller med --quit-after.",
        ),
        en=(
            "There is no screen here to open the course on.",
            "Run the command where there is a screen, or with --quit-after.",
        ),
    ),
}
