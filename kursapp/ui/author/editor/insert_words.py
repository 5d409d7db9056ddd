"""What the insert menu calls the things it writes, in groups."""

from __future__ import annotations

from kursapp.services.inserting import CALL_OUTS, CASES, FORM_ITEMS, OTHERS, OWN_WORK, PAGES, QUESTIONS
from kursapp.ui.i18n import _

PICTURE, MEDIA = "picture", "media"
"""What needs a file first."""


def groups() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the groups of the menu: a title, and the kinds in it each with its name."""
    names = _names()
    found = (
        (_("Spørsmål"), QUESTIONS),
        (_("Eget arbeid"), OWN_WORK),
        (_("Case"), CASES),
        (_("Boks"), CALL_OUTS),
        (_("Innhold"), (PICTURE, MEDIA, *OTHERS)),
        (_("Side og økt"), PAGES),
        (_("Evaluering"), FORM_ITEMS),
    )
    return tuple((title, tuple((kind, names[kind]) for kind in kinds)) for title, kinds in found)


def name_of(kind: str) -> str:
    """Return what a kind is called."""
    return _names()[kind]


def _names() -> dict[str, str]:
    return {
        "single": _("Ett riktig svar"),
        "multiple": _("Flere riktige svar"),
        "true_false": _("Sant eller usant"),
        "dilemma": _("Dilemma til drøfting"),
        "order": _("Sett i rekkefølge"),
        "match": _("Koble sammen"),
        "number": _("Svar med et tall"),
        "date": _("Svar med en dato"),
        "short_answer": _("Kort svar"),
        "gaps": _("Fyll ut teksten"),
        "reflection": _("Refleksjon"),
        "workbook_table": _("Arbeidsbok med tabell"),
        "workbook_boxes": _("Arbeidsbok med avkryssing"),
        "workbook_text": _("Arbeidsbok med tekst"),
        "checklist": _("Sjekkliste"),
        "case": _("Nytt case"),
        "scene": _("Ny scene i caset"),
        "note": _("Merk"),
        "tip": _("Tips"),
        "important": _("Viktig"),
        "warning": _("Advarsel"),
        "law": _("Lov"),
        "reflect": _("Ettertanke"),
        "group": _("Gruppearbeid med tid"),
        "role": _("Rollekort"),
        "instructor": _("Beskjed til kurslederen"),
        PICTURE: _("Bilde …"),
        MEDIA: _("Lyd eller film …"),
        "table": _("Tabell"),
        "page": _("Ny side"),
        "quiz": _("Ny quiz"),
        "evaluation": _("Ny evaluering"),
        "session": _("Ny økt i en tom fil"),
        "scale": _("Skala"),
        "before_now": _("Før og nå"),
        "choice": _("Valg"),
        "multiple_choice": _("Flervalg"),
        "amount": _("Tall"),
        "ranking": _("Rangering"),
        "text": _("Fritekst"),
    }
