"""What ``kursapp doctor`` may find. It repairs nothing: every sentence says who can, and how."""

from __future__ import annotations

from kursapp.texts.sentence import Said

DOCTOR: dict[str, Said] = {
    "doctor-folder-open": Said(
        nb=(
            "Andre som bruker maskinen, kan lese mappa {folder}.",
            "Gi bare din egen bruker tilgang til mappa, for svar og notater ligger der.",
        ),
        nn=(
            "Andre som bruker maskina, kan lese mappa {folder}.",
            "Gi berre din eigen brukar tilgang til mappa, for svar og notat ligg der.",
        ),
        en=(
            "Others who use this machine can read the folder {folder}.",
            "Let only your own user open the folder: answers and notes are in it.",
        ),
    ),
    "doctor-disk-nearly-full": Said(
        nb=("Det er bare {free} MB igjen på disken med {folder}.", "Frigjør plass, så alt kan bli lagret og kopiert."),
        nn=("Det er berre {free} MB att på disken med {folder}.", "Frigjer plass, så alt kan bli lagra og kopiert."),
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
            "Gå tilbake til en sikkerhetskopi i vinduet, eller med «kursapp restore». Fila blir lagt urørt til side.",
        ),
        nn=(
            "«{file}» i {folder} er skadd. Ho høyrer til {name}.",
            "Gå tilbake til ein tryggingskopi i vindauget, eller med «kursapp restore». Fila blir lagd urørt til side.",
        ),
        en=(
            "“{file}” in {folder} is damaged. It belongs to {name}.",
            "Go back to a backup in the window, or with “kursapp restore”. The file is set aside untouched.",
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
            "Det merkes ikke i daglig bruk. Meld fra til den som gir deg Kursapp.",
        ),
        nn=(
            "«{file}» i {folder} har {count} rader som viser til noko som ikkje finst.",
            "Ein merkar det ikkje i dagleg bruk. Meld frå til den som gir deg Kursapp.",
        ),
        en=(
            "“{file}” in {folder} has {count} rows that point to something that is not there.",
            "It is not noticed in daily use. Tell whoever gives you Kursapp.",
        ),
    ),
    "doctor-backup": Said(
        nb=(
            "Sikkerhetskopien «{file}» i {folder} er skadet eller låst med en annen nøkkel.",
            "Det gjelder bare denne kopien. Du kan slette den for hånd.",
        ),
        nn=(
            "Tryggingskopien «{file}» i {folder} er skadd eller låst med ein annan nøkkel.",
            "Det gjeld berre denne kopien. Du kan slette han for hand.",
        ),
        en=(
            "The backup “{file}” in {folder} is damaged or locked with another key.",
            "Only this backup is affected. You can delete it by hand.",
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
            "Trenger du den ikke lenger, kan du slette den for hånd.",
        ),
        nn=(
            "«{file}» i {folder} vart lagd til side fordi ho var skadd.",
            "Treng du ho ikkje lenger, kan du slette ho for hand.",
        ),
        en=(
            "“{file}” in {folder} was set aside because it was damaged.",
            "If you no longer need it, delete it by hand.",
        ),
    ),
    "doctor-left-overs": Said(
        nb=("{count} midlertidige filer ligger igjen i {folder}.", "Kursapp rydder dem bort ved neste start."),
        nn=("{count} mellombelse filer ligg att i {folder}.", "Kursapp ryddar dei bort ved neste start."),
        en=("{count} temporary files are left in {folder}.", "Kursapp clears them away the next time it starts."),
    ),
    "doctor-cache": Said(
        nb=(
            "Kursapp kan ikke skrive i mellomlageret {folder}.",
            "Gi brukeren skrivetilgang. Ellers tar det lengre tid å åpne kurs.",
        ),
        nn=(
            "Kursapp kan ikkje skrive i mellomlageret {folder}.",
            "Gi brukaren skrivetilgang. Elles tek det lengre tid å opne kurs.",
        ),
        en=("Kursapp cannot write to the cache {folder}.", "Give the user write access, or courses open more slowly."),
    ),
    "doctor-key": Said(
        nb=(
            "Nøkkelfila «{file}» i {folder} er skadet.",
            "Ikke slett noe. Er den andre kopien av fila hel, kan profilen åpnes med den.",
        ),
        nn=(
            "Nøkkelfila «{file}» i {folder} er skadd.",
            "Ikkje slett noko. Er den andre kopien av fila heil, kan profilen opnast med han.",
        ),
        en=(
            "The key file “{file}” in {folder} is damaged.",
            "Delete nothing. If the other copy of the file is whole, the profile can be opened with that.",
        ),
    ),
}
