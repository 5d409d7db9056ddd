"""Sentences about courses that are being written: their folders, their files and what was kept of them."""

from __future__ import annotations

from kursapp.texts.sentence import Said

DRAFTS: dict[str, Said] = {
    "draft-unknown": Said(
        nb=("Utkastet står ikke i lista lenger.", "Åpne mappa på nytt fra «Kurs»."),
        nn=("Utkastet står ikkje i lista lenger.", "Opne mappa på nytt frå «Kurs»."),
        en=("The draft is no longer in the list.", "Open its folder again from “Courses”."),
    ),
    "draft-card-damaged": Said(
        nb=(
            "Kursapp kan ikke lese hvor ett av utkastene ligger. Det som sto der, er tatt vare på som {file}.",
            "Åpne mappa til kurset på nytt. Kurset selv er uendret.",
        ),
        nn=(
            "Kursapp kan ikkje lese kvar eitt av utkasta ligg. Det som stod der, er teke vare på som {file}.",
            "Opne mappa til kurset på nytt. Kurset sjølv er uendra.",
        ),
        en=(
            "Kursapp cannot read where one of the drafts is. What stood there is kept as {file}.",
            "Open the folder of the course again. The course itself is unchanged.",
        ),
    ),
    "draft-folder-missing": Said(
        nb=(
            "Mappa {folder} er ikke å finne nå.",
            "Sett inn minnepinnen, koble til nettverket, eller se om mappa er flyttet.",
        ),
        nn=(
            "Mappa {folder} er ikkje å finne no.",
            "Set inn minnepinnen, kople til nettverket, eller sjå om mappa er flytt.",
        ),
        en=(
            "The folder {folder} cannot be found now.",
            "Put in the memory stick, connect to the network, or see whether the folder has been moved.",
        ),
    ),
    "draft-of-the-program": Said(
        nb=(
            "Mappa {folder} hører til Kursapp selv, og det du skriver der, kan bli borte.",
            "Lag en utgave av kurset i en mappe av dine egne.",
        ),
        nn=(
            "Mappa {folder} høyrer til Kursapp sjølv, og det du skriv der, kan bli borte.",
            "Lag ei utgåve av kurset i ei av dine eigne mapper.",
        ),
        en=(
            "The folder {folder} belongs to Kursapp itself, and what you write there may be lost.",
            "Make a version of the course in a folder of your own.",
        ),
    ),
    "draft-id-unsafe": Said(
        nb=("«{id}» kan ikke være id-en til et kurs.", "Bruk små bokstaver fra a til z, tall og bindestrek."),
        nn=("«{id}» kan ikkje vere id-en til eit kurs.", "Bruk små bokstavar frå a til z, tal og bindestrek."),
        en=("“{id}” cannot be the id of a course.", "Use lower-case letters from a to z, digits and hyphens."),
    ),
    "draft-clash": Said(
        nb=(
            "«{file}» er endret av et annet program mens du skrev i den. Ingenting er overskrevet.",
            "Se begge tekstene, og velg hvilken som skal stå.",
        ),
        nn=(
            "«{file}» er endra av eit anna program medan du skreiv i ho. Ingenting er skrive over.",
            "Sjå begge tekstane, og vel kva for ein som skal stå.",
        ),
        en=(
            "“{file}” was changed by another program while you wrote in it. Nothing has been overwritten.",
            "Look at both texts, and choose which of them to keep.",
        ),
    ),
    "draft-file-missing": Said(
        nb=(
            "«{file}» finnes ikke i kurset lenger.",
            "Se om den er flyttet, eller hent den fra «Tidligere versjoner».",
        ),
        nn=("«{file}» finst ikkje i kurset lenger.", "Sjå om fila er flytt, eller hent ho frå «Tidlegare versjonar»."),
        en=(
            "“{file}” is no longer in the course.",
            "See whether the file has been moved, or get it back from “Earlier versions”.",
        ),
    ),
    "draft-not-a-file": Said(
        nb=("«{file}» er en mappe eller en snarvei, ikke en fil.", "Legg selve fila i kursmappa."),
        nn=("«{file}» er ei mappe eller ein snarveg, ikkje ei fil.", "Legg sjølve fila i kursmappa."),
        en=("“{file}” is a folder or a link, not a file.", "Put the file itself in the course folder."),
    ),
    "draft-path-unsafe": Said(
        nb=(
            "Navnet «{file}» kan ikke brukes på alle maskiner.",
            "Bruk bokstaver, tall og bindestrek, og et kort navn.",
        ),
        nn=(
            "Namnet «{file}» kan ikkje brukast på alle maskiner.",
            "Bruk bokstavar, tal og bindestrek, og eit kort namn.",
        ),
        en=("The name “{file}” cannot be used on every machine.", "Use letters, digits and hyphens, and a short name."),
    ),
    "draft-file-too-large": Said(
        nb=("«{file}» er på {size} byte, og kan ikke åpnes her. Grensen er {limit}.", "Del den i flere filer."),
        nn=("«{file}» er på {size} byte, og kan ikkje opnast her. Grensa er {limit}.", "Del ho i fleire filer."),
        en=("“{file}” has {size} bytes and cannot be opened here. The limit is {limit}.", "Split it in several files."),
    ),
    "draft-file-protected": Said(
        nb=(
            "«{file}» er skrivebeskyttet, og er ikke endret.",
            "Ta bort skrivebeskyttelsen på fila, så blir den lagret.",
        ),
        nn=("«{file}» er skriveverna, og er ikkje endra.", "Ta bort skrivevernet på fila, så blir ho lagra."),
        en=("“{file}” is read-only and has not been changed.", "Make the file writable, and it will be saved."),
    ),
    "draft-not-utf8": Said(
        nb=(
            "«{file}» er ikke lagret som UTF-8. Det første tegnet som ikke kan leses, står på linje {line}.",
            "Åpne fila i programmet den er skrevet i, og lagre den med UTF-8 som koding.",
        ),
        nn=(
            "«{file}» er ikkje lagra som UTF-8. Det første teiknet som ikkje kan lesast, står på linje {line}.",
            "Opne fila i programmet ho er skriven i, og lagre ho med UTF-8 som koding.",
        ),
        en=(
            "“{file}” is not saved as UTF-8. The first character that cannot be read is on line {line}.",
            "Open the file in the program it was written in, and save it with the encoding UTF-8.",
        ),
    ),
    "draft-not-text": Said(
        nb=("«{file}» har tegn som ikke er tekst (NUL).", "Lagre den på nytt som ren tekst i UTF-8."),
        nn=("«{file}» har teikn som ikkje er tekst (NUL).", "Lagre ho på nytt som rein tekst i UTF-8."),
        en=("“{file}” has characters that are not text (NUL).", "Save it again as plain text in UTF-8."),
    ),
    "draft-image-unreadable": Said(
        nb=("«{file}» er ikke et bilde Kursapp kan vise.", "Lagre det som PNG, JPEG, GIF, WebP eller SVG."),
        nn=("«{file}» er ikkje eit bilete Kursapp kan vise.", "Lagre det som PNG, JPEG, GIF, WebP eller SVG."),
        en=("“{file}” is not an image Kursapp can show.", "Save it as PNG, JPEG, GIF, WebP or SVG."),
    ),
    "draft-image-too-large": Said(
        nb=("Bildet «{file}» er større enn {limit} byte.", "Lagre det mindre, for eksempel som JPEG."),
        nn=("Biletet «{file}» er større enn {limit} byte.", "Lagre det mindre, til dømes som JPEG."),
        en=("The image “{file}” is larger than {limit} bytes.", "Save it smaller, for instance as JPEG."),
    ),
    "draft-image-many-pixels": Said(
        nb=("Bildet «{file}» har mer enn 16 millioner bildepunkter.", "Gjør det mindre i et bildeprogram."),
        nn=("Biletet «{file}» har meir enn 16 millionar biletpunkt.", "Gjer det mindre i eit bileteprogram."),
        en=("The image “{file}” has more than 16 million pixels.", "Make it smaller in an image program."),
    ),
    "draft-media-kind": Said(
        nb=("«{file}» er verken lyd, film eller bilde.", "Velg en fil som mp3, m4a, mp4, webm eller png."),
        nn=("«{file}» er korkje lyd, film eller bilete.", "Vel ei fil som mp3, m4a, mp4, webm eller png."),
        en=("“{file}” is neither sound, film nor image.", "Choose a file such as mp3, m4a, mp4, webm or png."),
    ),
    "snapshot-gone": Said(
        nb=("Den tidligere teksten er ikke tatt vare på lenger.", "Velg en nyere."),
        nn=("Den tidlegare teksten er ikkje teken vare på lenger.", "Vel ein nyare."),
        en=("The earlier text is no longer kept.", "Choose a later one."),
    ),
    "snapshot-damaged": Said(
        nb=("Den tidligere teksten er skadet på disken, og kan ikke vises.", "Velg en annen. Kurset selv er uendret."),
        nn=("Den tidlegare teksten er skadd på disken, og kan ikkje visast.", "Vel ein annan. Kurset sjølv er uendra."),
        en=("The earlier text is damaged on the disk and cannot be shown.", "Choose another. The course is unchanged."),
    ),
}
