"""Sentences about a course's folder and its files as bytes and lines."""

from __future__ import annotations

from kursapp.texts.sentence import Said

FILES: dict[str, Said] = {
    "not-a-course": Said(
        nb=(
            "Mappa {folder} er ikke et kurs: den mangler kurs.md.",
            "Velg mappa som har kurs.md, eller lag et nytt kurs med «kursapp new».",
        ),
        nn=(
            "Mappa {folder} er ikkje eit kurs: ho manglar kurs.md.",
            "Vel mappa som har kurs.md, eller lag eit nytt kurs med «kursapp new».",
        ),
        en=(
            "The folder {folder} is not a course: it has no kurs.md.",
            "Choose the folder with kurs.md, or make a new course with “kursapp new”.",
        ),
    ),
    "empty-folder": Said(
        nb=("Mappa {folder} er tom.", "Lag et kurs i den med «kursapp new», eller velg en annen mappe."),
        nn=("Mappa {folder} er tom.", "Lag eit kurs i ho med «kursapp new», eller vel ei anna mappe."),
        en=("The folder {folder} is empty.", "Make a course in it with “kursapp new”, or choose another folder."),
    ),
    "course-folder-missing": Said(
        nb=("Mappa {folder} finnes ikke.", "Se om navnet er rett skrevet, eller om disken er koblet til."),
        nn=("Mappa {folder} finst ikkje.", "Sjå om namnet er rett skrive, eller om disken er kopla til."),
        en=("The folder {folder} does not exist.", "See whether its name is right, or whether the disk is connected."),
    ),
    "course-not-a-folder": Said(
        nb=("{folder} er en fil. Et kurs er en mappe.", "Velg mappa som har kurs.md."),
        nn=("{folder} er ei fil. Eit kurs er ei mappe.", "Vel mappa som har kurs.md."),
        en=("{folder} is a file. A course is a folder.", "Choose the folder with kurs.md."),
    ),
    "course-folder-unreadable": Said(
        nb=("Mappa {folder} kan ikke leses ({reason}).", "Gi deg selv lesetilgang, og prøv igjen."),
        nn=("Mappa {folder} kan ikkje lesast ({reason}).", "Gi deg sjølv lesetilgang, og prøv igjen."),
        en=("The folder {folder} cannot be read ({reason}).", "Give yourself access to read it, and try again."),
    ),
    "name-unreadable": Said(
        nb=("Navnet {name} har tegn som ikke kan leses.", "Gi fila eller mappa et nytt navn."),
        nn=("Namnet {name} har teikn som ikkje kan lesast.", "Gi fila eller mappa eit nytt namn."),
        en=("The name {name} has characters that cannot be read.", "Give the file or folder another name."),
    ),
    "course-too-large": Said(
        nb=(
            "Kurset i {folder} er større enn {limit} byte.",
            "Ta ut store filer, for eksempel film, og legg dem et annet sted.",
        ),
        nn=(
            "Kurset i {folder} er større enn {limit} byte.",
            "Ta ut store filer, til dømes film, og legg dei ein annan stad.",
        ),
        en=(
            "The course in {folder} is larger than {limit} bytes.",
            "Take out large files, such as films, and keep them elsewhere.",
        ),
    ),
    "too-many-files": Said(
        nb=("Mappa {folder} har flere enn {limit} filer.", "Er dette kursmappa? Velg mappa som har kurs.md."),
        nn=("Mappa {folder} har fleire enn {limit} filer.", "Er dette kursmappa? Vel mappa som har kurs.md."),
        en=("The folder {folder} has more than {limit} files.", "Is this the course? Choose the folder with kurs.md."),
    ),
    "folder-part-unreadable": Said(
        nb=("Mappa kan ikke leses ({reason}).", "Gi deg selv lesetilgang til den."),
        nn=("Mappa kan ikkje lesast ({reason}).", "Gi deg sjølv lesetilgang til ho."),
        en=("The folder cannot be read ({reason}).", "Give yourself access to read it."),
    ),
    "link-in-folder": Said(
        nb=("Fila er en snarvei (lenke) til noe utenfor, og blir ikke lest.", "Legg selve fila i kursmappa."),
        nn=("Fila er ein snarveg (lenkje) til noko utanfor, og blir ikkje lesen.", "Legg sjølve fila i kursmappa."),
        en=("The file is a link to something else and is not read.", "Put the file itself in the course folder."),
    ),
    "path-too-long": Said(
        nb=(
            "Stien er lengre enn {limit} tegn eller har for mange mapper i hverandre.",
            "Gi filer og mapper kortere navn.",
        ),
        nn=(
            "Stien er lengre enn {limit} teikn eller har for mange mapper i kvarandre.",
            "Gi filer og mapper kortare namn.",
        ),
        en=(
            "The path is longer than {limit} characters or has too many folders in each other.",
            "Give files and folders shorter names.",
        ),
    ),
    "file-unreadable": Said(
        nb=("Fila kunne ikke leses ({reason}).", "Gi deg selv lesetilgang til fila."),
        nn=("Fila kunne ikkje lesast ({reason}).", "Gi deg sjølv lesetilgang til fila."),
        en=("The file could not be read ({reason}).", "Give yourself access to read it."),
    ),
    "file-too-large": Said(
        nb=("Fila er på {size} byte. Grensen er {limit}.", "Del økta i to filer, og nevn begge i kurs.md."),
        nn=("Fila er på {size} byte. Grensa er {limit}.", "Del økta i to filer, og nemn begge i kurs.md."),
        en=(
            "The file has {size} bytes. The limit is {limit}.",
            "Split the session in two files, and name both in kurs.md.",
        ),
    ),
    "line-too-long": Said(
        nb=("Linja har {length} tegn. Grensen er {limit}.", "Del den opp med linjeskift."),
        nn=("Linja har {length} teikn. Grensa er {limit}.", "Del ho opp med linjeskift."),
        en=("The line has {length} characters. The limit is {limit}.", "Break it up."),
    ),
    "not-utf8": Said(
        nb=(
            "Fila er ikke lagret som UTF-8, så bokstaver som æ, ø og å blir feil.",
            "Lagre den på nytt og velg UTF-8 som koding.",
        ),
        nn=(
            "Fila er ikkje lagra som UTF-8, så bokstavar som æ, ø og å blir feil.",
            "Lagre ho på nytt og vel UTF-8 som koding.",
        ),
        en=(
            "The file is not saved as UTF-8, so letters like æ, ø and å go wrong.",
            "Save it again with the encoding UTF-8.",
        ),
    ),
    "nul-character": Said(
        nb=("Fila har tegn som ikke er tekst (NUL). Er det en tekstfil?", "Lagre den på nytt som ren tekst i UTF-8."),
        nn=("Fila har teikn som ikkje er tekst (NUL). Er det ei tekstfil?", "Lagre ho på nytt som rein tekst i UTF-8."),
        en=(
            "The file has characters that are not text (NUL). Is it a text file?",
            "Save it again as plain text in UTF-8.",
        ),
    ),
    "non-breaking-space": Said(
        nb=("Her står et hardt mellomrom etter #, - eller >.", "Bytt det med et vanlig mellomrom."),
        nn=("Her står eit hardt mellomrom etter #, - eller >.", "Byt det med eit vanleg mellomrom."),
        en=("A non-breaking space stands after #, - or >.", "Replace it with an ordinary space."),
    ),
    "open-fence": Said(
        nb=("En kodeblokk begynner her, men slutter aldri.", "Skriv ``` på en egen linje der den slutter."),
        nn=("Ei kodeblokk byrjar her, men sluttar aldri.", "Skriv ``` på ei eiga linje der ho sluttar."),
        en=("A code block begins here and never ends.", "Write ``` on a line of its own where it ends."),
    ),
    "open-comment": Said(
        nb=("En merknad begynner her, men slutter aldri.", "Skriv --> der den slutter."),
        nn=("Ein merknad byrjar her, men sluttar aldri.", "Skriv --> der han sluttar."),
        en=("A comment begins here and never ends.", "Write --> where it ends."),
    ),
    "word-comment": Said(
        nb=("Tekstprogrammet har gjort <!-- om til <!–.", "Skriv <!-- med to bindestreker."),
        nn=("Tekstprogrammet har gjort <!-- om til <!–.", "Skriv <!-- med to bindestrekar."),
        en=("The word processor has made <!– of <!--.", "Write <!-- with two hyphens."),
    ),
    "file-too-heavy": Said(
        nb=(
            "Fila krever {limit} å lese, så den vises ikke.",
            "Se etter svært dype lister eller svært lange avsnitt, og del dem opp.",
        ),
        nn=(
            "Fila krev {limit} å lese, så ho blir ikkje vist.",
            "Sjå etter svært djupe lister eller svært lange avsnitt, og del dei opp.",
        ),
        en=(
            "The file takes {limit} to read and is not shown.",
            "Look for very deep lists or very long paragraphs, and break them up.",
        ),
    ),
    "too-much-here": Said(
        nb=("Her står det mer enn vinduet kan vise på én gang.", "Del det opp på flere sider eller i flere spørsmål."),
        nn=(
            "Her står det meir enn vindauget kan vise på éin gong.",
            "Del det opp på fleire sider eller i fleire spørsmål.",
        ),
        en=("There is more here than the window can show at once.", "Split it over several pages or questions."),
    ),
    "course-too-heavy": Said(
        nb=("Kurset i {folder} krever {limit} å sette sammen.", "Del det i flere kurs."),
        nn=("Kurset i {folder} krev {limit} å setje saman.", "Del det i fleire kurs."),
        en=("The course in {folder} takes {limit} to put together.", "Split it in several courses."),
    ),
    "course-not-understood": Said(
        nb=(
            "Kurset i {folder} kunne ikke settes sammen på grunn av en feil i Kursapp.",
            "Meld feilen til dem som lager Kursapp, med loggen.",
        ),
        nn=(
            "Kurset i {folder} kunne ikkje setjast saman på grunn av ein feil i Kursapp.",
            "Meld feilen til dei som lagar Kursapp, med loggen.",
        ),
        en=(
            "The course in {folder} could not be put together because of a fault in Kursapp.",
            "Report the fault to the makers of Kursapp, with the log.",
        ),
    ),
    "worker-not-started": Said(
        nb=(
            "Kursapp fikk ikke startet den delen som leser kurs ({reason}).",
            "Lukk andre programmer og prøv igjen. Hjelper ikke det, start maskinen på nytt.",
        ),
        nn=(
            "Kursapp fekk ikkje starta den delen som les kurs ({reason}).",
            "Lukk andre program og prøv igjen. Hjelper ikkje det, start maskina på nytt.",
        ),
        en=(
            "Kursapp could not start the part that reads courses ({reason}).",
            "Close other programs and try again. If that does not help, restart the computer.",
        ),
    ),
    "file-not-understood": Said(
        nb=(
            "Fila kunne ikke leses på grunn av en feil i Kursapp.",
            "Resten av kurset vises. Meld feilen til dem som lager Kursapp.",
        ),
        nn=(
            "Fila kunne ikkje lesast på grunn av ein feil i Kursapp.",
            "Resten av kurset blir vist. Meld feilen til dei som lagar Kursapp.",
        ),
        en=(
            "The file could not be read because of a fault in Kursapp.",
            "The rest of the course is shown. Report the fault to the makers of Kursapp.",
        ),
    ),
}
