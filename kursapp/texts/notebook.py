"""The words of Mine notater where it is printed or saved as a file."""

from __future__ import annotations

from kursapp.texts.value_words import Words

NOTEBOOK: dict[str, Words] = {
    "title": ("Mine notater", "Notata mine", "My notes"),
    "made": (
        "Skrevet ut {day} av Kursapp. Notatene er dine og ligger bare på din maskin.",
        "Skrive ut {day} av Kursapp. Notata er dine og ligg berre på maskina di.",
        "Printed on {day} by Kursapp. The notes are yours and are on your machine only.",
    ),
    "chosen": ("Utvalg: {chosen}.", "Utval: {chosen}.", "Selection: {chosen}."),
    "empty": ("Ingen notater.", "Ingen notat.", "No notes."),
    "course-gone": (
        "Kurset er ikke på maskinen.",
        "Kurset er ikkje på maskina.",
        "The course is not on this machine.",
    ),
    "yellow": ("Gul utheving", "Gul utheving", "Yellow highlight"),
    "green": ("Grønn utheving", "Grøn utheving", "Green highlight"),
    "blue": ("Blå utheving", "Blå utheving", "Blue highlight"),
    "pink": ("Rosa utheving", "Rosa utheving", "Pink highlight"),
    "note": ("Notat", "Notat", "Note"),
    "bookmark": ("Bokmerke", "Bokmerke", "Bookmark"),
    "lost": (
        "Teksten er endret siden du merket",
        "Teksten er endra sidan du merkte",
        "The text has changed since you highlighted it",
    ),
    "page": ("Side {page} av {total}", "Side {page} av {total}", "Page {page} of {total}"),
}
