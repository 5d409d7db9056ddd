"""What is the matter with backups, and with going back to one."""

from __future__ import annotations

from kursapp.texts.sentence import Said

BACKUPS: dict[str, Said] = {
    "backup-failed": Said(
        nb=(
            "Det ble ikke laget noen sikkerhetskopi i {folder}.",
            "Se om det er plass på disken. Arbeidet ditt er lagret som vanlig.",
        ),
        nn=(
            "Det vart ikkje laga nokon tryggingskopi i {folder}.",
            "Sjå om det er plass på disken. Arbeidet ditt er lagra som vanleg.",
        ),
        en=("No backup was made in {folder}.", "See whether the disk has room. Your work is saved as usual."),
    ),
    "backup-of-damaged": Said(
        nb=(
            "Det ble ikke laget noen sikkerhetskopi, for «{file}» har en skade som ikke merkes i daglig bruk.",
            "Ta ut alt ditt under Innstillinger, og hent så en tidligere sikkerhetskopi.",
        ),
        nn=(
            "Det vart ikkje laga nokon tryggingskopi, for «{file}» har ein skade som ein ikkje merkar i dagleg bruk.",
            "Ta ut alt ditt under Innstillingar, og hent så ein tidlegare tryggingskopi.",
        ),
        en=(
            "No backup was made, for “{file}” has damage that is not noticed in daily use.",
            "Take out everything of yours under Settings, then go back to an earlier backup.",
        ),
    ),
    "backup-damaged": Said(
        nb=("Sikkerhetskopien «{file}» er skadet.", "Velg en annen sikkerhetskopi."),
        nn=("Tryggingskopien «{file}» er skadd.", "Vel ein annan tryggingskopi."),
        en=("The backup “{file}” is damaged.", "Choose another backup."),
    ),
    "backup-gone": Said(
        nb=("Sikkerhetskopien «{file}» finnes ikke i {folder}.", "Velg en av dem som er der."),
        nn=("Tryggingskopien «{file}» finst ikkje i {folder}.", "Vel ein av dei som er der."),
        en=("The backup “{file}” is not in {folder}.", "Choose one of those that are there."),
    ),
    "backup-key-other": Said(
        nb=("Sikkerhetskopien «{file}» er låst med en annen nøkkel.", "Velg en annen sikkerhetskopi."),
        nn=("Tryggingskopien «{file}» er låst med ein annan nøkkel.", "Vel ein annan tryggingskopi."),
        en=("The backup “{file}” is locked with another key.", "Choose another backup."),
    ),
    "backup-newer": Said(
        nb=("Sikkerhetskopien «{file}» er laget av en nyere Kursapp.", "Installer nyeste Kursapp for å hente den."),
        nn=("Tryggingskopien «{file}» er laga av ein nyare Kursapp.", "Installer nyaste Kursapp for å hente han."),
        en=("The backup “{file}” was made by a newer Kursapp.", "Install the newest Kursapp to go back to it."),
    ),
    "backup-none": Said(
        nb=("Det finnes ingen sikkerhetskopi som kan hentes.", "Se hva som finnes, med «kursapp restore»."),
        nn=("Det finst ingen tryggingskopi som kan hentast.", "Sjå kva som finst, med «kursapp restore»."),
        en=("There is no backup that can be used.", "See what there is with “kursapp restore”."),
    ),
    "backup-on-server": Said(
        nb=("Samlingen ligger på en server.", "Be den som driver serveren, om en sikkerhetskopi."),
        nn=("Samlinga ligg på ein server.", "Be den som driv serveren, om ein tryggingskopi."),
        en=("The collection is on a server.", "Ask whoever runs the server for a backup."),
    ),
    "profile-none": Said(
        nb=("Det er ingen profiler på denne maskinen.", "Start Kursapp og lag en."),
        nn=("Det er ingen profilar på denne maskina.", "Start Kursapp og lag ein."),
        en=("There are no profiles on this machine.", "Start Kursapp and make one."),
    ),
    "profile-unknown": Said(
        nb=("Det er ingen profil som heter «{name}».", "{?Velg en av disse: {names}.?}"),
        nn=("Det er ingen profil som heiter «{name}».", "{?Vel ein av desse: {names}.?}"),
        en=("There is no profile called “{name}”.", "{?Choose one of these: {names}.?}"),
    ),
    "profile-ambiguous": Said(
        nb=("Det er flere profiler på maskinen.", "Velg en av dem med --profile: {names}."),
        nn=("Det er fleire profilar på maskina.", "Vel ein av dei med --profile: {names}."),
        en=("There are several profiles on this machine.", "Choose one of them with --profile: {names}."),
    ),
}
