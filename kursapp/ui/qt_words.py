"""Qt's own words in the window's language: the menus of text fields, and the buttons of standard dialogs."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from kursapp.ui.i18n import _


class QtWords(QTranslator):
    """Answers Qt's questions with our messages.

    Qt brings no bokmål of its own. The words are looked up when they are asked for, so that they follow the language
    the window speaks now.
    """

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt calls it so, by name too
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str | None:
        # None leaves the word to Qt; an empty text would be shown.
        return _in_our_words(sourceText.replace("&", ""))


def _in_our_words(words: str) -> str | None:
    """Return our word for one of Qt's, None where Qt's own will do."""
    known = {
        "Print": _("Skriv ut"),
        "Printer": _("Skriver"),
        "Name:": _("Navn:"),
        "Location:": _("Sted:"),
        "Type:": _("Slag:"),
        "Output file:": _("Fil:"),
        "Properties": _("Egenskaper"),
        "Options >>": _("Flere valg"),
        "Options <<": _("Færre valg"),
        "Print to File (PDF)": _("Lag en PDF-fil"),
        "Local file": _("En fil på maskinen"),
        "Write PDF file": _("PDF-fil"),
        "Undo": _("Angre"),
        "Redo": _("Gjør om"),
        "Cut": _("Klipp ut"),
        "Copy": _("Kopier"),
        "Copy Link Location": _("Kopier lenken"),
        "Paste": _("Lim inn"),
        "Delete": _("Slett"),
        "Select All": _("Merk alt"),
        "OK": _("OK"),
        "Cancel": _("Avbryt"),
        "Yes": _("Ja"),
        "No": _("Nei"),
        "Close": _("Lukk"),
    }
    return known.get(words)
