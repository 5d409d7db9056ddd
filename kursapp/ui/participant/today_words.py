"""What each line of «I dag» says."""

from __future__ import annotations

from typing import NamedTuple

from kursapp.domain.follow_up import Due, DueKind
from kursapp.domain.plan import in_short
from kursapp.ui.i18n import _, n_, quoted


class DueWords(NamedTuple):
    """An icon, what it is, something about it, and what the button that leads there says."""

    icon: str
    title: str
    under: str
    action: str


def words_of(due: Due) -> DueWords:
    """Put something that is due into words: kindly, and never as a reproach."""
    match due.kind:
        case DueKind.CERTIFICATE:
            return DueWords(
                "graduation-cap",
                _("Du kan lage kursbeviset ditt"),
                _("Alle kravene i {course} er oppfylt.").format(course=quoted(due.course)),
                _("Til kursbeviset"),
            )
        case DueKind.FOLLOW_UP:
            title = _("Oppfølgingen er åpen: {title}").format(title=due.title)
            return DueWords("flag", title, due.course, _("Gå til økta"))
        case DueKind.FOLLOW_UP_FORM:
            title = _("Evalueringen er åpen: {title}").format(title=due.title)
            told = _("{course}. Planen din ligger ved siden av.").format(course=due.course)
            return DueWords("clipboard-check", title, told, _("Åpne evalueringen"))
        case DueKind.REMINDER:
            return _reminder(due)
        case DueKind.PLAN:
            first = in_short(due.title) or _("Steg uten ord")
            return DueWords("list-checks", _steps(due), f"{first} · {due.course}", _("Se på planen"))
        case DueKind.REVIEW:
            told = n_("{n} oppgave venter i Øving", "{n} oppgaver venter i Øving", due.count).format(n=due.count)
            return DueWords("refresh-cw", told, _("En kort runde nå gjør at du husker det lenge."), _("Øv nå"))
        case DueKind.BEGUN:
            title = _("Påbegynt: {title}").format(title=due.title)
            return DueWords("circle-dot", title, due.course, _("Gå videre"))


def _reminder(due: Due) -> DueWords:
    weeks = n_("{n} uke siden siste kursdag", "{n} uker siden siste kursdag", due.weeks).format(n=due.weeks)
    told = _("Ta en titt på planen din fra {course}.").format(course=quoted(due.course))
    under = f"{told} {_steps(due)}." if due.count else told
    return DueWords("clock", weeks, under, _("Se på planen"))


def _steps(due: Due) -> str:
    words = n_("{n} steg i planen har nådd datoen sin", "{n} steg i planen har nådd datoen sin", due.count)
    return words.format(n=due.count)
