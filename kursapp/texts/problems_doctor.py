"""What ``kursapp doctor`` may find. It repairs nothing: every sentence says who can, and how."""

from __future__ import annotations

from kursapp.texts.sentence import Said

DOCTOR: dict[str, Said] = {
    "doctor-folder-open": Said(
        nb=(
            "Andre som bruker maskinen, kan lese mappa {folder}.",
            "Ta fra andre tilgangen til mappa, for den holder svar og notater.",
        ),
        nn=(
            "Andre som brukar maskina, kan lese mappa {folder}.",
            "Ta frå andre tilgangen til mappa, for ho held svar og notat.",
        ),
        en=(
            "Others who use this machine can read the folder {folder}.",
            "Take their access to it away: it holds answers and notes.",
        ),
    ),
    "doctor-disk-nearly-full": Said(
        nb=("Det er bare {free} MB igjen på disken med {folder}.", "Frigjør plass, så alt kan lagres og kopieres."),
        nn=("Det er berre {free} MB att på disken med {folder}.", "Frigjer plass, så alt kan lagrast og kopierast."),
        en=(
            "Only {free} MB are left on the disk of {folder}.",
            "Free some space, so that all can be saved and copied.",
        ),
    ),
    "doctor-clock": Said(
        nb=("Maskinens klokke ser ut til å gå feil: «{file}» er datert {at}.", "Still klokka."),
        nn=("Klokka på maskina ser ut til å gå feil: «{file}» er datert {at}.", "Still klokka."),
        en=("The machine's clock seems to be wrong: “{file}” is dated {at}.", "Set the clock."),
    ),
    "doctor-settings": Said(
        nb=(
            "Innstillingene i «{file}» kan ikke leses helt.",
            "Start Kursapp og velg dem på nytt. Den gamle fila blir tatt vare på.",
        ),
        nn=(
            "Innstillingane i «{file}» kan ikkje lesast heilt.",
            "Start Kursapp og vel dei på nytt. Den gamle fila blir teken vare på.",
        ),
        en=(
            "The settings in “{file}” cannot be read in full.",
            "Start Kursapp and choose them again. The old file is kept.",
        ),
    ),
    "doctor-damaged": Said(
        nb=(
            "«{file}» i {folder} er skadet. Den tilhører {name}.",
            "Gå tilbake til en sikkerhetskopi med «kursapp restore», eller i vinduet. Fila blir lagt til side urørt.",
        ),
        nn=(
            "«{file}» i {folder} er skadd. Ho høyrer til {name}.",
            "Gå tilbake til ein tryggingskopi med «kursapp restore», eller i vindauget. Fila blir lagd til side urørt.",
        ),
        en=(
            "“{file}” in {folder} is damaged. It belongs to {name}.",
            "Go back to a backup with “kursapp restore”, or in the window. The file is set aside untouched.",
        ),
    ),
    "doctor-missing": Said(
        nb=("«{file}» er borte fra {folder}. Den tilhører {name}.", "Gå tilbake til en sikkerhetskopi."),
        nn=("«{file}» er borte frå {folder}. Ho høyrer til {name}.", "Gå tilbake til ein tryggingskopi."),
        en=("“{file}” is gone from {folder}. It belongs to {name}.", "Go back to a backup."),
    ),
    "doctor-orphans": Said(
        nb=(
            "«{file}» i {folder} har {count} rader som viser til noe som ikke finnes.",
            "Ingenting er tapt i daglig bruk. Meld fra til den som gir deg Kursapp.",
        ),
        nn=(
            "«{file}» i {folder} har {count} rader som viser til noko som ikkje finst.",
            "Ingenting er tapt i dagleg bruk. Meld frå til den som gir deg Kursapp.",
        ),
        en=(
            "“{file}” in {folder} has {count} rows that point to something that is not there.",
            "Nothing is lost in daily use. Tell whoever gives you Kursapp.",
        ),
    ),
    "doctor-backup": Said(
        nb=(
            "Sikkerhetskopien «{file}» i {folder} er skadet eller låst med en annen nøkkel.",
            "De andre kopiene er ikke berørt. Den kan slettes for hånd.",
        ),
        nn=(
            "Tryggingskopien «{file}» i {folder} er skadd eller låst med ein annan nøkkel.",
            "Dei andre kopiane er ikkje rørte. Han kan slettast for hand.",
        ),
        en=(
            "The backup “{file}” in {folder} is damaged or locked with another key.",
            "The other backups are not affected. It can be deleted by hand.",
        ),
    ),
    "doctor-no-backup": Said(
        nb=("{name} har ingen sikkerhetskopi som kan hentes.", "Lag en med «kursapp backup», eller start Kursapp."),
        nn=("{name} har ingen tryggingskopi som kan hentast.", "Lag ein med «kursapp backup», eller start Kursapp."),
        en=("{name} has no backup that can be used.", "Make one with “kursapp backup”, or start Kursapp."),
    ),
    "doctor-set-aside": Said(
        nb=(
            "«{file}» i {folder} ble lagt til side fordi den var skadet.",
            "Trenger du den ikke lenger, kan den slettes for hånd.",
        ),
        nn=(
            "«{file}» i {folder} vart lagd til side fordi ho var skadd.",
            "Treng du ho ikkje lenger, kan ho slettast for hand.",
        ),
        en=(
            "“{file}” in {folder} was set aside because it was damaged.",
            "If you no longer need it, delete it by hand.",
        ),
    ),
    "doctor-left-overs": Said(
        nb=("{count} midlertidige filer ligger igjen i {folder}.", "Kursapp rydder dem når den startes."),
        nn=("{count} mellombelse filer ligg att i {folder}.", "Kursapp ryddar dei når han blir starta."),
        en=("{count} temporary files are left in {folder}.", "Kursapp tidies them when it is started."),
    ),
    "doctor-cache": Said(
        nb=("Mellomlageret {folder} kan ikke skrives til.", "Gi skrivetilgang, ellers åpnes kurs saktere."),
        nn=("Mellomlageret {folder} kan ikkje skrivast til.", "Gi skrivetilgang, elles opnast kurs saktare."),
        en=("The cache {folder} cannot be written to.", "Give write access, or courses open more slowly."),
    ),
    "doctor-key": Said(
        nb=(
            "Nøkkelfila «{file}» i {folder} er skadet.",
            "Ikke slett noe. Er den andre kopien hel, åpnes profilen med den.",
        ),
        nn=(
            "Nøkkelfila «{file}» i {folder} er skadd.",
            "Ikkje slett noko. Er den andre kopien heil, opnast profilen med han.",
        ),
        en=(
            "The key file “{file}” in {folder} is damaged.",
            "Delete nothing. If the other copy is whole, it opens the profile.",
        ),
    ),
}
