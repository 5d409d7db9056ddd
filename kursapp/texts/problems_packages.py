"""Sentences about course packages, and about archives that come from other people."""

from __future__ import annotations

from kursapp.texts.sentence import Said

_AGAIN = (
    "Be den du fikk fila av, om å sende den på nytt.",
    "Be den du fekk fila av, om å sende ho på nytt.",
    "Ask whoever gave you the file to send it again.",
)
_NOT_OURS = (
    "Ingenting er pakket ut. Be den du fikk fila av, om å lage den på nytt med «kursapp pack».",
    "Ingenting er pakka ut. Be den du fekk fila av, om å lage ho på nytt med «kursapp pack».",
    "Nothing was unpacked. Ask whoever gave you the file to make it again with “kursapp pack”.",
)


def _said(nb: str, nn: str, en: str, remedy: tuple[str, str, str] = _NOT_OURS) -> Said:
    return Said((nb, remedy[0]), (nn, remedy[1]), (en, remedy[2]))


ARCHIVES: dict[str, Said] = {
    "archive-unknown": _said(
        "Fila {file} er ikke en kurspakke.",
        "Fila {file} er ikkje ei kurspakke.",
        "The file {file} is not a course package.",
        (
            "Velg fila som ender på .kurs, slik du fikk den.",
            "Vel fila som sluttar på .kurs, slik du fekk ho.",
            "Choose the file that ends in .kurs, as you got it.",
        ),
    ),
    "archive-damaged": _said(
        "Fila {file} er skadet{? ved {name}?}: noe mangler eller er endret.",
        "Fila {file} er skadd{? ved {name}?}: noko manglar eller er endra.",
        "The file {file} is damaged{? at {name}?}: something is missing or changed.",
        _AGAIN,
    ),
    "archive-foreign": _said(
        "Fila {file} er ikke bygd slik Kursapp lager kurspakker.",
        "Fila {file} er ikkje bygd slik Kursapp lagar kurspakker.",
        "The file {file} is not built as Kursapp makes course packages.",
    ),
    "archive-locked": _said(
        "Fila {file} er låst med passord.",
        "Fila {file} er låst med passord.",
        "The file {file} is locked with a password.",
    ),
    "archive-too-large": _said(
        "Fila {file} holder mer enn {limit} byte, og et kurs kan ikke være så stort.",
        "Fila {file} held meir enn {limit} byte, og eit kurs kan ikkje vere så stort.",
        "The file {file} holds more than {limit} bytes, and a course cannot be that large.",
    ),
    "archive-too-many": _said(
        "Fila {file} holder flere enn {limit} filer, og et kurs kan ikke ha så mange.",
        "Fila {file} held fleire enn {limit} filer, og eit kurs kan ikkje ha så mange.",
        "The file {file} holds more than {limit} files, and a course cannot have that many.",
    ),
    "archive-bomb": _said(
        "I fila {file} er {name} pakket så hardt at den ville fylle disken.",
        "I fila {file} er {name} pakka så hardt at ho ville fylle disken.",
        "In the file {file}, {name} is packed so tightly that it would fill the disk.",
    ),
    "archive-path-outside": _said(
        "Fila {file} vil skrive utenfor sin egen mappe: {name}.",
        "Fila {file} vil skrive utanfor si eiga mappe: {name}.",
        "The file {file} wants to write outside its own folder: {name}.",
    ),
    "archive-name-unsafe": _said(
        "Fila {file} har et navn som ikke betyr det samme på alle maskiner: {name}.",
        "Fila {file} har eit namn som ikkje tyder det same på alle maskiner: {name}.",
        "The file {file} has a name that does not mean the same on every machine: {name}.",
    ),
    "archive-path-too-long": _said(
        "Fila {file} har en sti som er for lang eller for dyp: {name}.",
        "Fila {file} har ein stig som er for lang eller for djup: {name}.",
        "The file {file} has a path that is too long or too deep: {name}.",
    ),
    "archive-names-meet": _said(
        "I fila {file} ville {name} og {other} blitt én og samme fil på noen maskiner.",
        "I fila {file} ville {name} og {other} blitt ei og same fil på nokre maskiner.",
        "In the file {file}, {name} and {other} would become the same file on some machines.",
    ),
    "archive-link": _said(
        "I fila {file} er {name} en snarvei (lenke) til noe annet.",
        "I fila {file} er {name} ein snarveg (lenkje) til noko anna.",
        "In the file {file}, {name} is a link to something else.",
    ),
    "archive-special": _said(
        "I fila {file} er {name} noe annet enn en vanlig fil.",
        "I fila {file} er {name} noko anna enn ei vanleg fil.",
        "In the file {file}, {name} is something other than an ordinary file.",
    ),
}

_MEND = (
    "Rett det, og pakk kurset på nytt.",
    "Rett det, og pakk kurset på nytt.",
    "Mend it, and pack the course again.",
)

PACKAGES: dict[str, Said] = {
    **ARCHIVES,
    "package-without-manifest": _said(
        "Fila {file} mangler lista over det den skal holde.",
        "Fila {file} manglar lista over det ho skal halde.",
        "The file {file} lacks the list of what it should hold.",
    ),
    "package-manifest-damaged": _said(
        "Lista i fila {file} over det den skal holde, kan ikke leses.",
        "Lista i fila {file} over det ho skal halde, kan ikkje lesast.",
        "The list in the file {file} of what it should hold cannot be read.",
    ),
    "package-newer": _said(
        "Fila {file} er laget av en nyere utgave av Kursapp.",
        "Fila {file} er laga av ei nyare utgåve av Kursapp.",
        "The file {file} was made by a newer version of Kursapp.",
        (
            "Oppdater Kursapp, og åpne fila igjen.",
            "Oppdater Kursapp, og opne fila igjen.",
            "Update Kursapp, and open the file again.",
        ),
    ),
    "package-files-differ": _said(
        "Fila {file} holder ikke det lista i den sier: {name}.",
        "Fila {file} held ikkje det lista i ho seier: {name}.",
        "The file {file} does not hold what its list says: {name}.",
    ),
    "package-file-kind": _said(
        "I fila {file} er {name} av et slag som ikke hører til i et kurs.",
        "I fila {file} er {name} av eit slag som ikkje høyrer til i eit kurs.",
        "In the file {file}, {name} is of a kind that does not belong in a course.",
    ),
    "package-file-changed": _said(
        "I fila {file} er {name} endret etter at kurset ble pakket.",
        "I fila {file} er {name} endra etter at kurset blei pakka.",
        "In the file {file}, {name} was changed after the course was packed.",
        _AGAIN,
    ),
    "package-other-course": _said(
        "Fila {file} sier at den er {id} {version}, men holder et annet kurs.",
        "Fila {file} seier at ho er {id} {version}, men held eit anna kurs.",
        "The file {file} says it is {id} {version}, but holds another course.",
    ),
    "package-older": _said(
        "Fila {file} har versjon {version} av «{title}», og du har den nyere {present}.",
        "Fila {file} har versjon {version} av «{title}», og du har den nyare {present}.",
        "The file {file} has version {version} of “{title}”, and you have the newer {present}.",
        (
            "Du trenger ikke gjøre noe: fortsett med den du har.",
            "Du treng ikkje gjere noko: hald fram med den du har.",
            "There is nothing you need to do: go on with the one you have.",
        ),
    ),
    "package-other-content": _said(
        "Fila {file} har samme versjon ({version}) av «{title}» som du har, men med annet innhold.",
        "Fila {file} har same versjon ({version}) av «{title}» som du har, men med anna innhald.",
        "The file {file} has the same version ({version}) of “{title}” as you have, but with other content.",
        (
            "Be kursholderen gi kurset et nytt versjonsnummer og pakke det på nytt.",
            "Be kurshaldaren gi kurset eit nytt versjonsnummer og pakke det på nytt.",
            "Ask the organiser to give the course a new version number and pack it again.",
        ),
    ),
    "package-drop-one": _said(
        "Kursapp kan ta imot én kullfil eller kurspakke om gangen.",
        "Kursapp kan ta imot éi kullfil eller kurspakke om gongen.",
        "Kursapp takes one cohort file or course package at a time.",
        (
            "Dra inn én fil som ender på .kull eller .kurs.",
            "Dra inn éi fil som sluttar på .kull eller .kurs.",
            "Drag in one file that ends in .kull or .kurs.",
        ),
    ),
    "package-not-fixed": _said(
        "{file} er en kurspakke, og «--fix» skriver bare i mapper.",
        "{file} er ei kurspakke, og «--fix» skriv berre i mapper.",
        "{file} is a course package, and “--fix” writes in folders only.",
        (
            "Pakk den ut med «kursapp unpack», rett kurset der, og pakk det på nytt.",
            "Pakk ho ut med «kursapp unpack», rett kurset der, og pakk det på nytt.",
            "Unpack it with “kursapp unpack”, mend the course there, and pack it again.",
        ),
    ),
    "package-has-errors": _said(
        "Kurset i {folder} har {count} feil, og blir ikke pakket.",
        "Kurset i {folder} har {count} feil, og blir ikkje pakka.",
        "The course in {folder} has {count} errors and is not packed.",
        (
            "Se dem med «kursapp check {folder}», rett dem, og pakk på nytt.",
            "Sjå dei med «kursapp check {folder}», rett dei, og pakk på nytt.",
            "See them with “kursapp check {folder}”, mend them, and pack again.",
        ),
    ),
    "package-id-unsafe": _said(
        "Id-en «{id}» kan ikke være navnet på en mappe på alle maskiner.",
        "Id-en «{id}» kan ikkje vere namnet på ei mappe på alle maskiner.",
        "The id “{id}” cannot be the name of a folder on every machine.",
        (
            "Skriv id-en i kurs.md med små bokstaver, tall og bindestrek, høyst 60 tegn.",
            "Skriv id-en i kurs.md med små bokstavar, tal og bindestrek, høgst 60 teikn.",
            "Write the id in kurs.md in lower-case letters, digits and hyphens, at most 60 characters.",
        ),
    ),
    "package-version-unclear": _said(
        "Kurset har ikke en versjon som kan sammenlignes med andre{?: {version}?}.",
        "Kurset har ikkje ein versjon som kan samanliknast med andre{?: {version}?}.",
        "The course has no version that can be compared with others{?: {version}?}.",
        (
            "Skriv den i kurs.md som tall med punktum mellom, for eksempel «versjon: 1.2.0».",
            "Skriv han i kurs.md som tal med punktum mellom, til dømes «versjon: 1.2.0».",
            "Write it in kurs.md as numbers with dots between, for instance “versjon: 1.2.0”.",
        ),
    ),
    "package-note-long": _said(
        "Meldingen om hva som er nytt, er lengre enn {limit} tegn.",
        "Meldinga om kva som er nytt, er lengre enn {limit} teikn.",
        "The note about what is new is longer than {limit} characters.",
        ("Skriv den kortere.", "Skriv ho kortare.", "Make it shorter."),
    ),
    "package-without-ids": _said(
        "Kurset i {folder} mangler {count} id-er. Uten dem kan deltakerne miste svar når det kommer en ny versjon.",
        "Kurset i {folder} manglar {count} id-ar. Utan dei kan deltakarane miste svar når det kjem ein ny versjon.",
        "The course in {folder} lacks {count} ids. Without them participants may lose answers at the next version.",
        (
            "Skriv dem med «kursapp check MAPPE --fix», og pakk på nytt.",
            "Skriv dei med «kursapp check MAPPE --fix», og pakk på nytt.",
            "Write them with “kursapp check FOLDER --fix”, and pack again.",
        ),
    ),
    "package-correction-unknown": _said(
        "Meldingen om hva som er nytt, retter spørsmålet {id}, men kurset har ikke noe spørsmål med den id-en.",
        "Meldinga om kva som er nytt, rettar spørsmålet {id}, men kurset har ikkje noko spørsmål med den id-en.",
        "The note about what is new corrects the question {id}, but the course has no question of that id.",
        (
            "Skriv id-en slik den står under spørsmålet i kurset.",
            "Skriv id-en slik han står under spørsmålet i kurset.",
            "Write the id as it stands under the question in the course.",
        ),
    ),
    "package-note-unreadable": _said(
        "Fila {file} med meldingen om hva som er nytt, kan ikke leses som tekst.",
        "Fila {file} med meldinga om kva som er nytt, kan ikkje lesast som tekst.",
        "The file {file} with the note about what is new cannot be read as text.",
        ("Lagre den som ren tekst i UTF-8.", "Lagre ho som rein tekst i UTF-8.", "Save it as plain text in UTF-8."),
    ),
    "package-name-unsafe": _said(
        "Navnet {name} betyr ikke det samme på alle maskiner.",
        "Namnet {name} tyder ikkje det same på alle maskiner.",
        "The name {name} does not mean the same on every machine.",
        _MEND,
    ),
    "package-names-meet": _said(
        "{name} og {other} ville blitt én og samme fil på noen maskiner.",
        "{name} og {other} ville blitt ei og same fil på nokre maskiner.",
        "{name} and {other} would become the same file on some machines.",
        _MEND,
    ),
}
