"""Free words, with a reminder above them of what not to write."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import Written
from kursapp.ui.i18n import _
from kursapp.ui.participant.evaluation.budget import room_words
from kursapp.ui.participant.evaluation.item_view import Answers, ItemView
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.widgets.text import label, set_role


class TextItem(ItemView):
    """A field that grows with its words."""

    def __init__(self, item: EvaluationItem, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(item, theme, pictures, parent)
        reminder = _("Ikke skriv noe som barn, familier, kolleger eller kommunen kan kjennes igjen på.")
        self.add_words(label(reminder, "meta"))
        self.field = SavedText(theme, name=item.title, lines=1 if item.short else 4)
        self.field.setAccessibleDescription(reminder)
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self.left)
        self.add(self.field)
        self.room = label("", "meta")
        self.room.hide()
        self.add_words(self.room)
        self._has_typed = False

    def show_answers(self, answers: Answers) -> None:
        answer = answers.get(self.item.id)
        self.field.set_text(answer.text if isinstance(answer, Written) else "")

    def show_room(self, left: int) -> None:
        if left < 0 or self._has_typed:
            self.room.setText(room_words(left))
            set_role(self.room, "role", "error" if left < 0 else "meta")
        self.room.setVisible(left < 0 or self._has_typed)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._has_typed = True
        self.typed.emit(self.item.id, text)
