"""One theme of a form: its items, and the way on and back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.course import Block
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import EvaluationAnswer, Written
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.item_view import ItemView
from kursapp.ui.participant.evaluation.items import item_view
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.participant.stage import Stage, button_row
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.text import label


class ThemeStage(Stage):
    """The items of one theme in one column. ``answered`` carries what is to be saved."""

    answered = Signal(str, object)
    step_wanted = Signal(int)
    link_activated = Signal(str)

    def __init__(self, ground: PageGround, state: PageState, index: int, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        form = state.evaluation
        assert form is not None
        theme = form.themes[index]
        self._index = index
        self._answers = form.answers
        self.views: dict[str, ItemView] = {}
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self._on_quiet)
        self.items = PageItems(ground, state, self)
        self.items.link_activated.connect(self.link_activated)
        where = _("Del {number} av {count}").format(number=index + 1, count=len(form.themes))
        self.add(label(where, "meta"))
        if theme.title:
            self.add(label(theme.title, "h2"))
        self.column = BlockColumn(theme.blocks, self._make, ground.theme, ground.pictures)
        self.column.link_activated.connect(self.link_activated)
        self.column.build_all()
        self.add_wide(self.column)
        is_last = index + 1 == len(form.themes)
        self.next_button = button(_("Se over svarene") if is_last else _("Neste"), "primary", main=True)
        self.next_button.clicked.connect(self._on_next)
        self.previous_button = button(_("Forrige"), "secondary", main=True)
        self.previous_button.clicked.connect(self._on_previous)
        self.add(button_row(self.next_button, self.previous_button))

    def first_focus(self) -> QWidget | None:
        """Return the first control of the first item."""
        first = next(iter(self.views.values()), None)
        return first.nextInFocusChain() if first is not None else self.next_button

    def flush(self) -> None:
        """Save what is typed and still waiting for its quiet second."""
        self._autosave.flush()
        self.items.flush()

    def set_narrow(self, narrow: bool) -> None:
        """Pass on how much room there is."""
        super().set_narrow(narrow)
        self.column.set_narrow(narrow)

    def _make(self, block: Block) -> QWidget:
        if not isinstance(block, EvaluationItem):
            return self.items.make(block)
        view = item_view(block, self.ground.theme, self.ground.pictures)
        view.show_answers(self._answers)
        view.answered.connect(self._on_answered)
        view.typed.connect(self._autosave.touch)
        view.link_activated.connect(self.link_activated)
        self.views[block.id] = view
        return view

    @Slot(str, object)
    def _on_answered(self, answer_id: str, answer: EvaluationAnswer) -> None:
        self.answered.emit(answer_id, answer)

    @Slot(str, str)
    def _on_quiet(self, answer_id: str, text: str) -> None:
        self.answered.emit(answer_id, Written(text))

    @Slot()
    def _on_next(self) -> None:
        self.step_wanted.emit(self._index + 1)

    @Slot()
    def _on_previous(self) -> None:
        self.step_wanted.emit(self._index - 1)
