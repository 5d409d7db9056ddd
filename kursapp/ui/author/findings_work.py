"""What can be done about the findings of the open draft, wherever they are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.services.repairing import alike, outcome
from kursapp.ui.author.findings_panel import FindingsPanel
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import n_
from kursapp.ui.widgets.announce import announce

REPAIR = "repair"
"""The value that holds the edits, which name lines."""

Said = tuple[str, str, tuple[tuple[str, str], ...]]
"""A finding but for its place: its file, its code and the values of its sentence."""


class FindingsWork(QObject):
    """Lets a panel repair what it shows, and see beforehand what a repair makes of the text.

    ``told`` says in words what has come of a repair, once the course has been checked again.
    """

    told = Signal(str)

    def __init__(self, draft: OpenDraft, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._draft, self._panel = draft, panel
        self._before: Counter[Said] = Counter()
        self._wanted: Counter[Said] = Counter()
        panel.shown.connect(self._show_outcome)
        panel.repair_wanted.connect(self._on_repair)
        panel.repair_alike_wanted.connect(self._on_repair_alike)
        draft.problems_changed.connect(self._on_checked)
        draft.opened.connect(self._on_opened)

    @Slot(object)
    def _on_repair(self, found: Problem) -> None:
        self._repair((found,))

    @Slot(object)
    def _on_repair_alike(self, found: Problem) -> None:
        self._repair(alike(self._panel.found, found))

    def _repair(self, problems: tuple[Problem, ...]) -> None:
        self._before, self._wanted = _counted(self._draft.problems), _counted(problems)
        self._draft.repair(*problems)

    @Slot()
    def _on_opened(self) -> None:
        self._wanted.clear()

    @Slot()
    def _on_checked(self) -> None:
        """Say how many findings a repair has mended; the lists show the rest."""
        if not self._wanted:
            return
        gone = self._before - _counted(self._draft.problems)
        mended = sum((gone & self._wanted).values())
        if mended or self._draft.is_fresh:
            self._wanted.clear()
        if mended:
            words = n_("{n} funn er rettet opp.", "{n} funn er rettet opp.", mended).format(n=mended)
            announce(self._panel, words)
            self.told.emit(words)

    @Slot(object)
    def _show_outcome(self, found: Problem) -> None:
        """Show what a repair makes of the lines it changes, while they are as the check saw them."""
        if found.fixable and self._draft.is_fresh:
            self._draft.text_of(found.file, partial(self._on_text, found), _nothing)

    def _on_text(self, found: Problem, text: str) -> None:
        if self._panel.detail.found == found:
            self._panel.detail.show_outcome(outcome(found, text))


def _counted(problems: Iterable[Problem]) -> Counter[Said]:
    return Counter(
        (found.file, found.code, tuple(value for value in found.values if value[0] != REPAIR)) for found in problems
    )


def _nothing(_found: Problem) -> None:
    """Show no outcome: a file that cannot be read is a finding of its own."""
