"""What the workbook says of how far things are, when they were written, and when they are due."""

from __future__ import annotations

from datetime import date, datetime

from kursapp.domain.days import local_day
from kursapp.domain.plan import PlanStep, StepStatus, in_short
from kursapp.domain.portfolio import WorkItem, WorkState
from kursapp.domain.product import KeptBecause, ProductVersion
from kursapp.ui.i18n import _, day, moment, n_

ICONS = {
    WorkState.EMPTY: ("circle", "muted"),
    WorkState.BEGUN: ("circle-dot", "primary"),
    WorkState.FINISHED: ("circle-check", "success"),
}


def state_words(item: WorkItem) -> str:
    """Return how far something is, in a few words for the end of a row."""
    if item.state is WorkState.FINISHED:
        return _("Ferdig")
    if item.state is WorkState.EMPTY:
        return _("Ikke begynt")
    if item.is_product and item.fields > 1:
        return _("{filled} av {fields} felt").format(filled=item.filled, fields=item.fields)
    return _("Påbegynt") if item.is_product else _("Skrevet")


def kind_words(item: WorkItem) -> str:
    """Return what it is, and when it was last written."""
    kind = _("Arbeidsbok") if item.is_product else _("Refleksjon")
    if item.updated_at is None or not item.has_words:
        return kind
    return _("{kind} · sist skrevet {day}").format(kind=kind, day=day(local_day(item.updated_at)))


def version_words(version: ProductVersion) -> str:
    """Return when a version was kept."""
    return moment(version.kept_at)


def reason_words(version: ProductVersion) -> str:
    """Return why a version was kept."""
    return {
        KeptBecause.BEGUN: _("Da du begynte"),
        KeptBecause.CHANGED: _("Før du skrev videre"),
        KeptBecause.LEFT: _("Da du gikk videre"),
        KeptBecause.FINISHED: _("Da du merket den som ferdig"),
        KeptBecause.REPLACED: _("Før du hentet fram en tidligere versjon"),
    }[version.reason]


def status_words(status: StepStatus) -> str:
    """Return how a step stands."""
    return {
        StepStatus.NOT_BEGUN: _("Ikke begynt"),
        StepStatus.UNDER_WAY: _("I gang"),
        StepStatus.DONE: _("Ferdig"),
        StepStatus.PUT_ASIDE: _("Lagt bort"),
    }[status]


def step_words(text: str) -> str:
    """Return what a step is called where it is only mentioned."""
    return in_short(text) or _("Steg uten ord")


def due_words(step: PlanStep, now: datetime) -> str:
    """Return what is to be said of a step's day, kindly; empty where there is nothing."""
    today = local_day(now)
    if step.due is None or not step.is_open:
        return ""
    if step.due == today:
        return _("I dag")
    if step.is_overdue(today):
        return _("Dagen var {day}. Sett en ny dato, eller legg steget bort.").format(day=day(step.due))
    return _in_days((step.due - today).days)


def _in_days(days: int) -> str:
    if days == 1:
        return _("I morgen")
    return n_("Om {n} dag", "Om {n} dager", days).format(n=days) if days <= 90 else ""


def plan_words(steps: tuple[PlanStep, ...], today: date) -> str:
    """Return how far a plan is, in one or two sentences."""
    done = sum(step.status is StepStatus.DONE for step in steps)
    told = n_("{done} av {n} steg er ferdig.", "{done} av {n} steg er ferdige.", len(steps))
    words = told.format(done=done, n=len(steps))
    coming = sorted((step.due, step.place, step.text) for step in steps if step.is_open and step.due is not None)
    if not coming:
        return words
    due, _place, text = coming[0]
    said = _("Neste: {text} ({day}).") if due >= today else _("Dette venter: {text} ({day}).")
    return f"{words} {said.format(text=step_words(text), day=day(due))}"
