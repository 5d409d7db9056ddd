"""What is said of a cohort on the coordinator's screens."""

from __future__ import annotations

from kursapp.services.cohort_cards import CohortCard, CohortState
from kursapp.ui.i18n import _, day, n_


def facts(card: CohortCard) -> str:
    """Return where and when it is, and how many were invited, on one line."""
    cohort = card.cohort
    when = _("{starts} til {ends}").format(starts=day(cohort.starts), ends=day(cohort.ends))
    if cohort.starts == cohort.ends:
        when = day(cohort.starts)
    invited = n_("{n} deltaker", "{n} deltakere", card.invited).format(n=card.invited)
    return " · ".join(part for part in (cohort.course_title, cohort.place, when, invited) if part)


def progress_words(card: CohortCard) -> str:
    """Return how far the cohort has come."""
    if card.state is CohortState.DRAFT:
        return _("Ikke ferdig: gjenopprettingsarket mangler, og kullfilen er ikke laget.")
    if card.state is CohortState.READY:
        return _("Ikke ferdig: kullfilen er ikke laget.")
    opened = n_("{n} runde er åpen", "{n} runder er åpne", card.open_rounds).format(n=card.open_rounds)
    closed = n_("{n} er lukket", "{n} er lukket", card.closed_rounds).format(n=card.closed_rounds)
    return f"{opened}, {closed}." if card.closed_rounds else f"{opened}."
