"""What each kind of hit is called, the picture it has, and the place it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kursapp.domain.search_hit import Hit, HitKind
from kursapp.ui.i18n import _
from kursapp.ui.navigation import FIND, Location, found, glossary, notes, of_spot, page, plan, workbook

AROUND = 40
"""Letters on each side of what was found that tell which place on the page is meant."""


class KindLook(NamedTuple):
    """A kind's name beside a hit, and its icon."""

    name: str
    icon: str


class Group(NamedTuple):
    """Kinds one can ask for together; none are all."""

    id: str
    name: str
    kinds: frozenset[HitKind]


def look(kind: HitKind) -> KindLook:
    """Return what a kind is called and how it looks."""
    return {
        HitKind.TERM: KindLook(_("Begrep"), "book-a"),
        HitKind.PAGE: KindLook(_("Side"), "file-text"),
        HitKind.ITEM: KindLook(_("Oppgave"), "circle-question-mark"),
        HitKind.NOTE: KindLook(_("Notat"), "notebook-pen"),
        HitKind.REFLECTION: KindLook(_("Refleksjon"), "pencil"),
        HitKind.WORKBOOK: KindLook(_("Arbeidsbok"), "clipboard-list"),
        HitKind.PLAN: KindLook(_("Plan"), "list-checks"),
    }[kind]


def groups() -> tuple[Group, ...]:
    """Return what one can narrow a search to, all of it first."""
    return (
        Group("all", _("Alt"), frozenset()),
        Group("course", _("Kurstekst"), frozenset({HitKind.PAGE, HitKind.ITEM})),
        Group("terms", _("Begreper"), frozenset({HitKind.TERM})),
        Group("notes", _("Notater"), frozenset({HitKind.NOTE})),
        Group("own", _("Arbeidsbok og plan"), frozenset({HitKind.REFLECTION, HitKind.WORKBOOK, HitKind.PLAN})),
    )


def place_of(hit: Hit, is_here: Callable[[str], bool]) -> Location:
    """Return where a hit leads. ``is_here`` says whether a course is on this machine.

    What one wrote in a course or on a page that is gone opens where all of one's own words stand.
    """
    if hit.kind is HitKind.TERM:
        return glossary(hit.course_id, hit.target_id)
    if hit.kind is HitKind.PLAN:
        return plan(hit.course_id)
    if hit.session_id and hit.page_id and is_here(hit.course_id):
        target = "" if hit.kind is HitKind.NOTE else hit.target_id
        return page(hit.course_id, hit.session_id, hit.page_id, target, _spot(hit))
    if hit.kind is HitKind.NOTE:
        return notes(hit.target_id)
    return workbook(hit.course_id, hit.target_id)


def _spot(hit: Hit) -> str:
    """Return the hit's spot with the words around it: what was found may stand on the page many times."""
    kind, words = of_spot(hit.spot)
    at = next((start for start, _end in hit.marks if hit.passage.startswith(words, start)), -1)
    if kind != FIND or at < 0:
        return hit.spot
    end = at + len(words)
    before = hit.passage[max(at - AROUND, 0) : at]
    after = hit.passage[end : end + AROUND]
    # Half words at the ends, and the dots of what was left out, are nowhere on the page.
    before = before if at <= AROUND else before.partition(" ")[2]
    after = after if end + AROUND >= len(hit.passage) else after.rpartition(" ")[0]
    return found(words, f"{before}{words}{after}".strip("… "))
