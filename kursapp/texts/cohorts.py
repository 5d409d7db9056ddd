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
        "nb": "Sikkerhetskopier av databasen. Be den som drifter den, slette dem som er eldre enn i dag.",
        "nn": "Sikkerheitskopiar av databasen. Be den som driftar han, slette dei som er eldre enn i dag.",
        "en": "Backups of the database. Ask those who run it to delete those older than today.",
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


def reminder(language: str, *, cohort: str, form: str, persons: int, invited: int, least: int) -> str:
    """Return a reminder to copy. It goes to everybody: nobody knows who has handed in."""
    return _in(_REMINDER, language).format(cohort=cohort, form=form, persons=persons, invited=invited, least=least)


def _in(words: Words, language: str) -> str:
    return words.get(language, words["nb"])
