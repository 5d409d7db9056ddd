"""What a question says about itself: what to do, and how it went."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortAnswerQuestion,
)
from kursapp.domain.scoring import Score
from kursapp.ui import i18n
from kursapp.ui.i18n import _, n_
from kursapp.ui.widgets.note_box import EXPLANATION, PARTLY, RIGHT, WRONG, NoteLook


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went: ``spoken`` for the ear, ``title`` and ``look`` of the box; no title where the options say it all."""

    spoken: str
    title: str
    look: NoteLook


def kicker(question: Question, number: int | None) -> str:
    """Return the line above a question's heading: its number, if it has one, and what to do."""
    task = _task(question)
    if number is None:
        return task
    return _("Spørsmål {number}. {task}").format(number=number, task=task)


def outcome(
    question: Question, score: Score, tries_left: int | None, *, reveal: bool, answered: bool = True
) -> Outcome:
    """Say how it went. ``tries_left`` None means any number; ``reveal``: the key may be told."""
    words, look = _verdict(question, score) if answered else (_("Ikke besvart."), EXPLANATION)
    tries = _tries(tries_left) if score.right is False and tries_left is not None else ""
    key = _key(question) if reveal and score.right is False else ""
    if isinstance(question, ChoiceQuestion) and question.choice is not ChoiceKind.MULTIPLE:
        # The verdict stands under the option that was chosen; a box of the same words would say it twice.
        return Outcome(_joined(words, tries), tries, EXPLANATION)
    return Outcome(_joined(words, key, tries), _joined(words, key, tries), look)


def key_words(answer: str) -> str:
    """Return the words that tell a key."""
    return _("Riktig svar er {answer}.").format(answer=answer)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _verdict(question: Question, score: Score) -> tuple[str, NoteLook]:
    if score.right is None:
        return _("Her finnes det ikke ett riktig svar."), EXPLANATION
    if score.right:
        return _("Riktig."), RIGHT
    if score.points <= 0:
        return _("Ikke riktig."), WRONG
    if isinstance(question, ChoiceQuestion):
        return _("Delvis riktig."), PARTLY
    rights = sum(right for _part, right in score.parts)
    return _("Delvis riktig: {right} av {count}.").format(right=rights, count=len(score.parts)), PARTLY


def _key(question: Question) -> str:
    """Return the key of a question that is answered on one line; the others show theirs part by part."""
    match question:
        case NumberQuestion():
            return key_words(question.shown)
        case DateQuestion():
            return key_words(i18n.day(question.answer))
        case ShortAnswerQuestion(answers=(spellings,)):
            return key_words(i18n.quoted(spellings[0]))
    return ""


def _tries(left: int) -> str:
    if left == 0:
        return _("Du har ingen forsøk igjen.")
    return n_("Du har {n} forsøk igjen.", "Du har {n} forsøk igjen.", left).format(n=left)


def _task(question: Question) -> str:
    if isinstance(question, ChoiceQuestion):
        return _choice_task(question.choice)
    tasks: dict[type[Question], str] = {
        OrderQuestion: _("Sett i riktig rekkefølge"),
        MatchQuestion: _("Velg det som hører sammen"),
        NumberQuestion: _("Skriv et tall"),
        DateQuestion: _("Skriv en dato"),
        GapQuestion: _("Fyll ut"),
    }
    return tasks.get(type(question), _("Skriv et kort svar"))


def _choice_task(choice: ChoiceKind) -> str:
    tasks = {
        ChoiceKind.SINGLE: _("Velg ett svar"),
        ChoiceKind.TRUE_FALSE: _("Velg ett svar"),
        ChoiceKind.MULTIPLE: _("Velg ett eller flere svar"),
        ChoiceKind.DILEMMA: _("Til drøfting: velg det du selv ville gjort"),
    }
    return tasks[choice]
