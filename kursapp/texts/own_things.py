"""The words of the files that everything of one's own is taken out as."""

from __future__ import annotations

from kursapp.texts.value_words import Words

OWN_THINGS: dict[str, Words] = {
    "answers-file": ("svar.md", "svar.md", "answers.md"),
    "workbook-file": ("arbeidsbok.md", "arbeidsbok.md", "workbook.md"),
    "evaluations-file": ("evalueringer.md", "evalueringar.md", "evaluations.md"),
    "notes-file": ("notater.md", "notat.md", "notes.md"),
    "plan-file": ("plan.md", "plan.md", "plan.md"),
    "read-me-file": ("les-meg.md", "les-meg.md", "read-me.md"),
    "answers": ("Svarene mine", "Svara mine", "My answers"),
    "workbook": (
        "Refleksjoner, arbeidsbok og sjekklister",
        "Refleksjonar, arbeidsbok og sjekklister",
        "Reflections, workbook and checklists",
    ),
    "evaluations": ("Evalueringene mine", "Evalueringane mine", "My evaluations"),
    "notes": ("Notatene mine", "Notata mine", "My notes"),
    "plan": ("Planen min", "Planen min", "My plan"),
    "made": (
        "Tatt ut av Kursapp {day} for {name}.",
        "Teke ut av Kursapp {day} for {name}.",
        "Taken out of Kursapp on {day} for {name}.",
    ),
    "read-me": (
        "Alt Kursapp har om deg på denne maskinen",
        "Alt Kursapp har om deg på denne maskina",
        "Everything Kursapp has about you on this machine",
    ),
    "read-me-files": (
        "Filene som slutter på .md, er til å lese. Fila alt.json har alt, tabell for tabell, for andre programmer.",
        "Filene som sluttar på .md, er til å lese. Fila alt.json har alt, tabell for tabell, for andre program.",
        "The files that end in .md are for reading. In alt.json is everything, table by table, for other programs.",
    ),
    "read-me-private": (
        "Filene er ikke låst. Den som får tak i dem, kan lese dem. Kursapp sletter dem aldri for deg.",
        "Filene er ikkje låste. Den som får tak i dei, kan lese dei. Kursapp slettar dei aldri for deg.",
        "The files are not locked. Whoever gets hold of them can read them. Kursapp never deletes them for you.",
    ),
    "read-me-rows": ("{table}: {count} rader", "{table}: {count} rader", "{table}: {count} rows"),
    "nothing": ("Ingenting her.", "Ingenting her.", "Nothing here."),
    "right": ("Riktig", "Rett", "Correct"),
    "wrong": ("Ikke riktig", "Ikkje rett", "Not correct"),
    "points": ("{points} av {maximum} poeng", "{points} av {maximum} poeng", "{points} of {maximum} points"),
    "attempt": ("Forsøk {number}", "Forsøk {number}", "Attempt {number}"),
    "case": ("Case: {title}", "Case: {title}", "Case: {title}"),
    "run": ("Gjennomgang {number}", "Gjennomgang {number}", "Run {number}"),
    "draft": ("Påbegynte svar", "Påbyrja svar", "Answers started"),
    "form": ("Skjema: {form}", "Skjema: {form}", "Form: {form}"),
    "gone": (
        "Spørsmålet er ikke tatt vare på.",
        "Spørsmålet er ikkje teke vare på.",
        "The question has not been kept.",
    ),
    "before": ("Før: {stand}", "Før: {stand}", "Before: {stand}"),
    "now": ("Nå: {stand}", "No: {stand}", "Now: {stand}"),
    "ticked": ("Krysset av", "Kryssa av", "Ticked"),
    "removed-row": ("Fjernet rad", "Fjerna rad", "Removed row"),
    "own-row": ("Egen rad {number}", "Eiga rad {number}", "Own row {number}"),
    "owner": ("Ansvarlig: {owner}", "Ansvarleg: {owner}", "Owner: {owner}"),
    "due": ("Frist: {day}", "Frist: {day}", "Due: {day}"),
    "in-bin": ("I papirkurven", "I papirkorga", "In the bin"),
    "not_begun": ("Ikke begynt", "Ikkje byrja", "Not begun"),
    "under_way": ("I gang", "I gang", "Under way"),
    "done": ("Ferdig", "Ferdig", "Done"),
    "put_aside": ("Lagt bort", "Lagt bort", "Put aside"),
}
