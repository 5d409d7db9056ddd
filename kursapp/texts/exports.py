"""Words of the files that results leave the house as: columns, headings, and what every export says of itself."""

from __future__ import annotations

from kursapp.texts.value_words import Words

EXPORTS: dict[str, Words] = {
    # Columns of the long table.
    "column-kind": ("slag", "slag", "kind"),
    "column-cohort": ("kull", "kull", "cohort"),
    "column-form": ("skjema", "skjema", "form"),
    "column-theme": ("tema", "tema", "theme"),
    "column-item-id": ("spørsmål_id", "spørsmål_id", "item_id"),
    "column-item": ("spørsmål", "spørsmål", "item"),
    "column-variable": ("gruppering", "gruppering", "breakdown"),
    "column-group": ("gruppe", "gruppe", "group"),
    "column-step": ("steg", "steg", "step"),
    "column-label": ("svar", "svar", "answer"),
    "column-count": ("antall", "tal_svar", "count"),
    "column-share": ("andel", "del", "share"),
    "column-value": ("verdi", "verdi", "value"),
    "column-note": ("merknad", "merknad", "note"),
    # Kinds of rows in it.
    "kind-about": ("opplysning", "opplysning", "about"),
    "kind-count": ("tall", "tal", "count"),
    "kind-measure": ("mål", "mål", "measure"),
    "kind-hidden": ("skjult", "skjult", "hidden"),
    "kind-comment": ("kommentar", "kommentar", "comment"),
    # What every export says of itself.
    "about-program": ("Program", "Program", "Program"),
    "about-format": ("Filformat", "Filformat", "File format"),
    "about-course": ("Kurs", "Kurs", "Course"),
    "about-course-version": ("Kursversjon", "Kursversjon", "Course version"),
    "about-cohort": ("Kull", "Kull", "Cohort"),
    "about-cohort-id": ("Kullets id", "Id til kullet", "Cohort id"),
    "about-dates": ("Tid", "Tid", "Dates"),
    "about-place": ("Sted", "Stad", "Place"),
    "about-organiser": ("Arrangør", "Arrangør", "Organiser"),
    "about-form": ("Skjema", "Skjema", "Form"),
    "about-form-type": ("Fylt ut", "Fylt ut", "Filled in"),
    "about-form-version": ("Skjemaversjon", "Skjemaversjon", "Form version"),
    "about-invited": ("Inviterte", "Inviterte", "Invited"),
    "about-persons": ("Har levert", "Har levert", "Handed in"),
    "about-rate": ("Svarprosent", "Svarprosent", "Response rate"),
    "about-limit": ("Minste antall personer", "Minste tal på personar", "Fewest persons"),
    "about-limit-value": (
        "Ingenting vises for færre enn {k}",
        "Ingenting blir vist for færre enn {k}",
        "Nothing is shown for fewer than {k}",
    ),
    "about-reason": ("Grunnen til grensen", "Grunnen til grensa", "Reason for the limit"),
    "about-breakdowns": ("Delt opp etter", "Delt opp etter", "Broken down by"),
    "about-keep-until": ("Slettes senest", "Blir sletta seinast", "Deleted at the latest"),
    "about-codes": ("Kontrollert med koder", "Kontrollert med kodar", "Checked with codes"),
    "about-simulated": ("Simulert", "Simulert", "Simulated"),
    "about-hidden": ("Skjult", "Skjult", "Hidden"),
    "about-quoted": (
        "Tekster som begynner med =, +, - eller @",
        "Tekstar som byrjar med =, +, - eller @",
        "Texts beginning with =, +, - or @",
    ),
    "about-quoted-value": (
        "har fått en apostrof foran, så ingen regneark kjører dem",
        "har fått ein apostrof framfor, så ingen rekneark køyrer dei",
        "have an apostrophe before them, so that no spreadsheet runs them",
    ),
    "yes": ("Ja", "Ja", "Yes"),
    "no": ("Nei", "Nei", "No"),
    "none": ("Ingen", "Ingen", "None"),
    "simulated-note": (
        "Simulert: tallene er oppdiktet og gjelder ingen virkelige personer.",
        "Simulert: tala er dikta opp og gjeld ingen verkelege personar.",
        "Simulated: the figures are made up and concern no real persons.",
    ),
    "nothing-hidden": ("Ingenting er skjult.", "Ingenting er skjult.", "Nothing is hidden."),
    "hidden-count": (
        "{count} av {total} spørsmål er skjult for å verne deltakerne.",
        "{count} av {total} spørsmål er skjulte for å verne deltakarane.",
        "{count} of {total} questions are hidden to protect the participants.",
    ),
    "hidden-breakdown": (
        "Oppdelingen etter «{variable}» er skjult",
        "Oppdelinga etter «{variable}» er skjult",
        "The breakdown by “{variable}” is hidden",
    ),
    # Numbers worked out from a table.
    "measure-n": ("Gyldige svar", "Gyldige svar", "Valid answers"),
    "comments": ("Kommentarer", "Kommentarar", "Comments"),
}
