"""What the program says about cohorts outside its window: reminders to copy, and what people are to delete by hand."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

BY_HAND: dict[str, Words] = {
    "cohort_file": {
        "nb": "Kullfila (.kull), der du har lagt den eller sendt den.",
        "nn": "Kullfila (.kull), der du har lagt ho eller sendt ho.",
        "en": "The cohort file (.kull), wherever you have put it or sent it.",
    },
    "answer_files": {
        "nb": "Svarfiler (.svar) i e-post, på minnepinner og i mapper som Kursapp ikke har hentet fra.",
        "nn": "Svarfiler (.svar) i e-post, på minnepinnar og i mapper som Kursapp ikkje har henta frå.",
        "en": "Answer files (.svar) in e-mail, on memory sticks and in folders Kursapp has not collected from.",
    },
    "progress_files": {
        "nb": "Framdriftsfiler (.fremdrift) i e-post og på minnepinner, og deltakerlister du har skrevet ut.",
        "nn": "Framdriftsfiler (.fremdrift) i e-post og på minnepinnar, og deltakarlister du har skrive ut.",
        "en": "Progress files (.fremdrift) in e-mail and on memory sticks, and lists of participants you have printed.",
    },
    "exports": {
        "nb": "Rapporter og tabeller du har eksportert, hvis de ikke skal beholdes.",
        "nn": "Rapportar og tabellar du har eksportert, om dei ikkje skal takast vare på.",
        "en": "Reports and tables you have exported, unless they are to be kept.",
    },
    "recovery_sheet": {
        "nb": "Gjenopprettingsarket på papir. Makuler det.",
        "nn": "Gjenopprettingsarket på papir. Makuler det.",
        "en": "The recovery sheet on paper. Shred it.",
    },
    "codes": {
        "nb": "Arket med koder, og lapper som ikke er trukket. Makuler dem.",
        "nn": "Arket med kodar, og lappar som ikkje er trekte. Makuler dei.",
        "en": "The sheet of codes, and slips nobody has drawn. Shred them.",
    },
    "key_copies": {
        "nb": "Nøkkelfiler (.nokkel) du har laget eller gitt til andre.",
        "nn": "Nøkkelfiler (.nokkel) du har laga eller gitt til andre.",
        "en": "Key files (.nokkel) you have made or given to others.",
    },
    "other_backups": {
        "nb": "Sikkerhetskopier av maskinen som er tatt utenfor Kursapp, for eksempel av IT-avdelingen.",
        "nn": "Sikkerheitskopiar av maskina som er tekne utanfor Kursapp, til dømes av IT-avdelinga.",
        "en": "Backups of the machine made outside Kursapp, for instance by your IT department.",
    },
    "database_backups": {
        "nb": "Sikkerhetskopier, arkivert transaksjonslogg og tjenerlogger for databasen. Be den som drifter den, "
        "slette det som er fra i dag og før.",
        "nn": "Sikkerheitskopiar, arkivert transaksjonslogg og tenarloggar for databasen. Be den som driftar han, "
        "slette det som er frå i dag og før.",
        "en": "Backups, archived transaction logs and server logs of the database. Ask those who run it to delete "
        "what is of today or older.",
    },
}

FILE_STATES: dict[str, Words] = {
    "new": {"nb": "nye", "nn": "nye", "en": "new"},
    "already_had": {"nb": "hadde vi fra før", "nn": "hadde vi frå før", "en": "had already"},
    "replaces": {"nb": "erstatter en tidligere", "nn": "erstattar ei tidlegare", "en": "replaces an earlier one"},
    "replaced": {"nb": "erstattet av en nyere", "nn": "erstatta av ei nyare", "en": "replaced by a newer one"},
    "conflict": {"nb": "i konflikt", "nn": "i konflikt", "en": "in conflict"},
    "waiting": {"nb": "venter (kom etter lukking)", "nn": "ventar (kom etter lukking)", "en": "waiting (came late)"},
    "other": {
        "nb": "fra et annet kull eller en annen utgave av skjemaet",
        "nn": "frå eit anna kull eller ei anna utgåve av skjemaet",
        "en": "of another cohort or form version",
    },
    "unreadable": {"nb": "kan ikke åpnes", "nn": "kan ikkje opnast", "en": "cannot be opened"},
}

COHORT_WORDS: dict[str, Words] = {
    "made": {
        "nb": "Laget kull {id}.\nKullfil: {file}\nKullmerke: {mark}\nGjenopprettingsark (skriv ut og slett): {sheet}",
        "nn": "Laga kull {id}.\nKullfil: {file}\nKullmerke: {mark}\nGjenopprettingsark (skriv ut og slett): {sheet}",
        "en": "Made cohort {id}.\nCohort file: {file}\nMark: {mark}\nRecovery sheet (print, then delete): {sheet}",
    },
    "made_up": {"nb": "simulert", "nn": "simulert", "en": "simulated"},
    "none": {"nb": "Ingen kull ennå.", "nn": "Ingen kull enno.", "en": "No cohorts yet."},
    "draft": {"nb": "kladd", "nn": "kladd", "en": "draft"},
    "ready": {"nb": "klart til å publiseres", "nn": "klart til å publiserast", "en": "ready to publish"},
    "published": {"nb": "publisert", "nn": "publisert", "en": "published"},
    "round_open": {"nb": "åpen", "nn": "open", "en": "open"},
    "round_closed": {"nb": "lukket", "nn": "lukka", "en": "closed"},
    "answered": {
        "nb": "{persons} av {invited} har svart",
        "nn": "{persons} av {invited} har svart",
        "en": "{persons} of {invited} have answered",
    },
    "closed": {
        "nb": "Lukket «{form}»: {persons} av {invited} har svart.",
        "nn": "Lukka «{form}»: {persons} av {invited} har svart.",
        "en": "Closed “{form}”: {persons} of {invited} have answered.",
    },
    "let_in": {
        "nb": "Slapp inn dem som ventet på «{form}»: {persons} av {invited} har svart.",
        "nn": "Sleppte inn dei som venta på «{form}»: {persons} av {invited} har svart.",
        "en": "Let in those who waited for “{form}”: {persons} of {invited} have answered.",
    },
    "deleted": {
        "nb": "Slettet «{name}» og {count} kopier av filer. Dette må dere slette selv:",
        "nn": "Sletta «{name}» og {count} kopiar av filer. Dette må de slette sjølve:",
        "en": "Deleted “{name}” and {count} copies of files. This is for you to delete:",
    },
    "simulated": {
        "nb": "Laget simulert kull {id} og {count} svarfiler til {form} i {folder}.",
        "nn": "Laga simulert kull {id} og {count} svarfiler til {form} i {folder}.",
        "en": "Made simulated cohort {id} and {count} answer files to {form} in {folder}.",
    },
}

_REMINDER: Words = {
    "nb": (
        "Hei!\n\nDu får denne meldingen fordi du deltar i «{cohort}». Vi tar imot svar på «{form}» fortsatt. "
        "Foreløpig har {persons} av {invited} levert.\n\n"
        "Åpne Kursapp, gå til «{form}» og velg «Lag svarfil». Har du levert alt, trenger du ikke gjøre noe. "
        "Alle får denne meldingen, for vi kan ikke se hvem som har levert.\n\n"
        "Svarene er konfidensielle. Ingenting vises før minst {least} har svart."
    ),
    "nn": (
        "Hei!\n\nDu får denne meldinga fordi du deltek i «{cohort}». Vi tek framleis imot svar på «{form}». "
        "Førebels har {persons} av {invited} levert.\n\n"
        "Opne Kursapp, gå til «{form}» og vel «Lag svarfil». Har du levert alt, treng du ikkje gjere noko. "
        "Alle får denne meldinga, for vi kan ikkje sjå kven som har levert.\n\n"
        "Svara er konfidensielle. Ingenting blir vist før minst {least} har svart."
    ),
    "en": (
        "Hello,\n\nYou get this message because you take part in “{cohort}”. We still take answers to “{form}”. "
        "So far {persons} of {invited} have handed in.\n\n"
        "Open Kursapp, go to “{form}” and choose “Make answer file”. If you have handed in already, there is nothing "
        "to do. Everybody gets this message, for we cannot see who has handed in.\n\n"
        "The answers are confidential. Nothing is shown before at least {least} have answered."
    ),
}


def by_hand(what: str, language: str) -> str:
    """Return one thing people are to delete by hand (``services.cohort_cards.ByHand``)."""
    return _in(BY_HAND[what], language)


def cohort_words(what: str, language: str) -> str:
    """Return what a command says about cohorts, to be filled with values."""
    return _in(COHORT_WORDS[what], language)


def file_state(state: str, language: str) -> str:
    """Return what became of a file (``domain.submission.FileState``), after a count or a name."""
    return _in(FILE_STATES[state], language)


def reminder(language: str, *, cohort: str, form: str, persons: int, invited: int, least: int) -> str:
    """Return a reminder to copy. It goes to everybody: nobody knows who has handed in."""
    return _in(_REMINDER, language).format(cohort=cohort, form=form, persons=persons, invited=invited, least=least)


def _in(words: Words, language: str) -> str:
    return words.get(language, words["nb"])
