"""The last page of a form: what is answered, what must be, and what the answers show the participant herself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_form import ThemePage, item_for
from kursapp.services.evaluate import EvaluationState
from kursapp.services.hand_in import HandInState
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _, moment, quoted
from kursapp.ui.messages import sentence
from kursapp.ui.participant.evaluation import words
from kursapp.ui.participant.hand_in.part import HandInPart, WayBack
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.note_box import RIGHT, NoteBox
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.text import IconLabel, label


class ReviewStage(Stage):
    """The themes as rows one can go back to, and the button that finishes."""

    step_wanted = Signal(int)
    finish_wanted = Signal()
    hand_in_wanted = Signal()
    withdraw_wanted = Signal(bool)
    forget_wanted = Signal()

    def __init__(
        self, ground: PageGround, state: PageState, form: EvaluationState, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self._form = form
        self._state = state
        self.add(label(_("Se over svarene"), "h2"))
        self._add_status()
        self.rows = [self._add_row(index, theme) for index, theme in enumerate(form.themes)]
        self.error = label("", "error")
        self.error.hide()
        self.add(self.error)
        self.finish_button = button(self._finish_words(), "primary", main=True)
        self.finish_button.clicked.connect(self.finish_wanted)
        self.handing_in: HandInPart | None = None
        if state.hand_in is not None and state.hand_in.obstacle is None:
            self.handing_in = self._add_hand_in(state.hand_in)
        else:
            self._add_finishing(state.hand_in)
        self._add_pairs()
        self._add_gaps()

    @property
    def has_next_step(self) -> bool:
        """Say whether there is something to do here before one goes on in the course."""
        return not self.is_finished or (self.handing_in is not None and self.handing_in.asks)

    @property
    def is_finished(self) -> bool:
        """Say whether the form is finished as it stands."""
        return self._form.finished_at is not None and not self._form.changed_since

    def first_focus(self) -> QWidget | None:
        """Return the button that leads on, or the first theme when all is done."""
        if self.handing_in is not None and self.handing_in.asks:
            return self.handing_in.make_button
        return self.rows[0] if self.is_finished and self.rows else self.finish_button

    def spoken(self) -> str:
        """Say how much is answered."""
        return self._given_words()

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say which items must be answered before the form can be finished, and take the keyboard to the first."""
        titles = []
        lacking = []
        for row, theme in zip(self.rows, self._form.themes, strict=True):
            items = [block for block in theme.blocks if isinstance(block, EvaluationItem) and block.id in missing]
            if items:
                row.set_state("circle-alert", "danger", _("Mangler svar"), strong=True)
                lacking.append(row)
                titles += [item.title for item in items]
        named = ", ".join(quoted(title) for title in titles)
        self.error.setText(_("Dette må fylles ut før du er ferdig: {titles}.").format(titles=named))
        self.error.show()
        announce(self, self.error.text())
        if lacking:
            lacking[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_finishing(self, state: HandInState | None) -> None:
        """Let the form be finished here, where it is not to be handed in, and say why it is not."""
        if state is not None and state.obstacle is not None:
            self.add(label(sentence(state.obstacle), "strong"))
        finishing = ButtonRow(self.finish_button)
        self.add(finishing)
        finishing.setVisible(not self.is_finished)
        if state is not None and not state.is_forgotten:
            self.add(self._wired(WayBack(state)))

    def _add_hand_in(self, state: HandInState) -> HandInPart:
        """Let the form end in an answer file."""
        part = HandInPart(self.ground, state, may_finish=not self.is_finished)
        part.hand_in_wanted.connect(self.hand_in_wanted)
        self._wired(part)
        part.finish_wanted.connect(self.finish_wanted)
        if part.note is not None:
            self.add(part.note, Reach.BOX)
        self.add(part)
        return part

    def _wired(self, part: WayBack | HandInPart) -> QWidget:
        part.withdraw_wanted.connect(self.withdraw_wanted)
        part.forget_wanted.connect(self.forget_wanted)
        return part

    def _add_status(self) -> None:
        form = self._form
        handed_in = self._state.hand_in is not None and self._state.hand_in.handed_in_at is not None
        if self.is_finished and form.finished_at is not None and not handed_in:
            done = _("Ferdig fylt ut {when}. Du kan fortsatt endre svarene.").format(when=moment(form.finished_at))
            self.add(NoteBox(done, (), self.ground.theme, self.ground.pictures, RIGHT), Reach.BOX)
        self.add(label(self._given_words(), "lead"))

    def _given_words(self) -> str:
        return _("Du har svart på {given} av {total} punkter.").format(given=self._form.given, total=self._form.total)

    def _finish_words(self) -> str:
        return _("Ferdig med endringene") if self._form.finished_at is not None else _("Ferdig")

    def _add_row(self, index: int, theme: ThemePage) -> RowButton:
        given, total = words.count_of(theme, self._form, self._state)
        row = RowButton(self.ground.theme, theme.title or _("Del {number}").format(number=index + 1))
        icon, token = ("circle-check", "success") if given == total else ("circle-dashed", "muted")
        row.set_state(icon, token, _("{given} av {total}").format(given=given, total=total))
        row.setProperty("index", index)
        row.clicked.connect(self._on_row)
        self.add(row, Reach.BOX)
        return row

    def _add_pairs(self) -> None:
        moved = [pair for pair in self._form.pairs if pair.change is not None]
        if moved:
            self.add(label(_("Før og nå"), "h3"))
            self.add(label(_("Bare du ser dette."), "muted"))
        for pair in moved:
            steps = item_for(self.ground.page, pair.statement.id).steps
            self.add(self._told(pair.statement.text.plain, *words.pair_words(pair, steps)))

    def _add_gaps(self) -> None:
        gaps = [gap for gap in self._form.gaps if gap.rated is not None and gap.known is not None]
        if gaps:
            self.add(label(_("Det du mener, og det du svarte"), "h3"))
            self.add(label(_("Bare du ser dette."), "muted"))
        for gap in gaps:
            self.add(self._told(gap.statement.text.plain, *words.gap_words(gap)))

    def _told(self, statement: str, icon: str, token: str, said: str) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(self.ground.theme, icon, token), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(statement, "strong"), 0, 1)
        grid.addWidget(label(said), 1, 1)
        return holder

    @Slot()
    def _on_row(self) -> None:
        self.step_wanted.emit(int(self.sender().property("index")))
