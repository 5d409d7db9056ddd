"""Sentences about keeping things: disks, folders, settings, profiles, databases and the program's own parts."""

from __future__ import annotations

from kursapp.texts.sentence import Said

KEEPING: dict[str, Said] = {
    "disk-full": Said(
        nb=(
            "Disken er full, så «{file}» ble ikke lagret.",
            "Frigjør plass og prøv igjen. Det som var lagret før, er uendret.",
        ),
        nn=(
            "Disken er full, så «{file}» vart ikkje lagra.",
            "Frigjer plass og prøv igjen. Det som var lagra før, er uendra.",
        ),
        en=(
            "The disk is full, so “{file}” was not saved.",
            "Free some space and try again. What was saved before is unchanged.",
        ),
    ),
    "folder-unwritable": Said(
        nb=("Mappa {folder} kan ikke skrives til.", "Gi deg selv skrivetilgang til mappa, eller velg en annen."),
        nn=("Mappa {folder} kan ikkje skrivast til.", "Gi deg sjølv skrivetilgang til mappa, eller vel ei anna."),
        en=("The folder {folder} cannot be written to.", "Give yourself write access to it, or choose another folder."),
    ),
    "file-not-written": Said(
        nb=("«{file}» i {folder} kunne ikke skrives ({reason}).", "Se om disken er tilkoblet, og prøv igjen."),
        nn=("«{file}» i {folder} kunne ikkje skrivast ({reason}).", "Sjå om disken er kopla til, og prøv igjen."),
        en=(
            "“{file}” in {folder} could not be written ({reason}).",
            "See whether the disk is connected, and try again.",
        ),
    ),
    "file-not-read": Said(
        nb=("«{file}» i {folder} kunne ikke leses ({reason}).", "Se om du har lesetilgang, og prøv igjen."),
        nn=("«{file}» i {folder} kunne ikkje lesast ({reason}).", "Sjå om du har lesetilgang, og prøv igjen."),
        en=("“{file}” in {folder} could not be read ({reason}).", "See whether you may read it, and try again."),
    ),
    "network-folder": Said(
        nb=(
            "Mappa {folder} ligger på en nettverksdisk, og der er ikke svarene dine trygge.",
            "Bruk en mappe på selve maskinen: fjern eller endre KURSAPP_DATA.",
        ),
        nn=(
            "Mappa {folder} ligg på ein nettverksdisk, og der er ikkje svara dine trygge.",
            "Bruk ei mappe på sjølve maskina: fjern eller endre KURSAPP_DATA.",
        ),
        en=(
            "The folder {folder} is on a network drive, where your answers are not safe.",
            "Use a folder on the machine itself: remove or change KURSAPP_DATA.",
        ),
    ),
    "not-a-folder": Said(
        nb=("{folder} er en fil, ikke en mappe.", "Flytt fila, eller velg en annen mappe for dataene."),
        nn=("{folder} er ei fil, ikkje ei mappe.", "Flytt fila, eller vel ei anna mappe for dataa."),
        en=("{folder} is a file, not a folder.", "Move the file, or choose another folder for the data."),
    ),
    "installation-incomplete": Said(
        nb=("Programmet mangler noe av seg selv ({folder}).", "Installer Kursapp på nytt. Svarene dine blir liggende."),
        nn=("Programmet manglar noko av seg sjølv ({folder}).", "Installer Kursapp på nytt. Svara dine blir liggande."),
        en=("A part of the program itself is missing ({folder}).", "Install Kursapp again. Your answers stay."),
    ),
    "settings-damaged": Said(
        nb=(
            "Innstillingene kunne ikke leses helt. De gamle er tatt vare på som «{kept}».",
            "Velg innstillingene dine på nytt.",
        ),
        nn=(
            "Innstillingane kunne ikkje lesast heilt. Dei gamle er tekne vare på som «{kept}».",
            "Vel innstillingane dine på nytt.",
        ),
        en=(
            "The settings could not be read in full. The old ones are kept as “{kept}”.",
            "Choose your settings again.",
        ),
    ),
    "settings-newer": Said(
        nb=(
            "Innstillingene er fra en nyere Kursapp. De er tatt vare på som «{kept}».",
            "Installer nyeste Kursapp for å bruke alle.",
        ),
        nn=(
            "Innstillingane er frå ein nyare Kursapp. Dei er tekne vare på som «{kept}».",
            "Installer nyaste Kursapp for å bruke alle.",
        ),
        en=(
            "The settings are from a newer Kursapp. They are kept as “{kept}”.",
            "Install the newest Kursapp to use them all.",
        ),
    ),
    "profile-name-missing": Said(
        nb=("Profilen mangler navn.", "Skriv et navn du kjenner igjen. Et fornavn holder."),
        nn=("Profilen manglar namn.", "Skriv eit namn du kjenner igjen. Eit fornamn held."),
        en=("The profile has no name.", "Write a name you will recognise. A first name will do."),
    ),
    "profile-missing": Said(
        nb=("Profilen «{file}» finnes ikke i {folder}.", "Velg en annen profil, eller lag en ny."),
        nn=("Profilen «{file}» finst ikkje i {folder}.", "Vel ein annan profil, eller lag ein ny."),
        en=("The profile “{file}” is not in {folder}.", "Choose another profile, or make a new one."),
    ),
    "profile-open-elsewhere": Said(
        nb=("Kursapp er åpen med denne profilen fra før.", "Gå til vinduet som er åpent, eller lukk det først."),
        nn=("Kursapp er open med denne profilen frå før.", "Gå til vindauget som er ope, eller lukk det først."),
        en=("Kursapp is already open with this profile.", "Go to the window that is open, or close it first."),
    ),
    "profile-damaged": Said(
        nb=(
            "Fila «{file}» er skadet. Den ligger urørt som «{kept}» i {folder}.",
            "Gå tilbake til en sikkerhetskopi, eller begynn med en tom profil.",
        ),
        nn=(
            "Fila «{file}» er skadd. Ho ligg urørt som «{kept}» i {folder}.",
            "Gå tilbake til ein tryggingskopi, eller byrj med ein tom profil.",
        ),
        en=(
            "The file “{file}” is damaged. It lies untouched as “{kept}” in {folder}.",
            "Go back to a backup, or begin with an empty profile.",
        ),
    ),
    "profile-damage-met": Said(
        nb=(
            "Fila «{file}» i {folder} svarer ikke som den skal.",
            "Lukk Kursapp og start på nytt. Da blir fila undersøkt.",
        ),
        nn=(
            "Fila «{file}» i {folder} svarar ikkje som ho skal.",
            "Lukk Kursapp og start på nytt. Då blir fila undersøkt.",
        ),
        en=(
            "The file “{file}” in {folder} does not answer as it should.",
            "Close Kursapp and start again; the file is then examined.",
        ),
    ),
    "profile-read-only": Said(
        nb=(
            "Profilen kan bare leses, så det du skriver nå, blir ikke lagret.",
            "Gi deg selv skrivetilgang til {folder}, og start på nytt.",
        ),
        nn=(
            "Profilen kan berre lesast, så det du skriv no, blir ikkje lagra.",
            "Gi deg sjølv skrivetilgang til {folder}, og start på nytt.",
        ),
        en=(
            "The profile can only be read, so what you write now is not saved.",
            "Give yourself write access to {folder}, and start again.",
        ),
    ),
    "profile-wrong-key": Said(
        nb=("Nøkkelen åpner ikke «{file}».", "Prøv på nytt."),
        nn=("Nøkkelen opnar ikkje «{file}».", "Prøv på nytt."),
        en=("The key does not open “{file}”.", "Try again."),
    ),
    "not-a-profile": Said(
        nb=("«{file}» i {folder} tilhører et annet program og er ikke rørt.", "Flytt den, eller velg en annen mappe."),
        nn=("«{file}» i {folder} høyrer til eit anna program og er ikkje rørt.", "Flytt ho, eller vel ei anna mappe."),
        en=(
            "“{file}” in {folder} belongs to another program and was not touched.",
            "Move it, or choose another folder.",
        ),
    ),
    "database-newer": Said(
        nb=(
            "«{file}» er laget av en nyere Kursapp (utgave {version}, denne kan {known}) og er ikke rørt.",
            "Installer nyeste Kursapp, så åpner den profilen din.",
        ),
        nn=(
            "«{file}» er laga av ein nyare Kursapp (utgåve {version}, denne kan {known}) og er ikkje rørt.",
            "Installer nyaste Kursapp, så opnar han profilen din.",
        ),
        en=(
            "“{file}” was made by a newer Kursapp (format {version}, this one knows {known}) and was not touched.",
            "Install the newest Kursapp, and it will open your profile.",
        ),
    ),
    "database-io-failed": Said(
        nb=(
            "Disken svarte med en feil da «{file}» skulle leses eller skrives ({reason}).",
            "Se om disken er tilkoblet, og prøv igjen.",
        ),
        nn=(
            "Disken svara med ein feil då «{file}» skulle lesast eller skrivast ({reason}).",
            "Sjå om disken er kopla til, og prøv igjen.",
        ),
        en=(
            "The disk answered with an error when “{file}” was read or written ({reason}).",
            "See whether the disk is connected, and try again.",
        ),
    ),
    "migration-failed": Said(
        nb=(
            "«{file}» kunne ikke føres over fra utgave {old} til {new} ({reason}). Fila er som den var.",
            "Bruk Kursapp som før i mellomtiden, og meld fra til den som drifter maskinen.",
        ),
        nn=(
            "«{file}» kunne ikkje førast over frå utgåve {old} til {new} ({reason}). Fila er som ho var.",
            "Bruk Kursapp som før i mellomtida, og meld frå til den som driftar maskina.",
        ),
        en=(
            "“{file}” could not be brought from format {old} to {new} ({reason}). The file is as it was.",
            "Use the earlier Kursapp meanwhile, and tell whoever looks after the machine.",
        ),
    ),
    "unexpected-error": Said(
        nb=(
            "Noe gikk galt som programmet ikke kjenner ({kind}).",
            "Prøv igjen. Skjer det på nytt, start Kursapp om igjen. Det som er lagret, er trygt.",
        ),
        nn=(
            "Noko gjekk gale som programmet ikkje kjenner ({kind}).",
            "Prøv igjen. Skjer det på nytt, start Kursapp om igjen. Det som er lagra, er trygt.",
        ),
        en=(
            "Something went wrong that the program does not know ({kind}).",
            "Try again. If it happens again, restart Kursapp. What is saved is safe.",
        ),
    ),
    "folder-not-empty": Said(
        nb=("Mappa {folder} er ikke tom.", "Velg en mappe som ikke finnes ennå, eller en tom."),
        nn=("Mappa {folder} er ikkje tom.", "Vel ei mappe som ikkje finst enno, eller ei tom."),
        en=("The folder {folder} is not empty.", "Choose a folder that does not exist yet, or an empty one."),
    ),
    "no-tries-left": Said(
        nb=(
            "Du har brukt alle forsøkene på dette spørsmålet.",
            "Svaret og tilbakemeldingen står her, så du kan lese dem.",
        ),
        nn=(
            "Du har brukt alle forsøka på dette spørsmålet.",
            "Svaret og tilbakemeldinga står her, så du kan lese dei.",
        ),
        en=("You have used all your tries on this question.", "Your answer and its feedback stay here to read."),
    ),
    "no-attempts-left": Said(
        nb=("Du har brukt alle forsøkene på denne quizen.", "Du kan øve på spørsmålene du bommet på."),
        nn=("Du har brukt alle forsøka på denne quizen.", "Du kan øve på spørsmåla du bomma på."),
        en=("You have used all your attempts at this quiz.", "You can practise the questions you missed."),
    ),
    "quiz-empty": Said(
        nb=("Quizen har ingen spørsmål som kan stilles.", "Si fra til den som lager kurset."),
        nn=("Quizen har ingen spørsmål som kan stillast.", "Sei frå til den som lagar kurset."),
        en=("The quiz has no questions that can be asked.", "Tell whoever makes the course."),
    ),
    "quiz-already-submitted": Said(
        nb=("Dette forsøket er levert.", "Se resultatet, eller begynn på et nytt forsøk."),
        nn=("Dette forsøket er levert.", "Sjå resultatet, eller byrj på eit nytt forsøk."),
        en=("This attempt has been handed in.", "See the result, or begin a new attempt."),
    ),
    "quiz-already-answered": Said(
        nb=("Spørsmålet er alt besvart i dette forsøket.", "Gå videre til neste spørsmål."),
        nn=("Spørsmålet er alt svara på i dette forsøket.", "Gå vidare til neste spørsmål."),
        en=("The question has been answered in this attempt.", "Go on to the next question."),
    ),
    "case-at-start": Said(
        nb=("Du er ved begynnelsen av caset.", "Velg hva du vil gjøre."),
        nn=("Du er ved byrjinga av caset.", "Vel kva du vil gjere."),
        en=("You are at the beginning of the case.", "Choose what to do."),
    ),
}
