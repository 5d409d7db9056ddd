"""What can go wrong when somebody's own words are to leave the screen: on paper, or as a file."""

from __future__ import annotations

from kursapp.texts.sentence import Said

OWN_WORDS: dict[str, Said] = {
    "note-gone": Said(
        nb=("Notatet finnes ikke lenger.", "Se i papirkurven, eller skriv det på nytt."),
        nn=("Notatet finst ikkje lenger.", "Sjå i papirkorga, eller skriv det på nytt."),
        en=("The note is not there any more.", "Look in the bin, or write it again."),
    ),
    "notes-no-such-kind": Said(
        nb=("Notater kan ikke lagres som «{file}».", "Velg et navn som slutter på .pdf eller .md."),
        nn=("Notat kan ikkje lagrast som «{file}».", "Vel eit namn som sluttar på .pdf eller .md."),
        en=("Notes cannot be saved as “{file}”.", "Choose a name that ends in .pdf or .md."),
    ),
    "notes-too-many-for-pdf": Said(
        nb=("{count} notater er for mange for én PDF: den tar {most}.", "Velg et kurs eller en dag, eller Markdown."),
        nn=("{count} notat er for mange for éin PDF: han tek {most}.", "Vel eit kurs eller ein dag, eller Markdown."),
        en=("{count} notes are too many for one PDF: it takes {most}.", "Choose a course or a day, or Markdown."),
    ),
    "notes-too-many-to-print": Said(
        nb=("{count} notater er for mange å skrive ut på én gang: grensa er {most}.", "Velg et kurs eller en dag."),
        nn=("{count} notat er for mange å skrive ut på éin gong: grensa er {most}.", "Vel eit kurs eller ein dag."),
        en=("{count} notes are too many to print at once: the limit is {most}.", "Choose a course or a day."),
    ),
    "not-printed": Said(
        nb=("«{title}» ble ikke skrevet ut.", "Se at skriveren er på, eller velg en annen, og prøv igjen."),
        nn=("«{title}» vart ikkje skrive ut.", "Sjå at skrivaren er på, eller vel ein annan, og prøv igjen."),
        en=("“{title}” was not printed.", "See that the printer is on, or choose another, and try again."),
    ),
}
