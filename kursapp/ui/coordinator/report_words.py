"""The kinds of file results can be saved as, in the words of the one who chooses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kursapp.domain.exporting import ExportKind
from kursapp.domain.form import FormKind
from kursapp.services.cohort_cards import RoundCard
from kursapp.ui.i18n import _

LONGEST_NAME = 80
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, what it is for, and how file dialogs call it."""

    kind: ExportKind
    name: str
    use: str
    ending: str

    @property
    def filter(self) -> str:
        """Return what a file dialog shows."""
        return f"{self.name} (*.{self.ending})"


def formats(kind: FormKind) -> tuple[Format, ...]:
    """Return the kinds of file there are for a form, the report first."""
    every = (
        Format(ExportKind.PDF, _("Rapport (PDF)"), _("Til å lese, skrive ut og sende videre."), "pdf"),
        Format(ExportKind.XLSX, _("Excel-arbeidsbok"), _("Tall, diagrammer og kodebok på hvert sitt ark."), "xlsx"),
        Format(ExportKind.CSV, _("CSV for norsk Excel"), _("Semikolon mellom feltene og desimalkomma."), "csv"),
        Format(ExportKind.CSV_RFC, _("CSV for andre programmer"), _("Komma mellom feltene, etter RFC 4180."), "csv"),
        Format(ExportKind.JSON, _("JSON"), _("Til programmer som skal lese tallene."), "json"),
        Format(ExportKind.SPS, _("SPSS-syntaks og data"), _("To filer: syntaksen (.sps) og tallene (.csv)."), "sps"),
        Format(ExportKind.SAV, _("SPSS-datafil"), _("Åpnes rett i SPSS, med navn på alle svar."), "sav"),
    )
    if kind is FormKind.QUIZ:
        quality = _("Hvor gode spørsmålene er, regnet ut fra quizsvarene som er delt.")
        return (*every, Format(ExportKind.QUALITY, _("Spørsmålskvalitet"), quality, "json"))
    return every


def file_name(cohort: str, card: RoundCard, ending: str) -> str:
    """Return a name for the file that every system takes: cohort and form, without signs that mean something."""
    words = _UNSAFE.sub(" ", f"{cohort} \N{EN DASH} {card.title}")
    return f"{' '.join(words.split())[:LONGEST_NAME].rstrip(' .')}.{ending}"
