"""A case played scene by scene: what happens, what one can do, what it led to and why."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from kursapp.domain.case import Case, Choice, Effect, Ending
from kursapp.domain.course import Block, Rich
from kursapp.domain.path import Path, Taken
from kursapp.domain.problem import Problem
from kursapp.services.play_case import CaseState
from kursapp.ui.i18n import _
from kursapp.ui.participant.case_axes import AxisStrip
from kursapp.ui.participant.case_choice import ChoiceButton
from kursapp.ui.participant.case_summary import CaseSummary
from kursapp.ui.participant.case_words import axis_title, ending_title, signed
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.note_box import EXPLANATION, PARTLY, RIGHT, WRONG, NoteBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label, set_role

MakeBlocks = Callable[[tuple[Block, ...]], BlockColumn]
ENDING_LOOKS = {Ending.GOOD: RIGHT, Ending.WEAK: PARTLY, Ending.SERIOUS: WRONG, Ending.OPEN: EXPLANATION}


class CaseView(ItemCard):
    """The case as a card: axes, what the last choice led to, the scene, its choices.

    ``make_blocks`` builds a scene's blocks (the page knows how). The view asks with its signals and is told the new
    state by ``show_state``; it never keeps one of its own, and asks for one thing at a time. ``moved`` carries what is
    to be brought into view.
    """

    chosen = Signal(str, str)
    undo_wanted = Signal(str)
    restart_wanted = Signal(str)
    moved = Signal(object)
    refused = Signal(object)

    def __init__(
        self, case: Case, theme: Theme, pictures: Pictures, make_blocks: MakeBlocks, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, pictures, parent)
        self.case = case
        self._make_blocks = make_blocks
        self._state: CaseState | None = None
        self._asked = False
        self._scene: list[QWidget] = []
        self._blocks: BlockColumn | None = None
        self.choices: list[ChoiceButton] = []
        self.add_head(_("Case"), case.heading or Rich(plain=case.title), Rich())
        self.axes = AxisStrip(theme)
        self.add(self.axes, Reach.WORDS)
        self._buttons = QWidget()
        self.undo_button = button(_("Angre siste valg"), "tertiary")
        self.restart_button = button(_("Start på nytt"), "tertiary")
        self._add_buttons()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if self._blocks is not None:
            self._blocks.set_narrow(narrow)

    def show_state(self, state: CaseState) -> None:
        """Show where in the case one stands. Only another scene or step builds anything anew."""
        self._asked = False
        if self._state is not None and self._state == state:
            return
        moved = self._state is not None
        had_focus = self._has_focus()
        self._state = state
        self.axes.show_axes(state.path.axes)
        self._show_scene(state)
        self.undo_button.setVisible(bool(state.path.taken))
        self.restart_button.setVisible(bool(state.path.taken))
        set_role(self.restart_button, "role", "tertiary" if state.path.ending is None else "secondary")
        if moved:
            announce(self, self._told(state.path))
            self.moved.emit(self.axes if state.path.axes else self)
            if had_focus:
                self.focus_first()

    @Slot(object)
    def refuse(self, found: Problem) -> None:
        """Let something else be asked for: what was asked could not be done."""
        self._asked = False
        self.refused.emit(found)

    def focus_first(self) -> None:
        """Put the keyboard where one goes on: the first choice, or starting over."""
        target = self.choices[0] if self.choices else self.restart_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick(self, number: int) -> bool:
        """Take choice ``number``, from 1, as its key does; say whether there was one."""
        if not 1 <= number <= len(self.choices):
            return False
        self.choices[number - 1].click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        focused = QApplication.focusWidget()
        if plain and isinstance(focused, QPushButton) and self.pick(number):
            return
        super().keyPressEvent(event)

    # Building

    def _show_scene(self, state: CaseState) -> None:
        for widget in self._scene:
            widget.hide()
            widget.deleteLater()
        self._scene = []
        path = state.path
        if path.lost:
            lost = _("Caset er endret siden sist. Du fortsetter fra siste valg som fortsatt finnes.")
            self._put(label(lost), Reach.WORDS)
        if path.last is not None:
            self._put(self._consequence(path.last), Reach.BOX)
        if path.scene.id != self.case.id:
            self._put(label(path.scene.title, "h3"), Reach.WORDS)
        self._add_blocks(path.scene.blocks)
        self._add_choices(path.choices)
        if path.is_stuck:
            stuck = _("Ingen valg er åpne herfra. Angre siste valg, eller start på nytt.")
            self._put(label(stuck), Reach.WORDS)
        if path.ending is not None:
            self._add_ending(state, path.ending)

    def _put(self, widget: QWidget, reach: Reach) -> None:
        """Add a part of the scene above the buttons."""
        self._scene.append(widget)
        self.add(widget, reach, before=self._buttons)

    def _add_blocks(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = None
        if blocks:
            self._blocks = self._make_blocks(blocks)
            self._blocks.set_narrow(self._narrow)
            self._put(self._blocks, Reach.EDGE)

    def _add_choices(self, choices: Sequence[Choice]) -> None:
        self.choices = []
        if choices:
            self._put(label(_("Hva gjør du?"), "strong"), Reach.WORDS)
        for number, choice in enumerate(choices, start=1):
            made = ChoiceButton(number, choice, self.theme, self.pictures)
            made.taken.connect(self._on_taken)
            self.choices.append(made)
            self._put(made, Reach.BOX)

    def _consequence(self, step: Taken) -> NoteBox:
        """Tell what the last choice led to: its words, then each axis it moved and why."""
        texts = [step.choice.feedback] if step.choice.feedback else []
        texts += [self._effect_text(effect) for effect in step.effects]
        if step.again:
            texts.append(Rich(plain=_("Du har valgt dette før, så det teller bare én gang.")))
        return NoteBox(
            _("Du valgte: {choice}").format(choice=step.choice.text.plain),
            texts,
            self.theme,
            self.pictures,
            EXPLANATION,
        )

    def _effect_text(self, effect: Effect) -> Rich:
        moved = f"{axis_title(self.case.axes, effect.axis)} {signed(effect.change)}"
        if not effect.reason:
            return Rich(f"<strong>{html.escape(moved)}</strong>", moved)
        reason = effect.reason.html or html.escape(effect.reason.plain)
        told = reason.strip().removeprefix("<p>").removesuffix("</p>")
        return Rich(f"<p><strong>{html.escape(moved)}:</strong> {told}</p>", f"{moved}: {effect.reason.plain}")

    def _add_ending(self, state: CaseState, ending: Ending) -> None:
        box = NoteBox(ending_title(ending), (), self.theme, self.pictures, ENDING_LOOKS[ending])
        self._put(box, Reach.BOX)
        self._put(CaseSummary(self.case, state.path, state.not_taken, state.runs), Reach.WORDS)

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.undo_button)
        row.addWidget(self.restart_button)
        row.addStretch(1)
        self.undo_button.clicked.connect(self._on_undo)
        self.restart_button.clicked.connect(self._on_restart)
        self.add(self._buttons, Reach.WORDS)

    # What is said and asked

    def _told(self, path: Path) -> str:
        ending = f" {ending_title(path.ending)}." if path.ending is not None else ""
        told = path.last.choice.feedback.plain if path.last is not None else ""
        return f"{told} {path.scene.title}.{ending}".strip()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _may_ask(self) -> bool:
        """Say whether nothing is under way: of two quick clicks on a choice the second is meant for the first scene."""
        if self._asked:
            return False
        self._asked = True
        return True

    @Slot(str)
    def _on_taken(self, choice_id: str) -> None:
        if self._may_ask():
            self.chosen.emit(self.case.id, choice_id)

    @Slot()
    def _on_undo(self) -> None:
        if self._may_ask():
            self.undo_wanted.emit(self.case.id)

    @Slot()
    def _on_restart(self) -> None:
        if self._may_ask():
            self.restart_wanted.emit(self.case.id)
