"""How much time something takes, in words."""

from __future__ import annotations

from kursapp.services.workload import TOLERANCE, CourseLoad, Load
from kursapp.ui.i18n import _, minutes


def minutes_words(value: float) -> str:
    """Return a length of time; what would be rounded to nothing is less than a minute."""
    return _("under 1 min") if value and not round(value) else minutes(value)


def target_words(load: Load) -> str:
    """Return a target; words where none is set."""
    return minutes(load.says) if load.says else _("ikke oppgitt")


def against_target(load: Load) -> str:
    """Return how far something is from its target: nothing where it has none, or is within what is allowed."""
    if not load.says:
        return ""
    share = round((load.takes - load.says) / load.says * 100)
    if not load.is_off:
        return _("som planlagt")
    return _("{n} % over").format(n=share) if share > 0 else _("{n} % under").format(n=-share)


def course_words(load: CourseLoad) -> str:
    """Return what the whole course takes, in a sentence."""
    takes = minutes_words(load.load.takes)
    told = _("Kursdagene tar {takes}.") if load.only_days else _("Kurset tar {takes}.")
    if not load.load.says:
        return told.format(takes=takes)
    return " ".join([told.format(takes=takes), _("Målet er {says}.").format(says=minutes(load.load.says))])


def rule_words() -> str:
    """Return how the time is computed."""
    allowed = round(TOLERANCE * 100)
    return _(
        "Tekst regnes som 200 ord i minuttet og et spørsmål som 45 sekunder. Refleksjoner, arbeidsbøker, caser og "
        "gruppearbeid teller med sine egne minutter. En økt kan være {n} % over eller under målet sitt."
    ).format(n=allowed)
