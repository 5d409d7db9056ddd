"""What is said of collected files and of rounds."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.domain.submission import FileState
from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.ui.i18n import _, n_, number

TROUBLE = (FileState.CONFLICT, FileState.OTHER, FileState.UNREADABLE)
"""States one may want to do something about."""
LOOKS = {
    FileState.NEW: ("circle-check", "success"),
    FileState.ALREADY_HAD: ("check", "muted"),
    FileState.REPLACES: ("refresh-cw", "success"),
    FileState.REPLACED: ("undo-2", "muted"),
    FileState.CONFLICT: ("circle-alert", "warning"),
    FileState.WAITING: ("clock", "info"),
    FileState.OTHER: ("circle-question-mark", "warning"),
    FileState.UNREADABLE: ("circle-x", "danger"),
}


def state_name(state: FileState) -> str:
    """Return what a state is called."""
    return {
        FileState.NEW: _("Nye"),
        FileState.ALREADY_HAD: _("Hadde fra før"),
        FileState.REPLACES: _("Erstatter en tidligere"),
        FileState.REPLACED: _("Erstattet av en nyere"),
        FileState.CONFLICT: _("I konflikt"),
        FileState.WAITING: _("Venter"),
        FileState.OTHER: _("Annet kull eller skjema"),
        FileState.UNREADABLE: _("Kan ikke åpnes"),
    }[state]


def state_meaning(state: FileState) -> str:
    """Return what a state means, in one sentence."""
    return {
        FileState.NEW: _("Tatt med, og teller."),
        FileState.ALREADY_HAD: _("Den samme fila er samlet inn før. Den teller én gang."),
        FileState.REPLACES: _("Deltakeren har levert på nytt. Det nye teller."),
        FileState.REPLACED: _("Deltakeren har levert noe nyere, som teller i stedet."),
        FileState.CONFLICT: _("To ulike filer gir seg ut for å være samme levering. Bare én teller."),
        FileState.WAITING: _("Kom etter at runden ble lukket. Slippes inn når det er mange nok."),
        FileState.OTHER: _("Laget for et annet kull, eller for en annen utgave av skjemaet."),
        FileState.UNREADABLE: _("Fila er skadet, tom eller ingen svarfil."),
    }[state]


def persons_words(card: RoundCard) -> str:
    """Return how many persons have handed in, of how many."""
    rate = card.response_rate
    if rate is None:
        return n_("{n} har levert", "{n} har levert", card.persons).format(n=card.persons)
    percent = number(100 * rate, 0)
    words = n_("{n} av {all} har levert ({percent} %)", "{n} av {all} har levert ({percent} %)", card.persons)
    return words.format(n=card.persons, all=card.invited, percent=percent)


def files_words(files: Mapping[FileState, int]) -> str:
    """Return how many files there are of each state, those there are none of left out."""
    return ", ".join(f"{state_name(state).lower()}: {files[state]}" for state in FileState if files.get(state))


def round_words(card: RoundCard, k: int) -> str:
    """Return what there is to say of a round besides the number of persons."""
    if card.state is RoundState.OPEN:
        return _("Åpen. Resultatene kommer når runden er lukket.")
    if not card.shown:
        return _("Lukket. Færre enn {k} har levert, så ingenting vises.").format(k=k)
    return _("Lukket. Resultatene er klare.")


def waiting_words(card: RoundCard, k: int) -> str:
    """Return what there is to say of those who came after closing; empty where nobody did."""
    if not card.waiting:
        return ""
    words = n_("{n} kom etter lukking og venter.", "{n} kom etter lukking og venter.", card.waiting)
    said = words.format(n=card.waiting)
    if not card.may_let_in:
        return said + " " + _("De slippes inn sammen når de er minst {k}.").format(k=k)
    if not card.comments_may_enter:
        return said + " " + _("De kan slippes inn nå. Kommentarene deres venter til det er flere.")
    return said + " " + _("De kan slippes inn nå.")
