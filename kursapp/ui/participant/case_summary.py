"""What one sees when a case has ended: the way one went, the ways one did not, and earlier goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.case import Case
from kursapp.domain.path import NotTaken, Path, Taken
from kursapp.services.play_case import FinishedRun
from kursapp.ui.i18n import _, n_, quoted
from kursapp.ui.participant.case_words import axis_title, ending_title, signed
from kursapp.ui.widgets.text import label


class CaseSummary(QWidget):
    """The path taken, the paths not taken, and the runs before this one."""

    def __init__(
        self,
        case: Case,
        path: Path,
        others: Sequence[NotTaken],
        runs: Sequence[FinishedRun],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        self._add_path(case, path)
        self._add_others(others)
        self._add_runs(runs)

    def _add_path(self, case: Case, path: Path) -> None:
        self._head(_("Veien du gikk"))
        for number, step in enumerate(path.taken, start=1):
            said = _("{scene}: {choice}").format(scene=step.scene.title, choice=step.choice.text.plain)
            self._line(f"{number}. {said}")
            moved = moved_text(case, step)
            if moved:
                self._column.addWidget(label(moved, "meta"))

    def _add_others(self, others: Sequence[NotTaken]) -> None:
        visited = [other for other in others if other.choices and other.visited]
        unseen = [other for other in others if not other.visited]
        if not visited and not unseen:
            return
        self._head(_("Veier du ikke gikk"))
        for other in visited:
            choices = ", ".join(quoted(choice.text.plain) for choice in other.choices)
            self._line(_("{scene}: {choices}.").format(scene=other.scene.title, choices=choices))
        if unseen:
            titles = ", ".join(quoted(other.scene.title) for other in unseen)
            words = n_("Scenen du ikke så: {titles}.", "Scener du ikke så: {titles}.", len(unseen))
            self._line(words.format(titles=titles))

    def _add_runs(self, runs: Sequence[FinishedRun]) -> None:
        if not runs:
            return
        self._head(_("Tidligere gjennomspillinger"))
        for finished in runs:
            words = _("Gang {number}: {scene}. {ending}.")
            self._line(
                words.format(number=finished.run, scene=finished.scene_title, ending=ending_title(finished.ending))
            )

    def _head(self, text: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(label(text, "strong"))

    def _line(self, text: str) -> None:
        self._column.addWidget(label(text))


def moved_text(case: Case, step: Taken) -> str:
    """Say what a choice moved: «Barnet +2, Styring +1»; empty where it moved nothing."""
    return ", ".join(f"{axis_title(case.axes, effect.axis)} {signed(effect.change)}" for effect in step.effects)
