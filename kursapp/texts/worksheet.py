"""The words of a printed worksheet that are not the course's own."""

from __future__ import annotations

from kursapp.texts.value_words import Words

WORKSHEET: dict[str, Words] = {
    "title": ("Oppgaveark: {course}", "Oppgåveark: {course}", "Worksheet: {course}"),
    "name": ("Navn", "Namn", "Name"),
    "date": ("Dato", "Dato", "Date"),
    "page": ("Side {page} av {total}", "Side {page} av {total}", "Page {page} of {total}"),
}
