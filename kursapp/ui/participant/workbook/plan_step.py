"""One step of the plan: what, who, when, how it stands, and its place among the others."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kursapp.domain.plan import PlanStep, StepStatus
from kursapp.services.plan import LONGEST, LONGEST_OWNER
from kursapp.ui.i18n import _
from kursapp.ui.participant.workbook.date_entry import DateEntry
from kursapp.ui.participant.workbook.words import due_words, status_words
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import IconButton, icon_button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.text import label

STATUSES = (StepStatus.UNDER_WAY, StepStatus.DONE, StepStatus.PUT_ASIDE)
WIDE = 560
"""Room at 100 % from which who, when and status stand side by side."""


class StepCard(Card):
    """``part``, ``value`` of ``edited`` are what is typed: ``text`` or ``owner``. The rest tells at once."""

    edited = Signal(str, str, str)
    settled = Signal()
    due_picked = Signal(str, object)
    status_picked = Signal(str, str)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, step: PlanStep, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=scale.S16)
        self._theme = theme
        self.step_id = step.id
        self._showing = False
        self.number = label("", "strong", wrap=False)
        self.text = SavedText(theme, name="", lines=2, placeholder=_("Hva skal gjøres?"))
        self.owner = QLineEdit()
        self.owner.setMaxLength(LONGEST_OWNER)
        self.owner.setPlaceholderText(_("Rolle, ikke navn"))
        self.due = DateEntry(theme, "")
        self.status = MenuBox(
            [(each.value, status_words(each)) for each in STATUSES], "", status_words(StepStatus.NOT_BEGUN)
        )
        self.told = label("", "muted")
        self.up = self._tool("arrow-up")
        self.down = self._tool("arrow-down")
        self.remove = self._tool("trash")
        self._lay_out()
        self.show_step(step)
        self._connect()

    def _tool(self, icon: str) -> IconButton:
        return icon_button(self._theme, icon, "", self)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        self.body.addLayout(first)
        first.setSpacing(scale.S8)
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(self.number, 0, top)
        first.addWidget(self.text, 1, top)
        for tool in (self.up, self.down, self.remove):
            keeps = tool.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            tool.setSizePolicy(keeps)
            first.addWidget(tool, 0, top)
        self._fields = QHBoxLayout()
        self.body.addLayout(self._fields)
        self._fields.setSpacing(scale.S12)
        for caption, field, stretch in (
            (_("Hvem"), self.owner, 5),
            (_("Når"), self.due, 5),
            (_("Status"), self.status, 4),
        ):
            column = QVBoxLayout()
            self._fields.addLayout(column, stretch)
            column.setSpacing(scale.S4)
            column.addWidget(label(caption, "meta"))
            column.addWidget(field)
            column.addStretch(1)
        self.body.addWidget(self.told)
        self._lead_keyboard()

    def _lead_keyboard(self) -> None:
        """Let Tab go through what is filled in before the tools."""
        stops = (self.text, self.owner, self.due.field, self.due.open, self.up, self.down, self.remove)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        # Qt puts nothing after a combo box: its list is in a window of its own. So the box itself is moved, last.
        QWidget.setTabOrder(self.due.open, self.status)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= self._theme.px(WIDE)
        self._fields.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _connect(self) -> None:
        self.text.edited.connect(self._on_text)
        self.text.left.connect(self.settled)
        self.owner.textEdited.connect(self._on_owner)
        self.owner.editingFinished.connect(self.settled)
        self.due.picked.connect(self._on_due)
        self.status.currentIndexChanged.connect(self._on_status)
        self.up.clicked.connect(self.go_up)
        self.down.clicked.connect(self.go_down)
        self.remove.clicked.connect(self._on_remove)

    def show_step(self, step: PlanStep) -> None:
        """Show a step as it was kept; what has the keyboard stands as it is typed."""
        self._showing = True
        if not self.text.hasFocus():
            self.text.set_text(step.text)
        if not self.owner.hasFocus():
            self.owner.setText(step.owner)
        if not self.due.field.hasFocus():
            self.due.set_day(step.due)
        self.status.set_value("" if step.status is StepStatus.NOT_BEGUN else step.status.value)
        self._showing = False

    def show_place(self, place: int, count: int) -> None:
        """Say where the step stands: ``place`` from 1."""
        self.number.setText(f"{place}.")
        name = _("Steg {n}").format(n=place)
        self.setAccessibleName(name)
        self.text.setAccessibleName(name)
        self.owner.setAccessibleName(_("{step}: hvem").format(step=name))
        self.due.rename(_("{step}: når").format(step=name))
        self.status.setAccessibleName(_("{step}: status").format(step=name))
        self.up.rename(_("Flytt {step} opp").format(step=name.lower()))
        self.down.rename(_("Flytt {step} ned").format(step=name.lower()))
        self.remove.rename(_("Fjern {step}").format(step=name.lower()))
        self.up.setVisible(place > 1)
        self.down.setVisible(place < count)

    def show_day(self, step: PlanStep, now: datetime) -> None:
        """Say what there is to say of the day."""
        words = due_words(step, now)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def holds_keyboard(self) -> bool:
        """Say whether the keyboard is in the step."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # What a person does

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.edited.emit(self.step_id, "text", text[:LONGEST])

    @Slot(str)
    def _on_owner(self, text: str) -> None:
        self.edited.emit(self.step_id, "owner", text)

    @Slot(object)
    def _on_due(self, value: object) -> None:
        self.due_picked.emit(self.step_id, value)

    @Slot()
    def _on_status(self) -> None:
        if not self._showing:
            self.status_picked.emit(self.step_id, self.status.value() or StepStatus.NOT_BEGUN.value)

    @Slot()
    def go_up(self) -> None:
        """Ask for the place above."""
        self.move_wanted.emit(self.step_id, -1)

    @Slot()
    def go_down(self) -> None:
        """Ask for the place below."""
        self.move_wanted.emit(self.step_id, 1)

    @Slot()
    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.step_id)
