"""Sentences about cohorts, rounds and collecting."""

from __future__ import annotations

from kursapp.texts.sentence import Said

COHORTS: dict[str, Said] = {
    "cohort-unknown": Said(
        nb=("Det finnes ikke noe kull {cohort} her.", "«kursapp cohort list» viser kullene."),
        nn=("Det finst ikkje noko kull {cohort} her.", "«kursapp cohort list» viser kulla."),
        en=("There is no cohort {cohort} here.", "“kursapp cohort list” shows the cohorts."),
    ),
    "cohort-ambiguous": Said(
        nb=("Flere kull begynner med {cohort}.", "Skriv mer av id-en."),
        nn=("Fleire kull byrjar med {cohort}.", "Skriv meir av id-en."),
        en=("Several cohorts begin with {cohort}.", "Write more of the id."),
    ),
    "cohort-name-missing": Said(
        nb=("Kullet mangler navn.", "Gi det et navn deltakerne kjenner igjen."),
        nn=("Kullet manglar namn.", "Gi det eit namn deltakarane kjenner att."),
        en=("The cohort has no name.", "Give it one the participants will know."),
    ),
    "cohort-name-long": Said(
        nb=("Navnet på kullet er lengre enn {most} tegn.", "Kort det ned."),
        nn=("Namnet på kullet er lengre enn {most} teikn.", "Kort det ned."),
        en=("The name of the cohort is longer than {most} characters.", "Shorten it."),
    ),
    "cohort-dates": Said(
        nb=("Kullet slutter {ends}, før det begynner {starts}.", "Rett datoene."),
        nn=("Kullet sluttar {ends}, før det byrjar {starts}.", "Rett datoane."),
        en=("The cohort ends on {ends}, before it begins on {starts}.", "Correct the dates."),
    ),
    "cohort-keep-until": Said(
        nb=("Kullet kan ikke slettes før det er slutt {ends}.", "Velg en senere dato for sletting."),
        nn=("Kullet kan ikkje slettast før det er slutt {ends}.", "Vel ein seinare dato for sletting."),
        en=("The cohort cannot be deleted before it ends on {ends}.", "Choose a later day for deleting it."),
    ),
    "cohort-invited": Said(
        nb=("Antall inviterte må være fra 1 til {most}.", "Skriv hvor mange som deltar."),
        nn=("Talet på inviterte må vere frå 1 til {most}.", "Skriv kor mange som deltek."),
        en=("The number invited must be from 1 to {most}.", "Write how many take part."),
    ),
    "cohort-limit": Said(
        nb=(
            "Grensen for å vise noe må være fra {least} til {most} personer, eller {exception} med en begrunnelse.",
            "Velg et av disse tallene.",
        ),
        nn=(
            "Grensa for å vise noko må vere frå {least} til {most} personar, eller {exception} med ei grunngiving.",
            "Vel eit av desse tala.",
        ),
        en=(
            "The limit for showing anything must be from {least} to {most} persons, or {exception} with a reason.",
            "Choose one of these numbers.",
        ),
    ),
    "cohort-limit-reason": Said(
        nb=(
            "En grense på {k} personer, lavere enn {least}, trenger en begrunnelse.",
            "Skriv den; deltakerne ser den før de svarer.",
        ),
        nn=(
            "Ei grense på {k} personar, lågare enn {least}, treng ei grunngiving.",
            "Skriv ho; deltakarane ser ho før dei svarer.",
        ),
        en=(
            "A limit of {k} persons, below {least}, needs a reason.",
            "Write it; the participants see it before they answer.",
        ),
    ),
    "cohort-breakdowns": Said(
        nb=("Resultatene kan deles etter høyst {most} bakgrunnsspørsmål, og bare slike som skjemaene har.", "Velg om."),
        nn=(
            "Resultata kan delast etter høgst {most} bakgrunnsspørsmål, og berre slike som skjemaa har.",
            "Vel på nytt.",
        ),
        en=(
            "Results can be broken down by at most {most} background questions, and only by such as the forms have.",
            "Choose again.",
        ),
    ),
    "cohort-form-unknown": Said(
        nb=("Det finnes ikke noe skjema «{form}».", "«kursapp cohort list» viser skjemaene til hvert kull."),
        nn=("Det finst ikkje noko skjema «{form}».", "«kursapp cohort list» viser skjemaa til kvart kull."),
        en=("There is no form “{form}”.", "“kursapp cohort list” shows the forms of each cohort."),
    ),
    "cohort-form-needed": Said(
        nb=("Kullet har flere skjemaer: {forms}.", "Si hvilket med --form."),
        nn=("Kullet har fleire skjema: {forms}.", "Sei kva for eit med --form."),
        en=("The cohort has several forms: {forms}.", "Say which with --form."),
    ),
    "cohort-no-forms": Said(
        nb=("Kurset har ingen evalueringsskjemaer.", "Velg et kurs som har det, eller legg til et skjema."),
        nn=("Kurset har ingen evalueringsskjema.", "Vel eit kurs som har det, eller legg til eit skjema."),
        en=("The course has no evaluation forms.", "Choose one that has, or add a form."),
    ),
    "cohort-published": Said(
        nb=(
            "«{name}» er publisert, og gjenopprettingsarket kan ikke lages på nytt.",
            "Nøkkelen står bare på arket som ble skrevet ut.",
        ),
        nn=(
            "«{name}» er publisert, og gjenopprettingsarket kan ikkje lagast på nytt.",
            "Nøkkelen står berre på arket som vart skrive ut.",
        ),
        en=(
            "“{name}” is published, and its recovery sheet cannot be made again.",
            "The key is only on the sheet that was printed.",
        ),
    ),
    "cohort-not-published": Said(
        nb=("«{name}» er ikke publisert ennå.", "Lag gjenopprettingsarket, og publiser kullet."),
        nn=("«{name}» er ikkje publisert enno.", "Lag gjenopprettingsarket, og publiser kullet."),
        en=("“{name}” is not published yet.", "Make the recovery sheet, and publish the cohort."),
    ),
    "cohort-without-recovery": Said(
        nb=("«{name}» har ikke noe gjenopprettingsark.", "Lag arket og skriv det ut, så kan kullet publiseres."),
        nn=("«{name}» har ikkje noko gjenopprettingsark.", "Lag arket og skriv det ut, så kan kullet publiserast."),
        en=("“{name}” has no recovery sheet.", "Make and print the sheet; then the cohort can be published."),
    ),
    "cohort-other-side": Said(
        nb=(
            "«{name}» hører ikke til her: simulerte kull og ekte kull holdes hver for seg.",
            "Åpne det sammen med de andre av sitt slag.",
        ),
        nn=(
            "«{name}» høyrer ikkje til her: simulerte kull og ekte kull blir haldne kvar for seg.",
            "Opne det saman med dei andre av sitt slag.",
        ),
        en=(
            "“{name}” does not belong here: simulated and real cohorts are kept apart.",
            "Open it with the others of its kind.",
        ),
    ),
    "cohort-key-foreign": Said(
        nb=("Nøkkelen hører ikke til kullfila {file}.", "Velg nøkkelfila og kullfila fra samme kull."),
        nn=("Nøkkelen høyrer ikkje til kullfila {file}.", "Vel nøkkelfila og kullfila frå same kull."),
        en=("The key does not belong to the cohort file {file}.", "Choose the key file and cohort file of one cohort."),
    ),
    "cohort-other-content": Said(
        nb=("Innsamlingen har «{name}» fra en annen kullfil.", "Bruk kullfila som ble delt ut; sammenlign kullmerket."),
        nn=("Innsamlinga har «{name}» frå ei anna kullfil.", "Bruk kullfila som vart delt ut; samanlikn kullmerket."),
        en=("The collection has “{name}” from another cohort file.", "Use the file given out; compare its mark."),
    ),
    "cohort-without-quiz": Said(
        nb=("Kullet har ingen quiz som deles, så det finnes ingen spørsmålskvalitet.", "Velg det når et kull lages."),
        nn=(
            "Kullet har ingen quiz som blir delt, så det finst ingen kvalitet å vise.",
            "Vel det når eit kull blir laga.",
        ),
        en=(
            "The cohort has no quiz that is shared, so there is no question quality.",
            "Choose it for the next cohort.",
        ),
    ),
    "cohort-without-codes": Said(
        nb=("«{name}» bruker ikke koder.", "Det bestemmes når kullet lages."),
        nn=("«{name}» bruker ikkje kodar.", "Det blir bestemt når kullet blir laga."),
        en=("“{name}” uses no codes.", "That is decided when the cohort is made."),
    ),
    "cohort-codes-closed": Said(
        nb=("Alle rundene i «{name}» er lukket, så ingen kan bruke en kode.", "Lag koder før rundene lukkes."),
        nn=("Alle rundane i «{name}» er lukka, så ingen kan bruke ein kode.", "Lag kodar før rundane blir lukka."),
        en=("All rounds of “{name}” are closed, so nobody can use a code.", "Make codes before rounds are closed."),
    ),
    "cohort-code-count": Said(
        nb=("Antall koder må være fra 1 til {most}.", "Lag en for hver som deltar."),
        nn=("Talet på kodar må vere frå 1 til {most}.", "Lag éin for kvar som deltek."),
        en=("The number of codes must be from 1 to {most}.", "Make one for everybody who takes part."),
    ),
    "round-open": Said(
        nb=(
            "«{form}» er ikke lukket, og resultater vises først da.",
            "Lukk runden når alle har fått tid til å svare.",
        ),
        nn=(
            "«{form}» er ikkje lukka, og resultat blir viste først då.",
            "Lukk runden når alle har fått tid til å svare.",
        ),
        en=("“{form}” is not closed, and results are shown only then.", "Close it when everybody has had time."),
    ),
    "rounds-open": Said(
        nb=("Ingen runde i kullet er lukket, og resultater vises først da.", "Lukk en med «kursapp cohort close»."),
        nn=("Ingen runde i kullet er lukka, og resultat blir viste først då.", "Lukk ein med «kursapp cohort close»."),
        en=("No round of the cohort is closed, and results are shown only then.", "Close one: “kursapp cohort close”."),
    ),
    "quality-not-a-quiz": Said(
        nb=("«{form}» er ikke en quiz, så den har ingen spørsmålskvalitet.", "Velg en runde med delte quizsvar."),
        nn=("«{form}» er ikkje ein quiz, så han har ingen spørsmålskvalitet.", "Vel ein runde med delte quizsvar."),
        en=("“{form}” is not a quiz, so it has no question quality.", "Choose a round of shared quiz answers."),
    ),
    "round-closed": Said(
        nb=("«{form}» er lukket alt.", "Svar som kommer nå, venter til det er nok av dem."),
        nn=("«{form}» er lukka alt.", "Svar som kjem no, ventar til det er nok av dei."),
        en=("“{form}” is closed already.", "Answers that come now wait until there are enough of them."),
    ),
    "round-empty": Said(
        nb=("Ingen har levert «{form}» ennå, så det er ikke noe å lukke.", "Hent inn svarfilene først."),
        nn=("Ingen har levert «{form}» enno, så det er ikkje noko å lukke.", "Hent inn svarfilene først."),
        en=("Nobody has handed in “{form}” yet, so there is nothing to close.", "Collect the answer files first."),
    ),
    "too-few-waiting": Said(
        nb=(
            "{waiting} venter på «{form}». De slippes inn sammen når de er minst {least}.",
            "Hent inn flere svarfiler, eller la dem vente.",
        ),
        nn=(
            "{waiting} ventar på «{form}». Dei blir sleppte inn saman når dei er minst {least}.",
            "Hent inn fleire svarfiler, eller la dei vente.",
        ),
        en=(
            "{waiting} are waiting for “{form}”. They are let in together when they are at least {least}.",
            "Collect more answer files, or let them wait.",
        ),
    ),
    "answer-conflict": Said(
        nb=("En annen fil fra samme person teller.", "Er begge kommet ved en feil, be alle levere på nytt."),
        nn=("Ei anna fil frå same person tel.", "Er begge komne ved ein feil, be alle levere på nytt."),
        en=("Another file of the same person counts.", "If both came by mistake, ask everybody to hand in again."),
    ),
    "answer-code-missing": Said(
        nb=("Svaret har ingen kode.", "Deltakeren må skrive inn koden sin og lage svarfila på nytt."),
        nn=("Svaret har ingen kode.", "Deltakaren må skrive inn koden sin og lage svarfila på nytt."),
        en=("The answer has no code.", "The participant has to type in her code and make the answer file again."),
    ),
    "answer-code-unknown": Said(
        nb=("Koden i svaret er ikke delt ut.", "Deltakeren må se på lappen og lage svarfila på nytt."),
        nn=("Koden i svaret er ikkje delt ut.", "Deltakaren må sjå på lappen og lage svarfila på nytt."),
        en=(
            "The answer's code was never handed out.",
            "The participant has to look at her slip and make the file again.",
        ),
    ),
    "late-replacement": Said(
        nb=("Runden var lukket, og svaret det skulle erstatte, er talt.", "Det som er talt, endres ikke."),
        nn=("Runden var lukka, og svaret det skulle erstatte, er talt.", "Det som er talt, blir ikkje endra."),
        en=("The round was closed, and the answer it was to replace is counted.", "What is counted does not change."),
    ),
    "late-code": Said(
        nb=("Runden var lukket, og kodene er slettet, så svaret kan ikke kontrolleres.", "Det blir ikke talt."),
        nn=("Runden var lukka, og kodane er sletta, så svaret kan ikkje kontrollerast.", "Det blir ikkje talt."),
        en=("The round was closed and its codes deleted, so the answer cannot be checked.", "It is not counted."),
    ),
    "collect-folder-missing": Said(
        nb=("Mappa {folder} finnes ikke.", "Se om navnet er rett skrevet, eller om minnepinnen står i."),
        nn=("Mappa {folder} finst ikkje.", "Sjå om namnet er rett skrive, eller om minnepinnen står i."),
        en=("The folder {folder} does not exist.", "See whether its name is right, or whether the stick is in."),
    ),
    "export-folder-missing": Said(
        nb=("Mappa {folder} finnes ikke.", "Velg en annen mappe."),
        nn=("Mappa {folder} finst ikkje.", "Vel ei anna mappe."),
        en=("The folder {folder} does not exist.", "Choose another folder."),
    ),
    "results-hidden": Said(
        nb=("Færre enn {least} har svart på «{form}», så ingenting kan vises.", "Slipp inn flere når de har levert."),
        nn=(
            "Færre enn {least} har svart på «{form}», så ingenting kan visast.",
            "Slepp inn fleire når dei har levert.",
        ),
        en=("Fewer than {least} have answered “{form}”, so nothing can be shown.", "Let more in when they hand in."),
    ),
    "cohort-delete-unconfirmed": Said(
        nb=("Å slette «{name}» kan ikke angres.", "Gi kommandoen på nytt med --yes hvis du mener det."),
        nn=("Å slette «{name}» kan ikkje angrast.", "Gi kommandoen på nytt med --yes om du meiner det."),
        en=("Deleting “{name}” cannot be undone.", "Give the command again with --yes if you mean it."),
    ),
    "date-unreadable": Said(
        nb=("{option} er ikke en dato: «{word}».", "Skriv den som 2026-09-01."),
        nn=("{option} er ikkje ein dato: «{word}».", "Skriv han som 2026-09-01."),
        en=("{option} is not a date: “{word}”.", "Write it as 2026-09-01."),
    ),
    "simulate-count": Said(
        nb=("Antall svarfiler må være fra 1 til {most}.", "Si hvor mange med --n."),
        nn=("Talet på svarfiler må vere frå 1 til {most}.", "Sei kor mange med --n."),
        en=("The number of answer files must be from 1 to {most}.", "Say how many with --n."),
    ),
    "simulate-not-here": Said(
        nb=("Oppdiktede svar blir aldri laget for ekte kull.", "Bruk «kursapp cohort simulate»."),
        nn=("Oppdikta svar blir aldri laga for ekte kull.", "Bruk «kursapp cohort simulate»."),
        en=("Made-up answers are never made for real cohorts.", "Use “kursapp cohort simulate”."),
    ),
    "passphrase-demo": Said(
        nb=("«demo» er passordfrasen til simulerte kull, og alle kjenner den.", "Velg en annen."),
        nn=("«demo» er passordfrasen til simulerte kull, og alle kjenner han.", "Vel ein annan."),
        en=("“demo” is the passphrase of simulated cohorts, and everybody knows it.", "Choose another."),
    ),
    "passphrase-needed": Said(
        nb=(
            "Kommandoen trenger passordfrasen.",
            "Gi den med --passphrase-file FIL, eller sett KURSAPP_PASSPHRASE.",
        ),
        nn=(
            "Kommandoen treng passordfrasen.",
            "Gi han med --passphrase-file FIL, eller set KURSAPP_PASSPHRASE.",
        ),
        en=("The command needs the passphrase.", "Give it by --passphrase-file FILE, or set KURSAPP_PASSPHRASE."),
    ),
}
