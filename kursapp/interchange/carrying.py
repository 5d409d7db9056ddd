"""What each format can carry of a question, and what is lost on the way: the declared losses.

A question is first brought down to what a format can hold (:func:`carry`); that, written and read again, is the same
question. What differs from the question itself is lost, and every export tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kursapp.domain.course import Block, Prose, Rich
from kursapp.domain.html_tree import words_of
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    Feedback,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Option,
    Question,
    QuestionSettings,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import BankItem
from kursapp.interchange import keys, substitutes
from kursapp.interchange.findings import UnreadableError
from kursapp.interchange.keys import PartialPair, Start
from kursapp.interchange.shape import joined, parted, plain, rich
from kursapp.interchange.truth import has_plain_truth

T = TypeVar("T", bound=Question | Reflection)

MOODLE_PARTS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20})
"""How many options can share 100 % so that each has a weight of Moodle's list."""

_INNER_LINK = re.compile(r'<a href="(?P<address>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
_SLASHES = re.compile("/+")
_MARK = re.compile(r"<(?!/?p\b|br\b)")
"""A mark whose loss is seen in the words; paragraphs and line breaks are told by a space."""
_IMAGE = re.compile(r'<img(?:[^>"]|"[^"]*")*>')


@dataclass(frozen=True, slots=True)
class Reach:
    """What a format has room for. ``kinds`` are kinds of blocks; ``says`` the parts of ``Feedback``."""

    kinds: frozenset[str]
    says: frozenset[str] = frozenset()
    markup: bool = True
    images: bool = False
    option_feedback: bool = True
    points: bool = False
    theme: bool = False
    shuffle: bool = False
    unit: bool = False
    exact: bool = False
    example: bool = True
    names: bool = True
    arrows: bool = True
    choices: frozenset[ChoiceKind] = frozenset(ChoiceKind)


GIFT = Reach(
    frozenset({"choice", "match", "number", "short_answer", "gap", "reflection", "prose"}),
    says=frozenset({"explanation"}),
    theme=True,
    arrows=False,
)
MOODLE_XML = Reach(
    frozenset({"choice", "match", "number", "short_answer", "gaps", "order", "reflection", "prose"}),
    says=frozenset({"explanation", "hint", "right", "wrong"}),
    images=True,
    points=True,
    theme=True,
    shuffle=True,
    unit=True,
    exact=True,
)
AIKEN = Reach(
    frozenset({"choice"}),
    markup=False,
    option_feedback=False,
    names=False,
    choices=frozenset({ChoiceKind.SINGLE, ChoiceKind.TRUE_FALSE}),
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a format holds of an entry (None: nothing), and the names of what it loses."""

    item: BankItem | None
    lost: tuple[str, ...] = ()


def carry(item: BankItem, reach: Reach) -> Carried:
    """Bring an entry down to what a format can hold."""
    carrier = _Carrier(reach)
    try:
        block = carrier.block(item.block)
    except UnreadableError:
        block = None
    if block is None:
        return Carried(None, ("kind",))
    name = " ".join(item.name.split()) if reach.names else ""
    if isinstance(block, GapQuestion):
        # Other systems head a text with gaps by its name alone.
        name = name or block.title
        block = replace(block, title=name, heading=plain(name))
    path = tuple(words for part in item.category if (words := _category(part)))
    kept = BankItem(block, name, path if reach.names else (), item.id if reach.names else "")
    return Carried(kept, tuple(sorted(carrier.lost)))


def _category(name: str) -> str:
    """Return a category's name as a path can hold it: slashes in it single, and none at its ends."""
    return " ".join(_SLASHES.sub("/", name).split()).strip("/ ")


@dataclass
class _Carrier:
    reach: Reach
    lost: set[str] = field(default_factory=set)

    def block(self, block: Block) -> Block | None:
        """Return what the format holds of a block, or None."""
        if isinstance(block, Prose):
            return replace(block, text=self.text(block.text)) if "prose" in self.reach.kinds else None
        if isinstance(block, Reflection):
            return self._reflection(block) if "reflection" in self.reach.kinds else None
        if not isinstance(block, Question):
            return None
        return self._question(block)

    def _question(self, question: Question) -> Block | None:
        changed = substitutes.instead_of(question, self.reach.kinds)
        if changed is None:
            return None
        if changed is not question:
            self.lost.add("kind-changed")
        if isinstance(changed, Reflection):
            return self._reflection(changed)
        bare = self._answers(self._asked(changed))
        return replace(bare, settings=self._settings(bare), feedback=self._feedback(bare.feedback)) if bare else None  # type: ignore[type-var]

    def _answers(self, question: Question) -> Question | None:
        """Return the question with what the format holds of its answers."""
        if isinstance(question, ChoiceQuestion):
            return self._choice(question)
        if isinstance(question, MatchQuestion):
            return self._match(question)
        if isinstance(question, NumberQuestion):
            return self._number(question)
        if isinstance(question, ShortAnswerQuestion):
            return replace(
                question,
                answers=(self._spellings(question.answers[0]),),
                exact=self._kept(question.exact, self.reach.exact, "exact"),
            )
        if isinstance(question, GapQuestion):
            gaps = tuple(
                gap if gap.menu else replace(gap, answers=self._spellings(gap.answers)) for gap in question.gaps
            )
            return replace(question, gaps=gaps, exact=self._kept(question.exact, False, "exact"))
        if substitutes.has_ties(question):
            self.lost.add("ties")
        return substitutes.without_ids(question, self.text)

    def _choice(self, question: ChoiceQuestion) -> ChoiceQuestion | None:
        if question.choice not in self.reach.choices:
            return None
        right = sum(option.right for option in question.options)
        wrong = len(question.options) - right
        if question.choice is ChoiceKind.MULTIPLE and {right, wrong or 1} - MOODLE_PARTS:
            self.lost.add("weights")
        if any(option.fixed for option in question.options):
            self.lost.add("fixed")
        return replace(question, options=tuple(self._option(option) for option in question.options))

    def _option(self, option: Option) -> Option:
        said = self.text(option.feedback)
        if said and not self.reach.option_feedback:
            self.lost.add("option-feedback")
            said = Rich()
        return Option("", self.text(option.text), option.right, said)

    def _match(self, question: MatchQuestion) -> MatchQuestion:
        used = {left.right_id for left in question.lefts}
        by_id = {right.id: self._words(right.text) for right in question.rights}
        pairs = [PartialPair(self.text(left.text), by_id[left.right_id]) for left in question.lefts]
        pairs += [PartialPair(Rich(), by_id[right.id]) for right in question.rights if right.id not in used]
        start = Start(question.place, question.heading, question.stem)
        made = keys.match(start, pairs)
        return replace(made, settings=question.settings, feedback=question.feedback)

    def _number(self, question: NumberQuestion) -> NumberQuestion:
        unit = self._kept(question.unit, self.reach.unit, "unit")
        return replace(question, shown=keys.shown_amount(question.low, question.high, unit), unit=unit)

    def _reflection(self, block: Reflection) -> Reflection:
        example = self._kept(self.text(block.example), self.reach.example, "example")
        hint = self._kept(self.text(block.hint), "hint" in self.reach.says, "hint")
        if block.minutes or block.goals:
            self.lost.add("settings")
        return replace(self._asked(block), example=example, hint=hint, minutes=None, goals=())

    def _asked(self, block: T) -> T:
        """Return a block with its heading and text as the format holds them."""
        asked = replace(block, heading=self.text(block.heading), stem=self.text(block.stem))  # type: ignore[type-var]
        heading, stem = parted(joined(asked), asked.title)
        if stem and not self.reach.markup:
            heading, stem = plain(" ".join(f"{heading.plain} {stem.plain}".split())), Rich()
        if not heading:
            raise UnreadableError("import-no-text")
        title = " ".join(heading.plain.split())
        return replace(asked, id="", title=title, heading=heading, stem=stem)  # type: ignore[type-var]

    def _settings(self, question: Question) -> QuestionSettings:
        own, reach = question.settings, self.reach
        shuffles = reach.shuffle and isinstance(question, ChoiceQuestion) and not has_plain_truth(question)
        kept = QuestionSettings(
            points=own.points if reach.points else 1,
            theme=" ".join(own.theme.split()) if reach.theme else "",
            shuffle=own.shuffle if shuffles else None,
        )
        if replace(own, shuffle=kept.shuffle, theme=kept.theme, bank="") != kept:
            self.lost.add("settings")
        return kept

    def _feedback(self, said: Feedback) -> Feedback:
        kept = {}
        for name in ("hint", "explanation", "right", "wrong", "example"):
            text = self.text(getattr(said, name))
            kept[name] = self._kept(text, name in self.reach.says, name)
        return Feedback(**kept)

    def _kept(self, value: V, held: bool, name: str) -> V:
        if not value or held:
            return value
        self.lost.add(name)
        return type(value)()

    def _spellings(self, answers: tuple[str, ...]) -> tuple[str, ...]:
        """Return the spellings of an answer; in GIFT, an arrow in one would make it a pair."""
        kept = tuple(dict.fromkeys(" ".join(words.split()) for words in answers))
        if self.reach.arrows or not any("->" in words for words in kept):
            return kept
        self.lost.add("marks")
        return tuple(dict.fromkeys(words.replace("->", "→") for words in kept))

    def text(self, text: Rich) -> Rich:
        """Return a text without what the format cannot hold: links into the course, pictures, all markup."""
        source = text.html
        if "<" in source:
            source = _INNER_LINK.sub(self._link, source)
            source = source if self.reach.images else _IMAGE.sub(self._picture, source)
        if self.reach.markup:
            return rich(source)
        words = " ".join(words_of(source).split())
        if _MARK.search(source):
            self.lost.add("marks")
        return plain(words)

    def _words(self, text: Rich) -> Rich:
        """Return a text as plain words, for what no format keeps markup in."""
        kept = self.text(text)
        if _MARK.search(kept.html):
            self.lost.add("marks")
        return plain(" ".join(kept.plain.split()))

    def _link(self, found: re.Match[str]) -> str:
        if found["address"].startswith(("http://", "https://", "mailto:")):
            return found[0]
        if not found["address"].startswith("begrep:"):
            self.lost.add("link")
        return found["words"]

    def _picture(self, found: re.Match[str]) -> str:
        self.lost.add("image")
        return words_as_html(found[0])


V = TypeVar("V")


def words_as_html(source: str) -> str:
    """Return the words of an element as HTML."""
    return plain(" ".join(words_of(source).split())).html


def losses_of(carried: Iterable[Carried]) -> frozenset[str]:
    """Return the names of everything lost."""
    return frozenset(name for one in carried for name in one.lost)
