"""Made-up participants who answer as people might: some content, some not, most learning something."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from random import Random

from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Stand, Written
from kursapp.domain.form import AnswerKind, Form, FormItem, FormOption
from kursapp.domain.submission import Solved
from kursapp.texts.made_up_comments import made_up_comments

Answers = tuple[tuple[str, EvaluationAnswer], ...]

_BLANK, _APART, _COMMENTS = 0.03, 0.04, 0.6
"""How often somebody leaves a thing out, says "Vet ikke", and writes something."""

_LEAST_NUMBER, _MOST_NUMBER = 0, 10
"""Bounds of a number where the form sets none."""


class Deck:
    """Comments in a drawn order. Each is dealt once before any is dealt again."""

    def __init__(self, random: Random, language: str) -> None:
        self._random = random
        self._all = made_up_comments(language)
        self._left: list[str] = []

    def deal(self) -> str:
        """Return the next comment."""
        if not self._left:
            self._left = self._random.sample(self._all, len(self._all))
        return self._left.pop()


class MadeUpPerson:
    """Somebody who answers forms. Two of one ``random`` state (and one ``deck`` of comments) are the same person."""

    def __init__(self, random: Random, language: str, deck: Deck | None = None) -> None:
        self._random = random
        self._deck = deck or Deck(random, language)
        self._leaning = random.gauss(0.1, 0.12)
        self._before = random.gauss(-0.12, 0.1)

    def answer(self, form: Form) -> Answers:
        """Return answers to a form, in its order, those given only."""
        found = ((item.id, self._answer(item)) for item in form.items)
        return tuple((item_id, answer) for item_id, answer in found if answer is not None)

    def _answer(self, item: FormItem) -> EvaluationAnswer | None:
        if not item.required and self._random.random() < _BLANK:
            return None
        return _KINDS[item.kind](self, item)

    def scale(self, item: FormItem) -> EvaluationAnswer:
        """Take a stand."""
        return Rated(self._stand(item, 0.62 + self._leaning))

    def before_now(self, item: FormItem) -> EvaluationAnswer:
        """Take a stand on how it was and how it is; whoever finds that it does not concern her, finds so twice."""
        now = self._stand(item, 0.62 + self._leaning)
        if now is APART:
            return RatedTwice(APART, APART)
        return RatedTwice(self._stand(item, 0.45 + self._before, apart=False), now)

    def choice(self, item: FormItem) -> EvaluationAnswer:
        """Choose one option."""
        weights = [1 + 3 * _taste(option.id) for option in item.options]
        (chosen,) = self._random.choices(item.options, weights)
        return self._picked(item, [chosen])

    def multiple(self, item: FormItem) -> EvaluationAnswer | None:
        """Choose those that fit; nothing at all is no answer."""
        chosen = [option for option in item.options if self._random.random() < 0.15 + 0.5 * _taste(option.id)]
        return self._picked(item, chosen) if chosen else None

    def ranking(self, item: FormItem) -> EvaluationAnswer:
        """Rank all options."""
        order = sorted(item.options, key=lambda option: _taste(option.id) + self._random.random())
        return Ranked(tuple(option.id for option in order))

    def number(self, item: FormItem) -> EvaluationAnswer:
        """Give a number within its bounds."""
        low = _LEAST_NUMBER if item.low is None else item.low
        high = max(low, low + _MOST_NUMBER if item.high is None else item.high)
        place = min(max(self._random.gauss(0.7 + self._leaning, 0.18), 0), 1)
        return Written(str(round(low + (high - low) * place)))

    def text(self, item: FormItem) -> EvaluationAnswer | None:
        """Write something, or not."""
        wrote = item.required or self._random.random() < _COMMENTS
        return Written(self._deck.deal()) if wrote else None

    def question(self, item: FormItem) -> EvaluationAnswer:
        """Answer a question of a quiz, rightly as often as the person is able and the question easy."""
        knows = self._random.random() < 0.35 + 0.4 * _taste(item.id) + self._leaning
        right = [option for option in item.options if option.right]
        wrong = [option for option in item.options if not option.right]
        if not item.options:
            return Solved(1000 if knows else 0)
        if knows or not wrong:
            return Solved(1000, tuple(option.id for option in right))
        (chosen,) = self._random.choices(wrong, [0.2 + _taste(option.id) for option in wrong])
        return Solved(0, (chosen.id,))

    def _stand(self, item: FormItem, place: float, *, apart: bool = True) -> Stand:
        """Return a step about ``place`` (0 first, 1 last), the item's own ease added; reversed where the item is."""
        if apart and item.apart and self._random.random() < _APART:
            return APART
        at = self._random.gauss(place + 0.3 * (_taste(item.id) - 0.5), 0.17)
        at = 1 - at if item.reversed else at
        last = len(item.steps)
        return min(max(round(1 + at * (last - 1)), 1), last)

    def _picked(self, item: FormItem, chosen: Sequence[FormOption]) -> EvaluationAnswer:
        other = any(option.other for option in chosen)
        return Picked(tuple(option.id for option in chosen), self._deck.deal() if other else "")


_KINDS: dict[AnswerKind, Callable[[MadeUpPerson, FormItem], EvaluationAnswer | None]] = {
    AnswerKind.SCALE: MadeUpPerson.scale,
    AnswerKind.BEFORE_NOW: MadeUpPerson.before_now,
    AnswerKind.CHOICE: MadeUpPerson.choice,
    AnswerKind.MULTIPLE: MadeUpPerson.multiple,
    AnswerKind.RANKING: MadeUpPerson.ranking,
    AnswerKind.NUMBER: MadeUpPerson.number,
    AnswerKind.TEXT: MadeUpPerson.text,
    AnswerKind.QUESTION: MadeUpPerson.question,
}


def _taste(thing: str) -> float:
    """Return how well people like a thing or know it, 0 to 1: made up, but the same for everybody."""
    return hashlib.sha256(thing.encode()).digest()[0] / 255
