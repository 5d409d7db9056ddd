"""Writes GIFT. What it is given is what GIFT can carry (``carrying``), so that reading it again gives the same."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from kursapp.domain.course import Prose, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Question,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import BankItem
from kursapp.interchange.gift_blocks import written_path
from kursapp.interchange.gift_text import escape, plain_words, written
from kursapp.interchange.keys import starred
from kursapp.interchange.shape import joined, rich
from kursapp.interchange.truth import has_plain_truth
from kursapp.interchange.weights import per_cent


def write_gift(items: Iterable[BankItem]) -> str:
    """Return a bank as GIFT."""
    lines: list[str] = []
    category: tuple[str, ...] = ()
    for item in items:
        if item.category != category:
            category = item.category
            lines += [f"$CATEGORY: {written_path(category)}", ""]
        about = [f"[id:{escape_id(item.id)}]"] if item.id else []
        if isinstance(item.block, Question) and item.block.settings.theme:
            about.append(f"[tag:{escape_id(item.block.settings.theme)}]")
        if about:
            lines.append(f"// {' '.join(about)}")
        lines += [_entry(item), ""]
    return "\n".join(lines)


def escape_id(own_id: str) -> str:
    """Return an id or a tag so that it can stand between square brackets."""
    return " ".join(own_id.split()).replace("\\", "\\\\").replace("]", "\\]")


def _entry(item: BankItem) -> str:
    name = f"::{escape(item.name)}::" if item.name else ""
    block = item.block
    if isinstance(block, Prose):
        return f"{name}{_led(block.text, name)}"
    if isinstance(block, GapQuestion):
        return f"{name}{_gap(block)}"
    assert isinstance(block, Question | Reflection)
    text = _led(rich(joined(block)), name)
    if isinstance(block, Reflection):
        said = f"####{written(block.example)}" if block.example else ""
        return f"{name}{text} {{{said}}}"
    return f"{name}{text} {{{_answers(block)}{_general(block)}}}"


def _led(text: Rich, name: str) -> str:
    """Return a text; one that begins the entry must not look like a comment, a name or a category."""
    return written(text)


def _general(question: Question) -> str:
    said = question.feedback.explanation
    return f"####{written(said)}" if said else ""


def _answers(question: Question) -> str:
    if isinstance(question, ChoiceQuestion):
        return _truth(question) if has_plain_truth(question) else "".join(_options(question))
    if isinstance(question, MatchQuestion):
        return "".join(_pairs(question))
    if isinstance(question, NumberQuestion):
        return f"#{question.low}" if question.low == question.high else f"#{question.low}..{question.high}"
    assert isinstance(question, ShortAnswerQuestion)
    return _spellings(question.answers[0])


def _spellings(answers: Iterable[str]) -> str:
    return "".join(f" ={'%100%' if words.startswith('%') else ''}{escape(starred(words))}" for words in answers) + " "


def _truth(question: ChoiceQuestion) -> str:
    right, wrong = sorted(question.options, key=lambda option: not option.right)
    word = "TRUE" if question.options[0].right else "FALSE"
    said = f"#{written(wrong.feedback)}" if wrong.feedback or right.feedback else ""
    return f"{word}{said}{f'#{written(right.feedback)}' if right.feedback else ''}"


def _options(question: ChoiceQuestion) -> Iterator[str]:
    right = sum(option.right for option in question.options)
    wrong = len(question.options) - right
    for at, option in enumerate(question.options):
        if question.choice is ChoiceKind.DILEMMA:
            mark = "~%100%" if at else "="
        elif question.choice is ChoiceKind.MULTIPLE:
            mark = f"~%{per_cent(right) if option.right else f'-{per_cent(wrong)}'}%"
        else:
            mark = "=" if option.right else "~"
        said = f"#{written(option.feedback)}" if option.feedback else ""
        yield f"\n\t{mark}{written(option.text)}{said}"
    yield "\n"


def _pairs(question: MatchQuestion) -> Iterator[str]:
    by_id = {right.id: right for right in question.rights}
    used = {left.right_id for left in question.lefts}
    for left in question.lefts:
        yield f"\n\t={written(left.text)} -> {_right(by_id[left.right_id].text)}"
    for right in question.rights:
        if right.id not in used:
            yield f"\n\t= -> {_right(right.text)}"
    yield "\n"


def _right(text: Rich) -> str:
    words = plain_words(text)
    return f"[plain]{escape(words)}" if words.startswith("[") else escape(words)


def _gap(question: GapQuestion) -> str:
    (before, _), (after, _) = question.paragraphs[0]
    gap = question.gaps[0]
    shown = f"{before}{after}"
    how = "[html]" if "&" in shown or ">" in shown or before.startswith(("[", "//", "$", "::")) else ""
    if gap.menu:
        inner = "".join(f" {'=' if part in gap.answers else '~'}{_option(part)}" for part in gap.menu) + " "
    else:
        inner = _spellings(gap.answers)
    return f"{how}{escape(before)}{{{inner}{_general(question)}}}{escape(after)}"


def _option(words: str) -> str:
    return written(Rich(html.escape(words, quote=False), words))
