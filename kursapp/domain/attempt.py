"""One go at a quiz: what is drawn and in which order it is shown, the time left, and the result."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from random import Random

from kursapp.domain.course import Draw, QuizSettings, ScoreBand
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, MatchQuestion, OrderQuestion, Question
from kursapp.domain.scoring import Score

DrawnQuestion = tuple[Question, tuple[str, ...]]
"""A question of an attempt, and the ids of its parts in the order they are shown (see ``shown_order``)."""

GRACE_SECONDS = 5.0
"""What is on its way when the time runs out still counts, if it arrives within this."""


def attempt_seed(*told: object) -> int:
    """Make a seed of what is stored with an attempt (page, number, start), so that the draw can be made again."""
    words = "\x1f".join(str(part) for part in told)
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")


def draw(
    quiz: QuizSettings,
    own: Sequence[Question],
    banks: Mapping[str, Sequence[Question]],
    *,
    number: int,
    asked: Iterable[str],
    seed: int,
) -> tuple[DrawnQuestion, ...]:
    """Draw the questions of attempt ``number`` (from 1) in the order they are asked.

    ``own`` are the quiz page's questions, ``banks`` those of other places by bank. ``asked`` are ids of questions of
    earlier attempts, once for each time: a question asked fewer times goes before one asked more. Of questions in
    parallel forms, attempt n uses form n in turn. A pool smaller than its draw gives all it has.
    """
    chance = Random(seed)  # noqa: S311 - a draw of questions, not a secret
    times = Counter(asked)
    chosen: list[Question] = []
    for wanted in quiz.draws or (Draw(len(own)),):
        pool = _of_form(banks.get(wanted.bank, ()) if wanted.bank else own, number)
        taken = {question.id for question in chosen}
        chosen += _pick([question for question in pool if question.id not in taken], wanted.count, times, chance)
    if quiz.shuffle:
        chance.shuffle(chosen)
    return tuple((question, shown_order(question, seed, shuffle=quiz.shuffle)) for question in chosen)


def _of_form(pool: Sequence[Question], number: int) -> list[Question]:
    """Keep the questions of this attempt's form, and those that belong to none."""
    forms = sorted({question.settings.form for question in pool if question.settings.form})
    form = forms[(number - 1) % len(forms)] if forms else ""
    return [question for question in pool if question.settings.form in ("", form)]


def _pick(pool: Sequence[Question], count: int, times: Mapping[str, int], chance: Random) -> list[Question]:
    """Take the least asked first and by lot among equals, and give them back in the pool's order."""
    lots = {question.id: chance.random() for question in pool}
    least_asked = sorted(pool, key=lambda question: (times.get(question.id, 0), lots[question.id]))
    taken = {question.id for question in least_asked[:count]}
    return [question for question in pool if question.id in taken]


def shown_order(question: Question, seed: int, *, shuffle: bool = False) -> tuple[str, ...]:
    """Return the ids of a question's parts in the order they are shown, the same for the same seed.

    Choices: the options, shuffled where ``shuffle`` or the question's own setting says so; one marked fixed keeps its
    place, and true/false is never shuffled. Ordering: the items, always shuffled and never in the right order where
    there is another. Matching: the right cells, always shuffled. Other kinds: none.
    """
    chance = Random(f"{seed} {question.id}")  # noqa: S311
    match question:
        case ChoiceQuestion(choice=ChoiceKind.TRUE_FALSE):
            return tuple(option.id for option in question.options)
        case ChoiceQuestion():
            own = question.settings.shuffle
            return _shuffled_options(question, chance) if (shuffle if own is None else own) else _written(question)
        case OrderQuestion():
            return _jumbled(question, chance)
        case MatchQuestion():
            return _shuffled([right.id for right in question.rights], chance)
    return ()


def _written(question: ChoiceQuestion) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


def _shuffled_options(question: ChoiceQuestion, chance: Random) -> tuple[str, ...]:
    loose = iter(_shuffled([option.id for option in question.options if not option.fixed], chance))
    return tuple(option.id if option.fixed else next(loose) for option in question.options)


def _jumbled(question: OrderQuestion, chance: Random) -> tuple[str, ...]:
    ranks = {item.id: item.rank for item in question.items}
    order = _shuffled(list(ranks), chance)
    if len(set(ranks.values())) < 2:
        return order
    while all(ranks[one] <= ranks[after] for one, after in pairwise(order)):
        order = _shuffled(list(order), chance)
    return order


def _shuffled(ids: list[str], chance: Random) -> tuple[str, ...]:
    chance.shuffle(ids)
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class Timer:
    """The time left of an attempt as it was when last seen; ``seconds_left`` is None without a limit."""

    seconds_left: float | None
    seen_at: datetime

    def at(self, now: datetime) -> Timer:
        """Return the timer as it is now. A clock that was set back takes nothing and gives nothing."""
        if self.seconds_left is None:
            return Timer(None, now)
        passed = max((now - self.seen_at).total_seconds(), 0.0)
        return Timer(max(self.seconds_left - passed, 0.0), now)

    def still_takes(self, now: datetime) -> bool:
        """Say whether an answer that arrives now counts: in time, or within the grace after the last second."""
        if self.seconds_left is None:
            return True
        return self.seconds_left > 0 and (now - self.seen_at).total_seconds() <= self.seconds_left + GRACE_SECONDS

    @property
    def is_out(self) -> bool:
        """Say whether there was a limit and nothing of it is left."""
        return self.seconds_left is not None and self.seconds_left <= 0


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt went. ``percent`` is a whole number that never promises more than was reached (69.9 is 69).

    ``missed`` are the ids of questions without full marks, unanswered ones included, in the order asked.
    """

    points: float
    maximum: float
    percent: int
    passed: bool
    band: ScoreBand | None = None
    missed: tuple[str, ...] = ()


def result(quiz: QuizSettings, scores: Iterable[tuple[str, Score]]) -> Result:
    """Sum up an attempt from its questions' scores, in the order asked. A quiz that scores nothing is passed."""
    pairs = tuple(scores)
    points = sum(score.points for _, score in pairs)
    most = sum(score.maximum for _, score in pairs)
    percent = percent_of(points, most)
    missed = tuple(question_id for question_id, score in pairs if score.right is False)
    return Result(points, most, percent, percent >= quiz.pass_percent, band_for(quiz, percent), missed)


def percent_of(points: float, most: float) -> int:
    """Return the whole per cent reached, rounded down past the noise of binary fractions; 100 of nothing."""
    return int(100 * points / most + 1e-9) if most > 0 else 100


def band_for(quiz: QuizSettings, percent: int) -> ScoreBand | None:
    """Return the feedback for a result, or None where no band covers it."""
    return next((band for band in quiz.bands if band.low <= percent <= band.high), None)
