"""What is said of a cohort on the coordinator's screens."""

from __future__ import annotations

from kursapp.domain.cohort import Cohort
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
        return _("Ikke ferdig: gjenopprettingsarket mangler, og kullfila er ikke laget.")
    if card.state is CohortState.READY:
        return _("Ikke ferdig: kullfila er ikke laget.")
    opened = n_("{n} runde er åpen", "{n} runder er åpne", card.open_rounds).format(n=card.open_rounds)
    closed = n_("{n} er lukket", "{n} er lukket", card.closed_rounds).format(n=card.closed_rounds)
    return f"{opened}, {closed}." if card.closed_rounds else f"{opened}."


def promises(cohort: Cohort) -> tuple[tuple[str, str], ...]:
    """Return what a cohort has promised its participants, as names and words."""
    rules = cohort.rules
    limit = n_("{n} person", "{n} personer", rules.k).format(n=rules.k)
    texts = {item.id: item.text for form in cohort.forms for item in form.form.backgrounds()}
    return (
        (_("Ingenting vises for færre enn"), f"{limit}. {rules.reason}" if rules.reason else limit),
        (_("Oppdeling"), ", ".join(texts.get(name, name) for name in rules.breakdowns) or _("Ingen")),
        (_("Skjemaer"), "\n".join(form.form.title for form in cohort.forms)),
        (_("Navngitt framdrift"), _("Ja") if cohort.wants_progress else _("Nei")),
        (_("Koder på papir"), _("Ja") if rules.codes else _("Nei")),
        (_("Slettes senest"), day(rules.keep_until)),
        (_("Versjon av kurset"), cohort.course_version),
    )
