"""Sentences for joining a cohort and handing in: what stands in the way, and that nothing is lost by it."""

from __future__ import annotations

from kursapp.texts.sentence import Said

HAND_IN: dict[str, Said] = {
    "cohort-second-file": Said(
        nb=(
            "«{file}» er en annen fil for kullet «{name}» enn den du ble med på, og er ikke tatt inn.",
            "Be kursholderen om den fila som har samme kullmerke som ditt. Er den du har feil, si fra.",
        ),
        nn=(
            "«{file}» er ei anna fil for kullet «{name}» enn den du vart med på, og er ikkje teken inn.",
            "Be kurshaldaren om den fila som har same kullmerke som ditt. Er den du har feil, sei frå.",
        ),
        en=(
            "“{file}” is another file for the cohort “{name}” than the one you joined, and was not taken in.",
            "Ask the organiser for the file with the same cohort mark as yours. If yours is the wrong one, say so.",
        ),
    ),
    "hand-in-no-cohort": Said(
        nb=("Du er ikke med i noe kull i kurset.", "Åpne kullfila du har fått av kursholderen, og prøv igjen."),
        nn=("Du er ikkje med i noko kull i kurset.", "Opne kullfila du har fått av kurshaldaren, og prøv igjen."),
        en=("You are not in a cohort of the course.", "Open the cohort file the organiser gave you, and try again."),
    ),
    "hand-in-over": Said(
        nb=(
            "Kullet «{name}» er avsluttet, så det tar ikke imot mer.",
            "Snakk med kursholderen hvis du fortsatt skal levere noe.",
        ),
        nn=(
            "Kullet «{name}» er avslutta, så det tek ikkje imot meir.",
            "Snakk med kurshaldaren dersom du framleis skal levere noko.",
        ),
        en=(
            "The cohort “{name}” has ended and takes nothing more.",
            "Talk to the organiser if you still have something to hand in.",
        ),
    ),
    "hand-in-not-asked": Said(
        nb=(
            "Kullet «{name}» ber ikke om «{title}», så det leveres ikke.",
            "Fyll det gjerne ut for din egen del. Svarene blir på denne maskinen.",
        ),
        nn=(
            "Kullet «{name}» ber ikkje om «{title}», så det blir ikkje levert.",
            "Fyll det gjerne ut for din eigen del. Svara blir på denne maskina.",
        ),
        en=(
            "The cohort “{name}” does not ask for “{title}”, so it is not handed in.",
            "You may fill it in for yourself. The answers stay on this machine.",
        ),
    ),
    "hand-in-other-version": Said(
        nb=(
            "«{title}» er ikke likt i kurset på denne maskinen og i kullet «{name}» (kursversjon {version}), "
            "så det kan ikke leveres.",
            "Be kursholderen om versjonen av kurset som kullet bruker. Svarene dine er lagret.",
        ),
        nn=(
            "«{title}» er ikkje likt i kurset på denne maskina og i kullet «{name}» (kursversjon {version}), "
            "så det kan ikkje leverast.",
            "Be kurshaldaren om versjonen av kurset som kullet bruker. Svara dine er lagra.",
        ),
        en=(
            "“{title}” is not the same in the course on this machine and in the cohort “{name}” (course version "
            "{version}), so it cannot be handed in.",
            "Ask the organiser for the version of the course that the cohort uses. Your answers are saved.",
        ),
    ),
    "hand-in-forgotten": Said(
        nb=(
            "Du har levert «{title}» og slettet svarene her, så det kan ikke leveres en gang til.",
            "Da ville du blitt telt to ganger. Det du leverte, teller fortsatt.",
        ),
        nn=(
            "Du har levert «{title}» og sletta svara her, så det kan ikkje leverast ein gong til.",
            "Då ville du blitt talt to gonger. Det du leverte, tel framleis.",
        ),
        en=(
            "You have handed in “{title}” and deleted the answers here, so it cannot be handed in once more.",
            "You would be counted twice. What you handed in still counts.",
        ),
    ),
    "hand-in-nothing": Said(
        nb=("Det er ingen svar å levere i «{title}».", "Svar på noe først, så kan du lage fila."),
        nn=("Det er ingen svar å levere i «{title}».", "Svar på noko først, så kan du lage fila."),
        en=("There are no answers to hand in in “{title}”.", "Answer something first, and then make the file."),
    ),
    "hand-in-too-long": Said(
        nb=(
            "Kommentarene i «{title}» er om lag {over} tegn for lange til svarfila.",
            "Kort dem ned og prøv igjen. Alt du har skrevet, er lagret.",
        ),
        nn=(
            "Kommentarane i «{title}» er om lag {over} teikn for lange til svarfila.",
            "Kort dei ned og prøv igjen. Alt du har skrive, er lagra.",
        ),
        en=(
            "The comments in “{title}” are about {over} characters too long for the answer file.",
            "Shorten them and try again. Everything you have written is saved.",
        ),
    ),
    "hand-in-nothing-there": Said(
        nb=("Du har ikke levert «{title}», så det er ingenting å trekke tilbake.", "Du kan slette svarene her."),
        nn=("Du har ikkje levert «{title}», så det er ingenting å trekkje tilbake.", "Du kan slette svara her."),
        en=(
            "You have not handed in “{title}”, so there is nothing to withdraw.",
            "You can delete the answers here.",
        ),
    ),
    "hand-in-code-missing": Said(
        nb=("Kullet bruker koder, og koden mangler.", "Skriv koden for dette skjemaet fra lappen du trakk."),
        nn=("Kullet bruker kodar, og koden manglar.", "Skriv koden for dette skjemaet frå lappen du trekte."),
        en=("The cohort uses codes, and the code is missing.", "Type the code for this form from the slip you drew."),
    ),
    "hand-in-folder-taken": Said(
        nb=(
            "I {folder} ligger det {kind} for samme kull, og da kunne noen se at filene hører sammen.",
            "Velg en annen mappe, eller lag en ny.",
        ),
        nn=(
            "I {folder} ligg det {kind} for same kull, og då kunne nokon sjå at filene høyrer saman.",
            "Vel ei anna mappe, eller lag ei ny.",
        ),
        en=(
            "{folder} holds {kind} for the same cohort, and somebody could see that the files belong together.",
            "Choose another folder, or make a new one.",
        ),
    ),
    "hand-in-folder-gone": Said(
        nb=(
            "Mappa {folder} er ikke der lenger, så fila ble ikke laget.",
            "Sett inn minnepinnen igjen eller velg en annen mappe. Svarene dine er lagret på maskinen.",
        ),
        nn=(
            "Mappa {folder} er ikkje der lenger, så fila vart ikkje laga.",
            "Set inn minnepinnen igjen eller vel ei anna mappe. Svara dine er lagra på maskina.",
        ),
        en=(
            "The folder {folder} is no longer there, so the file was not made.",
            "Put the stick back in or choose another folder. Your answers are saved on the machine.",
        ),
    ),
    "hand-in-no-room": Said(
        nb=(
            "Det er ikke plass til fila i {folder}, så den ble ikke laget.",
            "Rydd plass eller velg en annen mappe. Svarene dine er lagret på maskinen.",
        ),
        nn=(
            "Det er ikkje plass til fila i {folder}, så ho vart ikkje laga.",
            "Rydd plass eller vel ei anna mappe. Svara dine er lagra på maskina.",
        ),
        en=(
            "There is no room for the file in {folder}, so it was not made.",
            "Make room or choose another folder. Your answers are saved on the machine.",
        ),
    ),
    "hand-in-not-written": Said(
        nb=(
            "Fila kunne ikke skrives i {folder}{? ({reason})?}.",
            "Velg en mappe du har lov til å skrive i. Svarene dine er lagret på maskinen.",
        ),
        nn=(
            "Fila kunne ikkje skrivast i {folder}{? ({reason})?}.",
            "Vel ei mappe du har lov til å skrive i. Svara dine er lagra på maskina.",
        ),
        en=(
            "The file could not be written in {folder}{? ({reason})?}.",
            "Choose a folder you may write in. Your answers are saved on the machine.",
        ),
    ),
    "progress-not-asked": Said(
        nb=("Kullet «{name}» ber ikke om fremdriftsfil.", "Du trenger ikke gjøre noe."),
        nn=("Kullet «{name}» ber ikkje om framdriftsfil.", "Du treng ikkje gjere noko."),
        en=("The cohort “{name}” does not ask for a progress file.", "You need not do anything."),
    ),
    "progress-name-missing": Said(
        nb=("Fremdriftsfila mangler navnet ditt.", "Skriv navnet kursholderen kjenner deg under."),
        nn=("Framdriftsfila manglar namnet ditt.", "Skriv namnet kurshaldaren kjenner deg under."),
        en=("The progress file lacks your name.", "Write the name the organiser knows you by."),
    ),
}
