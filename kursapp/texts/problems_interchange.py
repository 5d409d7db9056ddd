"""Sentences about questions from and to other systems."""

from __future__ import annotations

from kursapp.texts.sentence import Said

INTERCHANGE: dict[str, Said] = {
    "import-braces": Said(
        nb=(
            "«{title}» har klammer som ikke går opp, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har klammer som ikkje går opp, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has braces that do not match, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-no-text": Said(
        nb=(
            "«{title}» mangler selve spørsmålet, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» manglar sjølve spørsmålet, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” lacks the question itself, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-no-answer": Said(
        nb=(
            "«{title}» mangler svar, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» manglar svar, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” lacks an answer, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-no-right-option": Said(
        nb=(
            "«{title}» har ikke noe svar som gir full uttelling, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har ikkje noko svar som gir full utteljing, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has no answer that gives full points, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-too-few-options": Said(
        nb=(
            "«{title}» har færre enn to alternativer, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har færre enn to alternativ, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has fewer than two options, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-empty-option": Said(
        nb=(
            "«{title}» har et alternativ uten ord, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har eit alternativ utan ord, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has an option without words, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-too-few-pairs": Said(
        nb=(
            "«{title}» har færre enn to par, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har færre enn to par, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has fewer than two pairs, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-pair-incomplete": Said(
        nb=(
            "«{title}» har et par uten høyre side{? («{written}»)?}, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har eit par utan høgre side{? («{written}»)?}, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has a pair without a right side{? (“{written}”)?}, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-words-before-answers": Said(
        nb=(
            "«{title}» har ord foran svarene («{written}»), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har ord framfor svara («{written}»), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has words before its answers (“{written}”), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-not-a-number": Said(
        nb=(
            "«{title}» har et svar som ikke er et tall («{written}»), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har eit svar som ikkje er eit tal («{written}»), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has an answer that is no number (“{written}”), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-number-too-long": Said(
        nb=(
            "«{title}» har et tall med for mange sifre («{written}»), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har eit tal med for mange siffer («{written}»), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has a number with too many figures (“{written}”), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-answer-not-an-option": Said(
        nb=(
            "«{title}» har en fasit («{written}») som ikke er blant alternativene, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har ein fasit («{written}») som ikkje er blant alternativa, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has a key (“{written}”) that is none of its options, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-unknown-kind": Said(
        nb=(
            "«{title}» er av et slag Kursapp ikke har ({written}), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» er av eit slag Kursapp ikkje har ({written}), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” is of a kind Kursapp lacks ({written}), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-no-gap": Said(
        nb=(
            "«{title}» har ingen luker å fylle ut, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har ingen luker å fylle ut, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has no gaps to fill, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-cloze-kind": Said(
        nb=(
            "«{title}» har en luke av et slag Kursapp ikke har ({written}), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har ei luke av eit slag Kursapp ikkje har ({written}), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has a gap of a kind Kursapp lacks ({written}), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-entry-too-long": Said(
        nb=(
            "«{title}» er for langt til å være et spørsmål, og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» er for langt til å vere eit spørsmål, og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” is too long to be a question, and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-cannot-write": Said(
        nb=(
            "«{title}» har et svar som ikke kan skrives i et kurs («{written}»), og står som en boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent den igjen.",
        ),
        nn=(
            "«{title}» har eit svar som ikkje kan skrivast i eit kurs («{written}»), og står som ein boks.",
            "Skriv spørsmålet på nytt ved boksen, eller rett i fila og hent ho igjen.",
        ),
        en=(
            "“{title}” has an answer that cannot be written in a course (“{written}”), and stands as a box.",
            "Write the question anew at the box, or mend the file and import it again.",
        ),
    ),
    "import-no-file": Said(
        nb=(
            "Finner ikke {file}.",
            "Se om navnet er riktig skrevet.",
        ),
        nn=(
            "Finn ikkje {file}.",
            "Sjå om namnet er rett skrive.",
        ),
        en=(
            "Cannot find {file}.",
            "See whether the name is spelled right.",
        ),
    ),
    "import-too-large": Said(
        nb=(
            "{file} er større enn {limit} MB.",
            "Del den opp, og hent en del om gangen.",
        ),
        nn=(
            "{file} er større enn {limit} MB.",
            "Del ho opp, og hent ein del om gongen.",
        ),
        en=(
            "{file} is larger than {limit} MB.",
            "Part it, and import one part at a time.",
        ),
    ),
    "import-not-a-bank": Said(
        nb=(
            "{file} er ikke en fil med spørsmål{?, men {written}?}.",
            "Eksporter spørsmålene som GIFT eller Moodle XML, og hent den fila.",
        ),
        nn=(
            "{file} er ikkje ei fil med spørsmål{?, men {written}?}.",
            "Eksporter spørsmåla som GIFT eller Moodle XML, og hent den fila.",
        ),
        en=(
            "{file} is no file of questions{?, but {written}?}.",
            "Export the questions as GIFT or Moodle XML, and import that file.",
        ),
    ),
    "import-not-utf8": Said(
        nb=(
            "{file} er ikke lagret som UTF-8 (linje {line}).",
            "Åpne den i et skriveprogram, velg «Lagre som», og velg UTF-8.",
        ),
        nn=(
            "{file} er ikkje lagra som UTF-8 (linje {line}).",
            "Opne ho i eit skriveprogram, vel «Lagre som», og vel UTF-8.",
        ),
        en=(
            "{file} is not saved as UTF-8 (line {line}).",
            "Open it in an editor, choose “Save as”, and choose UTF-8.",
        ),
    ),
    "import-not-the-format": Said(
        nb=(
            "{file} er ikke {written}, slik den gir seg ut for.",
            "Si hva den er med --from, eller eksporter den på nytt.",
        ),
        nn=(
            "{file} er ikkje {written}, slik ho gir seg ut for.",
            "Sei kva ho er med --from, eller eksporter ho på nytt.",
        ),
        en=(
            "{file} is not {written}, which it claims to be.",
            "Say what it is with --from, or export it again.",
        ),
    ),
    "import-empty": Said(
        nb=(
            "{file} har ingen spørsmål.",
            "Se om det er riktig fil.",
        ),
        nn=(
            "{file} har ingen spørsmål.",
            "Sjå om det er rett fil.",
        ),
        en=(
            "{file} has no questions.",
            "See whether it is the right file.",
        ),
    ),
    "import-entities": Said(
        nb=(
            "{file} definerer egne tegn eller henter noe utenfra (linje {line}), og leses derfor ikke.",
            "Eksporter spørsmålene på nytt fra systemet de kommer fra.",
        ),
        nn=(
            "{file} definerer eigne teikn eller hentar noko utanfrå (linje {line}), og blir derfor ikkje lesen.",
            "Eksporter spørsmåla på nytt frå systemet dei kjem frå.",
        ),
        en=(
            "{file} defines entities or fetches something from outside (line {line}), and is therefore not read.",
            "Export the questions again from the system they come from.",
        ),
    ),
    "import-too-many-nodes": Said(
        nb=(
            "{file} har mer enn {limit} elementer.",
            "Del den opp, og hent en del om gangen.",
        ),
        nn=(
            "{file} har meir enn {limit} element.",
            "Del ho opp, og hent ein del om gongen.",
        ),
        en=(
            "{file} has more than {limit} elements.",
            "Part it, and import one part at a time.",
        ),
    ),
    "import-too-deep": Said(
        nb=(
            "{file} har elementer inni hverandre i for mange lag (linje {line}).",
            "Eksporter spørsmålene på nytt fra systemet de kommer fra.",
        ),
        nn=(
            "{file} har element inni kvarandre i for mange lag (linje {line}).",
            "Eksporter spørsmåla på nytt frå systemet dei kjem frå.",
        ),
        en=(
            "{file} has elements nested too deep (line {line}).",
            "Export the questions again from the system they come from.",
        ),
    ),
    "import-broken-xml": Said(
        nb=(
            "{file} er ødelagt XML (linje {line}).",
            "Eksporter spørsmålene på nytt fra systemet de kommer fra.",
        ),
        nn=(
            "{file} er øydelagd XML (linje {line}).",
            "Eksporter spørsmåla på nytt frå systemet dei kjem frå.",
        ),
        en=(
            "{file} is broken XML (line {line}).",
            "Export the questions again from the system they come from.",
        ),
    ),
    "import-not-moodle": Said(
        nb=(
            "{file} er XML, men ikke fra Moodle (den begynner med «{written}»).",
            "Eksporter spørsmålene som Moodle XML.",
        ),
        nn=(
            "{file} er XML, men ikkje frå Moodle (ho begynner med «{written}»).",
            "Eksporter spørsmåla som Moodle XML.",
        ),
        en=(
            "{file} is XML, but not Moodle's (it begins with “{written}”).",
            "Export the questions as Moodle XML.",
        ),
    ),
    "export-no-questions": Said(
        nb=(
            "Kurset har ingen spørsmål som kan skrives som {kind}.",
            "Velg et annet format.",
        ),
        nn=(
            "Kurset har ingen spørsmål som kan skrivast som {kind}.",
            "Vel eit anna format.",
        ),
        en=(
            "The course has no questions that can be written as {kind}.",
            "Choose another format.",
        ),
    ),
    "export-question-left-out": Said(
        nb=(
            "«{title}» kan ikke skrives som {format}, og ble ikke med.",
            "Bruk et annet format om det trengs.",
        ),
        nn=(
            "«{title}» kan ikkje skrivast som {format}, og vart ikkje med.",
            "Bruk eit anna format om det trengst.",
        ),
        en=(
            "“{title}” cannot be written as {format}, and was left out.",
            "Use another format if it is needed.",
        ),
    ),
    "export-kind-changed": Said(
        nb=(
            "«{title}» er av et slag {format} ikke har, og ble skrevet som det nærmeste.",
            "Se på det der det skal brukes.",
        ),
        nn=(
            "«{title}» er av eit slag {format} ikkje har, og vart skrive som det næraste.",
            "Sjå på det der det skal brukast.",
        ),
        en=(
            "“{title}” is of a kind {format} lacks, and was written as the nearest one.",
            "Look at it where it is to be used.",
        ),
    ),
    "export-part-lost": Said(
        nb=(
            "{format} har ikke plass til {lost} (gjelder {count} spørsmål, dette er det første).",
            "Det står fortsatt i kurset.",
        ),
        nn=(
            "{format} har ikkje plass til {lost} (gjeld {count} spørsmål, dette er det første).",
            "Det står framleis i kurset.",
        ),
        en=(
            "{format} has no room for {lost} (of {count} questions, this is the first).",
            "It still stands in the course.",
        ),
    ),
    "export-items-left-out": Said(
        nb=(
            "{count} {items} er ikke spørsmål i en spørsmålsbank, og ble ikke med i {format}.",
            "Bruk oppgaveark (worksheet) for å få med mer.",
        ),
        nn=(
            "{count} {items} er ikkje spørsmål i ein spørsmålsbank, og vart ikkje med i {format}.",
            "Bruk oppgåveark (worksheet) for å få med meir.",
        ),
        en=(
            "{count} {items} are no questions of a bank, and were left out of {format}.",
            "Use a worksheet to have more.",
        ),
    ),
}
