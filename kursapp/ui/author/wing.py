"""The instructor's screens by name, each made at its first visit so that none is loaded before it is needed."""

from __future__ import annotations

from functools import partial

from kursapp.ui.parts import Parts
from kursapp.ui.screen import Screen
from kursapp.ui.steering import Maker


def screens(parts: Parts) -> dict[str, Maker]:
    """Return the makers of all her screens but the list of drafts, which may be made before the first paint."""
    return {
        "new-draft": partial(_new_draft, parts),
        "edit": partial(_edit, parts),
        "draft-history": partial(_history, parts),
        "draft-check": partial(_check, parts),
        "draft-package": partial(_packaging, parts),
        "present": partial(_presenter, parts),
        "question-quality": partial(_quality, parts),
        "question-exchange": partial(_exchange, parts),
    }


def _new_draft(parts: Parts) -> Screen:
    from kursapp.ui.author.new_draft import NewDraftScreen

    return NewDraftScreen(parts.workbench, parts.courses, parts.navigator, parts.theme)


def _edit(parts: Parts) -> Screen:
    from kursapp.ui.author.edit import EditScreen

    return EditScreen(parts)


def _history(parts: Parts) -> Screen:
    from kursapp.ui.author.history import HistoryScreen

    return HistoryScreen(parts)


def _check(parts: Parts) -> Screen:
    from kursapp.ui.author.check import CheckScreen

    return CheckScreen(parts.draft, parts.navigator, parts.theme, parts.messages)


def _packaging(parts: Parts) -> Screen:
    from kursapp.ui.author.packaging import PackagingScreen

    return PackagingScreen(parts.draft, parts.tasks, parts.navigator, parts.theme, parts.messages)


def _presenter(parts: Parts) -> Screen:
    from kursapp.ui.author.presenter import PresenterScreen

    return PresenterScreen(
        parts.workbench, parts.draft, parts.courses, parts.theme, parts.messages, parts.actions, parts.make_room
    )


def _quality(parts: Parts) -> Screen:
    from kursapp.ui.author.quality import QualityScreen

    return QualityScreen(parts.draft, parts.navigator, parts.theme, parts.messages)


def _exchange(parts: Parts) -> Screen:
    from kursapp.ui.author.exchange import ExchangeScreen

    return ExchangeScreen(parts.workbench, parts.draft, parts.navigator, parts.theme, parts.messages)
