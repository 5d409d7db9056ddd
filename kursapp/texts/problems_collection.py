"""Sentences about the collection: the coordinator's database, in a file or on a server."""

from __future__ import annotations

from kursapp.texts.sentence import Said

_FILE: dict[str, Said] = {
    "collection-open-elsewhere": Said(
        nb=("Samlingen er åpen i en annen Kursapp fra før.", "Lukk den andre Kursapp, eller vent til den er ferdig."),
        nn=("Samlinga er open i ein annan Kursapp frå før.", "Lukk den andre Kursapp, eller vent til han er ferdig."),
        en=("Another Kursapp has the collection open.", "Close the other Kursapp, or wait until it is done."),
    ),
    "collection-damaged": Said(
        nb=(
            "Samlingen «{file}» er skadet. Den ligger urørt som «{kept}» i {folder}.",
            "Hent tilbake sikkerhetskopien{? «{backup}»?}, eller samle inn svarfilene på nytt.",
        ),
        nn=(
            "Samlinga «{file}» er skadd. Ho ligg urørt som «{kept}» i {folder}.",
            "Hent tilbake tryggingskopien{? «{backup}»?}, eller samle inn svarfilene på nytt.",
        ),
        en=(
            "The collection “{file}” is damaged. It lies untouched as “{kept}” in {folder}.",
            "Take back the backup{? “{backup}”?}, or collect the answer files again.",
        ),
    ),
    "collection-gone": Said(
        nb=(
            "Samlingen «{file}» er ikke lenger i {folder}.",
            "Gå tilbake til en sikkerhetskopi, eller begynn med en tom samling.",
        ),
        nn=(
            "Samlinga «{file}» er ikkje lenger i {folder}.",
            "Gå tilbake til ein tryggingskopi, eller byrj med ei tom samling.",
        ),
        en=(
            "The collection “{file}” is no longer in {folder}.",
            "Go back to a backup, or begin with an empty collection.",
        ),
    ),
    "collection-damage-met": Said(
        nb=(
            "Samlingen «{file}» i {folder} svarer ikke som den skal.",
            "Lukk Kursapp og start på nytt. Da blir fila undersøkt.",
        ),
        nn=(
            "Samlinga «{file}» i {folder} svarar ikkje som ho skal.",
            "Lukk Kursapp og start på nytt. Då blir fila undersøkt.",
        ),
        en=(
            "The collection “{file}” in {folder} does not answer as it should.",
            "Close Kursapp and start again; the file is then examined.",
        ),
    ),
    "collection-read-only": Said(
        nb=(
            "Samlingen kan bare leses, så ingenting blir samlet inn eller lagret.",
            "Gi deg selv skrivetilgang til {folder}, og start på nytt.",
        ),
        nn=(
            "Samlinga kan berre lesast, så ingenting blir samla inn eller lagra.",
            "Gi deg sjølv skrivetilgang til {folder}, og start på nytt.",
        ),
        en=(
            "The collection can only be read, so nothing is collected or saved.",
            "Give yourself write access to {folder}, and start again.",
        ),
    ),
    "collection-wrong-key": Said(
        nb=(
            "Nøklene dine åpner ikke samlingen «{file}» i {folder}.",
            "Se om nøkkelmappa og samlingen hører sammen. Er fila skadet, hent tilbake en sikkerhetskopi.",
        ),
        nn=(
            "Nøklane dine opnar ikkje samlinga «{file}» i {folder}.",
            "Sjå om nøkkelmappa og samlinga høyrer saman. Er fila skadd, hent tilbake ein tryggingskopi.",
        ),
        en=(
            "Your keys do not open the collection “{file}” in {folder}.",
            "See whether the keys and the collection belong together. If the file is damaged, take back a backup.",
        ),
    ),
    "not-a-collection": Said(
        nb=(
            "«{file}» i {folder} er ikke en samling og er ikke rørt.",
            "Flytt det som ligger der, eller velg et annet sted for samlingen.",
        ),
        nn=(
            "«{file}» i {folder} er ikkje ei samling og er ikkje rørt.",
            "Flytt det som ligg der, eller vel ein annan stad for samlinga.",
        ),
        en=(
            "“{file}” in {folder} is not a collection and was not touched.",
            "Move what is there, or choose another place for the collection.",
        ),
    ),
    "collection-newer": Said(
        nb=(
            "Samlingen «{file}» er laget av en nyere Kursapp (utgave {version}, denne kan {known}) og er ikke rørt.",
            "Installer nyeste Kursapp, så åpner den samlingen.",
        ),
        nn=(
            "Samlinga «{file}» er laga av ein nyare Kursapp (utgåve {version}, denne kan {known}) og er ikkje rørt.",
            "Installer nyaste Kursapp, så opnar han samlinga.",
        ),
        en=(
            "The collection “{file}” was made by a newer Kursapp (format {version}, this one knows {known}) "
            "and was not touched.",
            "Install the newest Kursapp, and it will open the collection.",
        ),
    ),
}

_SERVER: dict[str, Said] = {
    "collection-address": Said(
        nb=(
            "KURSAPP_COLLECTION_URL er ikke en adresse Kursapp forstår.",
            "Skriv den som postgresql+psycopg://BRUKER:PASSORD@TJENER/DATABASE.",
        ),
        nn=(
            "KURSAPP_COLLECTION_URL er ikkje ei adresse Kursapp forstår.",
            "Skriv ho som postgresql+psycopg://BRUKAR:PASSORD@TENAR/DATABASE.",
        ),
        en=(
            "KURSAPP_COLLECTION_URL is not an address Kursapp understands.",
            "Write it as postgresql+psycopg://USER:PASSWORD@HOST/DATABASE.",
        ),
    ),
    "collection-driver-missing": Said(
        nb=(
            "Kursapp mangler det som skal til for å bruke PostgreSQL.",
            "Installer det med «pip install kursapp[postgres]».",
        ),
        nn=(
            "Kursapp manglar det som skal til for å bruke PostgreSQL.",
            "Installer det med «pip install kursapp[postgres]».",
        ),
        en=("Kursapp lacks what it takes to use PostgreSQL.", "Install it with “pip install kursapp[postgres]”."),
    ),
    "collection-unreachable": Said(
        nb=("Databasetjeneren {server} svarer ikke.", "Se om nettet og tjeneren er oppe, og prøv igjen."),
        nn=("Databasetenaren {server} svarar ikkje.", "Sjå om nettet og tenaren er oppe, og prøv igjen."),
        en=("The database server {server} does not answer.", "See whether network and server are up, and try again."),
    ),
    "collection-lost": Said(
        nb=(
            "Forbindelsen til databasetjeneren {server} ble brutt. Det som var lagret, er trygt.",
            "Prøv igjen. Ingenting blir telt to ganger.",
        ),
        nn=(
            "Sambandet med databasetenaren {server} vart brote. Det som var lagra, er trygt.",
            "Prøv igjen. Ingenting blir talt to gonger.",
        ),
        en=(
            "The connection to the database server {server} was lost. What was saved is safe.",
            "Try again. Nothing is counted twice.",
        ),
    ),
    "collection-login-refused": Said(
        nb=(
            "Databasetjeneren {server} slipper deg ikke inn.",
            "Se over brukernavn og passord i KURSAPP_COLLECTION_URL.",
        ),
        nn=(
            "Databasetenaren {server} slepp deg ikkje inn.",
            "Sjå over brukarnamn og passord i KURSAPP_COLLECTION_URL.",
        ),
        en=("The database server {server} does not let you in.", "Check user and password in KURSAPP_COLLECTION_URL."),
    ),
    "collection-database-missing": Said(
        nb=("Databasen {server} finnes ikke.", "Se over adressen, eller be den som drifter tjeneren om å lage den."),
        nn=("Databasen {server} finst ikkje.", "Sjå over adressa, eller be den som driftar tenaren om å lage han."),
        en=("There is no database {server}.", "Check the address, or ask whoever runs the server to make it."),
    ),
    "collection-server-old": Said(
        nb=("Databasetjeneren {server} er PostgreSQL {version}.", "Kursapp trenger PostgreSQL {oldest} eller nyere."),
        nn=("Databasetenaren {server} er PostgreSQL {version}.", "Kursapp treng PostgreSQL {oldest} eller nyare."),
        en=("The database server {server} is PostgreSQL {version}.", "Kursapp needs PostgreSQL {oldest} or newer."),
    ),
    "collection-not-allowed": Said(
        nb=(
            "Brukeren din på {server} har ikke lov til å lage eller endre Kursapps tabeller.",
            "Be den som drifter tjeneren om rettigheter til et eget skjema.",
        ),
        nn=(
            "Brukaren din på {server} har ikkje lov til å lage eller endre tabellane til Kursapp.",
            "Be den som driftar tenaren om rettar til eit eige skjema.",
        ),
        en=(
            "Your user on {server} may not make or change Kursapp's tables.",
            "Ask whoever runs the server for rights to a schema of its own.",
        ),
    ),
    "collection-not-writable": Said(
        nb=("Databasen {server} kan bare leses.", "Koble til hovedtjeneren, ikke en kopi av den."),
        nn=("Databasen {server} kan berre lesast.", "Kople til hovudtenaren, ikkje ein kopi av han."),
        en=("The database {server} can only be read.", "Connect to the main server, not to a copy of it."),
    ),
    "collection-busy": Said(
        nb=(
            "Noen andre holder på med det samme kullet på {server}.",
            "Vent litt og prøv igjen. Ingenting er gått tapt.",
        ),
        nn=("Nokon andre held på med det same kullet på {server}.", "Vent litt og prøv igjen. Ingenting er gått tapt."),
        en=(
            "Somebody else is working on the same cohort on {server}.",
            "Wait a little and try again. Nothing is lost.",
        ),
    ),
    "collection-full": Said(
        nb=(
            "Disken på databasetjeneren {server} er full. Det som var lagret, er trygt.",
            "Be den som drifter tjeneren om mer plass, og prøv igjen.",
        ),
        nn=(
            "Disken på databasetenaren {server} er full. Det som var lagra, er trygt.",
            "Be den som driftar tenaren om meir plass, og prøv igjen.",
        ),
        en=(
            "The disk of the database server {server} is full. What was saved is safe.",
            "Ask whoever runs the server for more room, and try again.",
        ),
    ),
    "collection-server-failed": Said(
        nb=("Databasetjeneren {server} har en feil.", "Meld fra til den som drifter den, og prøv igjen siden."),
        nn=("Databasetenaren {server} har ein feil.", "Meld frå til den som driftar han, og prøv igjen sidan."),
        en=("The database server {server} has failed.", "Tell whoever runs it, and try again later."),
    ),
    "collection-server-logs": Said(
        nb=(
            "Databasetjeneren {server} skriver det som lagres, til loggen sin.",
            "Be den som drifter tjeneren om å slå av logging av setninger, eller sette log_parameter_max_length til 0.",
        ),
        nn=(
            "Databasetenaren {server} skriv det som blir lagra, til loggen sin.",
            "Be den som driftar tenaren om å slå av logging av setningar, eller setje log_parameter_max_length til 0.",
        ),
        en=(
            "The database server {server} writes what is saved to its log.",
            "Ask whoever runs it to turn off the logging of statements, or to set log_parameter_max_length to 0.",
        ),
    ),
}

_WORK: dict[str, Said] = {
    "collection-round-closed": Said(
        nb=(
            "Runden er lukket, og det kan ikke gjøres om.",
            "Svar som kommer nå, venter til de er mange nok til å slippes inn sammen.",
        ),
        nn=(
            "Runden er lukka, og det kan ikkje gjerast om.",
            "Svar som kjem no, ventar til dei er mange nok til å sleppast inn saman.",
        ),
        en=(
            "The round is closed, and that cannot be undone.",
            "Answers that come now wait until they are enough to be let in together.",
        ),
    ),
    "collection-round-open": Said(
        nb=("Runden er åpen.", "Lukk den først."),
        nn=("Runden er open.", "Lukk han først."),
        en=("The round is open.", "Close it first."),
    ),
    "collection-cohort-gone": Said(
        nb=("Kullet er slettet og kan ikke hentes tilbake.", "Velg et annet kull, eller lag et nytt."),
        nn=("Kullet er sletta og kan ikkje hentast tilbake.", "Vel eit anna kull, eller lag eit nytt."),
        en=("The cohort is deleted and cannot be brought back.", "Choose another cohort, or make a new one."),
    ),
    "collection-comment-gone": Said(
        nb=("Kommentaren finnes ikke lenger.", "Åpne kommentarene på nytt."),
        nn=("Kommentaren finst ikkje lenger.", "Opne kommentarane på nytt."),
        en=("The comment is no longer there.", "Open the comments again."),
    ),
}

COLLECTION: dict[str, Said] = {**_FILE, **_SERVER, **_WORK}
