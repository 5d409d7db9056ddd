"""One question on the screen: its words, the field one answers in, and what it says afterwards."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.question import Question
from kursapp.domain.response import Certainty, Response
from kursapp.domain.scoring import Score
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.answer_field import AnswerField
from kursapp.ui.widgets.answer_fields import answer_field
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.certainty_row import CertaintyRow
from kursapp.ui.widgets.draft_text import draft_of, response_of
from kursapp.ui.widgets.item_card import ItemCard, Reach
from kursapp.ui.widgets.note_box import EXPLANATION, HINT, NoteBox, NoteLook
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.question_words import Outcome, kicker, outcome
from kursapp.ui.widgets.text import label, set_role


class Mode(enum.Enum):
    """How a question is put.

    PRACTICE answers at once with its feedback; ONCE does too, and the answer stands. GRADED says nothing and tells of
    every change. REVIEW can only be read.
    """

    PRACTICE = "practice"
    ONCE = "once"
    GRADED = "graded"
    REVIEW = "review"

    @property
    def answers_here(self) -> bool:
        """Say whether the question itself has the button one answers with."""
        return self in (Mode.PRACTICE, Mode.ONCE)


class QuestionView(ItemCard):
    """A question of any kind.

    ``order`` are the ids of its options, items or right cells in the order to show. In practice an answer goes out
    with ``answered`` and comes back with ``show_score``; what has been begun goes out with ``drafted``. In a graded
    quiz every change goes out with ``answered`` (a response of None: the answer was taken back).
    """

    answered = Signal(str, object, object)
    drafted = Signal(str, str)
    retried = Signal(str)
    submitted = Signal(str)

    def __init__(
        self,
        question: Question,
        theme: Theme,
        pictures: Pictures,
        *,
        mode: Mode = Mode.PRACTICE,
        order: Sequence[str] = (),
        number: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, pictures, parent)
        self.question = question
        self._mode = mode
        self._scored = self._covered = False
        self._given = True
        self._right: bool | None = None
        self._tries_left = question.settings.tries
        self.add_head(kicker(question, number), question.heading or Rich(plain=question.title), question.stem)
        self.field: AnswerField = answer_field(question, theme, pictures, order=order)
        self.field.changed.connect(self._on_changed)
        self.field.link_activated.connect(self.link_activated)
        self.add(self.field, Reach.BOX)
        self.certainty_row = self._make_certainty()
        self._error: QLabel | None = None
        self._hint: NoteBox | None = None
        self._results: list[NoteBox] = []
        self._spoken = ""
        self._buttons = QWidget()
        self.main_button = button(_("Svar"), "primary")
        self.hint_button = button(_("Vis hint"), "tertiary")
        self._add_buttons()
        self.set_mode(mode)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.field.set_narrow(narrow)
        if self.certainty_row is not None:
            self.certainty_row.set_narrow(narrow)

    # What others do with it

    def set_mode(self, mode: Mode) -> None:
        """Put the question for practice, for a graded quiz, or to be read only."""
        self._mode = mode
        self._show_state()

    def response(self) -> Response | None:
        """Return what stands in the field now, None while nothing has been answered."""
        return self.field.response()

    def certainty(self) -> Certainty | None:
        """Return how certain the person says she is, None where it is not asked or not said."""
        return None if self.certainty_row is None else self.certainty_row.value()

    def cover(self, covered: bool) -> None:
        """Hold back everything but what is asked, or show it: the room is to think first."""
        self._covered = covered
        self._show_state()

    @property
    def is_scored(self) -> bool:
        """Say whether its answer has been given and told how it went."""
        return self._scored

    @property
    def is_covered(self) -> bool:
        """Say whether everything but what is asked is held back."""
        return self._covered

    def set_response(self, response: Response | None, certainty: Certainty | None = None) -> None:
        """Show an answer that was given before, without a verdict."""
        self._given = response is not None
        self.field.show_response(response)
        if self.certainty_row is not None:
            self.certainty_row.set_value(certainty)

    def set_draft(self, draft: str) -> None:
        """Show an answer that was begun before; a text that is no draft of this question shows nothing."""
        response = response_of(draft)
        if response is not None:
            self.field.show_response(response)

    def show_score(self, score: Score, feedback: Sequence[Rich], tries_left: int | None = None) -> None:
        """Lock the answer and say how it went. ``feedback``: what ``domain.scoring.feedback_for`` returned."""
        had_focus = self._has_focus()
        self._scored = True
        self._right = score.right
        self._tries_left = tries_left
        self._say_missing("")
        reveal = score.right is not False or tries_left == 0 or self._mode is not Mode.PRACTICE
        self.field.mark(score, reveal=reveal)
        practice = self._mode is Mode.PRACTICE
        told = outcome(self.question, score, tries_left if practice else None, reveal=reveal, answered=self._given)
        self._spoken = " ".join([told.spoken, *(text.plain for text in feedback)])
        self._tell_result(told, self._rest(feedback))
        self._show_state()
        if had_focus:
            self._keep_focus()

    def spoken(self) -> str:
        """Return how it went, in the words the screen reader gets; empty before it has been scored."""
        return self._spoken if self._scored else ""

    def say_result(self) -> None:
        """Let the screen reader say how it went."""
        announce(self, self.spoken())

    def clear(self) -> None:
        """Empty the answer and open it again; the verdict goes."""
        self._scored = False
        self.set_response(None)
        self.field.mark(None, reveal=False)
        self._take_result_away()
        self._show_state()

    def set_error(self, text: str) -> None:
        """Say what is wrong at the question itself; an empty text takes it away."""
        self._say_missing(text)

    def pick(self, number: int) -> bool:
        """Do what the key ``number`` (1–9) does; say whether it did anything."""
        return self._is_open() and self.field.pick(number)

    def focus_first(self) -> None:
        """Put the keyboard focus where answering begins, or on what can be done next."""
        if self._is_open():
            self.field.focus_first()
        else:
            self._keep_focus()

    @Slot()
    def answer(self) -> None:
        """Do what the button and Enter do: answer, or say what is missing."""
        self._given = True
        missing = self.field.missing() or self._missing_certainty()
        self._say_missing(missing)
        if missing:
            announce(self, missing)
        else:
            self.answered.emit(self.question.id, self.field.response(), self.certainty())

    @Slot()
    def retry(self) -> None:
        """Open the question for another try."""
        self.clear()
        self.field.focus_first()
        self.retried.emit(self.question.id)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= 9 and self.pick(number):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._enter()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        elif self._mode is Mode.GRADED:
            self.submitted.emit(self.question.id)
        elif self._mode.answers_here and not self._scored:
            self.answer()

    # Inside

    def _is_open(self) -> bool:
        return not self._scored and self._mode is not Mode.REVIEW

    def _make_certainty(self) -> CertaintyRow | None:
        if not self.question.settings.certainty:
            return None
        row = CertaintyRow()
        row.changed.connect(self._on_changed)
        self.add(row, Reach.BOX)
        return row

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.main_button)
        row.addWidget(self.hint_button)
        row.addStretch(1)
        self.main_button.clicked.connect(self._on_main)
        self.hint_button.clicked.connect(self._show_hint)
        self.add(self._buttons, Reach.WORDS)

    def _show_state(self) -> None:
        """Let buttons and locks follow the mode and whether the answer has been scored."""
        is_open = self._is_open()
        practice = self._mode.answers_here
        self.field.lock(not is_open)
        if self.certainty_row is not None:
            self.certainty_row.lock(not is_open)
        can_retry = self._scored and self._tries_left != 0 and self._mode is Mode.PRACTICE
        self.main_button.setVisible(practice and (is_open or can_retry))
        self.main_button.setText(self._main_words())
        set_role(self.main_button, "role", "secondary" if self._scored else "primary")
        self.hint_button.setVisible(practice and is_open and bool(self.question.feedback.hint) and self._hint is None)
        wanted = not self.main_button.isHidden() or not self.hint_button.isHidden()
        self._buttons.setVisible(wanted and not self._covered)
        self.field.setVisible(not self._covered)
        if self.certainty_row is not None:
            self.certainty_row.setVisible(not self._covered)

    def _main_words(self) -> str:
        if not self._scored:
            return _("Svar")
        return _("Prøv igjen") if self._right is False else _("Svar på nytt")

    def _missing_certainty(self) -> str:
        if self.certainty_row is None or self.certainty_row.value() is not None:
            return ""
        return _("Velg hvor sikker du er.")

    def _say_missing(self, text: str) -> None:
        if self._error is None and text:
            self._error = label("", "error")
            self._error.setObjectName("question-error")
            self.add(self._error, Reach.WORDS, before=self._buttons)
        if self._error is not None:
            self._error.setText(text)
            self._error.setVisible(bool(text))

    def _rest(self, feedback: Sequence[Rich]) -> list[Rich]:
        """Return the feedback that does not already stand under the options."""
        options = getattr(self.question, "options", ())
        under_options = {option.feedback for option in options}
        return [text for text in feedback if text not in under_options]

    def _tell_result(self, told: Outcome, texts: list[Rich]) -> None:
        """Put up how it went, with the words for right or wrong, and in a box below it what explains the answer."""
        self._take_result_away()
        own = self.question.feedback
        explained = [text for text in texts if text in (own.explanation, own.example)]
        words = [text for text in texts if text not in explained]
        if told.title:
            self._put_result(told.title, words, told.look)
            words = []
        if words or explained:
            self._put_result(_("Forklaring"), [*words, *explained], EXPLANATION)

    def _put_result(self, title: str, texts: list[Rich], look: NoteLook) -> None:
        box = NoteBox(title, texts, self.theme, self.pictures, look)
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.link_activated.connect(self.link_activated)
        self._results.append(box)
        self.add(box, Reach.BOX, before=self._buttons)

    def _take_result_away(self) -> None:
        for box in self._results:
            box.hide()
            box.deleteLater()
        self._results.clear()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _keep_focus(self) -> None:
        """Keep the keyboard inside the question when what had it is locked."""
        target = self.main_button if not self.main_button.isHidden() else next(iter(self._results), self)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_main(self) -> None:
        if self._scored:
            self.retry()
        else:
            self.answer()

    @Slot()
    def _on_changed(self) -> None:
        self._say_missing("")
        self._given = True
        response = self.field.response()
        if self._mode is Mode.GRADED:
            self.answered.emit(self.question.id, response, self.certainty())
        elif self._mode.answers_here:
            self.drafted.emit(self.question.id, draft_of(response))

    @Slot()
    def _show_hint(self) -> None:
        self._hint = NoteBox(_("Hint"), (self.question.feedback.hint,), self.theme, self.pictures, HINT)
        self._hint.link_activated.connect(self.link_activated)
        self.add(self._hint, Reach.BOX, before=self._buttons)
        self._show_state()
        announce(self, self._hint.accessibleName())
        if self.hint_button.isHidden() and self._is_open():
            self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
