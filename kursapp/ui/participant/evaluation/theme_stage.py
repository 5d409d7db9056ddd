"""One theme of a form: its items, and the way on and back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer, Written
from kursapp.services.evaluate import EvaluationState
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.budget import Budget
from kursapp.ui.participant.evaluation.item_view import ItemView
from kursapp.ui.participant.evaluation.items import item_view
from kursapp.ui.participant.evaluation.words import count_of
from kursapp.ui.participant.leading import leading_blocks
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.participant.step_bar import Step, StepBar
from kursapp.ui.regions import first_stop
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label


class ThemeStage(Stage):
    """The items of one theme in one column. ``answered`` carries what is to be saved."""

    answered = Signal(str, object)
    step_wanted = Signal(int)

    def __init__(
        self, ground: PageGround, state: PageState, form: EvaluationState, index: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self._form = form
        self._index = index
        self._title = form.themes[index].title
        self.views: dict[str, ItemView] = {}
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self._on_quiet)
        self._budget = _budget(state, form)
        self.items = PageItems(ground, state, self)
        self.items.link_activated.connect(self.link_activated)
        self.items.media_wanted.connect(self.media_wanted)
        self.add(self._header(state))
        self.column = BlockColumn(
            self._blocks(), self._make, ground.theme, ground.pictures, for_instructor=ground.for_author
        )
        self.column.link_activated.connect(self.link_activated)
        self.column.link_hovered.connect(self.link_hovered)
        self.column.build_all()
        self.add(self.column)
        is_last = index + 1 == len(form.themes)
        self.next_button = button(_("Se over svarene") if is_last else _("Neste"), "primary", main=True)
        self.next_button.clicked.connect(self._on_next)
        self.previous_button = button(_("Forrige"), "secondary", main=True)
        self.previous_button.clicked.connect(self._on_previous)
        self.add(ButtonRow(self.next_button, self.previous_button))

    def first_focus(self) -> QWidget | None:
        """Return the first control of the first item."""
        return first_stop(self.column) or self.next_button

    def spoken(self) -> str:
        """Say which theme it is."""
        return f"{self._where()}. {self._title}" if self._title else self._where()

    @Slot()
    def flush(self) -> None:
        """Save what is typed and still waiting for its quiet second."""
        self._autosave.flush()
        self.items.flush()

    def _where(self) -> str:
        return _("Del {number} av {count}").format(number=self._index + 1, count=len(self._form.themes))

    def _header(self, state: PageState) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if len(self._form.themes) > 1:
            column.addWidget(label(self._where(), "meta"))
            counts = [count_of(theme, self._form, state) for theme in self._form.themes]
            column.addWidget(StepBar([Step(given == total) for given, total in counts], self._index, self.ground.theme))
            column.addSpacing(8)
        if self._title:
            column.addWidget(label(self._title, "h2"))
        return holder

    def _blocks(self) -> tuple[Block, ...]:
        """Return the theme's blocks without the introduction, which stands on the first page of the form."""
        blocks = self._form.themes[self._index].blocks
        return blocks[len(leading_blocks(self.ground.page)) :] if self._index == 0 else blocks

    def _make(self, block: Block) -> QWidget:
        if not isinstance(block, EvaluationItem):
            return self.items.make(block)
        view = item_view(block, self.ground.theme, self.ground.pictures)
        view.show_answers(self._form.answers)
        view.answered.connect(self.answered)
        view.typed.connect(self._autosave.touch)
        if self._budget is not None:
            view.answered.connect(self._on_room)
            view.typed.connect(self._on_typed)
        view.left.connect(self._autosave.flush)
        view.link_activated.connect(self.link_activated)
        self.views[block.id] = view
        return view

    @Slot(str, str)
    def _on_quiet(self, answer_id: str, text: str) -> None:
        answer: EvaluationAnswer = Written(text)
        self.answered.emit(answer_id, answer)

    @Slot(str, str)
    def _on_typed(self, answer_id: str, text: str) -> None:
        self._on_room(answer_id, Written(text))

    @Slot(str, object)
    def _on_room(self, answer_id: str, answer: EvaluationAnswer | None) -> None:
        """Tell every field how much room is left: they share it."""
        if self._budget is not None:
            left = self._budget.put(answer_id, answer)
            for view in self.views.values():
                view.show_room(left)

    @Slot()
    def _on_next(self) -> None:
        self.step_wanted.emit(self._index + 1)

    @Slot()
    def _on_previous(self) -> None:
        self.step_wanted.emit(self._index - 1)


def _budget(state: PageState, form: EvaluationState) -> Budget | None:
    """Return the room of the answer file; None where the form is not handed in."""
    if state.hand_in is None or state.hand_in.obstacle is not None or state.hand_in.form is None:
        return None
    return Budget(state.hand_in.form, form.answers)
