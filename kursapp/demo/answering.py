"""Answering a question of any kind by mouse and keyboard, rightly or wrongly."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from kursapp.demo import eyes, hands
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.plan import kind_of
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Gap,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Option,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)
from kursapp.ui.i18n import _
from kursapp.ui.widgets.note_box import NoteBox
from kursapp.ui.widgets.question_view import QuestionView

WRONG_WORD = "vet ikke"
WRONG_NUMBER = "999"
WRONG_DATE = "01.01.2020"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was put in a question's field, and what the window said about it."""

    question: str
    kind: str
    title: str
    given: str
    said: str = ""


class Answering:
    """Fills in questions; ``put`` leaves the answer in the field, ``answer`` also sends it and reads the verdict."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def answer(self, view: QuestionView, *, rightly: bool = True) -> Answer:
        """Answer a practice question by its button, and read what the window says."""
        put = self.put(view, rightly=rightly)
        self._driver.push(_("Svar"), view)
        return Answer(put.question, put.kind, put.title, put.given, self.said(view))

    def put(self, view: QuestionView, *, rightly: bool = True) -> Answer:
        """Put an answer in the field of a question, and how certain one is where that is asked."""
        question = view.question
        given = self._fill(view, question, rightly=rightly)
        if question.settings.certainty:
            name = _("Hvor sikker er du på svaret?")
            step = _("Sikker") if rightly else _("Litt usikker")
            self._driver.choose(_("{question}: {step}").format(question=name, step=step), view)
        return Answer(question.id, kind_of(question), question.title, given)

    def said(self, view: QuestionView) -> str:
        """Return what stands in the boxes under an answer, or at the option chosen."""
        boxes = [eyes.name_of(box) for box in self._driver.all(NoteBox, view)]
        told = [
            eyes.name_of(each).removeprefix(option.text.plain).lstrip(". ")
            for option in getattr(view.question, "options", ())
            for role in (Role.RadioButton, Role.CheckBox)
            for each in eyes.all_with(view, role, option.text.plain)
        ]
        return " ".join(line for line in [*told, *boxes] if line)

    def _fill(self, view: QuestionView, question: Question, *, rightly: bool) -> str:
        match question:
            case ChoiceQuestion():
                return self._choose(view, question, rightly=rightly)
            case OrderQuestion():
                return self._order(view, question, rightly=rightly)
            case MatchQuestion():
                return self._match(view, question, rightly=rightly)
            case GapQuestion():
                return self._fill_gaps(view, question, rightly=rightly)
            case NumberQuestion():
                return self._type(view, [question.low if rightly else WRONG_NUMBER])
            case DateQuestion():
                return self._type(view, [f"{question.answer:%d.%m.%Y}" if rightly else WRONG_DATE])
            case ShortAnswerQuestion():
                return self._type(view, [some[0] if rightly else WRONG_WORD for some in question.answers])
        raise StuckError(f"nobody knows how to answer {question.id}")

    # Choosing

    def _choose(self, view: QuestionView, question: ChoiceQuestion, *, rightly: bool) -> str:
        several = question.choice is ChoiceKind.MULTIPLE
        wanted = _wanted(question, rightly=rightly)
        for option in wanted:
            role = Role.CheckBox if several else Role.RadioButton
            self._driver.click(eyes.find(view, role, option.text.plain))
        return "; ".join(option.text.plain for option in wanted)

    # Ordering

    def _order(self, view: QuestionView, question: OrderQuestion, *, rightly: bool) -> str:
        wanted = sorted(question.items, key=lambda item: item.rank)
        if not rightly:
            wanted.reverse()
        for place, item in enumerate(wanted):
            up = _("Flytt opp: {text}").format(text=item.text.plain)
            while self._places(view).index(up) > place:
                self._driver.push(up, view)
        return "; ".join(item.text.plain for item in wanted)

    def _places(self, view: QuestionView) -> list[str]:
        start = _("Flytt opp: {text}").format(text="")
        movers = sorted(eyes.all_with(view, Role.Button, start), key=lambda up: up.mapTo(view, up.rect().center()).y())
        return [eyes.name_of(up) for up in movers]

    # Menus

    def _match(self, view: QuestionView, question: MatchQuestion, *, rightly: bool) -> str:
        rights = {right.id: right.text.plain for right in question.rights}
        given = []
        for left in question.lefts:
            wrong = next(right_id for right_id in rights if right_id != left.right_id)
            wanted = rights[left.right_id if rightly else wrong]
            self.pick(eyes.find(view, Role.ComboBox, _("Svar til: {text}").format(text=left.text.plain)), wanted)
            given.append(f"{left.text.plain} → {wanted}")
        return "; ".join(given)

    def pick(self, menu: QWidget, wanted: str) -> None:
        """Open a menu with a click, walk to an entry with the arrows, and take it with Enter."""
        if not isinstance(menu, QComboBox):
            raise StuckError(f"«{eyes.name_of(menu)}» is no menu")
        hands.click(menu)
        wait_until(menu.view().isVisible, "the open menu")
        steps = menu.findText(wanted) - menu.currentIndex()
        for _step in range(abs(steps)):
            hands.press(hands.Key.Key_Down if steps > 0 else hands.Key.Key_Up)
        hands.press(hands.Key.Key_Return)
        self._driver.settle()
        if menu.currentText() != wanted:
            raise StuckError(f"the menu says «{menu.currentText()}», not «{wanted}»")

    # Typing

    def _fill_gaps(self, view: QuestionView, question: GapQuestion, *, rightly: bool) -> str:
        given = []
        for number, gap in enumerate(question.gaps, start=1):
            name = _("Hull {number} av {count}").format(number=number, count=len(question.gaps))
            wanted = _gap_words(gap, rightly=rightly)
            if gap.menu:
                self.pick(eyes.find(view, Role.ComboBox, name), wanted)
            else:
                self._overwrite(eyes.find(view, Role.EditableText, name), wanted)
            given.append(wanted)
        return "; ".join(given)

    def _type(self, view: QuestionView, texts: list[str]) -> str:
        lines = eyes.all_with(view, Role.EditableText)
        for line, text in zip(lines, texts, strict=True):
            self._overwrite(line, text)
        return "; ".join(texts)

    def _overwrite(self, line: QWidget, text: str) -> None:
        self._driver.click(line)
        hands.press(hands.Key.Key_A, hands.Modifier.ControlModifier)
        hands.type_text(text)


def _wanted(question: ChoiceQuestion, *, rightly: bool) -> list[Option]:
    if question.choice is ChoiceKind.DILEMMA:
        return [question.options[0]]
    fitting = [option for option in question.options if option.right is rightly]
    return fitting if question.choice is ChoiceKind.MULTIPLE else fitting[:1]


def _gap_words(gap: Gap, *, rightly: bool) -> str:
    if rightly:
        return gap.answers[0]
    return next((part for part in gap.menu if part not in gap.answers), WRONG_WORD)
