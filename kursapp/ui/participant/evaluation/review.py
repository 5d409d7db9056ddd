"""The last page of a form: what is answered, what must be, and what the answers show the participant herself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import is_given
from kursapp.domain.evaluation_form import KnowledgeGap, Pair, ThemePage
from kursapp.services.evaluate import EvaluationState
from kursapp.ui.i18n import _, moment
from kursapp.ui.participant.case_words import signed
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.note_box import RIGHT, NoteBox
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import label

HIGH, MIDDLE = 0.75, 0.5
"""Shares of a scale: from four of five steps one calls oneself good, up to three of five not yet."""


class ReviewStage(Stage):
    """The themes as rows one can go back to, and the button that finishes."""

    step_wanted = Signal(int)
    finish_wanted = Signal()

    def __init__(self, ground: PageGround, state: EvaluationState, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self._state = state
        self.add(label(_("Se over svarene"), "h2"))
        self._add_status()
        self.rows = [self._add_row(index, theme) for index, theme in enumerate(state.themes)]
        self._add_pairs()
        self._add_gaps()
        self.error = label("", "error")
        self.error.hide()
        self.add(self.error)
        self.finish_button = button(self._finish_words(), "primary", main=True)
        self.finish_button.setVisible(state.finished_at is None or state.changed_since)
        self.finish_button.clicked.connect(self.finish_wanted)
        self.add(button_row(self.finish_button))

    def first_focus(self) -> QWidget | None:
        """Return the button that finishes, or the first theme when all is done."""
        return self.rows[0] if self.finish_button.isHidden() and self.rows else self.finish_button

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say which items must be answered before the form can be finished."""
        titles = [block.title for theme in self._state.themes for block in theme.blocks if _id(block) in missing]
        named = ", ".join(f"«{title}»" for title in titles if title)
        self.error.setText(_("Disse må fylles ut først: {titles}.").format(titles=named))
        self.error.show()

    def _add_status(self) -> None:
        state = self._state
        if state.finished_at is not None and not state.changed_since:
            done = _("Ferdig fylt ut {when}. Du kan fortsatt endre svarene.").format(when=moment(state.finished_at))
            self.add_wide(NoteBox(done, (), self.ground.theme, self.ground.pictures, RIGHT))
        given = _("Du har svart på {given} av {total} punkter.").format(given=state.given, total=state.total)
        self.add(label(given, "lead"))

    def _finish_words(self) -> str:
        return _("Ferdig med endringene") if self._state.finished_at is not None else _("Ferdig")

    def _add_row(self, index: int, theme: ThemePage) -> RowButton:
        given, total = _count(theme, self._state)
        title = theme.title or _("Del {number}").format(number=index + 1)
        row = RowButton(self.ground.theme, title)
        icon, token = ("circle-check", "success") if given == total else ("circle", "muted")
        row.set_state(icon, token, _("{given} av {total}").format(given=given, total=total))
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row)
        return row

    def _add_pairs(self) -> None:
        moved = [pair for pair in self._state.pairs if pair.change is not None]
        if moved:
            self.add(label(_("Før og nå"), "h3"))
        for pair in moved:
            self.add(label(_pair_words(pair)))

    def _add_gaps(self) -> None:
        gaps = [gap for gap in self._state.gaps if gap.rated is not None and gap.known is not None]
        if gaps:
            self.add(label(_("Det du mener, og det du svarte"), "h3"))
            self.add(label(_("Bare du ser dette."), "muted"))
        for gap in gaps:
            self.add(label(_gap_words(gap)))

    @Slot()
    def _on_row(self) -> None:
        self.step_wanted.emit(int(self.sender().property("index")))


def _id(block: object) -> str:
    return str(getattr(block, "id", ""))


def _count(theme: ThemePage, state: EvaluationState) -> tuple[int, int]:
    outcomes = [
        is_given(block, state.answers.get(answer_id))
        for block in theme.blocks
        if isinstance(block, EvaluationItem)
        for answer_id in block.answer_ids()
    ]
    return sum(outcomes), len(outcomes)


def _pair_words(pair: Pair) -> str:
    change = pair.change or 0
    if not change:
        return _("{statement}: som før").format(statement=pair.statement.text.plain)
    return _("{statement}: {change} trinn").format(statement=pair.statement.text.plain, change=signed(change))


def _gap_words(gap: KnowledgeGap) -> str:
    rated, known = gap.rated or 0, gap.known or 0
    if rated >= HIGH and known < MIDDLE:
        told = _("Du vurderte deg høyt, men svarte feil. Dette er verd et nytt blikk.")
    elif rated <= MIDDLE and known > HIGH:
        told = _("Du svarte riktig. Du kan mer enn du gir deg selv.")
    else:
        told = _("Vurderingen og svaret peker samme vei.")
    return _("{statement}: {told}").format(statement=gap.statement.text.plain, told=told)
