"""Sentences about restructuring a course: what cannot be moved, divided, joined or undone, and why."""

from __future__ import annotations

from kursapp.texts.sentence import Said

RESTRUCTURING: dict[str, Said] = {
    "restructure-gone": Said(
        nb=("Det du valgte, er ikke lenger der det var: {file}.", "Se på innholdslista på nytt, og prøv igjen."),
        nn=("Det du valde, er ikkje lenger der det var: {file}.", "Sjå på innhaldslista på nytt, og prøv igjen."),
        en=("What you chose is no longer where it was: {file}.", "Look at the outline again, and try once more."),
    ),
    "restructure-unreadable": Said(
        nb=(
            "{file} kan ikke leses som tekst, så den kan ikke bygges om.",
            "Lagre fila som UTF-8 i programmet du skrev den i.",
        ),
        nn=(
            "{file} kan ikkje lesast som tekst, så ho kan ikkje byggjast om.",
            "Lagre fila som UTF-8 i programmet du skreiv ho i.",
        ),
        en=(
            "{file} cannot be read as text, so it cannot be rebuilt.",
            "Save the file as UTF-8 in the program you wrote it in.",
        ),
    ),
    "restructure-nothing": Said(
        nb=("Det står slik alt. Ingenting er endret.", "Velg en annen plass eller et annet navn."),
        nn=("Det står slik alt. Ingenting er endra.", "Vel ein annan plass eller eit anna namn."),
        en=("It is so already. Nothing has changed.", "Choose another place or another name."),
    ),
    "restructure-not-possible": Said(
        nb=("Kursapp klarte ikke å bygge om kurset slik. Ingenting er endret.", "Gjør endringen i teksten i stedet."),
        nn=("Kursapp klarte ikkje å byggje om kurset slik. Ingenting er endra.", "Gjer endringa i teksten i staden."),
        en=(
            "Kursapp could not rebuild the course like this. Nothing has changed.",
            "Make the change in the text instead.",
        ),
    ),
    "restructure-too-heavy": Said(
        nb=(
            "Kurset er så stort at ombyggingen ble avbrutt. Ingenting er endret.",
            "Gjør endringen i teksten, eller del de største filene.",
        ),
        nn=(
            "Kurset er så stort at ombygginga vart avbroten. Ingenting er endra.",
            "Gjer endringa i teksten, eller del dei største filene.",
        ),
        en=(
            "The course is so large that the rebuilding was stopped. Nothing has changed.",
            "Make the change in the text, or divide the largest files.",
        ),
    ),
    "restructure-clash": Said(
        nb=("{file} ble endret mens du valgte. Ingenting er gjort.", "Se hva som er endret, og prøv igjen."),
        nn=("{file} vart endra medan du valde. Ingenting er gjort.", "Sjå kva som er endra, og prøv igjen."),
        en=("{file} was changed while you chose. Nothing has been done.", "See what has changed, and try again."),
    ),
    "undo-clash": Said(
        nb=(
            "{file} er endret siden, så «{name}» kan ikke angres i ett steg.",
            "Hent den gamle teksten fra «Tidligere versjoner» om du trenger den.",
        ),
        nn=(
            "{file} er endra sidan, så «{name}» kan ikkje angrast i eitt steg.",
            "Hent den gamle teksten frå «Tidlegare versjonar» om du treng han.",
        ),
        en=(
            "{file} has changed since, so “{name}” cannot be undone in one step.",
            "Take the old text from “Earlier versions” if you need it.",
        ),
    ),
    "undo-lost": Said(
        nb=(
            "Det som skulle angres, er skadet og kan ikke brukes. Kurset er uendret.",
            "Hent den gamle teksten fra «Tidligere versjoner» om du trenger den.",
        ),
        nn=(
            "Det som skulle angrast, er skadd og kan ikkje brukast. Kurset er uendra.",
            "Hent den gamle teksten frå «Tidlegare versjonar» om du treng han.",
        ),
        en=(
            "What was to be undone is damaged and cannot be used. The course is unchanged.",
            "Take the old text from “Earlier versions” if you need it.",
        ),
    ),
    "nothing-to-undo": Said(
        nb=("Det er ingenting å angre.", "Fortsett der du er."),
        nn=("Det er ingenting å angre.", "Hald fram der du er."),
        en=("There is nothing to undo.", "Go on where you are."),
    ),
    "nothing-to-redo": Said(
        nb=("Det er ingenting å gjøre om igjen.", "Fortsett der du er."),
        nn=("Det er ingenting å gjere om igjen.", "Hald fram der du er."),
        en=("There is nothing to redo.", "Go on where you are."),
    ),
    "title-missing": Said(
        nb=("Tittelen mangler.", "Skriv hva det skal hete."),
        nn=("Tittelen manglar.", "Skriv kva det skal heite."),
        en=("The title is missing.", "Write what it is to be called."),
    ),
    "title-too-long": Said(
        nb=("Tittelen er for lang.", "Skriv høyst {limit} tegn."),
        nn=("Tittelen er for lang.", "Skriv høgst {limit} teikn."),
        en=("The title is too long.", "Write {limit} characters at most."),
    ),
    "title-not-plain": Said(
        nb=("Tittelen har tegn som ikke kan stå i en overskrift: {title}.", "Skriv den med vanlige tegn på én linje."),
        nn=(
            "Tittelen har teikn som ikkje kan stå i ei overskrift: {title}.",
            "Skriv han med vanlege teikn på éi linje.",
        ),
        en=(
            "The title has characters that cannot stand in a heading: {title}.",
            "Write it with ordinary characters on one line.",
        ),
    ),
    "title-means-something": Said(
        nb=(
            "«{title}» ville bety noe annet enn en tittel i kurset.",
            "Skriv den uten ordet foran kolon, eller velg en annen tittel.",
        ),
        nn=(
            "«{title}» ville bety noko anna enn ein tittel i kurset.",
            "Skriv han utan ordet framfor kolon, eller vel ein annan tittel.",
        ),
        en=(
            "“{title}” would mean something else than a title in the course.",
            "Write it without the word before the colon, or choose another title.",
        ),
    ),
    "opening-stays": Said(
        nb=(
            "«{title}» er åpningssiden og må stå først i økta.",
            "Gi teksten en egen overskrift om den skal flyttes eller kopieres.",
        ),
        nn=(
            "«{title}» er opningssida og må stå først i økta.",
            "Gi teksten ei eiga overskrift om han skal flyttast eller kopierast.",
        ),
        en=(
            "“{title}” is the opening page and has to stand first in the session.",
            "Give the text a heading of its own if it is to be moved or copied.",
        ),
    ),
    "last-page": Said(
        nb=("«{title}» er den eneste siden i økta.", "Fjern eller flytt hele økta i stedet."),
        nn=("«{title}» er den einaste sida i økta.", "Fjern eller flytt heile økta i staden."),
        en=("“{title}” is the only page of the session.", "Remove or move the whole session instead."),
    ),
    "last-session": Said(
        nb=("Kurset må ha minst én økt, og «{title}» er det siste som er igjen.", "Lag en ny økt først."),
        nn=("Kurset må ha minst éi økt, og «{title}» er det siste som er att.", "Lag ei ny økt først."),
        en=(
            "The course needs at least one session, and “{title}” is the last that is left.",
            "Make a new session first.",
        ),
    ),
    "only-text-pages": Said(
        nb=(
            "«{title}» er en quiz eller et evalueringsskjema og kan ikke deles eller slås sammen.",
            "Flytt spørsmålene i teksten i stedet.",
        ),
        nn=(
            "«{title}» er ein quiz eller eit evalueringsskjema og kan ikkje delast eller slåast saman.",
            "Flytt spørsmåla i teksten i staden.",
        ),
        en=(
            "“{title}” is a quiz or an evaluation form and cannot be divided or joined.",
            "Move the questions in the text instead.",
        ),
    ),
    "nothing-before": Said(
        nb=(
            "Det står ingenting på «{title}» før markøren, så det er ingenting å dele.",
            "Sett markøren der den nye siden skal begynne.",
        ),
        nn=(
            "Det står ingenting på «{title}» før markøren, så det er ingenting å dele.",
            "Set markøren der den nye sida skal byrje.",
        ),
        en=(
            "Nothing stands on “{title}” before the cursor, so there is nothing to divide.",
            "Put the cursor where the new page is to begin.",
        ),
    ),
    "nothing-after": Said(
        nb=(
            "Det står ingenting på «{title}» etter markøren, så det er ingenting å dele.",
            "Sett markøren der den nye siden skal begynne.",
        ),
        nn=(
            "Det står ingenting på «{title}» etter markøren, så det er ingenting å dele.",
            "Set markøren der den nye sida skal byrje.",
        ),
        en=(
            "Nothing stands on “{title}” after the cursor, so there is nothing to divide.",
            "Put the cursor where the new page is to begin.",
        ),
    ),
    "first-page-stays": Said(
        nb=(
            "Markøren står på den første siden i «{title}», så økta kan ikke deles der.",
            "Sett markøren på siden den nye økta skal begynne med.",
        ),
        nn=(
            "Markøren står på den første sida i «{title}», så økta kan ikkje delast der.",
            "Set markøren på sida den nye økta skal byrje med.",
        ),
        en=(
            "The cursor is on the first page of “{title}”, so the session cannot be divided there.",
            "Put the cursor on the page the new session is to begin with.",
        ),
    ),
    "no-page-before": Said(
        nb=("«{title}» er den første siden i økta.", "Velg siden etter for å slå dem sammen."),
        nn=("«{title}» er den første sida i økta.", "Vel sida etter for å slå dei saman."),
        en=("“{title}” is the first page of the session.", "Choose the page after it to join them."),
    ),
    "no-session-before": Said(
        nb=("«{title}» er den første økta i delen.", "Velg økta etter for å slå dem sammen."),
        nn=("«{title}» er den første økta i delen.", "Vel økta etter for å slå dei saman."),
        en=("“{title}” is the first session of its part.", "Choose the session after it to join them."),
    ),
    "listed-already": Said(
        nb=("{file} står i kurset alt.", "Flytt økta i innholdslista i stedet."),
        nn=("{file} står i kurset alt.", "Flytt økta i innhaldslista i staden."),
        en=("{file} is in the course already.", "Move the session in the outline instead."),
    ),
    "file-keeps-its-name": Said(
        nb=("{file} må hete det den heter, ellers finner ikke Kursapp den.", "Velg en av øktene."),
        nn=("{file} må heite det ho heiter, elles finn ikkje Kursapp ho.", "Vel ei av øktene."),
        en=("{file} has to keep its name, or Kursapp would not find it.", "Choose one of the sessions."),
    ),
    "file-name-unsafe": Said(
        nb=(
            "{file} er ikke et filnavn som virker på alle maskiner.",
            "Bruk bokstaver, tall og bindestrek, i en mappe i kurset.",
        ),
        nn=(
            "{file} er ikkje eit filnamn som verkar på alle maskiner.",
            "Bruk bokstavar, tal og bindestrek, i ei mappe i kurset.",
        ),
        en=(
            "{file} is no file name that works on all machines.",
            "Use letters, figures and hyphens, in a folder of the course.",
        ),
    ),
    "file-name-ending": Said(
        nb=("{file} må ende på .{ending}, som før.", "Skriv navnet med samme ending."),
        nn=("{file} må ende på .{ending}, som før.", "Skriv namnet med same ending."),
        en=("{file} has to end in .{ending}, as before.", "Write the name with the same ending."),
    ),
    "file-name-taken": Said(
        nb=("Det finnes alt en fil som heter {file}.", "Velg et annet navn."),
        nn=("Det finst alt ei fil som heiter {file}.", "Vel eit anna namn."),
        en=("There is a file called {file} already.", "Choose another name."),
    ),
    "journal-damaged": Said(
        nb=("Det Kursapp hadde skrevet ned om en ombygging ({folder}), er skadet.", "Kurset selv er ikke rørt."),
        nn=("Det Kursapp hadde skrive ned om ei ombygging ({folder}), er skadd.", "Kurset sjølv er ikkje rørt."),
        en=("What Kursapp had written down of a rebuilding ({folder}) is damaged.", "The course itself is untouched."),
    ),
    "files-changed": Said(
        nb=("{file} ble endret av et annet program. Ingenting er gjort.", "Se hva som er endret, og prøv igjen."),
        nn=("{file} vart endra av eit anna program. Ingenting er gjort.", "Sjå kva som er endra, og prøv igjen."),
        en=("{file} was changed by another program. Nothing has been done.", "See what has changed, and try again."),
    ),
    "restructure-outside": Said(
        nb=("{file} ligger utenfor mappa til kurset, og blir ikke rørt.", "Flytt fila inn i mappa, uten snarvei."),
        nn=("{file} ligg utanfor mappa til kurset, og blir ikkje rørt.", "Flytt fila inn i mappa, utan snarveg."),
        en=(
            "{file} is outside the folder of the course, and is left alone.",
            "Move the file into the folder, without a link.",
        ),
    ),
}
