"""One question of Øving: answered, told how it went, and then one word about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.question import Question
from kursapp.domain.response import Certainty, Response
from kursapp.domain.review import ReviewCard
from kursapp.services.review import Repeated
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.practice.words import comes_back
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.participant.step_bar import Step, StepBar
from kursapp.ui.widgets.autosave import Autosave
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.question_view import Mode, QuestionView
from kursapp.ui.widgets.text import label


class PracticeQuestion(Stage):
    """The question asked now.

    ``answered`` carries the response, ``judged`` whether she knew it; ``drafted`` what has been begun, by its key.
    """

    answered = Signal(object)
    drafted = Signal(str, str)
    judged = Signal(bool)
    next_wanted = Signal()
    stop_wanted = Signal()
    page_wanted = Signal()

    def __init__(
        self,
        ground: PageGround,
        card: ReviewCard,
        question: Question,
        order: tuple[str, ...],
        index: int,
        count: int,
        draft: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, parent)
        self._index, self._count = index, count
        self._is_right: bool | None = None
        self._autosave = Autosave(ground.tasks, self)
        self._autosave.due.connect(self.drafted)
        self.add(self._header(card))
        self.view = QuestionView(_put(question), ground.theme, ground.pictures, mode=Mode.ONCE, order=order)
        self.view.answered.connect(self._on_answered)
        self.view.drafted.connect(self._autosave.touch)
        self.view.link_activated.connect(self.link_activated)
        if draft:
            self.view.set_draft(draft)
        self.add(self.view)
        self._add_foot()

    # What others do with it

    def first_focus(self) -> QWidget | None:
        """Return where answering begins, or what comes after it."""
        if self._is_right is None:
            self.view.focus_first()
            return self.view.focusWidget()
        return self.knew_button if self._is_right else self.next_button

    def spoken(self) -> str:
        """Say which question it is."""
        return f"{self._where()}. {self.view.question.title}"

    @property
    def is_judging(self) -> bool:
        """Say whether the question waits for the one word."""
        return self._is_right is True

    def flush(self) -> None:
        """Send what is typed and not yet sent."""
        self._autosave.flush()

    def show_repeated(self, got: Repeated, today: date) -> None:
        """Show how it went; a right answer asks whether it was known."""
        self._is_right = bool(got.score.right)
        self.view.show_score(got.score, got.feedback, 0)
        self.view.say_result()
        self.judging.setVisible(self._is_right)
        self.knew_button.setVisible(self._is_right)
        self.guessed_button.setVisible(self._is_right)
        self.next_button.setVisible(not self._is_right)
        self.back_words.setText(comes_back(got.due, today))
        self.back_words.setVisible(not self._is_right)
        self.page_button.show()
        self.buttons.fit()
        (self.knew_button if self._is_right else self.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unanswered(self) -> None:
        """Let the question be answered once more: the answer could not be kept."""
        self.view.setEnabled(True)

    # Building

    def _where(self) -> str:
        return _("Spørsmål {number} av {count}").format(number=self._index + 1, count=self._count)

    def _header(self, card: ReviewCard) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(12)
        row.addWidget(label(self._where(), "strong", wrap=False))
        self.tag = label(_("Endret siden du svarte") if card.changed else _("Nytt i øvingen"), "tag", wrap=False)
        row.addWidget(self.tag)
        row.addStretch(1)
        steps = [Step(done=at < self._index) for at in range(self._count)]
        column.addWidget(StepBar(steps, self._index, self.ground.theme))
        column.addWidget(label(f"{self.ground.opened.course.title} · {self.ground.session.title}", "meta"))
        self.tag.setVisible(card.changed or card.is_new)
        return holder

    def _add_foot(self) -> None:
        last = self._index + 1 == self._count
        self.judging = label(_("Visste du det, eller gjettet du? Det du gjettet, kommer igjen før."))
        self.back_words = label("", "muted")
        self.knew_button = button(_("Visste"), "primary", main=True)
        self.guessed_button = button(_("Gjettet"), "secondary", main=True)
        self.next_button = button(_("Ferdig") if last else _("Neste spørsmål"), "primary", main=True)
        self.page_button = button(_("Les siden i kurset"), "tertiary", main=True)
        self.stop_button = button(_("Stopp her"), "tertiary", main=True)
        self.knew_button.setToolTip(_("Visste (1)"))
        self.guessed_button.setToolTip(_("Gjettet (2)"))
        self.add(self.judging)
        self.add(self.back_words)
        self.buttons = ButtonRow(
            self.knew_button, self.guessed_button, self.next_button, self.page_button, self.stop_button
        )
        self.add(self.buttons)
        for hidden in (
            self.judging,
            self.back_words,
            self.knew_button,
            self.guessed_button,
            self.next_button,
            self.page_button,
        ):
            hidden.hide()
        self.knew_button.clicked.connect(self._on_knew)
        self.guessed_button.clicked.connect(self._on_guessed)
        self.next_button.clicked.connect(self.next_wanted)
        self.page_button.clicked.connect(self.page_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)

    # What happens

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = {Qt.Key.Key_1: True, Qt.Key.Key_2: False}.get(Qt.Key(event.key()))
        if chosen is not None and self.is_judging and not event.isAutoRepeat():
            self._judge(chosen)
            return
        super().keyPressEvent(event)

    @Slot(str, object, object)
    def _on_answered(self, _question_id: str, response: Response | None, _certainty: Certainty | None) -> None:
        if response is not None and self._is_right is None:
            self._autosave.flush()
            self.answered.emit(response)

    @Slot()
    def _on_knew(self) -> None:
        self._judge(True)

    @Slot()
    def _on_guessed(self) -> None:
        self._judge(False)

    def _judge(self, knew: bool) -> None:
        self._is_right = None
        self.judged.emit(knew)


def _put(question: Question) -> Question:
    """Return a question as Øving puts it: any number of times, and how certain one is comes after the answer."""
    return replace(question, settings=replace(question.settings, certainty=False, tries=None))  # type: ignore[type-var]
