"""The workspaces of the window: what each is called, where one begins in it, and its places in the sidebar."""

from __future__ import annotations

from typing import NamedTuple

from kursapp.ui.i18n import _
from kursapp.ui.navigation import (
    Location,
    cohorts,
    collecting,
    comments,
    draft_check,
    draft_package,
    drafts,
    edit,
    glossary,
    home,
    keys,
    library,
    notes,
    practice,
    present,
    question_quality,
    report,
    results,
    settings,
    shortcuts,
    workbook,
)

CARRYING = ("settings", "about", "passphrase", "move-out", "move-in", "take-out", "clear")
PARTICIPANT, AUTHOR, COORDINATOR = "participant", "author", "coordinator"


class Place(NamedTuple):
    """An entry of the sidebar; ``covers`` names the screens during which it is the chosen one."""

    text: str
    icon: str
    location: Location
    covers: tuple[str, ...]
    at_bottom: bool = False


class Workspace(NamedTuple):
    """One workspace; ``places`` stand in the order of Ctrl+1 and on. ``start`` is where one begins."""

    id: str
    name: str
    icon: str
    start: Location
    places: tuple[Place, ...]

    def has(self, screen: str) -> bool:
        """Say whether a screen belongs to this workspace and no other."""
        return any(screen in place.covers for place in self.places if not place.at_bottom)


def workspaces() -> tuple[Workspace, ...]:
    """Return the workspaces there are."""
    shared = (
        Place(_("Innstillinger"), "settings", settings(), CARRYING, at_bottom=True),
        Place(_("Hurtigtaster"), "keyboard", shortcuts(), ("shortcuts",), at_bottom=True),
    )
    participant = (
        Place(_("Hjem"), "house", home(), ("home",)),
        Place(
            _("Kurs"),
            "book-open",
            library(),
            ("library", "cover", "page", "cohort", "share-quiz", "progress-file", "certificate"),
        ),
        Place(_("Øving"), "repeat", practice(), ("practice",)),
        Place(_("Mine notater"), "notebook-pen", notes(), ("notes",)),
        Place(
            _("Arbeidsbok"),
            "clipboard-pen",
            workbook(),
            ("workbook", "workbook-item", "workbook-history", "plan"),
        ),
        Place(_("Ordliste"), "book-a", glossary(), ("glossary",)),
    )
    author = (
        Place(_("Kurs"), "book-open", drafts(), ("drafts", "new-draft")),
        Place(_("Rediger"), "pencil", edit(), ("edit", "draft-history")),
        Place(_("Sjekk"), "list-checks", draft_check(), ("draft-check",)),
        Place(_("Pakk og del"), "package", draft_package(), ("draft-package", "question-exchange")),
        Place(_("Vis i rommet"), "presentation", present(), ("present",)),
        Place(_("Spørsmålskvalitet"), "chart-column", question_quality(), ("question-quality",)),
    )
    coordinator = (
        Place(_("Kull"), "users", cohorts(), ("cohorts", "cohort-details", "new-cohort")),
        Place(_("Innsamling"), "inbox", collecting(), ("collecting",)),
        Place(_("Resultater"), "chart-column", results(), ("results", "comparison")),
        Place(_("Kommentarer"), "message-circle", comments(), ("comments",)),
        Place(_("Rapport og eksport"), "file-text", report(), ("report",)),
        Place(_("Nøkler og personvern"), "key-round", keys(), ("keys",)),
    )
    return (
        Workspace(PARTICIPANT, _("Deltaker"), "user", home(), participant + shared),
        Workspace(AUTHOR, _("Instruktør"), "notebook-pen", drafts(), author + shared),
        Workspace(COORDINATOR, _("Koordinator"), "clipboard-list", cohorts(), coordinator + shared),
    )


def workspace(name: str) -> Workspace:
    """Return a workspace by its id; the participant's where there is none of this id."""
    every = workspaces()
    return next((each for each in every if each.id == name), every[0])


def workspace_of(screen: str) -> str:
    """Return the id of the workspace a screen belongs to; empty where it belongs to all."""
    return next((each.id for each in workspaces() if each.has(screen)), "")
