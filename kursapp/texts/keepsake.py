"""The words around a participant's own in the workbook and the plan as files and on paper."""

from __future__ import annotations

from kursapp.texts.value_words import Words

KEEPSAKE: dict[str, Words] = {
    "title": ("Arbeidsbok", "Arbeidsbok", "Workbook"),
    "title-of": ("Arbeidsbok: {course}", "Arbeidsbok: {course}", "Workbook: {course}"),
    "plan-of": ("Planen: {course}", "Planen: {course}", "The plan: {course}"),
    "lead": (
        "Skrevet ut {day}. Bare for den som har skrevet den.",
        "Skriven ut {day}. Berre for den som har skrive ho.",
        "Printed on {day}. Only for the one who wrote it.",
    ),
    "plan": ("Planen", "Planen", "The plan"),
    "finished": ("Ferdig {day}", "Ferdig {day}", "Finished {day}"),
    "begun": ("Påbegynt", "Påbyrja", "Started"),
    "reflection": ("Refleksjon", "Refleksjon", "Reflection"),
    "product": ("Arbeidsbok", "Arbeidsbok", "Workbook"),
    "gone": (
        "Kurset har ikke denne delen lenger. Dette skrev du.",
        "Kurset har ikkje denne delen lenger. Dette skreiv du.",
        "The course no longer has this part. This is what you wrote.",
    ),
    "gone-heading": ("Fra tidligere utgaver", "Frå tidlegare utgåver", "From earlier versions of the course"),
    "left-over": (
        "Skrevet i en tidligere utgave av kurset:",
        "Skrive i ei tidlegare utgåve av kurset:",
        "Written in an earlier version of the course:",
    ),
    "ticked": ("Krysset av", "Kryssa av", "Ticked"),
    "not-ticked": ("Ikke krysset av", "Ikkje kryssa av", "Not ticked"),
    "step": ("Steg", "Steg", "Step"),
    "owner": ("Hvem", "Kven", "Who"),
    "due": ("Når", "Når", "When"),
    "status": ("Status", "Status", "Status"),
    "not_begun": ("Ikke begynt", "Ikkje byrja", "Not begun"),
    "under_way": ("I gang", "I gang", "Under way"),
    "done": ("Ferdig", "Ferdig", "Done"),
    "put_aside": ("Lagt bort", "Lagt bort", "Put aside"),
    "page": ("Side {page} av {total}", "Side {page} av {total}", "Page {page} of {total}"),
    "calendar": ("Planen: {course}", "Planen: {course}", "The plan: {course}"),
    "calendar-step": ("Steg i planen: {text}", "Steg i planen: {text}", "Step in the plan: {text}"),
    "calendar-about": (
        "Fra planen din i {course}. Endrer du datoen i Kursapp, lagrer du fila på nytt.",
        "Frå planen din i {course}. Endrar du datoen i Kursapp, lagrar du fila på nytt.",
        "From your plan in {course}. If you change the date in Kursapp, save the file again.",
    ),
    "calendar-owner": ("Hvem: {owner}", "Kven: {owner}", "Who: {owner}"),
}
